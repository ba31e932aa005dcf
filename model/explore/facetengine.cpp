// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/explore/facetengine.h"

#include "model/analysis/inforce.h"

namespace interdict {

namespace {

constexpr auto periodBit = 1U << facetCount;
constexpr auto inForceBit = 2U << facetCount;
constexpr auto textBit = 4U << facetCount;

std::vector<int> numbersOf(const ValueTable& table, const QStringList& codes)
{
    std::vector<int> numbers; // -1 for a code that no row can have
    for (const QString& code : codes)
        numbers.push_back(table.number(code).value_or(-1));
    return numbers;
}

bool passes(const Columns& columns, Facet facet, Row row, const FacetSelection& selection)
{
    if (selection.isEmpty())
        return true;
    const std::vector<int> values = columns.valuesOf(facet, row);
    const auto has = [&](int v) { return std::find(values.begin(), values.end(), v) != values.end(); };
    const ValueTable& table = columns.table(facet);
    const auto any = numbersOf(table, selection.anyOf);
    const auto all = numbersOf(table, selection.allOf);
    const auto none = numbersOf(table, selection.noneOf);
    return (any.empty() || std::any_of(any.begin(), any.end(), has)) &&
           std::all_of(all.begin(), all.end(), has) && std::none_of(none.begin(), none.end(), has);
}

} // namespace

FacetEngine::FacetEngine(const Columns& columns)
    : m_columns(&columns)
{
    m_fails.assign(columns.size(), 0);
    if (!columns.empty()) {
        const auto [first, last] = std::minmax_element(columns.startFirst.begin(), columns.startFirst.end());
        m_firstMonth = monthIndex(*first);
        m_monthCounts.resize(static_cast<std::size_t>(monthIndex(*last) - m_firstMonth + 1));
    }
    recount();
    m_totals = m_counts;
    m_monthTotals = m_monthCounts;
}

void FacetEngine::apply(const Filter& filter, std::vector<std::uint8_t> textMatches)
{
    if (filter == m_filter && textMatches == m_text)
        return;
    m_fails = failures(filter, textMatches);
    m_filter = filter;
    m_text = std::move(textMatches);
    recount();
}

std::vector<std::uint16_t> FacetEngine::failures(const Filter& filter,
                                                 const std::vector<std::uint8_t>& textMatches) const
{
    std::vector<std::uint16_t> fails(m_columns->size(), 0);
    const DayInterval period = filter.begins ? filter.begins->days() : DayInterval{};
    for (Row row = 0; row < m_columns->size(); ++row) {
        unsigned bits = 0;
        for (const FacetInfo& info : facets())
            if (!passes(*m_columns, info.facet, row, filter[info.facet]))
                bits |= 1U << static_cast<unsigned>(info.facet);
        if (filter.begins && !m_columns->start(row).overlaps(period))
            bits |= periodBit;
        if (filter.inForceOn && inForceOn(*m_columns, row, *filter.inForceOn) == InForce::No)
            bits |= inForceBit;
        if (!textMatches.empty() && !textMatches[row])
            bits |= textBit;
        fails[row] = static_cast<std::uint16_t>(bits);
    }
    return fails;
}

void FacetEngine::recount()
{
    m_result.clear();
    std::fill(m_monthCounts.begin(), m_monthCounts.end(), 0);
    for (const FacetInfo& info : facets())
        m_counts[static_cast<std::size_t>(info.facet)].assign(
            static_cast<std::size_t>(m_columns->table(info.facet).size()), 0);
    for (Row row = 0; row < m_columns->size(); ++row) {
        if (m_fails[row] == 0)
            m_result.push_back(row);
        if ((m_fails[row] & ~periodBit) == 0)
            ++m_monthCounts[static_cast<std::size_t>(monthIndex(m_columns->startFirst[row]) - m_firstMonth)];
        for (std::size_t f = 0; f < facetCount; ++f)
            if ((m_fails[row] & ~(1U << f)) == 0)
                for (const int value : m_columns->valuesOf(static_cast<Facet>(f), row))
                    ++m_counts[f][static_cast<std::size_t>(value)];
    }
}

std::span<const Row> FacetEngine::result() const
{
    return m_result;
}

std::span<const std::uint32_t> FacetEngine::counts(Facet facet) const
{
    return m_counts[static_cast<std::size_t>(facet)];
}

std::span<const std::uint32_t> FacetEngine::totals(Facet facet) const
{
    return m_totals[static_cast<std::size_t>(facet)];
}

std::span<const std::uint32_t> FacetEngine::monthCounts() const
{
    return m_monthCounts;
}

std::span<const std::uint32_t> FacetEngine::monthTotals() const
{
    return m_monthTotals;
}

int FacetEngine::firstMonth() const
{
    return m_firstMonth;
}

} // namespace interdict
