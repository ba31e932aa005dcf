// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of one data set, edited apart: what is merged both ways is the same on both sides, nothing that one
// side alone set is lost, and what both changed is told.
#include "tests/support/copies.h"
#include "tests/support/random.h"

#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

#include <set>

using namespace interdict;
using Kind = Incoming::Kind;
using test::Chance;
using test::Copy;
using test::difference;
using test::Record;
using test::recordOf;

namespace {

const QString italy = QStringLiteral("it-garante-deepseek-block-2025");
QByteArray fileBytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void changeAtRandom(Event& event, Chance& chance, const QString& mark)
{
    const QString text = mark + QString::number(chance.below(1000));
    switch (chance.below(7)) {
    case 0:
        event.title = text;
        break;
    case 1:
        event.note = text;
        break;
    case 2:
        event.summary = text;
        break;
    case 3:
        event.authority = text;
        break;
    case 4:
        if (event.platforms.size() > 1 && chance.oneIn(2))
            event.platforms.removeLast();
        else if (const QString name = chance.oneIn(2) ? QStringLiteral("Grok") : QStringLiteral("TikTok");
                 !event.platforms.contains(name))
            event.platforms << name;
        break;
    case 5:
        event.sources.push_back({text, {}, QStringLiteral("https://example.org/") + text});
        break;
    case 6:
        if (event.sources.size() > 1)
            event.sources.erase(event.sources.begin());
        break;
    }
}

void editAtRandom(Copy& copy, const QStringList& uids, Chance& chance, const QString& mark)
{
    for (int n = chance.between(1, 7); n > 0; --n) {
        const QString uid = chance.of(uids);
        if (chance.oneIn(8)) {
            Event added = copy.event(copy.workspace.brief(0).uid);
            added.uid = mark.toLower() + QString::number(chance.below(100000));
            added.title = added.uid;
            added.relations.clear();
            if (!copy.has(added.uid))
                copy.save({{std::nullopt, added}});
        } else if (copy.has(uid) && chance.oneIn(8)) {
            copy.remove(uid);
        } else if (copy.has(uid)) {
            copy.edit(uid, [&](Event& event) { changeAtRandom(event, chance, mark); });
        }
    }
}

} // namespace

class TestCopyMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingNewInACopy();
    void mergesFieldsOfBothSides();
    void tellsWhatBothChanged();
    void deletionsAgainstEdits();
    void addedOnBothSides();
    void broughtBackThere();
    void looksOnlyAtWhatDiffers();
    void goesOnAfterAMerge();
    void readsAnOlderFile();
    void tellsOtherDataSets();
    void randomEditsBothWays_data();
    void randomEditsBothWays();
};

void TestCopyMerge::nothingNewInACopy()
{
    Copy ada(QStringLiteral("Ada")), ben(QStringLiteral("Ben"));
    QVERIFY(ada.comesFrom(ben).empty());
    ada.edit(italy, [](Event& event) { event.note = QStringLiteral("Here alone"); });
    QVERIFY(ada.comesFrom(ben).empty());
}

void TestCopyMerge::mergesFieldsOfBothSides()
{
    Copy ada(QStringLiteral("Ada")), ben(QStringLiteral("Ben"));
    ada.edit(italy, [](Event& event) { event.note = QStringLiteral("Ada's"); });
    ben.edit(italy, [](Event& event) { event.summary = QStringLiteral("Ben's"); });
    const auto incoming = ada.comesFrom(ben);
    QCOMPARE(incoming.size(), std::size_t(1));
    QCOMPARE(int(incoming.front().kind), int(Kind::Edit));
    QCOMPARE(incoming.front().editors, QStringList{QStringLiteral("Ben")});
    QCOMPARE(incoming.front().steps, QStringList{QStringLiteral("Step")});
    QVERIFY(ada.merge(ben).empty());
    QCOMPARE(ada.event(italy).note, QStringLiteral("Ada's"));
    QCOMPARE(ada.event(italy).summary, QStringLiteral("Ben's"));
    QVERIFY(ben.merge(ada).empty());
    QCOMPARE(difference(recordOf(ada.workspace), recordOf(ben.workspace)), QString());
}

void TestCopyMerge::tellsWhatBothChanged()
{
    Copy ada(QStringLiteral("Ada")), ben(QStringLiteral("Ben"));
    const QString before = ada.event(italy).title;
    ada.edit(italy, [](Event& event) { event.title = QStringLiteral("Ada's"); });
    ben.edit(italy, [](Event& event) {
        event.title = QStringLiteral("Ben's");
        event.note = QStringLiteral("Ben's");
    });
    const auto open = ada.merge(ben);
    QCOMPARE(open.size(), std::size_t(1));
    QVERIFY(open.front().conflicts == std::vector{EventField::Title});
    QCOMPARE(open.front().base->title, before);
    QCOMPARE(open.front().present->title, QStringLiteral("Ada's"));
    QCOMPARE(open.front().merged->title, QStringLiteral("Ben's"));
    QCOMPARE(ada.event(italy).title, QStringLiteral("Ada's"));
    QCOMPARE(ada.event(italy).note, QStringLiteral("Ben's"));
}

