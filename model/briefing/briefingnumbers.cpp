// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/briefing/briefingnumbers.h"

#include "model/analysis/inforce.h"

#include <map>
#include <set>

namespace interdict {

namespace {

using Tally = BriefingNumbers::Tally;

std::vector<Tally> ranked(const std::vector<int>& counts)
{
    std::vector<Tally> tallies;
    for (std::size_t value = 0; value < counts.size(); ++value)
        if (counts[value] > 0)
            tallies.push_back({static_cast<int>(value), counts[value]});
    std::stable_sort(tallies.begin(), tallies.end(),
                     [](const Tally& a, const Tally& b) { return a.events > b.events; });
    return tallies;
}

std::vector<Tally> tallied(const Columns& columns, std::span<const Row> rows, Facet facet)
{
    std::vector<int> counts(static_cast<std::size_t>(columns.table(facet).size()));
    for (const Row row : rows)
        for (const int value : columns.valuesOf(facet, row))
            ++counts[static_cast<std::size_t>(value)];
    return ranked(counts);
}

void countPlaces(BriefingNumbers& numbers, const Columns& columns, std::span<const Row> rows)
{
    std::vector<int> counts(columns.countryOf.size());
    std::set<int> parts;
    for (const Row row : rows) {
        const int place = columns.place[row];
        const int country = columns.countryOf[static_cast<std::size_t>(place)];
        ++counts[static_cast<std::size_t>(country)];
        if (place != country) {
            ++numbers.byParts;
            parts.insert(place);
        }
    }
    counts[0] = 0; // unknown
    numbers.jurisdictions = ranked(counts);
    numbers.parts = static_cast<int>(parts.size());
}

std::vector<Row> earliest(const Columns& columns, std::span<const Row> rows)
{
    Day bound = noEnd;
    for (const Row row : rows)
        bound = std::min(bound, columns.startLast[row]);
    std::vector<Row> found;
    for (const Row row : rows)
        if (columns.startFirst[row] <= bound)
            found.push_back(row);
    return found;
}

std::vector<Row> latest(const Columns& columns, std::span<const Row> rows)
{
    Day bound = std::numeric_limits<Day>::min();
    for (const Row row : rows)
        bound = std::max(bound, columns.startFirst[row]);
    std::vector<Row> found;
    for (const Row row : rows)
        if (columns.startLast[row] >= bound)
            found.push_back(row);
    return found;
}

// The days on which each jurisdiction may first have acted.
std::vector<DayInterval> firstActs(const Columns& columns, std::span<const Row> rows)
{
    std::map<int, DayInterval> firsts;
    for (const Row row : rows) {
        const int country = columns.countryOf[columns.place[row]];
        if (country == 0)
            continue;
        const DayInterval start = columns.start(row);
        const auto [it, isNew] = firsts.try_emplace(country, start);
        it->second.first = std::min(it->second.first, start.first);
        it->second.last = std::min(it->second.last, start.last);
    }
    std::vector<DayInterval> days;
    for (const auto& [country, interval] : firsts)
        days.push_back(interval);
    return days;
}

std::vector<BriefingNumbers::Spread> spreadOf(const Columns& columns, std::span<const Row> rows, Day asOf)
{
    const std::vector<DayInterval> acts = firstActs(columns, rows);
    std::vector<BriefingNumbers::Spread> spread;
    if (acts.size() < 2)
        return spread;
    DayInterval first{noEnd, noEnd};
    for (const DayInterval& act : acts)
        first = {std::min(first.first, act.first), std::min(first.last, act.last)};
    for (const int days : {30, 90, 365}) {
        if (first.last + days > asOf)
            break;
        int least = 0;
        int most = 0;
        for (const DayInterval& act : acts) {
            least += act.last - first.first <= days ? 1 : 0;
            most += act.first - first.last <= days ? 1 : 0;
        }
        spread.push_back({days, {std::max(least, 1), most}});
    }
    return spread;
}

} // namespace

BriefingNumbers briefingNumbers(const Columns& columns, std::span<const Row> rows, Day asOf)
{
    BriefingNumbers numbers;
    numbers.events = static_cast<int>(rows.size());
    countPlaces(numbers, columns, rows);
    numbers.platforms = tallied(columns, rows, Facet::Platform);
    numbers.measures = tallied(columns, rows, Facet::Measure);
    numbers.concerns = tallied(columns, rows, Facet::Concern);
    numbers.scopes = tallied(columns, rows, Facet::Scope);
    numbers.statuses = tallied(columns, rows, Facet::Status);
    numbers.confidences = tallied(columns, rows, Facet::Confidence);
    numbers.first = earliest(columns, rows);
    numbers.last = latest(columns, rows);
    for (const Row row : rows) {
        const InForce standing = inForceOn(columns, row, asOf);
        if (standing != InForce::No)
            numbers.inForce.push_back(row);
        numbers.possibly += standing == InForce::Possibly ? 1 : 0;
        numbers.endUnknown += columns.has(row, Columns::EndUnknown) ? 1 : 0;
        numbers.unpublished += columns.isPublished(row) ? 0 : 1;
    }
    numbers.spread = spreadOf(columns, rows, asOf);
    return numbers;
}

} // namespace interdict
