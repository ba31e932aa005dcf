// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline view's pointer: mouse, wheel, touch pad. Each handler reads a gesture, asks the layout what is
// there and calls a verb.
#include "widgets/timeline/eventwords.h"
#include "widgets/timeline/hovercard.h"
#include "widgets/timeline/timelineview.h"

#include <QApplication>
#include <QGestureEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace interdict {

namespace {

constexpr std::size_t listedInCard = 6;
constexpr std::size_t mostSelectedByBand = 1000;
constexpr double wheelZoom = 1.0016; // per eighth of a degree: a notch is a fifth closer
constexpr double linesPerNotch = 3;

bool isTouchPad(const QWheelEvent& wheel)
{
    return wheel.device()->type() == QInputDevice::DeviceType::TouchPad || wheel.phase() != Qt::NoScrollPhase;
}

} // namespace

bool TimelineView::event(QEvent* event)
{
    if (event->type() == QEvent::Gesture && pinch(static_cast<QGestureEvent*>(event)))
        return true;
    if (event->type() == QEvent::NativeGesture && nativeZoom(event))
        return true;
    return QWidget::event(event);
}

bool TimelineView::pinch(QGestureEvent* gesture)
{
    const auto* pinched = static_cast<QPinchGesture*>(gesture->gesture(Qt::PinchGesture));
    if (!pinched)
        return false;
    const QPointF centre = mapFromGlobal(pinched->centerPoint());
    m_isFitted = false;
    moveTo(m_scale.zoomed(std::max(0.01, pinched->scaleFactor()), centre.x()), false, centre.y());
    gesture->accept(Qt::PinchGesture);
    return true;
}

bool TimelineView::nativeZoom(QEvent* event)
{
    const auto* native = static_cast<QNativeGestureEvent*>(event);
    if (native->gestureType() != Qt::ZoomNativeGesture)
        return false;
    m_isFitted = false;
    moveTo(m_scale.zoomed(1 + native->value(), native->position().x()), false, native->position().y());
    return true;
}

void TimelineView::wheelEvent(QWheelEvent* event)
{
    const QPointF turn = event->angleDelta();
    const QPointF pixels = event->pixelDelta().isNull()
                               ? turn / 120 * linesPerNotch * TimelineLayout::subRowHeight
                               : QPointF(event->pixelDelta());
    const bool zooms = event->modifiers().testFlag(Qt::ControlModifier) ||
                       (!isTouchPad(*event) && turn.x() == 0 && event->modifiers() == Qt::NoModifier);
    event->accept();
    if (zooms && event->position().x() >= m_scale.left()) {
        m_isFitted = false;
        const double factor = std::pow(wheelZoom, turn.y());
        moveTo(m_target.zoomed(factor, event->position().x()), !isTouchPad(*event), event->position().y());
        return;
    }
    const bool sideways = event->modifiers().testFlag(Qt::ShiftModifier);
    const double dx = sideways && pixels.x() == 0 ? pixels.y() : pixels.x();
    if (dx != 0) {
        m_isFitted = false;
        moveTo(m_scale.panned(dx), false);
    }
    if (!sideways && pixels.y() != 0)
        scrollLanes(-pixels.y());
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_pressed = m_last = event->position();
    m_drag = Drag::Pressed;
    m_clickMoved = false;
}

void TimelineView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF position = event->position();
    if (m_drag == Drag::Pressed &&
        (position - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        m_drag = event->modifiers().testFlag(Qt::ShiftModifier) ? Drag::Band : Drag::Pan;
        setCursor(m_drag == Drag::Pan ? Qt::ClosedHandCursor : Qt::CrossCursor);
        clearHover();
    }
    const QPointF moved = position - m_last;
    switch (m_drag) {
    case Drag::None:
        updateHover(position);
        break;
    case Drag::Pressed:
        break;
    case Drag::Pan:
        m_last = position;
        if (moved.x() != 0) {
            m_isFitted = false;
            moveTo(m_scale.panned(moved.x()), false);
        }
        scrollLanes(-moved.y());
        break;
    case Drag::Band:
        m_band = QRectF(m_pressed, position).normalized().intersected(layoutNow().plotRect());
        update();
        break;
    }
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mouseReleaseEvent(event);
    const Drag ended = std::exchange(m_drag, Drag::None);
    unsetCursor();
    if (ended == Drag::Band)
        selectBand(m_band);
    else if (ended == Drag::Pressed)
        click(event->position(), event->modifiers().testFlag(Qt::ControlModifier));
    update();
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_clickMoved)
        return;
    const auto hit = layoutNow().hitTest(event->position());
    using Kind = TimelineLayout::Hit::Kind;
    const auto index = static_cast<std::size_t>(hit.index);
    if (hit.kind == Kind::Item && m_layout.items()[index].kind == TimelineItem::Kind::Event) {
        if (!m_layout.items()[index].isFold())
            m_workspace.activate(m_layout.items()[index].row);
    } else if (hit.kind == Kind::Bar) {
        m_workspace.activate(*m_layout.bars()[index].row);
    } else if (hit.kind == Kind::Plot) {
        m_isFitted = false;
        moveTo(m_target.zoomed(2, event->position().x()), true, event->position().y());
    }
}

void TimelineView::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    clearHover();
}

void TimelineView::clearHover()
{
    hideCard();
    m_workspace.setHover({});
}

