// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// INTERDICT_EVERY_TIME_ZONE
// What is in force on a day: possibly and certainly, with partial, open and unknown ends.
#include "model/analysis/inforce.h"
#include "model/event/partialdate.h"

#include <QtTest>

using namespace interdict;

namespace {

constexpr int binding = Columns::Restricts | Columns::WasInForce;

Columns oneRow(const QString& start, const QString& end, int flags)
{
    const DayInterval open{noEnd, noEnd};
    const DayInterval first = PartialDate::parse(start).value().interval();
    const DayInterval last = end.isEmpty() ? open : PartialDate::parse(end).value().interval();
    Columns columns;
    columns.id = {1};
    columns.startFirst = {first.first};
    columns.startLast = {first.last};
    columns.endFirst = {last.first};
    columns.endLast = {last.last};
    columns.flags = {static_cast<std::uint8_t>(flags)};
    return columns;
}

QString shown(const std::optional<DayInterval>& days)
{
    if (!days)
        return QStringLiteral("never");
    const QString last = days->last == noEnd ? QString() : PartialDate::ofDay(days->last).text();
    return PartialDate::ofDay(days->first).text() + QStringLiteral("..") + last;
}

} // namespace

class InForceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsOnDays_data();
    void holdsOnDays();
    void countsRows();
};

void InForceTest::holdsOnDays_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::addColumn<int>("flags");
    QTest::addColumn<QString>("possibly");
    QTest::addColumn<QString>("certainly");
    const auto row = [](const char* name, const char* start, const char* end, int flags, const char* possibly,
                        const char* certainly) {
        QTest::newRow(name) << QString::fromLatin1(start) << QString::fromLatin1(end) << flags
                            << QString::fromLatin1(possibly) << QString::fromLatin1(certainly);
    };
    row("known days", "2025-01-30", "2025-03-01", binding, "2025-01-30..2025-02-28",
        "2025-01-30..2025-02-28");
    row("open", "2025-01-30", "", binding, "2025-01-30..", "2025-01-30..");
    row("a month at first", "2025-02", "2025-06-01", binding, "2025-02-01..2025-05-31",
        "2025-02-28..2025-05-31");
    row("a month at last", "2025-02-10", "2025-06", binding, "2025-02-10..2025-06-29",
        "2025-02-10..2025-05-31");
    row("a year and open", "2024", "", binding, "2024-01-01..", "2024-12-31..");
    row("within one month", "2025-02", "2025-02", binding, "2025-02-01..2025-02-27", "never");
    row("certain on one day", "2025-02", "2025-03", binding, "2025-02-01..2025-03-30",
        "2025-02-28..2025-02-28");
    row("ended as it began", "2025-02-10", "2025-02-10", binding, "never", "never");
    row("ended before it began", "2025-02-10", "2025-01-01", binding, "never", "never");
    row("end unknown", "2025-02-10", "", binding | Columns::EndUnknown, "2025-02-10..2025-02-10", "never");
    row("end unknown, of a month", "2025-02", "", binding | Columns::EndUnknown, "2025-02-01..2025-02-28",
        "never");
    row("superseded", "2025-02-10", "2025-04", binding | Columns::EndFromSuperseding,
        "2025-02-10..2025-04-29", "2025-02-10..2025-03-31");
    row("does not restrict", "2025-02-10", "", Columns::WasInForce, "never", "never");
    row("proposed", "2025-02-10", "", Columns::Restricts, "never", "never");
    row("neither", "2025-02-10", "", Columns::EndUnknown, "never", "never");
}

void InForceTest::holdsOnDays()
{
    QFETCH(const QString, start);
    QFETCH(const QString, end);
    QFETCH(const int, flags);
    const Columns columns = oneRow(start, end, flags);
    const auto possibly = possiblyInForce(columns, 0);
    const auto certainly = certainlyInForce(columns, 0);
    QTEST(shown(possibly), "possibly");
    QTEST(shown(certainly), "certainly");
    for (Day day = dayOf(2023, 12, 30); day < dayOf(2025, 8, 1); ++day) {
        const InForce expected = certainly && certainly->contains(day) ? InForce::Certainly
                                 : possibly && possibly->contains(day) ? InForce::Possibly
                                                                       : InForce::No;
        QCOMPARE(inForceOn(columns, 0, day), expected);
    }
}

void InForceTest::countsRows()
{
    Columns columns = oneRow(QStringLiteral("2025-01"), QStringLiteral("2025-03-01"), binding);
    const Columns open = oneRow(QStringLiteral("2025-02-10"), {}, binding);
    columns.id.push_back(2);
    columns.startFirst.push_back(open.startFirst[0]);
    columns.startLast.push_back(open.startLast[0]);
    columns.endFirst.push_back(open.endFirst[0]);
    columns.endLast.push_back(open.endLast[0]);
    columns.flags.push_back(open.flags[0]);
    const std::vector<Row> both{0, 1};
    const std::vector<Row> second{1};
    QCOMPARE(countInForce(columns, both, dayOf(2024, 12, 31)), 0);
    QCOMPARE(countInForce(columns, both, dayOf(2025, 1, 15)), 1); // possibly is enough
    QCOMPARE(countInForce(columns, both, dayOf(2025, 2, 10)), 2);
    QCOMPARE(countInForce(columns, second, dayOf(2025, 2, 10)), 1);
    QCOMPARE(countInForce(columns, both, dayOf(2025, 3, 1)), 1);
    QCOMPARE(countInForce(columns, {}, dayOf(2025, 2, 10)), 0);
}

QTEST_GUILESS_MAIN(InForceTest)
#include "tst_inforce.moc"
