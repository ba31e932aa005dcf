// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/map/mapgeometry.h"

#include <QCoreApplication>
#include <QResource>
#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace interdict {

namespace {

static_assert(sizeof(MapPoint) == 8 && sizeof(MapArc) == 48 && sizeof(MapRing) == 32 &&
              sizeof(MapShape) == 44 && sizeof(MapHeader) == 64);

tl::unexpected<Error> damaged(const char* what)
{
    return failure(
        Error::Kind::Damaged,
        QCoreApplication::translate("Map", "The map's geometry is damaged. Install the program again."),
        QString::fromLatin1(what));
}

// Words in the machine's own order, aligned: the same bytes where they already are.
QByteArray aligned(const QByteArray& bytes)
{
    const bool fits = reinterpret_cast<std::uintptr_t>(bytes.constData()) % alignof(std::uint32_t) == 0;
    if (fits && Q_BYTE_ORDER == Q_LITTLE_ENDIAN)
        return bytes;
    QByteArray copy(bytes.size(), Qt::Uninitialized);
    const qsizetype words = bytes.size() / 4;
    qFromLittleEndian<std::uint32_t>(bytes.constData(), words, copy.data());
    return copy;
}

// Takes records off the front of the bytes.
class Cursor
{
public:
    explicit Cursor(const QByteArray& bytes)
        : m_at(bytes.constData())
        , m_left(static_cast<std::size_t>(bytes.size()))
    {
    }
    template <typename T>
    bool take(std::span<const T>& out, std::size_t count)
    {
        if (count > m_left / sizeof(T))
            return false;
        out = {reinterpret_cast<const T*>(m_at), count};
        m_at += count * sizeof(T);
        m_left -= count * sizeof(T);
        return true;
    }
    bool atEnd() const { return m_left == 0; }

private:
    const char* m_at;
    std::size_t m_left;
};

bool within(std::uint32_t first, std::uint32_t count, std::size_t size)
{
    return first <= size && count <= size - first;
}

bool sound(const MapBox& b)
{
    return std::isfinite(b.left) && std::isfinite(b.right) && std::isfinite(b.bottom) && std::isfinite(b.top);
}

// Whether a ray from the point to the east crosses the line from a to b.
bool crosses(MapPoint a, MapPoint b, MapPoint p)
{
    return (a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x;
}

} // namespace

Result<MapGeometry> MapGeometry::read(const QByteArray& bytes)
{
    MapGeometry map;
    map.m_bytes = aligned(bytes);
    Cursor cursor(map.m_bytes);
    std::span<const MapHeader> header;
    if (!cursor.take(header, 1) || header[0].magic != MapHeader{}.magic)
        return damaged("not a map");
    if (header[0].version != MapHeader{}.version)
        return damaged("another version");
    const MapHeader& h = map.m_header = header[0];
    const auto shapes = std::size_t(h.shapes[0]) + h.shapes[1] + h.shapes[2] + h.shapes[3];
    bool whole = cursor.take(map.m_arcs, h.arcs) && cursor.take(map.m_rings, h.rings) &&
                 cursor.take(map.m_refs, h.refs) && cursor.take(map.m_shapes, shapes);
    for (std::size_t level = 0; level < mapLevels; ++level)
        whole = whole && cursor.take(map.m_points[level], h.points[level]);
    if (!whole || !cursor.take(map.m_codes, h.codeBytes) || !cursor.atEnd())
        return damaged("sizes do not add up");
    if (const Result<void> good = map.check(); !good)
        return tl::make_unexpected(good.error());
    return map;
}

Result<MapGeometry> MapGeometry::shipped()
{
    const QResource file(QStringLiteral(":/data/world.map"));
    if (!file.isValid())
        return damaged("no resource");
    return read(QByteArray::fromRawData(reinterpret_cast<const char*>(file.data()), file.size()));
}

Result<void> MapGeometry::check() const
{
    for (const MapArc& arc : m_arcs) {
        if (arc.kind > ArcKind::Claim || !sound(arc.box) ||
            (arc.owner != noShape && arc.owner >= m_shapes.size()))
            return damaged("arc");
        for (std::size_t level = 0; level < mapLevels; ++level)
            if (arc.runs[level].count < 2 ||
                !within(arc.runs[level].first, arc.runs[level].count, m_points[level].size()))
                return damaged("arc's points");
    }
    for (const std::int32_t ref : m_refs)
        if (static_cast<std::size_t>(ref < 0 ? ~ref : ref) >= m_arcs.size())
            return damaged("arc reference");
    for (const MapRing& ring : m_rings)
        if (ring.refCount == 0 || !within(ring.firstRef, ring.refCount, m_refs.size()) || !sound(ring.box))
            return damaged("ring");
    for (const MapShape& shape : m_shapes) {
        const bool place = shape.kind <= MapShape::Kind::Subdivision;
        if (shape.kind > MapShape::Kind::Claim || !within(shape.firstRing, shape.ringCount, m_rings.size()) ||
            !within(shape.codeFirst, shape.codeSize, m_codes.size()) || !sound(shape.box) ||
            (place && shape.country >= m_header.shapes[0]))
            return damaged("shape");
    }
    for (const auto& points : m_points)
        for (const MapPoint& p : points)
            if (!(std::abs(p.x) < 4 && std::abs(p.y) < 4))
                return damaged("point");
    return {};
}

std::span<const MapShape> MapGeometry::shapes(MapShape::Kind kind) const
{
    std::size_t first = 0;
    for (std::size_t k = 0; k < static_cast<std::size_t>(kind); ++k)
        first += m_header.shapes[k];
    return m_shapes.subspan(first, m_header.shapes[static_cast<std::size_t>(kind)]);
}

std::span<const MapShape> MapGeometry::subdivisions(std::uint32_t country) const
{
    const auto all = shapes(MapShape::Kind::Subdivision);
    const auto first = std::partition_point(
        all.begin(), all.end(), [country](const MapShape& shape) { return shape.country < country; });
    const auto last = std::partition_point(
        first, all.end(), [country](const MapShape& shape) { return shape.country == country; });
    return {first, last};
}

std::span<const MapRing> MapGeometry::rings(const MapShape& shape) const
{
    return m_rings.subspan(shape.firstRing, shape.ringCount);
}

std::span<const std::int32_t> MapGeometry::refs(const MapRing& ring) const
{
    return m_refs.subspan(ring.firstRef, ring.refCount);
}

std::span<const MapPoint> MapGeometry::points(const MapArc& arc, int level) const
{
    const auto l = static_cast<std::size_t>(level);
    return m_points[l].subspan(arc.runs[l].first, arc.runs[l].count);
}

std::uint32_t MapGeometry::indexOf(const MapShape& shape) const
{
    return static_cast<std::uint32_t>(&shape - m_shapes.data());
}

QLatin1String MapGeometry::codeView(const MapShape& shape) const
{
    return QLatin1String(m_codes.data() + shape.codeFirst, static_cast<qsizetype>(shape.codeSize));
}

QString MapGeometry::code(const MapShape& shape) const
{
    const QLatin1String bytes = codeView(shape);
    return QString::fromUtf8(bytes.data(), bytes.size());
}

const MapShape* MapGeometry::find(QStringView code) const
{
    for (const MapShape::Kind kind : {MapShape::Kind::Country, MapShape::Kind::Subdivision}) {
        const auto all = shapes(kind);
        const auto it =
            std::lower_bound(all.begin(), all.end(), code, [this](const MapShape& shape, QStringView c) {
                return codeView(shape).compare(c) < 0;
            });
        if (it != all.end() && codeView(*it) == code)
            return &*it;
    }
    return nullptr;
}

int MapGeometry::levelFor(double devicePixels) const
{
    int level = 0;
    while (level < mapLevels - 1 &&
           devicePixels > double(m_header.finestScale[static_cast<std::size_t>(level)]))
        ++level;
    return level;
}

bool MapGeometry::contains(const MapShape& shape, MapPoint point) const
{
    if (!shape.box.contains(point))
        return false;
    bool inside = false;
    for (const MapRing& ring : rings(shape)) {
        if (!ring.box.contains(point))
            continue;
        for (const std::int32_t ref : refs(ring)) {
            const auto line = points(m_arcs[static_cast<std::size_t>(ref < 0 ? ~ref : ref)], mapLevels - 1);
            for (std::size_t i = 1; i < line.size(); ++i)
                inside ^= crosses(line[i - 1], line[i], point);
        }
    }
    return inside;
}

} // namespace interdict
