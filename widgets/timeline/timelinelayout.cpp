// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelinelayout.h"

#include "widgets/timeline/timelinelayouter.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace interdict {

namespace {

constexpr double hitMargin = 4; // px around a mark that count as it

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("Timeline", text, nullptr, n);
}

double distanceTo(const QRectF& rect, QPointF point)
{
    const double dx = std::max({rect.left() - point.x(), 0.0, point.x() - rect.right()});
    const double dy = std::max({rect.top() - point.y(), 0.0, point.y() - rect.bottom()});
    return std::max(dx, dy);
}

QString itemText(const TimelineItem& item)
{
    const QString x = QString::number(std::lround(item.rect.center().x()));
    QString text = item.isFold() ? QStringLiteral("(%1)%2").arg(item.count).arg(x)
                                 : QStringLiteral("%1@%2").arg(item.style).arg(x);
    if (item.when)
        text += QStringLiteral("[%1..%2]").arg(std::lround(item.when->from)).arg(std::lround(item.when->to));
    if (item.unknownEnd)
        text += u'?';
    for (const auto& [set, sign] :
         {std::pair(item.selected, u'*'), {item.hovered, u'^'}, {item.focused, u'!'}})
        if (set)
            text += sign;
    return text;
}

QString barText(const TimelineBar& bar)
{
    return QStringLiteral("%1%2[%3..%4%5]")
        .arg(bar.inForce ? QStringLiteral("=") : QStringLiteral("-"))
        .arg(bar.certain ? QString::number(bar.style) : QStringLiteral("%1?").arg(bar.style))
        .arg(std::lround(bar.rect.left()))
        .arg(std::lround(bar.rect.right()))
        .arg(bar.goesOn ? QStringLiteral(">") : QString());
}

} // namespace

QString daysBetween(DayInterval a, DayInterval b)
{
    if (b.first < a.first)
        std::swap(a, b);
    const int least = std::max(0, b.first - a.last);
    const int most = std::max(b.last - a.first, a.last - b.first);
    if (most == 0)
        return tr("same day");
    if (least != most)
        return tr("%1–%2 days").arg(least).arg(most);
    return least == 1 ? tr("1 day") : tr("%n days", least);
}

QString elided(const QString& text, double room, const TextWidth& textWidth)
{
    constexpr qsizetype fewestLetters = 4;
    const double whole = textWidth(text);
    if (whole <= room)
        return text;
    // Letters differ in width: begin where the average says, then give way.
    auto letters = static_cast<qsizetype>(room / std::max(whole, 1.0) * static_cast<double>(text.size()));
    for (; letters > fewestLetters; --letters) {
        const QString shorter = text.left(letters - 1).trimmed() + u'…';
        if (textWidth(shorter) <= room)
            return shorter;
    }
    return {};
}

double TimelineLayout::plotLeft(double width)
{
    return std::round(std::clamp(width * 0.16, 132.0, 172.0));
}

TimelineLayout::TimelineLayout(const TimelineInput& input)
    : m_size(input.size)
    , m_scale(input.scale)
    , m_source(input.lanes)
    , m_milestones(input.milestones)
{
    TimelineLayouter(input, *this).run();
}

QRectF TimelineLayout::milestoneRect() const
{
    const bool any = m_milestones && !m_milestones->milestones.empty();
    return {0, axisHeight, m_size.width(), any ? milestoneHeight : 0};
}

QRectF TimelineLayout::lanesRect() const
{
    const double top = milestoneRect().bottom();
    return {0, top, m_size.width(), std::max(0.0, m_size.height() - top)};
}

QRectF TimelineLayout::plotRect() const
{
    return {m_scale.left(), 0, m_scale.width(), m_size.height()};
}

double TimelineLayout::laneTop(int lane) const
{
    return m_laneTops[static_cast<std::size_t>(lane)];
}

const std::vector<MarkStyle>& TimelineLayout::styles() const
{
    static const std::vector<MarkStyle> none;
    return m_source ? m_source->styles() : none;
}

