// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Cross tables: small ones by hand, and of any shape against what a workspace shows under a cell's filter.
#include "model/analysis/crosstable.h"
#include "model/analysis/seriation.h"
#include "model/event/review.h"
#include "model/workspace.h"
#include "tests/support/plaincolumns.h"
#include "tests/support/random.h"
#include "tests/support/starter.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace interdict;
using test::PlainEvent;

namespace {

const Day today = dayOf(2026, 11, 24);

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

Gazetteer smallGazetteer()
{
    std::vector<Place> places;
    for (const auto& [code, name] :
         {std::pair("DE", "Germany"), {"FR", "France"}, {"IT", "Italy"}, {"US", "United States"}})
        places.push_back({s(code), s(code), s(name), {}, {}, {}, {}, {}, {}});
    places.push_back({s("US-TX"), s("US"), s("Texas"), {}, {}, {}, {}, {}, {}});
    return Gazetteer(std::move(places), {});
}

CrossTable plainTable(const std::vector<PlainEvent>& events, const MatrixSpec& spec)
{
    static const Gazetteer gazetteer = smallGazetteer();
    static Columns columns;
    columns = test::plainColumns(events);
    std::vector<Row> rows(events.size());
    std::iota(rows.begin(), rows.end(), Row(0));
    return crossTable(columns, test::plainVocabulary(), gazetteer, rows, today, spec);
}

MatrixSpec spec(Facet rows, Facet columns, MatrixValue value, MatrixOrder order = MatrixOrder::Total)
{
    return {rows, columns, value, order};
}

// A workspace on columns of any shape.
struct RandomSpace
{
    RandomSpace(Row rows, unsigned seed)
        : workspace(gazetteer, today)
    {
        auto dataSet = DataSet::create(dir.filePath(QStringLiteral("any.interdict")), {}, vocabulary());
        if (!dataSet)
            qFatal("%s", qPrintable(dataSet.error().message));
        workspace.adopt({std::move(*dataSet), test::randomColumns(rows, seed), {}});
    }
    static Vocabulary vocabulary()
    {
        Vocabulary made;
        for (int value = 1; value < 12; ++value)
            made.add(TermKind::Measure,
                     {test::codeOf(Facet::Measure, value), {}, {}, value % 6, true, false, {}});
        return made;
    }
    QTemporaryDir dir;
    Gazetteer gazetteer;
    Workspace workspace;
};

} // namespace

class CrossTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsByHand_data();
    void countsByHand();
    void aFacetAgainstItselfIsEmpty();
    void unknownStandsLast_data();
    void unknownStandsLast();
    void aCellsCountIsWhatItsFilterShows_data();
    void aCellsCountIsWhatItsFilterShows();
    void theInForceDayIsTheAsOfDay();
    void aCellIsLetGo();
    void theStrictestIsTheMapsStrictest();
    void alikeStandTogether();
    void similarityIsNoLongerThanGiven();
    void numbersOfATable();
    void groupsStandInBands();
};

