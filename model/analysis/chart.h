// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a chart shows, as numbers: series of marks, each of which counts rows that a filter shows. Knows no
// colour and no pixel.
#pragma once

#include "model/analysis/chartspec.h"
#include "model/event/event.h"
#include "model/exchange/numbertable.h"
#include "model/explore/columns.h"
#include "model/explore/filter.h"

namespace interdict {

class Gazetteer;
class Vocabulary;
class Workspace;

enum class ChartAxis : std::uint8_t {
    Days,       // marks lie from day x to day xEnd
    Categories, // x is a category's index
    DaysSince   // from x to xEnd days after the series' own day zero
};

struct ChartSeries
{
    enum class Part : std::uint8_t { All, Value, Others, Ended, GoingOn };
    Part part = Part::All;
    QString code;           // of a value
    QString name;           // for people
    std::uint32_t rows = 0; // events that it counts, each once
    Day zero = 0;           // of DaysSince: the day that x counts from
    bool operator==(const ChartSeries&) const = default;
};

struct ChartCategory
{
    QString code; // of a value or a bucket; empty: others
    QString name;
    std::uint32_t rows = 0; // events, each once
    bool operator==(const ChartCategory&) const = default;
};

struct ChartMark
{
    int series = 0;
    Day x = 0;
    Day xEnd = 0;
    std::uint32_t value = 0;   // what is drawn
    std::uint32_t certain = 0; // the part of it that no partial date puts in doubt
    std::uint32_t rows = 0;    // exactly those that filterOf() shows
    bool operator==(const ChartMark&) const = default;
};

struct ChartMilestone
{
    DayInterval days;
    QString title;
    bool isChinese = false;
    bool operator==(const ChartMilestone&) const = default;
};

struct ChartData
{
    ChartSpec spec; // with the bin that was chosen, and without what means nothing for the kind
    ChartAxis axis = ChartAxis::Days;
    Filter filter; // under which it was reckoned
    Day asOf = 0;
    QString title, xTitle, yTitle;
    QString note;       // how to read it; may be empty
    DayInterval across; // of the axis: days, days since, or category indexes
    std::vector<ChartCategory> categories;
    std::vector<ChartSeries> series; // in the order in which they stack, from below
    std::vector<ChartMark> marks;    // by x, then by series; none that counts no row
    std::vector<ChartMilestone> milestones;
    QStringList restricting, binding; // codes of the measures that restrict, the statuses that are in force

    std::uint32_t least = 0; // how far the axis of values reaches at least; charts beside each other share it

    bool isStacked() const; // series stand upon each other
    bool isStepped() const; // marks hold until the next one
    bool isEmpty() const { return marks.empty(); }
    bool operator==(const ChartData&) const = default;
};

// What a chart is reckoned from.
struct ChartSource
{
    const Columns& columns;
    const Vocabulary& vocabulary;
    const Gazetteer& gazetteer;
    const std::vector<Milestone>& milestones;
    std::span<const Row> rows;   // the filter's result, or a part of it; ascending
    std::span<const Row> anyDay; // the same whatever day the filter asks for what is in force
    const Filter& filter;
    Day asOf = 0;
    // By which rows a facet's most frequent values are chosen; empty: those that are counted. Charts beside
    // each other then show the same values.
    std::span<const Row> all = {};
};

ChartSource chartSource(const Workspace& workspace);
ChartData chartData(const ChartSource& source, const ChartSpec& spec);

// The highest stack or line.
std::uint32_t greatestValue(const ChartData& chart);
// The filter that shows exactly what the mark counts.
Filter filterOf(const ChartData& chart, const ChartMark& mark);
// "March 2025", "since 4 April 2025", "Italy", "after 12 days": where a mark stands, for people.
QString placeOf(const ChartData& chart, const ChartMark& mark);
NumberTable numberTable(const ChartData& chart);
QString toText(const ChartData& chart); // one line a series and a mark, for tests

// Whether a choice means something for a kind.
enum class ChartChoice : std::uint8_t { By, Split, Bin, Cumulative, Count, Most };
bool hasChoice(const ChartSpec& spec, ChartChoice choice);
// The facets that a kind can be drawn by, or split by; the most telling first.
std::vector<Facet> facetsFor(ChartKind kind, ChartChoice choice);
QString chartKindLabel(ChartKind kind); // translated
QString timeBinLabel(TimeBin bin);
QString chartCountLabel(ChartCount count);

} // namespace interdict
