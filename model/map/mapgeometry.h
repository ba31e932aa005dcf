// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The compiled map, read in place: shapes of countries, subdivisions, lakes and claimed lines as rings of
// shared arcs, projected by Equal Earth, at several levels of detail. A reader: mapcompiler.h makes the
// bytes.
//
// The form: 32-bit little-endian words throughout. Header (MapHeader), then in this order, without gaps, the
// records of arcs, rings, arc references (n, or ~n where the arc runs backwards) and shapes, the points of
// each level, and the shapes' codes as bytes, padded to a whole word. Shapes are ordered by kind, then by
// code.
#pragma once

#include "model/error.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>
#include <span>

namespace interdict {

inline constexpr int mapLevels = 3; // 0: the world in a window … 2: everything there is
inline constexpr std::uint32_t noShape = 0xffffffffU;

struct MapPoint // as PlanePoint, in single precision: good to about a metre
{
    float x = 0;
    float y = 0;
    bool operator==(const MapPoint&) const = default;
};

struct MapBox
{
    float left = 0, bottom = 0, right = 0, top = 0;
    bool contains(MapPoint p) const { return left <= p.x && p.x <= right && bottom <= p.y && p.y <= top; }
    bool overlaps(const MapBox& o) const
    {
        return left <= o.right && o.left <= right && bottom <= o.top && o.bottom <= top;
    }
    bool operator==(const MapBox&) const = default;
};

enum class ArcKind : std::uint32_t {
    Coast,  // one country's outer edge
    Border, // between two countries
    Inner,  // between subdivisions of one country
    Seam,   // the map's own edge, along 180° or the pole: filled up to, never drawn as a line
    Lake,
    Claim, // a disputed line that is no border here
};

struct MapArc
{
    ArcKind kind = ArcKind::Coast;
    std::uint32_t owner = noShape; // Inner: the country's shape
    MapBox box;
    struct Run
    {
        std::uint32_t first = 0, count = 0;
    };
    std::array<Run, mapLevels> runs; // by level, into its points
};

struct MapRing // closed, except those of claims
{
    std::uint32_t firstRef = 0, refCount = 0;
    std::uint32_t outer = 1; // begins a part of its shape; 0: a hole in the part before it
    MapBox box;
    float area = 0; // without sign
};

struct MapShape // what lies inside an odd number of its rings
{
    enum class Kind : std::uint32_t { Country, Subdivision, Lake, Claim };
    Kind kind = Kind::Country;
    std::uint32_t country = noShape; // Country: itself; Subdivision: its country
    std::uint32_t firstRing = 0, ringCount = 0;
    std::uint32_t codeFirst = 0, codeSize = 0;
    MapBox box;
    float area = 0; // radii squared
};
inline constexpr int mapShapeKinds = 4;

struct MapHeader
{
    std::uint32_t magic = 0x50414d49; // "IMAP"
    std::uint32_t version = 1;
    std::uint32_t arcs = 0, rings = 0, refs = 0;
    std::array<std::uint32_t, mapShapeKinds> shapes{}; // by kind
    std::array<std::uint32_t, mapLevels> points{};     // by level
    std::array<float, mapLevels>
        finestScale{}; // up to how many device pixels a radius the level is meant for
    std::uint32_t codeBytes = 0;
};

class MapGeometry
{
public:
    MapGeometry() = default; // empty
    // Checks every index once, so that no reader need check again; shares the bytes where they are aligned.
    static Result<MapGeometry> read(const QByteArray& bytes);
    // The shipped map, from the program's own resources.
    static Result<MapGeometry> shipped();

    std::span<const MapShape> shapes() const { return m_shapes; }
    std::span<const MapShape> shapes(MapShape::Kind kind) const;
    // The subdivisions of a country, one after the other.
    std::span<const MapShape> subdivisions(std::uint32_t country) const;
    std::span<const MapRing> rings(const MapShape& shape) const;
    std::span<const std::int32_t> refs(const MapRing& ring) const;
    std::span<const MapArc> arcs() const { return m_arcs; }
    std::span<const MapPoint> points(const MapArc& arc, int level) const;

    std::uint32_t indexOf(const MapShape& shape) const;
    QString code(const MapShape& shape) const; // a claim's: whose it is
    // A country's or subdivision's shape by code; null where there is none.
    const MapShape* find(QStringView code) const;
    // The coarsest level that is crisp at so many device pixels a radius.
    int levelFor(double devicePixels) const;
    // By the finest level.
    bool contains(const MapShape& shape, MapPoint point) const;

private:
    Result<void> check() const;
    QLatin1String codeView(const MapShape& shape) const;

    QByteArray m_bytes;
    MapHeader m_header;
    std::span<const MapArc> m_arcs;
    std::span<const MapRing> m_rings;
    std::span<const std::int32_t> m_refs;
    std::span<const MapShape> m_shapes;
    std::array<std::span<const MapPoint>, mapLevels> m_points;
    std::span<const char> m_codes;
};

} // namespace interdict
