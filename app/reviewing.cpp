// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reviewing.h"

#include "model/edit/reviewing.h"
#include "model/workspace.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/editor/reviewhead.h"

#include <QAction>
#include <QMenu>
#include <QMessageBox>

#include <algorithm>

namespace interdict {

namespace {

std::uint32_t countOf(const Workspace& workspace, ReviewState state)
{
    const auto number = workspace.columns().table(Facet::Review).number(reviewCode(state));
    const auto totals = workspace.totals(Facet::Review);
    return number && static_cast<std::size_t>(*number) < totals.size()
               ? totals[static_cast<std::size_t>(*number)]
               : 0;
}

Filter waitingOnly(Filter filter)
{
    filter[Facet::Review] = {};
    filter[Facet::Review].anyOf = {reviewCode(ReviewState::Submitted)};
    return filter;
}

} // namespace

QString savedText(const Workspace& workspace, const RecordChange& change, const QString& what)
{
    const QString saved = Reviewing::tr("Saved: %1").arg(what);
    const auto isHidden = [&workspace](const EventChange& each) {
        return each.after && each.after->review != ReviewState::Published &&
               !showsReview(workspace.filter(), each.after->review);
    };
    if (!std::any_of(change.events.begin(), change.events.end(), isHidden))
        return saved;
    return Reviewing::tr("%1. What is not published is not shown now; F8 shows it.").arg(saved);
}

Reviewing::Reviewing(Workspace& workspace, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
{
    for (const auto changed : {&Workspace::selectionChanged, &Workspace::dataSetChanged,
                               &Workspace::recordChanged, &Workspace::filterChanged})
        connect(&workspace, changed, this, &Reviewing::updateActions);
}

void Reviewing::addVerbsTo(QMenu& menu)
{
    const char* texts[] = {QT_TR_NOOP("&Publish"), QT_TR_NOOP("&Submit for Review"),
                           QT_TR_NOOP("&Back to Draft")};
    QMenu* verbs = menu.addMenu(tr("Revie&w"));
    for (const ReviewState to : {ReviewState::Submitted, ReviewState::Published, ReviewState::Draft}) {
        QAction* action = verbs->addAction(tr(texts[static_cast<std::size_t>(to)]), reviewKey(to), this,
                                           [this, to] { review(to); });
        m_verbs.emplace_back(to, action);
    }
    verbs->addSeparator();
    m_comment =
        verbs->addAction(tr("&Comment…"), QKeySequence(Qt::CTRL | Qt::Key_M), this, &Reviewing::commentAsked);
    updateActions();
}

void Reviewing::addViewsTo(QMenu& menu)
{
    menu.addSeparator();
    m_unpublished =
        menu.addAction(tr("Show &Unpublished"), QKeySequence(Qt::Key_F8), this, [this](bool shown) {
            m_workspace.setFilter(withUnpublished(m_workspace.filter(), shown));
        });
    m_unpublished->setCheckable(true);
    m_waiting = menu.addAction(tr("&Waiting for Review"), QKeySequence(Qt::SHIFT | Qt::Key_F8), this,
                               [this] { m_workspace.setFilter(waitingOnly(m_workspace.filter())); });
    updateActions();
}

LinkButton* Reviewing::makeStatus(QWidget* parent)
{
    m_status = new LinkButton(LinkButton::Look::Link, {}, parent);
    m_status->setObjectName(QStringLiteral("waiting"));
    m_status->setToolTip(tr("Shows them (Shift+F8)"));
    connect(m_status, &QAbstractButton::clicked, this,
            [this] { m_workspace.setFilter(waitingOnly(m_workspace.filter())); });
    updateActions();
    return m_status;
}

void Reviewing::updateActions()
{
    const bool canAct = m_workspace.canWrite() && !m_workspace.selection().empty();
    const Columns& columns = m_workspace.columns();
    for (const auto& [state, action] : m_verbs) {
        const auto number = columns.table(Facet::Review).number(reviewCode(state));
        const auto& rows = m_workspace.selection();
        const bool isUseful = std::any_of(rows.begin(), rows.end(), [&, to = number](Row row) {
            return !to || columns.review[row] != *to;
        });
        action->setEnabled(canAct && isUseful);
    }
    if (m_comment)
        m_comment->setEnabled(canAct && m_workspace.selection().size() < 3);
    const auto waiting = static_cast<int>(countOf(m_workspace, ReviewState::Submitted));
    const bool isAllShown = std::all_of(reviewStates.begin(), reviewStates.end(), [this](ReviewState state) {
        return showsReview(m_workspace.filter(), state);
    });
    if (m_unpublished)
        m_unpublished->setChecked(isAllShown);
    if (m_waiting)
        m_waiting->setEnabled(waiting > 0);
    if (!m_status)
        return;
    m_status->setText(tr("%Ln event(s) to review", nullptr, waiting));
    m_status->updateGeometry();
    m_status->setVisible(waiting > 0);
}

bool Reviewing::mayPublish(const std::vector<EventChange>& changes) const
{
    const auto open = std::count_if(changes.begin(), changes.end(), [](const EventChange& change) {
        return openComments(change.after->comments) > 0;
    });
    if (open == 0)
        return true;
    return QMessageBox::question(m_window, tr("Publish"),
                                 tr("%Ln event(s) with comments that are open. Publish all the same?",
                                    nullptr, static_cast<int>(open))) == QMessageBox::Yes;
}

void Reviewing::review(ReviewState to)
{
    std::vector<Event> events;
    for (const Row row : m_workspace.selection())
        events.push_back(m_workspace.event(row));
    const auto changes = reviewChanges(events, to);
    if (changes.empty() || (to == ReviewState::Published && !mayPublish(changes)))
        return;
    const auto saved = m_workspace.save(changes, reviewStepName(changes, to));
    if (!saved && saved.error().kind != Error::Kind::Cancelled)
        QMessageBox::warning(m_window, tr("Interdict"), saved.error().message);
}

} // namespace interdict
