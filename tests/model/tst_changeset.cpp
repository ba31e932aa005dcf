// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Change sets: they come back from their file, bad ones are told by what is wrong, and what reaches another
// copy of the record meets what was changed there.
#include "model/exchange/incoming.h"
#include "tests/support/starter.h"

#include <QTest>

using namespace interdict;
using Kind = Incoming::Kind;

namespace {

const QString italy = QStringLiteral("it-garante-deepseek-block-2025");

Event plain(const QString& title = QStringLiteral("Base"))
{
    Event event;
    event.uid = QStringLiteral("x");
    event.title = title;
    event.start = *PartialDate::parse(QStringLiteral("2025-01"));
    event.country = QStringLiteral("IT");
    event.platforms = {QStringLiteral("DeepSeek")};
    return event;
}

Event with(Event event, const std::function<void(Event&)>& change)
{
    change(event);
    return event;
}

Event titled(const QString& title)
{
    return plain(title);
}

Event noted(Event event)
{
    event.note = QStringLiteral("Noted");
    return event;
}

std::vector<SentChange> sent(std::vector<EventChange> changes)
{
    std::vector<SentChange> all;
    for (EventChange& change : changes)
        all.push_back({std::move(change), QStringLiteral("Anna"), QStringLiteral("2026-11-24T10:00:00Z"),
                       QStringLiteral("Step %1").arg(all.size() + 1)});
    return all;
}

Incoming oneAmong(std::vector<EventChange> changes, const States& states)
{
    const auto all =
        incomingEvents(sent(std::move(changes)), [&](const QString&) -> Result<States> { return states; });
    if (all->size() != 1)
        qFatal("%zu events", all->size());
    return all->front();
}

Incoming one(std::vector<EventChange> changes, const std::optional<Event>& present)
{
    return oneAmong(std::move(changes), present ? States{present} : States());
}

QString labels(const std::vector<EventField>& fields)
{
    QStringList keys;
    for (const EventField field : fields)
        keys << QLatin1String(info(field).key);
    return keys.join(u' ');
}

} // namespace

Q_DECLARE_METATYPE(interdict::Incoming::Kind)
Q_DECLARE_METATYPE(std::optional<interdict::Event>)

class TestChangeSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackFromItsFile();
    void refusesBadFiles_data();
    void refusesBadFiles();
    void judgesEvents_data();
    void judgesEvents();
    void gathersStepsOfAnEvent();
    void leavesOutWhatCameAndWent();
    void acceptsByField();
    void settlesAConflictByTheSentValue();
    void mergesListsByEntry();
    void addsWithItsNecessities();
    void neverAcceptsUnasked();
    void knowsWhatCameBefore_data();
    void knowsWhatCameBefore();
    void joinsTwoCopies();
};

void TestChangeSet::comesBackFromItsFile()
{
    const Event odd = with(plain(QStringLiteral("\"Quoted\"\n\\ 禁令 \u2028 🙂")), [](Event& event) {
        event.sources = {{QStringLiteral("S"),
                          {},
                          QStringLiteral("https://example.org/?a=1:2"),
                          PartialDate::parse(QStringLiteral("2025-Q1")),
                          QStringLiteral("law"),
                          QStringLiteral("https://archive.example.org/1")}};
        event.relations = {{QStringLiteral("y"), QStringLiteral("follows")}};
    });
    auto changes = sent({{{}, odd}, {odd, plain()}, {plain(), {}}});
    changes[1].editor = QStringLiteral("Zoë \"Z\" \\ 李");
    changes[2].editor = changes[2].when = changes[2].step = QString();
    ChangeSet set{changes, {}};
    const QByteArray json = changeSetToJson(set);
    const auto back = readChangeSet(json, QStringLiteral("c.json"));
    QVERIFY2(back, qPrintable(back ? QString() : back.error().message));
    QCOMPARE(back->changes.size(), changes.size());
    for (std::size_t i = 0; i < changes.size(); ++i)
        QVERIFY2(back->changes[i] == changes[i], qPrintable(QString::number(i)));
    QCOMPARE(changeSetToJson(*back), json);
    QVERIFY(readChangeSet(changeSetToJson({}), QStringLiteral("c.json"))->changes.empty());

    set.words.add(TermKind::Measure,
                  {QStringLiteral("recall"), QStringLiteral("Recall"), {}, 3, true, false, {}, {}});
    set.words.add(TermKind::Status,
                  {QStringLiteral("paused"), QStringLiteral("Paused"), QStringLiteral("For now"), 0, false,
                   true, QStringLiteral("N"), QStringLiteral("#aabbcc")});
    set.words.add({QStringLiteral("Kimi"), QStringLiteral("Moonshot AI"), QStringLiteral("CN"), {}, {}});
    const auto withWords = readChangeSet(changeSetToJson(set), QStringLiteral("c.json"));
    QVERIFY2(withWords, qPrintable(withWords ? QString() : withWords.error().message));
    QVERIFY(*withWords == set);
    const auto cancelled = readChangeSet(json, QStringLiteral("c.json"), [](double) { return false; });
    QVERIFY(!cancelled && cancelled.error().kind == Error::Kind::Cancelled);
}

