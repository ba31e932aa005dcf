// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of any shape, filters of any shape, and the plainest way to answer them: what the engine is held
// against.
#pragma once

#include "model/analysis/inforce.h"
#include "model/event/review.h"
#include "model/explore/filter.h"
#include "model/explore/lasted.h"

#include <random>

namespace interdict::test {

class Chance
{
public:
    explicit Chance(unsigned seed)
        : m_engine(seed)
    {
    }
    int below(int end) { return static_cast<int>(m_engine() % static_cast<unsigned>(std::max(end, 1))); }
    int between(int first, int last) { return first + below(last - first + 1); }
    bool oneIn(int n) { return below(n) == 0; }
    template <typename List>
    auto of(const List& list)
    {
        return list[static_cast<decltype(list.size())>(below(static_cast<int>(list.size())))];
    }

private:
    std::mt19937 m_engine;
};

inline QString chosenLasted(int value)
{
    return lastedCodes()[(value - 1) % lastedCodes().size()];
}

inline QString codeOf(Facet facet, int value)
{
    if (facet == Facet::Review)
        return reviewCode(reviewStates[static_cast<std::size_t>(value - 1) % reviewStates.size()]);
    if (facet == Facet::Duration)
        return chosenLasted(value);
    return QLatin1String(facetInfo(facet).key) + QString::number(value);
}

inline std::uint64_t someBits(Chance& chance, int end)
{
    std::uint64_t bits = 0;
    for (int n = chance.between(0, 3); n > 0; --n)
        bits |= 1ULL << chance.between(1, end - 1);
    return bits ? bits : 1;
}

// Countries 1 … 12; places 13 … 30 are subdivisions of the first three; groups of any overlap.
inline void fillRandomTables(Columns& columns, Chance& chance)
{
    for (const FacetInfo& info : facets()) {
        const int values = info.facet == Facet::Country ? 31 : info.facet == Facet::Platform ? 90 : 12;
        for (int value = 1; value < values; ++value)
            columns.values[static_cast<std::size_t>(info.facet)].add(codeOf(info.facet, value));
    }
    columns.countryOf.clear();
    columns.groupsOf.clear();
    for (int place = 0; place < 31; ++place) {
        const int country = place <= 12 ? place : 1 + place % 3;
        columns.countryOf.push_back(static_cast<std::uint16_t>(country));
        const std::uint64_t groups = place == 0 ? 1 : someBits(chance, 12);
        columns.groupsOf.push_back(country == place ? groups
                                                    : columns.groupsOf[static_cast<std::size_t>(country)]);
    }
}

inline void appendRandomMask(MaskColumn& column, Chance& chance, int values)
{
    std::vector<std::uint64_t> words(static_cast<std::size_t>(column.words));
    for (int n = chance.between(0, 3); n > 0; --n) {
        const int value = chance.oneIn(3) ? chance.between(1, values - 1) : 1 + chance.below(5);
        words[static_cast<std::size_t>(value / 64)] |= 1ULL << (value % 64);
    }
    if (std::all_of(words.begin(), words.end(), [](std::uint64_t word) { return word == 0; }))
        words[0] = 1;
    column.bits.insert(column.bits.end(), words.begin(), words.end());
}

inline void appendRandomRow(Columns& columns, Chance& chance, const DayInterval& start)
{
    const auto small = [&](int end) { return static_cast<std::uint8_t>(chance.below(end)); };
    const Day end = chance.oneIn(3) ? noEnd : start.first + chance.between(-20, 400);
    columns.id.push_back(columns.size());
    columns.startFirst.push_back(start.first);
    columns.startLast.push_back(start.last);
    columns.endFirst.push_back(end);
    columns.endLast.push_back(end == noEnd ? noEnd : end + chance.below(2) * chance.below(60));
    columns.flags.push_back(small(16));
    columns.place.push_back(static_cast<std::uint16_t>(chance.oneIn(2) ? chance.below(4) : chance.below(31)));
    for (auto* column : {&columns.measure, &columns.scope, &columns.status, &columns.confidence})
        column->push_back(small(chance.oneIn(2) ? 3 : 12));
    columns.review.push_back(static_cast<std::uint8_t>(chance.oneIn(4) ? chance.between(2, 3) : 1));
    appendRandomMask(columns.platform, chance, 90);
    appendRandomMask(columns.concern, chance, 12);
    appendRandomMask(columns.developer, chance, 12);
}

inline Columns randomColumns(Row rows, unsigned seed)
{
    Chance chance(seed);
    Columns columns;
    columns.platform.words = 2;
    fillRandomTables(columns, chance);
    std::vector<DayInterval> starts;
    for (Row row = 0; row < rows; ++row) {
        const Day first = dayOf(2020, 1, 1) + chance.below(2400);
        starts.push_back({first, first + (chance.oneIn(3) ? chance.of(std::vector{27, 30, 91, 364}) : 0)});
    }
    std::sort(starts.begin(), starts.end(),
              [](const DayInterval& a, const DayInterval& b) { return a.first < b.first; });
    for (const DayInterval& start : starts)
        appendRandomRow(columns, chance, start);
    fillLasted(columns);
    return columns;
}

inline PartialDate randomDate(Chance& chance)
{
    const int year = chance.between(2019, 2027);
    switch (chance.below(4)) {
    case 0:
        return *PartialDate::ofYear(year);
    case 1:
        return *PartialDate::ofQuarter(year, chance.between(1, 4));
    case 2:
        return *PartialDate::ofMonth(year, chance.between(1, 12));
    }
    return *PartialDate::ofDay(year, chance.between(1, 12), chance.between(1, 28));
}

inline Period randomPeriod(Chance& chance)
{
    Period period;
    if (!chance.oneIn(4))
        period.from = randomDate(chance);
    if (!period.from || !chance.oneIn(4))
        period.to = randomDate(chance);
    if (period.from && period.to && period.days().first > period.days().last)
        std::swap(period.from, period.to);
    if (chance.oneIn(5) && period.from)
        period.to = period.from;
    return period;
}

// `codes` tells the codes that a selection may name, by facet.
template <typename Codes>
Filter randomFilter(Chance& chance, Codes codes)
{
    Filter filter;
    const auto some = [&](QStringList& into, Facet facet, int most) {
        for (int n = chance.between(1, most); n > 0; --n)
            if (const QString code = chance.of(codes(facet)); !into.contains(code))
                into.append(code);
    };
    for (const FacetInfo& info : facets()) {
        if (!chance.oneIn(4))
            continue;
        const int kind = chance.below(8);
        if (kind < 5)
            some(filter[info.facet].anyOf, info.facet, 6);
        if (kind == 5 || kind == 7)
            some(filter[info.facet].allOf, info.facet, 2);
        if (kind >= 6)
            some(filter[info.facet].noneOf, info.facet, 3);
    }
    if (chance.oneIn(3))
        filter.begins = randomPeriod(chance);
    if (chance.oneIn(4))
        filter.inForceOn = dayOf(2020, 1, 1) + chance.below(2600);
    return filter;
}

} // namespace interdict::test
