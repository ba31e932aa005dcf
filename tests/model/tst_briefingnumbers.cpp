// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of a briefing where dates are partial: what is possible, and what is certain.
#include "model/briefing/briefingnumbers.h"
#include "tests/support/plaincolumns.h"

#include <QTest>

#include <numeric>

namespace interdict {

using test::PlainEvent;
using Events = std::vector<PlainEvent>;

namespace {

BriefingNumbers numbersOf(const Events& events, Day asOf = dayOf(2026, 11, 24))
{
    const Columns columns = test::plainColumns(events);
    std::vector<Row> rows(columns.size());
    std::iota(rows.begin(), rows.end(), Row(0));
    return briefingNumbers(columns, rows, asOf);
}

PlainEvent in(const char* country, const char* start, const char* end = "")
{
    PlainEvent event{QLatin1String(start), QLatin1String(end)};
    event.country = QLatin1String(country);
    return event;
}

QString spreadText(const BriefingNumbers& numbers)
{
    QStringList parts;
    for (const auto& spread : numbers.spread)
        parts << QStringLiteral("%1:%2-%3")
                     .arg(spread.days)
                     .arg(spread.jurisdictions.first)
                     .arg(spread.jurisdictions.last);
    return parts.join(u' ');
}

} // namespace

class tst_BriefingNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spread_data();
    void spread();
    void firstAndLast_data();
    void firstAndLast();
    void inForce();
    void places();
};

void tst_BriefingNumbers::spread_data()
{
    QTest::addColumn<Events>("events");
    QTest::addColumn<Day>("asOf");
    QTest::addColumn<QString>("spread");
    const Day late = dayOf(2026, 11, 24);
    QTest::newRow("known days") << Events{in("IT", "2025-01-10"), in("FR", "2025-02-09"),
                                          in("DE", "2025-02-10"), in("US", "2026-01-10")}
                                << late << "30:2-2 90:3-3 365:4-4";
    // 2025-02 is 22 to 49 days after: within 30 days it may be, or not.
    QTest::newRow("a month") << Events{in("IT", "2025-01-10"), in("FR", "2025-02")} << late
                             << "30:1-2 90:2-2 365:2-2";
    // Either may be the first, and the other up to ten months later.
    QTest::newRow("a first of a year")
        << Events{in("IT", "2025"), in("FR", "2025-03-01")} << late << "30:1-2 90:1-2 365:2-2";
    QTest::newRow("later acts of one count once") << Events{in("IT", "2025-01-10"), in("IT", "2025-01-12"),
                                                            in("FR", "2025-01-20"), in("FR", "2025-08-01")}
                                                  << late << "30:2-2 90:2-2 365:2-2";
    QTest::newRow("one alone does not spread")
        << Events{in("IT", "2025-01-10"), in("IT", "2025-02-10")} << late << "";
    QTest::newRow("windows that have passed")
        << Events{in("IT", "2025-01-10"), in("FR", "2025-01-20")} << dayOf(2025, 3, 1) << "30:2-2";
    QTest::newRow("none has passed") << Events{in("IT", "2025-01-10"), in("FR", "2025-01-20")}
                                     << dayOf(2025, 2, 8) << "";
}

void tst_BriefingNumbers::spread()
{
    QFETCH(Events, events);
    QFETCH(Day, asOf);
    QTEST(spreadText(numbersOf(events, asOf)), "spread");
}

void tst_BriefingNumbers::firstAndLast_data()
{
    QTest::addColumn<Events>("events");
    QTest::addColumn<std::vector<Row>>("first");
    QTest::addColumn<std::vector<Row>>("last");
    using Rows = std::vector<Row>;
    QTest::newRow("known days") << Events{in("IT", "2025-01-10"), in("FR", "2025-01-11")} << Rows{0}
                                << Rows{1};
    QTest::newRow("the same day") << Events{in("IT", "2025-01-10"), in("FR", "2025-01-10")} << Rows{0, 1}
                                  << Rows{0, 1};
    QTest::newRow("a year may begin late")
        << Events{in("IT", "2025"), in("FR", "2025-03-01"), in("DE", "2025-04-01")} << Rows{0, 1}
        << Rows{0, 2};
    QTest::newRow("a month that is over before")
        << Events{in("IT", "2025-01"), in("FR", "2025-02-01"), in("DE", "2025-03")} << Rows{0} << Rows{2};
}

void tst_BriefingNumbers::firstAndLast()
{
    QFETCH(Events, events);
    const BriefingNumbers numbers = numbersOf(events);
    QTEST(numbers.first, "first");
    QTEST(numbers.last, "last");
}

void tst_BriefingNumbers::inForce()
{
    // On the day: certain, possible by its start, possible by its end, over, to come, no restriction.
    Events events{in("IT", "2025"),
                  in("FR", "2025-01-01"),
                  in("DE", "2025-02-01", "2025-06"),
                  in("ES", "2025-03-01", "2025-06-01"),
                  in("AT", "2026-01-01"),
                  in("BE", "2025-01-01")};
    events[5].inForce = false;
    const BriefingNumbers numbers = numbersOf(events, dayOf(2025, 6, 15));
    QCOMPARE(numbers.inForce, (std::vector<Row>{0, 1, 2}));
    QCOMPARE(numbers.possibly, 2);
}

void tst_BriefingNumbers::places()
{
    Events events{in("IT", "2025-01-01"), in("US", "2025-01-02"), in("US", "2025-01-03"),
                  in("US", "2025-01-04"), in("", "2025-01-05")};
    events[1].subdivision = QStringLiteral("US-TX");
    events[2].subdivision = QStringLiteral("US-TX");
    const BriefingNumbers numbers = numbersOf(events);
    QCOMPARE(numbers.events, 5);
    QCOMPARE(numbers.jurisdictions.size(), std::size_t(2)); // the unknown place is none
    QCOMPARE(numbers.jurisdictions[0].events, 3);           // a part counts for its country
    QCOMPARE(numbers.byParts, 2);
    QCOMPARE(numbers.parts, 1);
}

} // namespace interdict

QTEST_GUILESS_MAIN(interdict::tst_BriefingNumbers)
#include "tst_briefingnumbers.moc"
