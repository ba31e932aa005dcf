// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything of a matrix stands: pure computation from a cross table and a size. Headings with their
// totals stand above and to the left of the body and do not scroll; the first row and column are those of
// all.
#pragma once

#include "model/analysis/crosstable.h"
#include "widgets/map/mapclasses.h"
#include "widgets/theme/textwidth.h"

#include <QLocale>
#include <QRectF>

namespace interdict {

struct IndexSpan // [first, end)
{
    int first = 0;
    int end = 0;
    int size() const { return end - first; }
    bool operator==(const IndexSpan&) const = default;
};

// How large things are, px: the same on each page of a figure.
struct MatrixFrame
{
    double lineHeight = 0;
    double nameWidth = 0;  // of the row headings' names, without their totals
    double totalWidth = 0; // of the column of all
    double headHeight = 0; // of the column headings' names, without their totals
    double cellWidth = 0;
    double cellHeight = 0;
    bool isTurned = false; // column headings read upwards
    int headLines = 1;     // of a column heading, at most
    double left() const { return nameWidth + totalWidth; }
    double top() const { return headHeight + cellHeight; }
    bool operator==(const MatrixFrame&) const = default;
};

struct MatrixMeasures
{
    TextWidth textWidth;
    double lineHeight = 0;
    QLocale locale;
};

// Of the whole table in a size. Columns are as wide as the room allows and never narrower than
// their numbers: what is left over is scrolled, or goes on another page.
MatrixFrame measureMatrix(const CrossTable& table, const MatrixMeasures& measures, QSizeF size);

struct MatrixHeading
{
    int index = -1;    // -1: of all
    QRectF rect;       // with the total
    QRectF name;       // of the text; of a turned one as it stands
    QStringList lines; // as they fit
    QRectF total;
    bool operator==(const MatrixHeading&) const = default;
};

struct MatrixCell
{
    CrossSpot spot;
    QRectF rect;
    int shade = -1; // class of the count among the matrix's, 0 the least; -1: nothing is counted
    bool operator==(const MatrixCell&) const = default;
};

struct MatrixInput
{
    const CrossTable& table;
    MatrixFrame frame;
    QSizeF size;
    QPointF scroll;          // px of the body that lie left of and above what is shown
    IndexSpan rows, columns; // of the table
    MatrixMeasures measures;
};

struct MatrixLayout
{
    MatrixFrame frame;
    QSizeF size;
    QRectF body;    // what is left for cells
    QSizeF content; // of all cells
    QPointF scroll; // as far as there is something to scroll to
    IndexSpan rows, columns;
    std::vector<MatrixHeading> rowHeads, columnHeads; // in sight; the first is that of all
    std::vector<MatrixCell> cells;                    // in sight
    std::vector<ValueSpan> shades;                    // classes of counts

    QPointF scrollRange() const;
    // Of a heading or a cell, wherever it is scrolled to.
    QRectF rectOf(CrossSpot spot) const;
    std::optional<CrossSpot> spotAt(QPointF point) const;
    // How far to scroll so that the spot is in sight.
    QPointF scrollTo(CrossSpot spot) const;
    QString toText(const CrossTable& table) const;
};

MatrixLayout layoutMatrix(const MatrixInput& input);

// The text in lines no wider than `width`, at most `most`; the last one ends in "…" where it has no room.
QStringList wrappedLines(const QString& text, double width, int most, const TextWidth& textWidth);

} // namespace interdict
