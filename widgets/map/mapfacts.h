// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the record says of each place under a filter and on a day: the numbers that the map shows and its card
// tells. No colours, no classes: see mapclasses.h.
#pragma once

#include "model/analysis/inforce.h"
#include "model/explore/filter.h"
#include "model/vocabulary/vocabulary.h"

#include <optional>
#include <span>
#include <vector>

namespace interdict {

struct PlaceFacts
{
    std::uint32_t total = 0;       // events of the record, in the states of review that the filter shows
    std::uint32_t count = 0;       // of these under the filter
    std::uint32_t unpublished = 0; // of these not published
    std::uint32_t inForce = 0;     // of these possibly in force on the day
    // Of those in force the strictest by severity; certain goes before possible, then the earlier one.
    std::optional<Row> strictest;
    bool certain = false;     // whether `strictest` is certainly in force
    std::optional<Row> first; // the first under the filter
    bool operator==(const PlaceFacts&) const = default;
};

// By place number of the columns' Country table.
struct RecordFacts
{
    std::vector<PlaceFacts> own;   // events of the place itself: a country's are its national ones
    std::vector<PlaceFacts> whole; // a country's with those of its subdivisions

    // The country's whole, the subdivision's own.
    const PlaceFacts& of(int number) const { return whole[static_cast<std::size_t>(number)]; }
};

RecordFacts collectFacts(const Columns& columns, const Vocabulary& vocabulary, std::span<const Row> result,
                         Day asOf, const Filter& filter = {});

// How many countries (the EU among them) have something in force, or events under the filter.
struct JurisdictionCounts
{
    int inForce = 0;
    int withEvents = 0;
};
JurisdictionCounts countJurisdictions(const Columns& columns, const RecordFacts& facts);

// The place numbers of a country's subdivisions, or of countries, are told apart by this.
inline bool isCountry(const Columns& columns, int number)
{
    return number > 0 && columns.countryOf[static_cast<std::size_t>(number)] == number;
}

} // namespace interdict
