// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// INTERDICT_EVERY_TIME_ZONE
#include "tests/support/starter.h"
#include "widgets/timeline/overview.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QtTest>

using namespace interdict;

namespace {

// Three months of events, January to March 2026, seen in April; 10 px a day over 120 days.
OverviewLayout layoutOf(const std::optional<Period>& period, double width = 1224)
{
    static const std::vector<std::uint32_t> totals{10, 0, 40};
    static const std::vector<std::uint32_t> result{5, 0, 1};
    OverviewInput in;
    in.firstMonth = monthIndex(dayOf(2026, 1, 1));
    in.totals = totals;
    in.result = result;
    in.today = dayOf(2026, 4, 12);
    in.period = period;
    in.size = {width, 68};
    in.textWidth = [](const QString& text) { return 7.0 * static_cast<double>(text.size()); };
    in.locale = QLocale(QStringLiteral("en_GB"));
    in.visibleFirst = dayOf(2026, 2, 1);
    in.visibleLast = dayOf(2026, 3, 1);
    return OverviewLayout(in);
}

QString text(const std::optional<Period>& period)
{
    if (!period)
        return QStringLiteral("none");
    const auto one = [](const std::optional<PartialDate>& date) { return date ? date->text() : QString(); };
    return one(period->from) + QStringLiteral("..") + one(period->to);
}

std::optional<Period> period(const QString& from, const QString& to)
{
    return Period{PartialDate::parse(from), PartialDate::parse(to)};
}

} // namespace

class TestOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laysOutMonths()
    {
        // 40 px stand for the greatest month; a month without events has no bar, one event is seen.
        QCOMPARE(layoutOf(period(u"2026-02"_qs, u"2026-03-10"_qs)).toText(),
                 u"12..321: 5/10\n602..911: 3/40\nframe 322..602\nbrush 322..702"_qs);
    }

    // A year stands whole at the right end, or not at all.
    void labelsYears_data()
    {
        QTest::addColumn<double>("labelWidth");
        QTest::addColumn<QString>("labels");
        // The last year begins 72 px before the end; a label stands 4 px right of its tick.
        QTest::newRow("with room") << 68.0 << "2023 2024 2025 2026";
        QTest::newRow("without") << 69.0 << "2023 2024 2025";
    }
    void labelsYears()
    {
        QFETCH(double, labelWidth);
        QFETCH(QString, labels);
        const TimeScale scale(0, 345, dayOf(2023, 1, 1), 1265 + 121);
        QStringList shown;
        for (const Tick& tick : scale.ticks(QLocale(u"en_GB"_qs), [&](const QString&) { return labelWidth; }))
            if (!tick.label.isEmpty())
                shown << tick.label;
        QCOMPARE(shown.join(u' '), labels);
    }

    void takesHoldOfTheBrush_data()
    {
        QTest::addColumn<double>("x");
        QTest::addColumn<int>("part");
        using Part = OverviewLayout::Part;
        QTest::newRow("beside") << 300.0 << int(Part::Outside);
        QTest::newRow("left edge, from outside") << 318.0 << int(Part::LeftEdge);
        QTest::newRow("left edge, from inside") << 326.0 << int(Part::LeftEdge);
        QTest::newRow("middle") << 500.0 << int(Part::Brush);
        QTest::newRow("right edge") << 704.0 << int(Part::RightEdge);
    }
    void takesHoldOfTheBrush()
    {
        QFETCH(double, x);
        QFETCH(int, part);
        QCOMPARE(int(layoutOf(period(u"2026-02"_qs, u"2026-03-10"_qs)).hitTest(x)), part);
        QCOMPARE(int(layoutOf(std::nullopt).hitTest(x)), int(OverviewLayout::Part::Outside));
    }

    void readsDays_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<QString>("result");
        QTest::newRow("days where they are wide") << 1224.0 << 12.0 << 41.0 << "2026-01-01..2026-01-03";
        QTest::newRow("backwards") << 1224.0 << 41.0 << 12.0 << "2026-01-01..2026-01-03";
        QTest::newRow("months where days are narrow") << 264.0 << 20.0 << 90.0 << "2026-01..2026-02";
        QTest::newRow("not past the record") << 264.0 << -90.0 << 900.0 << "2026-01..2026-04";
    }
    void readsDays()
    {
        QFETCH(double, width);
        QFETCH(double, from);
        QFETCH(double, to);
        QFETCH(QString, result);
        QCOMPARE(text(layoutOf(std::nullopt, width).periodAt(from, to)), result);
    }

    void movesThePeriod()
    {
        const auto days = period(u"2026-02-10"_qs, u"2026-02-19"_qs);
        QCOMPARE(text(layoutOf(days).moved(*days, -98)), u"2026-01-31..2026-02-09"_qs);
        const auto months = period(u"2026-01"_qs, u"2026-02"_qs);
        QCOMPARE(text(layoutOf(months).moved(*months, 310)), u"2026-02..2026-03"_qs);
    }

    void movesAnEdge()
    {
        const auto before = period(u"2026-02"_qs, u"2026-03-10"_qs);
        const OverviewLayout layout = layoutOf(before);
        QCOMPARE(text(layout.withEdge(*before, true, 412)), u"2026-02-10..2026-03-10"_qs);
        QCOMPARE(text(layout.withEdge(*before, false, 612)), u"2026-02..2026-03-01"_qs);
        QCOMPARE(text(layout.withEdge(*before, true, 1100)),
                 u"2026-03-10..2026-03-10"_qs); // stops at the other
    }

    void draggingSetsTheFilter()
    {
        test::Starter starter;
        OverviewView view(starter.workspace);
        view.resize(1000, 62);
        view.show();
        const TimeScale scale = view.layoutNow().scale();
        const auto at = [&](int year, int month, int day) {
            return QPoint(int(scale.xOf(dayOf(year, month, day))), 20);
        };
        drag(view, at(2024, 12, 10), at(2025, 6, 20));
        QCOMPARE(filterText(starter.workspace.filter()), u"begins:2024-12..2025-06"_qs);
        drag(view, at(2025, 3, 15), at(2026, 3, 15)); // the middle: it moves
        QCOMPARE(filterText(starter.workspace.filter()), u"begins:2025-12..2026-06"_qs);
        drag(view, at(2026, 7, 1), at(2026, 5, 1)); // its end
        QCOMPARE(filterText(starter.workspace.filter()), u"begins:2025-12..2026-04"_qs);
        QTest::mouseDClick(&view, Qt::LeftButton, {}, at(2026, 1, 15));
        QVERIFY(starter.workspace.filter().isEmpty());
    }

    void aClickAsksForADay()
    {
        test::Starter starter;
        OverviewView view(starter.workspace);
        view.resize(1000, 62);
        view.show();
        QSignalSpy asked(&view, &OverviewView::dayClicked);
        const double day = dayOf(2023, 5, 1);
        QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(int(view.layoutNow().scale().xOf(day)), 20));
        QCOMPARE(asked.count(), 1);
        QVERIFY(std::abs(asked.front().front().toDouble() - day) < 5);
        QVERIFY(starter.workspace.filter().isEmpty());
    }

    void keysMoveThePeriod()
    {
        test::Starter starter;
        OverviewView view(starter.workspace);
        view.resize(1000, 62);
        view.show();
        view.setFocus();
        const auto applied = [&] { return filterText(starter.workspace.filter()); };
        QTest::keyClick(&view, Qt::Key_Left); // there was none: the last twelve months
        QCOMPARE(applied(), u"begins:2025-12..2026-11"_qs);
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(applied(), u"begins:2025-11..2026-10"_qs);
        QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(applied(), u"begins:2025-11..2026-11"_qs);
        QAccessibleInterface* told = QAccessible::queryAccessibleInterface(&view);
        QCOMPARE(told->text(QAccessible::Value), u"November 2025 to November 2026"_qs);
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(starter.workspace.filter().isEmpty());
        QCOMPARE(told->text(QAccessible::Value), u"all"_qs);
    }

private:
    static void drag(QWidget& widget, QPoint from, QPoint to)
    {
        QTest::mousePress(&widget, Qt::LeftButton, {}, from);
        QTest::mouseMove(&widget, (from + to) / 2);
        QTest::mouseMove(&widget, to);
        QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
    }
};

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
