// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapchoice.h"

namespace interdict {

Filter withPlaceChosen(const Filter& filter, const QString& place, bool alone)
{
    Filter result = filter;
    FacetSelection& country = result[Facet::Country];
    const bool only = country.anyOf == QStringList{place};
    country.noneOf.removeAll(place);
    if (alone)
        country.anyOf = only ? QStringList() : QStringList{place};
    else if (!country.anyOf.removeOne(place))
        country.anyOf << place;
    return result;
}

QStringList chosenPlaces(const Filter& filter)
{
    const FacetSelection& country = filter[Facet::Country];
    QStringList places = country.anyOf + country.allOf;
    places.removeDuplicates();
    return places;
}

QStringList countriesToDivide(const Filter& filter, const Columns& columns, std::span<const Row> selection)
{
    QStringList countries;
    const auto add = [&](const QString& code) {
        const auto number = columns.table(Facet::Country).number(code);
        if (number && *number > 0)
            countries
                << columns.table(Facet::Country).codes[columns.countryOf[static_cast<std::size_t>(*number)]];
    };
    for (const QString& place : chosenPlaces(filter))
        add(place);
    for (const Row row : selection)
        if (row < columns.size() && columns.countryOf[columns.place[row]] != columns.place[row])
            add(columns.placeCode(row));
    countries.removeDuplicates();
    return countries;
}

QStringList placesOf(const Columns& columns, std::span<const Row> rows)
{
    QStringList places;
    for (const Row row : rows)
        if (row < columns.size())
            places << columns.placeCode(row);
    places.removeDuplicates();
    return places;
}

} // namespace interdict
