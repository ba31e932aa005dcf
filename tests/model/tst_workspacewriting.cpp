// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a workspace makes of a save: columns, result and selection that are right at once, and what others
// save beside it.
#include "model/edit/twins.h"
#include "tests/support/shipped.h"
#include "tests/support/starter.h"

#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace interdict;

namespace {

Event edited(Event event, const QString& title)
{
    event.title = title;
    return event;
}

} // namespace

class WorkspaceWritingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsSelectionAndFilter();
    void givesIds();
    void mergesWhatWasSavedElsewhere();
    void tellsAConflict();
    void showsWhatWasDoneElsewhere();
    void takesOverAStepOfItsOwn_data();
    void takesOverAStepOfItsOwn();
    void deletesWithRelations();
    void asksWhoSaves();
    void findsTwins();
    void findsTwinsByIndex();
};

void WorkspaceWritingTest::keepsSelectionAndFilter()
{
    test::Starter starter;
    starter.filter(QStringLiteral("platform:DeepSeek"));
    const auto rows = starter.workspace.result();
    const Row row = rows[rows.size() / 2];
    starter.workspace.select(row);
    const Event before = starter.workspace.event(row);
    const std::size_t shown = rows.size();

    Event added = starter.workspace.event(rows.front());
    added.uid.clear();
    added.relations.clear();
    added.start = *PartialDate::parse(u"1999-05-01"); // before all others
    QSignalSpy changed(&starter.workspace, &Workspace::recordChanged);
    const auto saved = starter.workspace.save({{{}, added}}, QStringLiteral("New"));
    QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().message));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(starter.workspace.result().size(), shown + 1);
    QCOMPARE(starter.workspace.brief(*starter.workspace.current()).uid, before.uid);
    QCOMPARE(starter.workspace.brief(0).uid, saved->change.events[0].uid());
    starter.workspace.back();
    starter.workspace.forward();
    QCOMPARE(starter.workspace.brief(*starter.workspace.current()).uid, before.uid);
}

void WorkspaceWritingTest::givesIds()
{
    test::Starter starter;
    Event event;
    event.title = QStringLiteral("Verbot für DeepSeek");
    event.start = *PartialDate::parse(u"2026-02");
    event.country = QStringLiteral("DE");
    const auto saved = starter.workspace.save({{{}, event}, {{}, event}}, QStringLiteral("New"));
    QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().message));
    QCOMPARE(saved->change.events[0].uid(), QStringLiteral("de-verbot-fur-deepseek-2026"));
    QCOMPARE(saved->change.events[1].uid(), QStringLiteral("de-verbot-fur-deepseek-2026-2"));
}

void WorkspaceWritingTest::mergesWhatWasSavedElsewhere()
{
    test::Starter starter;
    const Event before = starter.workspace.event(3);
    auto elsewhere = DataSet::open(starter.path);
    Event theirs = before;
    theirs.note = QStringLiteral("Theirs");
    QVERIFY(elsewhere->save(std::vector{EventChange{before, theirs}}, starter.gazetteer, {}, {}));
    const auto saved = starter.workspace.save({{before, edited(before, QStringLiteral("Mine"))}}, {});
    QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().message));
    const Event now = starter.workspace.event(*starter.workspace.rowOf(before.uid));
    QCOMPARE(now.title, QStringLiteral("Mine"));
    QCOMPARE(now.note, QStringLiteral("Theirs"));
    QCOMPARE(now.revision, before.revision + 2);
}

void WorkspaceWritingTest::tellsAConflict()
{
    test::Starter starter;
    const Event before = starter.workspace.event(3);
    auto elsewhere = DataSet::open(starter.path);
    QVERIFY(elsewhere->save(std::vector{EventChange{before, edited(before, QStringLiteral("Theirs"))}},
                            starter.gazetteer, {}, {}));
    const auto saved = starter.workspace.save({{before, edited(before, QStringLiteral("Mine"))}}, {});
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, Error::Kind::Conflict);
    QVERIFY2(saved.error().message.contains(QStringLiteral("Title")), qPrintable(saved.error().message));
    QCOMPARE(starter.workspace.event(*starter.workspace.rowOf(before.uid)).title, QStringLiteral("Theirs"));
}

void WorkspaceWritingTest::showsWhatWasDoneElsewhere()
{
    test::Starter starter;
    const Row row = 40;
    starter.workspace.select(row);
    const QString uid = starter.workspace.brief(row).uid;
    const Event before = starter.workspace.event(3);
    auto elsewhere = DataSet::open(starter.path);
    QSignalSpy told(&starter.workspace, &Workspace::changedElsewhere);
    starter.workspace.lookForChangesElsewhere();
    QCOMPARE(told.size(), 0);
    Event added = before;
    added.uid = QStringLiteral("new");
    added.relations.clear();
    QVERIFY(elsewhere->save(
        std::vector{EventChange{before, edited(before, QStringLiteral("Theirs"))}, EventChange{{}, added}},
        starter.gazetteer, {}, {}));
    starter.workspace.lookForChangesElsewhere();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0][0].toInt(), 2);
    QCOMPARE(starter.workspace.brief(*starter.workspace.rowOf(before.uid)).title, QStringLiteral("Theirs"));
    QCOMPARE(starter.workspace.brief(*starter.workspace.current()).uid, uid);
    QVERIFY(elsewhere->save(std::vector{EventChange{added, {}}}, starter.gazetteer, {}, {}));
    starter.workspace.lookForChangesElsewhere();
    QVERIFY(!starter.workspace.rowOf(added.uid));
    QCOMPARE(told.size(), 2);
}