void TestCopyMerge::deletionsAgainstEdits()
{
    Copy ada(QStringLiteral("Ada")), ben(QStringLiteral("Ben"));
    ada.edit(italy, [](Event& event) { event.note = QStringLiteral("Kept"); });
    ben.remove(italy);
    const auto atAda = ada.merge(ben);
    QVERIFY(ada.has(italy));
    QCOMPARE(
        int(std::find_if(atAda.begin(), atAda.end(), [](const auto& i) { return i.uid() == italy; })->kind),
        int(Kind::Delete));
    const auto atBen = ben.merge(ada);
    QVERIFY(!ben.has(italy));
    QCOMPARE(
        int(std::find_if(atBen.begin(), atBen.end(), [](const auto& i) { return i.uid() == italy; })->kind),
        int(Kind::Restore));
}

void TestCopyMerge::addedOnBothSides()
{
    Copy ada(QStringLiteral("Ada")), ben(QStringLiteral("Ben"));
    Event event = ada.event(italy);
    event.uid = QStringLiteral("same");
    event.relations.clear();
    ada.save({{std::nullopt, event}});
    ben.save({{std::nullopt, event}});
    QVERIFY(ada.comesFrom(ben).empty());
    ben.edit(event.uid, [](Event& other) { other.title = QStringLiteral("Another"); });
    const auto open = ada.merge(ben);
    QCOMPARE(open.size(), std::size_t(0)); // what Ada added was there before Ben went on
    QCOMPARE(ada.event(event.uid).title, QStringLiteral("Another"));
    event.uid = QStringLiteral("other");
    ada.save({{std::nullopt, event}});
    event.title = QStringLiteral("Another");
    ben.save({{std::nullopt, event}});
    QCOMPARE(ada.merge(ben).size(), std::size_t(1));
}

void TestCopyMerge::broughtBackThere()
{
    Copy ada(QStringLiteral("Ada")), ben(QStringLiteral("Ben"));
    const Event event = ada.event(italy);
    ben.remove(italy);
    QVERIFY(ada.merge(ben).empty());
    QVERIFY(!ada.has(italy));
    ben.save({{std::nullopt, event}});
    const auto incoming = ada.comesFrom(ben);
    QCOMPARE(incoming.size(), std::size_t(1));
    QVERIFY(incoming.front().merged && sameContent(*incoming.front().merged, event));
}

void TestCopyMerge::looksOnlyAtWhatDiffers()
{
    Copy ada(QStringLiteral("Ada")), ben(QStringLiteral("Ben"));
    ben.edit(italy, [](Event& event) { event.note = QStringLiteral("New"); });
    const auto mine = ada.workspace.dataSet().revisionHeads();
    const auto theirs = ben.workspace.dataSet().revisionHeads();
    QVERIFY(mine && theirs && mine->size() == theirs->size() && mine->size() > 100);
    int different = 0;
    for (std::size_t i = 0; i < mine->size(); ++i) {
        QCOMPARE((*mine)[i].uid, (*theirs)[i].uid);
        different += (*mine)[i].fingerprint != (*theirs)[i].fingerprint ? 1 : 0;
    }
    QCOMPARE(different, 1);
    int reports = 0;
    const auto cancelled = changesOfCopy(ada.workspace.dataSet(), ben.workspace.dataSet(), [&](double) {
        ++reports;
        return false;
    });
    QCOMPARE(reports, 1);
    QVERIFY(!cancelled && cancelled.error().kind == Error::Kind::Cancelled);
}

// Revisions that were merged are not shared; but what they hold is known on both sides.
void TestCopyMerge::goesOnAfterAMerge()
{
    Copy ada(QStringLiteral("Ada")), ben(QStringLiteral("Ben"));
    ada.edit(italy, [](Event& event) { event.platforms << QStringLiteral("Grok"); });
    ben.edit(italy, [](Event& event) {
        event.title = QStringLiteral("Ben's");
        event.platforms << QStringLiteral("TikTok");
    });
    QVERIFY(ada.merge(ben).empty() && ben.merge(ada).empty());
    ada.edit(italy, [](Event& event) {
        event.title = QStringLiteral("Ada's");
        event.platforms.removeOne(QStringLiteral("TikTok"));
    });
    QVERIFY(ada.merge(ben).empty());
    QCOMPARE(ada.event(italy).title, QStringLiteral("Ada's"));
    QVERIFY(!ada.event(italy).platforms.contains(QStringLiteral("TikTok")));
    QVERIFY(ben.merge(ada).empty());
    QCOMPARE(difference(recordOf(ada.workspace), recordOf(ben.workspace)), QString());
}