void TestChangeSet::refusesBadFiles_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("says");
    QTest::newRow("no JSON") << QByteArray("{\"inter") << QByteArray("\"inter") << "c.json: column ";
    QTest::newRow("another file") << QByteArray("interdict_changes") << QByteArray("features")
                                  << "c.json is not a file of changes";
    QTest::newRow("newer") << QByteArray("changes\": 1") << QByteArray("changes\": 2") << "newer version";
    QTest::newRow("version") << QByteArray("changes\": 1") << QByteArray("changes\": 0.5")
                             << "interdict_changes: found 0.5";
    QTest::newRow("title") << QByteArray("\"Base\"") << QByteArray("7") << "changes[1].before.title: found 7";
    QTest::newRow("date") << QByteArray("\"2025-01\"") << QByteArray("\"2025-13\"")
                          << "changes[1].before.date: found \"2025-13\"";
    QTest::newRow("other event") << QByteArray("\"after\": {\"id\": \"x\"")
                                 << QByteArray("\"after\": {\"id\": \"z\"") << "changes[1].after: found";
    QTest::newRow("unknown field") << QByteArray("\"step\"") << QByteArray("\"stop\"") << "changes[1].step";
    QTest::newRow("twice") << QByteArray("\"editor\": \"Anna\"")
                           << QByteArray("\"editor\": \"Anna\", \"editor\": \"Anna\"") << "given twice";
}

void TestChangeSet::refusesBadFiles()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QString, says);
    QByteArray json = changeSetToJson({sent({{plain(), titled(QStringLiteral("New"))}}), {}});
    QVERIFY2(json.contains(from), json.constData());
    json.replace(json.indexOf(from), from.size(), to);
    const auto read = readChangeSet(json, QStringLiteral("c.json"));
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));

    const auto nothing = readChangeSet(
        R"({"interdict_changes": 1, "changes": [{"editor": null, "at": null, "step": null, "before": null,)"
        R"( "after": null}]})",
        QStringLiteral("c.json"));
    QVERIFY(!nothing);
    QVERIFY2(nothing.error().message.contains(QStringLiteral("changes[1].after")),
             qPrintable(nothing.error().message));
}

void TestChangeSet::judgesEvents_data()
{
    QTest::addColumn<std::optional<Event>>("before");
    QTest::addColumn<std::optional<Event>>("after");
    QTest::addColumn<std::optional<Event>>("here");
    QTest::addColumn<Incoming::Kind>("kind");
    QTest::addColumn<QString>("fields");
    QTest::addColumn<QString>("conflicts");
    QTest::addColumn<bool>("accepts"); // cautiously
    using State = std::optional<Event>;
    const State none, base = plain(), edited = titled(QStringLiteral("There")),
                      other = titled(QStringLiteral("Here")), note = noted(plain());
    const State editedAndNoted = noted(*edited);
    const QString all = QStringLiteral("title date country platforms");
    QTest::newRow("new") << none << base << none << Kind::Add << all << "" << true;
    QTest::newRow("new, and here the same") << none << base << base << Kind::Known << ""
                                            << "" << false;
    QTest::newRow("new on both sides") << none << edited << other << Kind::Edit << "title"
                                       << "title" << false;
    QTest::newRow("edit") << base << edited << base << Kind::Edit << "title"
                          << "" << true;
    QTest::newRow("edit beside another") << base << edited << note << Kind::Edit << "title"
                                         << "" << true;
    QTest::newRow("edit against another") << base << edited << other << Kind::Edit << "title"
                                          << "title" << false;
    QTest::newRow("one of two in conflict") << base << editedAndNoted << other << Kind::Edit << "title note"
                                            << "title" << true;
    QTest::newRow("edit known") << base << edited << edited << Kind::Known << ""
                                << "" << false;
    QTest::newRow("edit known, more here") << base << edited << editedAndNoted << Kind::Known << ""
                                           << "" << false;
    QTest::newRow("edit of what is gone") << base << base << none << Kind::Restore << all << "" << false;
    QTest::newRow("deletion") << base << none << base << Kind::Delete << ""
                              << "" << true;
    QTest::newRow("deletion of what was edited") << base << none << note << Kind::Delete << ""
                                                 << "note" << false;
    QTest::newRow("deletion known") << base << none << none << Kind::Known << ""
                                    << "" << false;
}

