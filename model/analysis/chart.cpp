// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/chartreckoning.h"

#include "model/explore/lasted.h"
#include "model/explore/narrowing.h"
#include "model/workspace.h"

#include <QLocale>

#include <limits>

namespace interdict {

using charts::tr;

namespace {

// What means nothing for the kind is taken out, so that equal charts have equal specs.
ChartSpec meant(ChartSpec spec)
{
    if (!hasChoice(spec, ChartChoice::Split) || (hasChoice(spec, ChartChoice::By) && spec.split == spec.by))
        spec.split.reset();
    spec.cumulative = spec.cumulative && hasChoice(spec, ChartChoice::Cumulative);
    return spec;
}

Filter narrowedToSeries(const ChartData& chart, const ChartSeries& series, Filter filter)
{
    const Facet facet =
        chart.spec.kind == ChartKind::Diffusion ? chart.spec.by : chart.spec.split.value_or(chart.spec.by);
    if (series.part == ChartSeries::Part::Value)
        return narrowed(std::move(filter), facet, series.code);
    if (series.part != ChartSeries::Part::Others)
        return filter;
    QStringList shown;
    for (const ChartSeries& each : chart.series)
        if (each.part == ChartSeries::Part::Value)
            shown.append(each.code);
    return narrowedToOthers(std::move(filter), facet, shown);
}

Filter narrowedToCategory(const ChartData& chart, const ChartCategory& category, Filter filter)
{
    if (!category.code.isEmpty())
        return narrowed(std::move(filter), chart.spec.by, category.code);
    QStringList shown;
    for (const ChartCategory& each : chart.categories)
        if (!each.code.isEmpty())
            shown.append(each.code);
    return narrowedToOthers(std::move(filter), chart.spec.by, shown);
}

Filter narrowedToLength(const ChartData& chart, const ChartMark& mark, Filter filter)
{
    const auto bucket = static_cast<std::size_t>(mark.x);
    if (chart.series[static_cast<std::size_t>(mark.series)].part == ChartSeries::Part::Ended)
        return narrowed(std::move(filter), Facet::Duration, chart.categories[bucket].code);
    filter = narrowed(std::move(filter), Facet::Duration, ongoingCode);
    return narrowedTo(std::move(filter), charts::begunFor(bucket, chart.asOf));
}

Filter narrowedToSpread(const ChartData& chart, const ChartMark& mark, Filter filter)
{
    const ChartSeries& series = chart.series[static_cast<std::size_t>(mark.series)];
    filter = narrowedToAny(std::move(filter), Facet::Measure, chart.restricting);
    filter = narrowedToAny(std::move(filter), Facet::Status, chart.binding);
    return narrowedTo(std::move(filter), {std::numeric_limits<Day>::min(), series.zero + mark.x});
}

QString daysWords(DayInterval days)
{
    const QString first = displayDay(days.first, QLocale(), true);
    return days.first == days.last
               ? first
               : QStringLiteral("%1 – %2").arg(first, displayDay(days.last, QLocale(), true));
}

// A whole year, quarter, month; else its days.
QString binWords(DayInterval days)
{
    const Date first = toDate(days.first);
    const int year = first.year(), month = first.month().as_number();
    for (const auto& date : {PartialDate::ofYear(year), PartialDate::ofQuarter(year, (month - 1) / 3 + 1),
                             PartialDate::ofMonth(year, month)})
        if (date && date->interval() == days)
            return date->display(QLocale(), true);
    return daysWords(days);
}

} // namespace

bool ChartData::isStacked() const
{
    return spec.kind != ChartKind::Diffusion && spec.kind != ChartKind::Capability;
}

bool ChartData::isStepped() const
{
    return spec.kind == ChartKind::InForce || spec.kind == ChartKind::Capability ||
           spec.kind == ChartKind::Diffusion || spec.cumulative;
}

std::uint32_t greatestValue(const ChartData& chart)
{
    std::uint32_t greatest = 0, stack = 0;
    const ChartMark* before = nullptr;
    for (const ChartMark& mark : chart.marks) {
        const bool isOn = before && before->x == mark.x && chart.isStacked();
        stack = (isOn ? stack : 0) + mark.value;
        greatest = std::max(greatest, stack);
        before = &mark;
    }
    return greatest;
}

ChartSource chartSource(const Workspace& workspace)
{
    return {workspace.columns(),    workspace.vocabulary(), workspace.gazetteer(),
            workspace.milestones(), workspace.result(),     workspace.resultWithoutInForce(),
            workspace.filter(),     workspace.asOf()};
}

ChartData chartData(const ChartSource& source, const ChartSpec& spec)
{
    ChartData chart;
    chart.spec = meant(spec);
    chart.filter = source.filter;
    chart.asOf = source.asOf;
    switch (spec.kind) {
    case ChartKind::OverTime:
        charts::fillOverTime(chart, source);
        break;
    case ChartKind::InForce:
    case ChartKind::Capability:
        charts::fillInForce(chart, source);
        break;
    case ChartKind::Ranking:
        charts::fillRanking(chart, source);
        break;
    case ChartKind::Diffusion:
        charts::fillDiffusion(chart, source);
        break;
    case ChartKind::Durations:
        charts::fillDurations(chart, source);
        break;
    }
    return chart;
}

Filter filterOf(const ChartData& chart, const ChartMark& mark)
{
    const ChartSeries& series = chart.series[static_cast<std::size_t>(mark.series)];
    Filter filter = chart.filter;
    switch (chart.spec.kind) {
    case ChartKind::OverTime:
        filter = narrowedTo(std::move(filter),
                            {chart.spec.cumulative ? std::numeric_limits<Day>::min() : mark.x, mark.xEnd});
        return narrowedToSeries(chart, series, std::move(filter));
    case ChartKind::InForce:
    case ChartKind::Capability:
        filter.inForceOn = mark.x;
        return narrowedToSeries(chart, series, std::move(filter));
    case ChartKind::Ranking:
        if (chart.spec.count == ChartCount::InForce)
            filter.inForceOn = chart.asOf;
        filter =
            narrowedToCategory(chart, chart.categories[static_cast<std::size_t>(mark.x)], std::move(filter));
        return narrowedToSeries(chart, series, std::move(filter));
    case ChartKind::Diffusion:
        return narrowedToSpread(chart, mark, narrowedToSeries(chart, series, std::move(filter)));
    case ChartKind::Durations:
        return narrowedToLength(chart, mark, std::move(filter));
    }
    return filter;
}

QString placeOf(const ChartData& chart, const ChartMark& mark)
{
    if (chart.axis == ChartAxis::Categories)
        return chart.categories[static_cast<std::size_t>(mark.x)].name;
    if (chart.axis == ChartAxis::DaysSince) {
        const Day day = chart.series[static_cast<std::size_t>(mark.series)].zero + mark.x;
        return tr("after %n days (%1)", mark.x).arg(displayDay(day, QLocale(), true));
    }
    if (chart.spec.kind != ChartKind::OverTime)
        return daysWords({mark.x, mark.xEnd});
    return chart.spec.cumulative ? tr("until %1").arg(displayDay(mark.xEnd, QLocale(), true))
                                 : binWords({mark.x, mark.xEnd});
}

bool hasChoice(const ChartSpec& spec, ChartChoice choice)
{
    const ChartKind kind = spec.kind;
    switch (choice) {
    case ChartChoice::By:
        return kind == ChartKind::Ranking || kind == ChartKind::Diffusion;
    case ChartChoice::Split:
        return kind == ChartKind::OverTime || kind == ChartKind::InForce ||
               (kind == ChartKind::Ranking && spec.count != ChartCount::Jurisdictions);
    case ChartChoice::Bin:
    case ChartChoice::Cumulative:
        return kind == ChartKind::OverTime;
    case ChartChoice::Count:
        return kind == ChartKind::Ranking;
    case ChartChoice::Most:
        return kind == ChartKind::Ranking || kind == ChartKind::Diffusion ||
               (hasChoice(spec, ChartChoice::Split) && spec.split.has_value());
    }
    return false;
}

std::vector<Facet> facetsFor(ChartKind kind, ChartChoice choice)
{
    if (choice == ChartChoice::Split)
        return {Facet::Measure, Facet::Concern, Facet::Platform,  Facet::Bloc,      Facet::Country,
                Facet::Scope,   Facet::Status,  Facet::Developer, Facet::Confidence};
    if (kind == ChartKind::Diffusion)
        return {Facet::Platform, Facet::Concern, Facet::Developer, Facet::Measure};
    return {Facet::Platform, Facet::Country, Facet::Bloc,      Facet::Concern,    Facet::Measure,
            Facet::Scope,    Facet::Status,  Facet::Developer, Facet::Confidence, Facet::Duration};
}

template <typename Enum>
static QString labelFrom(std::span<const KeyOf<Enum>> table, Enum value)
{
    for (const KeyOf<Enum>& entry : table)
        if (entry.value == value)
            return tr(entry.label);
    return {};
}

QString chartKindLabel(ChartKind kind)
{
    return labelFrom(chartKinds(), kind);
}

QString timeBinLabel(TimeBin bin)
{
    return labelFrom(timeBins(), bin);
}

QString chartCountLabel(ChartCount count)
{
    return labelFrom(chartCounts(), count);
}

} // namespace interdict
