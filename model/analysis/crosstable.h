// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Events counted by two facets at once: a plain value that the matrix, its figure and the command line show.
#pragma once

#include "model/analysis/matrixspec.h"
#include "model/exchange/numbertable.h"
#include "model/explore/columns.h"
#include "model/explore/filter.h"

namespace interdict {

class Gazetteer;
class Vocabulary;
class Workspace;

// What is counted of some events. Of MatrixValue::Events all of them; else those possibly in force.
struct CrossCount
{
    std::uint32_t count = 0;
    std::uint32_t certain = 0;     // of these certainly in force; of Events all
    std::uint32_t unpublished = 0; // of these not published
    // Of those in force the strictest by severity (nothing of Events); certain goes before possible, then the
    // earlier one.
    std::optional<Row> strictest;
    std::uint8_t measure = 0; // of the strictest, by number
    bool isStrictestCertain = false;
    bool isStrictestPublished = true;
    bool operator==(const CrossCount&) const = default;
};

struct CrossHeading
{
    QString code; // of the facet's value
    QString label;
    CrossCount total; // each event once, however many values it has in the other facet
    int band = 0;     // headings stand in bands: blocs, regions, subregions; what is unknown last
    bool operator==(const CrossHeading&) const = default;
};

// A row and a column by index; -1 is all of them: the headings, and in the corner everything.
struct CrossSpot
{
    int row = -1;
    int column = -1;
    bool operator==(const CrossSpot&) const = default;
};

struct CrossTable
{
    MatrixSpec spec;
    Day asOf = 0; // of what is in force
    std::vector<CrossHeading> rows, columns;
    std::vector<CrossCount> cells; // row by row
    CrossCount total;              // each event once
    QStringList measures;          // codes by number
    bool operator==(const CrossTable&) const = default;

    bool isEmpty() const { return cells.empty(); }
    const CrossCount& at(CrossSpot spot) const;
    QString measureAt(CrossSpot spot) const; // code of the strictest in force; empty where there is none
    // One line a row, for tests: "Italy 12(10): 5 0 3(2)", the certain part in brackets where it is less.
    QString toText() const;
};

// Headings are the values that occur; an event counts in each of its values. Subdivisions count for their
// country. rows: ascending. The two facets differ.
CrossTable crossTable(const Columns& columns, const Vocabulary& vocabulary, const Gazetteer& gazetteer,
                      std::span<const Row> rows, Day asOf, const MatrixSpec& spec);
// Of the workspace's result and as-of day. Of what is in force the filter's own in-force day is left out:
// the as-of day stands for it.
CrossTable crossTable(const Workspace& workspace, const MatrixSpec& spec);

// What passes it is exactly what the spot counts. Of what is in force the filter's in-force day becomes the
// table's.
Filter cellFilter(Filter filter, const CrossTable& table, CrossSpot spot);
// The filter with the spot's values, and the table's in-force day, no longer asked for.
Filter withoutCell(Filter filter, const CrossTable& table, CrossSpot spot);

// A row a heading and one of all; of Strictest the labels of the measures.
NumberTable numbers(const CrossTable& table, const Vocabulary& vocabulary);
// "Country × Concern".
QString crossTitle(const MatrixSpec& spec);

} // namespace interdict
