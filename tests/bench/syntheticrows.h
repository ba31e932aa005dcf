// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Synthetic rows, a script of filter changes and the checksum of an answer, by an algorithm that other
// programs follow too: equal checksums mean equal counts. Integer arithmetic only, unsigned with wrap-around.
#pragma once

#include "model/explore/facetengine.h"
#include "model/explore/lasted.h"
#include "tests/bench/zipf_tables.h"

#include <numeric>

namespace interdict::synthetic {

inline constexpr int countries = 200, platforms = 40, concerns = 14, measures = 15, scopes = 9, statuses = 8;
inline constexpr int months = 144, days = 4383;
inline const Day firstDay = dayOf(2015, 1, 1);

// splitmix64
class Draws
{
public:
    static constexpr std::uint64_t gamma = 0x9E3779B97F4A7C15ULL;
    explicit Draws(std::uint64_t seed)
        : m_state(seed)
    {
    }
    std::uint64_t next()
    {
        std::uint64_t z = m_state += gamma;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    // `count` different numbers below `below`, in the order drawn.
    std::vector<int> distinct(std::size_t count, std::uint64_t below)
    {
        std::vector<int> drawn;
        while (drawn.size() < count) {
            const int value = static_cast<int>(next() % below);
            if (std::find(drawn.begin(), drawn.end(), value) == drawn.end())
                drawn.push_back(value);
        }
        return drawn;
    }

private:
    std::uint64_t m_state;
};

template <std::size_t N>
int zipf(const std::array<std::uint64_t, N>& weights, std::uint64_t draw)
{
    static const std::uint64_t sum = std::accumulate(weights.begin(), weights.end(), std::uint64_t(0));
    const std::uint64_t wanted = draw % sum;
    std::uint64_t reached = 0;
    int k = 0;
    while ((reached += weights[static_cast<std::size_t>(k)]) <= wanted)
        ++k;
    return k;
}

struct Line // one event, by the algorithm's own codes from 0
{
    Row number = 0;
    int start = 0; // days since 2015-01-01
    std::optional<int> end;
    int country = 0, platform = 0, measure = 0, scope = 0, status = 0;
    std::uint32_t concernMask = 0;
};

inline std::uint32_t drawConcerns(const std::array<std::uint64_t, 24>& d)
{
    const std::uint64_t share = d[6] % 100;
    const std::uint64_t count = share < 50 ? 1 : share < 80 ? 2 : share < 95 ? 3 : 4;
    std::uint32_t mask = 0;
    for (std::uint64_t j = 0; j < count; ++j) {
        std::uint64_t skip = d[7 + j] % (concerns - j); // so many clear bits are passed over
        int bit = 0;
        for (; (mask >> bit) & 1U || skip > 0; ++bit)
            skip -= (mask >> bit) & 1U ? 0 : 1;
        mask |= 1U << bit;
    }
    return mask;
}

inline Line line(Row number)
{
    Draws draws(42 + std::uint64_t(number) * 24 * Draws::gamma);
    std::array<std::uint64_t, 24> d{};
    for (std::uint64_t& draw : d)
        draw = draws.next();
    Line made{number, static_cast<int>(std::max(d[0] % days, d[1] % days)), {}, 0, 0, 0, 0, 0, 0};
    if (d[2] % 100 >= 30)
        made.end = made.start + 1 + static_cast<int>(d[3] % 900);
    made.country = zipf(zipfCountry, d[4]);
    made.platform = zipf(zipfPlatform, d[5]);
    made.concernMask = drawConcerns(d);
    made.measure = static_cast<int>(d[11] % measures);
    made.scope = static_cast<int>(d[12] % scopes);
    made.status = static_cast<int>(d[13] % statuses);
    return made;
}

inline QString code(char kind, int value)
{
    return QLatin1Char(kind) + QString::number(value);
}

// Number v of every table is the algorithm's code v - 1. What the algorithm does not know (groups of
// countries, developers, confidence, effect) is filled by simple rules, so that the engine has all its work
// to do.
inline void fillTables(Columns& columns)
{
    const auto fill = [&](Facet facet, char kind, int count) {
        for (int value = 0; value < count; ++value)
            columns.values[static_cast<std::size_t>(facet)].add(code(kind, value));
    };
    fill(Facet::Country, 'C', countries);
    fill(Facet::Bloc, 'B', 38);
    fill(Facet::Platform, 'P', platforms);
    fill(Facet::Concern, 'N', concerns);
    fill(Facet::Measure, 'M', measures);
    fill(Facet::Scope, 'S', scopes);
    fill(Facet::Status, 'T', statuses);
    fill(Facet::Developer, 'D', 10);
    fill(Facet::Confidence, 'F', 3);
    columns.countryOf.assign(1, 0);
    columns.groupsOf.assign(1, 1);
    for (int country = 0; country < countries; ++country) {
        columns.countryOf.push_back(static_cast<std::uint16_t>(country + 1));
        columns.groupsOf.push_back(2ULL << (country % 9) | 2ULL << (9 + country % 6) |
                                   2ULL << (15 + country % 23));
    }
}

inline void append(Columns& columns, const Line& row)
{
    const Day start = firstDay + row.start;
    const Day end = row.end ? firstDay + *row.end : noEnd;
    columns.id.push_back(row.number + 1);
    columns.startFirst.push_back(start);
    columns.startLast.push_back(start);
    columns.endFirst.push_back(end);
    columns.endLast.push_back(end);
    columns.flags.push_back(static_cast<std::uint8_t>((row.measure < 10 ? Columns::Restricts : 0) |
                                                      (row.status < 6 ? Columns::WasInForce : 0) |
                                                      Columns::PreciseStart));
    columns.place.push_back(static_cast<std::uint16_t>(row.country + 1));
    columns.measure.push_back(static_cast<std::uint8_t>(row.measure + 1));
    columns.scope.push_back(static_cast<std::uint8_t>(row.scope + 1));
    columns.status.push_back(static_cast<std::uint8_t>(row.status + 1));
    columns.confidence.push_back(static_cast<std::uint8_t>(row.number % 3 + 1));
    columns.review.push_back(0);
    columns.platform.bits.push_back(2ULL << row.platform);
    columns.concern.bits.push_back(std::uint64_t(row.concernMask) << 1);
    columns.developer.bits.push_back(2ULL << (row.platform % 10));
}

inline Columns columns(Row count)
{
    std::vector<Line> lines;
    lines.reserve(count);
    for (Row number = 0; number < count; ++number)
        lines.push_back(line(number));
    std::stable_sort(lines.begin(), lines.end(),
                     [](const Line& a, const Line& b) { return a.start < b.start; });
    Columns made;
    fillTables(made);
    for (const Line& row : lines)
        append(made, row);
    fillLasted(made);
    return made;
}

// One state of the script: a filter.
struct State
{
    bool combo = false;                // the other filters are set too
    QString kind;                      // which filter changes: country, platform, day, concern, clear
    int repetition = 0;                // 0 is a warm-up
    std::optional<DayInterval> starts; // days since 2015-01-01
    std::vector<int> countries, platforms, concerns;
    QString name() const { return (combo ? QStringLiteral("combo/") : QStringLiteral("solo/")) + kind; }
};

inline const std::vector<int> fixedCountries{0, 3, 7, 12, 20};

// Days from the first of a month to the last of another, counted from January 2015.
inline DayInterval monthDays(int from, int end)
{
    return {monthStart(firstDay, from) - firstDay, monthStart(firstDay, end) - firstDay - 1};
}

inline State drawState(Draws& draws, bool combo, const QString& kind, int repetition)
{
    State state{combo, kind, repetition, {}, {}, {}, {}};
    if (combo) {
        state.starts = monthDays(84, 108);
        state.countries = fixedCountries;
        state.platforms = {0, 2, 5};
        state.concerns = {1, 4};
    }
    if (kind == QLatin1String("country"))
        state.countries = draws.distinct(5, 40);
    else if (kind == QLatin1String("platform"))
        state.platforms = draws.distinct(3, 12);
    else if (kind == QLatin1String("day"))
        state.starts = monthDays(60 + repetition, 84 + repetition);
    else if (kind == QLatin1String("concern"))
        state.concerns = draws.distinct(2, concerns);
    return state;
}

// 51 states for each kind of change, alone and beside the other filters: 459.
inline std::vector<State> script()
{
    Draws draws(4242);
    std::vector<State> states;
    for (const bool combo : {false, true})
        for (const char* kind : {"country", "platform", "day", "concern", "clear"})
            for (int repetition = 0; repetition <= 50; ++repetition)
                if (!combo || kind != std::string_view("clear"))
                    states.push_back(drawState(draws, combo, QLatin1String(kind), repetition));
    return states;
}

inline QStringList codes(char kind, const std::vector<int>& values)
{
    QStringList made;
    for (const int value : values)
        made.append(code(kind, value));
    return made;
}

inline Filter filterOf(const State& state)
{
    Filter filter;
    filter[Facet::Country].anyOf = codes('C', state.countries);
    filter[Facet::Platform].anyOf = codes('P', state.platforms);
    filter[Facet::Concern].anyOf = codes('N', state.concerns);
    if (state.starts)
        filter.begins = Period{PartialDate::ofDay(firstDay + state.starts->first),
                               PartialDate::ofDay(firstDay + state.starts->last)};
    return filter;
}

// The sum of count × weight over the six vectors: month of start, country, platform, measure, status,
// concern.
inline std::uint64_t checksum(const FacetEngine& engine)
{
    const auto sum = [](std::span<const std::uint32_t> counts, std::uint64_t weight) {
        std::uint64_t total = 0;
        for (const std::uint32_t count : counts)
            total += count * ++weight;
        return total;
    };
    const auto firstMonth = static_cast<std::uint64_t>(engine.firstMonth() - monthIndex(firstDay));
    std::uint64_t total = engine.monthCounts().empty() ? 0 : sum(engine.monthCounts(), firstMonth);
    std::uint64_t vector = 0;
    for (const Facet facet : {Facet::Country, Facet::Platform, Facet::Measure, Facet::Status, Facet::Concern})
        total += sum(engine.counts(facet).subspan(1), ++vector * 1009); // without unknown, which nobody has
    return total;
}

// All checksums of the script as two numbers: their sum, and one that depends on their order.
struct Answers
{
    std::uint64_t sum = 0;
    std::uint64_t hash = 0;
    void add(std::uint64_t value)
    {
        sum += value;
        hash = hash * 31 + value;
    }
    bool operator==(const Answers&) const = default;
};

// As SQLite, and a plain scan in C, gave them for the same rows and script.
inline std::optional<Answers> expectedAnswers(Row rows)
{
    switch (rows) {
    case 10'000:
        return Answers{22'227'230'391U, 1'368'877'528'090'179'273U};
    case 100'000:
        return Answers{222'086'816'690U, 5'313'469'367'964'068'912U};
    case 1'000'000:
        return Answers{2'220'150'131'495U, 4'923'454'035'000'364'771U};
    }
    return std::nullopt;
}

} // namespace interdict::synthetic
