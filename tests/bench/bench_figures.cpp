// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A figure of ten thousand events from nothing to the bytes of its file. The events are the shipped ones,
// taken again and again with their days shifted, so that texts are as long as real ones.
#include "app/session.h"
#include "widgets/figure/figurefile.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>

using namespace interdict;

namespace {

constexpr int events = 10'000;

struct Record
{
    Record()
        : session(dayOf(2026, 11, 24))
    {
        const QString path = folder.filePath(QStringLiteral("many.interdict"));
        QFile::copy(QStringLiteral(":/data/starter.interdict"), path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        Workspace& workspace = session.workspace;
        if (!workspace.open(std::move(*DataSet::open(path))))
            qFatal("the data set does not open");
        workspace.setStamper([] {
            return Stamp{QStringLiteral("Bench"), QStringLiteral("2026-11-24T10:00:00Z")};
        });
        std::vector<Event> known;
        for (Row row = 0; row < workspace.columns().size(); ++row)
            known.push_back(workspace.event(row));
        std::vector<EventChange> changes;
        for (int i = static_cast<int>(known.size()); i < events; ++i) {
            Event event = known[static_cast<std::size_t>(i) % known.size()];
            event.uid = QStringLiteral("copy-%1").arg(i);
            event.start = PartialDate::ofDay(dayOf(2016, 1, 1) + i * 37 % 3900);
            event.end.reset();
            event.relations.clear();
            changes.push_back({std::nullopt, event});
        }
        if (!workspace.save(std::move(changes), QStringLiteral("Many")))
            qFatal("the events cannot be saved");
    }
    QTemporaryDir folder;
    Session session;
};

Record& record()
{
    static Record made;
    return made;
}

void makeFigure(benchmark::State& state, FigureKind kind, FigureExtent extent, FigureFormat format)
{
    const Session& session = record().session;
    FigureSpec spec;
    spec.kind = kind;
    spec.extent = extent;
    spec.page = QStringLiteral("a4");
    std::size_t size = 0;
    for (auto _ : state) {
        const auto figure =
            Figure::make(session.workspace, session.geometry, spec, format != FigureFormat::Png);
        const auto bytes =
            figureBytes(*figure, *stampOf(session.workspace, spec, session.workspace.today()), format);
        if (!bytes)
            qFatal("%s", qPrintable(bytes.error().message));
        size = static_cast<std::size_t>(bytes->size());
    }
    state.counters["kB"] = double(size) / 1000;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    for (const auto& [kind, name] : {std::pair(FigureKind::Timeline, "timeline"),
                                     {FigureKind::Map, "map"},
                                     {FigureKind::Table, "table"}})
        for (const KeyOf<FigureFormat>& format : figureFormats())
            if (format.value <= FigureFormat::Pdf)
                for (const KeyOf<FigureExtent>& extent : figureExtents())
                    if (extent.value != FigureExtent::Visible)
                        benchmark::RegisterBenchmark(
                            qPrintable(QStringLiteral("%1/%2/%3")
                                           .arg(QLatin1String(name), QLatin1String(extent.key),
                                                QLatin1String(format.key))),
                            makeFigure, kind, extent.value, format.value)
                            ->Unit(benchmark::kMillisecond);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
