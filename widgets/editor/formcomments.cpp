// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/formcomments.h"

#include "model/edit/reviewing.h"
#include "model/workspace.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/detail/cardparts.h"
#include "widgets/editor/findinglabel.h"
#include "widgets/editor/formrow.h"
#include "widgets/editor/taborder.h"
#include "widgets/review/commentsign.h"
#include "widgets/review/commentthread.h"

#include <QVBoxLayout>

namespace interdict {

namespace {

constexpr int longestLine = 90; // characters of a comment in the list

QString keyOf(const Comment& comment)
{
    const auto field = fieldOf(comment);
    return field ? QLatin1String(info(*field).key) : QString();
}

} // namespace

FormComments::FormComments(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_findings(new FindingList(this))
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    m_layout->addWidget(m_findings);
    hide();
}

void FormComments::attach(FormRow* row)
{
    m_rows[QLatin1String(info(row->field()).key)] = row;
    connect(row->commentSign(), &QAbstractButton::clicked, this, [this, row] {
        const QString key = QLatin1String(info(row->field()).key);
        const auto found = m_threads.find(key);
        if (found != m_threads.end() && found->second->isVisible())
            close(key);
        else
            open(row->field());
    });
}

void FormComments::attach(CommentSign* sign)
{
    m_sign = sign;
    connect(sign, &QAbstractButton::clicked, this, [this] { open(std::nullopt); });
    update();
}

void FormComments::setComments(const FormState& state)
{
    m_comments = state.comments;
    m_typed = state.commentsTyped;
    for (auto& [key, thread] : m_threads)
        thread->setTyped(m_typed.value(key));
    const QStringList begun = m_typed.keys();
    for (const QString& key : begun)
        if (!m_typed.value(key).isEmpty())
            thread(key)->show();
    update();
}

CommentThread* FormComments::thread(const QString& key)
{
    CommentThread*& thread = m_threads[key];
    if (thread)
        return thread;
    const auto row = m_rows.find(key);
    const auto field = eventFieldFromKey(key);
    const bool isOfField = row != m_rows.end() && field;
    thread = new CommentThread(isOfField ? fieldLabel(*field) : tr("the event as a whole"),
                               isOfField ? static_cast<QWidget*>(row->second) : this);
    if (isOfField)
        row->second->setThread(thread);
    else
        m_layout->addWidget(thread);
    thread->setTyped(m_typed.value(key));
    updateThread(key, *thread);
    connect(thread, &CommentThread::typedChanged, this, [this, key, thread = thread] {
        if (thread->typed().isEmpty())
            m_typed.remove(key);
        else
            m_typed[key] = thread->typed();
        Q_EMIT changed();
    });
    connect(thread, &CommentThread::addAsked, this, [this, key] {
        if (add(key))
            Q_EMIT changed();
    });
    connect(thread, &CommentThread::resolveAsked, this, &FormComments::resolve);
    connect(thread, &CommentThread::deleteAsked, this, &FormComments::remove);
    connect(thread, &CommentThread::closeAsked, this, [this, key] { close(key); });
    return thread;
}

void FormComments::open(std::optional<EventField> field)
{
    QString key = field ? QLatin1String(info(*field).key) : QString();
    if (!m_rows.contains(key))
        key.clear();
    CommentThread* shown = thread(key);
    shown->show();
    update();
    shown->input()->setFocus(Qt::OtherFocusReason);
    Q_EMIT revealAsked(shown);
}

void FormComments::close(const QString& key)
{
    const auto row = m_rows.find(key);
    QWidget* back = row == m_rows.end() ? nullptr : row->second->control();
    if (back)
        back->setFocus(Qt::OtherFocusReason);
    m_threads.at(key)->hide();
    update();
}

bool FormComments::add(const QString& key)
{
    const QString text = m_typed.value(key).trimmed();
    if (text.isEmpty())
        return false;
    const auto stamp = m_workspace.stamp();
    if (!stamp)
        return false;
    m_comments.push_back({key, text, stamp->editor, stamp->when, false});
    m_typed.remove(key);
    if (const auto found = m_threads.find(key); found != m_threads.end())
        found->second->setTyped({});
    update();
    return true;
}

bool FormComments::addTyped()
{
    const QStringList keys = m_typed.keys();
    for (const QString& key : keys)
        if (!add(key) && !m_typed.value(key).trimmed().isEmpty())
            return false;
    m_typed.clear();
    return true;
}

void FormComments::resolve(int number, bool resolved)
{
    m_comments.at(static_cast<std::size_t>(number)).resolved = resolved;
    update();
    Q_EMIT changed();
}

void FormComments::remove(int number)
{
    m_comments.erase(m_comments.begin() + number);
    update();
    Q_EMIT changed();
}

void FormComments::updateThread(const QString& key, CommentThread& thread)
{
    std::vector<CommentThread::Entry> entries;
    for (std::size_t i = 0; i < m_comments.size(); ++i)
        if (keyOf(m_comments[i]) == key)
            entries.push_back(
                {static_cast<int>(i),
                 {},
                 m_comments[i],
                 !m_workspace.editor().isEmpty() && m_comments[i].editor == m_workspace.editor()});
    thread.setEntries(entries);
}

void FormComments::update()
{
    const auto count = [this](const QString& key, CommentSign& sign) {
        std::vector<Comment> here;
        std::copy_if(m_comments.begin(), m_comments.end(), std::back_inserter(here),
                     [&key](const Comment& comment) { return keyOf(comment) == key; });
        sign.setCounts(openComments(here), static_cast<int>(here.size()));
    };
    for (auto& [key, row] : m_rows)
        count(key, *row->commentSign());
    if (m_sign)
        count({}, *m_sign);
    for (auto& [key, thread] : m_threads)
        updateThread(key, *thread);
    updateList();
}

void FormComments::updateList()
{
    const bool hadFocus = m_listed && m_listed->isAncestorOf(m_listed->focusWidget());
    if (m_listed) {
        m_listed->hide();
        m_listed->deleteLater();
    }
    m_list.clear();
    m_listed = new QWidget(this);
    auto* layout = new QVBoxLayout(m_listed);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    const int open = openComments(m_comments);
    layout->addWidget(makeText(tr("%Ln open comment(s)", nullptr, open), TextRole::Heading, m_listed));
    auto* list = new QVBoxLayout;
    list->setContentsMargins(-3, 0, 0, 0); // a button's text stands 3 px within it
    list->setSpacing(1);
    layout->addLayout(list);
    for (const Comment& comment : m_comments) {
        if (comment.resolved)
            continue;
        const QString line = QStringLiteral("%1: %2").arg(placeOf(comment), comment.text.simplified());
        auto* button =
            new LinkButton(LinkButton::Look::Link,
                           line.size() > longestLine ? line.left(longestLine - 1) + u'…' : line, m_listed);
        button->setAccessibleName(tr("%1, by %2").arg(line, comment.editor));
        button->setToolTip(comment.text.toHtmlEscaped());
        connect(button, &QAbstractButton::clicked, this,
                [this, field = fieldOf(comment)] { this->open(field); });
        list->addWidget(button);
        m_list.push_back(button);
    }
    m_layout->insertWidget(0, m_listed);
    m_listed->setVisible(open > 0);
    const auto whole = m_threads.find(QString());
    const bool isWholeOpen = whole != m_threads.end() && !whole->second->isHidden();
    setVisible(open > 0 || isWholeOpen || !m_findings->isHidden());
    for (LinkButton* button : m_list)
        if (!m_rows.empty())
            putBeforeInTabOrder(button, m_rows.at(QStringLiteral("title"))->control());
    if (hadFocus && !m_list.empty())
        m_list.front()->setFocus();
}

void FormComments::setFindings(const std::vector<Finding>& findings)
{
    m_findings->setFindings(findings);
    updateList();
}

QString FormComments::findingText() const
{
    return m_findings->text();
}

QWidget* FormComments::firstControl()
{
    return m_list.empty() ? thread({})->input() : static_cast<QWidget*>(m_list.front());
}

} // namespace interdict
