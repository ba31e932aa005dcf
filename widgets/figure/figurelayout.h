// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything of a figure stands on its page: title, subtitle, key, panels, notes, source lines, logo.
// Pure: texts are measured by a function, and what comes out are rectangles and lines of text that fit them.
#pragma once

#include <QRectF>
#include <QStringList>

#include <functional>
#include <vector>

namespace interdict {

struct FigureFont
{
    double size = 12; // px
    bool bold = false;
    bool operator==(const FigureFont&) const = default;
};
using FigureTextWidth = std::function<double(const QString&, const FigureFont&)>; // px

struct FigureTextBox
{
    QRectF rect; // as high as its lines
    QStringList lines;
    FigureFont font;
    bool isEmpty() const { return lines.isEmpty(); }
};

struct FigureKeyBox
{
    QRectF swatch;
    FigureTextBox label;
};

struct FigurePanelBox
{
    FigureTextBox title;
    QRectF rect;
};

struct FigureLayoutInput
{
    QSizeF size; // px; height 0: as high as the content
    double margin = 48;
    double fontSize = 12;
    QString title, subtitle, note, caption;
    QStringList source; // each begins a line
    QStringList keys;   // labels
    QStringList panels; // a title each, empty where it needs none
    // Of one panel at a width; see FigurePart.
    std::function<double(double width)> heightFor;
    bool keepsAspect = false; // more room in one direction alone is of no use to a panel
    QSizeF logo;              // as it is; empty: none
    QString pageNumber;       // the longest; empty where there is one page only
    FigureTextWidth textWidth;
};

struct FigureLayout
{
    QSizeF size;
    FigureTextBox title, subtitle, note, caption, source, pageNumber;
    QRectF keyRect;
    std::vector<FigureKeyBox> keys;
    std::vector<FigurePanelBox> panels;
    QRectF logo;
    int columns = 1, rows = 1; // of panels

    // One line a part.
    QString toText() const;
};

FigureLayout layoutFigure(const FigureLayoutInput& input);

inline constexpr double figureLineHeight = 1.3; // of a font's size

// The text in lines of at most `room` px, broken at spaces, between Chinese or Japanese letters, and within a
// word only where it has no room of its own; line feeds begin a line. What needs more than `most` lines ends
// in an ellipsis.
QStringList wrappedText(const QString& text, double room, int most,
                        const std::function<double(const QString&)>& textWidth);

} // namespace interdict
