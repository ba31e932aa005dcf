// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a briefing says of the shipped record, against counts made of the events' own fields, without columns
// or facets; its words for dates, lists and places; its Markdown.
#include "model/briefing/briefing.h"
#include "model/briefing/briefingmarkdown.h"
#include "model/briefing/briefingtext.h"
#include "model/briefing/sourcenotes.h"
#include "model/edit/twins.h"
#include "model/englishplurals.h"
#include "model/exchange/jsonlines.h"
#include "tests/support/shipped.h"
#include "tests/support/starter.h"

#include <QRegularExpression>
#include <QTest>

#include <map>
#include <set>

namespace interdict {

using test::fixedToday;
using test::Starter;

namespace {

using Predicate = std::function<bool(const Event&)>;

// What a reader would count with a pencil.
struct Pencil
{
    int acts = 0;
    int byUnion = 0;
    std::set<QString> countries;
    int byParts = 0;
    int restrictions = 0;
    int inForce = 0;
    std::map<QString, int> ended; // by status
    std::map<QString, int> measures, concerns, confidences, platforms;
    std::set<QString> sources;
    int severalSources = 0;
};

// The day from which an event is over for certain or maybe: its end, or the start of what supersedes it.
Day lastPossibleDay(const Event& event, const std::vector<Event>& all)
{
    if (event.end)
        return event.end->interval().last - 1;
    static const QStringList over{QStringLiteral("lifted"), QStringLiteral("expired"),
                                  QStringLiteral("superseded")};
    if (!over.contains(event.status))
        return noEnd;
    std::optional<PartialDate> end;
    for (const Event& other : all)
        for (const Relation& relation : other.relations)
            if (relation.uid == event.uid && relation.kind == QLatin1String("supersedes") &&
                (!end || other.start < *end))
                end = other.start;
    return end ? end->interval().last - 1 : event.start.interval().last;
}

Pencil counted(const std::vector<Event>& all, const Predicate& is)
{
    const Vocabulary& words = shippedVocabulary();
    Pencil pencil;
    for (const Event& event : all) {
        if (!is(event))
            continue;
        ++pencil.acts;
        if (event.country == QLatin1String("EU"))
            ++pencil.byUnion;
        else
            pencil.countries.insert(event.country);
        pencil.byParts += event.subdivision.isEmpty() ? 0 : 1;
        const Term* measure = words.find(TermKind::Measure, event.measure);
        const Term* status = words.find(TermKind::Status, event.status);
        if (measure->restricts && status->inForce) {
            ++pencil.restrictions;
            if (event.start.interval().first <= fixedToday && fixedToday <= lastPossibleDay(event, all))
                ++pencil.inForce;
            else
                ++pencil.ended[event.status];
        }
        ++pencil.measures[event.measure];
        ++pencil.confidences[event.confidence];
        for (const QString& concern : event.concerns)
            ++pencil.concerns[concern];
        for (const QString& platform : event.platforms)
            ++pencil.platforms[platform];
        std::set<QString> own;
        for (const Source& source : event.sources)
            own.insert(comparableUrl(source.url));
        pencil.severalSources += own.size() > 1 ? 1 : 0;
        pencil.sources.insert(own.begin(), own.end());
    }
    return pencil;
}

// The values with the highest count, as the text may name the first of them: any, where several are equal.
QStringList most(const std::map<QString, int>& counts, TermKind kind)
{
    int highest = 0;
    for (const auto& [code, events] : counts)
        highest = std::max(highest, events);
    QStringList names;
    for (const auto& [code, events] : counts)
        if (events == highest)
            names << QStringLiteral("%1 (%2)")
                         .arg(withinSentence(shippedVocabulary().label(kind, code)))
                         .arg(events);
    return names;
}

const BriefingSection* section(const Briefing& briefing, BriefingPart part)
{
    for (const BriefingSection& section : briefing.sections)
        if (section.part == part)
            return &section;
    return nullptr;
}

QString facts(const Briefing& briefing)
{
    QStringList lines;
    for (const BriefingText& item :
         std::get<BriefingList>(section(briefing, BriefingPart::KeyFacts)->blocks.at(0)).items)
        lines << plainText(item);
    return lines.join(u'\n');
}

const BriefingTable& table(const Briefing& briefing, BriefingPart part)
{
    for (const BriefingBlock& block : section(briefing, part)->blocks)
        if (const auto* found = std::get_if<BriefingTable>(&block))
            return *found;
    qFatal("no table");
}

Briefing briefingOf(Starter& starter, const QString& filter, const BriefingChoice& choice = {{}, fixedToday})
{
    starter.filter(filter);
    return makeBriefing(starter.workspace, choice).value();
}

void collectCitations(const BriefingText& text, std::vector<int>& notes)
{
    for (const BriefingRun& run : text)
        if (run.note > 0)
            notes.push_back(run.note);
}

// In the order of reading.
std::vector<int> citations(const Briefing& briefing)
{
    std::vector<int> notes;
    for (const BriefingSection& section : briefing.sections)
        for (const BriefingBlock& block : section.blocks) {
            if (const auto* paragraph = std::get_if<BriefingParagraph>(&block))
                collectCitations(paragraph->text, notes);
            if (const auto* list = std::get_if<BriefingList>(&block))
                for (const BriefingText& item : list->items)
                    collectCitations(item, notes);
            if (const auto* rows = std::get_if<BriefingTable>(&block))
                for (const BriefingRow& row : rows->rows)
                    for (const BriefingText& cell : row.cells)
                        collectCitations(cell, notes);
        }
    return notes;
}

} // namespace

class tst_Briefing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void numbersAreThoseOfThePencil_data();
    void numbersAreThoseOfThePencil();
    void anEmptyResultClaimsNothing();
    void oneEventIsToldInTheSingular();
    void vagueDatesLeaveTheFirstOpen();
    void spreadIsCountedByHand();
    void caseIsTold();
    void sourcesAreNumberedAsCited_data();
    void sourcesAreNumberedAsCited();
    void unpublishedIsFlagged();
    void kindsOfSourcesAreTold();
    void partsCanBeLeftOut();
    void titles_data();
    void titles();
    void datesInWords_data();
    void datesInWords();
    void wordsOfASentence();
    void dataIsNoTemplate();
    void cancelStops();
    void equalDataGiveEqualBytes();
    void markdownEscapes();
    void markdownLeadsToEverySource();

private:
    EnglishPlurals m_plurals;
};

