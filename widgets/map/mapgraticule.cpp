// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapgraticule.h"

#include <algorithm>
#include <cmath>

namespace interdict {

namespace {

// Degrees between lines, for scales up to so many px a radius.
struct Step
{
    double scale;
    double degrees;
};
constexpr Step steps[] = {{700, 30}, {2200, 10}, {6000, 5}, {20000, 2}, {1e9, 1}};

double degreesFor(double scale)
{
    const auto* it =
        std::find_if(std::begin(steps), std::end(steps), [scale](const Step& s) { return scale <= s.scale; });
    return it->degrees;
}

double latitudeAt(float y)
{
    const double inside = std::clamp(double(y), -equalearth::maxY, equalearth::maxY);
    return equalearth::inverse({0, inside})->lat;
}

QPolygonF meridian(const MapViewport& viewport, double lon, double south, double north)
{
    const int parts = std::clamp(static_cast<int>((north - south) / 3), 2, 60);
    QPolygonF line;
    for (int i = 0; i <= parts; ++i)
        line << viewport.toScreen(equalearth::forward({lon, south + (north - south) * i / parts}));
    return line;
}

bool isSeen(const QPolygonF& line, const MapViewport& viewport)
{
    return line.boundingRect().adjusted(-1, -1, 1, 1).intersects(QRectF({}, viewport.size));
}

} // namespace

std::vector<QPolygonF> layoutGraticule(const MapViewport& viewport)
{
    const MapBox seen = viewport.visible();
    const double south = latitudeAt(seen.bottom);
    const double north = latitudeAt(seen.top);
    const double step = degreesFor(viewport.scale);
    std::vector<QPolygonF> lines;
    const auto add = [&](QPolygonF line) {
        if (isSeen(line, viewport))
            lines.push_back(std::move(line));
    };
    for (double lon = -180; lon <= 180; lon += step)
        add(meridian(viewport, lon, south, north));
    for (double lat = std::ceil(south / step) * step; lat <= north; lat += step) {
        const PlanePoint end = equalearth::forward({180, lat});
        const QPointF left = viewport.toScreen({std::max(-end.x, double(seen.left)), end.y});
        const QPointF right = viewport.toScreen({std::min(end.x, double(seen.right)), end.y});
        if (left.x() < right.x())
            add(QPolygonF{left, right});
    }
    return lines;
}

} // namespace interdict
