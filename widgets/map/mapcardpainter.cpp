// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapcardpainter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace interdict {

namespace {

constexpr double padding = 9;
constexpr double distance = 12; // from the anchor

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

} // namespace

QRectF cardRect(const MapCard& card, const QRectF& anchor, const QSizeF& window, const QFont& font)
{
    const QFontMetricsF metrics(font);
    double width = QFontMetricsF(bold(font)).horizontalAdvance(card.title);
    for (const QString& line : card.lines)
        width = std::max(width, metrics.horizontalAdvance(line));
    width = std::min(width + 2 * padding, window.width() - 8);
    const double height = metrics.lineSpacing() * double(card.lines.size() + 1) + 2 * padding;
    double x = anchor.right() + distance;
    if (x + width > window.width() - 4)
        x = anchor.left() - distance - width;
    double y = anchor.bottom() + distance;
    if (y + height > window.height() - 4)
        y = anchor.top() - distance - height;
    return {std::clamp(x, 4.0, std::max(4.0, window.width() - width - 4)),
            std::clamp(y, 4.0, std::max(4.0, window.height() - height - 4)), width, height};
}

void paintCard(QPainter& painter, const MapCard& card, const QRectF& rect, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (const double spread : {3.0, 2.0, 1.0}) { // a soft shadow
        painter.setBrush(QColor(0, 0, 0, theme.dark ? 40 : 14));
        painter.drawRoundedRect(rect.adjusted(-spread, -spread + 1, spread, spread + 1), 6 + spread,
                                6 + spread);
    }
    painter.setBrush(theme.panel);
    painter.setPen(QPen(theme.line, 1));
    painter.drawRoundedRect(rect, 6, 6);
    const QFont font = painter.font();
    const QFontMetricsF metrics(font);
    QRectF line = rect.adjusted(padding, padding, -padding, 0);
    line.setHeight(metrics.lineSpacing());
    const auto write = [&](const QString& text, const QColor& colour) {
        painter.setPen(colour);
        const QFontMetricsF shown(painter.font());
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         shown.elidedText(text, Qt::ElideRight, line.width() + 1));
        line.translate(0, metrics.lineSpacing());
    };
    painter.setFont(bold(font));
    write(card.title, theme.ink);
    painter.setFont(font);
    for (const QString& text : card.lines)
        write(text, theme.dim);
}

} // namespace interdict
