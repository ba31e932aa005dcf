// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// INTERDICT_EVERY_TIME_ZONE
// Value tables, masks, the values of a row by facet, periods as days, and the table of facets.
#include "model/explore/columns.h"
#include "model/explore/filter.h"

#include <QtTest>

using namespace interdict;

namespace {

// Two rows: Texas with all known, and one of which nothing is known.
Columns twoRows()
{
    Columns columns;
    columns.id = {10, 11};
    columns.startFirst = {dayOf(2025, 1, 31), dayOf(2025, 2, 1)};
    columns.startLast = {dayOf(2025, 1, 31), dayOf(2025, 2, 28)};
    columns.flags = {Columns::Restricts | Columns::PreciseStart, Columns::EndUnknown};
    columns.place = {2, 0};
    columns.measure = {3, 0};
    columns.scope = {4, 0};
    columns.status = {5, 0};
    columns.confidence = {1, 0};
    columns.review = {3, 0};
    columns.platform = {2, {1ULL << 63, 1ULL << 2, 1, 0}};
    columns.concern = {1, {0b1010, 1}};
    columns.lasted = {1, {0b110, 1}};
    columns.developer = {1, {0b100, 0}}; // the second was left without its unknown bit
    auto& places = columns.values[static_cast<std::size_t>(Facet::Country)];
    places.add(QStringLiteral("US"));
    places.add(QStringLiteral("US-TX"));
    columns.countryOf = {0, 1, 1};
    columns.groupsOf = {0, 0b1001, 0b1001};
    return columns;
}

} // namespace

class ColumnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tablesNumberTheirValues();
    void masksTellTheirValues();
    void rowsTellTheirValues_data();
    void rowsTellTheirValues();
    void rowsTellPlacesFlagsAndDays();
    void periodsMeanDays_data();
    void periodsMeanDays();
    void facetsStandInOrder();
    void facetsAreFoundByKey();
};

void ColumnsTest::tablesNumberTheirValues()
{
    ValueTable table;
    QCOMPARE(table.size(), 1);
    QCOMPARE(table.number(unknownValue), std::optional(0));
    QCOMPARE(table.add(QStringLiteral("IT")), 1);
    QCOMPARE(table.add(QStringLiteral("FR")), 2);
    QCOMPARE(table.add(QStringLiteral("IT")), 1);
    QCOMPARE(table.add(QString()), 0);
    QCOMPARE(table.add(unknownValue), 0);
    QCOMPARE(table.size(), 3);
    QCOMPARE(table.codes[2], QStringLiteral("FR"));
    QCOMPARE(table.number(QStringLiteral("FR")), std::optional(2));
    QCOMPARE(table.number(QStringLiteral("fr")), std::nullopt); // codes are exact
}

void ColumnsTest::masksTellTheirValues()
{
    const MaskColumn mask{2, {0b101, 0, 0, 1ULL << 63}};
    QCOMPARE(mask.values(0), (std::vector{0, 2}));
    QCOMPARE(mask.values(1), (std::vector{127}));
    QVERIFY(mask.has(0, 2));
    QVERIFY(!mask.has(0, 1));
    QVERIFY(!mask.has(0, 127));
    QVERIFY(mask.has(1, 127));
    QVERIFY(!mask.has(1, 63));
}

void ColumnsTest::rowsTellTheirValues_data()
{
    QTest::addColumn<Facet>("facet");
    QTest::addColumn<std::vector<int>>("known");
    QTest::newRow("country before its part") << Facet::Country << std::vector{1, 2};
    QTest::newRow("groups of the country") << Facet::Bloc << std::vector{0, 3};
    QTest::newRow("platforms over two words") << Facet::Platform << std::vector{63, 66};
    QTest::newRow("concerns") << Facet::Concern << std::vector{1, 3};
    QTest::newRow("measure") << Facet::Measure << std::vector{3};
    QTest::newRow("scope") << Facet::Scope << std::vector{4};
    QTest::newRow("status") << Facet::Status << std::vector{5};
    QTest::newRow("developer") << Facet::Developer << std::vector{2};
    QTest::newRow("confidence") << Facet::Confidence << std::vector{1};
    QTest::newRow("lasted") << Facet::Duration << std::vector{1, 2};
    QTest::newRow("review") << Facet::Review << std::vector{3};
}

void ColumnsTest::rowsTellTheirValues()
{
    QFETCH(const Facet, facet);
    QTEST(twoRows().valuesOf(facet, 0), "known");
    QCOMPARE(twoRows().valuesOf(facet, 1), std::vector{0});
}

void ColumnsTest::rowsTellPlacesFlagsAndDays()
{
    const Columns columns = twoRows();
    QCOMPARE(columns.size(), Row(2));
    QVERIFY(!columns.empty());
    QCOMPARE(columns.placeCode(0), QStringLiteral("US-TX"));
    QCOMPARE(columns.countryCode(0), QStringLiteral("US"));
    QCOMPARE(columns.countryCode(1), unknownValue);
    QVERIFY(columns.has(0, Columns::Restricts));
    QVERIFY(!columns.has(0, Columns::EndUnknown));
    QVERIFY(columns.has(1, Columns::EndUnknown));
    QCOMPARE(columns.start(1), PartialDate::ofMonth(2025, 2)->interval());
}

void ColumnsTest::periodsMeanDays_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<Day>("first");
    QTest::addColumn<Day>("last");
    const auto row = [](const char* name, const char* from, const char* to, Day first, Day last) {
        QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(to) << first << last;
    };
    row("a month", "2025-02", "2025-02", dayOf(2025, 2, 1), dayOf(2025, 2, 28));
    row("to the end of a quarter", "2025-01-30", "2025-Q2", dayOf(2025, 1, 30), dayOf(2025, 6, 30));
    row("since a year", "2025", "", dayOf(2025, 1, 1), std::numeric_limits<Day>::max());
    row("until a day", "", "2025-02-10", std::numeric_limits<Day>::min(), dayOf(2025, 2, 10));
}

void ColumnsTest::periodsMeanDays()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    const Period period{PartialDate::parse(from), PartialDate::parse(to)};
    QTEST(period.days().first, "first");
    QTEST(period.days().last, "last");
}

void ColumnsTest::facetsStandInOrder()
{
    for (std::size_t i = 0; i < facetCount; ++i) {
        const FacetInfo& info = facets()[i];
        QCOMPARE(static_cast<std::size_t>(info.facet), i);
        QCOMPARE(&facetInfo(info.facet), &info);
        QVERIFY(!facetLabel(info.facet).isEmpty());
    }
}

void ColumnsTest::facetsAreFoundByKey()
{
    for (const FacetInfo& info : facets())
        QCOMPARE(facetFromKey(QString::fromLatin1(info.key).toUpper()), std::optional(info.facet));
    QCOMPARE(facetFromKey(u"countries"), std::nullopt);
    QCOMPARE(facetFromKey(u""), std::nullopt);
}

QTEST_GUILESS_MAIN(ColumnsTest)
#include "tst_columns.moc"
