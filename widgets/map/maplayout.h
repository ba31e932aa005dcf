// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the map shows, as a list of small records for a viewport: fills, markers of small places, the EU's
// mark, labels, graticule, key. Pure: painters draw it, the view and accessibility ask it what is where.
#pragma once

#include "widgets/map/mapclasses.h"
#include "widgets/map/maplegend.h"
#include "widgets/map/mapplaces.h"
#include "widgets/theme/textwidth.h"

#include <QPolygonF>

namespace interdict {

struct MapInput
{
    const MapGeometry& geometry;
    const Gazetteer& gazetteer;
    const Columns& columns;
    const MapPlaces& places;
    const RecordFacts& facts;
    const MapClasses& classes;
    QStringList chosen; // countries whose subdivisions are shown at every scale
    MapViewport viewport;
    double ratio = 1; // device pixels a pixel, for the level of detail
    TextWidth textWidth;
    double lineHeight = 16;
    bool hasKey = true; // within the map
};

struct MapFillItem
{
    std::uint32_t shape = 0;
    MapValue value;
};

struct MapMarker
{
    int number = 0; // of the place
    MapValue value;
    QPointF centre; // px
    QPointF anchor; // where the place lies
    double size = 0;
    bool isUnion = false; // the European Union's own mark: a ring of twelve dots
};

struct MapLabel
{
    QString text;
    QRectF box;          // px
    MapValue value;      // of the place it stands on
    bool inside = false; // both ends of the text lie on the place
};

struct MapLayout
{
    MapViewport viewport;
    int level = 0;
    std::vector<MapFillItem> fills;     // countries, then what lies over them
    std::vector<std::uint32_t> divided; // shapes of the countries whose subdivisions are shown, ascending
    std::vector<MapMarker> markers;
    std::vector<MapLabel> labels;
    std::vector<QPolygonF> graticule;
    MapLegendLayout legend;

    bool isDivided(std::uint32_t country) const;
};

MapLayout layoutMap(const MapInput& input);

// The place that a pixel means: a marker's, a shown subdivision's, else a country's code. Empty on water.
QString placeAt(const MapLayout& layout, const MapInput& input, QPointF pixel);
// Where a place is shown: its marker, or the box of its shape. Empty where it is not.
QRectF placeRect(const MapLayout& layout, const MapInput& input, const QString& code);
// The same place, or, where it is a subdivision that is not shown, its country: what stands for it on the
// map.
QString shownPlace(const MapLayout& layout, const MapInput& input, const QString& code);
// The next place with events under the filter, from `from` (or the middle of the map) to where `direction`
// points; empty where there is none. Places ahead count by distance, those aside less and less.
QString nextPlace(const MapLayout& layout, const MapInput& input, const QString& from, QPointF direction);
// Codes of the places with events under the filter that are shown, countries before their parts.
QStringList placesShown(const MapLayout& layout, const MapInput& input);

} // namespace interdict
