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
    const auto end = [](Day day, Day open) {
        return day == open ? std::nullopt : std::optional(PartialDate::ofDay(day));
    };
    if (const auto part = clipped(days, filter.begins))
        days = *part;
    const Period period{end(days.first, std::numeric_limits<Day>::min()),
                        end(days.last, std::numeric_limits<Day>::max())};
    filter.begins = period.from || period.to ? std::optional(period) : std::nullopt;
    return filter;
}

} // namespace interdict
