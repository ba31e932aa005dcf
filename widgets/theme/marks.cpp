// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/marks.h"

#include "model/explore/facet.h"

#include <QCoreApplication>
#include <QPainterPath>
#include <QPixmapCache>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace interdict {

namespace {

constexpr std::array<MarkShape, measureClassCount> measureShapes{MarkShape::CrossedSquare, MarkShape::Square,
                                                                 MarkShape::BarredSquare,  MarkShape::Diamond,
                                                                 MarkShape::Disc,          MarkShape::Ring};

// Plain shapes for categories; with eight colours they tell 32 terms apart.
constexpr std::array<MarkShape, 4> categoryShapes{MarkShape::Disc, MarkShape::Square, MarkShape::Triangle,
                                                  MarkShape::Diamond};

QPainterPath polygon(QPointF centre, double radius, int corners, double turn)
{
    QPolygonF points;
    for (int i = 0; i < corners; ++i) {
        const double angle = turn + 2 * std::numbers::pi * i / corners;
        points << centre + radius * QPointF(std::sin(angle), -std::cos(angle));
    }
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

QPainterPath square(QPointF centre, double size)
{
    QPainterPath path;
    const double side = size * 0.88;
    path.addRoundedRect(QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), side / 8, side / 8);
    return path;
}

// A colour of one's own goes before the theme's; the shape stays.
MarkStyle withColour(MarkStyle style, const QString& colour, const Theme& theme)
{
    if (colour.isEmpty())
        return style;
    const QColor own(colour);
    const int lightness = qGray(own.rgb());
    style.colour = readableMark(theme.noColour ? QColor(lightness, lightness, lightness) : own, theme);
    return style;
}

MarkStyle categoryStyle(const Theme& theme, std::size_t index)
{
    if (theme.noColour)
        return {theme.categories[index / categoryShapes.size() % theme.categories.size()],
                categoryShapes[index % categoryShapes.size()]};
    return {theme.categories[index % theme.categories.size()],
            categoryShapes[index / theme.categories.size() % categoryShapes.size()]};
}

// Classes, each followed by the measures of it that have a colour of their own.
std::vector<LegendEntry> measureLegend(const Theme& theme, const Vocabulary& vocabulary)
{
    std::vector<LegendEntry> legend;
    for (int i = 0; i < measureClassCount; ++i) {
        const auto value = static_cast<MeasureClass>(i);
        const MarkStyle style{theme.of(value), measureShapes[static_cast<std::size_t>(i)]};
        legend.push_back({QString::number(i), measureClassLabel(value), style});
        for (const Term& term : vocabulary.terms(TermKind::Measure))
            if (!term.colour.isEmpty() && measureClass(term) == value)
                legend.push_back({term.code, term.label, withColour(style, term.colour, theme)});
    }
    return legend;
}

// The sign inside a square that tells its class without colour.
void paintInside(QPainter& painter, const MarkStyle& style, QPointF c, double size, const QColor& colour)
{
    const QPen pen(colour, std::max(1.0, size / 9), Qt::SolidLine, Qt::RoundCap);
    const double r = size * 0.2;
    painter.setPen(pen);
    if (style.shape == MarkShape::CrossedSquare) {
        painter.drawLine(c + QPointF(-r, -r), c + QPointF(r, r));
        painter.drawLine(c + QPointF(-r, r), c + QPointF(r, -r));
    } else if (style.shape == MarkShape::BarredSquare) {
        painter.drawLine(c + QPointF(-r, 0), c + QPointF(r, 0));
    }
}

void paintDashed(QPainter& painter, const MarkStyle& style, QPointF centre, double size, const QColor& ground)
{
    const bool isPale = contrast(style.colour, ground) < 3;
    const QColor line = isPale ? mixed(style.colour, readableOn(ground), 0.55) : style.colour;
    QPen pen(line, std::max(1.2, size / 9), Qt::SolidLine, Qt::FlatCap);
    pen.setDashPattern({1.8, 1.3});
    painter.setPen(pen);
    painter.setBrush(style.shape == MarkShape::Ring ? ground : mixed(style.colour, ground, 0.22));
    painter.drawPath(markPath(style.shape, centre, size * 0.94));
    paintInside(painter, style, centre, size, line);
}

} // namespace

MarkStyle dashed(MarkStyle style)
{
    style.isDashed = true;
    return style;
}

LegendEntry unpublishedEntry(const Theme& theme)
{
    return {QStringLiteral("unpublished"), QCoreApplication::translate("Review", "Not published"),
            dashed({theme.dim, MarkShape::Square})};
}

QString colourByLabel(ColourBy by)
{
    switch (by) {
    case ColourBy::Measure:
        return QCoreApplication::translate("ColourBy", "Measure");
    case ColourBy::Concern:
        return QCoreApplication::translate("ColourBy", "Concern");
    case ColourBy::Status:
        return QCoreApplication::translate("ColourBy", "Status");
    }
    return {};
}

MarkScheme::MarkScheme(const Theme& theme, const Vocabulary& vocabulary, ColourBy by)
    : m_by(by)
    , m_unknown{theme.dim, MarkShape::Disc}
{
    if (by == ColourBy::Measure) {
        m_legend = measureLegend(theme, vocabulary);
        for (const Term& term : vocabulary.terms(TermKind::Measure)) {
            const QString entry =
                term.colour.isEmpty() ? QString::number(static_cast<int>(measureClass(term))) : term.code;
            const auto at = std::find_if(m_legend.begin(), m_legend.end(),
                                         [&entry](const LegendEntry& each) { return each.code == entry; });
            m_entries.insert(term.code, static_cast<std::size_t>(at - m_legend.begin()));
        }
        return;
    }
    std::size_t index = 0;
    for (const Term& term :
         vocabulary.terms(by == ColourBy::Concern ? TermKind::Concern : TermKind::Status)) {
        m_entries.insert(term.code, index);
        m_legend.push_back(
            {term.code, term.label, withColour(categoryStyle(theme, index++), term.colour, theme)});
    }
}

