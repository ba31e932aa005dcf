// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelinelayouter.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace interdict {

namespace {

constexpr double pixelsPerDayOfTwoRows = 4; // from this zoom on lanes grow, further at each doubling
constexpr std::array rowsByZoom{1, 2, 3, 4, 6, 10, 20, 60}; // in the end even a crowded day stands open
constexpr int mostRowsByRoom = 30;
constexpr std::size_t mostStacked = 40'000; // events; beyond, one row a lane keeps a frame within its budget
constexpr std::size_t mostFittedToRoom = 3000; // events; the room is found by trying
constexpr double barHeight = 8;
constexpr double tallBarHeight = 16; // of one event alone: its label stands on it
constexpr double thinHeight = 2;     // not in force; below mark and label
constexpr double thinTop = 18;
constexpr double tail = 26; // px over which a bar that goes on fades behind today
constexpr double milestoneSize = 10;
constexpr double milestonePillHeight = 16;
constexpr double leastBar = 0.75; // px; narrower ones are drawn as wide
constexpr double lookAside = 200; // px beyond the view within which marks are still placed

QString tr(const char* text)
{
    return QCoreApplication::translate("Timeline", text);
}

double laneHeight(int subRows)
{
    return subRows * TimelineLayout::subRowHeight + 2 * TimelineLayout::lanePadding;
}

} // namespace

TimelineLayouter::TimelineLayouter(const TimelineInput& input, TimelineLayout& layout)
    : in(input)
    , m(layout)
    , m_columns(input.lanes ? &input.lanes->columns() : nullptr)
{
    const double digit = in.boldWidth(QStringLiteral("0"));
    for (std::size_t i = 0; i < m_metrics.pillWidths.size(); ++i)
        m_metrics.pillWidths[i] = std::round(std::max(18.0, digit * double(i + 1) + 10));
    if (m_columns && !in.hover.place.isEmpty())
        m_hoverPlace = m_columns->table(Facet::Country).number(in.hover.place);
}

void TimelineLayouter::run()
{
    m.m_ticks = m.m_scale.ticks(in.locale, in.boldWidth);
    if (in.milestones)
        layOutMilestones();
    if (in.lanes && m_columns)
        layOutLanes();
    layOutLines();
    layOutMeasure();
}

PixelRange TimelineLayouter::visible() const
{
    return {m.m_scale.left() - origin() - m_metrics.size, m.m_scale.right() - origin() + m_metrics.size};
}

void TimelineLayouter::layOutMilestones()
{
    const QRectF band = m.milestoneRect();
    if (band.isEmpty())
        return;
    MarkMetrics metrics = m_metrics;
    metrics.size = milestoneSize;
    for (const PlacedMark& mark :
         foldMarks(in.milestones->index, m.m_scale.pixelsPerDay(), visible(), metrics))
        addMilestone(mark, band.top() + (band.height() - TimelineLayout::subRowHeight) / 2);
    layOutLabels(0, {}, band.top() + (band.height() - TimelineLayout::subRowHeight) / 2);
}

void TimelineLayouter::addMilestone(const PlacedMark& mark, double top)
{
    TimelineItem item;
    item.kind = TimelineItem::Kind::Milestone;
    item.begin = mark.begin;
    item.end = mark.end;
    item.count = mark.count();
    item.row = mark.begin;
    const double height = item.isFold() ? milestonePillHeight : milestoneSize;
    item.rect =
        QRectF(origin() + mark.left(), top + (TimelineLayout::subRowHeight - height) / 2, mark.width, height);
    const Milestone& milestone = in.milestones->milestones[mark.begin];
    item.filled = milestone.country == QLatin1String("CN");
    item.focused =
        in.focus && in.focus->isMilestone && item.begin <= in.focus->row && in.focus->row < item.end;
    m.m_items.push_back(item);
}

int TimelineLayouter::subRowsByZoom() const
{
    const double closer = std::max(m.m_scale.pixelsPerDay() / pixelsPerDayOfTwoRows, 0.5);
    const auto level =
        std::min(static_cast<std::size_t>(1 + std::floor(std::log2(closer))), rowsByZoom.size() - 1);
    return rowsByZoom[level];
}