void tst_Briefing::initTestCase()
{
    QCoreApplication::installTranslator(&m_plurals);
}

void tst_Briefing::numbersAreThoseOfThePencil_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<Predicate>("is");

    QTest::newRow("Italy") << "country:IT" << Predicate([](const Event& event) {
        return event.country == QLatin1String("IT");
    });
    QTest::newRow("DeepSeek") << "platform:DeepSeek" << Predicate([](const Event& event) {
        return event.platforms.contains(QStringLiteral("DeepSeek"));
    });
    QTest::newRow("EU27") << "bloc:EU27" << Predicate([](const Event& event) {
        return shippedGazetteer().group(QStringLiteral("EU27"))->members.contains(event.country);
    });
    QTest::newRow("the Union") << "country:EU" << Predicate([](const Event& event) {
        return event.country == QLatin1String("EU");
    });
    QTest::newRow("South Korea") << "country:KR" << Predicate([](const Event& event) {
        return event.country == QLatin1String("KR");
    });
    QTest::newRow("everything") << "" << Predicate([](const Event&) { return true; });
}

void tst_Briefing::numbersAreThoseOfThePencil()
{
    QFETCH(QString, filter);
    QFETCH(Predicate, is);
    const Pencil pencil = counted(shippedEvents(), is);
    Starter starter;
    const Briefing briefing = briefingOf(starter, filter);
    const QString text = facts(briefing);
    const auto says = [&text](const QString& what) {
        if (!text.contains(what))
            qWarning("not said: %s\nin: %s", qPrintable(what), qPrintable(text));
        return text.contains(what);
    };

    QVERIFY(says(QStringLiteral("The record holds %1 acts").arg(pencil.acts)));
    const auto countries = static_cast<int>(pencil.countries.size());
    if (countries > 1)
        QVERIFY(says(QStringLiteral("in %1 countries").arg(countries)));
    if (pencil.byUnion > 0 && countries > 0)
        QVERIFY(says(QStringLiteral(": %1 in %2 countries and %3 by the European Union’s own bodies")
                         .arg(pencil.acts - pencil.byUnion)
                         .arg(countries)
                         .arg(pencil.byUnion)));
    QCOMPARE(text.contains(QStringLiteral("other parts of countries")), pencil.byParts > 0);
    if (pencil.byParts > 0)
        QVERIFY(says(QStringLiteral(" %1 of them are acts in states").arg(pencil.byParts)));

    QVERIFY(
        says(QStringLiteral(
                 "%1 of them are recorded as restrictions. On 24 November 2026, %2 restrictions are in force")
                 .arg(pencil.restrictions)
                 .arg(pencil.inForce)));
    int ended = 0;
    for (const auto& [status, events] : pencil.ended) {
        ended += events;
        if (pencil.ended.size() > 1)
            QVERIFY(says(QStringLiteral("%1 %2").arg(events).arg(status)));
    }
    QCOMPARE(ended, pencil.restrictions - pencil.inForce);
    if (ended > 1)
        QVERIFY(says(QStringLiteral(" %1 have ended (").arg(ended)));

    const auto leads = [&text](const QString& before, const QStringList& names) {
        return std::any_of(names.begin(), names.end(),
                           [&](const QString& name) { return text.contains(before + name); });
    };
    QVERIFY2(leads(QStringLiteral("most frequent measures are "), most(pencil.measures, TermKind::Measure)),
             qPrintable(text));
    QVERIFY2(leads(QStringLiteral("named most often are "), most(pencil.concerns, TermKind::Concern)),
             qPrintable(text));
    QVERIFY(says(QStringLiteral("they rest on %1 sources, two or more for ").arg(pencil.sources.size()) +
                 (pencil.severalSources == pencil.acts
                      ? QStringLiteral("every act")
                      : QStringLiteral("%1 of the %2 acts").arg(pencil.severalSources).arg(pencil.acts))));
    QVERIFY(says(QStringLiteral("high for %1").arg(pencil.confidences.at(QStringLiteral("high")))));

    QCOMPARE(table(briefing, BriefingPart::Table).rows.size(), static_cast<std::size_t>(pencil.acts));
}