void TestChangeSet::judgesEvents()
{
    QFETCH(const std::optional<Event>, before);
    QFETCH(const std::optional<Event>, after);
    QFETCH(const std::optional<Event>, here);
    QFETCH(const Incoming::Kind, kind);
    QFETCH(const bool, accepts);
    const Incoming incoming = one({{before, after}}, here);
    QCOMPARE(int(incoming.kind), int(kind));
    QTEST(labels(incoming.fields), "fields");
    QTEST(labels(incoming.conflicts), "conflicts");
    const Answer cautious = cautiousAnswer(incoming);
    QCOMPARE(cautious.accept, accepts);
    const auto change = acceptedChange(incoming, cautious);
    QCOMPARE(change.has_value(), accepts);
    if (change) // whoever saves it finds what is stored
        QVERIFY(change->before == here);
}

void TestChangeSet::gathersStepsOfAnEvent()
{
    const Event second = titled(QStringLiteral("Second")), third = noted(second);
    const Incoming whole = one({{plain(), second}, {second, third}}, plain());
    QVERIFY(whole.sent == (EventChange{plain(), third}));
    QCOMPARE(labels(whole.fields), QStringLiteral("title note"));
    QCOMPARE(whole.editors, QStringList{QStringLiteral("Anna")});
    QCOMPARE(whole.steps, (QStringList{QStringLiteral("Step 1"), QStringLiteral("Step 2")}));

    // The step between them, which wrote a summary, is not sent: the summary stays away.
    const Event between = with(second, [](Event& event) { event.summary = QStringLiteral("Kept back"); });
    const Incoming gap = one({{plain(), second}, {between, noted(between)}}, plain());
    QVERIFY(gap.sent == (EventChange{plain(), third}));

    // The same where a step between them touched the same field: the later of what is sent counts.
    const Event last = titled(QStringLiteral("Last"));
    const Incoming later = one({{plain(), second}, {titled(QStringLiteral("Kept back")), last}}, plain());
    QVERIFY(later.sent == (EventChange{plain(), last}));

    const Incoming again = one({{plain(), {}}, {{}, second}}, plain());
    QVERIFY(again.sent == (EventChange{plain(), second}));
    QCOMPARE(int(again.kind), int(Kind::Edit));
}

void TestChangeSet::leavesOutWhatCameAndWent()
{
    const auto here = [](const QString&) -> Result<States> { return States(); };
    QVERIFY(incomingEvents(sent({{{}, plain()}, {plain(), {}}}), here)->empty());
    const auto back = incomingEvents(sent({{{}, plain()}, {plain(), {}}, {{}, noted(plain())}}), here);
    QCOMPARE(back->size(), std::size_t(1));
    QVERIFY(back->front().sent == (EventChange{{}, noted(plain())}));
}

void TestChangeSet::acceptsByField()
{
    const Event there = noted(titled(QStringLiteral("There")));
    const Event here = with(plain(), [](Event& event) { event.summary = QStringLiteral("Here"); });
    const Incoming incoming = one({{plain(), there}}, here);
    QCOMPARE(labels(incoming.fields), QStringLiteral("title note"));
    const auto some = acceptedChange(incoming, {true, {EventField::Note}});
    QVERIFY(some && some->before == here && some->after == noted(here));
    QVERIFY(!acceptedChange(incoming, {true, {}}));
    QVERIFY(!acceptedChange(incoming, {false, incoming.fields}));
}