// The most sub-rows with which all lanes still fit into the view, each as high as its fullest place needs: so
// few lanes stand open at any zoom, and stay as they are while panning.
int TimelineLayouter::subRowsByRoom(std::size_t events) const
{
    const auto height = [this](int subRows) {
        double sum = 0;
        for (int lane = 0; lane < in.lanes->size(); ++lane) {
            int last = 0;
            const StackedLane stack = stackMarks(in.lanes->lane(lane), *m_columns, m.m_scale.pixelsPerDay(),
                                                 subRows, std::numeric_limits<double>::max(), m_metrics);
            for (const PlacedMark& mark : stack.marks)
                last = std::max(last, mark.subRow);
            sum += laneHeight(last + 1);
        }
        return sum;
    };
    const double room = m.lanesRect().height();
    if (events > mostFittedToRoom || in.lanes->size() * laneHeight(1) > room)
        return 1;
    int fits = 1;
    for (int tooMany = mostRowsByRoom + 1; tooMany - fits > 1;) {
        const int middle = (fits + tooMany) / 2;
        (height(middle) <= room ? fits : tooMany) = middle;
    }
    return fits;
}

void TimelineLayouter::layOutLanes()
{
    std::size_t events = 0;
    for (int lane = 0; lane < in.lanes->size(); ++lane)
        events += in.lanes->plain(lane).rows.size();
    const int subRows = events > mostStacked ? 1
                        : in.subRows > 0     ? in.subRows
                                             : std::max(subRowsByZoom(), subRowsByRoom(events));

    const double shift = m.lanesRect().top() - in.scroll;
    double top = 0;
    for (int lane = 0; lane < in.lanes->size(); ++lane) {
        const Placed placed = placeLane(lane, subRows);
        m.m_laneTops.push_back(top);
        const QRectF rect(0, shift + top, m.m_size.width(), laneHeight(placed.subRows));
        if (rect.intersects(m.lanesRect())) {
            addLaneBox(lane, rect);
            layOutLane(lane, placed, rect.top() + TimelineLayout::lanePadding);
        }
        top += rect.height();
    }
    m.m_contentHeight = top;
}

TimelineLayouter::Placed TimelineLayouter::placeLane(int lane, int subRows) const
{
    Placed placed;
    if (subRows <= 1 || in.lanes->plain(lane).rows.size() < 2)
        return placed;
    placed.stack = stackMarks(in.lanes->lane(lane), *m_columns, m.m_scale.pixelsPerDay(), subRows,
                              visible().to + lookAside, m_metrics);
    placed.subRows = usedSubRows(*placed.stack);
    return placed;
}

// Only what is in view needs room: a lane is as high as its fullest place there.
int TimelineLayouter::usedSubRows(const StackedLane& stack) const
{
    const PixelRange range = visible();
    const double perDay = m.m_scale.pixelsPerDay();
    int last = 0;
    for (const PlacedMark& mark : stack.marks) {
        if (mark.right() > range.from && mark.left() < range.to)
            last = std::max(last, mark.subRow);
    }
    for (const PlacedSpan& placed : stack.spans) {
        if (placed.span.possible.from * perDay < range.to && placed.span.possible.end * perDay > range.from)
            last = std::max(last, placed.subRow);
    }
    return last + 1;
}

void TimelineLayouter::addLaneBox(int lane, const QRectF& rect)
{
    constexpr double margin = 12;
    const TimelineLane& source = in.lanes->plain(lane);
    LaneBox box{lane, rect, source.name, in.locale.toString(static_cast<qulonglong>(source.rows.size())),
                false};
    const double room = m.m_scale.left() - 3 * margin - in.textWidth(box.count);
    QString name = source.name.isEmpty() ? tr("All events") : source.name;
    if (!source.shortName.isEmpty() && in.textWidth(name) > room)
        name = source.shortName;
    box.name = elided(name, room, in.textWidth);
    box.highlighted = in.lanes->ofPlaces() && isHovered(source);
    m.m_lanes.push_back(box);
}

