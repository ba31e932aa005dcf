// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What charts count: against plain loops over all rows, and against what the filter of each mark shows.
#include "model/analysis/chart.h"

#include "model/analysis/diffusion.h"
#include "model/analysis/inforce.h"
#include "model/explore/facetengine.h"
#include "model/explore/lasted.h"
#include "tests/support/random.h"
#include "tests/support/starter.h"

#include <QtTest>

#include <numeric>
#include <set>

using namespace interdict;

namespace {

// Columns of any shape, with a vocabulary that agrees with their flags.
struct RandomRecord
{
    RandomRecord(Row rows, unsigned seed)
        : columns(test::randomColumns(rows, seed))
    {
        const auto term = [](Facet facet, int value, bool restricts, bool inForce) {
            return Term{test::codeOf(facet, value),
                        test::codeOf(facet, value),
                        {},
                        value % 6,
                        restricts,
                        inForce,
                        {}};
        };
        for (int value = 1; value < 12; ++value) {
            vocabulary.add(TermKind::Measure, term(Facet::Measure, value, value % 3 != 0, false));
            vocabulary.add(TermKind::Status, term(Facet::Status, value, false, value % 4 != 0));
        }
        for (Row row = 0; row < columns.size(); ++row) {
            const int measure = columns.measure[row], status = columns.status[row];
            auto& flags = columns.flags[row];
            flags &= static_cast<std::uint8_t>(~(Columns::Restricts | Columns::WasInForce));
            flags |= measure > 0 && measure % 3 != 0 ? Columns::Restricts : 0;
            flags |= status > 0 && status % 4 != 0 ? Columns::WasInForce : 0;
        }
        fillLasted(columns);
        // Regions that share no place, as the gazetteer's are; the other groups overlap.
        std::vector<PlaceGroup> groups;
        for (int value = 1; value < 12; ++value)
            groups.push_back({value <= 4 ? PlaceGroup::Kind::Region : PlaceGroup::Kind::Bloc,
                              test::codeOf(Facet::Bloc, value),
                              {},
                              {},
                              {}});
        gazetteer = Gazetteer({}, std::move(groups));
    }
    Columns columns;
    Vocabulary vocabulary;
    Gazetteer gazetteer;
    std::vector<Milestone> milestones;
};

ChartSpec randomSpec(test::Chance& chance)
{
    ChartSpec spec;
    spec.kind = chance.of(chartKinds()).value;
    spec.by = chance.of(facetsFor(spec.kind, ChartChoice::By));
    spec.split =
        chance.oneIn(4) ? std::nullopt : std::optional(chance.of(facetsFor(spec.kind, ChartChoice::Split)));
    spec.bin = chance.of(timeBins()).value;
    spec.cumulative = chance.oneIn(3);
    spec.count = chance.of(chartCounts()).value;
    spec.most = chance.of(std::vector{1, 3, 8, 40});
    return spec;
}

// Some marks where there are many, the first and the last among them.
std::vector<std::size_t> someMarks(test::Chance& chance, const ChartData& chart)
{
    std::vector<std::size_t> some;
    for (int n = 0; n < 6 && !chart.isEmpty(); ++n)
        some.push_back(static_cast<std::size_t>(chance.below(static_cast<int>(chart.marks.size()))));
    if (!chart.isEmpty())
        some.insert(some.end(), {0, chart.marks.size() - 1});
    return some;
}

QString whatFailed(const ChartData& chart, const ChartMark& mark, std::size_t shown)
{
    return QStringLiteral("%1: %2, series %3 at %4: counts %5, shows %6 by %7; under %8")
        .arg(QString::fromUtf8(QJsonDocument(toJson(chart.spec)).toJson(QJsonDocument::Compact)), chart.title,
             chart.series[static_cast<std::size_t>(mark.series)].name, placeOf(chart, mark))
        .arg(mark.rows)
        .arg(shown)
        .arg(filterText(filterOf(chart, mark)), filterText(chart.filter));
}

bool restrictsThen(const Columns& columns, Row row)
{
    return columns.has(row, Columns::Restricts) && columns.has(row, Columns::WasInForce);
}

} // namespace

class ChartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void marksCountWhatTheirFilterShows();
    void marksOfAnyRecordCountWhatTheirFilterShows();
    void eventsOverTimeAreThoseOfALoop();
    void growingCountsAreThoseOfALoop();
    void whatIsInForceIsThatOfALoop();
    void rankingsAreThoseOfALoop();
    void spreadIsThatOfALoop();
    void lengthsAreThoseOfALoop();
    void whatGoesOnHasOneLength();
    void fittingBinsAreNeitherFewNorMany_data();
    void fittingBinsAreNeitherFewNorMany();
    void weeksBeginOnMonday();
    void binsKeepToThePeriod();
    void theRestIsOthers();
    void splitByRegionCountsEachCountryOnce();
    void capabilityHasMilestones();
    void meaninglessChoicesAreTakenOut();
    void tablesHoldTheMarks_data();
    void tablesHoldTheMarks();
    void emptyResultsGiveEmptyCharts();
    void namesPlacesOnTheAxis();

private:
    const Columns& columns() const { return m->workspace.columns(); }
    ChartData chart(const ChartSpec& spec) const { return chartData(chartSource(m->workspace), spec); }
    ChartData chart(ChartKind kind, std::optional<Facet> split = {}) const
    {
        ChartSpec spec;
        spec.kind = kind;
        spec.split = split;
        return chart(spec);
    }

    std::unique_ptr<test::Starter> m;
};

void ChartTest::initTestCase()
{
    m = std::make_unique<test::Starter>();
}

void ChartTest::init()
{
    m->workspace.setFilter({});
    m->workspace.setAsOf(test::fixedToday);
}

void ChartTest::marksCountWhatTheirFilterShows()
{
    test::Chance chance(7);
    Workspace& workspace = m->workspace;
    const auto codes = [&](Facet facet) { return workspace.columns().table(facet).codes; };
    std::array<int, 6> marks{};
    for (int i = 0; i < 1500; ++i) {
        Filter filter = test::randomFilter(chance, codes);
        if (chance.oneIn(2)) // fewer conditions leave more to count
            for (FacetSelection& selection : filter.facets)
                selection = chance.oneIn(2) ? FacetSelection{} : selection;
        workspace.setFilter(filter);
        workspace.setAsOf(dayOf(2024, 1, 1) + chance.below(1200));
        const ChartSpec spec = randomSpec(chance);
        const ChartData made = chart(spec);
        for (const std::size_t index : someMarks(chance, made)) {
            const ChartMark& mark = made.marks[index];
            workspace.setFilter(filterOf(made, mark));
            if (workspace.result().size() != mark.rows)
                QFAIL(qPrintable(whatFailed(made, mark, workspace.result().size())));
            ++marks[static_cast<std::size_t>(spec.kind)];
        }
    }
    for (const int count : marks)
        QVERIFY2(count > 200, qPrintable(QString::number(count)));
}

void ChartTest::marksOfAnyRecordCountWhatTheirFilterShows()
{
    const RandomRecord record(3000, 11);
    FacetEngine engine(record.columns);
    test::Chance chance(12);
    const auto codes = [&](Facet facet) { return record.columns.table(facet).codes; };
    std::array<int, 6> marks{};
    for (int i = 0; i < 1500; ++i) {
        Filter filter = test::randomFilter(chance, codes);
        if (chance.oneIn(2))
            for (FacetSelection& selection : filter.facets)
                selection = chance.oneIn(3) ? selection : FacetSelection{};
        engine.apply(filter);
        const ChartSpec spec = randomSpec(chance);
        const ChartData made = chartData({record.columns, record.vocabulary, record.gazetteer,
                                          record.milestones, engine.result(), engine.resultWithoutInForce(),
                                          filter, dayOf(2024, 1, 1) + chance.below(1200)},
                                         spec);
        for (const std::size_t index : someMarks(chance, made)) {
            const ChartMark& mark = made.marks[index];
            engine.apply(filterOf(made, mark));
            if (engine.resultSize() != mark.rows)
                QFAIL(qPrintable(whatFailed(made, mark, engine.resultSize())));
            ++marks[static_cast<std::size_t>(spec.kind)];
        }
    }
    for (const int count : marks)
        QVERIFY2(count > 200, qPrintable(QString::number(count)));
}

