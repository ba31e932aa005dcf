// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Thousands of random edits with undo and redo leave the data as a plain replay of the steps would, and the
// history holds each state that was saved.
#include "app/recordundo.h"
#include "model/edit/vocabularyedit.h"
#include "tests/support/random.h"
#include "tests/support/starter.h"

#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace interdict;

namespace {

// The record as plainly as can be: what each event is, and the steps one could undo.
struct Replay
{
    using Events = std::map<QString, Event>;
    Events events;
    std::vector<Events> past, future;

    void step(const std::vector<EventChange>& changes)
    {
        past.push_back(events);
        future.clear();
        for (const EventChange& change : changes) {
            if (change.after)
                events[change.uid()] = *change.after;
            else
                events.erase(change.uid());
        }
    }
    void undo()
    {
        future.push_back(std::exchange(events, past.back()));
        past.pop_back();
    }
    void redo()
    {
        past.push_back(std::exchange(events, future.back()));
        future.pop_back();
    }
};

Replay::Events stored(const Workspace& workspace)
{
    Replay::Events events;
    for (Row row = 0; row < workspace.columns().size(); ++row) {
        Event event = workspace.event(row);
        events[event.uid] = event;
    }
    return events;
}

QString difference(const Replay::Events& expected, const Replay::Events& found)
{
    if (expected.size() != found.size())
        return QStringLiteral("%1 events instead of %2").arg(found.size()).arg(expected.size());
    for (const auto& [uid, event] : expected) {
        const auto it = found.find(uid);
        if (it == found.end() || !sameContent(event, it->second))
            return uid;
    }
    return {};
}

Event changed(Event event, test::Chance& chance, int number)
{
    switch (chance.below(6)) {
    case 0:
        event.title = QStringLiteral("Title %1").arg(number);
        break;
    case 1:
        event.start = test::randomDate(chance);
        event.end.reset();
        break;
    case 2:
        event.country = chance.oneIn(2) ? QStringLiteral("FR") : QStringLiteral("JP");
        event.subdivision.clear();
        break;
    case 3:
        event.platforms = {chance.oneIn(2) ? QStringLiteral("DeepSeek") : QStringLiteral("TikTok")};
        break;
    case 4:
        event.note = QStringLiteral("Note %1").arg(number);
        break;
    default:
        event.sources.push_back({QStringLiteral("Source %1").arg(number), {}, {}, {}});
    }
    return event;
}

// The record with its vocabulary, and the states that undo walks through.
struct WholeRecord
{
    Vocabulary words;
    Replay::Events events;
    std::vector<Milestone> milestones;
};

WholeRecord whole(const Workspace& workspace)
{
    return {workspace.vocabulary(), stored(workspace), workspace.milestones()};
}

QString difference(const WholeRecord& expected, const WholeRecord& found)
{
    if (expected.words != found.words)
        return QStringLiteral("the vocabulary");
    if (expected.milestones != found.milestones)
        return QStringLiteral("milestones");
    return difference(expected.events, found.events);
}

// As plainly as can be: what each event and milestone names is looked for by itself.
void follow(WholeRecord& record, const VocabularyEdit& edit)
{
    record.words = edit.change.after;
    for (const Renaming& renaming : edit.change.renamed) {
        for (auto& [uid, event] : record.events)
            event = renamed(event, renaming);
        for (Milestone& milestone : record.milestones)
            milestone = renamed(milestone, renaming);
    }
}

template <typename Entry>
Entry editedEntry(Entry entry, test::Chance& chance, int number)
{
    if (chance.oneIn(3))
        entry.colour = QStringLiteral("#0000%1").arg(number % 90 + 10);
    if constexpr (std::is_same_v<Entry, Term>) {
        if (chance.oneIn(2))
            entry.label = QStringLiteral("Term %1").arg(number);
        if (chance.oneIn(3) && entry.code != QLatin1String("supersedes"))
            entry.code = QStringLiteral("code_%1").arg(number);
    } else if (chance.oneIn(2)) {
        entry.name = QStringLiteral("Platform %1").arg(number);
    }
    return entry;
}

Result<VocabularyEdit> anyEdit(const Vocabulary& words, test::Chance& chance, int number)
{
    const std::array<VocabularyList, 5> lists{TermKind::Concern, TermKind::Measure, TermKind::Relation,
                                              TermKind::MilestoneKind, std::nullopt};
    const VocabularyList list = chance.of(lists);
    const QStringList codes = words.codes(list);
    const QString code = chance.of(codes), other = chance.of(codes);
    switch (chance.below(6)) {
    case 0:
        if (!list)
            return addEntry(words, Platform{QStringLiteral("New %1").arg(number), {}, {}, {}});
        {
            Term term;
            term.label = QStringLiteral("New %1").arg(number);
            term.code = codeFor(words, *list, term.label);
            return addEntry(words, *list, term);
        }
    case 1:
        return codes.size() > 3 ? mergeEntries(words, list, code, other) : moveEntry(words, list, code, 0);
    case 2:
        return moveEntry(words, list, code, chance.below(8));
    case 3:
        return codes.size() > 3 ? removeEntry(words, list, code) : moveEntry(words, list, code, 1);
    default:
        return list ? changeEntry(words, *list, code, editedEntry(*words.find(*list, code), chance, number))
                    : changeEntry(words, code, editedEntry(*words.platform(code), chance, number));
    }
}

} // namespace

class RecordUndoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsAPlainReplay();
    void equalsAPlainReplayOfTheVocabulary();
    void keepsWhatOthersChanged();
    void tellsWhatCannotBeTakenBack();
};

void RecordUndoTest::equalsAPlainReplay()
{
    test::Starter starter;
    Workspace& workspace = starter.workspace;
    RecordUndo undo(workspace);
    Replay replay{stored(workspace), {}, {}};
    test::Chance chance(11);
    std::size_t saved = 0;
    for (int i = 0; i < 2500; ++i) {
        const int what = chance.below(10);
        if (what < 3 && undo.canUndo()) {
            undo.undo();
            replay.undo();
            ++saved;
        } else if (what < 5 && undo.canRedo()) {
            undo.redo();
            replay.redo();
            ++saved;
        } else {
            const auto row = static_cast<Row>(chance.below(static_cast<int>(workspace.columns().size())));
            std::vector<EventChange> changes;
            if (what == 5) {
                changes = workspace.deletionOf(std::vector{row}).value();
            } else if (what == 6) {
                Event event = changed(workspace.event(row), chance, i);
                event.uid.clear();
                event.relations.clear();
                event.title = QStringLiteral("New %1").arg(i);
                changes.push_back({{}, event});
            } else {
                for (int n = chance.between(1, 4); n > 0; --n) {
                    const auto other = (row + static_cast<Row>(n)) % workspace.columns().size();
                    changes.push_back({workspace.event(other), changed(workspace.event(other), chance, i)});
                }
            }
            const auto done = workspace.save(changes, QStringLiteral("Step %1").arg(i));
            QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
            if (done->change.events.empty())
                continue;
            replay.step(done->change.events);
            ++saved;
        }
        if (i % 50 == 0)
            QCOMPARE(difference(replay.events, stored(workspace)), QString());
    }
    QCOMPARE(difference(replay.events, stored(workspace)), QString());
    QCOMPARE(workspace.steps()->size(), saved);
    while (undo.canUndo())
        undo.undo();
    while (!replay.past.empty())
        replay.undo();
    QCOMPARE(difference(replay.events, stored(workspace)), QString());
    // What is stored is what the last revision of each event says.
    for (const auto& [uid, event] : replay.events)
        QVERIFY2(sameContent(*workspace.revisions(uid)->back().event, event), qPrintable(uid));
}