void CrossTableTest::countsByHand_data()
{
    QTest::addColumn<std::vector<PlainEvent>>("events");
    QTest::addColumn<MatrixSpec>("wanted");
    QTest::addColumn<QString>("text");

    const std::vector<PlainEvent> some{
        {.start = s("2025-01-30"), .measure = s("national_block"), .concerns = {s("data_handling")}},
        {.start = s("2025-02"), .country = s("FR"), .concerns = {s("data_handling"), s("censorship")}},
        {.start = s("2025-03-01"), .end = s("2025-04-01"), .concerns = {s("censorship")}},
        {.start = s("2025-05"), .end = s("2026-11"), .concerns = {s("censorship")}},
        {.start = s("2026-11"), .country = s("US"), .subdivision = s("US-TX"), .measure = s("advisory")},
    };
    QTest::newRow("events") << some << spec(Facet::Country, Facet::Concern, MatrixValue::Events)
                            << s("5: censorship 3, data_handling 2, Unknown 1\n"
                                 "Italy 3: 2 1 0\nFrance 1: 1 1 0\nUnited States 1: 0 0 1\n");
    QTest::newRow("in force, some of it possibly")
        << some << spec(Facet::Country, Facet::Concern, MatrixValue::InForce)
        << s("4(2): censorship 2(1), data_handling 2, Unknown 1(0)\n"
             "Italy 2(1): 1(0) 1 0\nFrance 1: 1 1 0\nUnited States 1(0): 0 0 1(0)\n");
    QTest::newRow("strictest") << some << spec(Facet::Country, Facet::Concern, MatrixValue::Strictest)
                               << s("4(2): censorship 2(1), data_handling 2, Unknown 1(0)\n"
                                    "Italy 2(1): 1(0):device_ban? 1:national_block 0\n"
                                    "France 1: 1:device_ban 1:device_ban 0\n"
                                    "United States 1(0): 0 0 1(0):advisory?\n");
    QTest::newRow("by name") << some
                             << spec(Facet::Measure, Facet::Country, MatrixValue::Events, MatrixOrder::Name)
                             << s("5: France 1, Italy 3, United States 1\n"
                                  "Advisory 1: 0 0 1\nDevice ban 3: 1 2 0\nNational block 1: 0 1 0\n");
    QTest::newRow("nothing") << std::vector<PlainEvent>{}
                             << spec(Facet::Country, Facet::Concern, MatrixValue::Events) << s("0: \n");
}

void CrossTableTest::countsByHand()
{
    QFETCH(const std::vector<PlainEvent>, events);
    QFETCH(const MatrixSpec, wanted);
    QTEST(plainTable(events, wanted).toText(), "text");
}

void CrossTableTest::aFacetAgainstItselfIsEmpty()
{
    QVERIFY(plainTable({{.start = s("2025")}}, spec(Facet::Measure, Facet::Measure, MatrixValue::Events))
                .isEmpty());
}

void CrossTableTest::unknownStandsLast_data()
{
    QTest::addColumn<MatrixOrder>("order");
    for (const auto& entry : matrixOrders())
        QTest::newRow(entry.key) << entry.value;
}

void CrossTableTest::unknownStandsLast()
{
    QFETCH(const MatrixOrder, order);
    const CrossTable table =
        plainTable({{.start = s("2025")},
                    {.start = s("2025")},
                    {.start = s("2025"), .country = s("FR"), .concerns = {s("data_handling")}},
                    {.start = s("2025"), .country = s("DE"), .concerns = {s("censorship")}}},
                   spec(Facet::Concern, Facet::Country, MatrixValue::Events, order));
    QCOMPARE(table.rows.back().code, unknownValue);
    QCOMPARE(table.rows.size(), std::size_t(3));
}

void CrossTableTest::aCellsCountIsWhatItsFilterShows_data()
{
    QTest::addColumn<Row>("rows");
    QTest::addColumn<int>("filters");
    QTest::newRow("few") << Row(90) << 150;
    QTest::newRow("as shipped") << Row(400) << 150;
    QTest::newRow("many") << Row(3000) << 12;
}

