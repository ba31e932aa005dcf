// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/figureframes.h"

#include "model/workspace.h"

namespace interdict {

namespace {

constexpr Day thursday = 0; // 1970-01-01

// The last day of the step that holds `day`; weeks end on Sundays.
Day lastOf(TimeBin step, Day day)
{
    const int month = monthIndex(day);
    const auto monthsLeft = [month](int length) { return length - (month % length + length) % length; };
    switch (step) {
    case TimeBin::Week: {
        const Day sinceMonday = ((day - thursday + 3) % 7 + 7) % 7;
        return day + 6 - sinceMonday;
    }
    case TimeBin::Month:
        return monthStart(day, 1) - 1;
    case TimeBin::Quarter:
        return monthStart(day, monthsLeft(3)) - 1;
    case TimeBin::Year:
        return monthStart(day, monthsLeft(12)) - 1;
    case TimeBin::EachDay:
    case TimeBin::Fitting:
        break;
    }
    return day;
}

std::vector<Day> steps(TimeBin step, DayInterval days)
{
    std::vector<Day> lasts;
    for (Day day = lastOf(step, days.first); day < days.last; day = lastOf(step, day + 1))
        lasts.push_back(day);
    lasts.push_back(days.last);
    return lasts;
}

} // namespace

std::vector<Day> frameDays(DayInterval days, TimeBin step, int most)
{
    days.first = std::min(days.first, days.last);
    if (step != TimeBin::Fitting)
        return steps(step, days);
    for (const TimeBin finer : {TimeBin::EachDay, TimeBin::Week, TimeBin::Month, TimeBin::Quarter})
        if (auto found = steps(finer, days); found.size() <= static_cast<std::size_t>(most))
            return found;
    return steps(TimeBin::Year, days);
}

std::vector<Day> frameDays(const Workspace& workspace, const FigureSpec& spec, TimeBin step)
{
    if (spec.eachDay.size() > 1)
        return spec.eachDay;
    const Day last = workspace.asOf();
    // The result is in the order of starts.
    const auto result = workspace.result();
    const Day first = result.empty() ? last : workspace.columns().startFirst[result.front()];
    return frameDays({first, last}, step);
}

FigureFrames mapFrames(const Workspace& workspace, const MapGeometry& geometry, const FigureSpec& spec,
                       const std::vector<Day>& days)
{
    FigureSpec all = spec;
    all.eachDay = days;
    std::sort(all.eachDay.begin(), all.eachDay.end());
    all.eachDay.erase(std::unique(all.eachDay.begin(), all.eachDay.end()), all.eachDay.end());
    FigureFrames frames;
    frames.count = static_cast<int>(all.eachDay.size());
    frames.figure = [&workspace, &geometry, all](int frame) {
        return Figure::make(workspace, geometry, all, true, static_cast<std::size_t>(frame));
    };
    return frames;
}

} // namespace interdict
