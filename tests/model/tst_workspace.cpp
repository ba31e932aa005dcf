// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The hub: signals only on real change, history, selection, texts, totals by month.
#include "model/analysis/summary.h"
#include "tests/support/starter.h"

#include <QSignalSpy>
#include <QtTest>

#include <numeric>

using namespace interdict;

Q_DECLARE_METATYPE(interdict::DayInterval)

class WorkspaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_starter = std::make_unique<test::Starter>(); }
    void opensWithEverything();
    void filterSignalsOnlyOnChange();
    void textIsSearched();
    void historyWalksBothWays();
    void brushingIsOneStepBack();
    void aNewStepForgetsWhatLayAhead();
    void selectionKeepsItsOrder();
    void monthsAddUp();
    void countsInForceOnTheAsOfDay();
    void textsAreReadByRow();
    void casesJoinRelatedEvents();
    void adoptingAnotherSetKeepsFilterAndSelection();
    void countriesAreCountedOnce_data();
    void countriesAreCountedOnce();
    void daysBetween_data();
    void daysBetween();

private:
    std::unique_ptr<test::Starter> m_starter;
};

void WorkspaceTest::opensWithEverything()
{
    const Workspace& w = m_starter->workspace;
    QCOMPARE(w.result().size(), std::size_t(399));
    QCOMPARE(w.milestones().size(), std::size_t(94));
    QVERIFY(w.filter().isEmpty());
    QVERIFY(!w.canGoBack());
    QVERIFY(!w.current());
    QCOMPARE(w.asOf(), test::fixedToday);
}

void WorkspaceTest::filterSignalsOnlyOnChange()
{
    Workspace& w = m_starter->workspace;
    QSignalSpy filters(&w, &Workspace::filterChanged);
    QSignalSpy results(&w, &Workspace::resultChanged);
    m_starter->filter(QStringLiteral("platform:DeepSeek"));
    QCOMPARE(filters.size(), 1);
    QCOMPARE(results.size(), 1);
    QCOMPARE(w.result().size(), std::size_t(131));
    m_starter->filter(QStringLiteral("platform:DeepSeek"));
    QCOMPARE(filters.size(), 1);
    w.setHover({});
    QSignalSpy hovers(&w, &Workspace::hoverChanged);
    w.setHover({});
    QCOMPARE(hovers.size(), 0);
    w.setHover({Row(3), {}});
    QCOMPARE(hovers.size(), 1);
}

void WorkspaceTest::textIsSearched()
{
    m_starter->filter(QStringLiteral("country:IT garante"));
    QVERIFY(!m_starter->resultUids().isEmpty());
    for (const Row row : m_starter->workspace.result())
        QCOMPARE(m_starter->workspace.columns().countryCode(row), QStringLiteral("IT"));
    m_starter->filter(QStringLiteral("\"no such phrase anywhere\""));
    QVERIFY(m_starter->workspace.result().empty());
}

void WorkspaceTest::historyWalksBothWays()
{
    Workspace& w = m_starter->workspace;
    m_starter->filter(QStringLiteral("platform:DeepSeek"));
    w.select(w.result()[5]);
    m_starter->filter(QStringLiteral("platform:TikTok"));
    const Row selected = *w.current();

    w.back();
    QCOMPARE(filterText(w.filter()), QStringLiteral("platform:DeepSeek"));
    QCOMPARE(w.current(), std::optional(selected));
    w.back();
    QVERIFY(!w.current());
    w.back();
    QVERIFY(w.filter().isEmpty());
    QVERIFY(!w.canGoBack());
    while (w.canGoForward())
        w.forward();
    QCOMPARE(filterText(w.filter()), QStringLiteral("platform:TikTok"));
    QCOMPARE(w.current(), std::optional(selected));
}

void WorkspaceTest::brushingIsOneStepBack()
{
    Workspace& w = m_starter->workspace;
    m_starter->filter(QStringLiteral("platform:DeepSeek"));
    for (const char* months : {"2025-01..2025-03", "2025-01..2025-04", "2025-01..2025-05"})
        m_starter->filter(QStringLiteral("platform:DeepSeek begins:") + QLatin1String(months));
    w.back();
    QCOMPARE(filterText(w.filter()), QStringLiteral("platform:DeepSeek"));
    w.forward();
    QCOMPARE(filterText(w.filter()), QStringLiteral("platform:DeepSeek begins:2025-01..2025-05"));
}

void WorkspaceTest::aNewStepForgetsWhatLayAhead()
{
    Workspace& w = m_starter->workspace;
    m_starter->filter(QStringLiteral("platform:DeepSeek"));
    m_starter->filter(QStringLiteral("platform:TikTok"));
    w.back();
    QVERIFY(w.canGoForward());
    m_starter->filter(QStringLiteral("platform:Grok"));
    QVERIFY(!w.canGoForward());
    w.back();
    QCOMPARE(filterText(w.filter()), QStringLiteral("platform:DeepSeek"));
}

void WorkspaceTest::selectionKeepsItsOrder()
{
    Workspace& w = m_starter->workspace;
    QSignalSpy changes(&w, &Workspace::selectionChanged);
    w.select(7);
    w.toggleSelected(3);
    QCOMPARE(w.selection(), (std::vector<Row>{7, 3}));
    QCOMPARE(w.current(), std::optional(Row(3)));
    w.toggleSelected(3);
    QCOMPARE(w.selection(), std::vector<Row>{7});
    w.select(7);
    QCOMPARE(changes.size(), 3);
    w.setSelection({100000});
    QVERIFY2(w.selection().empty(), "rows that do not exist are not selected");
    QSignalSpy activated(&w, &Workspace::eventActivated);
    w.activate(11);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(w.current(), std::optional(Row(11)));
}

