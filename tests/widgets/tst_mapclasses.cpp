// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapcard.h"
#include "widgets/map/mapchoice.h"
#include "widgets/map/mapclasses.h"
#include "widgets/theme/marks.h"

#include "tests/support/starter.h"

#include <QTest>

#include <set>

using namespace interdict;

namespace {

const QLocale english(QLocale::English, QLocale::UnitedKingdom);

ValueSpan days(Day first, Day last)
{
    return {first, last};
}

QString text(const std::vector<ValueSpan>& classes)
{
    QStringList parts;
    for (const ValueSpan& c : classes)
        parts << (c.first == c.last ? QString::number(c.first)
                                    : QStringLiteral("%1-%2").arg(c.first).arg(c.last));
    return parts.join(QLatin1Char(' '));
}

} // namespace

class TestMapClasses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_starter.workspace.setFilter({});
        m_starter.workspace.setAsOf(test::fixedToday);
    }

    void countClassesFitTheData_data()
    {
        QTest::addColumn<QList<int>>("counts");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << QList<int>{} << "";
        QTest::newRow("one place") << QList<int>{3} << "3";
        QTest::newRow("few different counts") << QList<int>{1, 1, 2, 5, 126} << "1 2 5 126";
        QTest::newRow("many") << QList<int>{1, 2, 3, 4, 6, 9, 15} << "1 2-3 4-7 8-15";
        QTest::newRow("none in between") << QList<int>{1, 2, 3, 4, 5, 6, 40} << "1 2-3 4-7 32-40";
        QTest::newRow("a wide range grows faster") << QList<int>{1, 2, 4, 9, 17, 33, 70, 130, 260, 520, 3000}
                                                   << "1-3 4-15 16-63 64-255 256-1023 1024-3000";
    }
    void countClassesFitTheData()
    {
        QFETCH(QList<int>, counts);
        QFETCH(QString, expected);
        QCOMPARE(text(countClasses(std::vector<std::int64_t>(counts.begin(), counts.end()))), expected);
    }

    // Whatever the data: few classes, in order, none empty, none overlapping, every value in one.
    void classesAreSound_data()
    {
        QTest::addColumn<int>("seed");
        QTest::addColumn<bool>("dates");
        for (int seed = 0; seed < 60; ++seed)
            QTest::addRow("%s %d", seed % 2 ? "dates" : "counts", seed) << seed << (seed % 2 == 1);
    }
    void classesAreSound()
    {
        QFETCH(int, seed);
        QFETCH(bool, dates);
        quint32 state = static_cast<quint32>(seed) * 77777U + 1U;
        const auto random = [&state](quint32 below) {
            return (state = state * 1664525U + 1013904223U, (state >> 9) % below);
        };
        const quint32 reach = 1U << (1 + seed % 14);
        std::vector<std::int64_t> values;
        for (int i = 0; i < 1 + seed * 2; ++i)
            values.push_back(1 + random(reach));
        const auto classes = dates ? dateClasses(values) : countClasses(values);
        QVERIFY(!classes.empty() && classes.size() <= 6);
        for (std::size_t i = 0; i < classes.size(); ++i) {
            QVERIFY(classes[i].first <= classes[i].last);
            QVERIFY(i == 0 || classes[i - 1].last < classes[i].first);
        }
        std::vector<int> used(classes.size());
        for (const std::int64_t value : values) {
            int holders = 0;
            for (std::size_t i = 0; i < classes.size(); ++i)
                if (classes[i].first <= value && value <= classes[i].last)
                    ++used[i], ++holders;
            QCOMPARE(holders, 1);
        }
        QVERIFY(std::find(used.begin(), used.end(), 0) == used.end());
    }

    void dateClassesFitTheRange_data()
    {
        QTest::addColumn<QList<int>>("starts");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("nothing") << QList<int>{} << QStringList{};
        QTest::newRow("one day") << QList<int>{dayOf(2025, 1, 30)} << QStringList{"Jan 2025"};
        QTest::newRow("three months") << QList<int>{dayOf(2025, 1, 30), dayOf(2025, 2, 1), dayOf(2025, 4, 30)}
                                      << QStringList{"Jan 2025", "Feb 2025", "Apr 2025"};
        QTest::newRow("years apart") << QList<int>{dayOf(2004, 1, 1), dayOf(2012, 6, 1), dayOf(2025, 12, 31)}
                                     << QStringList{"2004", "2012", "2025"};
        QTest::newRow("the sparse ones are joined")
            << QList<int>{dayOf(2005, 3, 1), dayOf(2006, 3, 1), dayOf(2021, 1, 1), dayOf(2021, 2, 1),
                          dayOf(2022, 1, 1), dayOf(2022, 2, 1), dayOf(2023, 1, 1), dayOf(2023, 2, 1),
                          dayOf(2024, 1, 1), dayOf(2024, 2, 1), dayOf(2025, 1, 1), dayOf(2025, 2, 1)}
            << QStringList{"2005–2006", "2021", "2022", "2023", "2024", "2025"};
    }
    void dateClassesFitTheRange()
    {
        QFETCH(QList<int>, starts);
        QFETCH(QStringList, expected);
        QStringList labels;
        for (const ValueSpan& c : dateClasses(std::vector<std::int64_t>(starts.begin(), starts.end())))
            labels << dateClassLabel(c, english);
        QCOMPARE(labels, expected);
    }

    void partsWidenClasses_data()
    {
        QTest::addColumn<QList<int>>("values");
        QTest::addColumn<QString>("expected");
        QTest::newRow("none") << QList<int>{} << "2 5-7 20";
        QTest::newRow("within") << QList<int>{2, 6} << "2 5-7 20";
        QTest::newRow("between") << QList<int>{3, 9} << "2-3 5-9 20";
        QTest::newRow("at the ends") << QList<int>{1, 25} << "1-2 5-7 20-25";
    }
    void partsWidenClasses()
    {
        QFETCH(QList<int>, values);
        QFETCH(QString, expected);
        std::vector<ValueSpan> classes{{2, 2}, {5, 7}, {20, 20}};
        coverValues(classes, {values.begin(), values.end()}, [](std::int64_t v) { return v; });
        QCOMPARE(text(classes), expected);
    }

    void noClassIsEmpty_data()
    {
        QTest::addColumn<QString>("filter");
        for (const char* filter : {"", "platform:DeepSeek", "country:US", "bloc:EU27", "nosuchword"})
            QTest::newRow(*filter ? filter : "everything") << filter;
    }
    void noClassIsEmpty()
    {
        QFETCH(QString, filter);
        m_starter.filter(filter);
        const RecordFacts facts = factsOn(test::fixedToday);
        for (const MapMode mode : {MapMode::Events, MapMode::FirstEvent}) {
            const MapClasses classes = classesFor(mode, facts);
            for (const MapLegendRow& row : classes.legend())
                QVERIFY2(row.places.value_or(1) > 0, qPrintable(row.label));
        }
    }

    void dateLabels_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::addColumn<QString>("label");
        QTest::newRow("month") << dayOf(2025, 2, 1) << dayOf(2025, 2, 28) << "Feb 2025";
        QTest::newRow("quarter") << dayOf(2025, 4, 1) << dayOf(2025, 6, 30) << "Q2 2025";
        QTest::newRow("half a year") << dayOf(2025, 7, 1) << dayOf(2025, 12, 31) << "second half of 2025";
        QTest::newRow("year") << dayOf(2025, 1, 1) << dayOf(2025, 12, 31) << "2025";
        QTest::newRow("years") << dayOf(2019, 1, 1) << dayOf(2022, 12, 31) << "2019–2022";
        QTest::newRow("months") << dayOf(2025, 2, 1) << dayOf(2025, 8, 31) << "Feb 2025 – Aug 2025";
        QTest::newRow("six months, no half")
            << dayOf(2025, 4, 1) << dayOf(2025, 9, 30) << "Apr 2025 – Sept 2025";
        QTest::newRow("three months, no quarter")
            << dayOf(2025, 2, 1) << dayOf(2025, 4, 30) << "Feb 2025 – Apr 2025";
    }
    void dateLabels()
    {
        QFETCH(int, first);
        QFETCH(int, last);
        QFETCH(QString, label);
        QCOMPARE(dateClassLabel(days(first, last), english), label);
    }

    // The facts by another way: each row is asked for itself.
    void factsAreThoseOfTheRows_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("day");
        QTest::newRow("everything today") << "" << test::fixedToday;
        QTest::newRow("DeepSeek in February 2025") << "platform:DeepSeek" << dayOf(2025, 2, 10);
        QTest::newRow("one country") << "country:US" << test::fixedToday;
        QTest::newRow("nothing") << "nosuchword" << test::fixedToday;
    }
    void factsAreThoseOfTheRows()
    {
        QFETCH(QString, filter);
        QFETCH(int, day);
        m_starter.filter(filter);
        const Columns& columns = m_starter.workspace.columns();
        const RecordFacts facts = factsOn(day);
        for (int number = 1; number < columns.table(Facet::Country).size(); ++number) {
            std::uint32_t total = 0, count = 0, inForce = 0;
            int severity = -1;
            std::optional<Row> first;
            for (Row row = 0; row < columns.size(); ++row) {
                const int place = columns.place[row];
                if (place != number && columns.countryOf[static_cast<std::size_t>(place)] != number)
                    continue;
                ++total;
                if (!m_starter.workspace.inResult(row))
                    continue;
                ++count;
                first = first.value_or(row);
                if (inForceOn(columns, row, day) == InForce::No)
                    continue;
                ++inForce;
                severity = std::max(severity, severityOf(row));
            }
            const PlaceFacts& found = facts.of(number);
            QCOMPARE(found.total, total);
            QCOMPARE(found.count, count);
            QCOMPARE(found.inForce, inForce);
            QCOMPARE(found.first, first);
            QCOMPARE(found.strictest.has_value(), severity >= 0);
            if (found.strictest)
                QCOMPARE(severityOf(*found.strictest), severity);
        }
    }

    void absenceHasItsOwnKinds()
    {
        m_starter.filter(QStringLiteral("platform:DeepSeek"));
        const RecordFacts facts = factsOn(test::fixedToday);
        const MapClasses classes = classesFor(MapMode::StrictestInForce, facts);
        const auto kind = [&](const char* code) {
            const auto number =
                m_starter.workspace.columns().table(Facet::Country).number(QLatin1String(code));
            return classes.valueOf(number ? facts.of(*number) : PlaceFacts{}).kind;
        };
        QCOMPARE(kind("IT"), MapValue::Kind::InClass);
        QCOMPARE(kind("EU"), MapValue::Kind::NoneInForce);
        QCOMPARE(kind("BR"), MapValue::Kind::NoneUnder);
        QCOMPARE(kind("TD"), MapValue::Kind::NoEvent);
        std::set<QRgb> colours;
        for (const auto k : {MapValue::Kind::NoEvent, MapValue::Kind::NoneUnder, MapValue::Kind::NoneInForce})
            colours.insert(classes.fill({k}, Theme::light()).colour.rgb());
        QCOMPARE(colours.size(), std::size_t(3));
    }

    void legendCountsAddUp_data()
    {
        QTest::addColumn<int>("mode");
        for (int mode = 0; mode < mapModeCount; ++mode)
            QTest::newRow(qPrintable(mapModeCode(static_cast<MapMode>(mode)))) << mode;
    }
    void legendCountsAddUp()
    {
        QFETCH(int, mode);
        m_starter.filter(QStringLiteral("platform:DeepSeek"));
        const RecordFacts facts = factsOn(test::fixedToday);
        const MapClasses classes = classesFor(static_cast<MapMode>(mode), facts);
        int countries = 0;
        for (int number = 1; number < m_starter.workspace.columns().table(Facet::Country).size(); ++number)
            countries += isCountry(m_starter.workspace.columns(), number) ? 1 : 0;
        int sum = 0;
        for (const MapLegendRow& row : classes.legend())
            if (!row.value.uncertain)
                sum += row.places.value_or(0);
        QCOMPARE(sum, countries);
    }

    void modesAreRemembered_data() { legendCountsAddUp_data(); }
    void modesAreRemembered()
    {
        QFETCH(int, mode);
        QCOMPARE(mapModeFromCode(mapModeCode(static_cast<MapMode>(mode))), static_cast<MapMode>(mode));
        QVERIFY(!mapModeFromCode(u"other"));
        QVERIFY(!mapModeLabel(static_cast<MapMode>(mode)).isEmpty());
    }

    // What can be told apart only by colour must differ in lightness; what cannot has a pattern of its own.
    void fillsAreToldApart_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("mode");
        for (const bool dark : {false, true})
            for (int mode = 0; mode < mapModeCount; ++mode)
                QTest::addRow("%s %d", dark ? "dark" : "light", mode) << dark << mode;
    }
    void fillsAreToldApart()
    {
        QFETCH(bool, dark);
        QFETCH(int, mode);
        const Theme theme = dark ? Theme::darkTheme() : Theme::light();
        const MapClasses classes = classesFor(static_cast<MapMode>(mode), factsOn(test::fixedToday));
        std::vector<MapFill> fills{classes.fill({MapValue::Kind::NoEvent}, theme),
                                   classes.fill({MapValue::Kind::NoneUnder}, theme)};
        if (static_cast<MapMode>(mode) == MapMode::StrictestInForce)
            fills.push_back(classes.fill({MapValue::Kind::NoneInForce}, theme));
        const std::size_t first = fills.size();
        for (int i = 0; i < classes.size(); ++i)
            fills.push_back(classes.fill({MapValue::Kind::InClass, i}, theme));
        for (std::size_t i = 0; i < fills.size(); ++i)
            for (std::size_t j = i + 1; j < fills.size(); ++j) {
                const double ratio = contrast(fills[i].colour, fills[j].colour);
                const bool told =
                    fills[i].pattern != fills[j].pattern || ratio >= 1.12 || (i < first) != (j < first);
                QVERIFY2(told, qPrintable(QStringLiteral("%1 and %2: %3").arg(i).arg(j).arg(ratio)));
            }
        for (const MapFill& fill : fills)
            QVERIFY(fill.pattern == Pattern::Plain || contrast(fill.colour, fill.lines) >= 1.3);
    }

    void uncertainIsStriped()
    {
        PlaceFacts facts;
        facts.total = facts.count = facts.inForce = 1;
        facts.strictest = facts.first = Row(0);
        const MapClasses classes = classesFor(MapMode::StrictestInForce, factsOn(test::fixedToday));
        facts.certain = true;
        QVERIFY(classes.fill(classes.valueOf(facts), Theme::light()).pattern != Pattern::Stripes);
        facts.certain = false;
        QCOMPARE(classes.fill(classes.valueOf(facts), Theme::light()).pattern, Pattern::Stripes);
    }

    void clicksChoose_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<bool>("alone");
        QTest::addColumn<QStringList>("after");
        QTest::newRow("first") << QStringList{} << true << QStringList{"IT"};
        QTest::newRow("replaces") << QStringList{"FR", "DE"} << true << QStringList{"IT"};
        QTest::newRow("again: takes away") << QStringList{"IT"} << true << QStringList{};
        QTest::newRow("one of several: alone") << QStringList{"IT", "FR"} << true << QStringList{"IT"};
        QTest::newRow("adds") << QStringList{"FR"} << false << QStringList{"FR", "IT"};
        QTest::newRow("takes one out") << QStringList{"FR", "IT"} << false << QStringList{"FR"};
    }
    void clicksChoose()
    {
        QFETCH(QStringList, before);
        QFETCH(bool, alone);
        QFETCH(QStringList, after);
        Filter filter;
        filter[Facet::Country].anyOf = before;
        filter[Facet::Country].noneOf = {QStringLiteral("IT")};
        const Filter result = withPlaceChosen(filter, QStringLiteral("IT"), alone);
        QCOMPARE(result[Facet::Country].anyOf, after);
        QVERIFY(result[Facet::Country].noneOf.isEmpty());
    }

    void cardsTell_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("line"); // one of them
        QTest::newRow("in force") << "platform:DeepSeek"
                                  << "IT"
                                  << "Italy"
                                  << "App-store removal since 29 January 2025";
        QTest::newRow("a part") << ""
                                << "US-UT"
                                << "Utah, United States"
                                << "Ban on official devices since 12 December 2022";
        QTest::newRow("none in force") << "platform:DeepSeek"
                                       << "EU"
                                       << "European Union"
                                       << "None in force on the day";
        QTest::newRow("no event") << ""
                                  << "TD"
                                  << "Chad"
                                  << "No event in the record";
        QTest::newRow("a part without events") << ""
                                               << "US-HI"
                                               << "Hawaii, United States"
                                               << "No event of its own in the record";
        QTest::newRow("concerns") << "platform:DeepSeek country:IT"
                                  << "IT"
                                  << "Italy"
                                  << "Transparency, data handling, cross-border transfer";
    }
    void cardsTell()
    {
        QFETCH(QString, filter);
        QFETCH(QString, code);
        QFETCH(QString, title);
        QFETCH(QString, line);
        m_starter.filter(filter);
        const RecordFacts facts = factsOn(test::fixedToday);
        const MapCard card = placeCard(story(facts), code);
        QCOMPARE(card.title, title);
        QVERIFY2(card.lines.contains(line), qPrintable(card.lines.join(QStringLiteral(" | "))));
    }

    void summariesNameTheStrictest()
    {
        m_starter.filter(QStringLiteral("platform:DeepSeek"));
        const RecordFacts facts = factsOn(test::fixedToday);
        const QString summary = placeSummary(story(facts), QStringLiteral("IT"));
        QVERIFY2(summary.startsWith(QStringLiteral("Italy: ")), qPrintable(summary));
        QVERIFY2(
            summary.endsWith(QStringLiteral("strictest in force: app-store removal since 29 January 2025")),
            qPrintable(summary));
    }

private:
    int severityOf(Row row)
    {
        const Columns& columns = m_starter.workspace.columns();
        const QString code = columns.table(Facet::Measure).codes[columns.measure[row]];
        return m_starter.workspace.vocabulary().find(TermKind::Measure, code)->severity;
    }
    RecordFacts factsOn(Day day)
    {
        Workspace& w = m_starter.workspace;
        return collectFacts(w.columns(), w.vocabulary(), w.result(), day);
    }
    MapClasses classesFor(MapMode mode, const RecordFacts& facts)
    {
        return {mode, m_starter.workspace.columns(), m_starter.workspace.vocabulary(), facts, english};
    }
    PlaceStory story(const RecordFacts& facts)
    {
        const Workspace& w = m_starter.workspace;
        return {w.columns(), w.vocabulary(), w.gazetteer(), facts, w.result(), english};
    }

    test::Starter m_starter;
};

QTEST_GUILESS_MAIN(TestMapClasses)
#include "tst_mapclasses.moc"