EntryMarks::EntryMarks(const Theme& theme, const Vocabulary& vocabulary, VocabularyList list)
{
    const auto by = list == TermKind::Measure   ? std::optional(ColourBy::Measure)
                    : list == TermKind::Concern ? std::optional(ColourBy::Concern)
                    : list == TermKind::Status  ? std::optional(ColourBy::Status)
                                                : std::nullopt;
    const MarkScheme scheme(theme, vocabulary, by.value_or(ColourBy::Measure));
    const auto add = [&](const QString& code, const QString& colour) {
        if (by == ColourBy::Measure || (by && !colour.isEmpty()))
            m_styles.insert(code, scheme.style(code));
        else if (!colour.isEmpty())
            m_styles.insert(code, withColour({}, colour, theme));
    };
    for (const Term& term : list ? vocabulary.terms(*list) : std::vector<Term>())
        add(term.code, term.colour);
    for (const Platform& platform : list ? std::vector<Platform>() : vocabulary.platforms())
        add(platform.name, platform.colour);
    if (by == ColourBy::Measure)
        add(unknownValue, {});
}

std::optional<MarkStyle> EntryMarks::of(const QString& code) const
{
    const auto it = m_styles.constFind(code);
    return it == m_styles.cend() ? std::nullopt : std::optional(*it);
}

QColor readableMark(const QColor& colour, const Theme& theme)
{
    QColor readable = colour;
    for (int tenths = 9; tenths >= 0 && contrast(readable, theme.panel) < 3; --tenths)
        readable = mixed(colour, theme.ink, tenths / 10.0);
    return readable;
}

QPainterPath markPath(MarkShape shape, QPointF c, double size)
{
    switch (shape) {
    case MarkShape::CrossedSquare:
    case MarkShape::Square:
    case MarkShape::BarredSquare:
        return square(c, size);
    case MarkShape::Diamond:
        return polygon(c, size * 0.56, 4, 0);
    case MarkShape::Triangle:
        return polygon(c + QPointF(0, size * 0.08), size * 0.56, 3, 0);
    case MarkShape::TriangleDown:
        return polygon(c - QPointF(0, size * 0.08), size * 0.56, 3, std::numbers::pi);
    case MarkShape::Hexagon:
        return polygon(c, size * 0.52, 6, 0);
    case MarkShape::Disc:
    case MarkShape::Ring:
        break;
    }
    QPainterPath path;
    path.addEllipse(c, size * 0.46, size * 0.46);
    return path;
}

void paintMark(QPainter& painter, const MarkStyle& style, QPointF centre, double size, const QColor& outline)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (style.isDashed) {
        paintDashed(painter, style, centre, size, outline);
    } else if (style.shape == MarkShape::Ring) {
        painter.setBrush(outline);
        painter.setPen(QPen(style.colour, size * 0.2));
        painter.drawEllipse(centre, size * 0.37, size * 0.37);
    } else {
        painter.setBrush(style.colour);
        painter.setPen(QPen(outline, 1));
        painter.drawPath(markPath(style.shape, centre, size));
        paintInside(painter, style, centre, size, readableOn(style.colour));
    }
    painter.restore();
}

void paintMarkCached(QPainter& painter, const MarkStyle& style, QPointF centre, double size,
                     const QColor& outline)
{
    const double ratio = painter.device()->devicePixelRatioF();
    const QString key = QStringLiteral("mark-%1-%2-%3-%4-%5-%6")
                            .arg(style.colour.rgba(), 0, 16)
                            .arg(static_cast<int>(style.shape))
                            .arg(size)
                            .arg(outline.rgba(), 0, 16)
                            .arg(ratio)
                            .arg(style.isDashed ? 1 : 0);
    QPixmap picture;
    const double side = std::ceil(size) + 2;
    if (!QPixmapCache::find(key, &picture)) {
        picture = QPixmap(QSize(1, 1) * static_cast<int>(std::ceil(side * ratio)));
        picture.setDevicePixelRatio(ratio);
        picture.fill(Qt::transparent);
        QPainter inner(&picture);
        paintMark(inner, style, QPointF(side / 2, side / 2), size, outline);
        inner.end();
        QPixmapCache::insert(key, picture);
    }
    painter.drawPixmap(centre - QPointF(side / 2, side / 2), picture);
}

QColor markOutline(const MarkStyle& style, const Theme& theme)
{
    if (style.isDashed || style.shape == MarkShape::Ring)
        return theme.panel;
    const bool isPale = contrast(style.colour, theme.panel) < 3;
    return isPale || theme.outlined ? mixed(style.colour, theme.ink, 0.55) : theme.panel;
}

double contrast(const QColor& a, const QColor& b)
{
    // Relative luminance and contrast ratio: WCAG 2.1, https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio
    const auto luminance = [](const QColor& c) {
        const auto linear = [](double v) {
            return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
    };
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor readableOn(const QColor& ground)
{
    static const QColor black(0x14181f);
    return contrast(black, ground) >= contrast(Qt::white, ground) ? black : QColor(Qt::white);
}

} // namespace interdict
