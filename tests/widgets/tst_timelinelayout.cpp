// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// INTERDICT_EVERY_TIME_ZONE
#include "tests/support/plaincolumns.h"
#include "tests/support/random.h"
#include "widgets/timeline/stretches.h"
#include "widgets/timeline/timelinelayout.h"

#include <QtTest>

#include <numeric>
#include <set>

using namespace interdict;
using test::PlainEvent;

namespace {

constexpr double sevenPixels = 7;
double fakeWidth(const QString& text)
{
    return sevenPixels * static_cast<double>(text.size());
}

// Everything that a layout is made from, kept together.
struct Scene
{
    explicit Scene(const std::vector<PlainEvent>& events, LaneBy by = LaneBy::Country,
                   std::vector<Milestone> milestones = {})
        : columns(test::plainColumns(events))
        , rows(columns.size())
        , milestoneLane(std::move(milestones))
    {
        std::iota(rows.begin(), rows.end(), Row(0));
        const MarkScheme scheme(Theme::light(), test::plainVocabulary(), ColourBy::Measure);
        lanes = TimelineLanes(columns, rows, by, RowStyles(scheme, columns),
                              [](const QString& code) { return code; });
        in.lanes = &lanes;
        in.milestones = &milestoneLane;
        in.size = {1000, 300};
        in.today = in.asOf = dayOf(2026, 11, 24);
        in.title = [](Row row) { return u"Title %1"_qs.arg(row); };
        in.textWidth = in.boldWidth = fakeWidth;
        in.locale = QLocale(u"en_GB"_qs);
    }
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;

    // The plot is 840 px wide: `days` from `first` on.
    TimelineLayout layout(Day first, double days)
    {
        in.scale = TimeScale(TimelineLayout::plotLeft(1000), 840, first, days);
        return TimelineLayout(in);
    }

    Columns columns;
    std::vector<Row> rows;
    MilestoneLane milestoneLane;
    TimelineLanes lanes;
    TimelineInput in;
};

QString marksText(const std::vector<PlacedMark>& marks)
{
    QStringList parts;
    for (const PlacedMark& mark : marks)
        parts << u"%1x%2@%3"_qs.arg(mark.x).arg(mark.count()).arg(mark.subRow);
    return parts.join(u' ');
}

QString stretchText(const std::vector<Stretch>& stretches)
{
    QStringList parts;
    for (const Stretch& s : stretches)
        parts << u"%1..%2=%3%4"_qs.arg(s.from)
                     .arg(s.end == noEnd ? u"open"_qs : QString::number(s.end))
                     .arg(s.style)
                     .arg(s.certain ? QString() : u"?"_qs);
    return parts.join(u' ');
}

AnchorIndex indexAt(const std::vector<int>& days)
{
    std::vector<Anchor> anchors;
    for (const int day : days)
        anchors.push_back(2 * day - 1); // its anchorDay is the day itself
    return AnchorIndex::of(anchors);
}

Milestone milestone(const QString& date, const QString& country, const QString& title)
{
    Milestone made;
    made.date = *PartialDate::parse(date);
    made.country = country;
    made.title = title;
    return made;
}

// Events of five countries over two years, some of them with partial dates or an end.
std::vector<PlainEvent> manyEvents(int count)
{
    const QStringList countries{u"IT"_qs, u"FR"_qs, u"US"_qs, u"DE"_qs, u"KR"_qs};
    const QStringList measures{u"device_ban"_qs, u"advisory"_qs, u"national_block"_qs};
    test::Chance chance(7);
    std::vector<PlainEvent> events;
    for (int i = 0; i < count; ++i) {
        const Day day = dayOf(2024, 6, 1) + chance.below(700);
        const QString date = PartialDate::ofDay(day).text();
        PlainEvent event{chance.oneIn(9) ? date.left(7) : date};
        event.country = chance.of(countries);
        event.measure = chance.of(measures);
        event.inForce = event.measure != u"advisory"_qs;
        if (chance.oneIn(3))
            event.end = PartialDate::ofDay(day + chance.between(40, 300)).text();
        events.push_back(event);
    }
    std::sort(events.begin(), events.end(),
              [](const PlainEvent& a, const PlainEvent& b) { return a.start < b.start; });
    return events;
}

} // namespace

class TestTimelineLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsMarksThatWouldTouch_data()
    {
        QTest::addColumn<QList<int>>("days");
        QTest::addColumn<QString>("marks");
        QTest::newRow("apart") << QList<int>{0, 13, 40} << "0x1@0 13x1@0 40x1@0";
        QTest::newRow("touching") << QList<int>{0, 12} << "6x2@0";
        QTest::newRow("same day") << QList<int>{5, 5, 5} << "5x3@0";
        QTest::newRow("a fold takes no more than it covers")
            << QList<int>{0, 7, 14, 21, 28, 35} << "10.5x4@0 31.5x2@0";
        QTest::newRow("a fold gives way to the right") << QList<int>{0, 13, 13} << "0x1@0 16x2@0";
        QTest::newRow("nothing") << QList<int>{} << "";
    }
    void foldsMarksThatWouldTouch()
    {
        QFETCH(QList<int>, days);
        QFETCH(QString, marks);
        const AnchorIndex index = indexAt({days.begin(), days.end()});
        QCOMPARE(marksText(foldMarks(index, 1, {}, MarkMetrics())), marks);
    }

    void foldsDoNotDependOnTheView()
    {
        test::Chance chance(3);
        std::vector<int> days;
        for (int i = 0; i < 400; ++i)
            days.push_back(chance.below(900));
        std::sort(days.begin(), days.end());
        const MarkMetrics metrics;
        const auto all = foldMarks(indexAt(days), 2.5, {}, metrics);
        std::uint32_t members = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            members += all[i].count();
            if (i > 0)
                QVERIFY(all[i].left() >= all[i - 1].right() + metrics.gap - 1e-9);
        }
        QCOMPARE(members, 400U);
        const auto some = foldMarks(indexAt(days), 2.5, {600, 900}, metrics);
        QVERIFY(some.size() > 5);
        QVERIFY(std::search(all.begin(), all.end(), some.begin(), some.end()) != all.end());
    }

    void stacksMarksInLines_data()
    {
        QTest::addColumn<int>("lines");
        QTest::addColumn<QString>("marks");
        // Three open measures a day apart at 10 px a day, then one far to the right.
        QTest::newRow("one line folds") << 1 << "15x3@0 1005x1@0";
        QTest::newRow("two lines") << 2 << "5x1@0 15x1@1 25x1@0 1005x1@0";
        QTest::newRow("a line each, none over another's bar") << 4 << "5x1@0 15x1@1 25x1@2 1005x1@3";
    }
    void stacksMarksInLines()
    {
        QFETCH(int, lines);
        QFETCH(QString, marks);
        Scene scene({{u"1970-01-01"_qs}, {u"1970-01-02"_qs}, {u"1970-01-03"_qs}, {u"1970-04-11"_qs}});
        const StackedLane stack =
            stackMarks(scene.lanes.lane(0), scene.columns, 10, lines, 1e9, MarkMetrics());
        QCOMPARE(marksText(stack.marks), marks);
        std::vector<std::uint32_t> members = stack.members;
        std::sort(members.begin(), members.end());
        QCOMPARE(members, (std::vector<std::uint32_t>{0, 1, 2, 3}));
    }

    void keepsTheStrictestOfEachDay_data()
    {
        using Spans = QList<QList<int>>; // from, sure from, sure end, end, style; end 0: open
        QTest::addColumn<Spans>("spans");
        QTest::addColumn<QString>("stretches");
        QTest::newRow("one") << Spans{{10, 10, 20, 20, 2}} << "10..20=2";
        QTest::newRow("weaker inside") << Spans{{10, 10, 30, 30, 0}, {15, 15, 20, 20, 2}} << "10..30=0";
        QTest::newRow("stricter inside")
            << Spans{{10, 10, 30, 30, 2}, {15, 15, 20, 20, 0}} << "10..15=2 15..20=0 20..30=2";
        QTest::newRow("open") << Spans{{10, 10, 0, 0, 2}, {15, 15, 20, 20, 0}}
                              << "10..15=2 15..20=0 20..open=2";
        QTest::newRow("gap") << Spans{{10, 10, 12, 12, 2}, {15, 15, 20, 20, 2}} << "10..12=2 15..20=2";
        QTest::newRow("joined") << Spans{{10, 10, 15, 15, 2}, {15, 15, 20, 20, 2}} << "10..20=2";
        QTest::newRow("uncertain ends") << Spans{{10, 14, 20, 25, 1}} << "10..14=1? 14..20=1 20..25=1?";
        QTest::newRow("another makes it certain")
            << Spans{{10, 14, 20, 25, 1}, {8, 8, 30, 30, 1}} << "8..30=1";
        QTest::newRow("out of order") << Spans{{20, 20, 30, 30, 1}, {10, 10, 22, 22, 1}} << "10..30=1";
    }
    void keepsTheStrictestOfEachDay()
    {
        using Spans = QList<QList<int>>;
        QFETCH(Spans, spans);
        QFETCH(QString, stretches);
        StretchUnion all;
        for (const QList<int>& span : spans) {
            const auto end = [](int day) { return day == 0 ? noEnd : day; };
            const auto style = static_cast<std::uint8_t>(span[4]);
            all.add(
                RowSpan{{span[0], end(span[3]), style, false}, {span[1], end(span[2]), style, true}, true});
        }
        QCOMPARE(stretchText(all.strictest()), stretches);
    }

    void dividesIntoLanes_data()
    {
        QTest::addColumn<LaneBy>("by");
        QTest::addColumn<QString>("lanes");
        QTest::newRow("country, states within") << LaneBy::Country << "US:0,1,3 IT:2";
        QTest::newRow("place: its own lane first, then states as they acted")
            << LaneBy::Place << "US:1 US-TX:0 US-NY:3 IT:2";
        QTest::newRow("platform, an event in both")
            << LaneBy::Platform << "DeepSeek:0,1,2 TikTok:1 unknown:3";
        QTest::newRow("concern") << LaneBy::Concern << "censorship:1,2 unknown:0,3 data_handling:2";
        QTest::newRow("measure") << LaneBy::Measure << "device_ban:0,1,3 advisory:2";
        QTest::newRow("none") << LaneBy::None << ":0,1,2,3";
    }
    void dividesIntoLanes()
    {
        QFETCH(LaneBy, by);
        QFETCH(QString, lanes);
        const QString deepSeek = u"DeepSeek"_qs;
        Scene scene({{u"2025-01-01"_qs, QString(), u"US"_qs, u"US-TX"_qs, u"device_ban"_qs, {deepSeek}},
                     {u"2025-01-02"_qs,
                      QString(),
                      u"US"_qs,
                      QString(),
                      u"device_ban"_qs,
                      {deepSeek, u"TikTok"_qs},
                      {u"censorship"_qs}},
                     {u"2025-01-03"_qs,
                      QString(),
                      u"IT"_qs,
                      QString(),
                      u"advisory"_qs,
                      {deepSeek},
                      {u"censorship"_qs, u"data_handling"_qs}},
                     {u"2025-01-04"_qs, QString(), u"US"_qs, u"US-NY"_qs}},
                    by);
        QStringList parts;
        for (int lane = 0; lane < scene.lanes.size(); ++lane) {
            QStringList rows;
            for (const Row row : scene.lanes.lane(lane).rows)
                rows << QString::number(row);
            parts << scene.lanes.lane(lane).code + u':' + rows.join(u',');
        }
        QCOMPARE(parts.join(u' '), lanes);
    }

    void dividesIntoPlaces_data()
    {
        QTest::addColumn<QStringList>("events"); // day, country, subdivision
        QTest::addColumn<QString>("lanes");
        QTest::newRow("states in the order in which they acted, not by number")
            << QStringList{u"2025-01-02 US US-TX"_qs, u"2025-01-03 US US-NY"_qs, u"2025-01-04 US US-NY"_qs,
                           u"2025-01-05 US"_qs, u"2025-01-06 US US-AL"_qs}
            << "US (national)|US-TX, US|US-NY, US|US-AL, US";
        QTest::newRow("countries with most events first, their states counted")
            << QStringList{u"2025-01-01 IT"_qs, u"2025-01-02 IT"_qs, u"2025-01-03 US US-TX"_qs,
                           u"2025-01-04 US US-NY"_qs, u"2025-01-05 US"_qs}
            << "US (national)|US-TX, US|US-NY, US|IT";
        QTest::newRow("as many: by name") << QStringList{u"2025-01-01 KR"_qs, u"2025-01-02 IT"_qs} << "IT|KR";
        QTest::newRow("states alone") << QStringList{u"2025-01-01 US US-TX"_qs} << "US-TX, US";
        QTest::newRow("a year stands in its middle, behind April")
            << QStringList{u"2025 AU AU-NSW"_qs, u"2025-04 AU AU-SA"_qs} << "AU-SA, AU|AU-NSW, AU";
    }
    void dividesIntoPlaces()
    {
        QFETCH(QStringList, events);
        QFETCH(QString, lanes);
        std::vector<PlainEvent> plain;
        for (const QString& event : events)
            plain.push_back(
                {event.section(u' ', 0, 0), QString(), event.section(u' ', 1, 1), event.section(u' ', 2, 2)});
        Scene scene(plain, LaneBy::Place);
        QStringList names;
        for (int lane = 0; lane < scene.lanes.size(); ++lane)
            names << scene.lanes.plain(lane).name;
        QCOMPARE(names.join(u'|'), lanes);
    }

    // A lane name gives up what its neighbours say before it is cut.
    void shortensNamesOfPlaces()
    {
        Scene scene(
            {{u"2025-01-01"_qs, QString(), u"US"_qs}, {u"2025-01-02"_qs, QString(), u"US"_qs, u"US-TX"_qs}},
            LaneBy::Place);
        const auto names = [&scene] {
            const TimelineLayout layout = scene.layout(dayOf(2025, 1, 1), 100);
            return QStringList{layout.lanes()[0].name, layout.lanes()[1].name};
        };
        QCOMPARE(names(), (QStringList{u"US (national)"_qs, u"US-TX, US"_qs}));
        scene.in.textWidth = [](const QString& text) { return 14.0 * double(text.size()); };
        QCOMPARE(names()[1], u"US-TX"_qs);
    }

    void lightsUpPlaces_data()
    {
        QTest::addColumn<LaneBy>("by");
        QTest::addColumn<Hover>("hover");
        QTest::addColumn<QString>("lanes"); // those lit up
        QTest::newRow("state") << LaneBy::Place << Hover{{}, u"US-TX"_qs} << "US-TX";
        QTest::newRow("country: all of it") << LaneBy::Place << Hover{{}, u"US"_qs} << "US US-TX US-NY";
        QTest::newRow("event of a state") << LaneBy::Place << Hover{Row(1), {}} << "US-TX";
        QTest::newRow("event of a country") << LaneBy::Place << Hover{Row(0), {}} << "US";
        QTest::newRow("state, lanes by country") << LaneBy::Country << Hover{{}, u"US-TX"_qs} << "US";
        QTest::newRow("lanes of another kind") << LaneBy::Measure << Hover{{}, u"US"_qs} << "";
    }
    void lightsUpPlaces()
    {
        QFETCH(LaneBy, by);
        QFETCH(Hover, hover);
        QFETCH(QString, lanes);
        Scene scene({{u"2025-01-01"_qs, QString(), u"US"_qs},
                     {u"2025-01-02"_qs, QString(), u"US"_qs, u"US-TX"_qs},
                     {u"2025-01-03"_qs, QString(), u"US"_qs, u"US-NY"_qs},
                     {u"2025-01-04"_qs}},
                    by);
        scene.in.hover = hover;
        const TimelineLayout layout = scene.layout(dayOf(2025, 1, 1), 100);
        QStringList lit;
        for (const LaneBox& box : layout.lanes())
            if (box.highlighted)
                lit << scene.lanes.plain(box.lane).code;
        QCOMPARE(lit.join(u' '), lanes);
    }

    void fitsThePeriod_data()
    {
        QTest::addColumn<QString>("period");
        QTest::addColumn<QString>("days");
        QTest::newRow("none: to today, something goes on") << ""
                                                           << "2025-01-05 2026-11-24";
        QTest::newRow("period, not to today") << "2024-12..2025-06"
                                              << "2024-12-01 2025-06-30";
        QTest::newRow("a day of a period") << "2025-01-05..2025-01-05"
                                           << "2025-01-05 2025-01-05";
        QTest::newRow("open at the end") << "2025-02.."
                                         << "2025-02-01 2026-11-24";
        QTest::newRow("open at the end, all of it to come") << "2027.."
                                                            << "2027-01-01 2027-01-01";
        QTest::newRow("open at the beginning") << "..2025-06"
                                               << "2025-01-05 2025-06-30";
        QTest::newRow("open at the beginning, before everything") << "..2024"
                                                                  << "2024-12-31 2024-12-31";
    }
    void fitsThePeriod()
    {
        QFETCH(QString, period);
        QFETCH(QString, days);
        Scene scene({{u"2025-01-05"_qs}, {u"2025-03-01"_qs, u"2025-04-01"_qs}});
        std::optional<Period> asked;
        if (!period.isEmpty())
            asked = Period{PartialDate::parse(period.section(u".."_qs, 0, 0)),
                           PartialDate::parse(period.section(u".."_qs, 1))};
        const auto shown = daysToFit(scene.columns, scene.rows, asked, scene.in.today);
        QCOMPARE(PartialDate::ofDay(shown->first).text() + u' ' + PartialDate::ofDay(shown->last).text(),
                 days);
    }

    void ordersByTheMiddleOfPartialDates()
    {
        Scene scene({{u"2025"_qs}, {u"2025-01-10"_qs}, {u"2025-02"_qs}, {u"2025-02-13"_qs}});
        QCOMPARE(scene.lanes.lane(0).rows, (std::vector<Row>{1, 3, 2, 0}));
    }

    // The whole draw list, as text.
    void laysOut_data()
    {
        QTest::addColumn<std::function<void(Scene&)>>("change");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << std::function<void(Scene&)>([](Scene&) {
        }) << "US 2: =2[230..280] (2)231\nIT 1: =2[330..479>] 2@331 'Title 2'\nline 451: Today";
        QTest::newRow("as of another day")
            << std::function<void(Scene&)>([](Scene& s) { s.in.asOf = s.in.today - 40; })
            << "US 2: =2[230..280] (2)231\nIT 1: =2[330..479>] 2@331 'Title 2'\nline 351: As of 15 Oct "
               "2026\nline 451: Today";
        QTest::newRow("selected, hovered, focused") << std::function<void(Scene&)>([](Scene& s) {
            s.in.selection = {0};
            s.in.hover.row = 2;
            s.in.focus = TimelineFocus{u"IT"_qs, 2};
        }) << "US 2: =2[230..280] (2)231*\n^IT 1: =2[330..479>] 2@331^! 'Title 2'\nline 451: Today";
        QTest::newRow("a place is hovered")
            << std::function<void(Scene&)>([](Scene& s) { s.in.hover.place = u"US"_qs; })
            << "^US 2: =2[230..280] (2)231^\nIT 1: =2[330..479>] 2@331 'Title 2'\nline 451: Today";
        QTest::newRow("days between two") << std::function<void(Scene&)>([](Scene& s) {
            s.in.selection = {2, 0};
        })
                                          << "US 2: =2[230..280] (2)231*\nIT 1: =2[330..479>] 2@331* 'Title "
                                             "2'\nline 451: Today\nmeasure 231..331: 40 days";
    }
    void laysOut()
    {
        QFETCH(std::function<void(Scene&)>, change);
        QFETCH(QString, text);
        // At 2.5 px a day.
        Scene scene({{u"2026-08-28"_qs, u"2026-09-17"_qs, u"US"_qs},
                     {u"2026-08-28"_qs, QString(), u"US"_qs, QString(), u"advisory"_qs, {}, {}, 0, false},
                     {u"2026-10-07"_qs}});
        scene.in.size.setHeight(90); // no room for second lines
        change(scene);
        QCOMPARE(scene.layout(dayOf(2026, 7, 31), 336).toText(), text);
    }

    void drawsDatesAsWhatTheyAre_data()
    {
        QTest::addColumn<PlainEvent>("event");
        QTest::addColumn<QString>("lane");
        // 5 px a day from 31 July 2026 at x = 160; today is at 743.
        PlainEvent event{u"2026-08-28"_qs};
        QTest::newRow("goes on, fades behind today") << event << "IT 1: =2[300..771>] 2@303 'Title 0'";
        event.end = u"2026-09-17"_qs;
        QTest::newRow("ended on a day") << event << "IT 1: =2[300..400] 2@303 'Title 0'";
        event.end = u"2026-09"_qs;
        QTest::newRow("ended in a month") << event << "IT 1: =2[300..320] =2?[320..465] 2@303 'Title 0'";
        event = {u"2026-09"_qs};
        QTest::newRow("began in a month")
            << event << "IT 1: =2?[320..465] =2[465..771>] 2@395[320..470] 'Title 0'";
        event = {u"2026-08-28"_qs};
        event.moreFlags = Columns::EndUnknown;
        QTest::newRow("ended on an unknown day") << event << "IT 1: =2?[300..305] 2@303? 'Title 0'";
        event = {u"2026-08-28"_qs, u"2026-09-17"_qs};
        event.inForce = false;
        QTest::newRow("an inquiry from day to day") << event << "IT 1: -2[300..405] 2@303 'Title 0'";
        event.end.clear();
        QTest::newRow("an act without duration") << event << "IT 1: 2@303 'Title 0'";
    }
    void drawsDatesAsWhatTheyAre()
    {
        QFETCH(PlainEvent, event);
        QFETCH(QString, lane);
        event.measure = u"device_ban"_qs;
        Scene scene({event});
        QCOMPARE(scene.layout(dayOf(2026, 7, 31), 168).toText().section(u'\n', 0, 0), lane);
    }

    void showsMilestonesAbove()
    {
        Scene scene({{u"2026-08-28"_qs}}, LaneBy::Country,
                    {milestone(u"2026-10-02"_qs, u"CN"_qs, u"Model B"_qs),
                     milestone(u"2026-08-28"_qs, u"US"_qs, u"Chip"_qs),
                     milestone(u"2026-10-01"_qs, u"CN"_qs, u"Model A"_qs)});
        const TimelineLayout layout = scene.layout(dayOf(2026, 7, 31), 168);
        QCOMPARE(layout.toText().section(u'\n', 0, 0), u"milestones: o0@303 (2)475"_qs);
        QCOMPARE(layout.milestones(layout.items()[1]), (std::vector<std::uint32_t>{1, 2}));
        QCOMPARE(layout.labels().front().text, u"Chip"_qs);
    }

    // At every zoom and place: nothing is lost, and no text stands on a mark or another text.
    void keepsTextsApart_data()
    {
        QTest::addColumn<LaneBy>("by");
        for (const LaneByInfo& choice : laneChoices())
            QTest::newRow(choice.key) << choice.by;
    }
    void keepsTextsApart()
    {
        QFETCH(LaneBy, by);
        Scene scene(manyEvents(160), by);
        scene.in.size.setHeight(700);
        int labels = 0;
        for (double days = 1500; days > 5; days /= 1.4) {
            const TimelineLayout layout = scene.layout(dayOf(2024, 9, 1), days);
            std::vector<QRectF> taken;
            for (const TimelineItem& item : layout.items())
                taken.push_back(item.rect.adjusted(0.01, 0.01, -0.01, -0.01));
            for (const TimelineLabel& label : layout.labels())
                taken.push_back(label.rect);
            labels += static_cast<int>(layout.labels().size());
            for (std::size_t i = 0; i < taken.size(); ++i)
                for (std::size_t j = i + 1; j < taken.size(); ++j)
                    QVERIFY2(!taken[i].intersects(taken[j]), qPrintable(QString::number(days)));
        }
        QVERIFY(labels > 20);
    }

    void countsEveryEventOnce()
    {
        Scene scene(manyEvents(160));
        for (double days = 1500; days > 800; days /= 1.2) {
            for (const bool stacked : {false, true}) {
                scene.in.size.setHeight(stacked ? 100'000 : 60);
                std::set<Row> rows;
                std::size_t members = 0;
                const TimelineLayout layout = scene.layout(dayOf(2024, 5, 1), days);
                for (const TimelineItem& item : layout.items()) {
                    const std::vector<Row> held = layout.rows(item);
                    QCOMPARE(held.size(), std::size_t(item.count));
                    members += held.size();
                    rows.insert(held.begin(), held.end());
                }
                QCOMPARE(members, rows.size());
                if (stacked)
                    QCOMPARE(rows.size(), std::size_t(160));
            }
        }
    }

    void growsLanesWhenCloser()
    {
        Scene scene({{u"2026-09-01"_qs}, {u"2026-09-02"_qs}, {u"2026-09-03"_qs}, {u"2026-09-04"_qs}});
        scene.in.size.setHeight(40); // room for one line
        const double one = scene.layout(dayOf(2026, 1, 1), 400).contentHeight();
        QCOMPARE(one, TimelineLayout::subRowHeight + 2 * TimelineLayout::lanePadding);
        QCOMPARE(scene.layout(dayOf(2026, 8, 25), 20).contentHeight(),
                 one + 3 * TimelineLayout::subRowHeight);
        scene.in.size.setHeight(400); // room enough at any zoom
        QVERIFY(scene.layout(dayOf(2026, 1, 1), 400).contentHeight() > one);
    }

    void findsWhatIsUnderAPoint()
    {
        using Kind = TimelineLayout::Hit::Kind;
        Scene scene(manyEvents(60));
        scene.in.size.setHeight(2000);
        const TimelineLayout layout = scene.layout(dayOf(2024, 9, 1), 300);
        QVERIFY(layout.items().size() > 10);
        for (int i = 0; i < static_cast<int>(layout.items().size()); ++i) {
            const TimelineItem& item = layout.items()[static_cast<std::size_t>(i)];
            if (item.rect.center().x() < layout.scale().left())
                continue;
            const auto hit = layout.hitTest(item.rect.center());
            QCOMPARE(int(hit.kind), int(Kind::Item));
            QCOMPARE(hit.index, i);
        }
        const LaneBox& box = layout.lanes()[1];
        QCOMPARE(int(layout.hitTest({10, box.rect.center().y()}).kind), int(Kind::LaneName));
        QCOMPARE(layout.hitTest({10, box.rect.center().y()}).index, 1);
        QCOMPARE(int(layout.hitTest({500, 5}).kind), int(Kind::Axis));
        QCOMPARE(int(layout.hitTest({500, 1999}).kind), int(Kind::Plot));
    }

    void findsABarByItsEvent()
    {
        Scene scene({{u"2026-08-01"_qs}, {u"2026-08-03"_qs}});
        const TimelineLayout layout = scene.layout(dayOf(2026, 8, 10), 20); // both began before the view
        QCOMPARE(layout.items().size(), std::size_t(0));
        QCOMPARE(layout.labels().size(), std::size_t(2)); // the bars say what they are
        const QPointF onSecond = layout.bars()[1].rect.center();
        const auto hit = layout.hitTest(onSecond);
        QCOMPARE(int(hit.kind), int(TimelineLayout::Hit::Kind::Bar));
        QCOMPARE(*layout.bars()[static_cast<std::size_t>(hit.index)].row, Row(1));
    }

    void scrollsLanes()
    {
        Scene scene(manyEvents(40));
        scene.in.size.setHeight(60);
        const TimelineLayout still = scene.layout(dayOf(2024, 5, 1), 900);
        scene.in.scroll = 26;
        const TimelineLayout moved = scene.layout(dayOf(2024, 5, 1), 900);
        QCOMPARE(still.lanes().front().lane, 0);
        QCOMPARE(moved.lanes().front().lane, 1);
        QCOMPARE(moved.lanes().front().rect.top(), still.lanes().front().rect.top());
        QCOMPARE(moved.contentHeight(), still.contentHeight());
    }

    void countsDaysBetween_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<QString>("text");
        QTest::newRow("same day") << "2025-01-30"
                                  << "2025-01-30"
                                  << "same day";
        QTest::newRow("one") << "2025-01-30"
                             << "2025-01-31"
                             << "1 day";
        QTest::newRow("over a leap day") << "2024-02-28"
                                         << "2024-03-01"
                                         << "2 days";
        QTest::newRow("backwards") << "2025-03-18"
                                   << "2025-01-30"
                                   << "47 days";
        QTest::newRow("a month is an interval") << "2025-01-30"
                                                << "2025-03" << QString::fromUtf8("30–60 days");
        QTest::newRow("within the month") << "2025-03-10"
                                          << "2025-03" << QString::fromUtf8("0–21 days");
    }
    void countsDaysBetween()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(QString, text);
        QCOMPARE(daysBetween(PartialDate::parse(a)->interval(), PartialDate::parse(b)->interval()), text);
    }

    void elides_data()
    {
        QTest::addColumn<double>("room");
        QTest::addColumn<QString>("text");
        QTest::newRow("fits") << 77.0 << "Italy limit";
        QTest::newRow("one letter too many") << 76.0 << QString::fromUtf8("Italy lim…");
        QTest::newRow("no space before the dots") << 49.0 << QString::fromUtf8("Italy…");
        QTest::newRow("too few letters") << 28.0 << QString();
    }
    void elides()
    {
        QFETCH(double, room);
        QFETCH(QString, text);
        QCOMPARE(elided(u"Italy limit"_qs, room, fakeWidth), text);
    }
};

QTEST_APPLESS_MAIN(TestTimelineLayout)
#include "tst_timelinelayout.moc"
