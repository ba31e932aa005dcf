// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Coordinated counts, as in crossfilter: each facet is counted under every other facet's selection, while
// period, in-force day and text hold for all. One bit a row and condition says which conditions the row
// fails; a change of one condition touches only the rows whose bit changes.
#pragma once

#include "model/explore/columns.h"
#include "model/explore/filter.h"

#include <cstdint>
#include <span>
#include <vector>

namespace interdict {

class FacetEngine
{
public:
    explicit FacetEngine(const Columns& columns); // refers to them; they outlive it

    // `textMatches`: one flag a row, empty where the filter has no text. Does nothing where nothing changed.
    void apply(const Filter& filter, std::vector<std::uint8_t> textMatches = {});

    // Rows under the whole filter, ascending, which is result order.
    std::span<const Row> result() const;
    bool contains(Row row) const { return m_fails[row] == 0; }
    // By value number of Columns::table(facet). Country: a subdivision counts for itself and for its country.
    std::span<const std::uint32_t> counts(Facet facet) const;
    // The same without any filter.
    std::span<const std::uint32_t> totals(Facet facet) const;
    // Rows that begin in a month, under everything but the period: [0] is firstMonth(), see monthIndex().
    std::span<const std::uint32_t> monthCounts() const;
    std::span<const std::uint32_t> monthTotals() const;
    int firstMonth() const;

private:
    std::vector<std::uint16_t> failures(const Filter& filter,
                                        const std::vector<std::uint8_t>& textMatches) const;
    void recount();

    const Columns* m_columns;
    Filter m_filter;
    std::vector<std::uint8_t> m_text;
    std::vector<std::uint16_t> m_fails;
    std::vector<Row> m_result;
    std::array<std::vector<std::uint32_t>, facetCount> m_counts, m_totals;
    std::vector<std::uint32_t> m_monthCounts, m_monthTotals;
    int m_firstMonth = 0;
};

} // namespace interdict
