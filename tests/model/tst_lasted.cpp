// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long restrictions lasted, as values of a facet.
#include "tests/support/plaincolumns.h"

#include "model/explore/facetengine.h"

#include <QtTest>

using namespace interdict;

class LastedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bucketsFollowEachOther();
    void rowsFallIntoBuckets_data();
    void rowsFallIntoBuckets();
    void whatEndedUnknownIsUnknown();
    void leavesTheInForceDayOut();
};

void LastedTest::bucketsFollowEachOther()
{
    Day next = 0;
    for (const LastedBucket& bucket : lastedBuckets()) {
        QCOMPARE(bucket.least, next);
        QVERIFY(bucket.end > bucket.least);
        next = bucket.end;
    }
    QCOMPARE(next, noEnd);
}

void LastedTest::rowsFallIntoBuckets_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::addColumn<bool>("inForce");
    QTest::addColumn<QStringList>("lasted");
    QTest::newRow("29 days") << u"2025-01-01"_qs << u"2025-01-30"_qs << true
                             << QStringList{u"under_1_month"_qs};
    QTest::newRow("30 days") << u"2025-01-01"_qs << u"2025-01-31"_qs << true
                             << QStringList{u"1_to_3_months"_qs};
    QTest::newRow("a year") << u"2023-01-01"_qs << u"2024-01-01"_qs << true
                            << QStringList{u"1_to_2_years"_qs};
    QTest::newRow("long") << u"2019-01-01"_qs << u"2024-01-01"_qs << true << QStringList{u"over_2_years"_qs};
    QTest::newRow("months, as the dates allow")
        << u"2025-01"_qs << u"2025-03"_qs << true << QStringList{u"under_1_month"_qs, u"1_to_3_months"_qs};
    QTest::newRow("within one month")
        << u"2025-02"_qs << u"2025-02"_qs << true << QStringList{u"under_1_month"_qs};
    QTest::newRow("years") << u"2023"_qs << u"2024"_qs << true
                           << QStringList{u"under_1_month"_qs,  u"1_to_3_months"_qs, u"3_to_6_months"_qs,
                                          u"6_to_12_months"_qs, u"1_to_2_years"_qs,  u"over_2_years"_qs};
    QTest::newRow("open") << u"2025-01"_qs << u""_qs << true << QStringList{u"ongoing"_qs};
    QTest::newRow("never began") << u"2025-01-01"_qs << u"2025-01-01"_qs << true
                                 << QStringList{u"unknown"_qs};
    QTest::newRow("ended before") << u"2025-02"_qs << u"2025-01"_qs << true << QStringList{u"unknown"_qs};
    QTest::newRow("does not restrict")
        << u"2025-01-01"_qs << u"2025-06-01"_qs << false << QStringList{u"unknown"_qs};
}

void LastedTest::rowsFallIntoBuckets()
{
    QFETCH(const QString, start);
    QFETCH(const QString, end);
    QFETCH(const bool, inForce);
    Columns columns;
    test::PlainEvent event;
    event.start = start;
    event.end = end;
    event.inForce = inForce;
    test::append(columns, event);
    QStringList codes;
    for (const int value : columns.valuesOf(Facet::Duration, 0))
        codes.append(columns.table(Facet::Duration).codes[value]);
    QTEST(codes, "lasted");
}

void LastedTest::whatEndedUnknownIsUnknown()
{
    Columns columns;
    test::PlainEvent event;
    event.start = QStringLiteral("2025-01-01");
    event.moreFlags = Columns::EndUnknown;
    test::append(columns, event);
    QCOMPARE(columns.valuesOf(Facet::Duration, 0), std::vector{0});
}

void LastedTest::leavesTheInForceDayOut()
{
    Columns columns;
    for (const auto& [start, end] : {std::pair("2025-01-01", "2025-02-01"), std::pair("2025-03-01", "")}) {
        test::PlainEvent event;
        event.start = QLatin1String(start);
        event.end = QLatin1String(end);
        test::append(columns, event);
    }
    FacetEngine engine(columns);
    QCOMPARE(engine.resultWithoutInForce().size(), 2U);
    Filter filter;
    filter.inForceOn = dayOf(2025, 4, 1);
    engine.apply(filter);
    QCOMPARE(engine.resultSize(), 1U);
    QVERIFY(std::ranges::equal(engine.resultWithoutInForce(), std::vector<Row>{0, 1}));
    filter[Facet::Duration].anyOf = {QStringLiteral("1_to_3_months")};
    engine.apply(filter);
    QCOMPARE(engine.resultSize(), 0U);
    QVERIFY(std::ranges::equal(engine.resultWithoutInForce(), std::vector<Row>{0}));
}

QTEST_GUILESS_MAIN(LastedTest)
#include "tst_lasted.moc"
