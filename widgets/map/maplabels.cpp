// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/maplabels.h"

#include <algorithm>

namespace interdict {

namespace {

// On the world as a whole names would only cover what is to be seen.
constexpr double leastScale = 480; // px a radius

struct Candidate
{
    QString text;
    QRectF box;
    MapValue value;
    const MapShape* shape = nullptr;
};

bool isRoomFor(const QRectF& box, const MapBox& home, double scale)
{
    return box.width() <= double(home.right - home.left) * scale * 0.85 &&
           box.height() * 1.6 <= double(home.top - home.bottom) * scale;
}

void addCandidate(std::vector<Candidate>& out, const MapInput& input, const MapShape& shape,
                  const MapValue& value)
{
    if (!shape.box.overlaps(input.viewport.visible()))
        return;
    const Place* place = input.gazetteer.find(input.geometry.code(shape));
    if (!place || !place->point)
        return;
    const QPointF at = input.viewport.toScreen(equalearth::forward({place->point->lon, place->point->lat}));
    QRectF box(0, 0, input.textWidth(place->name), input.lineHeight);
    box.moveCenter(at);
    const MapBox home = place->box ? planeBox(*place->box) : shape.box;
    if (QRectF({}, input.viewport.size).contains(box) && isRoomFor(box, home, input.viewport.scale))
        out.push_back({place->name, box, value, &shape});
}

// A divided country is named by its parts.
std::vector<Candidate> candidates(const MapLayout& layout, const MapInput& input)
{
    std::vector<Candidate> result;
    const auto shapes = input.geometry.shapes();
    for (const MapFillItem& fill : layout.fills)
        if (shapes[fill.shape].kind == MapShape::Kind::Country && !layout.isDivided(fill.shape))
            addCandidate(result, input, shapes[fill.shape], fill.value);
    for (const std::uint32_t country : layout.divided)
        for (const MapShape& part : input.geometry.subdivisions(country)) {
            const int number = input.places.numberOfShape[input.geometry.indexOf(part)];
            const MapValue value = number > 0 ? input.classes.valueOf(input.facts.of(number)) : MapValue{};
            addCandidate(result, input, part, value);
        }
    return result;
}

bool goesBefore(const Candidate& a, const Candidate& b)
{
    const auto counts = [](const Candidate& c) { return c.value.kind >= MapValue::Kind::NoneInForce; };
    return counts(a) != counts(b) ? counts(a) : a.shape->area > b.shape->area;
}

bool isTaken(const QRectF& room, const MapLayout& layout, const std::vector<MapLabel>& labels)
{
    const auto overMarker = [&room](const MapMarker& marker) {
        const QPointF half(marker.size / 2, marker.size / 2);
        return QRectF(marker.centre - half, marker.centre + half).intersects(room);
    };
    return room.intersects(layout.legend.box) || room.intersects(layout.legend.captionBox) ||
           std::any_of(labels.begin(), labels.end(),
                       [&](const MapLabel& l) { return l.box.intersects(room); }) ||
           std::any_of(layout.markers.begin(), layout.markers.end(), overMarker);
}

bool isInside(const MapInput& input, const Candidate& candidate)
{
    const auto holds = [&](double x) {
        const QPointF pixel(x, candidate.box.center().y());
        return input.geometry.contains(*candidate.shape, asMapPoint(input.viewport.toPlane(pixel)));
    };
    return holds(candidate.box.left()) && holds(candidate.box.right());
}

} // namespace

std::vector<MapLabel> layoutLabels(const MapLayout& layout, const MapInput& input)
{
    std::vector<MapLabel> labels;
    if (input.viewport.scale < leastScale)
        return labels;
    std::vector<Candidate> wanted = candidates(layout, input);
    std::stable_sort(wanted.begin(), wanted.end(), goesBefore);
    for (const Candidate& candidate : wanted) {
        if (!isTaken(candidate.box.adjusted(-4, -1, 4, 1), layout, labels))
            labels.push_back({candidate.text, candidate.box, candidate.value, isInside(input, candidate)});
    }
    return labels;
}

} // namespace interdict
