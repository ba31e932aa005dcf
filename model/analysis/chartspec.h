// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which chart is meant: a plain value that a view's choices, a figure's data and the command line share.
#pragma once

#include "model/explore/facet.h"
#include "model/keys.h"

#include <QJsonObject>

namespace interdict {

enum class ChartKind : std::uint8_t {
    OverTime,  // events by the time of their start, stacked
    InForce,   // how many are in force, as steps over time
    Ranking,   // values of a facet by their count, as bars
    Diffusion, // jurisdictions that followed, by days since each value's first restriction
    Durations, // how long restrictions lasted, those that go on shown as such
    Capability // what is in force over the milestones of capability
};
enum class TimeBin : std::uint8_t {
    Fitting, // by the days shown
    EachDay,
    Week,
    Month,
    Quarter,
    Year
};
enum class ChartCount : std::uint8_t { Events, InForce, Jurisdictions }; // InForce: on the as-of day

std::span<const KeyOf<ChartKind>> chartKinds(); // over-time, in-force, ranking, …
std::span<const KeyOf<TimeBin>> timeBins();
std::span<const KeyOf<ChartCount>> chartCounts();

struct ChartSpec
{
    ChartKind kind = ChartKind::OverTime;
    Facet by = Facet::Platform; // whose values are ranked, or aligned on their first restriction
    std::optional<Facet> split = Facet::Measure; // what is stacked or drawn as lines; nothing: one series
    TimeBin bin = TimeBin::Fitting;
    bool cumulative = false;
    ChartCount count = ChartCount::Events;
    int most = 8; // how many values of a facet are drawn; the rest is one series, "others"
    bool operator==(const ChartSpec&) const = default;
};

// Unknown names are ignored, absent ones keep their default.
QJsonObject toJson(const ChartSpec& spec);
ChartSpec chartSpecFrom(const QJsonObject& json);

} // namespace interdict
