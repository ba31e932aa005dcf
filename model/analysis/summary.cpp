// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/summary.h"

#include <algorithm>

namespace interdict {

int countCountries(const Columns& columns, std::span<const Row> rows)
{
    const ValueTable& places = columns.table(Facet::Country);
    std::vector<bool> seen(static_cast<std::size_t>(places.size()));
    for (const Row row : rows)
        seen[columns.countryOf[columns.place[row]]] = true;
    for (const QString& none : {unknownValue, QStringLiteral("EU")})
        if (const auto number = places.number(none))
            seen[static_cast<std::size_t>(*number)] = false;
    return static_cast<int>(std::count(seen.begin(), seen.end(), true));
}

DayInterval daysBetweenStarts(const Columns& columns, Row a, Row b)
{
    if (columns.startFirst[a] > columns.startFirst[b])
        std::swap(a, b);
    const Day least = columns.startFirst[b] - columns.startLast[a];
    const Day most = columns.startLast[b] - columns.startFirst[a];
    return {std::max(least, 0), std::max(most, columns.startLast[a] - columns.startFirst[b])};
}

} // namespace interdict
