// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The chart for those who do not see it: a list whose items are its marks.
#pragma once

namespace interdict {

class ChartView;

// Once is enough; more does no harm.
void installChartAccessibility();
// Tells that the mark in focus changed.
void announceFocus(ChartView& view);

} // namespace interdict
