// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapviewport.h"

#include <algorithm>

namespace interdict {

namespace {

constexpr double closestFit = 12000; // px a radius, for places as small as Macao

MapBox boxAround(PlanePoint a)
{
    const MapPoint p = asMapPoint(a);
    return {p.x, p.y, p.x, p.y};
}

} // namespace

QPointF MapViewport::toScreen(PlanePoint point) const
{
    return {size.width() / 2 + (point.x - centre.x) * scale,
            size.height() / 2 - (point.y - centre.y) * scale};
}

PlanePoint MapViewport::toPlane(QPointF pixel) const
{
    return {centre.x + (pixel.x() - size.width() / 2) / scale,
            centre.y - (pixel.y() - size.height() / 2) / scale};
}

MapBox MapViewport::visible() const
{
    const MapPoint topLeft = asMapPoint(toPlane({0, 0}));
    const MapPoint bottomRight = asMapPoint(toPlane({size.width(), size.height()}));
    return {topLeft.x, bottomRight.y, bottomRight.x, topLeft.y};
}

MapViewport MapViewport::zoomedAbout(QPointF pixel, double factor) const
{
    MapViewport result = *this;
    const PlanePoint fixed = toPlane(pixel);
    result.scale = std::clamp(scale * factor, leastScale, greatestScale);
    const double shrink = scale / result.scale;
    result.centre = {fixed.x + (centre.x - fixed.x) * shrink, fixed.y + (centre.y - fixed.y) * shrink};
    return result.pannedBy({});
}

MapViewport MapViewport::pannedBy(QPointF pixels) const
{
    MapViewport result = *this;
    result.centre.x = std::clamp(centre.x - pixels.x() / scale, -equalearth::maxX, equalearth::maxX);
    result.centre.y = std::clamp(centre.y + pixels.y() / scale, -equalearth::maxY, equalearth::maxY);
    return result;
}

MapViewport MapViewport::inDevicePixels(double ratio) const
{
    return {size * ratio, centre, scale * ratio};
}

MapViewport MapViewport::fitting(const MapBox& box, QSizeF size, const QRectF& area)
{
    const double width = std::max(double(box.right - box.left), 1e-9);
    const double height = std::max(double(box.top - box.bottom), 1e-9);
    const double wanted =
        std::min(std::max(area.width(), 1.0) / width, std::max(area.height(), 1.0) / height);
    MapViewport result{size, {}, std::clamp(wanted, leastScale, closestFit)};
    const PlanePoint middle{double(box.left + box.right) / 2, double(box.bottom + box.top) / 2};
    const QPointF shift = area.center() - QPointF(size.width() / 2, size.height() / 2);
    result.centre = {middle.x - shift.x() / result.scale, middle.y + shift.y() / result.scale};
    return result;
}

MapBox worldBox()
{
    const auto edge = static_cast<float>(equalearth::maxX);
    return {-edge, static_cast<float>(equalearth::forward({0, -57}).y), edge,
            static_cast<float>(equalearth::forward({0, 84}).y)};
}

MapBox planeBox(const GeoBox& box)
{
    // Parallels are straight and meridians bulge out at the equator: corners, and the equator where it is
    // inside.
    MapBox result = boxAround(equalearth::forward({box.west, box.south}));
    const double middle = std::clamp(0.0, box.south, box.north);
    for (const double lat : {box.south, middle, box.north})
        for (const double lon : {box.west, box.east})
            result = united(result, boxAround(equalearth::forward({lon, lat})));
    return result;
}

MapBox united(const MapBox& a, const MapBox& b)
{
    return {std::min(a.left, b.left), std::min(a.bottom, b.bottom), std::max(a.right, b.right),
            std::max(a.top, b.top)};
}

} // namespace interdict
