// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long the numbers of each kind of chart take for a new result, and its picture.
#include "model/analysis/chart.h"
#include "model/vocabulary/gazetteer.h"
#include "model/vocabulary/vocabulary.h"
#include "tests/bench/syntheticrows.h"

#include "widgets/charts/chartfills.h"
#include "widgets/charts/chartpainter.h"
#include "widgets/theme/theme.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QFontMetricsF>
#include <QImage>
#include <QLocale>
#include <QPainter>

#include <map>

using namespace interdict;

namespace {

const Columns& columnsOf(Row rows)
{
    static std::map<Row, Columns> all;
    auto& columns = all[rows];
    if (columns.empty())
        columns = synthetic::columns(rows);
    return columns;
}

void reckon(benchmark::State& bench, const ChartSpec& spec, Row rows)
{
    const Columns& columns = columnsOf(rows);
    const Vocabulary vocabulary;
    const Gazetteer gazetteer;
    const std::vector<Milestone> milestones;
    const Filter filter;
    std::vector<Row> all(columns.size());
    std::iota(all.begin(), all.end(), Row(0));
    std::size_t marks = 0;
    for (auto _ : bench) {
        const ChartData made = chartData(
            {columns, vocabulary, gazetteer, milestones, all, all, filter, dayOf(2026, 1, 1)}, spec);
        marks = made.marks.size();
        benchmark::DoNotOptimize(made.marks.data());
    }
    bench.counters["marks"] = static_cast<double>(marks);
}

// Layout and painting at 1000 × 500, as after each change.
void paint(benchmark::State& bench, const ChartSpec& spec, Row rows)
{
    const Columns& columns = columnsOf(rows);
    const Vocabulary vocabulary;
    const Gazetteer gazetteer;
    const std::vector<Milestone> milestones;
    const Filter filter;
    std::vector<Row> all(columns.size());
    std::iota(all.begin(), all.end(), Row(0));
    const ChartData made =
        chartData({columns, vocabulary, gazetteer, milestones, all, all, filter, dayOf(2026, 1, 1)}, spec);
    const Theme theme = Theme::light();
    const auto fills = chartFills(made, vocabulary, theme);
    const QFont font;
    const QFontMetricsF metrics(font);
    QImage image(1000, 500, QImage::Format_RGB32);
    for (auto _ : bench) {
        image.fill(Qt::white);
        const ChartLayout layout = layoutChart(
            made, image.size(), [&](const QString& text) { return metrics.horizontalAdvance(text); },
            metrics.height(), QLocale());
        QPainter painter(&image);
        paintChart(painter, made, layout, {theme, fills, font});
    }
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    std::map<std::string, ChartSpec> specs;
    for (const auto& kind : chartKinds()) {
        ChartSpec spec;
        spec.kind = kind.value;
        specs[kind.key] = spec;
    }
    specs["over-time, concerns"].split = Facet::Concern;
    specs["over-time, no split"].split.reset();
    for (const auto& [name, spec] : specs)
        for (const Row rows : {10'000U, 100'000U, 1'000'000U})
            benchmark::RegisterBenchmark(
                (name + '/' + std::to_string(rows)).c_str(),
                [spec = spec, rows](benchmark::State& bench) { reckon(bench, spec, rows); })
                ->Unit(benchmark::kMillisecond);
    for (const auto& [name, spec] : specs)
        benchmark::RegisterBenchmark(("paint " + name + "/1000000").c_str(), [spec = spec](
                                                                                 benchmark::State& bench) {
            paint(bench, spec, 1'000'000);
        })->Unit(benchmark::kMillisecond);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
