// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One frame of the timeline, layout and paint, at 1600 × 900 on synthetic events, while panning and while
// zooming from all years to a few days and back. Titles are made up, as the rows are; their widths are cached
// as the view does.
#include "tests/bench/syntheticrows.h"
#include "widgets/timeline/timelinepainter.h"

#include <benchmark/benchmark.h>

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include <chrono>
#include <map>

using namespace interdict;

namespace {

constexpr QSize frameSize(1600, 900);

Vocabulary vocabulary()
{
    Vocabulary made;
    for (int i = 0; i < synthetic::measures; ++i) {
        Term term{synthetic::code('M', i), {}, {}, 5 - i % 6, i < 10, false, {}};
        made.add(TermKind::Measure, term);
    }
    return made;
}

QString title(Row row)
{
    static const QStringList words{QStringLiteral("regulator"), QStringLiteral("blocks"),
                                   QStringLiteral("the app"),   QStringLiteral("on official"),
                                   QStringLiteral("devices"),   QStringLiteral("of")};
    QStringList chosen;
    for (Row i = 0; i < 6; ++i)
        chosen << words[static_cast<qsizetype>((row * 7 + i * i) % 6)];
    return chosen.join(u' ') + u' ' + QString::number(row);
}

struct Scene
{
    Scene(Row rows, LaneBy by)
        : columns(synthetic::columns(rows))
        , milestones(std::vector<Milestone>(94, Milestone{}))
    {
        result.resize(rows);
        std::iota(result.begin(), result.end(), Row(0));
        const MarkScheme scheme(Theme::light(), vocabulary(), ColourBy::Measure);
        lanes = TimelineLanes(columns, result, by, RowStyles(scheme, columns),
                              [](const QString& code) { return code; });
        for (std::size_t i = 0; i < milestones.size(); ++i) {
            milestones[i].title = title(static_cast<Row>(i));
            milestones[i].date = PartialDate::ofDay(synthetic::firstDay + static_cast<int>(i) * 46);
        }
        milestoneLane = MilestoneLane(milestones);
        in.lanes = &lanes;
        in.milestones = &milestoneLane;
        in.size = frameSize;
        in.today = in.asOf = dayOf(2026, 11, 24);
        in.title = title;
        in.textWidth = width(font, widths);
        in.boldWidth = width(TimelinePainter::boldFont(font), boldWidths);
        in.scale = whole();
    }
    TimeScale whole() const
    {
        const double left = TimelineLayout::plotLeft(frameSize.width());
        return TimeScale::fit({synthetic::firstDay, synthetic::firstDay + synthetic::days}, left,
                              frameSize.width() - left);
    }
    static TextWidth width(const QFont& font, QHash<QString, double>& cache)
    {
        return [&cache, metrics = QFontMetricsF(font)](const QString& text) {
            const auto known = cache.constFind(text);
            return known != cache.cend() ? *known : *cache.insert(text, metrics.horizontalAdvance(text));
        };
    }

    Columns columns;
    std::vector<Row> result;
    std::vector<Milestone> milestones;
    TimelineLanes lanes;
    MilestoneLane milestoneLane;
    QFont font;
    QHash<QString, double> widths, boldWidths;
    TimelineInput in;
};

Scene& sceneOf(Row rows, LaneBy by)
{
    static std::map<std::pair<Row, LaneBy>, std::unique_ptr<Scene>> all;
    auto& scene = all[{rows, by}];
    if (!scene)
        scene = std::make_unique<Scene>(rows, by);
    return *scene;
}

enum class Motion : std::uint8_t { Pan, PanClose, Zoom };

// The scale of the n-th frame.
TimeScale frameScale(const Scene& scene, Motion motion, int n)
{
    constexpr int period = 120;
    const double phase = std::abs((n % period) - period / 2) / (period / 2.0); // 1 … 0 … 1
    const TimeScale whole = scene.whole();
    switch (motion) {
    case Motion::Pan:
        return whole.zoomed(2, 900).panned((phase - 0.5) * 1000);
    case Motion::PanClose:
        return whole.zoomed(60, 900).panned((phase - 0.5) * 1000);
    case Motion::Zoom:
        return whole.zoomed(std::pow(400.0, 1 - phase), 1100);
    }
    return whole;
}

double milliseconds(std::chrono::steady_clock::time_point from, std::chrono::steady_clock::time_point to)
{
    return std::chrono::duration<double, std::milli>(to - from).count();
}

void frame(benchmark::State& bench, Row rows, LaneBy by, Motion motion)
{
    Scene& scene = sceneOf(rows, by);
    const TimelinePainter painter(Theme::light(), scene.font);
    QImage image(frameSize, QImage::Format_RGB32);
    std::vector<double> frames;
    double layoutTime = 0;
    int n = 0;
    for (auto _ : bench) {
        const auto start = std::chrono::steady_clock::now();
        scene.in.scale = frameScale(scene, motion, n++);
        const TimelineLayout layout(scene.in);
        const auto laidOut = std::chrono::steady_clock::now();
        QPainter device(&image);
        painter.paint(device, layout);
        device.end();
        const auto end = std::chrono::steady_clock::now();
        layoutTime += milliseconds(start, laidOut);
        frames.push_back(milliseconds(start, end));
    }
    std::sort(frames.begin(), frames.end());
    bench.counters["median_ms"] = frames[frames.size() / 2];
    bench.counters["p95_ms"] = frames[frames.size() * 95 / 100];
    bench.counters["layout_ms"] = layoutTime / n;
}

// What a new result costs before its first frame.
void newResult(benchmark::State& bench, Row rows)
{
    Scene& scene = sceneOf(rows, LaneBy::Country);
    const MarkScheme scheme(Theme::light(), vocabulary(), ColourBy::Measure);
    for (auto _ : bench) {
        scene.lanes =
            TimelineLanes(scene.columns, scene.result, LaneBy::Country, RowStyles(scheme, scene.columns),
                          [](const QString& code) { return code; });
        benchmark::DoNotOptimize(TimelineLayout(scene.in).items().size());
    }
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    for (const Row rows : {10'000U, 100'000U, 1'000'000U}) {
        const std::string size = '/' + std::to_string(rows);
        for (const LaneBy by : {LaneBy::Country, LaneBy::Concern}) {
            const std::string lanes = std::string("/") + laneChoices()[static_cast<std::size_t>(by)].key;
            for (const auto& [name, motion] :
                 {std::pair("pan", Motion::Pan), {"pan_close", Motion::PanClose}, {"zoom", Motion::Zoom}}) {
                benchmark::RegisterBenchmark(
                    ("frame/" + std::string(name) + lanes + size).c_str(),
                    [rows, by, motion](benchmark::State& bench) { frame(bench, rows, by, motion); })
                    ->Iterations(120)
                    ->Unit(benchmark::kMillisecond);
            }
        }
        benchmark::RegisterBenchmark(("new_result" + size).c_str(), [rows](benchmark::State& bench) {
            newResult(bench, rows);
        })->Unit(benchmark::kMillisecond);
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
