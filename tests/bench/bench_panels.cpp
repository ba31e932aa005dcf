// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a change of the filter costs the panels: facet panel, table and card on the synthetic rows, until the
// views have been laid out and painted. Texts are not part of it: the rows have none.
#include "model/workspace.h"
#include "tests/bench/syntheticrows.h"
#include "widgets/detail/eventcard.h"
#include "widgets/facets/facetpanel.h"
#include "widgets/table/eventtable.h"
#include "widgets/table/eventtablemodel.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QTableView>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

using namespace interdict;

namespace {

struct Big
{
    explicit Big(Row rows)
        : workspace(gazetteer, dayOf(2026, 11, 24))
    {
        auto dataSet = DataSet::create(dir.filePath(QStringLiteral("big.interdict")), {}, Vocabulary());
        if (!dataSet)
            qFatal("%s", qPrintable(dataSet.error().message));
        workspace.adopt({std::move(*dataSet), synthetic::columns(rows), {}});
    }
    void choose(bool isChosen)
    {
        Filter filter;
        if (isChosen)
            filter[Facet::Platform].anyOf = {QStringLiteral("P1")};
        workspace.setFilter(filter);
    }

    QTemporaryDir dir;
    Gazetteer gazetteer;
    Workspace workspace;
};

template <typename Panel>
void filterChange(benchmark::State& state)
{
    Big big(static_cast<Row>(state.range(0)));
    Panel panel(big.workspace);
    panel.resize(320, 900);
    panel.show();
    QApplication::processEvents();
    bool isChosen = false;
    for (auto _ : state) {
        big.choose(isChosen = !isChosen);
        QApplication::processEvents();
    }
}

void sortTable(benchmark::State& state)
{
    Big big(static_cast<Row>(state.range(0)));
    EventTable table(big.workspace);
    table.show();
    bool isDown = false;
    for (auto _ : state) {
        isDown = !isDown;
        table.view().sortByColumn(table.model().columnOf(QStringLiteral("country")),
                                  isDown ? Qt::DescendingOrder : Qt::AscendingOrder);
        QApplication::processEvents();
    }
}

BENCHMARK(filterChange<FacetPanel>)
    ->Name("filter change, facet panel")
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(filterChange<EventTable>)
    ->Name("filter change, table")
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(filterChange<EventCard>)
    ->Name("filter change, card")
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(sortTable)
    ->Name("sort table by country")
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    applyTheme(application, Theme::light());
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
