// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which panels a figure has, and what its data are called. Titles: figure.h.
#pragma once

#include "widgets/figure/figurepart.h"

namespace interdict {

// One, or the small multiples that the spec asks for: one a day, one for each of a facet's most frequent
// values. An error where there is nothing to show.
Result<std::vector<FigurePanel>> figurePanels(const Workspace& workspace, const FigureSpec& spec);

// Data set and date, as-of day where it matters, program; then the filter as text.
QStringList sourceLines(const Workspace& workspace, const FigureSpec& spec);

} // namespace interdict
