// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the marks of one lane stand, and which of them are folded into one with a count because they would
// touch. Positions are pixels from day 0, so that panning moves marks but never regroups them.
#pragma once

#include "widgets/timeline/timelinelanes.h"

#include <limits>

namespace interdict {

struct MarkMetrics
{
    double size = 12; // of a mark, px
    double gap = 1;   // kept free between marks
    double pillHeight = 18;
    std::array<double, 5> pillWidths{18, 24, 30, 36, 36}; // of a count, by its number of letters
    double labelReserve = 150; // what a mark would like to keep free on its right for a label, in sub-rows
    double widthFor(std::uint32_t count) const;
};

// A count as short as it can be: 7, 4321, 12k.
QString countText(std::uint32_t count);

struct PlacedMark
{
    double x = 0; // middle
    double width = 0;
    int subRow = 0;
    std::uint32_t begin = 0,
                  end = 0; // the entries that it stands for: of the index, or of StackedLane::members
    std::uint32_t count() const { return end - begin; }
    double left() const { return x - width / 2; }
    double right() const { return x + width / 2; }
    bool operator==(const PlacedMark&) const = default;
};

struct PixelRange
{
    double from = std::numeric_limits<double>::lowest();
    double to = std::numeric_limits<double>::max();
};

// All marks in one line, those within `visible` returned, from left to right; no two touch. A single mark
// stands at its own place; a fold in the middle of what it holds, pushed right where the one before it needs
// the room.
std::vector<PlacedMark> foldMarks(const AnchorIndex& index, double pixelsPerDay, PixelRange visible,
                                  const MarkMetrics& metrics);

struct PlacedSpan
{
    RowSpan span;
    int subRow = 0;
    std::uint32_t entry = 0; // of the lane's rows
};

struct StackedLane
{
    std::vector<PlacedMark> marks;      // ascending by x
    std::vector<std::uint32_t> members; // entries of the lane's rows, those of a mark together
    std::vector<PlacedSpan> spans;
};

// Marks in up to `subRows` lines: each in the first line where it finds room for itself, a label and the bar
// of what lasts; else for itself and a label; else for itself; else it joins the fold nearest to it. Takes
// the lane from its beginning to `upTo`, so that the place of a mark depends on the zoom alone.
StackedLane stackMarks(const TimelineLane& lane, const Columns& columns, double pixelsPerDay, int subRows,
                       double upTo, const MarkMetrics& metrics);

} // namespace interdict