// Any filter, any two facets, any value, any day: the count, and after the click the rows.
void CrossTableTest::aCellsCountIsWhatItsFilterShows()
{
    QFETCH(const Row, rows);
    QFETCH(const int, filters);
    RandomSpace space(rows, 5 + rows);
    Workspace& workspace = space.workspace;
    test::Chance chance(rows);
    const auto codes = [&](Facet facet) { return workspace.columns().table(facet).codes; };
    int seen = 0;
    for (int i = 0; i < filters; ++i) {
        const Filter filter = chance.oneIn(3) ? Filter() : test::randomFilter(chance, codes);
        workspace.setFilter(filter);
        workspace.setAsOf(dayOf(2020, 1, 1) + chance.below(2600));
        MatrixSpec wanted{facets()[static_cast<std::size_t>(chance.below(facetCount))].facet, Facet::Country,
                          chance.of(matrixValues()).value, chance.of(matrixOrders()).value};
        while (wanted.rows == wanted.columns)
            wanted.columns = facets()[static_cast<std::size_t>(chance.below(facetCount))].facet;
        const CrossTable table = crossTable(workspace, wanted);
        for (int n = 0; n < 6 && !table.isEmpty(); ++n) {
            const CrossSpot spot{chance.between(-1, static_cast<int>(table.rows.size()) - 1),
                                 chance.between(-1, static_cast<int>(table.columns.size()) - 1)};
            workspace.setFilter(cellFilter(filter, table, spot));
            QVERIFY2(workspace.result().size() == table.at(spot).count,
                     qPrintable(QStringLiteral("filter %1 (%5): %2, cell %3 %4")
                                    .arg(i)
                                    .arg(filterText(filter))
                                    .arg(spot.row)
                                    .arg(spot.column)
                                    .arg(crossTitle(wanted) + keyOf(matrixValues(), wanted.value))));
            seen += table.at(spot).count > 0 ? 1 : 0;
        }
    }
    QVERIFY(seen > filters);
}

void CrossTableTest::theInForceDayIsTheAsOfDay()
{
    test::Starter starter;
    starter.filter(s("inforce:2025-03-01"));
    starter.workspace.setAsOf(dayOf(2026, 6, 1));
    const auto table = [&](MatrixValue value) {
        return crossTable(starter.workspace, spec(Facet::Country, Facet::Measure, value));
    };
    QCOMPARE(table(MatrixValue::Events).total.count,
             static_cast<std::uint32_t>(starter.workspace.result().size()));
    const CrossTable inForce = table(MatrixValue::InForce);
    starter.filter(s("inforce:2026-06-01"));
    QCOMPARE(inForce.total.count, static_cast<std::uint32_t>(starter.workspace.result().size()));
    QVERIFY(inForce.total.count > table(MatrixValue::Events).total.certain / 2);
}

void CrossTableTest::aCellIsLetGo()
{
    test::Starter starter;
    starter.filter(s("platform:DeepSeek"));
    const Filter before = starter.workspace.filter();
    const CrossTable table =
        crossTable(starter.workspace, spec(Facet::Country, Facet::Concern, MatrixValue::InForce));
    const Filter cell = cellFilter(before, table, {0, 0});
    QVERIFY(cell != before);
    QCOMPARE(withoutCell(cell, table, {0, 0}), before);
}

void CrossTableTest::theStrictestIsTheMapsStrictest()
{
    const CrossTable table =
        plainTable({{.start = s("2025"), .measure = s("device_ban")},
                    {.start = s("2025"), .measure = s("national_block"), .platforms = {s("A")}},
                    {.start = s("2026-11"), .measure = s("national_block"), .platforms = {s("A")}},
                    {.start = s("2026-11"), .measure = s("national_block"), .platforms = {s("B")}},
                    {.start = s("2025"), .measure = s("advisory"), .platforms = {s("B")}}},
                   spec(Facet::Country, Facet::Platform, MatrixValue::Strictest));
    QCOMPARE(table.measureAt({0, -1}), s("national_block"));
    QCOMPARE(table.total.strictest, std::optional<Row>(1)); // certain, and the first
    QVERIFY(table.total.isStrictestCertain);
    QCOMPARE(table.columns[1].code, s("B"));
    QCOMPARE(table.measureAt({-1, 1}), s("national_block"));
    QVERIFY(!table.columns[1].total.isStrictestCertain);
}

void CrossTableTest::alikeStandTogether()
{
    // Two families, mixed.
    const std::vector<double> profiles{9, 8, 0, 0, /**/ 0, 0, 3, 4, /**/ 8, 9, 1, 0, /**/ 0, 1, 4, 3};
    QCOMPARE(similarityOrder(profiles, 4), (std::vector<int>{0, 2, 3, 1}));
    QCOMPARE(similarityOrder({}, 4), std::vector<int>());
    QCOMPARE(similarityOrder(std::vector<double>{1, 5}, 1), (std::vector<int>{1, 0}));
}

