// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapmarkers.h"

#include <algorithm>
#include <cmath>

namespace interdict {

namespace {

constexpr double smallArea = 42; // px², about 6½ by 6½
constexpr double markerSize = 11;
constexpr double roomForParts = 300; // px, extent of the country
constexpr double unionSize = 25;
constexpr double reach = 8; // px from the centre: a hit area of 16
constexpr double apart = 2; // px between marks
constexpr int rounds = 24;
// In the sea west of Brittany, where no country's fill is hidden.
const Degrees unionSpot{-13.5, 47.2};
constexpr double leader = 120; // px, at most, from the mark to Brussels

bool isSmall(const MapInput& input, const MapPlace& place)
{
    return double(place.shape->area) * input.viewport.scale * input.viewport.scale < smallArea;
}

// On a country that is small itself, shown in parts because it is chosen, marks of the parts would hide them
// all.
bool hasRoomForParts(const MapInput& input, const MapPlace& part)
{
    const MapBox& home = input.places.byNumber[static_cast<std::size_t>(part.country)].home;
    return std::max(double(home.right - home.left), double(home.top - home.bottom)) * input.viewport.scale >=
           roomForParts;
}

// A country that is shown in parts leaves its mark to them.
bool wantsMarker(const MapLayout& layout, const MapInput& input, const MapPlace& place)
{
    if (!place.shape || !place.anchor || !isSmall(input, place))
        return false;
    const std::uint32_t shape = input.geometry.indexOf(*place.shape);
    return place.shape->kind == MapShape::Kind::Country
               ? !layout.isDivided(shape)
               : layout.isDivided(place.shape->country) && hasRoomForParts(input, place);
}

QPointF unionCentre(const MapViewport& viewport, QPointF anchor)
{
    const QPointF step = viewport.toScreen(equalearth::forward(unionSpot)) - anchor;
    const double length = std::hypot(step.x(), step.y());
    return anchor + step * std::min(1.0, leader / std::max(length, 1.0));
}

MapMarker markerOf(const MapInput& input, int number)
{
    const auto n = static_cast<std::size_t>(number);
    const MapPlace& place = input.places.byNumber[n];
    const QPointF anchor = input.viewport.toScreen(*place.anchor);
    MapMarker marker{number, input.classes.valueOf(input.facts.whole[n]), anchor, anchor, markerSize, false};
    if (!place.shape) {
        marker.isUnion = true;
        marker.size = unionSize;
        marker.centre = unionCentre(input.viewport, anchor);
    }
    return marker;
}

// Each pair that overlaps is pushed apart by half; equal places part along a direction of their own.
bool pushApart(MapMarker& a, MapMarker& b, std::size_t salt)
{
    const double wanted = (a.size + b.size) / 2 + apart;
    QPointF step = b.centre - a.centre;
    double length = std::hypot(step.x(), step.y());
    if (length >= wanted)
        return false;
    if (length < 0.01) {
        const double angle = double(salt) * 2.4;
        step = {std::cos(angle), std::sin(angle)};
        length = 1;
    }
    const QPointF push = step / length * (wanted - length + 0.1);
    const double share = a.isUnion ? 0 : b.isUnion ? 1 : 0.5;
    a.centre -= push * share;
    b.centre += push * (1 - share);
    return true;
}

// The mark of a place in view is not cut by the window's edge.
void keepInside(MapMarker& marker, const QRectF& window)
{
    if (!window.contains(marker.anchor))
        return;
    const double room = marker.size / 2 + apart;
    marker.centre = {std::clamp(marker.centre.x(), room, std::max(room, window.right() - room)),
                     std::clamp(marker.centre.y(), room, std::max(room, window.bottom() - room))};
}

void declutter(std::vector<MapMarker>& markers, const QRectF& window)
{
    for (int round = 0; round < rounds; ++round) {
        bool moved = false;
        for (MapMarker& marker : markers)
            keepInside(marker, window);
        for (std::size_t i = 0; i < markers.size(); ++i)
            for (std::size_t j = i + 1; j < markers.size(); ++j)
                moved = pushApart(markers[i], markers[j], i + j) || moved;
        if (!moved)
            break;
    }
    for (MapMarker& marker : markers)
        keepInside(marker, window);
}

} // namespace

std::vector<MapMarker> layoutMarkers(const MapLayout& layout, const MapInput& input)
{
    std::vector<MapMarker> markers;
    for (int number = 1; number < static_cast<int>(input.places.byNumber.size()); ++number) {
        const auto n = static_cast<std::size_t>(number);
        const MapPlace& place = input.places.byNumber[n];
        const bool shapeless = !place.shape && place.anchor;
        if (shapeless ? input.facts.whole[n].total > 0
                      : input.facts.whole[n].count > 0 && wantsMarker(layout, input, place))
            markers.push_back(markerOf(input, number));
    }
    declutter(markers, QRectF({}, input.viewport.size));
    return markers;
}

const MapMarker* markerAt(const std::vector<MapMarker>& markers, QPointF pixel)
{
    const MapMarker* best = nullptr;
    double least = std::numeric_limits<double>::infinity();
    for (const MapMarker& marker : markers) {
        const double distance = std::hypot(marker.centre.x() - pixel.x(), marker.centre.y() - pixel.y());
        if (distance <= std::max(reach, marker.size / 2 + 1) && distance < least) {
            least = distance;
            best = &marker;
        }
    }
    return best;
}

} // namespace interdict
