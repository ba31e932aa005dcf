// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/commentthread.h"

#include "widgets/controls/linkbutton.h"
#include "widgets/editor/wrappedtext.h"
#include "widgets/history/revisions.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace interdict {

namespace {

QString headOf(const CommentThread::Entry& entry)
{
    const QString editor =
        entry.comment.editor.isEmpty() ? CommentThread::tr("Unnamed") : entry.comment.editor;
    QStringList parts{entry.place, editor, timeText(entry.comment.at, QLocale()),
                      entry.comment.resolved ? CommentThread::tr("resolved") : QString()};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

CommentThread::CommentThread(const QString& about, QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_above(new QVBoxLayout)
    , m_input(new QPlainTextEdit(this))
    , m_add(new LinkButton(LinkButton::Look::Link, tr("Add comment"), this))
{
    m_layout->setContentsMargins(10, 2, 0, 4);
    m_layout->setSpacing(6);
    m_input->setAccessibleName(tr("New comment on %1").arg(about));
    m_input->setPlaceholderText(tr("Add a comment"));
    m_input->setToolTip(tr("Enter adds it, Shift+Enter begins a line"));
    m_input->setTabChangesFocus(true);
    m_input->setFixedHeight(2 * m_input->fontMetrics().lineSpacing() + 16);
    m_input->installEventFilter(this);
    m_add->setEnabled(false);
    m_layout->addLayout(m_above);
    m_layout->addWidget(m_input);
    m_layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QAbstractButton::clicked, this, &CommentThread::addAsked);
    connect(m_input, &QPlainTextEdit::textChanged, this, [this] {
        m_add->setEnabled(!typed().trimmed().isEmpty());
        Q_EMIT typedChanged();
    });
}

void CommentThread::setEntries(const std::vector<Entry>& entries)
{
    if (m_list && entries == m_entries)
        return;
    m_entries = entries;
    const bool hadFocus = m_list && m_list->isAncestorOf(focusWidget());
    if (m_list) { // a button in it may be what was clicked
        m_list->hide();
        m_list->deleteLater();
    }
    m_list = new QWidget(this);
    auto* layout = new QVBoxLayout(m_list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (const Entry& entry : entries)
        layout->addWidget(makeEntry(entry));
    m_layout->insertWidget(0, m_list);
    m_list->setVisible(!entries.empty());
    if (hadFocus)
        m_input->setFocus();
}

QWidget* CommentThread::makeEntry(const Entry& entry)
{
    auto* widget = new QWidget(m_list);
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    auto* head = new QHBoxLayout;
    head->setSpacing(4);
    QLabel* who = makeWrapped(headOf(entry), TextRole::Dim, widget);
    who->setContentsMargins(0, 3, 0, 0); // on the verbs' line
    head->addWidget(who, 1, Qt::AlignTop);
    QLabel* text =
        makeWrapped(entry.comment.text, entry.comment.resolved ? TextRole::Dim : TextRole::Body, widget);
    text->setAccessibleName(QStringLiteral("%1: %2").arg(headOf(entry), entry.comment.text));
    layout->addLayout(head);
    layout->addWidget(text);
    if (!m_mayAct)
        return widget;
    const auto addVerb = [&](const QString& verb, const QString& name, auto run) {
        auto* button = new LinkButton(LinkButton::Look::Link, verb, widget);
        button->setAccessibleName(name.arg(entry.comment.text.left(40)));
        connect(button, &QAbstractButton::clicked, this, run);
        head->addWidget(button, 0, Qt::AlignTop);
    };
    const int number = entry.number;
    if (entry.mayDelete)
        addVerb(tr("Delete"), tr("Delete comment: %1"), [this, number] { Q_EMIT deleteAsked(number); });
    const bool resolved = entry.comment.resolved;
    addVerb(resolved ? tr("Reopen") : tr("Resolve"),
            resolved ? tr("Reopen comment: %1") : tr("Resolve comment: %1"),
            [this, number, resolved] { Q_EMIT resolveAsked(number, !resolved); });
    return widget;
}

void CommentThread::setMayWrite(bool may)
{
    m_input->setVisible(may);
    m_add->setVisible(may);
    for (int i = 0; i < m_above->count(); ++i)
        m_above->itemAt(i)->widget()->setVisible(may);
}

void CommentThread::setMayAct(bool may)
{
    m_mayAct = may;
}

QString CommentThread::typed() const
{
    return m_input->toPlainText();
}

void CommentThread::setTyped(const QString& text)
{
    if (text != typed())
        m_input->setPlainText(text);
}

QWidget* CommentThread::input() const
{
    return m_input;
}

bool CommentThread::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isEnter && !(key->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier))) {
        if (m_add->isEnabled())
            Q_EMIT addAsked();
        return true;
    }
    if (key->key() != Qt::Key_Escape)
        return false;
    Q_EMIT closeAsked();
    return true;
}

// A line at the left holds together what was said.
void CommentThread::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 2, 2, height() - 6), Theme::of(palette()).line);
}

} // namespace interdict
