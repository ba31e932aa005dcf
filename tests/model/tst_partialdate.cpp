// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// INTERDICT_EVERY_TIME_ZONE
// Partial dates and days: read, written, compared, as intervals of days, for people. No clock may shift them.
#include "model/event/partialdate.h"

#include <QLocale>
#include <QtTest>

using namespace interdict;

namespace {

PartialDate date(const char* text)
{
    return PartialDate::parse(QString::fromLatin1(text)).value();
}

} // namespace

class PartialDateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void daysAreCountedFrom1970_data();
    void daysAreCountedFrom1970();
    void everyDayComesBack();
    void monthsAreCounted();
    void monthStarts_data();
    void monthStarts();
    void meansAnInterval_data();
    void meansAnInterval();
    void everyMonthMeetsTheNext();
    void refusesWhatIsNoDate_data();
    void refusesWhatIsNoDate();
    void refusesNumbersOutsideTheCalendar();
    void comparesByFirstDay();
    void isShownByLocale_data();
    void isShownByLocale();
};

void PartialDateTest::daysAreCountedFrom1970_data()
{
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("month");
    QTest::addColumn<int>("day");
    QTest::addColumn<Day>("number");
    QTest::newRow("epoch") << 1970 << 1 << 1 << 0;
    QTest::newRow("the day before") << 1969 << 12 << 31 << -1;
    QTest::newRow("leap day") << 2000 << 2 << 29 << 11016;
    QTest::newRow("of our time") << 2025 << 2 << 10 << 20129;
    QTest::newRow("first of all") << 1400 << 1 << 1 << -208188;
    QTest::newRow("last of all") << 9999 << 12 << 31 << 2932896;
}

void PartialDateTest::daysAreCountedFrom1970()
{
    QFETCH(const int, year);
    QFETCH(const int, month);
    QFETCH(const int, day);
    QTEST(dayOf(year, month, day), "number");
    const auto ymd = toDate(dayOf(year, month, day)).year_month_day();
    QCOMPARE(int(ymd.year), year);
    QCOMPARE(int(ymd.month), month);
    QCOMPARE(int(ymd.day), day);
}

void PartialDateTest::everyDayComesBack()
{
    for (Day day = dayOf(2011, 12, 1); day < dayOf(2032, 3, 5);
         ++day) { // Samoa skipped a day, DST came and went
        const PartialDate known = PartialDate::ofDay(day);
        QCOMPARE(known.interval(), (DayInterval{day, day}));
        QCOMPARE(PartialDate::parse(known.text()), std::optional(known));
        QCOMPARE(known.text(), QDate(1970, 1, 1).addDays(day).toString(Qt::ISODate));
    }
}

void PartialDateTest::monthsAreCounted()
{
    QCOMPARE(monthIndex(dayOf(1970, 1, 31)), 0);
    QCOMPARE(monthIndex(dayOf(1970, 2, 1)), 1);
    QCOMPARE(monthIndex(dayOf(1969, 12, 31)), -1);
    QCOMPARE(monthIndex(dayOf(2025, 2, 28)), 55 * 12 + 1);
}

void PartialDateTest::monthStarts_data()
{
    QTest::addColumn<Day>("day");
    QTest::addColumn<int>("months");
    QTest::addColumn<Day>("start");
    QTest::newRow("this month") << dayOf(2025, 2, 28) << 0 << dayOf(2025, 2, 1);
    QTest::newRow("next") << dayOf(2025, 1, 31) << 1 << dayOf(2025, 2, 1);
    QTest::newRow("over a year's end") << dayOf(2025, 12, 31) << 1 << dayOf(2026, 1, 1);
    QTest::newRow("back over a year's end") << dayOf(2025, 1, 1) << -1 << dayOf(2024, 12, 1);
    QTest::newRow("back a year") << dayOf(2025, 3, 15) << -12 << dayOf(2024, 3, 1);
    QTest::newRow("before the epoch") << dayOf(1970, 1, 5) << -1 << dayOf(1969, 12, 1);
    QTest::newRow("years before the epoch") << dayOf(1969, 1, 5) << -13 << dayOf(1967, 12, 1);
    QTest::newRow("decades on") << dayOf(1969, 12, 5) << 673 << dayOf(2026, 1, 1);
}

