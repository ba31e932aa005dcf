// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/map/topojson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace interdict {

namespace {

tl::unexpected<Error> bad(const QString& what)
{
    return failure(Error::Kind::BadInput, QStringLiteral("Map: %1").arg(what));
}

struct Transform
{
    double scaleX = 1, scaleY = 1, left = 0, bottom = 0;
};

// Each point but the first is stored as the step from the one before.
Topology::Line readArc(const QJsonArray& steps, const Transform& t)
{
    Topology::Line line;
    double x = 0;
    double y = 0;
    for (const QJsonValue& step : steps) {
        x += step[0].toDouble();
        y += step[1].toDouble();
        line.push_back({x * t.scaleX + t.left, y * t.scaleY + t.bottom});
    }
    return line;
}

Result<Topology::Ring> readRing(const QJsonArray& refs, std::size_t arcs)
{
    Topology::Ring ring;
    for (const QJsonValue& ref : refs) {
        const int n = ref.toInt(static_cast<int>(arcs));
        if (static_cast<std::size_t>(n < 0 ? ~n : n) >= arcs)
            return bad(QStringLiteral("there is no arc %1").arg(n));
        ring.arcs.push_back(n);
    }
    if (ring.arcs.empty())
        return bad(QStringLiteral("a ring without arcs"));
    return ring;
}

// Arcs nest one level deeper in a MultiPolygon than in a Polygon or MultiLineString; LineString is a lone
// ring.
Result<void> readRings(const QJsonArray& arcs, int depth, bool polygon, std::size_t count,
                       std::vector<Topology::Ring>& out)
{
    if (depth == 0) {
        const Result<Topology::Ring> ring = readRing(arcs, count);
        if (!ring)
            return tl::make_unexpected(ring.error());
        out.push_back(*ring);
        return {};
    }
    const std::size_t first = out.size();
    for (const QJsonValue& part : arcs)
        if (const Result<void> read = readRings(part.toArray(), depth - 1, polygon, count, out); !read)
            return read;
    // The rings of a polygon after its first one are its holes.
    if (polygon && depth == 1)
        for (std::size_t i = first + 1; i < out.size(); ++i)
            out[i].outer = false;
    return {};
}

std::optional<int> depthOf(const QString& type)
{
    if (type == QLatin1String("MultiPolygon"))
        return 2;
    if (type == QLatin1String("Polygon") || type == QLatin1String("MultiLineString"))
        return 1;
    return type == QLatin1String("LineString") ? std::optional(0) : std::nullopt;
}

Result<std::vector<Topology::Shape>> readObject(const QJsonObject& objects, const QString& name,
                                                std::size_t arcs)
{
    if (!objects.contains(name))
        return bad(QStringLiteral("the object \"%1\" is missing").arg(name));
    std::vector<Topology::Shape> shapes;
    for (const QJsonValue& geometry : objects[name][QLatin1String("geometries")].toArray()) {
        const QJsonObject properties = geometry[QLatin1String("properties")].toObject();
        Topology::Shape shape;
        shape.code = properties[QLatin1String("code")].toString(properties[QLatin1String("name")].toString());
        shape.country = properties[QLatin1String("country")].toString();
        const QString type = geometry[QLatin1String("type")].toString();
        const std::optional<int> depth = depthOf(type);
        const bool polygon = type.endsWith(QLatin1String("Polygon"));
        if (!depth)
            return bad(QStringLiteral("%1 %2 is of a kind that is not read").arg(name, shape.code));
        const QJsonArray refs = geometry[QLatin1String("arcs")].toArray();
        if (const Result<void> read = readRings(refs, *depth, polygon, arcs, shape.rings); !read)
            return tl::make_unexpected(read.error());
        shapes.push_back(std::move(shape));
    }
    return shapes;
}

Result<void> readArcs(const QJsonObject& root, Topology& topology)
{
    const QJsonObject transform = root[QLatin1String("transform")].toObject();
    const QJsonValue scale = transform[QLatin1String("scale")];
    const QJsonValue translate = transform[QLatin1String("translate")];
    if (!scale.isArray() || !translate.isArray())
        return bad(QStringLiteral("the transform is missing"));
    const Transform t{scale[0].toDouble(), scale[1].toDouble(), translate[0].toDouble(),
                      translate[1].toDouble()};
    for (const QJsonValue& arc : root[QLatin1String("arcs")].toArray()) {
        topology.arcs.push_back(readArc(arc.toArray(), t));
        if (topology.arcs.back().size() < 2)
            return bad(QStringLiteral("arc %1 has fewer than two points").arg(topology.arcs.size() - 1));
    }
    return {};
}

} // namespace

Result<Topology> readTopoJson(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return bad(QStringLiteral("at byte %1: %2").arg(error.offset).arg(error.errorString()));
    Topology topology;
    if (const Result<void> read = readArcs(root, topology); !read)
        return tl::make_unexpected(read.error());
    const QJsonObject objects = root[QLatin1String("objects")].toObject();
    const std::pair<const char*, std::vector<Topology::Shape>*> wanted[] = {
        {"countries", &topology.countries},
        {"subdivisions", &topology.subdivisions},
        {"lakes", &topology.lakes},
        {"disputed_borders", &topology.disputedBorders}};
    for (const auto& [name, shapes] : wanted) {
        Result<std::vector<Topology::Shape>> read =
            readObject(objects, QString::fromLatin1(name), topology.arcs.size());
        if (!read)
            return tl::make_unexpected(read.error());
        *shapes = std::move(*read);
    }
    return topology;
}

} // namespace interdict