void TestChangeSet::settlesAConflictByTheSentValue()
{
    const Event here = titled(QStringLiteral("Here"));
    const Incoming incoming = one({{plain(), noted(titled(QStringLiteral("There")))}}, here);
    QCOMPARE(labels(incoming.conflicts), QStringLiteral("title"));
    const auto cautious = acceptedChange(incoming, cautiousAnswer(incoming));
    QVERIFY(cautious && cautious->after == noted(here));
    const auto all = acceptedChange(incoming, {true, incoming.fields});
    QVERIFY(all && all->after == noted(titled(QStringLiteral("There"))));
}

void TestChangeSet::mergesListsByEntry()
{
    const auto add = [](const char* name) {
        return with(plain(), [name](Event& event) { event.platforms << QLatin1String(name); });
    };
    const Incoming incoming = one({{plain(), add("TikTok")}}, add("Grok"));
    QVERIFY(incoming.conflicts.empty());
    const auto change = acceptedChange(incoming, cautiousAnswer(incoming));
    QVERIFY(change);
    QCOMPARE(change->after->platforms,
             QStringList({QStringLiteral("DeepSeek"), QStringLiteral("Grok"), QStringLiteral("TikTok")}));
}

void TestChangeSet::addsWithItsNecessities()
{
    const Incoming incoming = one({{{}, noted(plain())}}, {});
    const auto change = acceptedChange(incoming, {true, {EventField::Note}});
    QVERIFY(change && !change->before);
    QVERIFY(change->after == with(noted(plain()), [](Event& event) { event.platforms.clear(); }));
    QVERIFY(acceptedChange(incoming, cautiousAnswer(incoming)) == (EventChange{{}, noted(plain())}));

    // An event that starts on the day which an empty one has.
    const Event early = with(plain(), [](Event& event) { event.start = Event().start; });
    QCOMPARE(labels(one({{{}, early}}, {}).fields), QStringLiteral("title date country platforms"));
}

void TestChangeSet::neverAcceptsUnasked()
{
    const Incoming gone = one({{plain(), noted(plain())}}, {});
    QVERIFY(!cautiousAnswer(gone).accept);
    QVERIFY(acceptedChange(gone, {true, gone.fields}) == (EventChange{{}, noted(plain())}));
    const Incoming deletion = one({{plain(), {}}}, noted(plain()));
    QVERIFY(!cautiousAnswer(deletion).accept);
    QVERIFY(acceptedChange(deletion, {true, {}}) == (EventChange{noted(plain()), {}}));
}

// States on both sides since they were one, by title: what came before is no conflict, whichever way it came.
void TestChangeSet::knowsWhatCameBefore_data()
{
    QTest::addColumn<QString>("there"); // "-": deleted; the first is what the sender began from
    QTest::addColumn<QString>("here");
    QTest::addColumn<Incoming::Kind>("kind");
    QTest::addColumn<QString>("conflicts");
    QTest::addColumn<QString>("cautious"); // the title after it
    const auto row = [](const char* name, const char* there, const char* here, Kind kind,
                        const char* conflicts, const char* cautious) {
        QTest::newRow(name) << there << here << kind << conflicts << cautious;
    };
    row("an earlier step has come", "a b c", "a b", Kind::Edit, "", "c");
    row("here went on from it", "a b", "a b c", Kind::Known, "", "c");
    row("both went on from it", "a b c", "a b d", Kind::Edit, "title", "d");
    row("there and back", "a b a", "a c", Kind::Known, "", "c");
    row("here and back", "a c", "a b a", Kind::Edit, "", "c");
    row("taken back there after it had come", "a b a", "a b", Kind::Edit, "", "a");
    row("to and fro", "a b c", "a c b", Kind::Edit, "title", "b");
    row("only the present is known", "a b c", "b", Kind::Edit, "", "c");
    row("never shared", "a b", "x", Kind::Edit, "title", "x");
    row("deletion after an edit that has come", "a b -", "a b", Kind::Delete, "", "-");
    row("deletion after an edit that has not", "a b -", "a", Kind::Delete, "", "-");
    row("deletion of what was edited on", "a b -", "a b c", Kind::Delete, "title", "c");
    row("edit of what was deleted here", "a b", "a -", Kind::Restore, "", "-");
}

