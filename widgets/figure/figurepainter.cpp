// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/figurepainter.h"

#include "widgets/figure/figurefonts.h"
#include "widgets/map/mapclip.h"
#include "widgets/map/mappattern.h"

#include <QFontMetricsF>

namespace interdict {

namespace {

void paintFill(QPainter& painter, const QRectF& swatch, const MapFill& fill, const Theme& theme)
{
    painter.setPen(Qt::NoPen);
    painter.fillRect(swatch, fill.colour);
    if (fill.pattern != Pattern::Plain) {
        QPainterPath box;
        box.addRect(swatch);
        painter.strokePath(cutLines(patternLines(fill.pattern, swatch), box),
                           QPen(fill.lines, 1.1, Qt::SolidLine, Qt::FlatCap));
    }
    painter.setPen(QPen(theme.faint, 0.8));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(swatch);
}

} // namespace

void paintFigureText(QPainter& painter, const FigureTextBox& box, const QFont& font, const QColor& ink,
                     Qt::Alignment alignment)
{
    if (box.isEmpty())
        return;
    painter.setFont(sized(font, box.font.size, box.font.bold));
    painter.setPen(ink);
    const double line = box.font.size * figureLineHeight;
    for (qsizetype i = 0; i < box.lines.size(); ++i)
        painter.drawText(QRectF(box.rect.left(), box.rect.top() + double(i) * line, box.rect.width(), line),
                         static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine |
                             Qt::TextDontClip,
                         box.lines[i]);
}

QStringList FigureKey::labels() const
{
    QStringList all;
    for (const LegendEntry& entry : marks)
        all << entry.label;
    for (const FillEntry& entry : fills)
        all << entry.label;
    return all;
}

void paintFigureFrame(QPainter& painter, const FigureLayout& layout, const FigureKey& key,
                      const FigureLogo& logo, const FigureStyle& style, const QString& pageNumber)
{
    const Theme& theme = style.theme;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintFigureText(painter, layout.title, style.font, theme.ink);
    paintFigureText(painter, layout.subtitle, style.font, theme.dim);
    for (std::size_t i = 0; i < layout.keys.size(); ++i) {
        const FigureKeyBox& box = layout.keys[i];
        if (i < key.marks.size()) {
            const MarkStyle& mark = key.marks[i].style;
            paintMark(painter, mark, box.swatch.center(), box.swatch.height(), markOutline(mark, theme));
        } else {
            paintFill(painter, box.swatch, key.fills[i - key.marks.size()].fill, theme);
        }
        paintFigureText(painter, box.label, style.font, theme.ink);
    }
    for (const FigurePanelBox& panel : layout.panels)
        paintFigureText(painter, panel.title, style.font, theme.ink);
    paintFigureText(painter, layout.note, style.font, theme.dim);
    paintFigureText(painter, layout.caption, style.font, theme.ink);
    paintFigureText(painter, layout.source, style.font, theme.dim);
    FigureTextBox number = layout.pageNumber;
    if (!number.isEmpty())
        number.lines = {pageNumber};
    paintFigureText(painter, number, style.font, theme.dim, Qt::AlignRight);
    if (!layout.logo.isEmpty())
        logo.paint(painter, layout.logo);
    painter.restore();
}

} // namespace interdict
