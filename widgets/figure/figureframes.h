// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The days of a figure's pictures over time.
#pragma once

#include "model/analysis/chartspec.h"
#include "model/event/days.h"

#include <vector>

namespace interdict {

class Workspace;

// The last day of each week (month, quarter, year) of an interval, and its last day, with which it ends.
// Fitting is the finest step that comes to at most `most` days, or else years.
std::vector<Day> frameDays(DayInterval days, TimeBin step, int most = 48);
// From the first event of the result to the as-of day.
std::vector<Day> frameDays(const Workspace& workspace, TimeBin step);

} // namespace interdict
