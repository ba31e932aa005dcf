// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mappainter.h"

#include "widgets/map/mapclip.h"
#include "widgets/map/mappath.h"
#include "widgets/map/mappattern.h"
#include "widgets/theme/marks.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <deque>
#include <numbers>

namespace interdict {

namespace {

constexpr double borderWidth = 0.8; // px
constexpr double innerWidth = 0.55;

// The base of one frame: a builder in the painter's pixels, and what the steps share.
class BasePainter
{
public:
    BasePainter(QPainter& painter, const MapLayout& layout, const MapGeometry& geometry,
                const MapStyle& style, const QRect& clip)
        : m_painter(painter)
        , m_layout(layout)
        , m_geometry(geometry)
        , m_style(style)
        , m_clip(style.vector ? QRectF({}, layout.viewport.size * style.ratio) : QRectF(clip))
        , m_viewport(layout.viewport.inDevicePixels(style.ratio))
        , m_builder(geometry, m_viewport, m_clip, layout.level,
                    style.vector ? MapPathBuilder::Edge::Exact : MapPathBuilder::Edge::Rough)
    {
    }

    void paint(const std::vector<std::uint32_t>& selected)
    {
        m_painter.save();
        if (!m_style.vector)
            m_painter.setClipRect(m_clip);
        // On paper the sea is the paper, also where that is to be transparent.
        if (!m_style.vector || m_style.theme.water != m_style.theme.panel)
            m_painter.fillRect(m_clip, m_style.theme.water);
        m_painter.setRenderHint(QPainter::Antialiasing);
        paintGraticule();
        paintFills();
        paintArcs(ArcKind::Inner, innerWidth);
        paintLakes();
        paintArcs(ArcKind::Border, borderWidth);
        paintClaims();
        for (const std::uint32_t shape : selected)
            paintOutline(m_geometry.shapes()[shape]);
        m_painter.restore();
    }

private:
    QPen solid(const QColor& colour, double width) const
    {
        return {colour, width * m_style.ratio, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin};
    }
    auto strokeWith(const QPen& pen)
    {
        return [this, pen](const QPainterPath& path) { m_painter.strokePath(path, pen); };
    }

    void paintGraticule()
    {
        m_painter.setPen(QPen(m_style.theme.line, 0.7 * m_style.ratio));
        for (QPolygonF line : m_layout.graticule) {
            for (QPointF& point : line)
                point *= m_style.ratio;
            if (!m_style.vector) {
                m_painter.drawPolyline(line);
                continue;
            }
            for (qsizetype i = 1; i < line.size(); ++i)
                if (const auto cut = cutLine({line[i - 1], line[i]}, m_clip))
                    m_painter.drawLine(*cut);
        }
    }

    void paintFills()
    {
        m_painter.setPen(Qt::NoPen);
        // Patterns stand still on the map while it is panned.
        const QPointF origin = m_viewport.toScreen({0, 0});
        m_painter.setBrushOrigin(
            QPoint(static_cast<int>(std::lround(origin.x())), static_cast<int>(std::lround(origin.y()))));
        for (const MapFillItem& item : m_layout.fills) {
            const MapShape& shape = m_geometry.shapes()[item.shape];
            const Look& look = lookOf(item.value);
            m_builder.eachPart(shape, [&](const QPainterPath& part) { fill(part, look); });
        }
    }

    struct Look
    {
        MapValue value;
        MapFill fill;
        QBrush brush;
    };

    const Look& lookOf(const MapValue& value)
    {
        for (const Look& look : m_looks)
            if (look.value == value)
                return look;
        const MapFill look = m_style.classes.fill(value, m_style.theme);
        m_looks.push_back(
            {value, look, m_style.vector ? QBrush(look.colour) : patternBrush(look, m_style.ratio)});
        return m_looks.back();
    }

    void fill(const QPainterPath& path, const Look& look)
    {
        m_painter.fillPath(path, look.brush);
        if (m_style.vector && look.fill.pattern != Pattern::Plain)
            hatch(path, look.fill);
    }

    void hatch(const QPainterPath& path, const MapFill& look)
    {
        m_painter.strokePath(cutLines(patternLines(look.pattern, path.boundingRect()), path),
                             QPen(look.lines, 1.1 * m_style.ratio, Qt::SolidLine, Qt::FlatCap));
    }

