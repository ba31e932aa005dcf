// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mappattern.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace interdict {

namespace {

constexpr double lineWidth = 1.1; // px

void addDiagonals(QPainterPath& path, const QRectF& box, double lean)
{
    const double reach = box.height();
    for (double x = std::floor((box.left() - reach) / patternSide) * patternSide; x < box.right() + reach;
         x += patternSide) {
        path.moveTo(x, lean > 0 ? box.bottom() : box.top());
        path.lineTo(x + reach, lean > 0 ? box.top() : box.bottom());
    }
}

void addStripes(QPainterPath& path, const QRectF& box)
{
    constexpr double step = patternSide / 2.0;
    for (double y = std::floor(box.top() / step) * step + step / 2; y < box.bottom(); y += step) {
        path.moveTo(box.left(), y);
        path.lineTo(box.right(), y);
    }
}

void addDots(QPainterPath& path, const QRectF& box)
{
    constexpr double step = patternSide / 2.0;
    int row = 0;
    for (double y = std::floor(box.top() / step) * step + step / 2; y < box.bottom(); y += step, ++row)
        for (double x =
                 std::floor(box.left() / patternSide) * patternSide + (row % 2 ? 0.75 : 0.25) * patternSide;
             x < box.right(); x += patternSide) {
            path.moveTo(x - 0.5, y);
            path.lineTo(x + 0.5, y);
        }
}

// Rows of dashes, each second one shifted by half, as a brick wall.
void addDashes(QPainterPath& path, const QRectF& box)
{
    constexpr double step = patternSide / 2.0;
    int row = 0;
    for (double y = std::floor(box.top() / step) * step + step / 2; y < box.bottom(); y += step, ++row)
        for (double x = std::floor(box.left() / patternSide) * patternSide + (row % 2 ? step : 0);
             x < box.right(); x += patternSide) {
            path.moveTo(x, y);
            path.lineTo(x + step, y);
        }
}

QImage tile(const MapFill& fill, double ratio)
{
    const int side = static_cast<int>(std::lround(patternSide * ratio));
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(fill.colour); // opaque: twice as fast to fill with
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(double(side) / patternSide, double(side) / patternSide);
    painter.setPen(
        QPen(fill.lines, fill.pattern == Pattern::Stripes ? 1.6 : lineWidth, Qt::SolidLine, Qt::FlatCap));
    painter.drawPath(patternLines(fill.pattern, QRectF(0, 0, patternSide, patternSide)));
    return image;
}

} // namespace

QPainterPath patternLines(Pattern pattern, const QRectF& box)
{
    QPainterPath path;
    switch (pattern) {
    case Pattern::Plain:
        break;
    case Pattern::Cross:
        addDiagonals(path, box, 1);
        addDiagonals(path, box, -1);
        break;
    case Pattern::Diagonal:
        addDiagonals(path, box, 1);
        break;
    case Pattern::Dots:
        addDots(path, box);
        break;
    case Pattern::Stripes:
        addStripes(path, box);
        break;
    case Pattern::Dashes:
        addDashes(path, box);
        break;
    }
    return path;
}

QBrush patternBrush(const MapFill& fill, double ratio)
{
    if (fill.pattern == Pattern::Plain)
        return fill.colour;
    return QBrush(tile(fill, ratio));
}

} // namespace interdict
