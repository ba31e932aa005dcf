// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a map layout onto any painter: screen, picture, vector file. Stateless.
#pragma once

#include "widgets/map/maplayout.h"

class QPainter;

namespace interdict {

struct MapStyle
{
    const Theme& theme;
    const MapClasses& classes;
    double ratio = 1;    // pixels of the painter a pixel of the layout
    bool vector = false; // patterns as lines, for printers and vector files
};

// What changes only with the data, the filter or the viewport: sea, fills, lines, outlines of `selected`
// places. The painter's own pixels count here (layout pixels times ratio), untransformed; only `clip` of them
// is drawn.
void paintMapBase(QPainter& painter, const MapLayout& layout, const MapGeometry& geometry,
                  const std::vector<std::uint32_t>& selected, const MapStyle& style, const QRect& clip);

// The rest, in the layout's pixels: outlines, markers, labels, key and caption.
void paintMapOutline(QPainter& painter, const MapLayout& layout, const MapGeometry& geometry,
                     const MapShape& shape, const QColor& colour, double width);
void paintMapMarkers(QPainter& painter, const MapLayout& layout, const MapStyle& style);
void paintMarkerRing(QPainter& painter, const MapMarker& marker, const QColor& colour);
void paintMapLabels(QPainter& painter, const MapLayout& layout, const MapStyle& style);
void paintMapLegend(QPainter& painter, const MapLayout& layout, const MapStyle& style);

} // namespace interdict
