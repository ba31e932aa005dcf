// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mappath.h"

#include "widgets/map/mapclip.h"

namespace interdict {

namespace {

constexpr double tiny = 0.5; // px
constexpr double room = 3;   // px around the clip, for the width of lines

bool encloses(const MapBox& outer, const MapBox& inner)
{
    return outer.left <= inner.left && inner.right <= outer.right && outer.bottom <= inner.bottom &&
           inner.top <= outer.top;
}

// Where the line from a to b meets an edge of the clip.
QPointF atX(QPointF a, QPointF b, double x)
{
    return {x, a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x())};
}

QPointF atY(QPointF a, QPointF b, double y)
{
    return {a.x() + (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()), y};
}

// One edge of the polygon clip by Sutherland and Hodgman (Communications of the ACM 17 (1), 1974, 32–42).
template <typename Inside, typename Cut>
void clipEdge(const std::vector<QPointF>& in, std::vector<QPointF>& out, Inside inside, Cut cut)
{
    out.clear();
    if (in.empty())
        return;
    QPointF before = in.back();
    for (const QPointF& point : in) {
        if (inside(point) != inside(before))
            out.push_back(cut(before, point));
        if (inside(point))
            out.push_back(point);
        before = point;
    }
}

} // namespace

MapPathBuilder::MapPathBuilder(const MapGeometry& geometry, const MapViewport& viewport, const QRectF& clip,
                               int level, Edge edge)
    : m_geometry(geometry)
    , m_scale(viewport.scale)
    , m_x(viewport.toScreen({0, 0}).x())
    , m_y(viewport.toScreen({0, 0}).y())
    , m_clip(edge == Edge::Exact ? clip : clip.adjusted(-room, -room, room, room))
    , m_edge(edge)
    , m_level(level)
{
    const MapPoint topLeft = asMapPoint(viewport.toPlane(m_clip.topLeft()));
    const MapPoint bottomRight = asMapPoint(viewport.toPlane(m_clip.bottomRight()));
    m_seen = {topLeft.x, bottomRight.y, bottomRight.x, topLeft.y};
}

bool MapPathBuilder::isTiny(const MapBox& box) const
{
    return double(box.right - box.left) * m_scale < tiny && double(box.top - box.bottom) * m_scale < tiny;
}

// An arc whose box does not meet the clip lies on one side of it: seen from the clip, a straight line does as
// well.
void MapPathBuilder::appendArc(std::int32_t ref)
{
    const MapArc& arc = m_geometry.arcs()[static_cast<std::size_t>(ref < 0 ? ~ref : ref)];
    const auto points = m_geometry.points(arc, m_level);
    const std::size_t step = arc.box.overlaps(m_seen) ? 1 : points.size() - 1;
    if (ref < 0)
        for (std::size_t i = points.size() - 1; i > 0; i -= step)
            m_ring.push_back(toScreen(points[i]));
    else
        for (std::size_t i = 0; i + 1 < points.size(); i += step)
            m_ring.push_back(toScreen(points[i]));
}

void MapPathBuilder::addRing(const MapRing& ring)
{
    if (!isSeen(ring.box) || isTiny(ring.box))
        return;
    m_ring.clear();
    for (const std::int32_t ref : m_geometry.refs(ring))
        appendArc(ref);
    if (!encloses(m_seen, ring.box))
        clipRing();
    if (m_ring.size() < 3)
        return;
    m_path.moveTo(m_ring.front());
    for (std::size_t i = 1; i < m_ring.size(); ++i)
        m_path.lineTo(m_ring[i]);
    m_path.closeSubpath();
}

void MapPathBuilder::clipRing()
{
    const double left = m_clip.left();
    const double right = m_clip.right();
    const double top = m_clip.top();
    const double bottom = m_clip.bottom();
    clipEdge(
        m_ring, m_clipped, [=](QPointF p) { return p.x() >= left; },
        [=](QPointF a, QPointF b) { return atX(a, b, left); });
    clipEdge(
        m_clipped, m_ring, [=](QPointF p) { return p.x() <= right; },
        [=](QPointF a, QPointF b) { return atX(a, b, right); });
    clipEdge(
        m_ring, m_clipped, [=](QPointF p) { return p.y() >= top; },
        [=](QPointF a, QPointF b) { return atY(a, b, top); });
    clipEdge(
        m_clipped, m_ring, [=](QPointF p) { return p.y() <= bottom; },
        [=](QPointF a, QPointF b) { return atY(a, b, bottom); });
}

void MapPathBuilder::addArc(const MapArc& arc)
{
    if (arc.kind == ArcKind::Seam || !isSeen(arc.box) || isTiny(arc.box))
        return;
    const auto points = m_geometry.points(arc, m_level);
    const bool whole = encloses(m_seen, arc.box);
    bool down = false;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const MapPoint a = points[i - 1];
        const MapPoint b = points[i];
        const MapBox box{std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
        if (!whole && !isSeen(box)) {
            down = false;
            continue;
        }
        if (!whole && m_edge == Edge::Exact) {
            addCut(toScreen(a), toScreen(b));
            continue;
        }
        if (!down)
            m_path.moveTo(toScreen(a));
        m_path.lineTo(toScreen(b));
        down = true;
    }
}

void MapPathBuilder::addCut(QPointF a, QPointF b)
{
    const auto line = cutLine({a, b}, m_clip);
    if (!line)
        return;
    if (m_path.isEmpty() || m_path.currentPosition() != line->p1())
        m_path.moveTo(line->p1());
    m_path.lineTo(line->p2());
}

} // namespace interdict
