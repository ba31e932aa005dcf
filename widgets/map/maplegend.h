// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The key below the map, laid out for a width: swatches with labels in as few lines as they need, and the
// caption that says how the map is made.
#pragma once

#include "widgets/map/mapclasses.h"
#include "widgets/theme/textwidth.h"

#include <QRectF>

namespace interdict {

struct MapLegendItem
{
    MapLegendRow row;
    QString text;   // label and number of places
    QRectF swatch;  // px
    QPointF textAt; // left end of the text's vertical middle
};

struct MapLegendLayout
{
    std::vector<MapLegendItem> items;
    QRectF box; // of the items; empty where there is no room for any
    QString caption;
    QRectF captionBox;
    double height = 0; // of all this, from the lower edge
};

// A row's label with how many places, and parts of places, have its value.
QString legendText(const MapLegendRow& row);
// A row of its own in the key, beside those of the classes: what paler fills mean where subdivisions are
// shown.
MapLegendRow inheritedRow(const MapValue& value);
// The rule by which units are assigned, in full, for a tooltip.
QString mapRule();
MapLegendLayout layoutMapLegend(const std::vector<MapLegendRow>& rows, QSizeF size,
                                const TextWidth& textWidth, double lineHeight);

} // namespace interdict