std::vector<Row> TimelineLayout::rows(const TimelineItem& item, std::size_t atMost) const
{
    std::vector<Row> result;
    if (item.kind == TimelineItem::Kind::Milestone)
        return result;
    const TimelineLane& lane = m_source->lane(item.lane);
    const std::size_t count = std::min<std::size_t>(item.end - item.begin, atMost);
    for (std::size_t i = item.begin; i < item.begin + count; ++i)
        result.push_back(lane.rows[item.stacked ? m_members[i] : i]);
    return result;
}

std::vector<std::uint32_t> TimelineLayout::milestones(const TimelineItem& item) const
{
    std::vector<std::uint32_t> result;
    for (std::uint32_t i = item.begin; item.kind == TimelineItem::Kind::Milestone && i < item.end; ++i)
        result.push_back(i);
    return result;
}

TimelineLayout::Hit TimelineLayout::hitTest(QPointF point) const
{
    const bool inLanes = lanesRect().contains(point);
    double nearest = hitMargin;
    Hit hit;
    for (int i = 0; i < static_cast<int>(m_items.size()); ++i) {
        const TimelineItem& item = m_items[static_cast<std::size_t>(i)];
        const double distance = distanceTo(item.rect, point);
        const bool reachable = inLanes == (item.kind == TimelineItem::Kind::Event);
        if (reachable && point.x() >= m_scale.left() && distance < nearest) {
            nearest = distance;
            hit = {Hit::Kind::Item, i};
        }
    }
    if (hit.kind == Hit::Kind::Item)
        return hit;
    if (axisRect().contains(point) && point.x() >= m_scale.left())
        return {Hit::Kind::Axis, -1};
    if (!inLanes)
        return {milestoneRect().contains(point) ? Hit::Kind::Plot : Hit::Kind::Nothing, -1};
    if (point.x() >= m_scale.left()) {
        for (int i = static_cast<int>(m_bars.size()) - 1; i >= 0; --i) { // the topmost first
            const TimelineBar& bar = m_bars[static_cast<std::size_t>(i)];
            if (bar.row && bar.rect.adjusted(0, -2, 0, 2).contains(point))
                return {Hit::Kind::Bar, i};
        }
    }
    for (const LaneBox& box : m_lanes) {
        if (box.rect.contains(point))
            return {point.x() < m_scale.left() ? Hit::Kind::LaneName : Hit::Kind::Plot, box.lane};
    }
    return {Hit::Kind::Plot, -1};
}

std::optional<int> TimelineLayout::focusedItem() const
{
    const auto it =
        std::find_if(m_items.begin(), m_items.end(), [](const TimelineItem& i) { return i.focused; });
    return it == m_items.end() ? std::nullopt : std::optional(static_cast<int>(it - m_items.begin()));
}

QString TimelineLayout::toText() const
{
    QStringList lines;
    QStringList parts;
    const auto flush = [&](const QString& head) {
        lines << (parts.isEmpty() ? head : head + u' ' + parts.join(u' '));
        parts.clear();
    };
    for (const TimelineItem& item : m_items)
        if (item.kind == TimelineItem::Kind::Milestone)
            parts << (item.filled ? QString() : QStringLiteral("o")) + itemText(item);
    if (!milestoneRect().isEmpty())
        flush(QStringLiteral("milestones:"));
    for (const LaneBox& box : m_lanes) {
        for (const TimelineBar& bar : m_bars)
            if (box.rect.contains(bar.rect.center()))
                parts << barText(bar);
        for (const TimelineItem& item : m_items)
            if (item.kind == TimelineItem::Kind::Event && item.lane == box.lane)
                parts << itemText(item);
        for (const TimelineLabel& label : m_labels)
            if (box.rect.contains(label.rect.center()))
                parts << QStringLiteral("'%1'").arg(label.text);
        flush(QStringLiteral("%1%2 %3:")
                  .arg(box.highlighted ? QStringLiteral("^") : QString(), box.name, box.count));
    }
    for (const TimelineLine& line : m_lines)
        lines << QStringLiteral("line %1: %2").arg(std::lround(line.x)).arg(line.label);
    if (m_measure)
        lines << QStringLiteral("measure %1..%2: %3")
                     .arg(std::lround(m_measure->from))
                     .arg(std::lround(m_measure->to))
                     .arg(m_measure->label);
    return lines.join(u'\n');
}

} // namespace interdict
