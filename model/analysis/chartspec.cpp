// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/chartspec.h"

#include <array>

namespace interdict {

std::span<const KeyOf<ChartKind>> chartKinds()
{
    static constexpr std::array<KeyOf<ChartKind>, 6> table{{
        {ChartKind::OverTime, "over-time", QT_TRANSLATE_NOOP("Chart", "Events over time")},
        {ChartKind::InForce, "in-force", QT_TRANSLATE_NOOP("Chart", "In force over time")},
        {ChartKind::Ranking, "ranking", QT_TRANSLATE_NOOP("Chart", "Ranking")},
        {ChartKind::Diffusion, "diffusion", QT_TRANSLATE_NOOP("Chart", "Diffusion")},
        {ChartKind::Durations, "durations", QT_TRANSLATE_NOOP("Chart", "Durations")},
        {ChartKind::Capability, "capability", QT_TRANSLATE_NOOP("Chart", "Capability and restriction")},
    }};
    return table;
}

std::span<const KeyOf<TimeBin>> timeBins()
{
    static constexpr std::array<KeyOf<TimeBin>, 6> table{{
        {TimeBin::Fitting, "fitting", QT_TRANSLATE_NOOP("Chart", "Fitting")},
        {TimeBin::EachDay, "day", QT_TRANSLATE_NOOP("Chart", "Days")},
        {TimeBin::Week, "week", QT_TRANSLATE_NOOP("Chart", "Weeks")},
        {TimeBin::Month, "month", QT_TRANSLATE_NOOP("Chart", "Months")},
        {TimeBin::Quarter, "quarter", QT_TRANSLATE_NOOP("Chart", "Quarters")},
        {TimeBin::Year, "year", QT_TRANSLATE_NOOP("Chart", "Years")},
    }};
    return table;
}

std::span<const KeyOf<ChartCount>> chartCounts()
{
    static constexpr std::array<KeyOf<ChartCount>, 3> table{{
        {ChartCount::Events, "events", QT_TRANSLATE_NOOP("Chart", "Events")},
        {ChartCount::InForce, "in-force", QT_TRANSLATE_NOOP("Chart", "In force")},
        {ChartCount::Jurisdictions, "jurisdictions", QT_TRANSLATE_NOOP("Chart", "Jurisdictions")},
    }};
    return table;
}

QJsonObject toJson(const ChartSpec& spec)
{
    return {
        {QStringLiteral("kind"), keyOf(chartKinds(), spec.kind)},
        {QStringLiteral("by"), QLatin1String(facetInfo(spec.by).key)},
        {QStringLiteral("split"), spec.split ? QLatin1String(facetInfo(*spec.split).key) : QLatin1String()},
        {QStringLiteral("bin"), keyOf(timeBins(), spec.bin)},
        {QStringLiteral("cumulative"), spec.cumulative},
        {QStringLiteral("count"), keyOf(chartCounts(), spec.count)},
        {QStringLiteral("most"), spec.most}};
}

ChartSpec chartSpecFrom(const QJsonObject& json)
{
    const auto text = [&json](const char* name) { return json.value(QLatin1String(name)).toString(); };
    ChartSpec spec;
    spec.kind = fromKey(chartKinds(), text("kind")).value_or(spec.kind);
    spec.by = facetFromKey(text("by")).value_or(spec.by);
    if (json.contains(QLatin1String("split")))
        spec.split = facetFromKey(text("split"));
    spec.bin = fromKey(timeBins(), text("bin")).value_or(spec.bin);
    spec.cumulative = json.value(QLatin1String("cumulative")).toBool(spec.cumulative);
    spec.count = fromKey(chartCounts(), text("count")).value_or(spec.count);
    spec.most = std::max(1, json.value(QLatin1String("most")).toInt(spec.most));
    return spec;
}

} // namespace interdict