void ChartTest::eventsOverTimeAreThoseOfALoop()
{
    ChartSpec spec;
    spec.split = Facet::Concern;
    spec.bin = TimeBin::Quarter;
    spec.most = 5;
    const ChartData made = chart(spec);
    QVERIFY(made.marks.size() > 50);
    QStringList shown;
    for (const ChartSeries& series : made.series)
        shown.append(series.code);
    for (const ChartMark& mark : made.marks) {
        std::uint32_t possible = 0, certain = 0;
        const QString& code = made.series[static_cast<std::size_t>(mark.series)].code;
        for (const Row row : m->workspace.result()) {
            QStringList has;
            for (const int value : columns().valuesOf(Facet::Concern, row))
                has.append(columns().table(Facet::Concern).codes[value]);
            const bool isOther = std::none_of(has.begin(), has.end(),
                                              [&](const QString& each) { return shown.contains(each); });
            if (code.isEmpty() ? !isOther : !has.contains(code))
                continue;
            possible += columns().startFirst[row] <= mark.xEnd && columns().startLast[row] >= mark.x ? 1 : 0;
            certain += columns().startFirst[row] >= mark.x && columns().startLast[row] <= mark.xEnd ? 1 : 0;
        }
        QCOMPARE(mark.value, possible);
        QCOMPARE(mark.certain, certain);
        QCOMPARE(mark.rows, possible);
    }
}

void ChartTest::growingCountsAreThoseOfALoop()
{
    ChartSpec spec;
    spec.split.reset();
    spec.bin = TimeBin::Month;
    spec.cumulative = true;
    m->filter(QStringLiteral("begins:2024-06-15.."));
    const ChartData made = chart(spec);
    QVERIFY(made.marks.size() > 12);
    for (const ChartMark& mark : made.marks) {
        std::uint32_t possible = 0, certain = 0;
        for (const Row row : m->workspace.result()) {
            possible += columns().startFirst[row] <= mark.xEnd ? 1 : 0;
            certain +=
                columns().startLast[row] <= mark.xEnd && columns().startFirst[row] >= dayOf(2024, 6, 15);
        }
        QCOMPARE(mark.value, possible);
        QCOMPARE(mark.certain, certain);
    }
    QCOMPARE(made.marks.back().rows, static_cast<std::uint32_t>(m->workspace.result().size()));
}

void ChartTest::whatIsInForceIsThatOfALoop()
{
    m->filter(QStringLiteral("platform:DeepSeek inforce:2025-02-10"));
    const ChartData made = chart(ChartKind::InForce);
    QVERIFY(made.marks.size() > 20);
    QCOMPARE(made.across.last, test::fixedToday);
    const auto rows = m->workspace.resultWithoutInForce();
    QVERIFY(rows.size() > m->workspace.result().size());
    std::size_t next = 0;
    for (Day day = made.across.first; day <= made.across.last; ++day) {
        while (next < made.marks.size() && made.marks[next].xEnd < day)
            ++next;
        std::uint32_t possible = 0, certain = 0;
        for (const Row row : rows) {
            possible += inForceOn(columns(), row, day) != InForce::No ? 1 : 0;
            certain += inForceOn(columns(), row, day) == InForce::Certainly ? 1 : 0;
        }
        const bool isShown = next < made.marks.size() && made.marks[next].x <= day;
        QCOMPARE(isShown ? made.marks[next].value : 0U, possible);
        QCOMPARE(isShown ? made.marks[next].certain : 0U, certain);
    }
}

