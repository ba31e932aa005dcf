// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/map/mapcompiler.h"

#include "model/map/mapgeometry.h"
#include "model/map/simplify.h"
#include "model/map/topojson.h"

#include <QList>
#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <limits>

namespace interdict {

namespace {

// Up to these numbers of device pixels a radius a level shows what the full one does: the world in a window
// of 2000 pixels, and half of it.
constexpr std::array<float, mapLevels> finestScale{420, 1100, std::numeric_limits<float>::max()};
// A point may go where its triangle is smaller than this at the level's finest scale.
constexpr double lostPixels = 1.2;
// Meridians curve on this map: longer steps to the north or south are divided.
constexpr double longestStep = 1.0; // degrees of latitude

bool onSeam(Degrees p)
{
    return std::abs(p.lon) >= 180 - 1e-6 || p.lat <= -90 + 1e-6;
}

bool isSeam(Degrees a, Degrees b)
{
    const bool meridian = std::abs(a.lon) >= 180 - 1e-6 && std::abs(a.lon - b.lon) < 1e-6;
    const bool pole = a.lat <= -90 + 1e-6 && b.lat <= -90 + 1e-6;
    return onSeam(a) && onSeam(b) && (meridian || pole);
}

struct BuiltArc
{
    Topology::Line line;
    bool seam = false;
    ArcKind kind = ArcKind::Claim;
    std::uint32_t owner = noShape;
};

struct BuiltShape
{
    MapShape::Kind kind;
    QByteArray code;
    std::uint32_t country;
    std::vector<Topology::Ring> rings;
};

// Arcs that run partly along the seam are cut there; rings are rewritten to the pieces.
class SeamCutter
{
public:
    explicit SeamCutter(const std::vector<Topology::Line>& lines)
    {
        for (const Topology::Line& line : lines) {
            m_first.push_back(static_cast<int>(arcs.size()));
            cut(line);
        }
        m_first.push_back(static_cast<int>(arcs.size()));
    }

    Topology::Ring rewrite(const Topology::Ring& ring) const
    {
        Topology::Ring pieces{{}, ring.outer};
        for (const int ref : ring.arcs) {
            const auto n = static_cast<std::size_t>(ref < 0 ? ~ref : ref);
            const int first = m_first[n];
            const int last = m_first[n + 1] - 1;
            for (int i = 0; i <= last - first; ++i)
                pieces.arcs.push_back(ref < 0 ? ~(last - i) : first + i);
        }
        return pieces;
    }

    std::vector<BuiltArc> arcs;

private:
    void cut(const Topology::Line& line)
    {
        std::size_t i = 1;
        while (i < line.size()) {
            BuiltArc arc;
            arc.seam = isSeam(line[i - 1], line[i]);
            arc.line.push_back(line[i - 1]);
            for (; i < line.size() && isSeam(line[i - 1], line[i]) == arc.seam; ++i)
                arc.line.push_back(line[i]);
            arcs.push_back(std::move(arc));
        }
    }

