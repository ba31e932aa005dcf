// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/cardcomments.h"

#include "model/edit/reviewing.h"
#include "model/workspace.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/detail/cardparts.h"
#include "widgets/review/commentthread.h"

#include <QMenu>
#include <QVBoxLayout>

namespace interdict {

CardComments::CardComments(Workspace& workspace, const Event& event, TypedComment& typed, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_event(event)
    , m_typed(typed)
    , m_thread(new CommentThread(tr("the event"), this))
    , m_begin(new LinkButton(LinkButton::Look::Quiet, tr("Comment…"), this))
    , m_heading(makeText(tr("Comments"), TextRole::Heading, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_heading);
    layout->addWidget(m_thread);
    layout->addWidget(m_begin, 0, Qt::AlignLeft);
    m_thread->aboveInput()->addWidget(makeFieldChoice(), 0, Qt::AlignLeft);
    m_thread->setTyped(m_typed.text);
    m_begin->setToolTip(tr("Ctrl+M"));
    showEntries();
    connect(m_thread, &CommentThread::typedChanged, this, [this] { m_typed.text = m_thread->typed(); });
    connect(m_thread, &CommentThread::addAsked, this, &CardComments::add);
    connect(m_thread, &CommentThread::resolveAsked, this, [this](int number, bool resolved) {
        Event after = m_event;
        after.comments.at(static_cast<std::size_t>(number)).resolved = resolved;
        save(std::move(after), resolved ? tr("Resolve a comment on “%1”") : tr("Reopen a comment on “%1”"));
    });
    connect(m_thread, &CommentThread::deleteAsked, this, [this](int number) {
        Event after = m_event;
        after.comments.erase(after.comments.begin() + number);
        save(std::move(after), tr("Delete a comment on “%1”"));
    });
    connect(m_thread, &CommentThread::closeAsked, this, [this] {
        m_typed.isOpen = false;
        showEntries();
        m_begin->setFocus();
    });
    connect(m_begin, &QAbstractButton::clicked, this, &CardComments::open);
}

LinkButton* CardComments::makeFieldChoice()
{
    auto* choice = new LinkButton(LinkButton::Look::Quiet, {}, m_thread);
    auto* menu = new QMenu(choice);
    const auto show = [this, choice] {
        choice->setText(tr("On: %1").arg(placeOf({m_typed.field, {}, {}, {}, false})));
        choice->updateGeometry();
    };
    const auto add = [this, menu, show](const QString& key) {
        menu->addAction(placeOf({key, {}, {}, {}, false}), this, [this, key, show] {
            m_typed.field = key;
            show();
            m_thread->input()->setFocus();
        });
    };
    add({});
    menu->addSeparator();
    for (const EventFieldInfo& field : eventFields())
        if (field.field < EventField::Review)
            add(QLatin1String(field.key));
    choice->setMenu(menu);
    show();
    return choice;
}

void CardComments::showEntries()
{
    std::vector<CommentThread::Entry> entries;
    const QString me = m_workspace.editor();
    for (std::size_t i = 0; i < m_event.comments.size(); ++i)
        entries.push_back({static_cast<int>(i), placeOf(m_event.comments[i]), m_event.comments[i],
                           !me.isEmpty() && m_event.comments[i].editor == me});
    const bool mayWrite = m_workspace.canWrite();
    m_thread->setMayWrite(mayWrite && m_typed.isOpen);
    m_thread->setMayAct(mayWrite);
    m_thread->setEntries(entries);
    m_thread->setVisible(!entries.empty() || m_typed.isOpen);
    m_heading->setVisible(!m_thread->isHidden());
    m_begin->setVisible(mayWrite && !m_typed.isOpen);
}

void CardComments::open()
{
    if (!m_workspace.canWrite())
        return;
    m_typed.isOpen = true;
    showEntries();
    m_thread->input()->setFocus(Qt::OtherFocusReason);
}

bool CardComments::hasInput() const
{
    return m_thread->input()->hasFocus();
}

void CardComments::add()
{
    const auto stamp = m_workspace.stamp();
    if (!stamp)
        return;
    Event after = m_event;
    after.comments.push_back({m_typed.field, m_typed.text.trimmed(), stamp->editor, stamp->when, false});
    const QString typed = std::exchange(m_typed.text, {});
    if (!save(std::move(after), tr("Comment on “%1”")))
        m_typed.text = typed;
}

// On success the card shows another page when it returns.
bool CardComments::save(Event after, const QString& what)
{
    const EventChange change{m_event, std::move(after)};
    const auto saved = m_workspace.save({change}, what.arg(m_event.title.left(60)));
    if (!saved)
        Q_EMIT m_workspace.storeFailed(saved.error());
    return saved.has_value();
}

} // namespace interdict
