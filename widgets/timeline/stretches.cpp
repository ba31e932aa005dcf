// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/stretches.h"

#include "model/analysis/inforce.h"

#include <algorithm>

namespace interdict {

namespace {

Day pastLast(Day last)
{
    return last == noEnd ? noEnd : last + 1;
}

RowSpan spanOf(DayInterval possible, std::optional<DayInterval> sure, std::uint8_t style, bool inForce)
{
    RowSpan span;
    span.inForce = inForce;
    span.possible = {possible.first, pastLast(possible.last), style, false};
    span.sure = sure ? Stretch{sure->first, pastLast(sure->last), style, true}
                     : Stretch{possible.first, possible.first, style, true};
    return span;
}

} // namespace

std::optional<RowSpan> rowSpan(const Columns& columns, Row row, std::uint8_t style)
{
    if (const auto possible = possiblyInForce(columns, row))
        return spanOf(*possible, certainlyInForce(columns, row), style, true);
    const DayInterval whole{columns.startFirst[row], columns.endLast[row]};
    if (columns.endLast[row] == noEnd || columns.has(row, Columns::EndUnknown) || whole.last <= whole.first)
        return std::nullopt;
    const DayInterval sure{columns.startLast[row], columns.endFirst[row]};
    return spanOf(whole, sure.first <= sure.last ? std::optional(sure) : std::nullopt, style, false);
}

void StretchUnion::add(const RowSpan& span)
{
    add(span.possible);
    add(span.sure);
}

void StretchUnion::add(const Stretch& stretch)
{
    if (stretch.from >= stretch.end)
        return;
    const std::size_t list = 2 * std::size_t(stretch.style) + (stretch.certain ? 1 : 0);
    if (m_intervals.size() <= (list | 1U))
        m_intervals.resize((list | 1U) + 1);
    auto& intervals = m_intervals[list];
    // Rows come nearly in order, so most intervals only lengthen the last one.
    if (!intervals.empty() && intervals.back().from <= stretch.from && stretch.from <= intervals.back().end)
        intervals.back().end = std::max(intervals.back().end, stretch.end);
    else
        intervals.push_back({stretch.from, stretch.end});
}

void StretchUnion::unite(std::vector<Interval>& intervals)
{
    std::sort(intervals.begin(), intervals.end(),
              [](const Interval& a, const Interval& b) { return a.from < b.from; });
    std::size_t last = 0;
    for (std::size_t i = 1; i < intervals.size(); ++i) {
        if (intervals[i].from <= intervals[last].end)
            intervals[last].end = std::max(intervals[last].end, intervals[i].end);
        else
            intervals[++last] = intervals[i];
    }
    if (!intervals.empty())
        intervals.resize(last + 1);
}

std::vector<Stretch> StretchUnion::strictest()
{
    std::vector<Day> changes;
    for (auto& intervals : m_intervals) {
        unite(intervals);
        for (const Interval& interval : intervals)
            changes.insert(changes.end(), {interval.from, interval.end});
    }
    std::sort(changes.begin(), changes.end());
    changes.erase(std::unique(changes.begin(), changes.end()), changes.end());

    std::vector<std::size_t> next(m_intervals.size()); // by list: the first interval that has not ended
    const auto lasts = [&](std::size_t list, Day day) {
        auto& i = next[list];
        while (i < m_intervals[list].size() && m_intervals[list][i].end <= day)
            ++i;
        return i < m_intervals[list].size() && m_intervals[list][i].from <= day;
    };
    std::vector<Stretch> result;
    for (std::size_t change = 0; change + 1 < changes.size(); ++change) {
        const Day from = changes[change];
        const Day end = changes[change + 1];
        for (std::size_t list = 0; list < m_intervals.size(); list += 2) {
            if (!lasts(list, from))
                continue;
            const Stretch stretch{from, end, static_cast<std::uint8_t>(list / 2), lasts(list + 1, from)};
            Stretch* before = result.empty() ? nullptr : &result.back();
            if (before && before->end == from && before->style == stretch.style &&
                before->certain == stretch.certain)
                before->end = end;
            else
                result.push_back(stretch);
            break;
        }
    }
    return result;
}

} // namespace interdict
