// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a TimelineLayout, part by part. For the layout's own files alone.
#pragma once

#include "widgets/timeline/timelinelayout.h"

namespace interdict {

class TimelineLayouter
{
public:
    TimelineLayouter(const TimelineInput& input, TimelineLayout& layout);
    void run();

private:
    // A lane as placed for this frame: in one line, or stacked in several.
    struct Placed
    {
        int subRows = 1;
        std::optional<StackedLane> stack;
    };

    void layOutMilestones();
    void layOutLanes();
    Placed placeLane(int lane, int subRows) const;
    int subRowsByZoom() const;
    int subRowsByRoom(std::size_t events) const;
    int usedSubRows(const StackedLane& stack) const;
    void layOutLane(int lane, const Placed& placed, double top);
    void addLaneBox(int lane, const QRectF& rect);

    void addStretches(const std::vector<Stretch>& stretches, bool inForce, double top);
    void addSpans(const StackedLane& stack, const TimelineLane& lane, double top);
    TimelineBar* addBar(const Stretch& stretch, bool inForce, bool alone, double top);

    void addMark(int lane, const PlacedMark& mark, const StackedLane* stack, double top);
    void countStyles(TimelineItem& item, const TimelineLane& lane) const;
    void emphasise(TimelineItem& item, const TimelineLane& lane) const;
    bool holds(const TimelineItem& item, const TimelineLane& lane, Row row) const;
    void describeSingle(TimelineItem& item) const;
    void addMilestone(const PlacedMark& mark, double top);

    void layOutLabels(std::size_t firstItem, const Placed& placed, double top);
    void labelBarsFromTheLeft(const std::vector<double>& firstMark, std::size_t firstBar, double top);
    QString labelText(const TimelineItem& item) const;
    void addLabel(double left, double room, const QString& text, double rowTop, bool strong,
                  TimelineItem::Kind of = TimelineItem::Kind::Event);
    void layOutLines();
    void addLine(Day day, bool isToday, const QString& label);
    void layOutMeasure();
    QRectF chipAt(double x, const QString& label) const;
    void clearTicksUnder(const QRectF& chip);

    std::size_t entry(const TimelineItem& item, std::uint32_t i) const;
    double origin() const { return m.m_scale.xOf(0); } // of pixels from day 0
    PixelRange visible() const;
    bool isSelected(Row row) const;
    bool isHovered(Row row) const;
    bool isHovered(const TimelineLane& lane) const;

    const TimelineInput& in;
    TimelineLayout& m;
    const Columns* m_columns = nullptr;
    MarkMetrics m_metrics;
    std::optional<int> m_hoverPlace; // its number in the columns
};

} // namespace interdict
