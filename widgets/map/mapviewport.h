// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the map is looked at: plane points to pixels and back, as a value. Knows no shapes.
#pragma once

#include "model/map/mapgeometry.h"
#include "model/map/projection.h"
#include "model/vocabulary/gazetteer.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace interdict {

struct MapViewport
{
    QSizeF size;        // px
    PlanePoint centre;  // shown in the middle of `size`
    double scale = 300; // px a radius
    bool operator==(const MapViewport&) const = default;

    QPointF toScreen(PlanePoint point) const;
    PlanePoint toPlane(QPointF pixel) const;
    MapBox visible() const;

    // The point under `pixel` stays there. The scale stays within its limits, the centre on the map.
    MapViewport zoomedAbout(QPointF pixel, double factor) const;
    // The map follows the pixels: a drag to the right shows more of the west.
    MapViewport pannedBy(QPointF pixels) const;
    // The same in pixels that are 1/ratio as large.
    MapViewport inDevicePixels(double ratio) const;
    // Shows the box as large as it goes in `area`, a part of `size`. A point gets the greatest scale that
    // makes sense, an empty area a scale all the same.
    static MapViewport fitting(const MapBox& box, QSizeF size, const QRectF& area);

    static constexpr double leastScale = 20;
    static constexpr double greatestScale = 60000; // a pixel is then the grid of the geometry, 100 m
};

// From Cape Horn to the north of Greenland; Antarctica lies below.
MapBox worldBox();
// What a box of degrees covers on the plane.
MapBox planeBox(const GeoBox& box);
MapBox united(const MapBox& a, const MapBox& b);
inline MapPoint asMapPoint(PlanePoint p)
{
    return {static_cast<float>(p.x), static_cast<float>(p.y)};
}

} // namespace interdict