// Steps of the vocabulary between edits of events. Some are refused, such as to remove what is used: they
// leave no trace.
void RecordUndoTest::equalsAPlainReplayOfTheVocabulary()
{
    test::Starter starter;
    Workspace& workspace = starter.workspace;
    RecordUndo undo(workspace);
    QSignalSpy failed(&undo, &RecordUndo::failed);
    std::vector<WholeRecord> states{whole(workspace)};
    std::size_t at = 0, saved = 0, refused = 0;
    test::Chance chance(23);
    for (int i = 0; i < 400; ++i) {
        const int what = chance.below(10);
        if (what < 3 && at > 0) {
            undo.undo();
            --at;
            ++saved;
        } else if (what < 5 && at + 1 < states.size()) {
            undo.redo();
            ++at;
            ++saved;
        } else {
            WholeRecord next = states[at];
            RecordChange record;
            if (what < 8) {
                const auto edit = anyEdit(workspace.vocabulary(), chance, i);
                if (!edit || edit->record().isEmpty())
                    continue;
                record = edit->record();
                follow(next, *edit);
            } else {
                const auto row = static_cast<Row>(chance.below(static_cast<int>(workspace.columns().size())));
                Event event = workspace.event(row);
                event.note = QStringLiteral("Note %1").arg(i);
                event.platforms = {chance.of(workspace.vocabulary().codes(std::nullopt))};
                record.events.push_back({workspace.event(row), event});
                next.events[event.uid] = event;
            }
            if (!workspace.save(record, QStringLiteral("Step %1").arg(i))) {
                ++refused;
                continue;
            }
            ++saved;
            states.resize(at + 1);
            states.push_back(std::move(next));
            ++at;
        }
        if (i % 20 == 0)
            QCOMPARE(difference(states[at], whole(workspace)), QString());
    }
    QCOMPARE(difference(states[at], whole(workspace)), QString());
    QCOMPARE(workspace.steps()->size(), saved);
    QVERIFY2(refused > 5 && at > 20, qPrintable(QString::number(refused)));
    while (undo.canUndo())
        undo.undo();
    QVERIFY(failed.isEmpty());
    QCOMPARE(difference(states.front(), whole(workspace)), QString());
}

void RecordUndoTest::keepsWhatOthersChanged()
{
    test::Starter starter;
    RecordUndo undo(starter.workspace);
    const Event before = starter.workspace.event(5);
    Event mine = before;
    mine.title = QStringLiteral("Mine");
    QVERIFY(starter.workspace.save({{before, mine}}, QStringLiteral("Mine")));

    auto elsewhere = DataSet::open(starter.path);
    const Event now = elsewhere->event(elsewhere->idOf(before.uid).value()).value();
    Event theirs = now;
    theirs.note = QStringLiteral("Theirs");
    QVERIFY(elsewhere->save(std::vector{EventChange{now, theirs}}, starter.gazetteer, {},
                            QStringLiteral("Theirs")));

    undo.undo();
    const Event after = starter.workspace.event(*starter.workspace.rowOf(before.uid));
    QCOMPARE(after.title, before.title);
    QCOMPARE(after.note, theirs.note);
    QVERIFY(undo.canRedo());
}

void RecordUndoTest::tellsWhatCannotBeTakenBack()
{
    test::Starter starter;
    RecordUndo undo(starter.workspace);
    QSignalSpy failed(&undo, &RecordUndo::failed);
    const Event before = starter.workspace.event(5);
    Event mine = before;
    mine.title = QStringLiteral("Mine");
    QVERIFY(starter.workspace.save({{before, mine}}, QStringLiteral("Mine")));
    auto elsewhere = DataSet::open(starter.path);
    const Event now = elsewhere->event(elsewhere->idOf(before.uid).value()).value();
    Event theirs = now;
    theirs.title = QStringLiteral("Theirs");
    QVERIFY(elsewhere->save(std::vector{EventChange{now, theirs}}, starter.gazetteer, {},
                            QStringLiteral("Theirs")));

    undo.undo();
    QCOMPARE(failed.size(), 1);
    const auto error = failed[0][0].value<Error>();
    QVERIFY2(error.message.contains(QStringLiteral("Title")), qPrintable(error.message));
    QCOMPARE(starter.workspace.event(*starter.workspace.rowOf(before.uid)).title, theirs.title);
    QVERIFY(!undo.canRedo());
}

QTEST_GUILESS_MAIN(RecordUndoTest)
#include "tst_recordundo.moc"