void TimelineLayouter::layOutLane(int lane, const Placed& placed, double top)
{
    const TimelineLane& source = in.lanes->lane(lane);
    const std::size_t firstItem = m.m_items.size();
    const std::size_t firstBar = m.m_bars.size();
    if (placed.stack) {
        addSpans(*placed.stack, source, top);
        for (const PlacedMark& mark : placed.stack->marks)
            if (mark.right() > visible().from && mark.left() < visible().to)
                addMark(lane, mark, &*placed.stack, top);
    } else {
        addStretches(source.other, false, top);
        addStretches(source.inForce, true, top);
        for (const PlacedMark& mark : foldMarks(source.index, m.m_scale.pixelsPerDay(), visible(), m_metrics))
            addMark(lane, mark, nullptr, top);
    }
    std::vector<double> firstMark(static_cast<std::size_t>(placed.subRows), m.m_scale.right());
    for (std::size_t i = m.m_items.size(); i-- > firstItem;) {
        const double row = (m.m_items[i].rect.center().y() - top) / TimelineLayout::subRowHeight;
        firstMark[static_cast<std::size_t>(row)] = m.m_items[i].rect.left();
    }
    layOutLabels(firstItem, placed, top);
    if (placed.stack)
        labelBarsFromTheLeft(firstMark, firstBar, top);
}

void TimelineLayouter::addStretches(const std::vector<Stretch>& stretches, bool inForce, double top)
{
    const double left = m.m_scale.dayAt(m.m_scale.left());
    auto it = std::partition_point(stretches.begin(), stretches.end(),
                                   [left](const Stretch& s) { return s.end <= left; });
    double drawn = m.m_scale.left() - 1; // stretches that end within one pixel of it add nothing
    for (; it != stretches.end() && it->from < m.m_scale.last(); ++it) {
        if (it->end != noEnd && m.m_scale.xOf(it->end) < drawn + leastBar)
            continue;
        if (const TimelineBar* bar = addBar(*it, inForce, false, top))
            drawn = bar->rect.right();
    }
}

// The sure part, and on either side of it what is only possible.
void TimelineLayouter::addSpans(const StackedLane& stack, const TimelineLane& lane, double top)
{
    for (const PlacedSpan& placed : stack.spans) {
        const auto& [possible, sure, inForce] = placed.span;
        const bool anySure = sure.from < sure.end;
        Stretch before = possible;
        Stretch after = possible;
        before.end = anySure ? sure.from : possible.end;
        after.from = anySure ? sure.end : possible.end;
        for (const Stretch& stretch : {before, sure, after}) {
            TimelineBar* bar =
                addBar(stretch, inForce, true, top + placed.subRow * TimelineLayout::subRowHeight);
            if (!bar)
                continue;
            bar->row = lane.rows[placed.entry];
            bar->selected = isSelected(*bar->row);
        }
    }
}

// Nothing where the stretch is empty or out of view.
TimelineBar* TimelineLayouter::addBar(const Stretch& stretch, bool inForce, bool alone, double top)
{
    const TimeScale& scale = m.m_scale;
    const bool goesOn = stretch.end == noEnd;
    const double from = std::max(scale.xOf(stretch.from), scale.left());
    const double now = std::max(scale.xOf(in.today + 1), scale.xOf(stretch.from));
    const double to = std::min(goesOn ? now + tail : scale.xOf(stretch.end), scale.right());
    if (stretch.from >= stretch.end || to <= from)
        return nullptr;
    TimelineBar bar;
    const double height = !inForce ? thinHeight : alone ? tallBarHeight : barHeight;
    const double y = inForce ? (TimelineLayout::subRowHeight - height) / 2 : thinTop;
    bar.rect = QRectF(from, top + y, std::max(to - from, leastBar), height);
    bar.style = stretch.style;
    bar.certain = stretch.certain;
    bar.inForce = inForce;
    bar.goesOn = goesOn && now + tail <= scale.right() + 1;
    m.m_bars.push_back(bar);
    return &m.m_bars.back();
}

void TimelineLayouter::addMark(int lane, const PlacedMark& mark, const StackedLane* stack, double top)
{
    const TimelineLane& source = in.lanes->lane(lane);
    TimelineItem item;
    item.lane = lane;
    item.count = mark.count();
    item.stacked = stack != nullptr;
    item.begin = mark.begin;
    item.end = mark.end;
    if (stack) {
        item.begin = static_cast<std::uint32_t>(m.m_members.size());
        m.m_members.insert(m.m_members.end(), stack->members.begin() + mark.begin,
                           stack->members.begin() + mark.end);
        item.end = static_cast<std::uint32_t>(m.m_members.size());
    }
    const double height = item.isFold() ? m_metrics.pillHeight : m_metrics.size;
    const double rowTop = top + mark.subRow * TimelineLayout::subRowHeight;
    item.rect = QRectF(origin() + mark.left(), rowTop + (TimelineLayout::subRowHeight - height) / 2,
                       mark.width, height);
    item.row = source.rows[entry(item, 0)];
    countStyles(item, source);
    emphasise(item, source);
    if (!item.isFold())
        describeSingle(item);
    m.m_items.push_back(std::move(item));
}

