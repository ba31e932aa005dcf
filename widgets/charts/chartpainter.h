// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a chart's layout onto any painter: a QChart of areas and lines, with grid, ticks and names around it.
#pragma once

#include "widgets/charts/chartlayout.h"
#include "widgets/map/mapclasses.h"

#include <QFont>

class QPainter;

namespace interdict {

struct ChartStyle
{
    const Theme& theme;
    const std::vector<MapFill>& fills; // by series
    QFont font;
};

void paintChart(QPainter& painter, const ChartData& chart, const ChartLayout& layout,
                const ChartStyle& style);
// A sample of a series, for keys.
void paintChartSwatch(QPainter& painter, const QRectF& swatch, const MapFill& fill);

} // namespace interdict
