// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline as a draw list, made from values and a size, always in this order: axis, milestones, lanes
// with their bars and marks, lines, labels, measure. The same list answers hit tests, keyboard steps and
// accessibility, and prints as text for tests. Draws nothing, and reads no data set: titles come through a
// function.
#pragma once

#include "model/workspace.h"
#include "widgets/theme/textwidth.h"
#include "widgets/timeline/markplacement.h"
#include "widgets/timeline/timescale.h"

#include <QLocale>
#include <QRectF>

namespace interdict {

// Where the keyboard stands: on an event, which may stand in several lanes, or on a milestone.
struct TimelineFocus
{
    QString lane; // its code
    Row row = 0;  // of milestones the index
    bool isMilestone = false;
    bool operator==(const TimelineFocus&) const = default;
};

struct TimelineInput
{
    const TimelineLanes* lanes = nullptr; // both outlive the layout
    const MilestoneLane* milestones = nullptr;
    TimeScale scale; // placed at TimelineLayout::plotLeft()
    QSizeF size;
    int subRows = 0; // lines of a lane, at most; 0: as zoom and room suggest
    double scroll = 0; // px by which the lanes are moved up
    Day today = 0, asOf = 0;
    std::vector<Row> selection;
    Hover hover;
    std::optional<TimelineFocus> focus;
    std::function<QString(Row)> title;
    TextWidth textWidth, boldWidth;
    double textHeight = 14;
    QLocale locale;
};

struct StyleShare
{
    std::uint8_t style;
    std::uint32_t count;
};

struct TimelineItem
{
    enum class Kind : std::uint8_t { Event, Milestone };
    Kind kind = Kind::Event;
    int lane = 0;                   // of events
    QRectF rect;                    // of the mark or the fold's pill
    std::uint32_t count = 1;        // more than one: a fold
    Row row = 0;                    // of a single event, or the first of a fold; of milestones the index
    std::uint8_t style = 0;         // of a fold, the most frequent
    std::vector<StyleShare> shares; // of a fold with several styles, in legend order
    bool filled = true;             // of milestones: a Chinese one
    bool selected = false, hovered = false, focused = false;
    bool unknownEnd = false;        // of a single event
    std::optional<PixelRange> when; // of a single partial date: the days it may mean
    bool stacked = false;
    std::uint32_t begin = 0, end = 0; // see TimelineLayout::rows()
    bool isFold() const { return count > 1; }
};

struct TimelineBar
{
    QRectF rect;
    std::uint8_t style = 0;
    bool certain = true; // else drawn as uncertain
    bool inForce = true; // else a thin line
    bool goesOn = false; // ends beyond today, nobody knows where: fades out
    bool selected = false;
    std::optional<Row> row; // of which event, where the bar is one event's alone
};

struct TimelineLabel
{
    QRectF rect;
    QString text;
    bool strong = false;
    TimelineItem::Kind of = TimelineItem::Kind::Event;
};

struct LaneBox
{
    int lane = 0;
    QRectF rect;  // whole width
    QString name; // elided to the room
    QString count;
    bool highlighted = false;
};

struct TimelineLine
{
    double x = 0;
    bool isToday = false; // else the as-of day
    QRectF chip;          // of its label, on the axis
    QString label;
};

// The days between the two selected events.
struct TimelineMeasure
{
    double from = 0, to = 0; // x
    QRectF chip;
    QString label;
};

class TimelineLayout
{
public:
    static constexpr double axisHeight = 28;
    static constexpr double milestoneHeight = 28;
    static constexpr double subRowHeight = 22;
    static constexpr double lanePadding = 2; // above and below a lane's rows
    // Where the days begin, right of the lanes' names.
    static double plotLeft(double width);
    // Where the lanes begin, below axis and milestones.
    static double lanesTop(bool withMilestones)
    {
        return axisHeight + (withMilestones ? milestoneHeight : 0);
    }

    TimelineLayout() = default;
    explicit TimelineLayout(const TimelineInput& input);

    QSizeF size() const { return m_size; }
    QRectF axisRect() const { return {0, 0, m_size.width(), axisHeight}; }
    QRectF milestoneRect() const;                            // empty where there are none
    QRectF lanesRect() const;                                // what lanes are clipped to, names included
    QRectF plotRect() const;                                 // the days, axis and milestones included
    double contentHeight() const { return m_contentHeight; } // of all lanes
    double laneTop(int lane) const;                          // on the content, from its top

    const TimeScale& scale() const { return m_scale; }
    const std::vector<Tick>& ticks() const { return m_ticks; }
    const std::vector<LaneBox>& lanes() const { return m_lanes; } // in view
    const std::vector<TimelineItem>& items() const
    {
        return m_items;
    } // in keyboard order: by lane, from left
    const std::vector<TimelineBar>& bars() const { return m_bars; }
    const std::vector<TimelineLabel>& labels() const { return m_labels; }
    const std::vector<TimelineLine>& lines() const { return m_lines; }
    const std::optional<TimelineMeasure>& measure() const { return m_measure; }
    const std::vector<MarkStyle>& styles() const;

    // The events of an item in order of time.
    std::vector<Row> rows(const TimelineItem& item,
                          std::size_t atMost = std::numeric_limits<std::size_t>::max()) const;
    // The milestones of one, as indices.
    std::vector<std::uint32_t> milestones(const TimelineItem& item) const;

    struct Hit
    {
        enum class Kind : std::uint8_t { Nothing, Item, Bar, LaneName, Axis, Plot };
        Kind kind = Kind::Nothing;
        int index = -1; // of items() or bars(), or the lane's number where the point is in one
    };
    Hit hitTest(QPointF point) const;
    std::optional<int> focusedItem() const;

    // One line a part; see the tests.
    QString toText() const;

private:
    friend class TimelineLayouter;
    QSizeF m_size;
    TimeScale m_scale;
    const TimelineLanes* m_source = nullptr;
    const MilestoneLane* m_milestones = nullptr;
    double m_contentHeight = 0;
    std::vector<double> m_laneTops;
    std::vector<Tick> m_ticks;
    std::vector<LaneBox> m_lanes;
    std::vector<TimelineItem> m_items;
    std::vector<std::uint32_t> m_members; // of stacked lanes: entries of the lane's rows
    std::vector<TimelineBar> m_bars;
    std::vector<TimelineLabel> m_labels;
    std::vector<TimelineLine> m_lines;
    std::optional<TimelineMeasure> m_measure;
};

// "47 days"; "31–58 days" where a date is partial; "same day".
QString daysBetween(DayInterval a, DayInterval b);
// The text, or as much of its beginning as fits with an ellipsis; empty where not even a few letters do.
QString elided(const QString& text, double room, const TextWidth& textWidth);

} // namespace interdict