// One that an earlier version of the program wrote: it is brought up to date in memory alone.
void TestCopyMerge::readsAnOlderFile()
{
    Copy ada(QStringLiteral("Ada")), ben(QStringLiteral("Ben"));
    ben.edit(italy, [](Event& event) { event.note = QStringLiteral("New"); });
    const QString path = ben.dir.filePath(QStringLiteral("old.interdict"));
    QVERIFY(ben.workspace.dataSet().saveCopy(path));
    {
        SQLite::Database old(path.toStdString(), SQLite::OPEN_READWRITE);
        old.exec("DROP TABLE vocabulary_revision; DROP TABLE event_comment; DROP INDEX event_columns;"
                 "ALTER TABLE event DROP COLUMN review; ALTER TABLE term DROP COLUMN colour;"
                 "ALTER TABLE platform DROP COLUMN colour;"
                 "CREATE INDEX event_columns ON event (start_first, uid, start_last, end_first, end_last, "
                 "country, subdivision, measure, scope, status, confidence);"
                 "PRAGMA user_version = 2");
    }
    const QByteArray before = fileBytes(path);
    const auto copy = DataSet::open(path, DataSet::Mode::ReadOnly);
    QVERIFY2(copy, qPrintable(copy ? QString() : copy.error().message + copy.error().detail));
    const auto changes = changesOfCopy(ada.workspace.dataSet(), *copy);
    QVERIFY(changes && changes->isRelated);
    QCOMPARE(changes->incoming.size(), std::size_t(1));
    QCOMPARE(changes->incoming.front().merged->note, QStringLiteral("New"));
    QVERIFY(fileBytes(path) == before);
}

void TestCopyMerge::tellsOtherDataSets()
{
    Copy ada(QStringLiteral("Ada"));
    const QString path = ada.dir.filePath(QStringLiteral("other.interdict"));
    auto other = DataSet::create(path, {QStringLiteral("Other"), {}, {}}, ada.workspace.vocabulary());
    Event event = ada.event(italy);
    event.uid = QStringLiteral("z");
    event.relations.clear();
    QVERIFY(other && other->addEvents(std::vector{event}, ada.gazetteer, {QStringLiteral("Eve"), {}}));
    const auto changes = changesOfCopy(ada.workspace.dataSet(), *other);
    QVERIFY(changes && !changes->isRelated);
    QCOMPARE(changes->incoming.size(), std::size_t(1));
}

void TestCopyMerge::randomEditsBothWays_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 6; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestCopyMerge::randomEditsBothWays()
{
    QFETCH(const unsigned, seed);
    Chance chance(seed);
    Copy ada(QStringLiteral("Ada")), ben(QStringLiteral("Ben"));
    QStringList uids;
    for (int n = 0; n < 4; ++n)
        uids << ada.workspace
                    .brief(static_cast<Row>(chance.below(static_cast<int>(ada.workspace.columns().size()))))
                    .uid;
    for (int round = 0; round < 3; ++round) {
        const Record base = recordOf(ada.workspace);
        const bool wereEqual = difference(base, recordOf(ben.workspace)).isEmpty();
        editAtRandom(ada, uids, chance, QStringLiteral("Ada"));
        editAtRandom(ben, uids, chance, QStringLiteral("Ben"));
        const Record mine = recordOf(ada.workspace), theirs = recordOf(ben.workspace);
        std::set<QString> open;
        for (const Incoming& incoming : ada.merge(ben))
            open.insert(incoming.uid());
        for (const Incoming& incoming : ben.merge(ada))
            open.insert(incoming.uid());
        Record here = recordOf(ada.workspace), there = recordOf(ben.workspace);
        for (const auto& [uid, before] : base) { // what one side set and the other did not touch
            if (!wereEqual || open.contains(uid) || !mine.contains(uid) || !theirs.contains(uid))
                continue;
            for (const EventFieldInfo& field : eventFields()) {
                if (field.field == EventField::Relations) // those to what was deleted go
                    continue;
                const bool setHere = !field.equal(before, mine.at(uid));
                const bool setThere = !field.equal(before, theirs.at(uid));
                if (setHere != setThere)
                    QVERIFY2(field.equal(here.at(uid), setHere ? mine.at(uid) : theirs.at(uid)),
                             qPrintable(uid + QLatin1String(field.key)));
            }
        }
        for (const QString& uid : open) {
            here.erase(uid);
            there.erase(uid);
        }
        QCOMPARE(difference(here, there), QString());
    }
}

QTEST_GUILESS_MAIN(TestCopyMerge)
#include "tst_copymerge.moc"
