// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is saved of answered changes: whole and in part, deletions with the relations to them, relations to
// what is not there, events that would not be valid, words that come along.
#include "model/exchange/acceptance.h"
#include "model/exchange/outgoing.h"
#include "tests/support/starter.h"

#include <QTest>

using namespace interdict;
using Kind = Incoming::Kind;

namespace {

const QString italy = QStringLiteral("it-garante-deepseek-block-2025");

Event fresh(const QString& uid)
{
    Event event;
    event.uid = uid;
    event.title = uid;
    event.start = *PartialDate::parse(QStringLiteral("2025-01"));
    event.country = QStringLiteral("IT");
    return event;
}

Incoming added(const Event& event)
{
    Incoming incoming;
    incoming.kind = Kind::Add;
    incoming.sent = {{}, event};
    incoming.merged = event;
    incoming.fields = changedFields(Event(), event);
    return incoming;
}

Incoming edited(const Event& here, const Event& after)
{
    Incoming incoming;
    incoming.kind = Kind::Edit;
    incoming.sent = {here, after};
    incoming.present = incoming.base = here;
    incoming.merged = after;
    incoming.fields = changedFields(here, after);
    return incoming;
}

Incoming deleted(const Event& here)
{
    Incoming incoming;
    incoming.kind = Kind::Delete;
    incoming.sent = {here, {}};
    incoming.present = incoming.base = here;
    return incoming;
}

} // namespace

class TestAcceptance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_starter = std::make_unique<test::Starter>(); }
    void cleanup() { m_starter.reset(); }
    void takesRelationsToTheDeletedOut();
    void keepsAnEditOfAReferrer();
    void leavesOutRelationsToWhatIsNotThere();
    void holdsBackWhatWouldNotBeValid();
    void lettersOfTheRecordThatWereWrongStayOut();
    void bringsWordsAlong();
    void gathersSteps();
    void gathersEventsSinceADay();

private:
    Workspace& workspace() { return m_starter->workspace; }
    Event event(const QString& uid) { return workspace().event(*workspace().rowOf(uid)); }
    Receiver receiver();
    Acceptance accept(const std::vector<Incoming>& incoming, const Vocabulary& words = {});
    // An event of the record that others relate to, and one of those.
    std::pair<Event, Event> related();

    std::unique_ptr<test::Starter> m_starter;
};

Receiver TestAcceptance::receiver()
{
    return {workspace().vocabulary(), workspace().gazetteer(), workspace().today(),
            [this](const QString& uid) { return workspace().dataSet().idOf(uid).has_value(); },
            [this](const QString& uid) {
                return workspace().dataSet().referrersOf(*workspace().dataSet().idOf(uid));
            }};
}

Acceptance TestAcceptance::accept(const std::vector<Incoming>& incoming, const Vocabulary& words)
{
    std::vector<Answer> answers;
    for (const Incoming& one : incoming)
        answers.push_back({true, one.fields});
    return acceptAnswers(incoming, answers, words, receiver()).value();
}

std::pair<Event, Event> TestAcceptance::related()
{
    for (Row row = 0; row < workspace().columns().size(); ++row)
        if (const Event referrer = workspace().event(row); !referrer.relations.empty())
            return {event(referrer.relations.front().uid), referrer};
    qFatal("no relation in the shipped data");
}

void TestAcceptance::takesRelationsToTheDeletedOut()
{
    const auto [gone, referrer] = related();
    const Acceptance accepted = accept({deleted(gone)});
    QCOMPARE(accepted.accepted, 1);
    QVERIFY(accepted.unrelated.contains(referrer.title));
    const auto saved = workspace().save(accepted.change, QStringLiteral("Changes"));
    QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().message));
    QVERIFY(!workspace().rowOf(gone.uid));
    for (const Relation& relation : event(referrer.uid).relations)
        QVERIFY(relation.uid != gone.uid);
}

void TestAcceptance::keepsAnEditOfAReferrer()
{
    const auto [gone, referrer] = related();
    Event noted = referrer;
    noted.note = QStringLiteral("Noted");
    const Acceptance accepted = accept({edited(referrer, noted), deleted(gone)});
    QCOMPARE(accepted.accepted, 2);
    const auto saved = workspace().save(accepted.change, QStringLiteral("Changes"));
    QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().message));
    QCOMPARE(event(referrer.uid).note, QStringLiteral("Noted"));
    QVERIFY(event(referrer.uid).relations.size() < referrer.relations.size());
}

void TestAcceptance::leavesOutRelationsToWhatIsNotThere()
{
    Event one = fresh(QStringLiteral("one")), two = fresh(QStringLiteral("two"));
    one.relations = {{QStringLiteral("two"), QStringLiteral("follows")},
                     {QStringLiteral("elsewhere"), QStringLiteral("follows")}};
    const Acceptance accepted = accept({added(one), added(two)});
    QCOMPARE(accepted.leftOut.size(), std::size_t(1));
    QCOMPARE(accepted.leftOut.front().other, QStringLiteral("elsewhere"));
    const auto saved = workspace().save(accepted.change, QStringLiteral("Changes"));
    QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().message));
    QCOMPARE(event(one.uid).relations.size(), std::size_t(1));

    // What changes nothing but such a relation is no change.
    Event more = event(two.uid);
    more.relations = {{QStringLiteral("elsewhere"), QStringLiteral("follows")}};
    const Acceptance nothing = accept({edited(event(two.uid), more)});
    QVERIFY(nothing.change.events.empty());
    QCOMPARE(nothing.accepted, 0);
}

