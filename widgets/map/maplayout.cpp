// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/maplayout.h"

#include "widgets/map/mapgraticule.h"
#include "widgets/map/maplabels.h"
#include "widgets/map/mapmarkers.h"

#include <algorithm>
#include <cmath>

namespace interdict {

namespace {

// A country's parts are shown from this extent on: px, and share of the window's width, so that the world as
// a whole shows countries.
constexpr double divideExtent = 300;
constexpr double divideShare = 0.3;

bool showsParts(const MapInput& input, const MapPlace& place)
{
    if (!place.divided || !place.shape)
        return false;
    const double width = double(place.home.right - place.home.left) * input.viewport.scale;
    const double height = double(place.home.top - place.home.bottom) * input.viewport.scale;
    return std::max(width, height) >= std::max(divideExtent, divideShare * input.viewport.size.width()) ||
           input.chosen.contains(place.code);
}

std::vector<std::uint32_t> dividedCountries(const MapInput& input)
{
    std::vector<std::uint32_t> shapes;
    for (const MapPlace& place : input.places.byNumber)
        if (showsParts(input, place))
            shapes.push_back(input.geometry.indexOf(*place.shape));
    std::sort(shapes.begin(), shapes.end());
    return shapes;
}

MapValue countryValue(const MapInput& input, const MapLayout& layout, std::uint32_t shape)
{
    const auto number = static_cast<std::size_t>(input.places.numberOfShape[shape]);
    if (number == 0)
        return {};
    if (!layout.isDivided(shape))
        return input.classes.valueOf(input.facts.whole[number]);
    MapValue value = input.classes.valueOf(input.facts.own[number]);
    value.inherited = value.kind == MapValue::Kind::InClass || value.kind == MapValue::Kind::NoneInForce;
    return value;
}

void addFills(MapLayout& layout, const MapInput& input)
{
    const auto countries = input.geometry.shapes(MapShape::Kind::Country);
    for (std::uint32_t shape = 0; shape < countries.size(); ++shape)
        layout.fills.push_back({shape, countryValue(input, layout, shape)});
    for (const std::uint32_t country : layout.divided)
        for (const MapShape& part : input.geometry.subdivisions(country)) {
            const std::uint32_t shape = input.geometry.indexOf(part);
            const auto number = static_cast<std::size_t>(input.places.numberOfShape[shape]);
            if (number > 0)
                layout.fills.push_back({shape, input.classes.valueOf(input.facts.own[number])});
        }
}

const MapMarker* markerOf(const MapLayout& layout, const MapInput& input, const QString& code)
{
    const auto it = std::find_if(layout.markers.begin(), layout.markers.end(), [&](const MapMarker& marker) {
        return input.places.byNumber[static_cast<std::size_t>(marker.number)].code == code;
    });
    return it == layout.markers.end() ? nullptr : &*it;
}

bool isShown(const MapLayout& layout, const MapInput& input, const MapPlace& place)
{
    if (!place.shape)
        return markerOf(layout, input, place.code) != nullptr;
    return place.shape->kind == MapShape::Kind::Country || layout.isDivided(place.shape->country);
}

// The part of the window that a shape's place takes up: of its box, px².
double seenArea(const MapInput& input, std::uint32_t shape)
{
    const auto number = static_cast<std::size_t>(input.places.numberOfShape[shape]);
    const MapBox& home = input.places.byNumber[number].home;
    const QRectF box(input.viewport.toScreen({double(home.left), double(home.top)}),
                     input.viewport.toScreen({double(home.right), double(home.bottom)}));
    const QRectF seen = box & QRectF({}, input.viewport.size);
    return seen.width() * seen.height();
}

// The classes with the numbers of countries, and of parts where such are shown; and what paler fills mean,
// as the country shows it that takes most of the window.
std::vector<MapLegendRow> legendRows(const MapLayout& layout, const MapInput& input)
{
    std::vector<MapLegendRow> rows = input.classes.legend();
    const MapFillItem* paler = nullptr;
    double most = 0;
    for (const MapFillItem& fill : layout.fills) {
        if (input.geometry.shapes()[fill.shape].kind == MapShape::Kind::Country) {
            const double area = fill.value.inherited ? seenArea(input, fill.shape) : 0;
            if (area > most)
                paler = &fill;
            most = std::max(most, area);
            continue;
        }
        for (MapLegendRow& row : rows)
            if (row.value.kind == fill.value.kind && row.value.index == fill.value.index &&
                !row.value.uncertain && !row.value.unpublished)
                ++row.parts;
    }
    if (paler)
        rows.push_back(inheritedRow(paler->value));
    return rows;
}

} // namespace

bool MapLayout::isDivided(std::uint32_t country) const
{
    return std::binary_search(divided.begin(), divided.end(), country);
}

MapLayout layoutMap(const MapInput& input)
{
    MapLayout layout;
    layout.viewport = input.viewport;
    layout.level = input.geometry.levelFor(input.viewport.scale * input.ratio);
    layout.divided = dividedCountries(input);
    addFills(layout, input);
    layout.graticule = layoutGraticule(input.viewport);
    layout.markers = layoutMarkers(layout, input);
    if (input.hasKey)
        layout.legend = layoutMapLegend(legendRows(layout, input), input.viewport.size, input.textWidth,
                                        input.lineHeight);
    layout.labels = layoutLabels(layout, input);
    return layout;
}

QString placeAt(const MapLayout& layout, const MapInput& input, QPointF pixel)
{
    if (const MapMarker* marker = markerAt(layout.markers, pixel))
        return input.places.byNumber[static_cast<std::size_t>(marker->number)].code;
    const MapPoint point = asMapPoint(layout.viewport.toPlane(pixel));
    for (const MapShape& country : input.geometry.shapes(MapShape::Kind::Country)) {
        if (!input.geometry.contains(country, point))
            continue;
        if (layout.isDivided(input.geometry.indexOf(country)))
            for (const MapShape& part : input.geometry.subdivisions(input.geometry.indexOf(country)))
                if (input.geometry.contains(part, point))
                    return input.geometry.code(part);
        return input.geometry.code(country);
    }
    return {};
}

QRectF placeRect(const MapLayout& layout, const MapInput& input, const QString& code)
{
    if (const MapMarker* marker = markerOf(layout, input, code)) {
        const QPointF half(marker->size / 2, marker->size / 2);
        return {marker->centre - half, marker->centre + half};
    }
    const MapPlace* place = input.places.find(code);
    if (!place || !place->shape)
        return {};
    const QPointF topLeft = layout.viewport.toScreen({double(place->home.left), double(place->home.top)});
    const QPointF bottomRight =
        layout.viewport.toScreen({double(place->home.right), double(place->home.bottom)});
    return {topLeft, bottomRight};
}

QString shownPlace(const MapLayout& layout, const MapInput& input, const QString& code)
{
    const MapPlace* place = input.places.find(code);
    if (place && !isShown(layout, input, *place))
        return input.places.byNumber[static_cast<std::size_t>(place->country)].code;
    return code;
}

QStringList placesShown(const MapLayout& layout, const MapInput& input)
{
    QStringList countries;
    QStringList parts;
    for (std::size_t number = 1; number < input.places.byNumber.size(); ++number) {
        const MapPlace& place = input.places.byNumber[number];
        if (input.facts.whole[number].count == 0 || !place.anchor || !isShown(layout, input, place))
            continue;
        (static_cast<std::size_t>(place.country) == number ? countries : parts) << place.code;
    }
    countries.sort();
    parts.sort();
    return countries + parts;
}

QString nextPlace(const MapLayout& layout, const MapInput& input, const QString& from, QPointF direction)
{
    const auto spot = [&](const QString& code) { return placeRect(layout, input, code).center(); };
    const QRectF window({}, layout.viewport.size);
    const QPointF start = from.isEmpty() ? window.center() : spot(from);
    QString best;
    double least = std::numeric_limits<double>::infinity();
    for (const QString& code : placesShown(layout, input)) {
        const QPointF step = spot(code) - start;
        const double ahead = QPointF::dotProduct(step, direction);
        const double aside = std::abs(step.x() * direction.y() - step.y() * direction.x());
        if (code == from || (!from.isEmpty() && (ahead <= 1 || aside > 2.5 * ahead)))
            continue;
        const double cost = from.isEmpty() ? std::hypot(step.x(), step.y()) : ahead + 2 * aside;
        if (cost < least) {
            least = cost;
            best = code;
        }
    }
    return best;
}

} // namespace interdict
