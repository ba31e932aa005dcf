// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/overviewpainter.h"

#include "widgets/timeline/timelinepainter.h"

#include <QFont>
#include <QPainter>

namespace interdict {

namespace {

void paintBrush(QPainter& painter, const QRectF& brush, const Theme& theme)
{
    QColor veil = theme.accent;
    veil.setAlphaF(0.13F);
    painter.fillRect(brush, veil);
    painter.setPen(QPen(theme.accent, 1));
    painter.drawRect(brush.adjusted(0.5, 0.5, -0.5, -0.5));
    // Handles say that the edges can be taken hold of.
    const double middle = brush.center().y();
    for (const double x : {brush.left(), brush.right()})
        painter.fillRect(QRectF(x - 1.5, middle - 7, 3, 14), theme.accent);
}

} // namespace

void paintOverview(QPainter& painter, const OverviewLayout& layout, const Theme& theme, const QFont& font)
{
    painter.save();
    painter.setFont(font);
    const QRectF plot = layout.plotRect();
    painter.setClipRect(QRectF(plot.left() - 2, 0, plot.width() + 4, layout.size().height()));
    for (const Tick& tick : layout.ticks()) {
        if (tick.level == Tick::Level::Minor)
            continue;
        painter.fillRect(QRectF(std::floor(tick.x), plot.bottom(), 1, 5), theme.faint);
        painter.setPen(theme.dim);
        painter.drawText(QRectF(tick.x + TimeScale::labelGap, plot.bottom(), 160, OverviewLayout::axisHeight),
                         Qt::AlignVCenter, tick.label);
    }
    const QColor dim = mixed(theme.faint, theme.ground, 0.55);
    for (const MonthBar& bar : layout.bars()) {
        painter.fillRect(bar.total, dim);
        painter.fillRect(bar.result, theme.accent);
    }
    for (const double x : layout.milestones())
        painter.fillRect(QRectF(std::floor(x), plot.bottom() + 1, 1, 2), theme.accent);
    painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), 1), theme.line);
    if (layout.brush())
        paintBrush(painter, *layout.brush(), theme);
    if (layout.frame()) {
        painter.setPen(QPen(theme.faint, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(layout.frame()->adjusted(0.5, 2.5, -0.5, -0.5));
    }
    painter.restore();
}

} // namespace interdict
