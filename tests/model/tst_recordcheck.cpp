// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong in a record as a whole; the shipped one has no error.
#include "model/analysis/recordcheck.h"
#include "tests/support/shipped.h"

#include <QtTest>

using namespace interdict;

namespace {

constexpr auto error = Finding::Severity::Error;
constexpr auto doubt = Finding::Severity::Doubt;

Event ban(const char* uid, const char* date)
{
    Event event = shippedEvents().front();
    event.uid = QLatin1String(uid);
    event.title = QStringLiteral("A ban called %1").arg(event.uid);
    event.start = *PartialDate::parse(QString::fromLatin1(date));
    event.end.reset();
    event.status = QStringLiteral("in_force");
    event.relations.clear();
    return event;
}

void relate(Event& event, const char* kind, const char* other)
{
    event.relations.push_back({QLatin1String(other), QLatin1String(kind)});
}

// Findings about relations and titles, as "uid severity message".
QStringList found(const std::vector<Event>& events, const QString& about)
{
    QStringList lines;
    for (const RecordFinding& each :
         checkRecord(events, shippedVocabulary(), shippedGazetteer(), dayOf(2026, 11, 24)))
        if (each.finding.message.contains(about))
            lines << each.uid + (each.finding.severity == error ? QStringLiteral(" error")
                                                                : QStringLiteral(" doubt"));
    return lines;
}

} // namespace

class RecordCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedRecordHasNoError();
    void relationsLeadSomewhere();
    void whatLiftsComesLater();
    void whatWasLiftedHasEnded();
    void nothingEndsItself();
    void sameEventTwice();
    void rulesOfTheForm();
};

void RecordCheckTest::shippedRecordHasNoError()
{
    const auto findings =
        checkRecord(shippedEvents(), shippedVocabulary(), shippedGazetteer(), dayOf(2026, 11, 24));
    for (const RecordFinding& each : findings)
        QVERIFY2(each.finding.severity == doubt, qPrintable(each.uid + u' ' + each.finding.message));
}

void RecordCheckTest::relationsLeadSomewhere()
{
    Event event = ban("a", "2025-01");
    relate(event, "follows", "gone");
    QCOMPARE(found({event}, QStringLiteral("no event gone")), QStringList{QStringLiteral("a error")});
}

void RecordCheckTest::whatLiftsComesLater()
{
    Event lifting = ban("lifting", "2025-01"), later = ban("later", "2025-02");
    relate(lifting, "lifts", "later");
    const QString about = QStringLiteral("began later");
    QCOMPARE(found({lifting, later}, about), QStringList{QStringLiteral("lifting doubt")});
    later.start = *PartialDate::parse(u"2025"); // may have begun before
    QCOMPARE(found({lifting, later}, about), QStringList());
    later.start = *PartialDate::parse(u"2026");
    lifting.relations[0].kind = QStringLiteral("follows");
    QCOMPARE(found({lifting, later}, about), QStringList());
}

void RecordCheckTest::whatWasLiftedHasEnded()
{
    Event first = ban("first", "2025-01"), lifting = ban("lifting", "2025-02");
    relate(lifting, "lifts", "first");
    const QString about = QStringLiteral("still stands as in force");
    QCOMPARE(found({first, lifting}, about), QStringList{QStringLiteral("lifting doubt")});
    first.end = PartialDate::parse(u"2025-02");
    QCOMPARE(found({first, lifting}, about), QStringList());
}

void RecordCheckTest::nothingEndsItself()
{
    Event a = ban("a", "2025-01"), b = ban("b", "2025-01"), c = ban("c", "2025-01");
    relate(a, "supersedes", "b");
    relate(b, "supersedes", "c");
    const QString about = QStringLiteral("ends itself");
    QCOMPARE(found({a, b, c}, about), QStringList());
    relate(c, "lifts", "a");
    QCOMPARE(found({a, b, c}, about).size(), 3);
    QCOMPARE(found({a, b, c}, about).front(), QStringLiteral("a error"));
}

void RecordCheckTest::sameEventTwice()
{
    Event a = ban("a", "2025-01"), b = ban("b", "2025-01");
    b.title = QStringLiteral("A  BAN called a");
    const QString about = QStringLiteral("the same event");
    QCOMPARE(found({a, b}, about), QStringList{QStringLiteral("b doubt")});
    b.start = *PartialDate::parse(u"2025-02");
    QCOMPARE(found({a, b}, about), QStringList());
}

void RecordCheckTest::rulesOfTheForm()
{
    Event event = ban("a", "2025-01");
    event.title.clear();
    const auto findings =
        checkRecord(std::vector{event}, shippedVocabulary(), shippedGazetteer(), dayOf(2026, 1, 1));
    QVERIFY(!findings.empty());
    QCOMPARE(findings.front().finding.field, EventField::Title);
    QCOMPARE(findings.front().finding.severity, error);
}

QTEST_GUILESS_MAIN(RecordCheckTest)
#include "tst_recordcheck.moc"
