// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of the timeline's layout: labels beside marks, lines with their chips, the measure.
#include "widgets/timeline/timelinelayouter.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace interdict {

namespace {

constexpr double labelGap = 4;         // px between a mark and its label, and before the next mark
constexpr double leastRoom = 40;       // px; a label with less says nothing
constexpr double leastRoomElided = 96; // nor does the beginning of one
constexpr double signWidth = 8;        // of the question mark after a mark
constexpr double chipPadding = 6;

QString tr(const char* text)
{
    return QCoreApplication::translate("Timeline", text);
}

} // namespace

// A label stands right of its mark and ends before the next one of its row.
void TimelineLayouter::layOutLabels(std::size_t firstItem, const Placed& placed, double top)
{
    std::vector<double> limits(static_cast<std::size_t>(placed.subRows), m.m_scale.right());
    for (std::size_t i = m.m_items.size(); i-- > firstItem;) {
        const TimelineItem& item = m.m_items[i];
        const auto row =
            static_cast<std::size_t>((item.rect.center().y() - top) / TimelineLayout::subRowHeight);
        const double begin = item.rect.right() + (item.unknownEnd ? signWidth : 0) + labelGap;
        const double room = limits[row] - labelGap - begin;
        limits[row] = item.rect.left();
        if (!item.isFold() && room >= leastRoom && item.rect.center().x() >= m.m_scale.left())
            addLabel(begin, room, labelText(item), top + double(row) * TimelineLayout::subRowHeight,
                     item.selected, item.kind);
    }
}

QString TimelineLayouter::labelText(const TimelineItem& item) const
{
    return item.kind == TimelineItem::Kind::Milestone ? in.milestones->milestones[item.row].title
                                                      : in.title(item.row);
}

void TimelineLayouter::addLabel(double left, double room, const QString& text, double rowTop, bool strong,
                                TimelineItem::Kind of)
{
    const TextWidth& width = strong ? in.boldWidth : in.textWidth;
    const QString shown = elided(text, room, width);
    if (shown.isEmpty() || (shown.size() < text.size() && room < leastRoomElided))
        return;
    const double top = rowTop + (TimelineLayout::subRowHeight - in.textHeight) / 2;
    m.m_labels.push_back({QRectF(left, top, std::min(width(shown), room), in.textHeight), shown, strong, of});
}

// A bar whose mark lies left of the view says at the edge what it is, where its row has room.
void TimelineLayouter::labelBarsFromTheLeft(const std::vector<double>& firstMark, std::size_t firstBar,
                                            double top)
{
    std::vector<std::optional<Row>> latest(firstMark.size());
    for (std::size_t i = firstBar; i < m.m_bars.size(); ++i) {
        const TimelineBar& bar = m.m_bars[i];
        const auto row =
            static_cast<std::size_t>((bar.rect.center().y() - top) / TimelineLayout::subRowHeight);
        const double mark = m.m_scale.xOf(anchorDay(anchorOf(m_columns->start(*bar.row))));
        const bool markInView = mark >= m.m_scale.left() - m_metrics.size;
        if (bar.rect.left() <= m.m_scale.left() && bar.rect.width() > leastRoom && !markInView)
            latest[row] = bar.row;
    }
    const double left = m.m_scale.left() + labelGap;
    for (std::size_t row = 0; row < latest.size(); ++row) {
        const double room = firstMark[row] - labelGap - left;
        if (latest[row] && room >= leastRoom)
            addLabel(left, room, in.title(*latest[row]), top + double(row) * TimelineLayout::subRowHeight,
                     isSelected(*latest[row]));
    }
}

void TimelineLayouter::layOutLines()
{
    if (in.asOf != in.today)
        addLine(in.asOf, false, tr("As of %1").arg(displayDay(in.asOf, in.locale, true)));
    addLine(in.today, true, tr("Today"));
}

void TimelineLayouter::addLine(Day day, bool isToday, const QString& label)
{
    const double x = m.m_scale.xOf(day + 0.5);
    if (x < m.m_scale.left() || x > m.m_scale.right())
        return;
    TimelineLine line{x, isToday, chipAt(x, label), label};
    // Two lines close together share the axis: the as-of day, which came first, keeps its chip.
    for (const TimelineLine& other : m.m_lines) {
        if (other.chip.intersects(line.chip))
            line.chip = {};
    }
    clearTicksUnder(line.chip);
    m.m_lines.push_back(line);
}

QRectF TimelineLayouter::chipAt(double x, const QString& label) const
{
    const double width = in.boldWidth(label) + 2 * chipPadding;
    const double height = in.textHeight + 4;
    const double most = std::max(m.m_scale.left(), m.m_scale.right() - width);
    const double left = std::clamp(x - width / 2, m.m_scale.left(), most);
    return {left, (TimelineLayout::axisHeight - height) / 2, width, height};
}

void TimelineLayouter::clearTicksUnder(const QRectF& chip)
{
    for (Tick& tick : m.m_ticks) {
        const double from = tick.x + TimeScale::labelGap;
        if (!chip.isEmpty() && from < chip.right() && from + in.boldWidth(tick.label) > chip.left())
            tick.label.clear();
    }
}

void TimelineLayouter::layOutMeasure()
{
    if (in.selection.size() != 2 || !m_columns)
        return;
    const DayInterval a = m_columns->start(in.selection[0]);
    const DayInterval b = m_columns->start(in.selection[1]);
    const auto place = [this](DayInterval days) {
        return std::clamp(m.m_scale.xOf(anchorDay(anchorOf(days))), m.m_scale.left(), m.m_scale.right());
    };
    TimelineMeasure measure{
        std::min(place(a), place(b)), std::max(place(a), place(b)), {}, daysBetween(a, b)};
    measure.chip = chipAt((measure.from + measure.to) / 2, measure.label);
    clearTicksUnder(measure.chip);
    for (TimelineLine& line : m.m_lines) {
        if (line.chip.intersects(measure.chip))
            line.chip = {};
    }
    m.m_measure = measure;
}

} // namespace interdict
