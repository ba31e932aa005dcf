// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Vocabulary steps in the store and the workspace: events and milestones follow, others' steps are merged or
// refused, and the filter names what is there.
#include "model/edit/vocabularyedit.h"
#include "model/stepsaving.h"
#include "model/store/connection.h"
#include "model/store/schema.h"
#include "tests/support/shipped.h"
#include "tests/support/starter.h"

#include <QSignalSpy>
#include <QTest>

using namespace interdict;

namespace {

const QString chatGpt = QStringLiteral("ChatGPT");
const QString fraud = QStringLiteral("fraud");

Platform renamedTo(const Vocabulary& words, const QString& name, const QString& to)
{
    Platform platform = *words.platform(name);
    platform.name = to;
    return platform;
}

Result<VocabularyEdit> renaming(const Vocabulary& words, const QString& name, const QString& to)
{
    return changeEntry(words, name, renamedTo(words, name, to));
}

Term relabelled(const Vocabulary& words, TermKind kind, const QString& code, const QString& label)
{
    Term term = *words.find(kind, code);
    term.label = label;
    return term;
}

struct Elsewhere // another process's connection
{
    explicit Elsewhere(const QString& path)
        : dataSet(std::move(*DataSet::open(path)))
    {
    }
    void save(const RecordChange& change)
    {
        const auto saved = dataSet.save(change, shippedGazetteer(), stamp(), QStringLiteral("Elsewhere"));
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message));
    }
    DataSet dataSet;
};

} // namespace

class VocabularySavingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_starter = std::make_unique<test::Starter>(); }
    void cleanup() { m_starter.reset(); }

    void renamesEverywhere();
    void mergesWithoutDoubling();
    void changesWhatIsInForce();
    void keepsRowIds();
    void refusesWhatIsUsed();
    void refusesAnOlderVocabulary();
    void followsEventsSavedElsewhere();
    void mergesWithAnotherStep();
    void tellsAConflict();
    void showsAStepFromElsewhere();
    void writesNoStaleName();
    void readsWhatAnotherAdded();
    void filterFollows_data();
    void filterFollows();
    void countsWhoNamesAnEntry();
    void keepsHistory();
    void migratesAVocabulary();
    void failsAsAWhole();

private:
    Workspace& workspace() { return m_starter->workspace; }
    const Vocabulary& words() { return workspace().vocabulary(); }
    Result<DataSet::Saved> save(const Result<VocabularyEdit>& edit)
    {
        return edit ? workspace().save(edit->record(), edit->what)
                    : Result<DataSet::Saved>(tl::make_unexpected(edit.error()));
    }
    std::size_t rowsOf(VocabularyList list, const QString& code)
    {
        return workspace().rowsNaming(list, code).size();
    }

    std::unique_ptr<test::Starter> m_starter;
};

void VocabularySavingTest::renamesEverywhere()
{
    const std::size_t events = rowsOf(std::nullopt, chatGpt);
    const auto milestones = std::count_if(workspace().milestones().begin(), workspace().milestones().end(),
                                          [](const Milestone& m) { return m.platform == chatGpt; });
    QVERIFY(events > 10);
    QSignalSpy changed(&workspace(), &Workspace::vocabularyChanged);
    const auto saved = save(renaming(words(), chatGpt, QStringLiteral("GPT")));
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message));
    QCOMPARE(changed.size(), 1);
    QVERIFY(!words().platform(chatGpt));
    QCOMPARE(rowsOf(std::nullopt, QStringLiteral("GPT")), events);
    QCOMPARE(saved->change.events.size(), events);
    QCOMPARE(saved->change.milestones.size(), std::size_t(milestones));
    QVERIFY(std::none_of(workspace().milestones().begin(), workspace().milestones().end(),
                         [](const Milestone& m) { return m.platform == chatGpt; }));
    // Each with a revision, found by its new name, and so in another process.
    const Event event =
        workspace().event(workspace().rowsNaming(std::nullopt, QStringLiteral("GPT")).front());
    QCOMPARE(workspace().revisions(event.uid)->size(), 2u);
    QVERIFY(event.platforms.contains(QStringLiteral("GPT")));
    Elsewhere other(m_starter->path);
    QVERIFY(other.dataSet.vocabulary() == words());
    QCOMPARE(other.dataSet.event(other.dataSet.idOf(event.uid).value()).value(), event);

    QVERIFY(workspace().apply(saved->change.inverted(), QStringLiteral("Undo")));
    QCOMPARE(rowsOf(std::nullopt, chatGpt), events);
    QVERIFY(words().platform(chatGpt));
    QVERIFY(!words().platform(QStringLiteral("GPT")));
}

