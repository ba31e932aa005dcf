// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The days of a figure's pictures over time.
#pragma once

#include "widgets/figure/figurefile.h"

namespace interdict {

class Workspace;

// The last day of each week (month, quarter, year) of an interval, and its last day, with which it ends.
// Fitting is the finest step that comes to at most `most` days, or else years.
std::vector<Day> frameDays(DayInterval days, TimeBin step, int most = 48);
// Those of a map over time: the days that the spec names, where these are several, or else from the first
// event of the result to the as-of day.
std::vector<Day> frameDays(const Workspace& workspace, const FigureSpec& spec, TimeBin step);
// A map of each day, as writeFigureAnimation() takes it. All of it has to outlive the frames.
FigureFrames mapFrames(const Workspace& workspace, const MapGeometry& geometry, const FigureSpec& spec,
                       const std::vector<Day>& days);

} // namespace interdict
