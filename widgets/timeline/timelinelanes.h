// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The result divided into lanes, prepared once for a result so that a frame only searches: each lane's rows
// in the order of their marks, their styles, and the stretches of time in which something of the lane is in
// force. Knows no pixels.
#pragma once

#include "model/event/event.h"
#include "model/explore/columns.h"
#include "model/explore/filter.h"
#include "widgets/theme/marks.h"

#include <functional>
#include <span>

namespace interdict {

// Country: subdivisions stand in their country's lane. Place: each subdivision has its own, after its
// country's.
enum class LaneBy : std::uint8_t { Country, Place, Platform, Concern, Measure, None };
struct LaneByInfo
{
    LaneBy by;
    const char* key;   // in saved states
    const char* label; // untranslated
    std::optional<Facet> facet;
};
const std::array<LaneByInfo, 6>& laneChoices(); // in the order of the enum
QString laneByLabel(LaneBy by);

// Which of the scheme's styles a row has, by number: the legend's entries in order, strictest first, then one
// for all that is unknown; then, where anything is not published, all of them once more, dashed. A row with
// several concerns has the one that stands first in the legend.
class RowStyles
{
public:
    RowStyles() = default;
    RowStyles(const MarkScheme& scheme, const Columns& columns);
    std::uint8_t of(const Columns& columns, Row row) const;
    const std::vector<MarkStyle>& styles() const { return m_styles; }

private:
    std::uint8_t published(const Columns& columns, Row row) const;

    ColourBy m_by = ColourBy::Measure;
    std::vector<MarkStyle> m_styles;
    std::size_t m_plain = 0;             // styles before the dashed ones
    std::vector<std::uint8_t> m_byValue; // by value number of the facet
};

// Where marks stand: twice the middle of their interval of days, less one. A day d known exactly has anchor 2
// d.
using Anchor = std::int32_t;
inline double anchorDay(Anchor anchor)
{
    return (anchor + 1) / 2.0;
}
inline Anchor anchorOf(DayInterval days)
{
    return days.first + days.last;
}

// Equal anchors taken together: entries begin[i] … begin[i + 1] - 1 of the list stand at anchors[i].
struct AnchorIndex
{
    std::vector<Anchor> anchors; // ascending, each once
    std::vector<std::uint32_t> begin{0};
    static AnchorIndex of(std::span<const Anchor> ascending);
};

// Days on which something lasts, drawn as a bar: from the beginning of `from` to the beginning of `end`.
struct Stretch
{
    Day from = 0;
    Day end = 0; // noEnd: goes on
    std::uint8_t style = 0;
    bool certain = true; // false where a partial date leaves it open
    bool operator==(const Stretch&) const = default;
};

// What lasts of one row: in force, or else a recorded interval (an inquiry from one day to another).
struct RowSpan
{
    Stretch possible; // certain is false
    Stretch sure;     // certain is true; empty (from == end) where nothing is certain
    bool inForce = false;
};
std::optional<RowSpan> rowSpan(const Columns& columns, Row row, std::uint8_t style);

struct TimelineLane
{
    QString code; // of the facet's value; empty where there is one lane only
    QString name;
    QString shortName;     // where the name has no room: "US (national)"; may be empty
    std::vector<Row> rows; // by anchor, then in result order
    // Made when first asked for:
    std::vector<std::uint8_t> styles; // by index into rows
    AnchorIndex index;
    std::vector<Stretch> inForce; // disjoint, ascending: the strictest in force
    std::vector<Stretch> other;   // the same of intervals that are not in force
};

class TimelineLanes
{
public:
    using NameOf = std::function<QString(const QString& code)>;

    TimelineLanes() = default;
    // Refers to the columns; they outlive it. Lanes with most rows come first, then by name. Of places the
    // countries are in this order, all their rows counted; within a country its own lane comes first, then
    // those of its subdivisions in the order in which they first acted.
    TimelineLanes(const Columns& columns, std::span<const Row> result, LaneBy by, RowStyles styles,
                  const NameOf& nameOf);

    int size() const { return static_cast<int>(m_lanes.size()); }
    bool isEmpty() const { return m_lanes.empty(); }
    bool ofPlaces() const { return m_by == LaneBy::Country || m_by == LaneBy::Place; }
    LaneBy by() const { return m_by; }
    const TimelineLane& plain(int lane) const { return m_lanes[static_cast<std::size_t>(lane)]; }
    const TimelineLane& lane(int lane) const; // prepared
    // These lanes alone, in their order: a page of them.
    TimelineLanes some(int first, int count) const;
    const Columns& columns() const { return *m_columns; }
    const std::vector<MarkStyle>& styles() const { return m_styles.styles(); }
    std::uint8_t styleOf(Row row) const { return m_styles.of(*m_columns, row); }

private:
    void fill(std::span<const Row> result);
    void nameLanes(const NameOf& nameOf);
    void orderBySize();
    void orderByPlace(const NameOf& nameOf);
    bool isSubdivision(const TimelineLane& lane) const;

    const Columns* m_columns = nullptr;
    LaneBy m_by = LaneBy::Country;
    RowStyles m_styles;
    mutable std::vector<TimelineLane> m_lanes;
};

// The milestones in the order of their marks.
struct MilestoneLane
{
    std::vector<Milestone> milestones;
    AnchorIndex index;
    MilestoneLane() = default;
    explicit MilestoneLane(std::vector<Milestone> unordered);
};

// The days that the result spans: first start to last start or end, `today` where something goes on. Nothing
// where the result is empty.
std::optional<DayInterval> daysSpanned(const Columns& columns, std::span<const Row> result, Day today);
// The days that a fitted view shows of the result: where it was asked for by a period, that, because what
// began in it may go on to this day; an open end of the period ends with the result.
std::optional<DayInterval> daysToFit(const Columns& columns, std::span<const Row> result,
                                     const std::optional<Period>& period, Day today);

} // namespace interdict