    void paintArcs(ArcKind kind, double width)
    {
        const auto wanted = [this, kind](const MapArc& arc) {
            return arc.kind == kind && (kind != ArcKind::Inner || m_layout.isDivided(arc.owner));
        };
        m_builder.eachLine(wanted, strokeWith(solid(m_style.theme.border, width)));
    }

    void paintLakes()
    {
        for (const MapShape& lake : m_geometry.shapes(MapShape::Kind::Lake))
            m_builder.eachPart(lake,
                               [this](const QPainterPath& p) { m_painter.fillPath(p, m_style.theme.water); });
    }

    void paintClaims()
    {
        QPen pen(m_style.theme.dim, m_style.ratio, Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({3, 2.5});
        for (const MapShape& claim : m_geometry.shapes(MapShape::Kind::Claim))
            m_builder.eachOutlineLine(claim, strokeWith(pen));
    }

    void paintOutline(const MapShape& shape)
    {
        m_builder.eachOutlineLine(shape, strokeWith(solid(m_style.theme.panel, 3.4)));
        m_builder.eachOutlineLine(shape, strokeWith(solid(m_style.theme.accent, 1.8)));
    }

    QPainter& m_painter;
    const MapLayout& m_layout;
    const MapGeometry& m_geometry;
    const MapStyle& m_style;
    QRectF m_clip;
    MapViewport m_viewport;
    MapPathBuilder m_builder;
    std::deque<Look> m_looks; // as they come up; they stay where they are
};

// The shape of the mark is that of the measure's class everywhere; counts and dates have a disc.
MarkShape shapeOf(const MapValue& value, const MapClasses& classes)
{
    constexpr MarkShape shapes[] = {MarkShape::CrossedSquare, MarkShape::Square, MarkShape::BarredSquare};
    const bool measured =
        classes.mode() == MapMode::StrictestInForce && value.kind == MapValue::Kind::InClass;
    return measured ? shapes[std::min(value.index, 2)] : MarkShape::Disc;
}

void paintUnion(QPainter& painter, const MapMarker& marker, const MapStyle& style)
{
    painter.setPen(QPen(style.theme.dim, 0.8));
    painter.drawLine(marker.centre, marker.anchor);
    painter.setBrush(style.theme.dim);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(marker.anchor, 1.5, 1.5);
    painter.setBrush(style.theme.panel);
    painter.setPen(QPen(style.theme.faint, 0.8));
    painter.drawEllipse(marker.centre, marker.size / 2, marker.size / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.theme.ink);
    for (int i = 0; i < 12; ++i) {
        const double angle = i * std::numbers::pi / 6;
        painter.drawEllipse(marker.centre + QPointF(std::sin(angle), std::cos(angle)) * marker.size * 0.37,
                            1.05, 1.05);
    }
}

// From letters so large that no font hints them: outlines of small ones hang on what was drawn before.
QPainterPath textOutline(QPointF at, QFont font, const QString& text)
{
    constexpr int factor = 40;
    font.setPixelSize(font.pixelSize() * factor);
    QPainterPath large;
    large.addText({}, font, text);
    return QTransform::fromTranslate(at.x(), at.y()).scale(1.0 / factor, 1.0 / factor).map(large);
}

// The halo as an outline: whoever searches or reads the file aloud meets each name once.
void paintNameOnce(QPainter& painter, const MapLabel& label, const QColor& ink, const QColor& halo)
{
    const QFontMetricsF metrics(painter.font());
    const QPointF at(label.box.center().x() - metrics.horizontalAdvance(label.text) / 2,
                     label.box.center().y() + (metrics.ascent() - metrics.descent()) / 2);
    const QPainterPath outline = textOutline(at, painter.font(), label.text);
    painter.strokePath(outline, QPen(halo, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setPen(ink);
    painter.drawText(at, label.text);
}

} // namespace

void paintMapBase(QPainter& painter, const MapLayout& layout, const MapGeometry& geometry,
                  const std::vector<std::uint32_t>& selected, const MapStyle& style, const QRect& clip)
{
    BasePainter(painter, layout, geometry, style, clip).paint(selected);
}

void paintMapOutline(QPainter& painter, const MapLayout& layout, const MapGeometry& geometry,
                     const MapShape& shape, const QColor& colour, double width)
{
    MapPathBuilder builder(geometry, layout.viewport, QRectF({}, layout.viewport.size), layout.level);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPen pen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::BevelJoin);
    builder.eachOutlineLine(shape, [&](const QPainterPath& path) { painter.strokePath(path, pen); });
}

void paintMapMarkers(QPainter& painter, const MapLayout& layout, const MapStyle& style)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF window({}, layout.viewport.size);
    for (const MapMarker& marker : layout.markers) {
        if (style.vector && !window.contains(marker.anchor)) // those inside are kept inside
            continue;
        if (marker.isUnion)
            paintUnion(painter, marker, style);
        else if (QLineF(marker.centre, marker.anchor).length() > marker.size / 2) {
            painter.setPen(QPen(style.theme.dim, 0.8));
            painter.drawLine(marker.centre, marker.anchor);
        }
        const double size = marker.isUnion ? marker.size * 0.44 : marker.size;
        MapValue plain = marker.value;
        plain.unpublished = false;
        const QColor colour = style.classes.fill(plain, style.theme).colour;
        const MarkStyle mark{colour, shapeOf(marker.value, style.classes), marker.value.unpublished};
        const bool isSet = marker.value.kind == MapValue::Kind::InClass;
        paintMark(painter, mark, marker.centre, size,
                  isSet ? markOutline(mark, style.theme) : style.theme.panel);
    }
}

void paintMarkerRing(QPainter& painter, const MapMarker& marker, const QColor& colour)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.8));
    painter.drawEllipse(marker.centre, marker.size / 2 + 2, marker.size / 2 + 2);
}