void PartialDateTest::monthStarts()
{
    QFETCH(const Day, day);
    QFETCH(const int, months);
    QTEST(monthStart(day, months), "start");
}

void PartialDateTest::meansAnInterval_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Day>("first");
    QTest::addColumn<Day>("last");
    const auto row = [](const char* text, Day first, Day last) {
        QTest::newRow(text) << QString::fromLatin1(text) << first << last;
    };
    row("2025-01-30", dayOf(2025, 1, 30), dayOf(2025, 1, 30));
    row("2025-02", dayOf(2025, 2, 1), dayOf(2025, 2, 28));
    row("2024-02", dayOf(2024, 2, 1), dayOf(2024, 2, 29));
    row("2000-02", dayOf(2000, 2, 1), dayOf(2000, 2, 29));
    row("1900-02", dayOf(1900, 2, 1), dayOf(1900, 2, 28));
    row("2025-12", dayOf(2025, 12, 1), dayOf(2025, 12, 31));
    row("2025-Q1", dayOf(2025, 1, 1), dayOf(2025, 3, 31));
    row("2025-Q2", dayOf(2025, 4, 1), dayOf(2025, 6, 30));
    row("2025-Q4", dayOf(2025, 10, 1), dayOf(2025, 12, 31));
    row("2025", dayOf(2025, 1, 1), dayOf(2025, 12, 31));
    row("1400", dayOf(1400, 1, 1), dayOf(1400, 12, 31));
    row("1400-01", dayOf(1400, 1, 1), dayOf(1400, 1, 31));
    row("9999", dayOf(9999, 1, 1), dayOf(9999, 12, 31));
    row("9999-11", dayOf(9999, 11, 1), dayOf(9999, 11, 30));
    row("9999-12", dayOf(9999, 12, 1), dayOf(9999, 12, 31));
    row("9999-Q3", dayOf(9999, 7, 1), dayOf(9999, 9, 30));
    row("9999-Q4", dayOf(9999, 10, 1), dayOf(9999, 12, 31));
    row("9999-12-31", dayOf(9999, 12, 31), dayOf(9999, 12, 31));
}

void PartialDateTest::meansAnInterval()
{
    QFETCH(const QString, text);
    const auto known = PartialDate::parse(text);
    QVERIFY(known);
    QTEST(known->interval().first, "first");
    QTEST(known->interval().last, "last");
    QCOMPARE(known->text(), text);
}

void PartialDateTest::everyMonthMeetsTheNext()
{
    for (int year = 1999; year <= 2101; ++year) {
        Day next = dayOf(year, 1, 1);
        for (int month = 1; month <= 12; ++month) {
            const DayInterval days = PartialDate::ofMonth(year, month)->interval();
            QCOMPARE(days.first, next);
            next = days.last + 1;
            if (month % 3 == 0)
                QCOMPARE(PartialDate::ofQuarter(year, month / 3)->interval().last, days.last);
        }
        QCOMPARE(PartialDate::ofYear(year)->interval(), (DayInterval{dayOf(year, 1, 1), next - 1}));
    }
}

void PartialDateTest::refusesWhatIsNoDate_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"",           "25",         "202",
                             "20255",      "2025-",      "2025-1",
                             "2025-13",    "2025-00",    "2025-1-1",
                             "2025-01-",   "2025-01-32", "2025-02-29",
                             "1900-02-29", "2025-04-31", "2025-01-00",
                             "2025-Q0",    "2025-Q5",    "2025-q1",
                             "2025Q1",     "2025-Q",     "2025-Q11",
                             "1399",       "1399-12-31", "0000",
                             " 2025",      "2025 ",      "2025-01-30T00:00",
                             "+025",       "-025",       "2025/01",
                             "2025-01x30", "2025x01-30", "20250130",
                             "2025--1",    "2025-+1",    "2025-01-+1",
                             "١٤٢٥",       "２０２５",   "2025‑01"})
        QTest::newRow(text[0] ? text : "empty") << QString::fromUtf8(text);
}

