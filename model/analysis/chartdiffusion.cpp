// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Values aligned on their first restriction: how many jurisdictions had one after so many days.
#include "model/analysis/chartreckoning.h"

#include "model/analysis/diffusion.h"
#include "model/explore/narrowing.h"
#include "model/vocabulary/vocabulary.h"

namespace interdict::charts {

namespace {

// Marks of one value: a step a day on which a jurisdiction joins.
void addSteps(ChartData& chart, const Diffusion& of, Day until)
{
    const int series = static_cast<int>(chart.series.size()) - 1;
    const Day zero = of.followers.front().first;
    for (std::size_t i = 0; i < of.followers.size(); ++i) {
        const FirstRestriction& now = of.followers[i];
        const bool isLast = i + 1 == of.followers.size();
        if (!isLast && of.followers[i + 1].first == now.first)
            continue;
        const Day next = isLast ? std::max(until, now.first) + 1 : of.followers[i + 1].first;
        const auto jurisdictions = static_cast<std::uint32_t>(i + 1);
        chart.marks.push_back(
            {series, now.first - zero, next - zero - 1, jurisdictions, jurisdictions, now.rowsSoFar});
        chart.across.last = std::max(chart.across.last, next - zero - 1);
    }
}

} // namespace

void fillDiffusion(ChartData& chart, const ChartSource& source)
{
    chart.axis = ChartAxis::DaysSince;
    chart.title = tr("How restrictions spread, by %1").arg(facetLabel(chart.spec.by).toLower());
    chart.xTitle = tr("Days since the first restriction");
    chart.yTitle = tr("Jurisdictions");
    for (const Term& term : source.vocabulary.terms(TermKind::Measure))
        if (term.restricts)
            chart.restricting.append(term.code);
    for (const Term& term : source.vocabulary.terms(TermKind::Status))
        if (term.inForce)
            chart.binding.append(term.code);
    const Day earliest =
        source.filter.begins ? source.filter.begins->days().first : std::numeric_limits<Day>::min();
    std::vector<Diffusion> spread = diffusionOf(source.columns, source.rows, chart.spec.by, earliest);
    spread.resize(std::min(spread.size(), static_cast<std::size_t>(std::max(chart.spec.most, 1))));
    const QStringList& codes = source.columns.table(chart.spec.by).codes;
    for (const Diffusion& of : spread) {
        const QString& code = codes[of.value];
        chart.series.push_back({ChartSeries::Part::Value, code, valueName(source, chart.spec.by, code),
                                of.rows, of.followers.front().first});
        addSteps(chart, of, source.asOf);
    }
    std::stable_sort(chart.marks.begin(), chart.marks.end(),
                     [](const ChartMark& a, const ChartMark& b) { return a.x < b.x; });
    if (!chart.isEmpty())
        addNote(
            chart.note,
            tr("Each line begins on the day of the value’s first restriction. A date that is not known to "
               "the day counts as its first day; the European Union counts as one jurisdiction."));
}

} // namespace interdict::charts
