// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Coordinated counts, as in crossfilter: each facet is counted under every other facet's selection, while
// period, in-force day and text hold for all. Each condition that is set keeps the set of rows that pass it,
// one bit a row; a change of the filter makes anew only the sets of the conditions that changed, and recounts
// a facet from the rows that came or went, or from its values' sets, whichever is less work.
#pragma once

#include "model/explore/filter.h"
#include "model/explore/valueindex.h"

namespace interdict {

class FacetEngine
{
public:
    explicit FacetEngine(const Columns& columns); // refers to them; they outlive it

    // After the columns were patched in place; the filter is to be applied anew. Cheaper than a new engine.
    void follow(const RowsPatch& patch);

    // `textMatches`: one flag a row, empty where the filter has no text. Does nothing where nothing changed.
    void apply(const Filter& filter, std::vector<std::uint8_t> textMatches = {});

    // Rows under the whole filter, ascending, which is result order. Made when first asked for.
    std::span<const Row> result() const;
    // The same whatever the in-force day is: what a chart of all days is drawn from.
    std::span<const Row> resultWithoutInForce() const;
    Row resultSize() const { return m_resultSize; }
    bool contains(Row row) const { return m_result.contains(row); }
    // By value number of Columns::table(facet). Country: a subdivision counts for itself and for its country.
    std::span<const std::uint32_t> counts(Facet facet) const { return m_counts[at(facet)]; }
    // The same under the selection of review states alone: what all there is to see.
    std::span<const std::uint32_t> totals(Facet facet) const { return m_totals[at(facet)]; }
    // Rows that begin in a month, under everything but the period: [0] is firstMonth(), see monthIndex().
    std::span<const std::uint32_t> monthCounts() const { return m_monthCounts; }
    std::span<const std::uint32_t> monthTotals() const { return m_monthTotals; }
    int firstMonth() const { return m_firstMonth; }

private:
    // Conditions are numbered: the facets, then these.
    static constexpr std::size_t periodCondition = facetCount;
    static constexpr std::size_t inForceCondition = facetCount + 1;
    static constexpr std::size_t textCondition = facetCount + 2;
    static constexpr std::size_t conditionCount = facetCount + 3;
    using Sets = std::array<std::optional<RowSet>, conditionCount>; // nothing where the condition is not set
    using Counts = std::vector<std::uint32_t>;
    static constexpr std::size_t at(Facet facet) { return static_cast<std::size_t>(facet); }

    void makeIndexes();
    void begin();
    void makeMonths();
    const ValueIndex& index(Facet facet) const;

    std::array<bool, conditionCount> updateConditions(const Filter& filter, std::vector<std::uint8_t>& text);
    std::optional<RowSet> rowsPassing(Facet facet, const FacetSelection& selection) const;
    RowSet rowsWhosePlace(Facet facet, const FacetSelection& selection) const;
    std::optional<RowSet> rowsBeginning(const std::optional<Period>& period) const;
    std::optional<RowSet> rowsInForce(std::optional<Day> day);
    std::optional<RowSet> rowsMatching(const std::vector<std::uint8_t>& text) const;

    RowSet passingAllBut(std::size_t condition) const; // conditionCount: all
    void recountAll();
    void recount(std::size_t condition, const RowChange& change);
    void countTotals();
    void countMonths(const RowSet& rows, Counts& counts) const;
    void foldPlaces(Facet facet, const Counts& places, Counts& counts) const;
    std::optional<RowSet> rowsPublished() const;

    const Columns* m_columns;
    std::array<ValueIndex, facetCount> m_indexes; // Bloc has none: its values are sets of places
    std::vector<Row> m_imprecise;                 // rows whose start is not known to the day
    Day m_longestStart = 0;             // days between the first and last of the least precise start
    std::vector<Row> m_monthBegins;     // first row of each month, and the row after the last
    std::vector<DayInterval> m_inForce; // by row, made when first needed; first > last: never

    Filter m_filter;
    std::vector<std::uint8_t> m_text;
    Sets m_passing;
    Sets m_others; // rows that pass every other condition
    RowSet m_result;
    Row m_resultSize = 0;
    mutable std::optional<std::vector<Row>> m_list, m_listWithoutInForce;

    std::array<Counts, facetCount> m_counts, m_totals;
    Counts m_countryPlaces, m_blocPlaces; // by place itself, before it counts for its country or groups
    Counts m_monthCounts, m_monthTotals;
    int m_firstMonth = 0;
};

} // namespace interdict