void VocabularySavingTest::mergesWithoutDoubling()
{
    const QString tikTok = QStringLiteral("TikTok");
    std::set<Row> either;
    for (const QString& name : {chatGpt, tikTok})
        for (const Row row : workspace().rowsNaming(std::nullopt, name))
            either.insert(row);
    const auto saved = save(mergeEntries(words(), std::nullopt, chatGpt, tikTok));
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message));
    QCOMPARE(rowsOf(std::nullopt, tikTok), either.size());
    for (const Row row : workspace().rowsNaming(std::nullopt, tikTok))
        QCOMPARE(workspace().event(row).platforms.count(tikTok), 1);
    QVERIFY(workspace().apply(saved->change.inverted(), QStringLiteral("Undo")));
    QVERIFY(rowsOf(std::nullopt, tikTok) < either.size());
}

void VocabularySavingTest::changesWhatIsInForce()
{
    const int before = workspace().inForceCount();
    Term term = *words().find(TermKind::Status, QStringLiteral("in_force"));
    term.inForce = false;
    QVERIFY(save(changeEntry(words(), TermKind::Status, term.code, term)));
    QVERIFY2(workspace().inForceCount() < before, qPrintable(QString::number(before)));
}

void VocabularySavingTest::keepsRowIds()
{
    const auto idOf = [this](const char* sql) {
        return store::numberFrom(*store::connectTo(m_starter->path, SQLite::OPEN_READONLY), sql);
    };
    const char* sql = "SELECT id FROM term WHERE code = 'fraud'";
    const auto id = idOf(sql);
    QVERIFY(save(moveEntry(words(), TermKind::Concern, fraud, 0)));
    Term term = relabelled(words(), TermKind::Concern, fraud, QStringLiteral("Scams"));
    term.colour = QStringLiteral("#123456");
    QVERIFY(save(changeEntry(words(), TermKind::Concern, fraud, term)));
    QCOMPARE(idOf(sql), id);
    QCOMPARE(words().terms(TermKind::Concern).front(), term);
    QCOMPARE(DataSet::open(m_starter->path)->vocabulary().terms(TermKind::Concern).front(), term);
}

void VocabularySavingTest::refusesWhatIsUsed()
{
    const auto removed = save(removeEntry(words(), std::nullopt, chatGpt));
    QVERIFY(!removed);
    QCOMPARE(removed.error().kind, Error::Kind::BadInput);
    QVERIFY2(removed.error().message.contains(QStringLiteral("\u201cChatGPT\u201d is still used")),
             qPrintable(removed.error().message));
    const auto kind = save(removeEntry(words(), TermKind::MilestoneKind, QStringLiteral("chip")));
    QVERIFY(!kind);
    QVERIFY(words().platform(chatGpt));
    QVERIFY(workspace().steps()->empty());
    QVERIFY(save(addEntry(words(), Platform{QStringLiteral("Qwen 9"), {}, {}, {}})));
    QVERIFY(save(removeEntry(words(), std::nullopt, QStringLiteral("Qwen 9"))));
}

void VocabularySavingTest::refusesAnOlderVocabulary()
{
    Elsewhere other(m_starter->path);
    QVERIFY(save(moveEntry(words(), TermKind::Concern, fraud, 0)));
    const auto edit = moveEntry(other.dataSet.vocabulary(), std::nullopt, chatGpt, 0);
    const auto saved = other.dataSet.save(edit->record(), shippedGazetteer(), stamp(), edit->what);
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, Error::Kind::Conflict);
}

void VocabularySavingTest::followsEventsSavedElsewhere()
{
    const auto edit = renaming(words(), chatGpt, QStringLiteral("GPT"));
    Elsewhere other(m_starter->path);
    Event event = anyEvent(QStringLiteral("new-one"));
    event.platforms = {chatGpt};
    other.save(std::vector<EventChange>{{{}, event}});
    const auto saved = save(edit);
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message));
    QCOMPARE(workspace().event(*workspace().rowOf(event.uid)).platforms, QStringList{QStringLiteral("GPT")});
}

void VocabularySavingTest::mergesWithAnotherStep()
{
    const auto mine = renaming(words(), chatGpt, QStringLiteral("GPT"));
    Elsewhere other(m_starter->path);
    other.save(changeEntry(words(), TermKind::Concern, fraud,
                           relabelled(words(), TermKind::Concern, fraud, QStringLiteral("Scams")))
                   ->record());
    other.save(
        addEntry(other.dataSet.vocabulary(), Platform{QStringLiteral("Qwen 9"), {}, {}, {}})->record());
    const auto saved = save(mine);
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().message));
    QCOMPARE(words().label(TermKind::Concern, fraud), QStringLiteral("Scams"));
    QVERIFY(words().platform(QStringLiteral("Qwen 9")));
    QVERIFY(words().platform(QStringLiteral("GPT")));
    QVERIFY(!words().platform(chatGpt));
    QVERIFY(workspace().apply(saved->change.inverted(), QStringLiteral("Undo")));
    QVERIFY(words().platform(QStringLiteral("Qwen 9")));
    QVERIFY(words().platform(chatGpt));
}