void tst_Briefing::anEmptyResultClaimsNothing()
{
    Starter starter;
    const Briefing briefing = briefingOf(starter, QStringLiteral("country:XK"));
    QCOMPARE(briefing.sections.size(), std::size_t(2));
    QCOMPARE(briefing.sections[0].part, BriefingPart::KeyFacts);
    QCOMPARE(briefing.sections[1].part, BriefingPart::Method);
    const QString text = toText(briefing);
    QVERIFY(text.contains(QStringLiteral(
        "The record holds no act that this filter finds. That is not to say that there was none.")));
}

void tst_Briefing::oneEventIsToldInTheSingular()
{
    Starter starter;
    const Briefing briefing = briefingOf(starter, QStringLiteral("platform:Replika status:superseded"));
    QCOMPARE(starter.workspace.result().size(), std::size_t(1));
    QCOMPARE(facts(briefing),
             QStringLiteral("The record holds 1 act in Italy, begun on 2 February 2023.\n"
                            "It is recorded as a restriction. On 24 November 2026, the record shows none in "
                            "force. 1 has ended (superseded).\n"
                            "It is “Italy orders Replika to stop processing Italian users' data”*[1][2].\n"
                            "The measure is processing order. The concerns named are data handling, "
                            "transparency and child safety.\n"
                            "Whom it covers: general public.\n"
                            "On whose word: it rests on 2 sources. The record does not say which sources are "
                            "official. Confidence is high."));
    // What it does not know it does not claim.
    const QString remark = plainText(table(briefing, BriefingPart::Doubts).rows.at(0).cells.at(1));
    QVERIFY(remark.contains(QStringLiteral("It is over, but the record does not know since when.")));
}