void PartialDateTest::refusesWhatIsNoDate()
{
    QFETCH(const QString, text);
    QVERIFY(!PartialDate::parse(text));
}

void PartialDateTest::refusesNumbersOutsideTheCalendar()
{
    QVERIFY(!PartialDate::ofDay(2025, 2, 29));
    QVERIFY(PartialDate::ofDay(2024, 2, 29));
    QVERIFY(!PartialDate::ofDay(2025, 13, 1));
    QVERIFY(!PartialDate::ofDay(2025, 0, 1));
    QVERIFY(!PartialDate::ofDay(2025, 1, -1));
    QVERIFY(!PartialDate::ofMonth(10000, 1));
    QVERIFY(!PartialDate::ofQuarter(2025, 0));
    QVERIFY(!PartialDate::ofYear(1399));
    QCOMPARE(PartialDate::ofDay(noEnd).text(), QStringLiteral("9999-12-31"));
    QCOMPARE(PartialDate::ofDay(std::numeric_limits<Day>::min()).text(), QStringLiteral("1400-01-01"));
}

void PartialDateTest::comparesByFirstDay()
{
    const std::vector ordered{date("2024-12-31"), date("2025-01-01"), date("2025-01"),    date("2025-Q1"),
                              date("2025"),       date("2025-01-02"), date("2025-02-01"), date("2025-02"),
                              date("2025-04"),    date("2025-Q2"),    date("2026")};
    for (std::size_t i = 0; i < ordered.size(); ++i)
        for (std::size_t j = 0; j < ordered.size(); ++j) {
            QCOMPARE(ordered[i] < ordered[j], i < j);
            QCOMPARE(ordered[i] == ordered[j], i == j);
        }
}

void PartialDateTest::isShownByLocale_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<bool>("shortMonths");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* text, const char* locale, bool shortMonths, const char* shown) {
        QTest::addRow("%s %s%s", text, locale, shortMonths ? " short" : "")
            << QString::fromLatin1(text) << QString::fromLatin1(locale) << shortMonths
            << QString::fromUtf8(shown);
    };
    row("2025-01-30", "C", false, "30 January 2025");
    row("2025-01-30", "en_US", true, "Jan 30, 2025");
    row("2025-01-30", "en_GB", true, "30 Jan 2025");
    row("2025-01", "en_US", false, "January 2025");
    row("2025-01", "en_GB", false, "January 2025");
    row("2025-Q1", "C", false, "Q1 2025");
    row("2025-Q4", "C", false, "Q4 2025");
    row("2025", "C", false, "2025");
    row("2025-03-01", "de_DE", false, "1. März 2025");
    row("2025-03", "de_DE", false, "März 2025");
    row("2025-03-01", "fr_FR", false, "1 mars 2025");
    row("2025-08-02", "fr_FR", false, "2 août 2025");
    row("2025-08", "fr_FR", false, "août 2025");
    row("2025-01-30", "ja_JP", false, "2025年1月30日");
    row("2025-01", "ja_JP", false, "2025年1月");
    row("2025", "ja_JP", false, "2025");
    row("2025-01-30", "ko_KR", true, "2025년 1월 30일");
    row("2025-05-09", "pl_PL", false, "9 maja 2025"); // genitive beside a day
    row("2025-05", "pl_PL", false, "maj 2025");       // nominative alone
    row("2025-03-09", "es_ES", false, "9 de marzo de 2025");
    row("2025-03", "hu_HU", false, "2025. március");
}

void PartialDateTest::isShownByLocale()
{
    QFETCH(const QString, text);
    QFETCH(const QString, locale);
    QFETCH(const bool, shortMonths);
    QTEST(PartialDate::parse(text)->display(QLocale(locale), shortMonths), "shown");
}

QTEST_GUILESS_MAIN(PartialDateTest)
#include "tst_partialdate.moc"
