// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long one change of the filter takes until all counts are right again, for each kind of change of the
// synthetic script; beside it a plain scan of six columns, as a yardstick of the same machine and hour.
#include "tests/bench/syntheticrows.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <map>

using namespace interdict;

namespace {

struct Data
{
    explicit Data(Row rows)
        : columns(synthetic::columns(rows))
        , engine(columns)
    {
        for (Row row = 0; row < columns.size(); ++row)
            month.push_back(static_cast<std::uint8_t>(monthIndex(columns.startFirst[row]) -
                                                      monthIndex(synthetic::firstDay)));
    }
    Columns columns;
    FacetEngine engine;
    std::vector<std::uint8_t> month;
};

Data& dataOf(Row rows)
{
    static std::map<Row, std::unique_ptr<Data>> all;
    std::unique_ptr<Data>& data = all[rows];
    if (!data)
        data = std::make_unique<Data>(rows);
    return *data;
}

const std::vector<synthetic::State>& script()
{
    static const auto states = synthetic::script();
    return states;
}

std::vector<synthetic::State> statesOf(const QString& name)
{
    std::vector<synthetic::State> states;
    std::copy_if(script().begin(), script().end(), std::back_inserter(states),
                 [&name](const synthetic::State& state) { return state.name() == name; });
    return states;
}

double microsecondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
}

double quantile(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(static_cast<double>(values.size() - 1) * part)];
}

// One pass over all rows that fills six histograms: no index, nothing kept between changes.
struct Scan
{
    std::array<std::uint32_t, synthetic::months> month{};
    std::array<std::uint32_t, 256> country{}, measure{}, status{};
    std::array<std::uint32_t, 64> platform{}, concern{};
    bool countryIn[256], anyConcern;
    std::uint64_t platformIn, concernIn;
    DayInterval starts;

    explicit Scan(const synthetic::State& state)
        : anyConcern(state.concerns.empty())
        , platformIn(state.platforms.empty() ? ~0ULL : 0)
        , concernIn(0)
        , starts(state.starts.value_or(DayInterval{0, synthetic::days}))
    {
        std::fill(std::begin(countryIn), std::end(countryIn), state.countries.empty());
        for (const int value : state.countries)
            countryIn[value + 1] = true;
        for (const int value : state.platforms)
            platformIn |= 2ULL << value;
        for (const int value : state.concerns)
            concernIn |= 2ULL << value;
    }

    void run(const Data& data)
    {
        const Columns& c = data.columns;
        const DayInterval from{synthetic::firstDay + starts.first, synthetic::firstDay + starts.last};
        for (Row row = 0; row < c.size(); ++row) {
            const unsigned fails = unsigned(!from.contains(c.startFirst[row])) |
                                   unsigned(!countryIn[c.place[row]]) << 1 |
                                   unsigned(!(c.platform.bits[row] & platformIn)) << 2 |
                                   unsigned(!anyConcern && !(c.concern.bits[row] & concernIn)) << 3;
            if (fails & (fails - 1))
                continue;
            month[data.month[row]] += !(fails & ~1U);
            country[c.place[row]] += !(fails & ~2U);
            platform[static_cast<std::size_t>(std::countr_zero(c.platform.bits[row]))] += !(fails & ~4U);
            measure[c.measure[row]] += !fails;
            status[c.status[row]] += !fails;
            if (!(fails & ~8U))
                forEachRow(c.concern.bits[row], 0, [this](Row value) { ++concern[value]; });
        }
    }
};