void ChartTest::rankingsAreThoseOfALoop()
{
    ChartSpec spec;
    spec.kind = ChartKind::Ranking;
    spec.by = Facet::Platform;
    spec.split.reset();
    spec.most = 6;
    for (const ChartCount count : {ChartCount::Events, ChartCount::InForce, ChartCount::Jurisdictions}) {
        spec.count = count;
        const ChartData made = chart(spec);
        QCOMPARE(made.categories.size(), 7U);
        for (const ChartMark& mark : made.marks) {
            const QString& code = made.categories[static_cast<std::size_t>(mark.x)].code;
            if (code.isEmpty())
                continue;
            std::uint32_t rows = 0;
            std::set<QString> countries;
            for (const Row row : m->workspace.result()) {
                if (!columns().platform.has(row, *columns().table(Facet::Platform).number(code)))
                    continue;
                rows +=
                    count != ChartCount::InForce || inForceOn(columns(), row, test::fixedToday) != InForce::No
                        ? 1
                        : 0;
                countries.insert(columns().countryCode(row));
            }
            QCOMPARE(mark.rows, rows);
            QCOMPARE(mark.value, count == ChartCount::Jurisdictions ? std::uint32_t(countries.size()) : rows);
        }
        for (std::size_t i = 1; i + 1 < made.categories.size(); ++i)
            QVERIFY(made.categories[i - 1].rows >= made.categories[i].rows);
    }
}

void ChartTest::spreadIsThatOfALoop()
{
    const ChartData made = chart(ChartKind::Diffusion);
    QVERIFY(made.marks.size() > 20);
    const auto& platforms = columns().table(Facet::Platform);
    for (const ChartMark& mark : made.marks) {
        const ChartSeries& series = made.series[static_cast<std::size_t>(mark.series)];
        std::set<QString> countries;
        std::uint32_t rows = 0;
        Day first = noEnd;
        for (const Row row : m->workspace.result()) {
            if (!restrictsThen(columns(), row) ||
                !columns().platform.has(row, *platforms.number(series.code)))
                continue;
            first = std::min(first, columns().startFirst[row]);
            if (columns().startFirst[row] > series.zero + mark.x)
                continue;
            countries.insert(columns().countryCode(row));
            ++rows;
        }
        QCOMPARE(series.zero, first);
        QCOMPARE(mark.value, static_cast<std::uint32_t>(countries.size()));
        QCOMPARE(mark.rows, rows);
    }
    for (std::size_t i = 1; i < made.series.size(); ++i) {
        const auto most = [&](std::size_t series) {
            std::uint32_t value = 0;
            for (const ChartMark& mark : made.marks)
                value = static_cast<std::size_t>(mark.series) == series ? std::max(value, mark.value) : value;
            return value;
        };
        QVERIFY(most(i - 1) >= most(i));
    }
}

void ChartTest::lengthsAreThoseOfALoop()
{
    const Day asOf = dayOf(2025, 9, 1);
    m->workspace.setAsOf(asOf);
    const ChartData made = chart(ChartKind::Durations);
    QVERIFY(made.marks.size() > 8);
    for (const ChartMark& mark : made.marks) {
        const LastedBucket& bucket = lastedBuckets()[static_cast<std::size_t>(mark.x)];
        const bool goesOn =
            made.series[static_cast<std::size_t>(mark.series)].part == ChartSeries::Part::GoingOn;
        std::uint32_t possible = 0, certain = 0;
        for (const Row row : m->workspace.result()) {
            const bool isOpen = columns().endLast[row] == noEnd;
            if (!restrictsThen(columns(), row) || columns().has(row, Columns::EndUnknown) || isOpen != goesOn)
                continue;
            const Day longest = (isOpen ? asOf : columns().endLast[row]) - columns().startFirst[row];
            const Day shortest =
                std::max(isOpen ? std::numeric_limits<Day>::min() : 0,
                         (isOpen ? asOf : columns().endFirst[row]) - columns().startLast[row]);
            if (!isOpen && longest <= 0)
                continue;
            possible += longest >= bucket.least && shortest < bucket.end ? 1 : 0;
            certain += shortest >= bucket.least && longest < bucket.end ? 1 : 0;
        }
        QCOMPARE(mark.value, possible);
        QCOMPARE(mark.certain, certain);
    }
}

