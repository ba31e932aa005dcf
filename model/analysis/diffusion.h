// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How restrictions spread: for each value of a facet, when each jurisdiction first had one.
#pragma once

#include "model/explore/columns.h"

#include <limits>

namespace interdict {

struct FirstRestriction
{
    std::uint16_t jurisdiction = 0; // number of a country's place, the European Union's too
    Day first = 0;                  // the first day on which it may have begun
    Row row = 0;                    // the event that began it
    // Restrictions that the value had by that day in all jurisdictions, this one included.
    std::uint32_t rowsSoFar = 0;
    bool operator==(const FirstRestriction&) const = default;
};

struct Diffusion
{
    int value = 0;                           // number in the facet
    std::vector<FirstRestriction> followers; // by day; the first of them is day zero
    std::uint32_t rows = 0;                  // restrictions in all
};

// Counts events that restrict and of a status that is or was in force. Of `rows`, which are ascending; days
// before `earliest` count as that day. Values without any are left out; those with the most jurisdictions
// stand first.
std::vector<Diffusion> diffusionOf(const Columns& columns, std::span<const Row> rows, Facet facet,
                                   Day earliest = std::numeric_limits<Day>::min());

} // namespace interdict
