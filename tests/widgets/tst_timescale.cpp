// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// INTERDICT_EVERY_TIME_ZONE
#include "widgets/timeline/timescale.h"

#include <QLocale>
#include <QtTest>

using namespace interdict;

namespace {

double sevenPerLetter(const QString& text)
{
    return 7.0 * static_cast<double>(text.size());
}

QString tickText(const std::vector<Tick>& ticks)
{
    QStringList parts;
    for (const Tick& tick : ticks) {
        if (!tick.label.isEmpty())
            parts << (tick.level == Tick::Level::Major ? QStringLiteral("*") : QString()) + tick.label;
    }
    return parts.join(QLatin1String(" | "));
}

} // namespace

class TestTimeScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapsDaysBothWays_data()
    {
        QTest::addColumn<double>("day");
        QTest::addColumn<double>("x");
        QTest::newRow("left edge") << 20000.0 << 100.0;
        QTest::newRow("right edge") << 20100.0 << 1100.0;
        QTest::newRow("middle of a day") << 20000.5 << 105.0;
        QTest::newRow("left of the view") << 19990.0 << 0.0;
        QTest::newRow("before 1970") << -365.0 << 100.0 - 203650.0;
    }
    void mapsDaysBothWays()
    {
        QFETCH(double, day);
        QFETCH(double, x);
        const TimeScale scale(100, 1000, 20000, 100);
        QCOMPARE(scale.xOf(day), x);
        QCOMPARE(scale.dayAt(x), day);
    }

    void zoomKeepsTheDayUnderThePointer_data()
    {
        QTest::addColumn<double>("factor");
        QTest::addColumn<double>("x");
        QTest::newRow("closer at the middle") << 1.5 << 600.0;
        QTest::newRow("closer at the left edge") << 4.0 << 100.0;
        QTest::newRow("wider at the right edge") << 0.25 << 1100.0;
        QTest::newRow("closer than allowed") << 1e6 << 333.0;
        QTest::newRow("wider than allowed") << 1e-6 << 333.0;
    }
    void zoomKeepsTheDayUnderThePointer()
    {
        QFETCH(double, factor);
        QFETCH(double, x);
        const TimeScale before(100, 1000, 20000, 100);
        const TimeScale after = before.zoomed(factor, x);
        QVERIFY(std::abs(after.dayAt(x) - before.dayAt(x)) < 1e-6);
        QVERIFY(after.span() >= TimeScale::shortestSpan);
        QVERIFY(after.span() <= TimeScale::longestSpan);
    }

    void zoomInAndOutComesBack()
    {
        const TimeScale scale(100, 1000, 20000, 100);
        const TimeScale back = scale.zoomed(2.5, 444).zoomed(1 / 2.5, 444);
        QVERIFY(std::abs(back.first() - scale.first()) < 1e-9);
        QVERIFY(std::abs(back.span() - scale.span()) < 1e-9);
    }

    void panMovesTheContent()
    {
        const TimeScale scale = TimeScale(0, 1000, 20000, 100).panned(50);
        QCOMPARE(scale.first(), 19995.0);
        QCOMPARE(scale.panned(-50).first(), 20000.0);
    }

    void staysInTheCalendar()
    {
        const TimeScale early = TimeScale(0, 1000, 20000, 100).panned(1e12);
        QCOMPARE(early.span(), 100.0);
        QCOMPARE(int(toDate(Day(early.first())).year()), 1410);
        QVERIFY(TimeScale(0, 1000, 20000, 100).panned(-1e12).last() < dayOf(9999, 12, 31));
    }

    void fitShowsBothDays_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<double>("width");
        QTest::newRow("one day") << 1 << 1000.0;
        QTest::newRow("a month") << 31 << 1000.0;
        QTest::newRow("eight years") << 2922 << 1000.0;
        QTest::newRow("narrow") << 31 << 60.0;
        QTest::newRow("no width") << 31 << 0.0;
    }
    void fitShowsBothDays()
    {
        QFETCH(int, days);
        QFETCH(double, width);
        const DayInterval interval{20000, 20000 + days - 1};
        const TimeScale scale = TimeScale::fit(interval, 100, width, 20);
        QVERIFY(scale.xOf(interval.first) >= scale.left() - 1e-6);
        QVERIFY(scale.xOf(interval.last + 1) <= scale.right() + 1e-6);
        if (width > 100 && days > 3) {
            QVERIFY(std::abs(scale.xOf(interval.first) - 120) < 1e-6);
            QVERIFY(std::abs(scale.xOf(interval.last + 1) - (100 + width - 20)) < 1e-6);
        }
    }

    void towardsKeepsTheZoomsCentre()
    {
        const TimeScale from(0, 1000, 20000, 1000);
        const TimeScale to = from.zoomed(8, 300);
        for (const double t : {0.0, 0.25, 0.5, 0.75, 1.0})
            QVERIFY2(std::abs(from.towards(to, t).dayAt(300) - from.dayAt(300)) < 1e-6,
                     qPrintable(QString::number(t)));
        QCOMPARE(from.towards(to, 0), from);
        QCOMPARE(from.towards(to, 1), to);
    }

    void ticks_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<int>("first");
        QTest::addColumn<double>("span");
        QTest::addColumn<QString>("labels");
        const Day january = dayOf(2025, 1, 1);
        QTest::newRow("weekdays") << "en_GB" << dayOf(2025, 1, 30) << 4.0
                                  << "30 Jan 2025 | Fri 31 | *1 Feb | Sun 2";
        QTest::newRow("days") << "en_GB" << dayOf(2025, 1, 28) << 12.0
                              << "28 Jan 2025 | 31 | *1 Feb | 3 | 4 | 5 | 6 | 7 | 8";
        QTest::newRow("weeks from Monday")
            << "en_GB" << dayOf(2025, 1, 9) << 40.0 << "13 Jan 2025 | 27 | *3 Feb | 10";
        QTest::newRow("weeks from Sunday")
            << "en_US" << dayOf(2025, 1, 9) << 40.0 << "Jan 12, 2025 | 26 | *Feb 2 | 9 | 16";
        QTest::newRow("months") << "en_GB" << dayOf(2024, 11, 20) << 200.0
                                << "Dec 2024 | *Jan 2025 | Feb | Mar | Apr | May";
        QTest::newRow("quarters") << "en_GB" << dayOf(2024, 2, 1) << 600.0
                                  << "Apr 2024 | Jul | Oct | *Jan 2025 | Apr | Jul";
        QTest::newRow("years") << "en_GB" << dayOf(2015, 6, 1) << 3652.0
                               << "2016 | 2017 | 2018 | 2019 | 2020 | 2021 | 2022 | 2023 | 2024";
        QTest::newRow("decades") << "en_GB" << dayOf(1975, 6, 1) << TimeScale::longestSpan
                                 << "1980 | 1985 | 1990 | 1995 | 2000 | 2005 | 2010 | 2015 | 2020";
        QTest::newRow("German months") << "de_DE" << january << 200.0
                                       << QString::fromUtf8("*Jan 2025 | Feb | Mär | Apr | Mai | Jun | Jul");
    }
    void ticks()
    {
        QFETCH(QString, locale);
        QFETCH(int, first);
        QFETCH(double, span);
        QFETCH(QString, labels);
        const TimeScale scale(100, 480, first, span);
        QCOMPARE(tickText(scale.ticks(QLocale(locale), sevenPerLetter)), labels);
    }

    // At every zoom: ticks ascend, lie in view, and labels keep apart.
    void labelsNeverTouch()
    {
        for (double span = TimeScale::shortestSpan; span < TimeScale::longestSpan; span *= 1.07) {
            const TimeScale scale(100, 900, dayOf(2024, 12, 3), span);
            double taken = 0;
            int labels = 0;
            for (const Tick& tick : scale.ticks(QLocale(QStringLiteral("en_US")), sevenPerLetter)) {
                QCOMPARE(tick.x, scale.xOf(tick.day));
                QVERIFY(tick.x >= scale.left() && tick.x <= scale.right());
                if (tick.label.isEmpty())
                    continue;
                QVERIFY2(tick.x >= taken,
                         qPrintable(QStringLiteral("%1 at span %2").arg(tick.label).arg(span)));
                taken = tick.x + TimeScale::labelGap + sevenPerLetter(tick.label);
                ++labels;
            }
            QVERIFY2(labels >= 2, qPrintable(QString::number(span)));
        }
    }
};

QTEST_APPLESS_MAIN(TestTimeScale)
#include "tst_timescale.moc"
