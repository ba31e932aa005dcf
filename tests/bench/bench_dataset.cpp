// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The store at 10 000, 100 000 and 1 000 000 events: opening, columns, search, order, and adding them. The
// events are the shipped ones over and over, on other days and under other ids; the files are made on first
// use, once.
#include "model/workspace.h"
#include "tests/support/shipped.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

using namespace interdict;

namespace {

constexpr int batch = 50000;

Event variant(std::size_t number)
{
    const auto& shipped = shippedEvents();
    Event event = shipped[number % shipped.size()];
    const auto round = static_cast<Day>(number / shipped.size());
    event.uid += u'-' + QString::number(round);
    const auto moved = [round](const PartialDate& date) {
        return date.precision() == PartialDate::Precision::Days
                   ? PartialDate::ofDay(date.interval().first + round % 997)
                   : date;
    };
    event.start = moved(event.start);
    if (event.end)
        event.end = std::max(moved(*event.end), event.start);
    for (Relation& relation : event.relations)
        relation.uid += u'-' + QString::number(round);
    return event;
}

// Whole rounds of the shipped events, so that every relation finds its other end.
std::vector<Event> variants(std::size_t from, std::size_t count)
{
    std::vector<Event> events;
    for (std::size_t i = 0; i < count; ++i)
        events.push_back(variant(from + i));
    return events;
}

std::size_t wholeRounds(std::size_t count)
{
    return count / shippedEvents().size() * shippedEvents().size();
}

void fill(DataSet& dataSet, std::size_t count)
{
    for (std::size_t from = 0; from < count;) {
        const auto events = variants(from, std::min(wholeRounds(batch), count - from));
        if (const auto added = dataSet.addEvents(events, shippedGazetteer(), stamp()); !added)
            qFatal("%s", qPrintable(added.error().message + added.error().detail));
        from += events.size();
    }
}

QString dataSetOf(std::size_t count)
{
    static const QTemporaryDir folder;
    const QString given = qEnvironmentVariable("INTERDICT_BENCH_FOLDER");
    const QDir place(given.isEmpty() ? folder.path() : given);
    const QString path = place.filePath(QStringLiteral("%1.interdict").arg(count));
    if (!QFile::exists(path)) {
        auto made = DataSet::create(path, {}, shippedVocabulary());
        fill(*made, wholeRounds(count));
    }
    return path;
}

void openDataSet(benchmark::State& state)
{
    const QString path = dataSetOf(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(DataSet::open(path).has_value());
}

void loadColumns(benchmark::State& state)
{
    const auto dataSet = DataSet::open(dataSetOf(static_cast<std::size_t>(state.range(0))));
    for (auto _ : state)
        benchmark::DoNotOptimize(dataSet->loadColumns(shippedGazetteer())->size());
}

void search(benchmark::State& state, const char* term)
{
    const auto dataSet = DataSet::open(dataSetOf(static_cast<std::size_t>(state.range(0))));
    for (auto _ : state)
        state.counters["found"] = double(dataSet->search({QString::fromUtf8(term)})->size());
}

void orderedByTitle(benchmark::State& state)
{
    const auto dataSet = DataSet::open(dataSetOf(static_cast<std::size_t>(state.range(0))));
    for (auto _ : state)
        benchmark::DoNotOptimize(dataSet->orderedBy(DataSet::TextField::Title)->size());
}

void readEvent(benchmark::State& state)
{
    const auto dataSet = DataSet::open(dataSetOf(static_cast<std::size_t>(state.range(0))));
    std::int64_t id = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(dataSet->event(1 + (id += 7919) % 9000)->title);
}

// What a figure's fingerprint reads.
void eachContent(benchmark::State& state)
{
    const auto dataSet = DataSet::open(dataSetOf(static_cast<std::size_t>(state.range(0))));
    const auto ids = dataSet->loadColumns(shippedGazetteer())->id;
    for (auto _ : state) {
        std::size_t bytes = 0;
        const auto read = dataSet->eachContent(
            ids, [&bytes](std::string_view, std::string_view content) { bytes += content.size(); });
        state.counters["bytes"] = read ? double(bytes) : 0;
    }
}

// One edit through the workspace: stored with its revision, columns patched, everything counted anew.
void saveOne(benchmark::State& state)
{
    Workspace workspace(shippedGazetteer(), dayOf(2026, 11, 24));
    if (!workspace.open(std::move(*DataSet::open(dataSetOf(static_cast<std::size_t>(state.range(0)))))))
        qFatal("the data set does not open");
    const Row row = workspace.columns().size() / 2;
    int number = 0;
    for (auto _ : state) {
        const Event before = workspace.event(row);
        Event after = before;
        after.note = QStringLiteral("Note %1").arg(++number);
        benchmark::DoNotOptimize(workspace.save({{before, after}}, QStringLiteral("Edit")).has_value());
    }
}

// What a form asks after each pause in typing.
void twinsOfOne(benchmark::State& state)
{
    Workspace workspace(shippedGazetteer(), dayOf(2026, 11, 24));
    if (!workspace.open(std::move(*DataSet::open(dataSetOf(static_cast<std::size_t>(state.range(0)))))))
        qFatal("the data set does not open");
    Event event = workspace.event(workspace.columns().size() / 2);
    event.uid.clear();
    for (auto _ : state)
        state.counters["twins"] = double(workspace.twinsOf(event).size());
}

void addEvents(benchmark::State& state)
{
    const auto events = variants(0, wholeRounds(static_cast<std::size_t>(state.range(0))));
    for (auto _ : state) {
        const QTemporaryDir folder;
        auto made =
            DataSet::create(folder.filePath(QStringLiteral("new.interdict")), {}, shippedVocabulary());
        benchmark::DoNotOptimize(made->addEvents(events, shippedGazetteer(), stamp()).has_value());
    }
}

} // namespace

BENCHMARK(openDataSet)->Arg(10000)->Arg(100000)->Arg(1000000)->Unit(benchmark::kMillisecond);
BENCHMARK(loadColumns)->Arg(10000)->Arg(100000)->Arg(1000000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, word, "garante")
    ->Arg(10000)
    ->Arg(100000)
    ->Arg(1000000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, phrase, "personal data")->Arg(10000)->Arg(100000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, prefix, "d*")->Arg(10000)->Arg(100000)->Unit(benchmark::kMillisecond);
BENCHMARK(orderedByTitle)->Arg(10000)->Arg(100000)->Arg(1000000)->Unit(benchmark::kMillisecond);
BENCHMARK(readEvent)->Arg(10000)->Unit(benchmark::kMicrosecond);
BENCHMARK(eachContent)->Arg(10000)->Arg(100000)->Unit(benchmark::kMillisecond);
BENCHMARK(saveOne)->Arg(10000)->Arg(100000)->Arg(1000000)->Unit(benchmark::kMillisecond);
BENCHMARK(twinsOfOne)->Arg(10000)->Arg(100000)->Arg(1000000)->Unit(benchmark::kMillisecond);
BENCHMARK(addEvents)->Arg(10000)->Arg(100000)->Unit(benchmark::kMillisecond);

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