void VocabularySavingTest::tellsAConflict()
{
    const auto mine = renaming(words(), chatGpt, QStringLiteral("GPT"));
    const auto steps = [this] { return workspace().steps()->size(); };
    Elsewhere other(m_starter->path);
    const auto theirs =
        mergeEntries(words(), std::nullopt, QStringLiteral("Character.AI"), QStringLiteral("Grok"));
    QVERIFY(saveStep(other.dataSet, theirs->record(), shippedGazetteer(), stamp(), theirs->what));
    QCOMPARE(steps(), 1u);
    const auto refused =
        save(renaming(theirs->change.before, QStringLiteral("Character.AI"), QStringLiteral("C")));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Conflict);
    QVERIFY2(refused.error().message.contains(QStringLiteral("Character.AI")),
             qPrintable(refused.error().message));
    QCOMPARE(steps(), 1u);
    QVERIFY(save(mine));
}

void VocabularySavingTest::showsAStepFromElsewhere()
{
    m_starter->filter(QStringLiteral("platform:ChatGPT"));
    const std::size_t shown = workspace().result().size();
    Elsewhere other(m_starter->path);
    const auto edit = renaming(words(), chatGpt, QStringLiteral("GPT"));
    QVERIFY(saveStep(other.dataSet, edit->record(), shippedGazetteer(), stamp(), edit->what));
    QSignalSpy changed(&workspace(), &Workspace::vocabularyChanged);
    workspace().lookForChangesElsewhere();
    QCOMPARE(changed.size(), 1);
    QVERIFY(words() == other.dataSet.vocabulary());
    QCOMPARE(workspace().filter()[Facet::Platform].anyOf, QStringList{QStringLiteral("GPT")});
    QCOMPARE(workspace().result().size(), shown);
    workspace().lookForChangesElsewhere();
    QCOMPARE(changed.size(), 1);
}

// A connection that has not yet seen the renaming saves an event: it neither changes its name nor loses it.
void VocabularySavingTest::writesNoStaleName()
{
    Elsewhere other(m_starter->path);
    QVERIFY(save(renaming(words(), chatGpt, QStringLiteral("GPT"))));
    Event event = anyEvent(QStringLiteral("stale"));
    event.platforms = {chatGpt};
    const auto saved =
        other.dataSet.save(std::vector<EventChange>{{{}, event}}, shippedGazetteer(), stamp(), QString());
    QVERIFY(!saved);
    QVERIFY2(saved.error().message.contains(QStringLiteral("\"ChatGPT\" is no platform")),
             qPrintable(saved.error().message));
}

void VocabularySavingTest::readsWhatAnotherAdded()
{
    Elsewhere other(m_starter->path);
    QVERIFY(save(addEntry(words(), Platform{QStringLiteral("Qwen 9"), {}, {}, {}})));
    Event event = anyEvent(QStringLiteral("new"));
    event.platforms = {QStringLiteral("Qwen 9")};
    QVERIFY(workspace().save({{{}, event}}, QStringLiteral("New")));
    const auto read = other.dataSet.event(other.dataSet.idOf(event.uid).value());
    QCOMPARE(read->platforms, event.platforms);
}

void VocabularySavingTest::filterFollows_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("after");
    QTest::newRow("renamed") << "platform:ChatGPT,Grok"
                             << "platform:GPT,Grok";
    QTest::newRow("merged into one that is there") << "concern:censorship,fraud"
                                                   << "concern:censorship";
    QTest::newRow("merged, excluded") << "-concern:fraud"
                                      << "-concern:censorship";
    QTest::newRow("removed") << "platform:Unused"
                             << "";
    QTest::newRow("unknown") << "platform:unknown"
                             << "platform:unknown";
    QTest::newRow("another facet") << "measure:law"
                                   << "measure:law";
}

