// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartfills.h"

#include "widgets/theme/marks.h"

#include <QLocale>

namespace interdict {

namespace {

constexpr std::array patterns{Pattern::Plain, Pattern::Diagonal, Pattern::Stripes,
                              Pattern::Cross, Pattern::Dots,     Pattern::Dashes};

QColor colourOf(const ChartData& chart, std::size_t series, const MarkScheme& measures, const Theme& theme)
{
    const ChartSeries& of = chart.series[series];
    const bool isByMeasure = chart.spec.split == Facet::Measure ||
                             (chart.spec.kind == ChartKind::Diffusion && chart.spec.by == Facet::Measure);
    if (of.part == ChartSeries::Part::Value)
        return isByMeasure ? measures.style(of.code).colour
                           : theme.categories[series % theme.categories.size()];
    return of.part == ChartSeries::Part::Others ? mixed(theme.dim, theme.panel, 0.6) : theme.categories[0];
}

} // namespace

std::vector<MapFill> chartFills(const ChartData& chart, const Vocabulary& vocabulary, const Theme& theme)
{
    const MarkScheme measures(theme, vocabulary, ColourBy::Measure);
    std::vector<MapFill> fills;
    for (std::size_t series = 0; series < chart.series.size(); ++series) {
        MapFill fill{colourOf(chart, series, measures, theme), Pattern::Plain, {}};
        fill.lines = mixed(theme.panel, fill.colour, 0.75);
        // Neighbours differ in more than colour; those of one colour differ in pattern.
        const auto alike = static_cast<std::size_t>(std::count_if(
            fills.begin(), fills.end(), [&](const MapFill& each) { return each.colour == fill.colour; }));
        const bool goesOn = chart.series[series].part == ChartSeries::Part::GoingOn;
        const bool isByMeasure = chart.spec.split == Facet::Measure;
        const std::size_t pattern = goesOn ? 1 : isByMeasure ? alike : alike + series % 2;
        fill.pattern = patterns[pattern % patterns.size()];
        fills.push_back(fill);
    }
    return fills;
}

QColor paleOf(const MapFill& fill, const Theme& theme)
{
    return mixed(fill.colour, theme.panel, 0.42);
}

QString seriesLabel(const ChartSeries& series)
{
    return QStringLiteral("%1 · %2").arg(series.name, QLocale().toString(series.rows));
}

bool needsKey(const ChartData& chart)
{
    return chart.series.size() > 1 && chart.axis != ChartAxis::DaysSince;
}

} // namespace interdict
