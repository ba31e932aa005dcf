// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The map at 1600 × 900: a frame drawn anew, panned, recoloured and zoomed, and the first one.
#include "tests/support/starter.h"
#include "widgets/map/mapview.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <benchmark/benchmark.h>

using namespace interdict;

namespace {

struct Shown
{
    Shown()
    {
        view.resize(1600, 900);
        view.grab();
    }
    void frame() { view.render(&screen); }

    test::Starter starter;
    MapGeometry geometry = MapGeometry::shipped().value();
    MapView view{starter.workspace, geometry};
    QImage screen{1600, 900, QImage::Format_RGB32};
};

const char* const filters[] = {"", "country:DE", "country:US", "country:KR"};

void zoomTo(Shown& shown, std::int64_t index)
{
    if (index == 0)
        return;
    shown.starter.filter(QString::fromLatin1(filters[index]));
    shown.view.zoomToSelection();
    shown.starter.workspace.setFilter({});
    shown.frame();
}

void readGeometry(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(MapGeometry::shipped());
}
BENCHMARK(readGeometry)->Unit(benchmark::kMillisecond);

void firstFrame(benchmark::State& state)
{
    test::Starter starter;
    const MapGeometry geometry = MapGeometry::shipped().value();
    QImage screen(1600, 900, QImage::Format_RGB32);
    for (auto _ : state) {
        MapView view(starter.workspace, geometry);
        view.resize(1600, 900);
        view.render(&screen);
    }
}
BENCHMARK(firstFrame)->Unit(benchmark::kMillisecond);

void recolouredFrame(benchmark::State& state)
{
    Shown shown;
    zoomTo(shown, state.range(0));
    Day day = dayOf(2025, 1, 1);
    for (auto _ : state) {
        shown.starter.workspace.setAsOf(++day);
        shown.frame();
    }
}
BENCHMARK(recolouredFrame)->DenseRange(0, 3)->Unit(benchmark::kMillisecond);

void pannedFrame(benchmark::State& state)
{
    Shown shown;
    zoomTo(shown, state.range(0));
    QPoint at(800, 450);
    const auto send = [&](QEvent::Type type, Qt::MouseButtons buttons) {
        QMouseEvent event(type, at, at, type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, buttons,
                          {});
        QApplication::sendEvent(&shown.view, &event);
    };
    send(QEvent::MouseButtonPress, Qt::LeftButton);
    at += QPoint(30, 0);
    send(QEvent::MouseMove, Qt::LeftButton);
    int step = 0;
    for (auto _ : state) {
        at += ++step % 100 < 50 ? QPoint(7, 3) : QPoint(-7, -3);
        send(QEvent::MouseMove, Qt::LeftButton);
        shown.frame();
    }
}
BENCHMARK(pannedFrame)->DenseRange(0, 3)->Unit(benchmark::kMillisecond);

void zoomedFrame(benchmark::State& state)
{
    Shown shown;
    zoomTo(shown, state.range(0));
    int step = 0;
    for (auto _ : state) {
        const int delta = ++step % 20 < 10 ? 20 : -20;
        QWheelEvent event(QPointF(800, 450), QPointF(800, 450), {0, delta}, {0, delta}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&shown.view, &event);
        shown.frame();
    }
}
BENCHMARK(zoomedFrame)->DenseRange(0, 3)->Unit(benchmark::kMillisecond);

void hoveredFrame(benchmark::State& state)
{
    Shown shown;
    int step = 0;
    for (auto _ : state) {
        shown.starter.workspace.setHover(
            {std::nullopt, ++step % 2 ? QStringLiteral("RU") : QStringLiteral("EU")});
        shown.frame();
    }
}
BENCHMARK(hoveredFrame)->Unit(benchmark::kMillisecond);

// What a change of the filter or the day asks of the columns, whatever the number of events.
void facts(benchmark::State& state)
{
    test::Starter starter;
    const Columns& few = starter.workspace.columns();
    Columns many = few;
    const auto size = static_cast<std::size_t>(state.range(0));
    const auto repeat = [&](auto& column) {
        const auto original = column;
        column.resize(size);
        for (std::size_t i = 0; i < size; ++i)
            column[i] = original[i % original.size()];
    };
    repeat(many.startFirst);
    repeat(many.startLast);
    repeat(many.endFirst);
    repeat(many.endLast);
    repeat(many.flags);
    repeat(many.place);
    repeat(many.measure);
    repeat(many.id);
    std::vector<Row> rows(size);
    for (std::size_t i = 0; i < size; ++i)
        rows[i] = static_cast<Row>(i);
    for (auto _ : state)
        benchmark::DoNotOptimize(collectFacts(many, starter.workspace.vocabulary(), rows, test::fixedToday));
}
BENCHMARK(facts)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