void TestAcceptance::holdsBackWhatWouldNotBeValid()
{
    // A country without its subdivision: accepted apart they do not fit.
    const Event here = event(italy);
    Event moved = here;
    moved.country = QStringLiteral("US");
    moved.subdivision = QStringLiteral("US-TX");
    const Incoming incoming = edited(here, moved);
    const auto both =
        acceptAnswers(std::vector{incoming}, std::vector{Answer{true, incoming.fields}}, {}, receiver());
    QVERIFY(both && both->held.empty() && both->accepted == 1);
    const auto half = acceptAnswers(std::vector{incoming},
                                    std::vector{Answer{true, {EventField::Subdivision}}}, {}, receiver());
    QVERIFY(half && half->change.events.empty());
    QCOMPARE(half->held.size(), std::size_t(1));
    QVERIFY2(half->held.front().reason.contains(QStringLiteral("Texas")),
             qPrintable(half->held.front().reason));
}

// An error that the event has here already does not keep a correction of something else away.
void TestAcceptance::lettersOfTheRecordThatWereWrongStayOut()
{
    Event here = event(italy);
    here.sources = {{{}, {}, QStringLiteral("https://example.org")}};
    Event after = here;
    after.note = QStringLiteral("Better");
    const Outcome outcome = outcomeOf(edited(here, after), {true, {EventField::Note}},
                                      workspace().vocabulary(), workspace().gazetteer(), workspace().today());
    QVERIFY(outcome.change && !outcome.isHeld());
}

void TestAcceptance::bringsWordsAlong()
{
    Event event = fresh(QStringLiteral("one"));
    event.platforms = {QStringLiteral("Kimi")};
    event.concerns = {QStringLiteral("noise")};
    QCOMPARE(accept({added(event)}).held.size(), std::size_t(1)); // nobody says what these are
    Vocabulary words;
    words.add({QStringLiteral("Kimi"), {}, {}, {}, {}});
    words.add({QStringLiteral("Unused"), {}, {}, {}, {}});
    words.add(TermKind::Concern,
              {QStringLiteral("noise"), QStringLiteral("Noise"), {}, 0, false, false, {}, {}});
    const Acceptance accepted = accept({added(event)}, words);
    QCOMPARE(accepted.accepted, 1);
    QVERIFY(accepted.change.vocabulary);
    QVERIFY(accepted.change.vocabulary->before == workspace().vocabulary());
    QVERIFY(accepted.change.vocabulary->after.platform(QStringLiteral("Kimi")));
    QVERIFY(accepted.change.vocabulary->after.find(TermKind::Concern, QStringLiteral("noise")));
    QVERIFY(!accepted.change.vocabulary->after.platform(QStringLiteral("Unused")));
    QVERIFY(!accept({added(fresh(QStringLiteral("two")))}, words).change.vocabulary);
}

void TestAcceptance::gathersSteps()
{
    Stamp stamp{QStringLiteral("Ada"), QStringLiteral("2026-11-24T10:00:00Z")};
    workspace().setStamper([&] { return stamp; });
    const Event before = event(italy);
    Event after = before;
    after.note = QStringLiteral("One");
    QVERIFY(workspace().save({{before, after}}, QStringLiteral("First")));
    const Event second = event(italy);
    after.note = QStringLiteral("Two");
    QVERIFY(workspace().save({{second, after}}, QStringLiteral("Second")));
    const auto set = changesOfSteps(workspace().dataSet(), {2, 1});
    QVERIFY(set);
    QCOMPARE(set->changes.size(), std::size_t(2));
    QCOMPARE(set->changes[0].step, QStringLiteral("First"));
    QCOMPARE(set->changes[1].editor, QStringLiteral("Ada"));
    QVERIFY(set->changes[0].change.before && sameContent(*set->changes[0].change.before, before));
    QCOMPARE(set->changes[1].change.after->note, QStringLiteral("Two"));
    QVERIFY(set->words.platform(before.platforms.front()));
    QVERIFY(set->words.platforms().size() < workspace().vocabulary().platforms().size());
    const auto cancelled = changesOfSteps(workspace().dataSet(), {1}, [](double) { return false; });
    QVERIFY(!cancelled && cancelled.error().kind == Error::Kind::Cancelled);
}

void TestAcceptance::gathersEventsSinceADay()
{
    Stamp stamp{QStringLiteral("Ada"), QStringLiteral("2027-01-20T10:00:00Z")};
    workspace().setStamper([&] { return stamp; });
    for (const char* day : {"2027-01-20T10:00:00Z", "2027-01-24T10:00:00Z"}) {
        stamp.when = QLatin1String(day);
        const Event before = event(italy);
        Event after = before;
        after.note = stamp.when;
        QVERIFY(workspace().save({{before, after}}, QStringLiteral("Edit")));
    }
    const auto late = changesOfEvents(workspace().dataSet(), {italy}, QStringLiteral("2027-01-22T00:00:00Z"));
    QCOMPARE(late->changes.size(), std::size_t(1));
    QCOMPARE(late->changes.front().change.before->note, QStringLiteral("2027-01-20T10:00:00Z"));
    const auto all = changesOfEvents(workspace().dataSet(), {italy}, {});
    QCOMPARE(all->changes.size(), std::size_t(3));
    QVERIFY(!all->changes.front().change.before);
}

QTEST_GUILESS_MAIN(TestAcceptance)
#include "tst_acceptance.moc"
