// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of one data set, edited apart: what is merged both ways is the same on both sides, nothing that one
// side alone set is lost, and what both changed is told.
#include "model/exchange/acceptance.h"
#include "model/exchange/copymerge.h"
#include "tests/support/random.h"
#include "tests/support/starter.h"

#include <QTest>

#include <map>
#include <set>

using namespace interdict;
using Kind = Incoming::Kind;
using test::Chance;

namespace {

const QString italy = QStringLiteral("it-garante-deepseek-block-2025");
using Record = std::map<QString, Event>;

Record recordOf(const Workspace& workspace)
{
    Record record;
    for (Row row = 0; row < workspace.columns().size(); ++row) {
        const Event event = workspace.event(row);
        record.emplace(event.uid, event);
    }
    return record;
}

QString difference(const Record& a, const Record& b)
{
    for (const auto& [uid, event] : a) {
        const auto it = b.find(uid);
        if (it == b.end())
            return uid + QStringLiteral(" is missing");
        for (const EventField field : changedFields(event, it->second))
            return uid + QStringLiteral(" differs in ") + QLatin1String(info(field).key);
    }
    return a.size() == b.size() ? QString() : QStringLiteral("there are more");
}

// Copies of one file, each under its own editor.
struct Copy : test::Starter
{
    explicit Copy(const QString& name)
    {
        workspace.setStamper([this, name] {
            return Stamp{name,
                         QStringLiteral("2026-11-24T10:00:%1Z").arg(++seconds, 2, 10, QLatin1Char('0'))};
        });
    }
    Event event(const QString& uid) const { return workspace.event(*workspace.rowOf(uid)); }
    bool has(const QString& uid) const { return workspace.rowOf(uid).has_value(); }
    void edit(const QString& uid, const std::function<void(Event&)>& change)
    {
        const Event before = event(uid);
        Event after = before;
        change(after);
        save({{before, after}});
    }
    void remove(const QString& uid)
    {
        const Row row = *workspace.rowOf(uid);
        save(workspace.deletionOf(std::span(&row, 1)).value());
    }
    void save(std::vector<EventChange> changes)
    {
        const auto saved = workspace.save(std::move(changes), QStringLiteral("Step"));
        if (!saved)
            qFatal("%s", qPrintable(saved.error().message));
    }
    std::vector<Incoming> comesFrom(const Copy& other) const
    {
        const auto changes = changesOfCopy(workspace.dataSet(), other.workspace.dataSet());
        if (!changes)
            qFatal("%s", qPrintable(changes.error().message));
        return changes->incoming;
    }
    // What stands against nothing here; gives back what does not.
    std::vector<Incoming> merge(const Copy& other)
    {
        const auto incoming = comesFrom(other);
        std::vector<Answer> answers;
        std::vector<Incoming> open;
        for (const Incoming& one : incoming) {
            answers.push_back(cautiousAnswer(one));
            if (one.isConflict())
                open.push_back(one);
        }
        const Receiver receiver{
            workspace.vocabulary(), gazetteer, workspace.today(),
            [this](const QString& uid) { return workspace.dataSet().idOf(uid).has_value(); },
            [this](const QString& uid) {
                return workspace.dataSet().referrersOf(*workspace.dataSet().idOf(uid));
            }};
        const auto accepted = acceptAnswers(incoming, answers, other.workspace.vocabulary(), receiver);
        if (!accepted || !accepted->held.empty())
            qFatal("%s", accepted ? qPrintable(accepted->held.front().reason)
                                  : qPrintable(accepted.error().message));
        save(accepted->change.events);
        return open;
    }
    int seconds = 0;
};

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

void TestCopyMerge::readsAnOlderFile()
{
    Copy ada(QStringLiteral("Ada")), ben(QStringLiteral("Ben"));
    ben.edit(italy, [](Event& event) { event.note = QStringLiteral("New"); });
    QVERIFY(ben.workspace.dataSet().saveCopy(ben.dir.filePath(QStringLiteral("old.interdict"))));
    const auto copy =
        DataSet::open(ben.dir.filePath(QStringLiteral("old.interdict")), DataSet::Mode::ReadOnly);
    QVERIFY(copy);
    const auto changes = changesOfCopy(ada.workspace.dataSet(), *copy);
    QVERIFY(changes && changes->isRelated);
    QCOMPARE(changes->incoming.size(), std::size_t(1));
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
