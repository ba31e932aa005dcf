// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline view's keyboard: steps between events, lanes and milestones, and what else keys do.
#include "widgets/timeline/eventwords.h"
#include "widgets/timeline/hovercard.h"
#include "widgets/timeline/timelineview.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace interdict {

namespace {
constexpr double keyZoom = 1.5;
constexpr double keyPan = 0.2;      // of the width
constexpr double revealMargin = 20; // px that a focused mark keeps from the edges
} // namespace

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    if (shift ? pan(event) || command(event) : navigate(event) || command(event))
        return;
    QWidget::keyPressEvent(event);
}

bool TimelineView::navigate(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        stepInLane(-1);
        return true;
    case Qt::Key_Right:
        stepInLane(1);
        return true;
    case Qt::Key_Up:
        stepLane(-1);
        return true;
    case Qt::Key_Down:
        stepLane(1);
        return true;
    case Qt::Key_Home:
        stepToEnd(false);
        return true;
    case Qt::Key_End:
        stepToEnd(true);
        return true;
    default:
        return false;
    }
}

bool TimelineView::pan(QKeyEvent* event)
{
    const double step = m_scale.width() * keyPan;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        m_isFitted = false;
        moveTo(m_target.panned(event->key() == Qt::Key_Left ? step : -step), true);
        return true;
    case Qt::Key_Up:
        scrollLanes(-TimelineLayout::subRowHeight);
        return true;
    case Qt::Key_Down:
        scrollLanes(TimelineLayout::subRowHeight);
        return true;
    default:
        return false;
    }
}

bool TimelineView::command(QKeyEvent* event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(keyZoom);
        return true;
    case Qt::Key_Minus:
        zoom(1 / keyZoom);
        return true;
    case Qt::Key_0:
    case Qt::Key_F:
        if (control && event->key() == Qt::Key_F)
            return false; // find
        fit();
        return true;
    case Qt::Key_PageUp:
        scrollLanes(-m_bar->pageStep());
        return true;
    case Qt::Key_PageDown:
        scrollLanes(m_bar->pageStep());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        actOnFocus(true, false);
        return true;
    case Qt::Key_Space:
        actOnFocus(false, control);
        return true;
    case Qt::Key_Escape:
        if (m_card->isVisible())
            clearHover();
        else if (!m_workspace.selection().empty())
            m_workspace.clearSelection();
        else
            return false;
        return true;
    default:
        return false;
    }
}

int TimelineView::focusLane() const
{
    for (int lane = 0; m_focus && !m_focus->isMilestone && lane < m_lanes.size(); ++lane) {
        if (m_lanes.plain(lane).code == m_focus->lane)
            return lane;
    }
    return -1;
}

// Where the keyboard begins: at the current event, else at the first in view, else at the first of all.
std::optional<TimelineFocus> TimelineView::firstFocus() const
{
    if (m_lanes.isEmpty())
        return std::nullopt;
    const auto current = m_workspace.current();
    for (const TimelineItem& item : m_layout.items()) {
        if (item.kind == TimelineItem::Kind::Event && (item.selected || !current))
            return TimelineFocus{m_lanes.plain(item.lane).code, item.row, false};
    }
    return TimelineFocus{m_lanes.plain(0).code, m_lanes.lane(0).rows.front(), false};
}

void TimelineView::stepInLane(int direction)
{
    layoutNow();
    if (!m_focus) {
        if (const auto first = firstFocus())
            setFocusOn(*first);
        return;
    }
    const auto item = m_layout.focusedItem();
    TimelineFocus next = *m_focus;
    if (next.isMilestone) {
        const auto count = static_cast<int>(m_milestones.milestones.size());
        int index = static_cast<int>(next.row) + direction;
        if (item) {
            const TimelineItem& from = m_layout.items()[static_cast<std::size_t>(*item)];
            index = direction > 0 ? static_cast<int>(from.end) : static_cast<int>(from.begin) - 1;
        }
        next.row = static_cast<Row>(std::clamp(index, 0, count - 1));
        return setFocusOn(next);
    }
    if (focusLane() < 0)
        return m_focus.reset();
    const auto& rows = m_lanes.lane(focusLane()).rows;
    // A fold is one stop: its other members are passed over.
    const std::vector<Row> passed =
        item ? m_layout.rows(m_layout.items()[static_cast<std::size_t>(*item)]) : std::vector<Row>{next.row};
    auto at = std::find(rows.begin(), rows.end(), next.row) - rows.begin();
    const auto size = static_cast<std::ptrdiff_t>(rows.size());
    do
        at += direction;
    while (at >= 0 && at < size &&
           std::find(passed.begin(), passed.end(), rows[static_cast<std::size_t>(at)]) != passed.end());
    if (at < 0 || at >= size)
        return revealFocus();
    next.row = rows[static_cast<std::size_t>(at)];
    setFocusOn(next);
}