void TimelineView::updateHover(QPointF position)
{
    const auto hit = layoutNow().hitTest(position);
    const auto index = static_cast<std::size_t>(hit.index);
    using Kind = TimelineLayout::Hit::Kind;
    setCursor(hit.kind == Kind::Item || hit.kind == Kind::LaneName || hit.kind == Kind::Axis
                  ? Qt::PointingHandCursor
                  : Qt::ArrowCursor);
    Hover hover;
    if (hit.kind == Kind::Item) {
        const TimelineItem& item = m_layout.items()[index];
        if (item.kind == TimelineItem::Kind::Event && !item.isFold())
            hover.row = item.row;
        showCardFor(item);
    } else if (hit.kind == Kind::Bar) {
        hover.row = m_layout.bars()[index].row;
        m_card->tell(words().card(*hover.row), QRectF(position, QSizeF(1, 1)).toRect());
    } else if (hit.kind == Kind::Axis) {
        const Day day = static_cast<Day>(std::floor(m_scale.dayAt(position.x())));
        m_card->tell(tr("Click: as of %1").arg(displayDay(day, locale())).toHtmlEscaped(),
                     QRect(position.toPoint(), QSize(1, int(TimelineLayout::axisHeight - position.y()))));
    } else {
        hideCard();
        if (hit.kind == Kind::LaneName)
            hover.place = hoverLaneName(hit.index);
    }
    m_workspace.setHover(hover);
}

// Tells the name where the lane shows it shortened; returns the lane's place, if it is one's.
QString TimelineView::hoverLaneName(int lane)
{
    const TimelineLane& source = m_lanes.plain(lane);
    for (const LaneBox& box : m_layout.lanes()) {
        if (box.lane == lane && !source.name.isEmpty() && box.name != source.name)
            m_card->tell(source.name.toHtmlEscaped(),
                         box.rect.toRect().intersected(QRect(0, 0, int(m_scale.left()), height())));
    }
    return m_lanes.ofPlaces() ? source.code : QString();
}

void TimelineView::showCardFor(const TimelineItem& item)
{
    const EventWords say = words();
    QString text;
    if (item.kind == TimelineItem::Kind::Milestone) {
        std::vector<const Milestone*> first;
        for (const std::uint32_t i : layoutNow().milestones(item))
            if (first.size() < listedInCard)
                first.push_back(&m_milestones.milestones[i]);
        text = item.isFold() ? say.foldCard(first, item.count) : say.card(*first.front());
    } else if (item.isFold()) {
        const Columns& columns = m_workspace.columns();
        const std::vector<Row> all = layoutNow().rows(item);
        const std::span<const Row> first(all.data(), std::min(all.size(), listedInCard));
        text =
            say.foldCard(first, item.count, {columns.startFirst[all.front()], columns.startLast[all.back()]});
    } else {
        text = say.card(item.row);
    }
    m_card->tell(text, item.rect.toAlignedRect());
}

void TimelineView::click(QPointF position, bool add)
{
    using Kind = TimelineLayout::Hit::Kind;
    const auto hit = layoutNow().hitTest(position);
    const auto index = static_cast<std::size_t>(hit.index);
    switch (hit.kind) {
    case Kind::Item:
        clickItem(TimelineItem(m_layout.items()[index]), add);
        break;
    case Kind::Bar:
        selectRow(*m_layout.bars()[index].row, add);
        break;
    case Kind::LaneName:
        filterByLane(hit.index, add);
        break;
    case Kind::Axis:
        m_workspace.setAsOf(static_cast<Day>(std::floor(m_scale.dayAt(position.x()))));
        break;
    case Kind::Plot:
        if (!add)
            m_workspace.clearSelection();
        break;
    case Kind::Nothing:
        break;
    }
}

void TimelineView::clickItem(const TimelineItem& item, bool add)
{
    if (item.isFold())
        return openFold(item);
    if (item.kind == TimelineItem::Kind::Milestone)
        return;
    m_focus = TimelineFocus{m_lanes.plain(item.lane).code, item.row, false};
    selectRow(item.row, add);
}

void TimelineView::selectRow(Row row, bool add)
{
    if (add)
        m_workspace.toggleSelected(row);
    else
        m_workspace.select(row);
}

// Comes so close that what the fold holds fills the view.
void TimelineView::openFold(const TimelineItem& item)
{
    DayInterval days;
    if (item.kind == TimelineItem::Kind::Milestone) {
        days = {m_milestones.milestones[item.begin].date.interval().first,
                m_milestones.milestones[item.end - 1].date.interval().last};
    } else {
        const std::vector<Row> rows = layoutNow().rows(item);
        days = {m_workspace.columns().startFirst[rows.front()], m_workspace.columns().startLast[rows.back()]};
    }
    m_clickMoved = true;
    anchorAt(item.rect.center().y());
    showDays(days);
}

void TimelineView::filterByLane(int lane, bool add)
{
    const auto& facet = laneChoices()[static_cast<std::size_t>(m_laneBy)].facet;
    if (!facet)
        return;
    Filter filter = m_workspace.filter();
    QStringList& chosen = filter[*facet].anyOf;
    const QString code = m_lanes.plain(lane).code;
    const bool alone = chosen == QStringList{code};
    if (!add)
        chosen = alone ? QStringList() : QStringList{code};
    else if (!chosen.removeOne(code))
        chosen << code;
    clearHover();
    m_workspace.setFilter(filter);
}

void TimelineView::selectBand(const QRectF& band)
{
    std::vector<Row> rows;
    for (const TimelineItem& item : layoutNow().items()) {
        if (item.kind != TimelineItem::Kind::Event || !item.rect.intersects(band) ||
            rows.size() >= mostSelectedByBand)
            continue;
        for (const Row row : m_layout.rows(item, mostSelectedByBand))
            if (std::find(rows.begin(), rows.end(), row) == rows.end())
                rows.push_back(row);
    }
    m_workspace.setSelection(rows);
}

} // namespace interdict