void tst_Briefing::vagueDatesLeaveTheFirstOpen()
{
    Starter starter;
    QVERIFY(facts(briefingOf(starter, {}))
                .contains(QStringLiteral(
                    "Which came first is open, since dates are not known to the day: “Taiwan limits products "
                    "that "
                    "endanger national cyber security”[1][2] (2019) and “US opens security review")));
    const QString deepSeek = facts(briefingOf(starter, QStringLiteral("platform:DeepSeek")));
    QVERIFY(deepSeek.contains(QStringLiteral("The first known to the day is “US Navy tells personnel not to "
                                             "use DeepSeek”*[1][2] (24 Jan 2025). 8 others, whose "
                                             "dates are less exact, may be earlier: ")));
    QVERIFY(!deepSeek.contains(QStringLiteral("1 January 2025")));
    QVERIFY(facts(briefingOf(starter, QStringLiteral("country:EU")))
                .contains(QStringLiteral("The first acts on record begin on the same day: ")));
}

// DeepSeek: every jurisdiction's first act, from the events.
void tst_Briefing::spreadIsCountedByHand()
{
    std::map<QString, DayInterval> firsts;
    DayInterval first{noEnd, noEnd};
    for (const Event& event : shippedEvents()) {
        if (!event.platforms.contains(QStringLiteral("DeepSeek")))
            continue;
        const DayInterval days = event.start.interval();
        DayInterval& own = firsts.try_emplace(event.country, days).first->second;
        own = {std::min(own.first, days.first), std::min(own.last, days.last)};
        first = {std::min(first.first, days.first), std::min(first.last, days.last)};
    }
    const auto within = [&](int days) {
        int least = 0;
        int most = 0;
        for (const auto& [country, own] : firsts) {
            least += own.last - first.first <= days ? 1 : 0;
            most += own.first - first.last <= days ? 1 : 0;
        }
        return least == most ? QString::number(least) : QStringLiteral("%1 to %2").arg(least).arg(most);
    };
    Starter starter;
    const QString text = facts(briefingOf(starter, QStringLiteral("platform:DeepSeek")));
    const QString expected =
        QStringLiteral("Spread: of the %1 jurisdictions, the first included, %2 had acted within 30 days of "
                       "the first act, %3 within 90 days and %4 within a year.")
            .arg(QString::number(firsts.size()), within(30), within(90), within(365));
    QVERIFY2(text.contains(expected), qPrintable(expected));
    // A window that has not passed is not told.
    starter.workspace.setAsOf(dayOf(2025, 3, 1));
    const QString early = facts(briefingOf(starter, QStringLiteral("platform:DeepSeek")));
    QVERIFY(early.contains(QStringLiteral("within 30 days")));
    QVERIFY(!early.contains(QStringLiteral("within 90 days")));
}