std::size_t TimelineLayouter::entry(const TimelineItem& item, std::uint32_t i) const
{
    return item.stacked ? m.m_members[item.begin + i] : item.begin + i;
}

void TimelineLayouter::countStyles(TimelineItem& item, const TimelineLane& lane) const
{
    item.style = lane.styles[entry(item, 0)];
    if (!item.isFold())
        return;
    std::array<std::uint32_t, 256> counts{};
    for (std::uint32_t i = 0; i < item.count; ++i)
        ++counts[lane.styles[entry(item, i)]];
    std::uint32_t most = 0;
    for (std::size_t style = 0; style < in.lanes->styles().size(); ++style) {
        if (counts[style] == 0)
            continue;
        item.shares.push_back({static_cast<std::uint8_t>(style), counts[style]});
        if (counts[style] > most) {
            most = counts[style];
            item.style = static_cast<std::uint8_t>(style);
        }
    }
}

bool TimelineLayouter::isSelected(Row row) const
{
    return std::find(in.selection.begin(), in.selection.end(), row) != in.selection.end();
}

// Lanes of places light up for the place they stand for; those of subdivisions for their country, too.
bool TimelineLayouter::isHovered(const TimelineLane& lane) const
{
    const bool byPlace = in.lanes->by() == LaneBy::Place;
    if (in.hover.row)
        return lane.code ==
               (byPlace ? m_columns->placeCode(*in.hover.row) : m_columns->countryCode(*in.hover.row));
    if (in.hover.place.isEmpty())
        return false;
    const QString country = m_columns->countryCode(lane.rows.front());
    return in.hover.place == lane.code ||
           (byPlace ? in.hover.place : in.hover.place.section(u'-', 0, 0)) == country;
}

bool TimelineLayouter::isHovered(Row row) const
{
    const int place = m_columns->place[row];
    return in.hover.row == row ||
           (m_hoverPlace &&
            (place == *m_hoverPlace || m_columns->countryOf[m_columns->place[row]] == *m_hoverPlace));
}

// Members are ordered by anchor, so a row is looked for only among those of its day.
bool TimelineLayouter::holds(const TimelineItem& item, const TimelineLane& lane, Row row) const
{
    const auto anchorAt = [&](std::uint32_t i) {
        return anchorOf(m_columns->start(lane.rows[entry(item, i)]));
    };
    const Anchor wanted = anchorOf(m_columns->start(row));
    std::uint32_t from = 0;
    for (std::uint32_t length = item.count; length > 0;) {
        const std::uint32_t half = length / 2;
        const bool before = anchorAt(from + half) < wanted;
        from = before ? from + half + 1 : from;
        length = before ? length - half - 1 : half;
    }
    for (; from < item.count && anchorAt(from) == wanted; ++from) {
        if (lane.rows[entry(item, from)] == row)
            return true;
    }
    return false;
}

void TimelineLayouter::emphasise(TimelineItem& item, const TimelineLane& lane) const
{
    constexpr std::uint32_t mostSearched = 256; // members; a larger fold is not lit up for a place
    const auto held = [&](Row row) { return holds(item, lane, row); };
    item.selected = std::any_of(in.selection.begin(), in.selection.end(), held);
    item.focused = in.focus && !in.focus->isMilestone && in.focus->lane == lane.code && held(in.focus->row);
    item.hovered = in.hover.row && held(*in.hover.row);
    for (std::uint32_t i = 0; m_hoverPlace && !item.hovered && item.count <= mostSearched && i < item.count;
         ++i)
        item.hovered = isHovered(lane.rows[entry(item, i)]);
}

void TimelineLayouter::describeSingle(TimelineItem& item) const
{
    item.unknownEnd = m_columns->has(item.row, Columns::EndUnknown);
    const double from = m.m_scale.xOf(m_columns->startFirst[item.row]);
    const double to = m.m_scale.xOf(m_columns->startLast[item.row] + 1);
    const bool partial = m_columns->startFirst[item.row] != m_columns->startLast[item.row];
    if (partial && to - from > m_metrics.size + 2)
        item.when = PixelRange{from, to};
}

} // namespace interdict
