// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Events that may be the same as one that is being entered. It is asked while one types: the columns and the
// store's indexes choose few candidates, which are then looked at closely.
#include "model/workspace_p.h"

#include <set>

namespace interdict {

namespace {

constexpr std::size_t mostNear = 300; // acts of the same days, of those nearest in time
constexpr int mostAlike = 100;        // titles
constexpr std::size_t mostTwins = 50; // more help nobody

// Of the same country, with a common platform, begun at most so many days apart.
std::vector<Row> rowsNear(const Columns& columns, const Event& event)
{
    const DayInterval start = event.start.interval();
    std::vector<int> platforms;
    for (const QString& name : event.platforms)
        if (const auto number = columns.table(Facet::Platform).number(name))
            platforms.push_back(*number);
    const auto country = columns.table(Facet::Country).number(event.country);
    std::vector<Row> rows;
    if (!country || event.country.isEmpty() || platforms.empty())
        return rows;
    // Rows stand in the order of their start: none after this one begins early enough.
    const auto end =
        std::upper_bound(columns.startFirst.begin(), columns.startFirst.end(), start.last + twinDays);
    for (Row row = 0; row < static_cast<Row>(end - columns.startFirst.begin()); ++row)
        if (columns.startLast[row] >= start.first - twinDays &&
            columns.countryOf[columns.place[row]] == *country &&
            std::any_of(platforms.begin(), platforms.end(),
                        [&](int platform) { return columns.platform.has(row, platform); }))
            rows.push_back(row);
    if (rows.size() > mostNear) {
        const auto distance = [&](Row row) { return std::abs(columns.startFirst[row] - start.first); };
        std::nth_element(rows.begin(), rows.begin() + mostNear, rows.end(),
                         [&](Row a, Row b) { return distance(a) < distance(b); });
        rows.resize(mostNear);
    }
    return rows;
}

} // namespace

std::vector<Twin> Workspace::twinsOf(const Event& event) const
{
    if (!m->dataSet)
        return {};
    std::set<std::int64_t> ids;
    for (const Row row : rowsNear(m->columns, event))
        ids.insert(m->columns.id[row]);
    const auto alike = m->dataSet->titlesLike(event.title, mostAlike);
    for (const std::int64_t id : alike.value_or(std::vector<std::int64_t>()))
        if (const auto row = m->rowOfId(id); row && m->columns.countryCode(*row) == event.country)
            ids.insert(id);
    for (const Source& source : event.sources)
        if (const QString url = comparableUrl(source.url); !url.isEmpty()) {
            const auto sharing = m->dataSet->idsWithSource(url);
            if (sharing)
                ids.insert(sharing->begin(), sharing->end());
        }
    const auto candidates = m->dataSet->events(std::vector(ids.begin(), ids.end()));
    if (!candidates)
        return {};
    std::vector<Twin> twins = findTwins(event, *candidates);
    twins.resize(std::min(twins.size(), mostTwins));
    return twins;
}

} // namespace interdict