void CrossTableTest::similarityIsNoLongerThanGiven()
{
    const auto length = [](const std::vector<double>& profiles, std::size_t width,
                           const std::vector<int>& order) {
        double sum = 0;
        for (std::size_t i = 1; i < order.size(); ++i) {
            double ab = 0, aa = 0, bb = 0;
            for (std::size_t k = 0; k < width; ++k) {
                const double a = profiles[static_cast<std::size_t>(order[i - 1]) * width + k];
                const double b = profiles[static_cast<std::size_t>(order[i]) * width + k];
                ab += a * b;
                aa += a * a;
                bb += b * b;
            }
            sum += aa > 0 && bb > 0 ? 1 - ab / std::sqrt(aa * bb) : 1;
        }
        return sum;
    };
    test::Chance chance(3);
    for (int i = 0; i < 40; ++i) {
        const auto width = static_cast<std::size_t>(chance.between(1, 9));
        std::vector<double> profiles(width * static_cast<std::size_t>(chance.between(2, 40)));
        for (double& number : profiles)
            number = chance.oneIn(2) ? 0 : chance.below(20);
        std::vector<int> given(profiles.size() / width);
        std::iota(given.begin(), given.end(), 0);
        std::vector<int> order = similarityOrder(profiles, width);
        QVERIFY(length(profiles, width, order) <= length(profiles, width, given) + 1e-6);
        QCOMPARE(similarityOrder(profiles, width), order);
        std::sort(order.begin(), order.end());
        QCOMPARE(order, given);
    }
}

void CrossTableTest::numbersOfATable()
{
    const std::vector<PlainEvent> events{
        {.start = s("2025-01-30"), .measure = s("national_block"), .concerns = {s("data_handling")}},
        {.start = s("2026-11"), .country = s("FR"), .concerns = {s("data_handling"), s("censorship")}}};
    const Vocabulary vocabulary = test::plainVocabulary();
    const NumberTable events1 =
        numbers(plainTable(events, spec(Facet::Country, Facet::Concern, MatrixValue::Events)), vocabulary);
    QCOMPARE(events1.title, s("Country × Concern"));
    QCOMPARE(events1.headers, (QStringList{s("Country"), s("Events"), s("data_handling"), s("censorship")}));
    QCOMPARE(events1.rows[0], (std::vector<NumberCell>{s("All"), 2.0, 2.0, 1.0}));
    QCOMPARE(events1.rows[2], (std::vector<NumberCell>{s("Italy"), 1.0, 1.0, 0.0}));
    const NumberTable strictest =
        numbers(plainTable(events, spec(Facet::Country, Facet::Concern, MatrixValue::Strictest)), vocabulary);
    QCOMPARE(strictest.headers, (QStringList{s("Country"), s("In force"), s("Certainly in force"),
                                             s("Strictest"), s("data_handling"), s("censorship")}));
    QCOMPARE(strictest.rows[0], (std::vector<NumberCell>{s("All"), 2.0, 1.0, s("National block"),
                                                         s("National block"), s("Device ban")}));
    for (const auto& row : strictest.rows)
        QCOMPARE(row.size(), static_cast<std::size_t>(strictest.headers.size()));
}

void CrossTableTest::groupsStandInBands()
{
    test::Starter starter;
    for (const auto& order : {MatrixOrder::Total, MatrixOrder::Name}) {
        const CrossTable table =
            crossTable(starter.workspace, spec(Facet::Bloc, Facet::Platform, MatrixValue::Events, order));
        QVERIFY(table.rows.size() > 10);
        QVERIFY(std::is_sorted(table.rows.begin(), table.rows.end(),
                               [](const CrossHeading& a, const CrossHeading& b) { return a.band < b.band; }));
        QVERIFY(table.rows.front().band < table.rows.back().band);
    }
}

QTEST_GUILESS_MAIN(CrossTableTest)
#include "tst_crosstable.moc"
