// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/diffusion.h"

#include "model/analysis/chartreckoning.h"

namespace interdict {

namespace {

class Spread
{
public:
    Spread(const Columns& columns, Facet facet)
        : m_columns(columns)
        , m_facet(facet)
        , m_of(static_cast<std::size_t>(columns.table(facet).size()))
        , m_has(m_of.size() * columns.countryOf.size())
    {
    }

    // Rows come by day.
    void add(Row row, Day day)
    {
        const std::uint16_t jurisdiction = m_columns.countryOf[m_columns.place[row]];
        charts::forEachValueOf(m_columns, m_facet, row, ~std::uint64_t(0), [&](auto number) {
            const auto value = static_cast<std::size_t>(number);
            Diffusion& of = m_of[value];
            ++of.rows;
            const std::size_t at = value * m_columns.countryOf.size() + jurisdiction;
            if (value != 0 && jurisdiction != 0 && !m_has[at]) {
                m_has[at] = true;
                of.followers.push_back({jurisdiction, day, row, 0});
            }
            // All that began by a day counts on it, whichever jurisdiction was first.
            for (auto it = of.followers.rbegin(); it != of.followers.rend() && it->first == day; ++it)
                it->rowsSoFar = of.rows;
        });
    }

    std::vector<Diffusion> take()
    {
        for (std::size_t value = 0; value < m_of.size(); ++value)
            m_of[value].value = static_cast<int>(value);
        std::erase_if(m_of, [](const Diffusion& of) { return of.followers.empty(); });
        std::stable_sort(m_of.begin(), m_of.end(), [](const Diffusion& a, const Diffusion& b) {
            return a.followers.size() > b.followers.size();
        });
        return std::move(m_of);
    }

private:
    const Columns& m_columns;
    Facet m_facet;
    std::vector<Diffusion> m_of; // by value
    std::vector<bool> m_has;     // by value, then by place
};

} // namespace

std::vector<Diffusion> diffusionOf(const Columns& columns, std::span<const Row> rows, Facet facet,
                                   Day earliest)
{
    constexpr auto binding = Columns::Restricts | Columns::WasInForce;
    Spread spread(columns, facet);
    for (const Row row : rows)
        if ((columns.flags[row] & binding) == binding)
            spread.add(row, std::max(columns.startFirst[row], earliest));
    return spread.take();
}

} // namespace interdict