void changeFilter(benchmark::State& bench, const QString& name, Row rows)
{
    Data& data = dataOf(rows);
    const auto states = statesOf(name);
    const bool clears = states.front().kind == QLatin1String("clear");
    synthetic::State chosen;
    chosen.countries = synthetic::fixedCountries;
    std::vector<double> counted, listed, scanned;
    std::size_t next = 0;
    data.engine.apply(synthetic::filterOf(states.front()));
    for (auto _ : bench) {
        const synthetic::State& state = states[1 + next++ % (states.size() - 1)];
        if (clears)
            data.engine.apply(synthetic::filterOf(chosen));
        const Filter filter = synthetic::filterOf(state);
        const auto start = std::chrono::steady_clock::now();
        data.engine.apply(filter);
        counted.push_back(microsecondsSince(start));
        benchmark::DoNotOptimize(data.engine.result().data());
        listed.push_back(microsecondsSince(start));
        const auto scanStart = std::chrono::steady_clock::now();
        Scan scan(state);
        scan.run(data);
        benchmark::DoNotOptimize(scan);
        scanned.push_back(microsecondsSince(scanStart));
        bench.SetIterationTime(counted.back() * 1e-6);
    }
    bench.counters["median_us"] = quantile(counted, 0.5);
    bench.counters["p95_us"] = quantile(counted, 0.95);
    bench.counters["with_list_us"] = quantile(listed, 0.5);
    bench.counters["scan_us"] = quantile(scanned, 0.5);
}

// Every state of the script in a row; the answers must be those of the other programs.
void answers(benchmark::State& bench)
{
    const auto rows = static_cast<Row>(bench.range(0));
    synthetic::Answers got;
    for (auto _ : bench) {
        got = {};
        for (const synthetic::State& state : script()) {
            dataOf(rows).engine.apply(synthetic::filterOf(state));
            got.add(synthetic::checksum(dataOf(rows).engine));
        }
    }
    if (got != synthetic::expectedAnswers(rows))
        bench.SkipWithError("the answers differ from those of the other programs");
}

void build(benchmark::State& bench)
{
    const Columns& columns = dataOf(static_cast<Row>(bench.range(0))).columns;
    for (auto _ : bench)
        benchmark::DoNotOptimize(FacetEngine(columns).monthCounts().data());
}

// The as-of day moves on by a day: what an in-force condition costs.
void inForceDay(benchmark::State& bench)
{
    FacetEngine& engine = dataOf(static_cast<Row>(bench.range(0))).engine;
    Filter filter;
    filter.inForceOn = dayOf(2025, 2, 10);
    engine.apply(filter);
    for (auto _ : bench) {
        *filter.inForceOn += *filter.inForceOn < dayOf(2026, 1, 1) ? 1 : -365;
        engine.apply(filter);
    }
}

// Every condition is set and lets most rows pass: no facet shares its rows with another, and one of them
// changes.
void everythingSet(benchmark::State& bench)
{
    Data& data = dataOf(static_cast<Row>(bench.range(0)));
    Filter filter;
    for (const FacetInfo& info : facets())
        filter[info.facet].noneOf = {data.columns.table(info.facet).codes.back()};
    filter.begins = Period{PartialDate::ofYear(2016), {}};
    for (auto _ : bench) {
        QStringList& measures = filter[Facet::Measure].noneOf;
        measures = {synthetic::code('M', measures.front() == synthetic::code('M', 3) ? 4 : 3)};
        data.engine.apply(filter);
    }
}

} // namespace

int main(int argc, char** argv)
{
    for (const Row rows : {10'000U, 100'000U, 1'000'000U}) {
        for (std::size_t i = 0; i < script().size(); i += 51) {
            const QString name = script()[i].name();
            const std::string title = "filter/" + name.toStdString() + '/' + std::to_string(rows);
            benchmark::RegisterBenchmark(
                title.c_str(), [name, rows](benchmark::State& bench) { changeFilter(bench, name, rows); })
                ->Iterations(200)
                ->UseManualTime()
                ->Unit(benchmark::kMicrosecond);
        }
    }
    const std::map<const char*, void (*)(benchmark::State&)> others{{"answers", answers},
                                                                    {"build", build},
                                                                    {"everything_set", everythingSet},
                                                                    {"in_force_day", inForceDay}};
    for (const auto& [title, run] : others)
        benchmark::RegisterBenchmark(title, run)
            ->RangeMultiplier(10)
            ->Range(10'000, 1'000'000)
            ->Unit(benchmark::kMicrosecond);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
