// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What there is to say of a result, as numbers: counts by facet, first and last acts, what is in force, how
// it spread. From the columns alone.
#pragma once

#include "model/explore/columns.h"

namespace interdict {

struct BriefingNumbers
{
    struct Tally
    {
        int value = 0; // number in the facet's table
        int events = 0;
        bool operator==(const Tally&) const = default;
    };
    struct Spread // how many jurisdictions had acted within so many days of the first act, that one included
    {
        int days = 0;
        DayInterval jurisdictions; // least and most, as partial dates allow
        bool operator==(const Spread&) const = default;
    };

    int events = 0;
    int unpublished = 0;
    std::vector<Tally> jurisdictions; // countries, and the European Union; unknown ones left out
    int byParts = 0;                  // acts in parts of countries: states, provinces, cities
    int parts = 0;                    // how many of these there are
    std::vector<Tally> platforms, measures, concerns, scopes, statuses, confidences; // most events first
    // The rows that may be the earliest and the latest: more than one where dates leave that open.
    std::vector<Row> first, last;
    std::vector<Row> inForce; // possibly in force on the as-of day, in result order
    int possibly = 0;         // of these, not certainly
    int endUnknown = 0;
    std::vector<Spread> spread; // of windows that have passed by the as-of day; empty for one jurisdiction
};

BriefingNumbers briefingNumbers(const Columns& columns, std::span<const Row> rows, Day asOf);

} // namespace interdict
