// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/overviewlayout.h"

#include <algorithm>
#include <cmath>

namespace interdict {

namespace {

constexpr double topMargin = 6;
constexpr double edgeReach = 5;    // px on either side of an edge that take hold of it
constexpr double pixelsOfADay = 3; // narrower days snap to months
constexpr double leastBar = 2.5;   // px: one event is seen beside a hundred
constexpr double roomForGaps = 4;  // px a month from which bars stand apart

Day startOfMonth(int index)
{
    return monthStart(0, index);
}

PartialDate monthOf(Day day)
{
    const auto ymd = toDate(day).year_month_day();
    return *PartialDate::ofMonth(ymd.year, ymd.month);
}

bool isOfMonths(const Period& period)
{
    const auto coarse = [](const std::optional<PartialDate>& date) {
        return date && date->precision() != PartialDate::Precision::Days;
    };
    return coarse(period.from) && coarse(period.to);
}

} // namespace

OverviewLayout::OverviewLayout(const OverviewInput& input)
    : m_size(input.size)
{
    const int months = static_cast<int>(input.totals.size());
    m_days.first = months > 0 ? startOfMonth(input.firstMonth) : monthStart(input.today, -12);
    m_days.last = std::max(months > 0 ? startOfMonth(input.firstMonth + months) - 1 : 0,
                           monthStart(input.today, 1) - 1);
    m_scale = TimeScale::fit(m_days, input.left, input.size.width() - input.left, 12);
    m_ticks = m_scale.ticks(input.locale, input.textWidth);
    layOutBars(input);
    for (const Day day : input.milestones)
        m_milestones.push_back(m_scale.xOf(day + 0.5));
    if (input.visibleLast > input.visibleFirst)
        m_frame = rectOf(input.visibleFirst, input.visibleLast);
    if (input.period) {
        const DayInterval days = input.period->days();
        m_brush = rectOf(days.first, double(days.last) + 1);
    }
}

QRectF OverviewLayout::plotRect() const
{
    return {m_scale.left(), topMargin, m_scale.width(),
            std::max(0.0, m_size.height() - topMargin - axisHeight)};
}

QRectF OverviewLayout::rectOf(double first, double last) const
{
    const double from = std::clamp(m_scale.xOf(first), m_scale.left(), m_scale.right());
    const double to = std::clamp(m_scale.xOf(last), m_scale.left(), m_scale.right());
    return {from, 2, std::max(to - from, 1.0), m_size.height() - axisHeight - 2};
}

void OverviewLayout::layOutBars(const OverviewInput& input)
{
    std::uint32_t most = 1;
    for (const std::uint32_t count : input.totals)
        most = std::max(most, count);
    const QRectF plot = plotRect();
    const auto bar = [&](double left, double right, std::uint32_t count) {
        const double height = count == 0 ? 0 : std::max(leastBar, plot.height() * count / most);
        return QRectF(left, plot.bottom() - height, right - left, height);
    };
    Day start = startOfMonth(input.firstMonth);
    for (std::size_t month = 0; month < input.totals.size(); ++month) {
        const Day next = monthStart(start, 1);
        const double left = m_scale.xOf(start);
        const double width = m_scale.xOf(next) - left;
        const double right = left + width - (width >= roomForGaps ? 1 : 0);
        const std::uint32_t result = month < input.result.size() ? input.result[month] : 0;
        if (input.totals[month] > 0)
            m_bars.push_back({bar(left, right, input.totals[month]), bar(left, right, result)});
        start = next;
    }
}

OverviewLayout::Part OverviewLayout::hitTest(double x) const
{
    if (!m_brush)
        return Part::Outside;
    const double toLeft = std::abs(x - m_brush->left());
    const double toRight = std::abs(x - m_brush->right());
    if (std::min(toLeft, toRight) <= edgeReach)
        return toLeft < toRight ? Part::LeftEdge : Part::RightEdge;
    return m_brush->left() < x && x < m_brush->right() ? Part::Brush : Part::Outside;
}

bool OverviewLayout::snapsToMonths() const
{
    return m_scale.pixelsPerDay() < pixelsOfADay;
}

Day OverviewLayout::dayAt(double x) const
{
    return std::clamp(static_cast<Day>(std::floor(m_scale.dayAt(x))), m_days.first, m_days.last);
}

PartialDate OverviewLayout::dateAt(double x) const
{
    return snapsToMonths() ? monthOf(dayAt(x)) : PartialDate::ofDay(dayAt(x));
}

Period OverviewLayout::periodAt(double from, double to) const
{
    return {dateAt(std::min(from, to)), dateAt(std::max(from, to))};
}

Period OverviewLayout::moved(const Period& period, double pixels) const
{
    DayInterval days = period.days();
    days.first = std::max(days.first, m_days.first);
    days.last = std::min(days.last, m_days.last);
    const double by = pixels / m_scale.pixelsPerDay();
    if (isOfMonths(period)) {
        constexpr double daysOfAMonth = 30.44;
        const int months = static_cast<int>(std::lround(by / daysOfAMonth));
        return {monthOf(monthStart(days.first, months)), monthOf(monthStart(days.last, months))};
    }
    const auto shift = static_cast<Day>(std::lround(by));
    return {PartialDate::ofDay(days.first + shift), PartialDate::ofDay(days.last + shift)};
}

Period OverviewLayout::withEdge(const Period& period, bool leftEdge, double x) const
{
    // An edge lies between two days: the nearer boundary is meant.
    const double unit = (snapsToMonths() ? 15.2 : 0.5) * m_scale.pixelsPerDay();
    const PartialDate date = dateAt(leftEdge ? x + unit : x - unit);
    Period result = period;
    (leftEdge ? result.from : result.to) = date;
    if (result.from && result.to && result.from->interval().first > result.to->interval().last)
        (leftEdge ? result.from : result.to) = leftEdge ? result.to : result.from; // not past the other edge
    return result;
}

QString OverviewLayout::toText() const
{
    const auto span = [](const QRectF& rect) {
        return QStringLiteral("%1..%2").arg(std::lround(rect.left())).arg(std::lround(rect.right()));
    };
    QStringList lines;
    for (const MonthBar& bar : m_bars)
        lines << QStringLiteral("%1: %2/%3")
                     .arg(span(bar.total))
                     .arg(std::lround(bar.result.height()))
                     .arg(std::lround(bar.total.height()));
    if (m_frame)
        lines << QStringLiteral("frame %1").arg(span(*m_frame));
    if (m_brush)
        lines << QStringLiteral("brush %1").arg(span(*m_brush));
    return lines.join(u'\n');
}

} // namespace interdict