void TimelineView::stepLane(int direction)
{
    layoutNow();
    if (!m_focus)
        return stepInLane(1);
    const int from = focusLane();
    const int lane = from + direction;
    const bool hasMilestones = !m_milestones.milestones.empty();
    if (lane >= m_lanes.size() || lane < (hasMilestones ? -1 : 0))
        return revealFocus();
    const auto wanted = m_focus->isMilestone ? anchorOf(m_milestones.milestones[m_focus->row].date.interval())
                                             : anchorOf(m_workspace.columns().start(m_focus->row));
    const AnchorIndex& index = lane < 0 ? m_milestones.index : m_lanes.lane(lane).index;
    // The entry nearest in time.
    auto after = std::lower_bound(index.anchors.begin(), index.anchors.end(), wanted);
    if (after == index.anchors.end() ||
        (after != index.anchors.begin() && wanted - *(after - 1) < *after - wanted))
        --after;
    const std::uint32_t entry = index.begin[static_cast<std::size_t>(after - index.anchors.begin())];
    if (lane < 0)
        setFocusOn({{}, entry, true});
    else
        setFocusOn({m_lanes.plain(lane).code, m_lanes.lane(lane).rows[entry], false});
}

void TimelineView::stepToEnd(bool last)
{
    layoutNow();
    const auto start = m_focus ? m_focus : firstFocus();
    if (!start)
        return;
    TimelineFocus next = *start;
    m_focus = start;
    if (next.isMilestone)
        next.row = last ? static_cast<Row>(m_milestones.milestones.size() - 1) : 0;
    else if (focusLane() >= 0)
        next.row = last ? m_lanes.lane(focusLane()).rows.back() : m_lanes.lane(focusLane()).rows.front();
    setFocusOn(next);
}

void TimelineView::setFocusOn(const TimelineFocus& focus)
{
    m_focus = focus;
    invalidate();
    revealFocus();
}

// Brings the focused mark into view, tells of it on the card and to those who listen.
void TimelineView::revealFocus()
{
    if (!m_focus)
        return;
    const DayInterval days = m_focus->isMilestone ? m_milestones.milestones[m_focus->row].date.interval()
                                                  : m_workspace.columns().start(m_focus->row);
    const double x = m_scale.xOf(anchorDay(anchorOf(days)));
    const double margin = std::min(revealMargin, m_scale.width() / 4);
    const double wanted = std::clamp(x, m_scale.left() + margin, m_scale.right() - margin);
    if (wanted != x) {
        m_isFitted = false;
        moveTo(m_scale.panned(wanted - x), false);
    }
    const int lane = focusLane();
    if (lane >= 0) {
        const double top = layoutNow().laneTop(lane) - m_bar->value();
        const double room =
            m_layout.lanesRect().height() - TimelineLayout::subRowHeight - 2 * TimelineLayout::lanePadding;
        scrollLanes(top < 0 ? top : std::max(0.0, top - room));
    }
    const auto item = layoutNow().focusedItem();
    if (!item)
        return;
    const TimelineItem& focused = m_layout.items()[static_cast<std::size_t>(*item)];
    const bool isEvent = focused.kind == TimelineItem::Kind::Event && !focused.isFold();
    showCardFor(focused);
    m_workspace.setHover(isEvent ? Hover{focused.row, {}} : Hover{});
    QAccessibleEvent told(this, QAccessible::Focus);
    told.setChild(*item);
    QAccessible::updateAccessibility(&told);
}

void TimelineView::actOnFocus(bool open, bool add)
{
    const auto index = layoutNow().focusedItem();
    if (!index)
        return stepInLane(1);
    const TimelineItem item = m_layout.items()[static_cast<std::size_t>(*index)];
    if (item.isFold())
        openFold(item);
    else if (item.kind == TimelineItem::Kind::Event && open)
        m_workspace.activate(item.row);
    else if (item.kind == TimelineItem::Kind::Event)
        selectRow(item.row, add);
}

void TimelineView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    const Qt::FocusReason reason = event->reason();
    m_focusIsShown =
        reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    invalidate();
}

void TimelineView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    hideCard();
    invalidate();
}

QString TimelineView::itemName(const TimelineItem& item)
{
    if (item.kind == TimelineItem::Kind::Milestone)
        return item.isFold() ? tr("%n milestones", nullptr, static_cast<int>(item.count))
                             : words().name(m_milestones.milestones[item.row]);
    if (!item.isFold())
        return words().name(item.row);
    const QString lane = m_lanes.plain(item.lane).name;
    const QString fold = words().foldName(layoutNow().rows(item));
    return lane.isEmpty() ? fold : QStringLiteral("%1: %2").arg(lane, fold);
}

void TimelineView::focusItem(const TimelineItem& item)
{
    setFocus(Qt::OtherFocusReason);
    const bool isMilestone = item.kind == TimelineItem::Kind::Milestone;
    setFocusOn({isMilestone ? QString() : m_lanes.plain(item.lane).code, item.row, isMilestone});
}

void TimelineView::pressItem(const TimelineItem& item)
{
    clickItem(item, false);
}

} // namespace interdict