void paintMapLabels(QPainter& painter, const MapLayout& layout, const MapStyle& style)
{
    for (const MapLabel& label : layout.labels) {
        // A halo of the fill's own colour keeps its pattern off the letters; what reaches beyond has the
        // sea's.
        const MapFill look = style.classes.fill(label.value, style.theme);
        const QColor ink = label.inside ? readableOn(look.colour) : style.theme.ink;
        const QColor halo = label.inside ? look.colour : style.theme.water;
        if (style.vector) {
            paintNameOnce(painter, label, ink, halo);
            continue;
        }
        painter.setPen(halo);
        for (const QPointF shift : {QPointF(-1, 0), QPointF(1, 0), QPointF(0, -1), QPointF(0, 1)})
            painter.drawText(label.box.translated(shift), Qt::AlignCenter | Qt::TextDontClip, label.text);
        painter.setPen(ink);
        painter.drawText(label.box, Qt::AlignCenter | Qt::TextDontClip, label.text);
    }
}

void paintMapLegend(QPainter& painter, const MapLayout& layout, const MapStyle& style)
{
    const MapLegendLayout& legend = layout.legend;
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = style.theme.panel;
    ground.setAlpha(225);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    if (!legend.box.isEmpty())
        painter.drawRoundedRect(legend.box, 4, 4);
    painter.drawRoundedRect(legend.captionBox.adjusted(-4, 1, 4, -1), 4, 4);
    for (const MapLegendItem& item : legend.items) {
        painter.save();
        painter.setBrushOrigin(item.swatch.topLeft());
        painter.setPen(QPen(style.theme.faint, 0.8));
        const MapFill look = style.classes.fill(item.row.value, style.theme);
        painter.setBrush(look.colour);
        painter.drawRoundedRect(item.swatch, 2, 2);
        painter.setClipRect(item.swatch.adjusted(0.5, 0.5, -0.5, -0.5));
        painter.translate(item.swatch.topLeft());
        painter.strokePath(patternLines(look.pattern, QRectF({}, item.swatch.size())), QPen(look.lines, 1.1));
        painter.restore();
        painter.setPen(style.theme.ink);
        const double height = painter.fontMetrics().height();
        painter.drawText(QRectF(item.textAt.x(), item.textAt.y() - height / 2, 2000, height),
                         Qt::AlignLeft | Qt::AlignVCenter, item.text);
    }
    painter.setPen(style.theme.dim);
    painter.drawText(
        legend.captionBox, Qt::AlignRight | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(legend.caption, Qt::ElideRight,
                                         static_cast<int>(std::ceil(legend.captionBox.width())) + 1));
}

} // namespace interdict