void TestChangeSet::knowsWhatCameBefore()
{
    QFETCH(const QString, there);
    QFETCH(const QString, here);
    QFETCH(const Incoming::Kind, kind);
    const auto statesOf = [](const QString& titles) {
        States states;
        for (const QString& title : titles.split(u' '))
            states.push_back(title == u"-" ? std::nullopt : std::optional(titled(title)));
        return states;
    };
    std::vector<EventChange> changes;
    const States sides = statesOf(there);
    for (std::size_t i = 1; i < sides.size(); ++i)
        changes.push_back({sides[i - 1], sides[i]});
    const States present = statesOf(here);
    const Incoming incoming = oneAmong(changes, present);
    QCOMPARE(int(incoming.kind), int(kind));
    QTEST(labels(incoming.conflicts), "conflicts");
    const auto change = acceptedChange(incoming, cautiousAnswer(incoming));
    const std::optional<Event> after = change ? change->after : present.back();
    QTEST(after ? after->title : QStringLiteral("-"), "cautious");
}

// Two copies of one record, edited apart: each keeps its own and gets the other's.
void TestChangeSet::joinsTwoCopies()
{
    test::Starter ours, theirs;
    const auto edit = [](test::Starter& copy, const std::function<void(Event&)>& change) {
        const Event before = copy.workspace.event(*copy.workspace.rowOf(italy));
        return copy.workspace.save({{before, with(before, change)}}, QStringLiteral("Edit"));
    };
    const Event base = ours.workspace.event(*ours.workspace.rowOf(italy));
    const auto made = edit(theirs, [](Event& event) {
        event.title = QStringLiteral("Their title");
        event.note = QStringLiteral("Their note");
    });
    const Event fresh = with(base, [](Event& event) {
        event.uid = QStringLiteral("it-fresh-2026");
        event.title = QStringLiteral("Fresh");
        event.relations.clear();
    });
    const auto added = theirs.workspace.save({{{}, fresh}}, QStringLiteral("Add"));
    QVERIFY(made && added);
    QVERIFY(edit(ours, [](Event& event) {
        event.title = QStringLiteral("Our title");
        event.summary = QStringLiteral("Our summary");
    }));

    const QByteArray file =
        changeSetToJson({sent({made->change.events.front(), added->change.events.front()}), {}});
    const auto read = readChangeSet(file, QStringLiteral("c.json"));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    const auto here = [&](const QString& uid) -> std::optional<Event> {
        const auto row = ours.workspace.rowOf(uid);
        return row ? std::optional(ours.workspace.event(*row)) : std::nullopt;
    };
    const StatesHere states = [&](const QString& uid) {
        return ours.workspace.revisions(uid).map([](const std::vector<Revision>& revisions) {
            States all;
            for (const Revision& revision : revisions)
                all.push_back(revision.event);
            return all;
        });
    };
    std::vector<EventChange> changes;
    const auto incomingHere = incomingEvents(read->changes, states);
    QVERIFY(incomingHere);
    for (const Incoming& incoming : *incomingHere)
        if (const auto change = acceptedChange(incoming, cautiousAnswer(incoming)))
            changes.push_back(*change);
    QCOMPARE(changes.size(), std::size_t(2));
    const auto saved = ours.workspace.save(changes, QStringLiteral("Changes of Anna"));
    QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().message));

    const Event after = *here(italy);
    QCOMPARE(after.title, QStringLiteral("Our title"));
    QCOMPARE(after.summary, QStringLiteral("Our summary"));
    QCOMPARE(after.note, QStringLiteral("Their note"));
    QVERIFY(here(fresh.uid) && sameContent(*here(fresh.uid), fresh));

    // What is left of the set is the conflict; nothing comes twice.
    const auto left = incomingEvents(read->changes, states);
    QVERIFY(left);
    QCOMPARE(labels((*left)[0].fields), QStringLiteral("title"));
    QCOMPARE(labels((*left)[0].conflicts), QStringLiteral("title"));
    QCOMPARE(int((*left)[1].kind), int(Kind::Known));
}

QTEST_GUILESS_MAIN(TestChangeSet)
#include "tst_changeset.moc"
