// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which events are meant: a plain value. What is absent means any. Prints as text and parses back:
// filtertext.h.
#pragma once

#include "model/event/partialdate.h"
#include "model/event/review.h"
#include "model/explore/facet.h"

#include <QStringList>

#include <array>
#include <optional>

namespace interdict {

// A row passes if it has any of `anyOf` (or that is empty), all of `allOf`, and none of `noneOf`.
// Values are codes, without repetition; order does not matter to the meaning and is kept for display.
struct FacetSelection
{
    QStringList anyOf;
    QStringList allOf;
    QStringList noneOf;
    bool isEmpty() const { return anyOf.isEmpty() && allOf.isEmpty() && noneOf.isEmpty(); }
    bool operator==(const FacetSelection&) const = default;
};

// Days from the first of `from` to the last of `to`; an absent end is open. Not both are absent, and `from`
// does not begin after `to` ends.
struct Period
{
    std::optional<PartialDate> from;
    std::optional<PartialDate> to;
    DayInterval days() const; // open ends at the least and greatest Day
    bool operator==(const Period&) const = default;
};

struct Filter
{
    std::array<FacetSelection, facetCount> facets;
    std::optional<Period> begins; // the start's own interval of days overlaps the period
    std::optional<Day> inForceOn; // possibly in force on the day
    QStringList text; // each must be found: a word, a prefix with * at its end, or a phrase (has spaces)

    FacetSelection& operator[](Facet facet) { return facets[static_cast<std::size_t>(facet)]; }
    const FacetSelection& operator[](Facet facet) const { return facets[static_cast<std::size_t>(facet)]; }
    bool isEmpty() const { return *this == Filter{}; }
    bool operator==(const Filter&) const = default;
};

// Whether events in this state of review can pass: where nothing is chosen, what is published.
bool showsReview(const Filter& filter, ReviewState state);
// The filter that shows events in every state, or again only what is published.
Filter withUnpublished(Filter filter, bool shown);

} // namespace interdict