    std::vector<int> m_first;
};

std::vector<PlanePoint> project(const Topology::Line& line)
{
    std::vector<PlanePoint> points{equalearth::forward(line.front())};
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Degrees a = line[i - 1];
        const Degrees b = line[i];
        const int steps = std::max(1, static_cast<int>(std::ceil(std::abs(b.lat - a.lat) / longestStep)));
        for (int s = 1; s <= steps; ++s) {
            const double part = double(s) / steps;
            points.push_back(
                equalearth::forward({a.lon + (b.lon - a.lon) * part, a.lat + (b.lat - a.lat) * part}));
        }
    }
    return points;
}

std::vector<BuiltShape> sortedShapes(const Topology& topology, const SeamCutter& cutter)
{
    std::vector<BuiltShape> shapes;
    const auto add = [&](const std::vector<Topology::Shape>& from, MapShape::Kind kind) {
        const auto first = static_cast<std::ptrdiff_t>(shapes.size());
        for (const Topology::Shape& shape : from) {
            shapes.push_back({kind, shape.code.toUtf8(), noShape, {}});
            for (const Topology::Ring& ring : shape.rings)
                shapes.back().rings.push_back(cutter.rewrite(ring));
        }
        std::stable_sort(shapes.begin() + first, shapes.end(),
                         [](const BuiltShape& a, const BuiltShape& b) { return a.code < b.code; });
    };
    add(topology.countries, MapShape::Kind::Country);
    add(topology.subdivisions, MapShape::Kind::Subdivision);
    add(topology.lakes, MapShape::Kind::Lake);
    add(topology.disputedBorders, MapShape::Kind::Claim);
    return shapes;
}

// A subdivision's code begins with its country's.
Result<void> joinCountries(std::vector<BuiltShape>& shapes, std::size_t countries)
{
    for (std::size_t i = 0; i < shapes.size() && shapes[i].kind <= MapShape::Kind::Subdivision; ++i) {
        const QByteArray code = shapes[i].code.split('-').front();
        const auto end = shapes.begin() + static_cast<std::ptrdiff_t>(countries);
        const auto it = std::lower_bound(shapes.begin(), end, code,
                                         [](const BuiltShape& s, const QByteArray& c) { return s.code < c; });
        if (it == end || it->code != code)
            return failure(Error::Kind::BadInput, QStringLiteral("Map: %1 is of no country that is drawn")
                                                      .arg(QString::fromUtf8(shapes[i].code)));
        shapes[i].country = static_cast<std::uint32_t>(it - shapes.begin());
    }
    return {};
}

// What an arc separates follows from who uses it.
void classify(std::vector<BuiltArc>& arcs, const std::vector<BuiltShape>& shapes)
{
    std::vector<int> countries(arcs.size());
    for (const BuiltShape& shape : shapes)
        for (const Topology::Ring& ring : shape.rings)
            for (const int ref : ring.arcs) {
                const auto n = static_cast<std::size_t>(ref < 0 ? ~ref : ref);
                BuiltArc& arc = arcs[n];
                if (shape.kind == MapShape::Kind::Country)
                    arc.kind = ++countries[n] > 1 ? ArcKind::Border : ArcKind::Coast;
                else if (shape.kind == MapShape::Kind::Lake && countries[n] == 0)
                    arc.kind = ArcKind::Lake;
                else if (shape.kind == MapShape::Kind::Subdivision && countries[n] == 0) {
                    arc.kind = ArcKind::Inner;
                    arc.owner = shape.country;
                }
            }
    for (BuiltArc& arc : arcs)
        if (arc.seam)
            arc.kind = ArcKind::Seam;
}

MapBox boxOf(const std::vector<PlanePoint>& points)
{
    MapBox box{9, 9, -9, -9};
    for (const PlanePoint& p : points) {
        box.left = std::min(box.left, static_cast<float>(p.x));
        box.right = std::max(box.right, static_cast<float>(p.x));
        box.bottom = std::min(box.bottom, static_cast<float>(p.y));
        box.top = std::max(box.top, static_cast<float>(p.y));
    }
    return box;
}

void unite(MapBox& box, const MapBox& other)
{
    box = {std::min(box.left, other.left), std::min(box.bottom, other.bottom),
           std::max(box.right, other.right), std::max(box.top, other.top)};
}

// Twice the signed area that a line sweeps over seen from the origin.
double sweep(const std::vector<PlanePoint>& points)
{
    double sum = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        sum += points[i - 1].x * points[i].y - points[i].x * points[i - 1].y;
    return sum;
}

class MapWriter
{
public:
    void addArc(const BuiltArc& built)
    {
        const std::vector<PlanePoint> points = project(built.line);
        const std::vector<double> weights = pointWeights(points);
        MapArc arc{built.kind, built.owner, boxOf(points), {}};
        for (std::size_t level = 0; level < mapLevels; ++level)
            arc.runs[level] = addLevel(points, weights, level);
        m_arcs.push_back(arc);
        m_sweeps.push_back(sweep(points));
    }

    void addShape(const BuiltShape& built)
    {
        MapShape shape;
        shape.kind = built.kind;
        shape.country = built.country;
        shape.firstRing = static_cast<std::uint32_t>(m_rings.size());
        shape.ringCount = static_cast<std::uint32_t>(built.rings.size());
        shape.codeFirst = static_cast<std::uint32_t>(m_codes.size());
        shape.codeSize = static_cast<std::uint32_t>(built.code.size());
        shape.box = {9, 9, -9, -9};
        m_codes += built.code;
        double twice = 0;
        for (const Topology::Ring& ring : built.rings) {
            twice += addRing(ring);
            unite(shape.box, m_rings.back().box);
        }
        shape.area = built.kind == MapShape::Kind::Claim ? 0 : static_cast<float>(std::abs(twice) / 2);
        m_shapes.push_back(shape);
        ++m_header.shapes[static_cast<std::size_t>(built.kind)];
    }

