// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws what a figure has around its panels: texts, key, logo. The same onto picture, vector file and paper.
#pragma once

#include "widgets/figure/figurelayout.h"
#include "widgets/figure/figurelogo.h"
#include "widgets/figure/figurepart.h"

namespace interdict {

// The lines of a box, each aligned within its width; text from right to left starts at the right by itself.
void paintFigureText(QPainter& painter, const FigureTextBox& box, const QFont& font, const QColor& ink,
                     Qt::Alignment alignment = Qt::AlignLeft);

// What stands beside the labels of the layout's key, in their order: marks, then fills.
struct FigureKey
{
    std::vector<LegendEntry> marks;
    std::vector<FillEntry> fills;
    QStringList labels() const;
};

void paintFigureFrame(QPainter& painter, const FigureLayout& layout, const FigureKey& key,
                      const FigureLogo& logo, const FigureStyle& style, const QString& pageNumber);

} // namespace interdict