void WorkspaceTest::monthsAddUp()
{
    Workspace& w = m_starter->workspace;
    const auto sum = [](std::span<const std::uint32_t> counts) {
        return std::accumulate(counts.begin(), counts.end(), std::size_t(0));
    };
    QCOMPARE(sum(w.totalsByMonth()), std::size_t(399));
    m_starter->filter(QStringLiteral("begins:2025-02 platform:DeepSeek"));
    const auto months = w.resultByMonth();
    QCOMPARE(months.size(), w.totalsByMonth().size());
    QCOMPARE(sum(months), w.result().size());
    std::size_t february = 0;
    for (const Row row : w.result())
        february += monthIndex(w.columns().startFirst[row]) == monthIndex(dayOf(2025, 2, 1));
    QCOMPARE(std::size_t(months[static_cast<std::size_t>(monthIndex(dayOf(2025, 2, 1)) - w.firstMonth())]),
             february);
    QVERIFY(february > 10);
}

void WorkspaceTest::countsInForceOnTheAsOfDay()
{
    Workspace& w = m_starter->workspace;
    m_starter->filter(QStringLiteral("country:IT platform:DeepSeek"));
    w.setAsOf(dayOf(2025, 1, 28));
    QCOMPARE(w.inForceCount(), 0);
    QSignalSpy changes(&w, &Workspace::asOfChanged);
    w.setAsOf(dayOf(2025, 1, 30)); // the app had left the stores the day before
    QCOMPARE(changes.size(), 1);
    QCOMPARE(w.inForceCount(), 2);
    w.setAsOf(dayOf(2025, 1, 30));
    QCOMPARE(changes.size(), 1);
}

void WorkspaceTest::textsAreReadByRow()
{
    const Workspace& w = m_starter->workspace;
    for (const Row row : {Row(0), Row(63), Row(64), Row(200), Row(398)}) {
        const Event event = w.event(row);
        QCOMPARE(w.brief(row), (Brief{event.uid, event.title, event.authority}));
        QCOMPARE(event.start.interval(), w.columns().start(row));
        QCOMPARE(w.rowOf(event.uid), std::optional(row));
    }
    QVERIFY(w.brief(399).uid.isEmpty());
    QVERIFY(!w.rowOf(QStringLiteral("no-such-event")));
}

void WorkspaceTest::casesJoinRelatedEvents()
{
    const Workspace& w = m_starter->workspace;
    const auto row = w.rowOf(QStringLiteral("tw-ey-deepseek-full-ban-2025"));
    QVERIFY(row);
    const std::vector<Row> rows = w.caseOf(*row);
    QVERIFY(std::is_sorted(rows.begin(), rows.end()));
    QVERIFY(std::count(rows.begin(), rows.end(), *row) == 1);
    QVERIFY(std::count(rows.begin(), rows.end(),
                       w.rowOf(QStringLiteral("tw-moda-deepseek-ban-2025")).value()) == 1);
}

void WorkspaceTest::adoptingAnotherSetKeepsFilterAndSelection()
{
    Workspace& w = m_starter->workspace;
    m_starter->filter(QStringLiteral("country:IT"));
    const QString uid = w.brief(w.result()[2]).uid;
    w.select(w.result()[2]);
    QSignalSpy changed(&w, &Workspace::dataSetChanged);
    QVERIFY(w.open(DataSet::open(m_starter->path).value()).has_value());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(filterText(w.filter()), QStringLiteral("country:IT"));
    QCOMPARE(w.brief(w.current().value()).uid, uid);

    const QString empty = m_starter->dir.filePath(QStringLiteral("empty.interdict"));
    QVERIFY(DataSet::create(empty, {}, w.vocabulary()).has_value());
    QVERIFY(w.open(DataSet::open(empty).value()).has_value());
    QVERIFY2(w.filter().isEmpty(), "no place of the filter is in the new set");
    QVERIFY(w.result().empty());
    QVERIFY(w.selection().empty());
    QVERIFY(w.resultByMonth().empty());
}

void WorkspaceTest::countriesAreCountedOnce_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("countries");

    QTest::newRow("all") << "" << 51; // 52 jurisdictions, of which one is the European Union
    QTest::newRow("states of one country") << "country:US-TX,US-NY" << 1;
    QTest::newRow("the Union's own acts") << "country:EU" << 0;
    QTest::newRow("two") << "country:IT,US-TX" << 2;
}

void WorkspaceTest::countriesAreCountedOnce()
{
    QFETCH(QString, filter);
    m_starter->filter(filter);
    QTEST(countCountries(m_starter->workspace.columns(), m_starter->workspace.result()), "countries");
}

void WorkspaceTest::daysBetween_data()
{
    QTest::addColumn<DayInterval>("a");
    QTest::addColumn<DayInterval>("b");
    QTest::addColumn<DayInterval>("days");

    QTest::newRow("two days") << DayInterval{10, 10} << DayInterval{57, 57} << DayInterval{47, 47};
    QTest::newRow("the other way round") << DayInterval{57, 57} << DayInterval{10, 10} << DayInterval{47, 47};
    QTest::newRow("a month later") << DayInterval{10, 10} << DayInterval{41, 68} << DayInterval{31, 58};
    QTest::newRow("within a month") << DayInterval{41, 68} << DayInterval{50, 50} << DayInterval{0, 18};
    QTest::newRow("the same day") << DayInterval{5, 5} << DayInterval{5, 5} << DayInterval{0, 0};
}

void WorkspaceTest::daysBetween()
{
    QFETCH(DayInterval, a);
    QFETCH(DayInterval, b);
    Columns columns;
    columns.startFirst = {a.first, b.first};
    columns.startLast = {a.last, b.last};
    QTEST(daysBetweenStarts(columns, 0, 1), "days");
}

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "tst_workspace.moc"
