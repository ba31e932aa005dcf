// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Colour and, as the second sign, pattern or dash of each series: measures by the marks' own colours.
#pragma once

#include "model/analysis/chart.h"
#include "widgets/map/mapclasses.h"

namespace interdict {

std::vector<MapFill> chartFills(const ChartData& chart, const Vocabulary& vocabulary, const Theme& theme);
// The part of a mark that a partial date puts in doubt.
QColor paleOf(const MapFill& fill, const Theme& theme);
// "DeepSeek · 34": the name of a series with what it counts.
QString seriesLabel(const ChartSeries& series);
// Whether a key says more than the axes do.
bool needsKey(const ChartData& chart);

} // namespace interdict
