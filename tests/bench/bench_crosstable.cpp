// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a cross table of all synthetic rows costs, by what it counts and how it is ordered.
#include "model/analysis/crosstable.h"
#include "model/vocabulary/gazetteer.h"
#include "model/vocabulary/vocabulary.h"
#include "tests/bench/syntheticrows.h"

#include <benchmark/benchmark.h>

#include <map>
#include <numeric>

using namespace interdict;

namespace {

const Columns& columnsOf(Row rows)
{
    static std::map<Row, Columns> all;
    const auto known = all.find(rows);
    return known != all.end() ? known->second : all.emplace(rows, synthetic::columns(rows)).first->second;
}

void count(benchmark::State& state, const MatrixSpec& spec)
{
    const Columns& columns = columnsOf(static_cast<Row>(state.range(0)));
    std::vector<Row> rows(columns.size());
    std::iota(rows.begin(), rows.end(), Row(0));
    const Gazetteer gazetteer;
    const Vocabulary vocabulary;
    for (auto _ : state)
        benchmark::DoNotOptimize(
            crossTable(columns, vocabulary, gazetteer, rows, dayOf(2026, 11, 24), spec).total.count);
}

} // namespace

int main(int argc, char** argv)
{
    const std::pair<const char*, MatrixSpec> tables[] = {
        {"country × concern", {}},
        {"platform × measure", {Facet::Platform, Facet::Measure}},
        {"country × platform, in force",
         {Facet::Country, Facet::Platform, MatrixValue::InForce, MatrixOrder::Total}},
        {"country × platform, strictest, by similarity",
         {Facet::Country, Facet::Platform, MatrixValue::Strictest, MatrixOrder::Similarity}},
    };
    for (const auto& [name, spec] : tables)
        benchmark::RegisterBenchmark(name, [wanted = spec](benchmark::State& state) { count(state, wanted); })
            ->Arg(10'000)
            ->Arg(100'000)
            ->Arg(1'000'000)
            ->Unit(benchmark::kMillisecond);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
