// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/icons.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace interdict {

namespace {

// On a square of 16 units.
QPainterPath strokesOf(Glyph glyph)
{
    QPainterPath path;
    const auto line = [&path](double x1, double y1, double x2, double y2) {
        path.moveTo(x1, y1);
        path.lineTo(x2, y2);
    };
    const auto bent = [&path](QPointF a, QPointF corner, QPointF b) {
        path.moveTo(a);
        path.lineTo(corner);
        path.lineTo(b);
    };
    switch (glyph) {
    case Glyph::Back:
        bent({10, 3.5}, {5.5, 8}, {10, 12.5});
        break;
    case Glyph::Forward:
        bent({6, 3.5}, {10.5, 8}, {6, 12.5});
        break;
    case Glyph::Search:
        path.addEllipse(QPointF(7, 7), 4, 4);
        line(10, 10, 13.5, 13.5);
        break;
    case Glyph::Close:
        line(4.5, 4.5, 11.5, 11.5);
        line(11.5, 4.5, 4.5, 11.5);
        break;
    case Glyph::Plus:
        line(8, 3.5, 8, 12.5);
        line(3.5, 8, 12.5, 8);
        break;
    case Glyph::Minus:
        line(3.5, 8, 12.5, 8);
        break;
    case Glyph::Fit:
        bent({3, 6}, {3, 3}, {6, 3});
        bent({10, 3}, {13, 3}, {13, 6});
        bent({13, 10}, {13, 13}, {10, 13});
        bent({6, 13}, {3, 13}, {3, 10});
        break;
    case Glyph::Focus:
        path.addEllipse(QPointF(8, 8), 4, 4);
        line(8, 1.5, 8, 4);
        line(8, 12, 8, 14.5);
        line(1.5, 8, 4, 8);
        line(12, 8, 14.5, 8);
        break;
    case Glyph::Calendar:
        path.addRoundedRect(QRectF(2.5, 3.5, 11, 10), 1.5, 1.5);
        line(2.5, 7, 13.5, 7);
        line(5.5, 2, 5.5, 4.5);
        line(10.5, 2, 10.5, 4.5);
        break;
    }
    return path;
}

class GlyphEngine : public QIconEngine
{
public:
    GlyphEngine(Glyph glyph, QColor colour, QColor disabled)
        : m_glyph(glyph)
        , m_colour(colour)
        , m_disabled(disabled)
    {
    }
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / 16.0, rect.height() / 16.0);
        painter->setPen(QPen(mode == QIcon::Disabled ? m_disabled : m_colour, 1.6, Qt::SolidLine,
                             Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(strokesOf(m_glyph));
        painter->restore();
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        if (size.isEmpty())
            return {};
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new GlyphEngine(*this); }

private:
    Glyph m_glyph;
    QColor m_colour;
    QColor m_disabled;
};

} // namespace

QIcon glyphIcon(Glyph glyph, const Theme& theme)
{
    return QIcon(new GlyphEngine(glyph, theme.ink, theme.faint));
}

} // namespace interdict
