// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapclip.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace interdict {

namespace {

// The closed outline's edges.
std::vector<QLineF> edgesOf(const QPainterPath& area)
{
    std::vector<QLineF> edges;
    QPointF start;
    QPointF before;
    const auto add = [&edges](QPointF a, QPointF b) {
        if (a != b)
            edges.push_back({a, b});
    };
    for (int i = 0; i < area.elementCount(); ++i) {
        const QPointF point = area.elementAt(i);
        if (area.elementAt(i).isMoveTo()) {
            add(before, start);
            start = point;
        } else {
            add(before, point);
        }
        before = point;
    }
    add(before, start);
    return edges;
}

// Edges by the bands of `bandHeight` px that they reach into, so that a line meets only those near it.
class Bands
{
public:
    explicit Bands(const QPainterPath& area)
        : m_edges(edgesOf(area))
        , m_top(area.boundingRect().top())
    {
        m_bands.resize(static_cast<std::size_t>(area.boundingRect().height() / bandHeight) + 1);
        for (std::size_t i = 0; i < m_edges.size(); ++i) {
            const auto [from, to] = std::minmax({m_edges[i].y1(), m_edges[i].y2()});
            for (std::size_t band = bandOf(from); band <= bandOf(to); ++band)
                m_bands[band].push_back(static_cast<std::uint32_t>(i));
        }
    }

    // Where along the line (0 … 1) it crosses the outline, ascending.
    std::vector<double> crossings(const QLineF& line) const
    {
        std::vector<std::uint32_t> near;
        const auto [from, to] = std::minmax({line.y1(), line.y2()});
        for (std::size_t band = bandOf(from); band <= bandOf(to); ++band)
            near.insert(near.end(), m_bands[band].begin(), m_bands[band].end());
        std::sort(near.begin(), near.end());
        near.erase(std::unique(near.begin(), near.end()), near.end());
        std::vector<double> at;
        const QPointF along = line.p2() - line.p1();
        for (const std::uint32_t i : near) {
            const QLineF& edge = m_edges[i];
            // On which side of the line its ends lie: a corner on it counts for one of its edges alone.
            const double a = cross(along, edge.p1() - line.p1());
            const double b = cross(along, edge.p2() - line.p1());
            if ((a >= 0) == (b >= 0))
                continue;
            const QPointF point = edge.p1() + (edge.p2() - edge.p1()) * (a / (a - b));
            at.push_back(QPointF::dotProduct(point - line.p1(), along) / QPointF::dotProduct(along, along));
        }
        std::sort(at.begin(), at.end());
        return at;
    }

private:
    static constexpr double bandHeight = 8; // px
    static double cross(QPointF a, QPointF b) { return a.x() * b.y() - a.y() * b.x(); }
    std::size_t bandOf(double y) const
    {
        return static_cast<std::size_t>(
            std::clamp((y - m_top) / bandHeight, 0.0, double(m_bands.size() - 1)));
    }

    std::vector<QLineF> m_edges;
    double m_top;
    std::vector<std::vector<std::uint32_t>> m_bands;
};

} // namespace

// By Liang and Barsky (ACM Transactions on Graphics 3 (1), 1984, 1–22).
std::optional<QLineF> cutLine(const QLineF& line, const QRectF& box)
{
    double from = 0;
    double to = 1;
    const std::pair<double, double> edges[] = {{-line.dx(), line.x1() - box.left()},
                                               {line.dx(), box.right() - line.x1()},
                                               {-line.dy(), line.y1() - box.top()},
                                               {line.dy(), box.bottom() - line.y1()}};
    for (const auto& [step, room] : edges) {
        if (step == 0 && room < 0)
            return std::nullopt;
        if (step < 0)
            from = std::max(from, room / step);
        else if (step > 0)
            to = std::min(to, room / step);
    }
    if (from > to)
        return std::nullopt;
    return QLineF(from == 0 ? line.p1() : line.pointAt(from), to == 1 ? line.p2() : line.pointAt(to));
}

QPainterPath cutLines(const QPainterPath& lines, const QPainterPath& area)
{
    QPainterPath result;
    if (area.isEmpty())
        return result;
    const Bands bands(area);
    const QRectF box = area.boundingRect();
    for (int i = 1; i < lines.elementCount(); ++i) {
        if (lines.elementAt(i).isMoveTo())
            continue;
        const QLineF line(lines.elementAt(i - 1), lines.elementAt(i));
        // Counted from outside of the area on, so the crossings before the line's own begin count too.
        const QPointF along = line.p2() - line.p1();
        const double length = std::hypot(along.x(), along.y());
        if (length == 0)
            continue;
        const double before = (std::abs(line.x1() - box.left()) + std::abs(line.y1() - box.top()) +
                               box.width() + box.height()) /
                              length;
        const QLineF longer(line.p1() - along * before, line.p2());
        std::vector<double> at = bands.crossings(longer);
        for (double& t : at)
            t = t * (1 + before) - before; // along the line itself
        for (std::size_t k = 0; k < at.size(); k += 2) {
            const double from = std::max(at[k], 0.0);
            const double to = std::min(k + 1 < at.size() ? at[k + 1] : 1.0, 1.0);
            if (from >= to)
                continue;
            result.moveTo(line.pointAt(from));
            result.lineTo(line.pointAt(to));
        }
    }
    return result;
}

} // namespace interdict
