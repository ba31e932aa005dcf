// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is filtered, all parts of the window count the same events. Filters are random, from fixed seeds.
#include "app/mainwindow.h"
#include "app/session.h"
#include "tests/support/quiet.h"
#include "tests/support/random.h"
#include "tests/support/starter.h"
#include "widgets/charts/chartpanel.h"
#include "widgets/map/mapfacts.h"
#include "widgets/table/eventtable.h"
#include "widgets/table/eventtablemodel.h"
#include "widgets/timeline/timelinepanel.h"

#include <QLabel>
#include <QStatusBar>

#include <numeric>
#include <set>

using namespace interdict;

class LinkedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { test::failOnWarnings(); }
    void sameNumbersEverywhere_data();
    void sameNumbersEverywhere();

private:
    void compareAll();
    std::set<Row> timelineRows();
    QStringList codes(Facet facet) const;

    test::Starter m_starter;
    MapGeometry m_geometry;
    Settings m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void LinkedTest::initTestCase()
{
    m_geometry = MapGeometry::shipped().value();
    m_window = std::make_unique<MainWindow>(m_starter.workspace, m_geometry, m_settings);
    m_window->setShownViews({QStringLiteral("map"), QStringLiteral("timeline"), QStringLiteral("table"),
                             QStringLiteral("chart")});
    ChartSpec spec; // all that has begun, whatever it is
    spec.split.reset();
    spec.cumulative = true;
    m_window->findChild<ChartPanel*>()->view().setSpec(spec);
    m_window->resize(1600, 1600);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

QStringList LinkedTest::codes(Facet facet) const
{
    return m_starter.workspace.columns().table(facet).codes.mid(1);
}

// Of what is in view; without lanes, fitted, that is all.
std::set<Row> LinkedTest::timelineRows()
{
    TimelineView& view = m_window->findChild<TimelinePanel*>()->view();
    const TimelineLayout& layout = view.layoutNow();
    std::set<Row> rows;
    for (const TimelineItem& item : layout.items())
        if (item.kind == TimelineItem::Kind::Event)
            for (const Row row : layout.rows(item))
                rows.insert(row);
    return rows;
}

void LinkedTest::sameNumbersEverywhere_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void LinkedTest::sameNumbersEverywhere()
{
    QFETCH(const unsigned, seed);
    test::Chance chance(seed);
    m_window->findChild<TimelinePanel*>()->view().setLaneBy(LaneBy::None);
    for (int i = 0; i < 30; ++i) {
        const Filter filter = test::randomFilter(chance, [this](Facet facet) { return codes(facet); });
        if (chance.oneIn(3))
            m_starter.workspace.setAsOf(dayOf(2023, 1, 1) + chance.below(1400));
        m_starter.workspace.setFilter(filter);
        compareAll();
        if (QTest::currentTestFailed()) {
            qInfo() << filterText(filter);
            return;
        }
    }
}

void LinkedTest::compareAll()
{
    const Workspace& workspace = m_starter.workspace;
    const auto result = workspace.result();
    const Columns& columns = workspace.columns();
    QCOMPARE(m_window->findChild<EventTable*>()->model().rowCount(), static_cast<int>(result.size()));

    const QString status = m_window->statusBar()->findChild<QLabel*>()->text();
    QVERIFY2(status.startsWith(QStringLiteral("%1 of %2").arg(result.size()).arg(workspace.total())),
             qPrintable(status));

    const auto months = workspace.resultByMonth();
    QCOMPARE(std::accumulate(months.begin(), months.end(), std::size_t(0)), result.size());

    QCOMPARE(timelineRows(), std::set<Row>(result.begin(), result.end()));

    const ChartData& chart = m_window->findChild<ChartPanel*>()->view().chart();
    QCOMPARE(chart.isEmpty() ? std::size_t(0) : chart.marks.back().rows, result.size());

    const RecordFacts facts = collectFacts(columns, workspace.vocabulary(), result, workspace.asOf());
    std::size_t events = 0;
    int countries = 0, inForce = 0;
    for (int place = 1; place < static_cast<int>(facts.whole.size()); ++place) {
        if (!isCountry(columns, place))
            continue;
        events += facts.of(place).count;
        inForce += static_cast<int>(facts.of(place).inForce);
        const bool isUnion = columns.table(Facet::Country).codes[place] == u"EU";
        countries += facts.of(place).count > 0 && !isUnion;
    }
    QCOMPARE(events, result.size());
    QCOMPARE(inForce, workspace.inForceCount());
    QVERIFY2(status.contains(QStringLiteral(" %1 country(ies) · %2 in force").arg(countries).arg(inForce)),
             qPrintable(status));
}

QTEST_MAIN(LinkedTest)
#include "tst_linked.moc"