void tst_Briefing::caseIsTold()
{
    Starter starter;
    const Briefing briefing = briefingOf(starter, QStringLiteral("country:IT"));
    const auto& blocks = section(briefing, BriefingPart::Cases)->blocks;
    const auto at = std::find_if(blocks.begin(), blocks.end(), [](const BriefingBlock& block) {
        const auto* heading = std::get_if<BriefingHeading>(&block);
        return heading && heading->text == QLatin1String("DeepSeek in Italy");
    });
    QVERIFY(at != blocks.end());
    QCOMPARE(plainText(std::get<BriefingParagraph>(*(at + 1)).text),
             QStringLiteral("4 acts over 93 to 123 days, from 28 January 2025 to May 2025. 2 restrictions "
                            "are in force on 24 November 2026: “DeepSeek apps "
                            "disappear from Italian app stores” and “Italy orders DeepSeek to stop "
                            "processing Italian users' data”."));
    const auto& steps = std::get<BriefingTable>(*(at + 2)).rows;
    QCOMPARE(steps.size(), std::size_t(4));
    QCOMPARE(plainText(steps[0].cells[2]), QStringLiteral("Closed 30 Jan 2025"));
    QVERIFY(plainText(steps[2].cells[1])
                .endsWith(QStringLiteral("Processing order · follows the act of 28 Jan 2025, 2 days later")));
    QVERIFY(plainText(steps[3].cells[1])
                .endsWith(QStringLiteral("Advisory · follows the act of 30 Jan 2025, 91 to 121 days later")));
    QCOMPARE(steps[2].mark, std::optional(MeasureClass::ServiceLimited));
    // What the filter leaves out belongs to the case all the same, and is said to be outside.
    QVERIFY(toText(briefing).contains(
        QStringLiteral("Spanish data protection agency opens preliminary inquiry into ChatGPT")));
    QVERIFY(toText(briefing).contains(QStringLiteral("14 days later · outside the filter")));
}

void tst_Briefing::sourcesAreNumberedAsCited_data()
{
    QTest::addColumn<QString>("filter");
    for (const char* filter : {"country:IT", "platform:DeepSeek", "bloc:EU27", ""})
        QTest::newRow(filter) << filter;
}

void tst_Briefing::sourcesAreNumberedAsCited()
{
    QFETCH(QString, filter);
    Starter starter;
    const Briefing briefing = briefingOf(starter, filter);
    const auto& sources =
        std::get<BriefingSources>(section(briefing, BriefingPart::Sources)->blocks.at(0)).items;
    int highest = 0;
    for (const int note : citations(briefing)) {
        QVERIFY(note <= highest + 1 || note <= static_cast<int>(sources.size()));
        highest = std::max(highest, note);
    }
    QCOMPARE(highest, static_cast<int>(sources.size())); // each is cited, none is missing
    std::set<QString> addresses;
    for (const BriefingText& source : sources)
        addresses.insert(comparableUrl(source.front().url));
    QCOMPARE(addresses.size(), sources.size()); // none stands twice
}

void tst_Briefing::unpublishedIsFlagged()
{
    Starter starter;
    starter.workspace.setStamper([] { return std::optional(stamp()); });
    Event event = anyEvent(QStringLiteral("draft-of-a-ban"));
    event.title = QStringLiteral("A ban that nobody has reviewed");
    event.review = ReviewState::Draft;
    event.country = QStringLiteral("XK");
    QVERIFY(starter.workspace.save(std::vector{EventChange{std::nullopt, event}}, QStringLiteral("Add")));
    const Briefing briefing = briefingOf(starter, QStringLiteral("country:XK review:draft"));
    QVERIFY(facts(briefing).contains(QStringLiteral("It is not published yet.")));
    QVERIFY(toText(briefing).contains(QStringLiteral("Not published: draft.")));
    starter.filter(QStringLiteral("country:XK")); // what is not published is not told unasked
    QVERIFY(starter.workspace.result().empty());
}

void tst_Briefing::kindsOfSourcesAreTold()
{
    Starter starter;
    starter.workspace.setStamper([] { return std::optional(stamp()); });
    Event event = anyEvent(QStringLiteral("a-sourced-ban"));
    event.country = QStringLiteral("XK");
    event.sources = {{QStringLiteral("The order"),
                      {},
                      QStringLiteral("https://example.org/order"),
                      std::nullopt,
                      QStringLiteral("official")}};
    Event other = event;
    other.uid = QStringLiteral("another-ban");
    other.sources = {{QStringLiteral("A report"),
                      {},
                      QStringLiteral("https://example.org/report"),
                      std::nullopt,
                      QStringLiteral("press")}};
    QVERIFY(starter.workspace.save(
        std::vector{EventChange{std::nullopt, event}, EventChange{std::nullopt, other}},
        QStringLiteral("Add")));
    QVERIFY(facts(briefingOf(starter, QStringLiteral("country:XK")))
                .contains(QStringLiteral("A source of an official kind stands behind 1 of the 2 acts whose "
                                         "sources’ kinds are recorded.")));
}

