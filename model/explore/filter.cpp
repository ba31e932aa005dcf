// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/explore/filter.h"

#include <limits>

namespace interdict {

DayInterval Period::days() const
{
    return {from ? from->interval().first : std::numeric_limits<Day>::min(),
            to ? to->interval().last : std::numeric_limits<Day>::max()};
}

bool showsReview(const Filter& filter, ReviewState state)
{
    const FacetSelection& chosen = filter[Facet::Review];
    const QString code = reviewCode(state);
    if (chosen.isEmpty())
        return state == ReviewState::Published;
    return (chosen.anyOf.isEmpty() || chosen.anyOf.contains(code)) && !chosen.noneOf.contains(code);
}

Filter withUnpublished(Filter filter, bool shown)
{
    filter[Facet::Review] = {};
    if (shown)
        for (const ReviewState state : reviewStates)
            filter[Facet::Review].anyOf.append(reviewCode(state));
    return filter;
}

} // namespace interdict
