// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a laid-out matrix onto any painter: paths, lines and text alone, and no clip. Where something is
// scrolled, headings hide what lies under them by their ground.
#pragma once

#include "widgets/matrix/matrixlayout.h"
#include "widgets/theme/marks.h"

namespace interdict {

struct MatrixStyle
{
    Theme theme;
    MarkScheme marks; // of measures
    QLocale locale;
    bool onScreen = true;            // ground under the headings; marks from cached pictures
    std::optional<CrossSpot> hover;  // what the pointer is on
    std::optional<CrossSpot> cursor; // what the keys are on
};

// The painter's font is that of the text.
void paintMatrix(QPainter& painter, const MatrixLayout& layout, const CrossTable& table,
                 const MatrixStyle& style);
// The colour of a class of counts, of so many.
QColor shadeColour(int shade, std::size_t shades, const Theme& theme);
// What the marks of a matrix of measures mean; empty of counts, which are written in the cells.
std::vector<LegendEntry> matrixLegend(const CrossTable& table, const MarkScheme& marks);

} // namespace interdict
