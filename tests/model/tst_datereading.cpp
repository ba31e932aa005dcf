// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// INTERDICT_EVERY_TIME_ZONE
#include "model/edit/datereading.h"

#include <QLocale>
#include <QTest>

using namespace interdict;

class DateReadingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void tellsTheOtherReading();
    void refuses_data();
    void refuses();
    void namesMonthsInTheLocale();
    void knowsOrders();
    void readsWhatItShows();
};

void DateReadingTest::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("locale");
    const auto row = [](const char* text, const char* date, const char* locale = "en_GB") {
        QTest::addRow("%s", text) << QString::fromUtf8(text) << QString::fromLatin1(date)
                                  << QString::fromLatin1(locale);
    };
    row("2025-01-30", "2025-01-30");
    row("  2025-01-30 ", "2025-01-30");
    row("2025/1/30", "2025-01-30");
    row("30.1.2025", "2025-01-30");
    row("30. 1. 2025", "2025-01-30");
    row("30/1/2025", "2025-01-30");
    row("30-01-2025", "2025-01-30");
    row("30 January 2025", "2025-01-30");
    row("30th January, 2025", "2025-01-30");
    row("30th of January 2025", "2025-01-30");
    row("Jan 30, 2025", "2025-01-30");
    row("january 30 2025", "2025-01-30");
    row("30-Jan-2025", "2025-01-30");
    row("3 Sept 2025", "2025-09-03");
    row("Jan 2025", "2025-01");
    row("JANUARY 2025", "2025-01");
    row("Jan. 2025", "2025-01");
    row("2025-01", "2025-01");
    row("1/2025", "2025-01");
    row("01.2025", "2025-01");
    row("Q1 2025", "2025-Q1");
    row("2025Q1", "2025-Q1");
    row("2025-q3", "2025-Q3");
    row("1st quarter 2025", "2025-Q1");
    row("2025", "2025");
    row("２０２５-01-30", "2025-01-30");
    row("30\u00a0January\u00a02025", "2025-01-30");
    row("2025年1月30日", "2025-01-30");
    row("2025年1月", "2025-01");
    row("30. Januar 2025", "2025-01-30", "de_DE");
    row("März 2025", "2025-03", "de_DE");
    row("Maerz 2025 is no month", "", "de_DE");
    row("30 janvier 2025", "2025-01-30", "fr_FR");
    row("5 décembre 2024", "2024-12-05", "fr_FR");
    row("5 decembre 2024", "2024-12-05", "fr_FR");
    row("30 de enero de 2025", "2025-01-30", "es_ES");
    row("", "");
    row("29 Feb 2024", "2024-02-29");
}

void DateReadingTest::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, date);
    QFETCH(QString, locale);
    const DateReading reading = readDate(text, QLocale(locale), DateOrder::DayMonthYear);
    QCOMPARE(reading.date ? reading.date->text() : QString(), date);
    QVERIFY2(reading.problem.isEmpty() == (!date.isEmpty() || text.isEmpty()), qPrintable(reading.problem));
    QVERIFY(!reading.otherwise);
}

void DateReadingTest::tellsTheOtherReading()
{
    const QLocale locale(QStringLiteral("en_GB"));
    const DateReading british = readDate(QStringLiteral("1/2/2025"), locale, DateOrder::DayMonthYear);
    QCOMPARE(british.date->text(), QStringLiteral("2025-02-01"));
    QCOMPARE(british.otherwise->text(), QStringLiteral("2025-01-02"));
    const DateReading american = readDate(QStringLiteral("1/2/2025"), locale, DateOrder::MonthDayYear);
    QCOMPARE(american.date, british.otherwise);
    QCOMPARE(american.otherwise, british.date);
    const DateReading clear = readDate(QStringLiteral("1/30/2025"), locale, DateOrder::DayMonthYear);
    QCOMPARE(clear.date->text(), QStringLiteral("2025-01-30"));
    QVERIFY(!clear.otherwise);
    QVERIFY(!readDate(QStringLiteral("3/3/2025"), locale, DateOrder::DayMonthYear).otherwise);
}

void DateReadingTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* text, const char* part) {
        QTest::addRow("%s", text) << QString::fromUtf8(text) << QString::fromUtf8(part);
    };
    row("30 February 2025", "28 days");
    row("2025-02-30", "28 days");
    row("31.4.2025", "30 days");
    row("2025-13-01", "no month 13");
    row("13/2025", "no month 13");
    row("Q5 2025", "Q1 to Q4");
    row("30/1/25", "four digits");
    row("30 Jan 25", "four digits");
    row("Jan 30, 25", "four digits");
    row("30 January", "Which year");
    row("soon", "“soon”");
    row("1 Jan Feb 2025", "not a date");
    row("2025-01-30T10:00", "not a date");
    row("0012", "out of range");
}

void DateReadingTest::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, part);
    const DateReading reading = readDate(text, QLocale(QStringLiteral("en_GB")), DateOrder::DayMonthYear);
    QVERIFY(!reading.date);
    QVERIFY2(reading.problem.contains(part), qPrintable(reading.problem));
}

void DateReadingTest::namesMonthsInTheLocale()
{
    const QString text = QStringLiteral("30.2.2025");
    const auto problem = [&text](const char* locale) {
        return readDate(text, QLocale(QLatin1String(locale)), DateOrder::DayMonthYear).problem;
    };
    QVERIFY2(problem("en_GB").startsWith(QStringLiteral("There is no 30 February:")),
             qPrintable(problem("en_GB")));
    QVERIFY2(problem("de_DE").startsWith(QStringLiteral("There is no 30 Februar:")),
             qPrintable(problem("de_DE")));
    QVERIFY2(problem("fr_FR").startsWith(QStringLiteral("There is no 30 février:")),
             qPrintable(problem("fr_FR")));
}

void DateReadingTest::knowsOrders()
{
    QCOMPARE(dateOrderOf(QLocale(QStringLiteral("en_US"))), DateOrder::MonthDayYear);
    QCOMPARE(dateOrderOf(QLocale(QStringLiteral("en_GB"))), DateOrder::DayMonthYear);
    QCOMPARE(dateOrderOf(QLocale(QStringLiteral("de_DE"))), DateOrder::DayMonthYear);
    QCOMPARE(dateOrderOf(QLocale(QStringLiteral("ja_JP"))), DateOrder::YearMonthDay);
}

// Whatever the program shows as a date can be typed.
void DateReadingTest::readsWhatItShows()
{
    for (const char* name : {"en_GB", "en_US", "de_DE", "fr_FR"}) {
        const QLocale locale(QString::fromLatin1(name));
        for (int month = 1; month <= 12; ++month)
            for (const auto& date :
                 {PartialDate::ofDay(2025, month, 17), PartialDate::ofMonth(2025, month),
                  PartialDate::ofQuarter(2025, (month + 2) / 3), PartialDate::ofYear(2025)})
                for (const bool isShort : {false, true}) {
                    const QString shown = date->display(locale, isShort);
                    const DateReading reading = readDate(shown, locale, dateOrderOf(locale));
                    QVERIFY2(reading.date == date, qPrintable(shown + reading.problem));
                }
    }
}

QTEST_GUILESS_MAIN(DateReadingTest)
#include "tst_datereading.moc"
