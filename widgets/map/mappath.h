// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Shapes and arcs as painter paths for a viewport: what lies outside the clip costs next to nothing, what is
// too small to be seen is left out, and no coordinate strays far beyond the clip.
#pragma once

#include "widgets/map/mapviewport.h"

#include <QPainterPath>

namespace interdict {

class MapPathBuilder
{
public:
    // Rough: a little more than the clip is drawn, and the painter cuts it. Exact: nothing is, for files
    // without a clip.
    enum class Edge : std::uint8_t { Rough, Exact };
    // The clip is in the viewport's pixels. The geometry outlives the builder.
    MapPathBuilder(const MapGeometry& geometry, const MapViewport& viewport, const QRectF& clip, int level,
                   Edge edge = Edge::Rough);

    bool isSeen(const MapBox& box) const { return box.overlaps(m_seen); }
    // Calls `fill` with the shape in paths of a few hundred points, to be filled by the odd-even rule; holes
    // are in the path of the part that they belong to. Qt's rasteriser walks the whole of a path for each
    // band of it: many small paths cost a fraction of a large one.
    template <typename Fill>
    void eachPart(const MapShape& shape, Fill fill)
    {
        if (!isSeen(shape.box))
            return;
        m_path.clear();
        for (const MapRing& ring : m_geometry.rings(shape)) {
            if (ring.outer && m_path.elementCount() > manyPoints)
                finish(fill);
            addRing(ring);
        }
        finish(fill);
    }
    // Calls `stroke` with lines along the arcs that `wanted` holds for, in short paths likewise. The map's
    // own edge is never drawn as a line.
    template <typename Wanted, typename Stroke>
    void eachLine(Wanted wanted, Stroke stroke)
    {
        m_path.clear();
        for (const MapArc& arc : m_geometry.arcs())
            if (isSeen(arc.box) && wanted(arc))
                addLine(arc, stroke);
        finish(stroke);
    }
    // The same along the shape's outline.
    template <typename Stroke>
    void eachOutlineLine(const MapShape& shape, Stroke stroke)
    {
        m_path.clear();
        for (const MapRing& ring : m_geometry.rings(shape))
            if (isSeen(ring.box) && !isTiny(ring.box))
                for (const std::int32_t ref : m_geometry.refs(ring))
                    addLine(m_geometry.arcs()[static_cast<std::size_t>(ref < 0 ? ~ref : ref)], stroke);
        finish(stroke);
    }

private:
    QPointF toScreen(MapPoint p) const { return {double(p.x) * m_scale + m_x, m_y - double(p.y) * m_scale}; }
    void addRing(const MapRing& ring);
    void addArc(const MapArc& arc);
    void addCut(QPointF a, QPointF b);
    template <typename Stroke>
    void addLine(const MapArc& arc, Stroke& stroke)
    {
        addArc(arc);
        if (m_path.elementCount() > manyPoints)
            finish(stroke);
    }
    template <typename Draw>
    void finish(Draw& draw)
    {
        if (!m_path.isEmpty())
            draw(m_path);
        m_path.clear();
    }
    void appendArc(std::int32_t ref);
    void clipRing();
    bool isTiny(const MapBox& box) const;

    const MapGeometry& m_geometry;
    double m_scale;
    double m_x;
    double m_y;
    QRectF m_clip;
    MapBox m_seen; // the clip on the plane
    Edge m_edge;
    int m_level;
    static constexpr int manyPoints = 100;
    QPainterPath m_path; // these are kept for their memory
    std::vector<QPointF> m_ring, m_clipped;
};

} // namespace interdict