void tst_Briefing::partsCanBeLeftOut()
{
    Starter starter;
    const Briefing briefing = briefingOf(
        starter, QStringLiteral("country:IT"),
        {QStringLiteral("Italy, in short"), fixedToday, {}, {BriefingPart::Table, BriefingPart::Cases}});
    QCOMPARE(briefing.title, QStringLiteral("Italy, in short"));
    QCOMPARE(briefing.subtitle, QStringLiteral("Country: Italy")); // a title of one's own need not tell it
    QVERIFY(!section(briefing, BriefingPart::Table));
    QVERIFY(!section(briefing, BriefingPart::Cases));
    QVERIFY(section(briefing, BriefingPart::InForce));
    QVERIFY(!isOptional(BriefingPart::KeyFacts));
    QVERIFY(!isOptional(BriefingPart::Method));
}

void tst_Briefing::titles_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("subtitle");
    QTest::newRow("all") << ""
                         << "Restrictions on AI platforms"
                         << "";
    QTest::newRow("a country") << "country:US"
                               << "Restrictions on AI platforms in the United States"
                               << "";
    QTest::newRow("a platform") << "platform:DeepSeek"
                                << "Restrictions on DeepSeek"
                                << "";
    QTest::newRow("both, and more") << "platform:DeepSeek country:IT,NL measure:advisory"
                                    << "Restrictions on DeepSeek in Italy and the Netherlands"
                                    << "Measure: Advisory";
    QTest::newRow("a bloc") << "bloc:EU27 -status:rejected"
                            << "Restrictions on AI platforms: European Union members"
                            << "Status: not Rejected";
    QTest::newRow("too many") << "country:IT,FR,DE,ES"
                              << "Restrictions on AI platforms"
                              << "Country: Italy, France or 2 more";
}

void tst_Briefing::titles()
{
    QFETCH(QString, filter);
    Starter starter;
    const Briefing briefing = briefingOf(starter, filter);
    QTEST(briefing.title, "title");
    QTEST(briefing.subtitle, "subtitle");
}

void tst_Briefing::datesInWords_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("words");
    QTest::newRow("day") << "2025-01-30"
                         << "on 30 January 2025";
    QTest::newRow("month") << "2025-03"
                           << "in March 2025";
    QTest::newRow("quarter") << "2025-Q4"
                             << "in the last quarter of 2025";
    QTest::newRow("first quarter") << "2025-Q1"
                                   << "in the first quarter of 2025";
    QTest::newRow("year") << "2025"
                          << "in 2025";
}

void tst_Briefing::datesInWords()
{
    QFETCH(QString, date);
    QTEST(onDate(*PartialDate::parse(date), QLocale::c()), "words");
}

void tst_Briefing::wordsOfASentence()
{
    const auto a = QStringLiteral("A"), b = QStringLiteral("B"), c = QStringLiteral("C");
    QCOMPARE(listed(QStringList{}), QString());
    QCOMPARE(listed(QStringList{a}), a);
    QCOMPARE(listed(QStringList{a, b}), QStringLiteral("A and B"));
    QCOMPARE(listed(QStringList{a, b, c}), QStringLiteral("A, B and C"));
    QCOMPARE(withinSentence(QStringLiteral("Data handling")), QStringLiteral("data handling"));
    QCOMPARE(withinSentence(QStringLiteral("VPN block")), QStringLiteral("VPN block"));
    QCOMPARE(placeInSentence(QStringLiteral("United Kingdom")), QStringLiteral("the United Kingdom"));
    QCOMPARE(placeInSentence(QStringLiteral("Marshall Islands")), QStringLiteral("the Marshall Islands"));
    QCOMPARE(placeInSentence(QStringLiteral("Italy")), QStringLiteral("Italy"));
    QCOMPARE(rangeText({3, 3}, QLocale::c()), QStringLiteral("3"));
    QCOMPARE(rangeText({3, 5}, QLocale::c()), QStringLiteral("3 to 5"));
}

