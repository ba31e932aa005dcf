// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The places of a data set joined with their shapes on the map, once for each data set.
#pragma once

#include "model/explore/columns.h"
#include "model/map/mapgeometry.h"
#include "widgets/map/mapviewport.h"

namespace interdict {

struct MapPlace
{
    QString code;
    const MapShape* shape = nullptr;  // of EU and unknown places: none
    std::optional<PlanePoint> anchor; // label point; of the EU: Brussels
    MapBox home;                      // what to zoom to
    int country = 0;                  // place number
    bool divided = false;             // a country whose subdivisions have events in the record
};

struct MapPlaces
{
    MapPlaces() = default;
    // Geometry and gazetteer outlive it.
    MapPlaces(const MapGeometry& geometry, const Gazetteer& gazetteer, const Columns& columns);

    std::vector<MapPlace> byNumber;
    std::vector<int> numberOfShape; // 0: the record has no event there
    const MapPlace* find(const QString& code) const;

private:
    QHash<QString, int> m_numbers;
};

} // namespace interdict