void WorkspaceWritingTest::takesOverAStepOfItsOwn_data()
{
    QTest::addColumn<bool>("columnsAreRead");
    QTest::addColumn<bool>("anotherCameBetween");
    QTest::newRow("as it is") << false << false;
    QTest::newRow("with columns") << true << false;
    QTest::newRow("with columns, after another's") << true << true;
}

// By another connection of the program: it is no change elsewhere, and undo gets it.
void WorkspaceWritingTest::takesOverAStepOfItsOwn()
{
    QFETCH(bool, columnsAreRead);
    QFETCH(bool, anotherCameBetween);
    test::Starter starter;
    Workspace& workspace = starter.workspace;
    QSignalSpy elsewhere(&workspace, &Workspace::changedElsewhere);
    QSignalSpy own(&workspace, &Workspace::stepSaved);
    auto other = DataSet::open(starter.path);
    const auto note = [&](Row row, const QString& text) {
        const Event before = workspace.event(row);
        Event after = before;
        after.note = text;
        return other->save(std::vector{EventChange{before, after}}, starter.gazetteer, {}, text).value();
    };
    workspace.expectStep();
    if (anotherCameBetween)
        note(7, QStringLiteral("Another's"));
    const DataSet::Saved saved = note(3, QStringLiteral("Own"));
    workspace.lookForChangesElsewhere();
    QVERIFY(workspace.event(3).note != QStringLiteral("Own"));
    auto columns =
        columnsAreRead ? std::optional(other->loadColumns(starter.gazetteer).value()) : std::nullopt;
    workspace.adoptStep(saved, QStringLiteral("Own"), std::move(columns));
    QCOMPARE(workspace.event(3).note, QStringLiteral("Own"));
    QCOMPARE(workspace.event(7).note == QStringLiteral("Another's"), anotherCameBetween);
    QCOMPARE(own.size(), 1);
    QCOMPARE(elsewhere.size(), 0);
    note(5, QStringLiteral("Later"));
    workspace.lookForChangesElsewhere();
    QCOMPARE(elsewhere.size(), 1);
}

void WorkspaceWritingTest::deletesWithRelations()
{
    test::Starter starter;
    Workspace& workspace = starter.workspace;
    for (Row row = 0; row < workspace.columns().size(); ++row) {
        const auto changes = workspace.deletionOf(std::vector{row});
        QVERIFY(changes);
        if (changes->size() < 2)
            continue;
        const Row before = workspace.columns().size();
        const auto saved = workspace.save(*changes, QStringLiteral("Delete"));
        QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().message));
        QCOMPARE(workspace.columns().size(), before - 1);
        return;
    }
    QFAIL("the shipped data have relations");
}

void WorkspaceWritingTest::asksWhoSaves()
{
    test::Starter starter;
    const Event before = starter.workspace.event(3);
    starter.workspace.setStamper([] { return std::optional<Stamp>(); });
    QCOMPARE(starter.workspace.save({{before, edited(before, QStringLiteral("Mine"))}}, {}).error().kind,
             Error::Kind::Cancelled);
    starter.workspace.setStamper([] {
        return Stamp{QStringLiteral("Me"), QStringLiteral("2026-11-24T00:00:00Z")};
    });
    QVERIFY(starter.workspace.save({{before, edited(before, QStringLiteral("Mine"))}}, {}));
    QCOMPARE(starter.workspace.editor(), QStringLiteral("Me"));
    QCOMPARE(starter.workspace.steps()->front().stamp.editor, QStringLiteral("Me"));
}

void WorkspaceWritingTest::findsTwins()
{
    test::Starter starter;
    Event event =
        starter.workspace.event(*starter.workspace.rowOf(QStringLiteral("it-garante-deepseek-block-2025")));
    const QString uid = std::exchange(event.uid, QString());
    const auto twins = starter.workspace.twinsOf(event);
    QVERIFY(!twins.empty());
    QCOMPARE(twins[0].event.uid, uid);
    QVERIFY(twins[0].sameActWithinDays);
    QVERIFY(twins[0].sameSource);
}

// What is asked of indexes finds what looking at every event finds; a title of the country that shares no two
// of its longest words aside.
void WorkspaceWritingTest::findsTwinsByIndex()
{
    test::Starter starter;
    const std::vector<Event> all = shippedEvents();
    std::size_t byTitle = 0;
    for (std::size_t i = 0; i < all.size(); i += 5) {
        Event event = all[i];
        event.uid.clear();
        event.relations.clear();
        event.title += QStringLiteral(" again");
        for (Source& source : event.sources)
            source.url += QStringLiteral("#part");
        std::set<QString> found, plain;
        for (const Twin& twin : starter.workspace.twinsOf(event))
            found.insert(twin.event.uid);
        for (const Twin& twin : findTwins(event, all))
            if (twin.sameActWithinDays || twin.sameSource || twin.event.country == event.country) {
                plain.insert(twin.event.uid);
                byTitle += !twin.sameActWithinDays && !twin.sameSource;
            }
        QCOMPARE(found, plain);
    }
    QVERIFY(byTitle > 3);
}

QTEST_GUILESS_MAIN(WorkspaceWritingTest)
#include "tst_workspacewriting.moc"
