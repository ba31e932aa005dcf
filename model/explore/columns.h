// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// All events as columns of numbers, in result order (start's first day, then uid). Texts stay in the store.
#pragma once

#include "model/event/days.h"
#include "model/event/review.h"
#include "model/explore/facet.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace interdict {

using Row = std::uint32_t; // index into the columns

// The values that a facet can take, by number. 0 is always "unknown".
struct ValueTable
{
    QStringList codes{unknownValue};
    QHash<QString, int> numbers{{unknownValue, 0}};

    int add(const QString& code); // its number, new or not; an empty code is unknown
    std::optional<int> number(const QString& code) const;
    int size() const { return static_cast<int>(codes.size()); }
};

// Several values a row: `words` 64-bit words a row, bit v set where the row has value number v. A row without
// any value has unknown: whoever fills the column sets bit 0 for it, and for no other row.
struct MaskColumn
{
    int words = 1;
    std::vector<std::uint64_t> bits;
    bool has(Row row, int value) const
    {
        const auto word = static_cast<std::size_t>(row) * static_cast<std::size_t>(words) +
                          static_cast<std::size_t>(value / 64);
        return (bits[word] >> (value % 64)) & 1U;
    }
    std::vector<int> values(Row row) const; // ascending, never empty: {0} where nothing is known
};

struct Columns
{
    std::vector<std::int64_t> id; // the store's row ids
    // The intervals of days that start and effective end mean. endFirst and endLast are noEnd where the end
    // is open or unknown. The effective end is the recorded one; else, of a lifted, expired or superseded
    // event, the start of the earliest event that supersedes it; else of those it is unknown.
    std::vector<Day> startFirst, startLast, endFirst, endLast;
    enum Flag : std::uint8_t {
        Restricts = 1,          // the measure limits use while in force
        WasInForce = 2,         // the status is one that is or was in force
        EndUnknown = 4,         // ended on a day that the record does not know
        EndFromSuperseding = 8, // the effective end is a superseding event's start
        PreciseStart = 16,      // known to the day
    };
    std::vector<std::uint8_t> flags;
    std::vector<std::uint16_t> place; // number of the subdivision, or of the country where there is none
    std::vector<std::uint8_t> measure, scope, status, confidence, review;
    MaskColumn platform, concern, developer, lasted;

    // Of Country the places in use; a subdivision's country is in the table too. Of Bloc the groups' codes.
    std::array<ValueTable, facetCount> values;
    std::vector<std::uint16_t> countryOf{0}; // by place number: the number of its country; [0] is 0
    // By place number: bit set of the Bloc numbers it belongs to, through its country for a subdivision. Bit
    // 0 (unknown) is set where it belongs to none.
    std::vector<std::uint64_t> groupsOf{1};

    Row size() const { return static_cast<Row>(id.size()); }
    bool empty() const { return id.empty(); }
    const ValueTable& table(Facet facet) const { return values[static_cast<std::size_t>(facet)]; }
    // The row's value numbers in a facet, never empty: {0} where nothing is known. Country: the place and,
    // for a subdivision, its country before it.
    std::vector<int> valuesOf(Facet facet, Row row) const;
    bool has(Row row, Flag flag) const { return (flags[row] & flag) != 0; }
    QString placeCode(Row row) const { return table(Facet::Country).codes[place[row]]; }
    QString countryCode(Row row) const { return table(Facet::Country).codes[countryOf[place[row]]]; }
    ReviewState reviewOf(Row row) const;
    bool isPublished(Row row) const { return reviewOf(row) == ReviewState::Published; }
    DayInterval start(Row row) const { return {startFirst[row], startLast[row]}; }
};

// Rows that left the columns and came into them, so that what was made of them can follow. A row that was
// only changed is in both.
struct RowsPatch
{
    std::vector<Row> erased;   // as they were numbered before, descending
    std::vector<Row> inserted; // as they are numbered now, ascending
    bool isInPlace() const
    {
        return std::equal(erased.rbegin(), erased.rend(), inserted.begin(), inserted.end());
    }
};

} // namespace interdict
