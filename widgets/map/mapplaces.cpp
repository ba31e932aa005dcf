// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapplaces.h"

namespace interdict {

namespace {

MapPlace placeOf(const QString& code, const MapGeometry& geometry, const Gazetteer& gazetteer)
{
    MapPlace place;
    place.code = code;
    place.shape = geometry.find(code);
    if (place.shape)
        place.home = place.shape->box;
    const Place* known = gazetteer.find(code);
    if (known && known->point) {
        place.anchor = equalearth::forward({known->point->lon, known->point->lat});
        if (!place.shape) {
            const MapPoint p = asMapPoint(*place.anchor);
            place.home = {p.x, p.y, p.x, p.y};
        }
    }
    if (known && known->box)
        place.home = planeBox(*known->box);
    return place;
}

} // namespace

MapPlaces::MapPlaces(const MapGeometry& geometry, const Gazetteer& gazetteer, const Columns& columns)
    : numberOfShape(geometry.shapes().size())
    , m_numbers(columns.table(Facet::Country).numbers)
{
    const QStringList& codes = columns.table(Facet::Country).codes;
    for (int number = 0; number < codes.size(); ++number) {
        byNumber.push_back(placeOf(codes[number], geometry, gazetteer));
        MapPlace& place = byNumber.back();
        place.country = number == 0 ? 0 : columns.countryOf[static_cast<std::size_t>(number)];
        if (place.shape)
            numberOfShape[geometry.indexOf(*place.shape)] = number;
    }
    for (std::size_t number = 1; number < byNumber.size(); ++number)
        if (const auto country = static_cast<std::size_t>(byNumber[number].country); country != number)
            byNumber[country].divided = byNumber[country].divided || byNumber[number].shape != nullptr;
}

const MapPlace* MapPlaces::find(const QString& code) const
{
    const auto it = m_numbers.constFind(code);
    return it == m_numbers.cend() || *it == 0 ? nullptr : &byNumber[static_cast<std::size_t>(*it)];
}

} // namespace interdict