void VocabularySavingTest::filterFollows()
{
    QFETCH(QString, filter);
    QVERIFY(save(addEntry(words(), Platform{QStringLiteral("Unused"), {}, {}, {}})));
    m_starter->filter(filter);
    m_starter->filter(QString());
    workspace().back();
    QVERIFY(save(renaming(words(), chatGpt, QStringLiteral("GPT"))));
    QVERIFY(save(mergeEntries(words(), TermKind::Concern, fraud, QStringLiteral("censorship"))));
    QVERIFY(save(removeEntry(words(), std::nullopt, QStringLiteral("Unused"))));
    const auto text = [this] { return filterText(workspace().filter()); };
    QTEST(text(), "after");
    const auto shown = workspace().result().size();
    workspace().forward();
    QCOMPARE(text(), QString());
    workspace().back();
    QTEST(text(), "after");
    QCOMPARE(workspace().result().size(), shown);
}

void VocabularySavingTest::countsWhoNamesAnEntry()
{
    for (const VocabularyList list : {VocabularyList(), VocabularyList(TermKind::Concern),
                                      VocabularyList(TermKind::Status), VocabularyList(TermKind::Relation)}) {
        const QStringList codes = words().codes(list);
        std::vector<std::uint32_t> expected(std::size_t(codes.size()));
        for (Row row = 0; row < workspace().columns().size(); ++row)
            for (qsizetype i = 0; i < codes.size(); ++i)
                expected[std::size_t(i)] += names(workspace().event(row), list, codes[i]);
        QCOMPARE(workspace().countNaming(list), expected);
    }
}

void VocabularySavingTest::keepsHistory()
{
    const Vocabulary before = words();
    QVERIFY(save(mergeEntries(words(), TermKind::Concern, fraud, QStringLiteral("censorship"))));
    const auto steps = workspace().steps().value();
    QVERIFY(steps.front().vocabulary);
    QCOMPARE(steps.front().what,
             QStringLiteral("Merge concern \u201cFraud\u201d into \u201cCensorship\u201d"));
    const auto changes = workspace().vocabularyChanges(steps.front().id - 1, steps.front().id).value();
    QCOMPARE(changes.size(), 1u);
    QVERIFY(changes[0].before == before);
    QVERIFY(changes[0].after == words());
    const std::vector<Renaming> expected{{TermKind::Concern, fraud, QStringLiteral("censorship")}};
    QCOMPARE(changes[0].renamed, expected);
}

// From a file as version 2 wrote it.
void VocabularySavingTest::migratesAVocabulary()
{
    const QTemporaryDir folder;
    for (int version = 1; version <= 2; ++version)
        QVERIFY(QFile::copy(QStringLiteral("%1/000%2.sql").arg(store::schemaFolder).arg(version),
                            folder.filePath(QStringLiteral("000%1.sql").arg(version))));
    const QString path = folder.filePath(QStringLiteral("older.interdict"));
    {
        const auto database = store::connectTo(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        store::migrate(*database, folder.path());
        database->exec("INSERT INTO dataset VALUES (1, 'Older', '', '', '0.1')");
        database->exec("INSERT INTO term (kind, code, position, label, severity, restricts) VALUES "
                       "('measure', 'ban', 1, 'Ban', 5, 1), ('measure', 'law', 0, 'Law', 4, 1)");
        database->exec("INSERT INTO platform (name, position, developer_country) VALUES ('Grok', 0, 'US')");
    }
    auto opened = DataSet::open(path);
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    QCOMPARE(opened->vocabulary().codes(TermKind::Measure),
             (QStringList{QStringLiteral("law"), QStringLiteral("ban")}));
    const Platform grok{QStringLiteral("Grok"), {}, QStringLiteral("US"), {}};
    QCOMPARE(*opened->vocabulary().platform(grok.name), grok);
    QCOMPARE(opened->vocabulary().find(TermKind::Measure, QStringLiteral("ban"))->severity, 5);
    const auto edit = renaming(opened->vocabulary(), grok.name, QStringLiteral("xAI"));
    QVERIFY(saveStep(*opened, edit->record(), shippedGazetteer(), stamp(), edit->what));
    QVERIFY(opened->vocabulary().platform(QStringLiteral("xAI")));
}

void VocabularySavingTest::failsAsAWhole()
{
    const Vocabulary before = words();
    const auto edit = renaming(words(), chatGpt, QStringLiteral("GPT"));
    RecordChange record = edit->record();
    Event wrong = anyEvent(QStringLiteral("wrong"));
    wrong.measure = QStringLiteral("no_such_measure");
    record.events.push_back({{}, wrong});
    QVERIFY(!workspace().save(record, edit->what));
    QVERIFY(words() == before);
    QVERIFY(DataSet::open(m_starter->path)->vocabulary() == before);
    QVERIFY(workspace().steps()->empty());
    QVERIFY(save(edit)); // nothing of it is left
}

QTEST_GUILESS_MAIN(VocabularySavingTest)
#include "tst_vocabularysaving.moc"
