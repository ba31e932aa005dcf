// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws an OverviewLayout onto any painter.
#pragma once

#include "widgets/theme/theme.h"
#include "widgets/timeline/overviewlayout.h"

class QFont;
class QPainter;

namespace interdict {

void paintOverview(QPainter& painter, const OverviewLayout& layout, const Theme& theme, const QFont& font);

} // namespace interdict
