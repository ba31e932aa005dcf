// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/explore/narrowing.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace interdict {

namespace {

// An empty choice of review states means what is published, and has to go on meaning it.
FacetSelection& selectionOf(Filter& filter, Facet facet)
{
    FacetSelection& selection = filter[facet];
    if (facet == Facet::Review && selection.isEmpty())
        selection.anyOf = {reviewCode(ReviewState::Published)};
    return selection;
}

// The month, quarter or year that means just these days, so that a filter reads as people would write it.
std::optional<PartialDate> dateMeaning(DayInterval days)
{
    const PartialDate first = PartialDate::ofDay(days.first);
    for (const auto& date :
         {PartialDate::ofMonth(first.year(), first.month()),
          PartialDate::ofQuarter(first.year(), (first.month() + 2) / 3), PartialDate::ofYear(first.year())})
        if (date && date->interval() == days)
            return date;
    return std::nullopt;
}

} // namespace

Filter narrowed(Filter filter, Facet facet, const QString& value)
{
    FacetSelection& selection = selectionOf(filter, facet);
    if (selection.anyOf.isEmpty() || selection.anyOf.contains(value))
        selection.anyOf = {value};
    else if (!selection.allOf.contains(value))
        selection.allOf.append(value);
    return filter;
}

Filter narrowedToOthers(Filter filter, Facet facet, const QStringList& values)
{
    QStringList& none = selectionOf(filter, facet).noneOf;
    for (const QString& value : values)
        if (!none.contains(value))
            none.append(value);
    return filter;
}

Filter narrowedToAny(Filter filter, Facet facet, const QStringList& values)
{
    QStringList& chosen = selectionOf(filter, facet).anyOf;
    if (chosen.isEmpty()) {
        chosen = values;
        return filter;
    }
    const QStringList before = std::exchange(chosen, {});
    for (const QString& value : before)
        if (values.contains(value))
            chosen.append(value);
    // Nothing is both: no row passes, which an empty list would not say.
    if (chosen.isEmpty()) {
        chosen = before;
        filter[facet].noneOf.append(before);
    }
    return filter;
}

std::optional<DayInterval> clipped(DayInterval days, const std::optional<Period>& period)
{
    if (period) {
        const DayInterval limits = period->days();
        days = {std::max(days.first, limits.first), std::min(days.last, limits.last)};
    }
    return days.first <= days.last ? std::optional(days) : std::nullopt;
}

Filter narrowedTo(Filter filter, DayInterval days)
{
    if (const auto part = clipped(days, filter.begins))
        days = *part;
    constexpr Day openFirst = std::numeric_limits<Day>::min();
    constexpr Day openLast = std::numeric_limits<Day>::max();
    if (days.first != openFirst && days.last != openLast)
        if (const auto date = dateMeaning(days)) {
            filter.begins = Period{date, date};
            return filter;
        }
    const auto end = [](Day day, Day open) {
        return day == open ? std::nullopt : std::optional(PartialDate::ofDay(day));
    };
    const Period period{end(days.first, openFirst), end(days.last, openLast)};
    filter.begins = period.from || period.to ? std::optional(period) : std::nullopt;
    return filter;
}

} // namespace interdict