// To the day: enough rows that some stand at each end of a length.
void ChartTest::whatGoesOnHasOneLength()
{
    const RandomRecord record(3000, 21);
    const Columns& of = record.columns;
    const Filter filter;
    std::vector<Row> all(of.size());
    std::iota(all.begin(), all.end(), Row(0));
    const Day asOf = dayOf(2024, 5, 5);
    ChartSpec spec;
    spec.kind = ChartKind::Durations;
    const ChartData made =
        chartData({of, record.vocabulary, record.gazetteer, record.milestones, all, all, filter, asOf}, spec);
    std::vector<std::uint32_t> expected(lastedBuckets().size());
    for (const Row row : all)
        if (restrictsThen(of, row) && !of.has(row, Columns::EndUnknown) && of.endLast[row] == noEnd)
            for (std::size_t i = 0; i < expected.size(); ++i)
                expected[i] += asOf - of.startFirst[row] >= lastedBuckets()[i].least &&
                                       asOf - of.startLast[row] < lastedBuckets()[i].end
                                   ? 1
                                   : 0;
    std::vector<std::uint32_t> found(expected.size());
    for (const ChartMark& mark : made.marks)
        if (made.series[static_cast<std::size_t>(mark.series)].part == ChartSeries::Part::GoingOn)
            found[static_cast<std::size_t>(mark.x)] = mark.value;
    QCOMPARE(found, expected);
}

void ChartTest::fittingBinsAreNeitherFewNorMany_data()
{
    QTest::addColumn<QString>("period");
    QTest::addColumn<TimeBin>("bin");
    QTest::newRow("a month") << u"begins:2025-02"_qs << TimeBin::EachDay;
    QTest::newRow("half a year") << u"begins:2025-01..2025-06"_qs << TimeBin::Week;
    QTest::newRow("three years") << u"begins:2023..2025"_qs << TimeBin::Month;
}

void ChartTest::fittingBinsAreNeitherFewNorMany()
{
    QFETCH(const QString, period);
    m->filter(period);
    const ChartData made = chart(ChartKind::OverTime);
    QTEST(made.spec.bin, "bin");
    QVERIFY(made.marks.size() >= 10 && made.marks.size() <= 61);
}

void ChartTest::weeksBeginOnMonday()
{
    ChartSpec spec;
    spec.bin = TimeBin::Week;
    const ChartData made = chart(spec);
    QVERIFY(!made.isEmpty());
    for (const ChartMark& mark : made.marks) {
        QCOMPARE(int(toDate(mark.x).day_of_week()), 1);
        QCOMPARE(mark.xEnd - mark.x, 6);
    }
}

void ChartTest::binsKeepToThePeriod()
{
    m->filter(QStringLiteral("begins:2025-01-10..2025-03-20"));
    ChartSpec spec;
    spec.bin = TimeBin::Month;
    spec.split.reset();
    const ChartData made = chart(spec);
    QCOMPARE(made.marks.size(), 3U);
    QCOMPARE(made.marks.front().x, dayOf(2025, 1, 10));
    QCOMPARE(made.marks.front().xEnd, dayOf(2025, 1, 31));
    QCOMPARE(made.marks.back().xEnd, dayOf(2025, 3, 20));
}

void ChartTest::theRestIsOthers()
{
    ChartSpec spec;
    spec.split = Facet::Platform;
    spec.most = 2;
    const ChartData made = chart(spec);
    QCOMPARE(made.series.size(), 3U);
    QVERIFY(made.series[0].rows >= made.series[1].rows);
    QCOMPARE(made.series[2].part, ChartSeries::Part::Others);
    QCOMPARE(made.series[2].name, QStringLiteral("Others"));
    QVERIFY(made.note.contains(QStringLiteral("An event with several platforms counts in each.")));
}

void ChartTest::splitByRegionCountsEachCountryOnce()
{
    const ChartData made = chart(ChartKind::InForce, Facet::Bloc);
    QVERIFY(made.series.size() >= 4);
    std::uint32_t sum = 0;
    for (const ChartMark& mark : made.marks)
        sum += mark.xEnd == made.across.last ? mark.value : 0;
    QCOMPARE(sum, static_cast<std::uint32_t>(m->workspace.inForceCount()));
}

