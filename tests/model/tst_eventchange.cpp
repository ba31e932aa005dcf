// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/eventchange.h"
#include "model/vocabulary/vocabulary.h"
#include "tests/support/random.h"
#include "tests/support/shipped.h"

#include <QLocale>
#include <QTest>

using namespace interdict;

namespace {

Event base()
{
    Event event;
    event.uid = QStringLiteral("x");
    event.title = QStringLiteral("Base");
    event.platforms = {QStringLiteral("A"), QStringLiteral("B")};
    event.sources = {{QStringLiteral("One"), {}, QStringLiteral("https://one.example"), {}}};
    return event;
}

Event edited(Event event, test::Chance& chance, const QString& mark)
{
    for (int n = chance.between(0, 5); n > 0; --n)
        switch (chance.below(7)) {
        case 0:
            event.title = mark;
            break;
        case 1:
            event.start = test::randomDate(chance);
            break;
        case 2:
            event.end = test::randomDate(chance);
            break;
        case 3:
            event.platforms << mark + QString::number(n);
            break;
        case 4:
            event.platforms.removeOne(QStringLiteral("A"));
            break;
        case 5:
            event.sources.push_back({mark, {}, QStringLiteral("https://%1.example/%2").arg(mark).arg(n), {}});
            break;
        default:
            event.note = mark;
        }
    return event;
}

} // namespace

class EventChangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEveryField();
    void findsChangedFields();
    void mergesByField();
    void mergesLists();
    void asksWhereAnEditedEntryWasRemoved();
    void isThreeWay();
    void showsValuesForPeople();
};

void EventChangeTest::namesEveryField()
{
    QCOMPARE(static_cast<int>(eventFields().size()), eventFieldCount);
    QStringList seen;
    for (int i = 0; i < eventFieldCount; ++i) {
        const auto field = static_cast<EventField>(i);
        QCOMPARE(info(field).field, field);
        QCOMPARE(eventFieldFromKey(QString::fromLatin1(info(field).key)), std::optional(field));
        QVERIFY(!seen.contains(fieldLabel(field)));
        seen << fieldLabel(field);
    }
    QVERIFY(!eventFieldFromKey(u"nonsense"));
}

void EventChangeTest::findsChangedFields()
{
    Event after = base();
    after.revision = 7;
    QVERIFY(sameContent(base(), after));
    after.title.clear();
    after.sources.clear();
    QCOMPARE(changedFields(base(), after), (std::vector{EventField::Title, EventField::Sources}));
    const EventChange change{base(), after};
    QCOMPARE(change.inverted().inverted(), change);
}

void EventChangeTest::mergesByField()
{
    Event mine = base(), theirs = base();
    mine.title = QStringLiteral("Mine");
    theirs.note = QStringLiteral("Theirs");
    theirs.revision = 4;
    const MergedEvent merged = mergeEvents(base(), mine, theirs);
    QVERIFY(merged.conflicts.empty());
    QCOMPARE(merged.event.title, mine.title);
    QCOMPARE(merged.event.note, theirs.note);
    QCOMPARE(merged.event.revision, 4);
    theirs.title = QStringLiteral("Theirs");
    QCOMPARE(mergeEvents(base(), mine, theirs).conflicts, std::vector{EventField::Title});
    QCOMPARE(mergeEvents(base(), mine, theirs).event.title, theirs.title);
}

void EventChangeTest::mergesLists()
{
    Event mine = base(), theirs = base();
    mine.platforms = {QStringLiteral("B"), QStringLiteral("C")};
    theirs.platforms = {QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("D")};
    const MergedEvent merged = mergeEvents(base(), mine, theirs);
    QVERIFY(merged.conflicts.empty());
    QCOMPARE(merged.event.platforms,
             (QStringList{QStringLiteral("B"), QStringLiteral("D"), QStringLiteral("C")}));
    mine.sources[0].title = QStringLiteral("Mine");
    theirs.sources[0].title = QStringLiteral("Theirs");
    QCOMPARE(mergeEvents(base(), mine, theirs).conflicts, std::vector{EventField::Sources});
}

void EventChangeTest::asksWhereAnEditedEntryWasRemoved()
{
    Event edits = base(), removes = base();
    edits.sources[0].title = QStringLiteral("Corrected");
    removes.sources.erase(removes.sources.begin());
    QCOMPARE(mergeEvents(base(), edits, removes).conflicts, std::vector{EventField::Sources});
    QCOMPARE(mergeEvents(base(), removes, edits).conflicts, std::vector{EventField::Sources});
    QVERIFY(mergeEvents(base(), removes, removes).conflicts.empty());
}

void EventChangeTest::isThreeWay()
{
    test::Chance chance(3);
    for (int i = 0; i < 3000; ++i) {
        const Event a = edited(base(), chance, QStringLiteral("mine"));
        const Event b = edited(base(), chance, QStringLiteral("theirs"));
        QVERIFY(sameContent(mergeEvents(base(), a, base()).event, a));
        QVERIFY(sameContent(mergeEvents(base(), base(), b).event, b));
        QVERIFY(sameContent(mergeEvents(base(), a, a).event, a));
        const MergedEvent one = mergeEvents(base(), a, b), other = mergeEvents(base(), b, a);
        QCOMPARE(one.conflicts, other.conflicts);
        for (const EventFieldInfo& field : eventFields()) {
            const bool inConflict =
                std::find(one.conflicts.begin(), one.conflicts.end(), field.field) != one.conflicts.end();
            if (inConflict)
                QVERIFY(!field.equal(base(), a) && !field.equal(base(), b) && field.equal(one.event, b));
            else if (field.equal(base(), b))
                QVERIFY(field.equal(one.event, a));
        }
    }
}

void EventChangeTest::showsValuesForPeople()
{
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    for (const Event& event : shippedEvents())
        for (const EventFieldInfo& field : eventFields()) {
            const QString text =
                fieldText(event, field.field, shippedVocabulary(), shippedGazetteer(), english);
            if (field.field == EventField::Review) {
                QVERIFY(!text.isEmpty());
                continue;
            }
            QCOMPARE(text.isEmpty(), field.equal(event, [&] {
                Event empty;
                empty.start = event.start;
                if (field.field == EventField::Start)
                    empty.start = PartialDate::ofDay(Day(-1));
                return empty;
            }()));
        }
}

QTEST_GUILESS_MAIN(EventChangeTest)
#include "tst_eventchange.moc"