// What looks like a place or a star in the data is only text.
void tst_Briefing::dataIsNoTemplate()
{
    const BriefingText text = filled(QStringLiteral("*A* %2 and %1"),
                                     {plain(QStringLiteral("%2 *x*")), plain(QStringLiteral("50%1"))});
    QCOMPARE(plainText(text), QStringLiteral("A 50%1 and %2 *x*"));
    QCOMPARE(text.front().look, BriefingRun::Look::Strong);
    QCOMPARE(text.back().look, BriefingRun::Look::Plain);
}

void tst_Briefing::cancelStops()
{
    Starter starter;
    const auto made = makeBriefing(starter.workspace, {}, [](double) { return false; });
    QVERIFY(!made);
    QCOMPARE(made.error().kind, Error::Kind::Cancelled);
}

void tst_Briefing::equalDataGiveEqualBytes()
{
    Starter one;
    Starter two;
    const Briefing first = briefingOf(one, QStringLiteral("bloc:EU27"));
    QCOMPARE(briefingToMarkdown(briefingOf(two, QStringLiteral("bloc:EU27"))), briefingToMarkdown(first));
    // Another stamped day: nothing else differs.
    Briefing later = briefingOf(two, QStringLiteral("bloc:EU27"), {{}, fixedToday + 1});
    later.stamp = first.stamp;
    QVERIFY(later == first);
}

void tst_Briefing::markdownEscapes()
{
    Briefing briefing;
    briefing.title = QStringLiteral("A * title | with <tags>");
    briefing.stamp = QStringLiteral("24 November 2026");
    briefing.provenance = QStringLiteral("record");
    BriefingTable rows{QStringLiteral("rows"), {QStringLiteral("A|B")}, {100}, {}};
    rows.rows.push_back(
        {std::nullopt, {strong(QStringLiteral("Bold ")) + plain(QStringLiteral("a|b\nc_d & e"))}});
    briefing.sections.push_back({BriefingPart::KeyFacts,
                                 QStringLiteral("Facts"),
                                 {BriefingParagraph{plain(QStringLiteral("1. no list"))},
                                  BriefingList{{plain(QStringLiteral("[x](y)"))}}, rows,
                                  BriefingSources{{{{QStringLiteral("Site"), BriefingRun::Look::Plain,
                                                     QStringLiteral("https://example.org/a_b(c)")}},
                                                   {{QStringLiteral("No site"), BriefingRun::Look::Plain,
                                                     QStringLiteral("javascript:alert(1)")}}}}}});
    QCOMPARE(QString::fromUtf8(briefingToMarkdown(briefing)),
             QStringLiteral("# A \\* title \\| with \\<tags\\>\n\n"
                            "24 November 2026 · record\n\n"
                            "## Facts\n\n"
                            "1\\. no list\n\n"
                            "- \\[x\\](y)\n\n"
                            "| A\\|B |\n| --- |\n| **Bold** a\\|b<br>c\\_d \\& e |\n\n"
                            "1. <a id=\"source-1\"></a>[Site](<https://example.org/a_b(c)>)\n"
                            "2. <a id=\"source-2\"></a>No site\n"));
}

void tst_Briefing::markdownLeadsToEverySource()
{
    Starter starter;
    const QString text =
        QString::fromUtf8(briefingToMarkdown(briefingOf(starter, QStringLiteral("country:IT"))));
    static const QRegularExpression link(QStringLiteral("\\(#source-(\\d+)\\)"));
    int links = 0;
    for (auto it = link.globalMatch(text); it.hasNext(); ++links)
        QVERIFY(text.contains(QStringLiteral("<a id=\"source-%1\"></a>").arg(it.next().captured(1))));
    QVERIFY(links > 20);
}

} // namespace interdict

QTEST_GUILESS_MAIN(interdict::tst_Briefing)
#include "tst_briefing.moc"