    QByteArray bytes()
    {
        m_codes.append((4 - m_codes.size() % 4) % 4, '\0');
        m_header.arcs = static_cast<std::uint32_t>(m_arcs.size());
        m_header.rings = static_cast<std::uint32_t>(m_rings.size());
        m_header.refs = static_cast<std::uint32_t>(m_refs.size());
        m_header.finestScale = finestScale;
        m_header.codeBytes = static_cast<std::uint32_t>(m_codes.size());
        for (std::size_t level = 0; level < mapLevels; ++level)
            m_header.points[level] = static_cast<std::uint32_t>(m_points[level].size());
        QByteArray out;
        append(out, &m_header, 1);
        append(out, m_arcs.data(), m_arcs.size());
        append(out, m_rings.data(), m_rings.size());
        append(out, m_refs.data(), m_refs.size());
        append(out, m_shapes.data(), m_shapes.size());
        for (const auto& points : m_points)
            append(out, points.data(), points.size());
        return out + m_codes;
    }

private:
    MapArc::Run addLevel(const std::vector<PlanePoint>& points, const std::vector<double>& weights,
                         std::size_t level)
    {
        const double scale = double(finestScale[level]);
        const double least = level == mapLevels - 1 ? 0 : lostPixels / (scale * scale);
        auto& out = m_points[level];
        const auto first = static_cast<std::uint32_t>(out.size());
        for (std::size_t i = 0; i < points.size(); ++i)
            if (weights[i] > least || level == mapLevels - 1)
                out.push_back({static_cast<float>(points[i].x), static_cast<float>(points[i].y)});
        return {first, static_cast<std::uint32_t>(out.size()) - first};
    }

    double addRing(const Topology::Ring& built)
    {
        MapRing ring;
        ring.firstRef = static_cast<std::uint32_t>(m_refs.size());
        ring.refCount = static_cast<std::uint32_t>(built.arcs.size());
        ring.outer = built.outer ? 1 : 0;
        ring.box = {9, 9, -9, -9};
        double twice = 0;
        for (const int ref : built.arcs) {
            const auto n = static_cast<std::size_t>(ref < 0 ? ~ref : ref);
            m_refs.push_back(ref);
            unite(ring.box, m_arcs[n].box);
            twice += ref < 0 ? -m_sweeps[n] : m_sweeps[n];
        }
        ring.area = static_cast<float>(std::abs(twice) / 2);
        m_rings.push_back(ring);
        return twice;
    }

    template <typename T>
    static void append(QByteArray& out, const T* records, std::size_t count)
    {
        QByteArray words(static_cast<qsizetype>(count * sizeof(T)), Qt::Uninitialized);
        qToLittleEndian<std::uint32_t>(records, words.size() / 4, words.data());
        out += words;
    }

    MapHeader m_header;
    std::vector<MapArc> m_arcs;
    std::vector<double> m_sweeps;
    std::vector<MapRing> m_rings;
    std::vector<std::int32_t> m_refs;
    std::vector<MapShape> m_shapes;
    std::array<std::vector<MapPoint>, mapLevels> m_points;
    QByteArray m_codes;
};

} // namespace

Result<QByteArray> compileMap(const QByteArray& topojson)
{
    const Result<Topology> topology = readTopoJson(topojson);
    if (!topology)
        return tl::make_unexpected(topology.error());
    SeamCutter cutter(topology->arcs);
    std::vector<BuiltShape> shapes = sortedShapes(*topology, cutter);
    if (const Result<void> joined = joinCountries(shapes, topology->countries.size()); !joined)
        return tl::make_unexpected(joined.error());
    classify(cutter.arcs, shapes);
    MapWriter writer;
    for (const BuiltArc& arc : cutter.arcs)
        writer.addArc(arc);
    for (const BuiltShape& shape : shapes)
        writer.addShape(shape);
    return writer.bytes();
}

} // namespace interdict
