// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a figure shows between its title and its source line: one panel of a view, made for a page. Each kind
// of view implements this once, over the layout and painter that the screen uses too; the figure places it.
#pragma once

#include "model/exchange/numbertable.h"
#include "widgets/figure/figurespec.h"

#include <QFont>
#include <QPainter>

#include <memory>

namespace interdict {

class MapGeometry;
class Workspace;

struct FigureStyle
{
    Theme theme;
    QFont font;          // pixel size in figure px
    bool vector = false; // for SVG, PDF and printers: outlines and lines, no cached pictures, no bitmaps
};

struct FigurePanel
{
    QString title;         // empty where there is one panel only
    std::vector<Row> rows; // the result, or those of it that have the panel's value; ascending
    Day asOf = 0;
};

// All that a part may read; it lasts as long as the call. The workspace's filter and as-of day are the
// figure's.
struct FigureSource
{
    const Workspace& workspace;
    const MapGeometry& geometry;
    std::vector<Row> rows; // of this panel
    Day asOf = 0;
    // All panels of the figure, this one among them: scales and classes are made of all, so that panels
    // compare.
    std::span<const FigurePanel> panels = {};
};

// An entry of the key that is no mark but a fill: of a map, of a matrix.
struct FillEntry
{
    QString label;
    MapFill fill;
    bool operator==(const FillEntry&) const = default;
};

class FigurePart
{
public:
    virtual ~FigurePart() = default;

    // The height that it wants at a width, px; a part that takes what it is given says what looks well.
    virtual double heightFor(double width) const = 0;
    // px, below which it has no room for what it always shows; the whole figure is then drawn smaller.
    virtual QSizeF leastSize() const { return {}; }
    // Lays out for a size and says how many pages of it there are: 1 unless the spec asks for all.
    virtual int layout(QSizeF size) = 0;
    // Draws a page from 0, 0 within the size. Draws nothing outside of it, and needs no clip for that: SVG
    // has none here.
    virtual void paint(QPainter& painter, int page) const = 0;
    // Whether heightFor() is what it fills, and a higher place would stand empty: a map.
    virtual bool keepsAspect() const { return false; }
    // What its marks and fills mean, those that it has; empty where it carries a key of its own. Panels share
    // one key.
    virtual std::vector<LegendEntry> legend() const { return {}; }
    virtual std::vector<FillEntry> fills() const { return {}; }
    // A sentence on how to read it ("An event with several concerns counts in each."); may be empty.
    virtual QString note() const { return {}; }
    virtual NumberTable numbers() const = 0;
    // One line a part, for tests.
    virtual QString toText() const = 0;
};

// The part of the spec's kind. An error where there is nothing to show: no such event, an unknown facet.
Result<std::unique_ptr<FigurePart>> makeFigurePart(const FigureSpec& spec, const FigureSource& source,
                                                   const FigureStyle& style);
// The kinds, each in a file of its own.
using MakeFigurePart = Result<std::unique_ptr<FigurePart>> (*)(const FigureSpec&, const FigureSource&,
                                                               const FigureStyle&);
Result<std::unique_ptr<FigurePart>> makeTimelinePart(const FigureSpec&, const FigureSource&,
                                                     const FigureStyle&);
Result<std::unique_ptr<FigurePart>> makeMapPart(const FigureSpec&, const FigureSource&, const FigureStyle&);
Result<std::unique_ptr<FigurePart>> makeChartPart(const FigureSpec&, const FigureSource&, const FigureStyle&);
Result<std::unique_ptr<FigurePart>> makeMatrixPart(const FigureSpec&, const FigureSource&,
                                                   const FigureStyle&);
Result<std::unique_ptr<FigurePart>> makeTablePart(const FigureSpec&, const FigureSource&, const FigureStyle&);
Result<std::unique_ptr<FigurePart>> makeCardPart(const FigureSpec&, const FigureSource&, const FigureStyle&);

} // namespace interdict