void ChartTest::capabilityHasMilestones()
{
    const ChartData made = chart(ChartKind::Capability, Facet::Measure);
    QCOMPARE(made.series.size(), 1U);
    QCOMPARE(made.milestones.size(), m->workspace.milestones().size());
    QVERIFY(std::any_of(made.milestones.begin(), made.milestones.end(),
                        [](const ChartMilestone& each) { return each.isChinese; }));
    for (const ChartMilestone& each : made.milestones)
        QVERIFY(each.days.first >= made.across.first && each.days.last <= made.across.last);
    QCOMPARE(made.marks.back().value, static_cast<std::uint32_t>(m->workspace.inForceCount()));
}

void ChartTest::meaninglessChoicesAreTakenOut()
{
    ChartSpec spec;
    spec.cumulative = true;
    spec.kind = ChartKind::Ranking;
    spec.by = spec.split.emplace(Facet::Measure);
    QCOMPARE(chart(spec).spec.split, std::nullopt);
    QVERIFY(!chart(spec).spec.cumulative);
    spec.by = Facet::Platform;
    QCOMPARE(chart(spec).spec.split, std::optional(Facet::Measure));
    spec.count = ChartCount::Jurisdictions;
    QCOMPARE(chart(spec).spec.split, std::nullopt);
}

void ChartTest::tablesHoldTheMarks_data()
{
    QTest::addColumn<ChartKind>("kind");
    for (const auto& kind : chartKinds())
        QTest::newRow(kind.key) << kind.value;
}

void ChartTest::tablesHoldTheMarks()
{
    QFETCH(const ChartKind, kind);
    const ChartData made = chart(kind, Facet::Measure);
    const NumberTable table = numberTable(made);
    QVERIFY(!made.isEmpty());
    QVERIFY(!table.rows.empty());
    double inTable = 0, inMarks = 0;
    for (const auto& row : table.rows) {
        QCOMPARE(static_cast<qsizetype>(row.size()), table.headers.size());
        for (std::size_t i = 0; i < row.size(); ++i)
            if (!table.headers[static_cast<qsizetype>(i)].endsWith(QStringLiteral(", certainly")) &&
                !table.headers[static_cast<qsizetype>(i)].startsWith(QStringLiteral("Days since")) &&
                !table.headers[static_cast<qsizetype>(i)].startsWith(QStringLiteral("Events so far")))
                inTable += std::holds_alternative<double>(row[i]) ? std::get<double>(row[i]) : 0;
    }
    for (const ChartMark& mark : made.marks)
        inMarks += mark.value;
    QCOMPARE(inTable, inMarks);
    QCOMPARE(toText(made).count(u'\n') + 1,
             qsizetype(1 + made.series.size() + made.marks.size() + made.milestones.size()) +
                 (made.note.isEmpty() ? 0 : 1));
}

void ChartTest::emptyResultsGiveEmptyCharts()
{
    m->filter(QStringLiteral("nosuchwordanywhere"));
    for (const auto& kind : chartKinds()) {
        const ChartData made = chart(kind.value, Facet::Measure);
        QVERIFY(made.isEmpty());
        QVERIFY(!made.title.isEmpty());
        QVERIFY(numberTable(made).rows.empty());
    }
}

void ChartTest::namesPlacesOnTheAxis()
{
    ChartSpec spec;
    spec.bin = TimeBin::Quarter;
    m->filter(QStringLiteral("begins:2025-01..2025-06"));
    const ChartData quarters = chart(spec);
    QCOMPARE(placeOf(quarters, quarters.marks.front()), QStringLiteral("Q1 2025"));
    spec.kind = ChartKind::Ranking;
    spec.by = Facet::Country;
    const ChartData countries = chart(spec);
    QCOMPARE(placeOf(countries, countries.marks.front()), countries.categories.front().name);
}

QTEST_GUILESS_MAIN(ChartTest)
#include "tst_chart.moc"
