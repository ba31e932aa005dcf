// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a form holds and what it means: every shipped event survives the way through the form's texts, drafts
// keep what cannot be read, and wrong texts are told at their field.
#include "model/edit/eventchange.h"
#include "tests/support/shipped.h"
#include "widgets/editor/formreading.h"
#include "widgets/editor/placenames.h"
#include "widgets/editor/sourcesfield.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace interdict;

class EventFormStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedEventsSurvive();
    void draftsKeepWhatCannotBeRead();
    void foreignContentIsNoDraft();
    void readsPlaces_data();
    void readsPlaces();
    void saysDatesInWords_data();
    void saysDatesInWords();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void findsAddresses_data();
    void findsAddresses();

private:
    FormReading read(const FormState& state) const
    {
        return readForm(state, {}, {shippedVocabulary(), shippedGazetteer(), QLocale(), dayOf(2026, 11, 24)});
    }
};

void EventFormStateTest::shippedEventsSurvive()
{
    int count = 0;
    for (const Event& event : shippedEvents()) {
        const FormState state = stateOf(event, shippedGazetteer());
        QCOMPARE(formStateFromJson(toJson(state)), std::optional(state));
        const Event back = read(state).event;
        for (const EventField field : changedFields(event, back))
            qWarning("%s: %s", qPrintable(event.uid), qPrintable(fieldLabel(field)));
        QVERIFY(sameContent(event, back));
        ++count;
    }
    QVERIFY(count > 300);
}

void EventFormStateTest::draftsKeepWhatCannotBeRead()
{
    FormState state;
    state.title = QStringLiteral("  two  spaces ");
    state.start = QStringLiteral("30 Feb 2025");
    state.end = QStringLiteral("soon");
    state.country = QStringLiteral("Atlan");
    state.platforms = {QStringLiteral("Nobody's app")};
    state.platformTyped = QStringLiteral("deeps");
    state.concernTyped = QStringLiteral("\"quoted\"");
    state.relationTyped = QStringLiteral("block");
    state.sourceTyped = QStringLiteral("https://");
    state.summary = QStringLiteral("line\nline\n\n“数据”");
    state.relations = {{QStringLiteral("no-such-event"), QString()}};
    state.sources = {{QStringLiteral("A"), {}, QStringLiteral("ftp:"), QStringLiteral("31.31."), {}, {}}, {}};
    QCOMPARE(formStateFromJson(toJson(state)), std::optional(state));
}

void EventFormStateTest::foreignContentIsNoDraft()
{
    QVERIFY(!formStateFromJson("not json"));
    QVERIFY(!formStateFromJson("[1, 2]"));
    QCOMPARE(formStateFromJson("{\"title\": 7, \"sources\": \"x\"}"), std::optional(FormState()));
}

void EventFormStateTest::readsPlaces_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    QTest::newRow("English name") << "Italy"
                                  << "IT";
    QTest::newRow("lower case") << "italy"
                                << "IT";
    QTest::newRow("code") << "it"
                          << "IT";
    QTest::newRow("three letters") << "KOR"
                                   << "KR";
    QTest::newRow("own name") << "Deutschland"
                              << "DE";
    QTest::newRow("own script") << QStringLiteral("日本") << "JP";
    QTest::newRow("country before state") << "Georgia"
                                          << "GE";
    QTest::newRow("none") << "Atlantis" << QString();
}

void EventFormStateTest::readsPlaces()
{
    QFETCH(QString, typed);
    QFETCH(QString, code);
    QCOMPARE(readCountry(typed, shippedGazetteer()).value_or(QString()), code);
}

void EventFormStateTest::saysDatesInWords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    QTest::newRow("day") << "2025-01-30"
                         << "30 January 2025";
    QTest::newRow("month") << "Feb 2024" << QStringLiteral("February 2024: 1 Feb 2024 – 29 Feb 2024");
    QTest::newRow("quarter") << "Q1 2025"
                             << QStringLiteral("first quarter of 2025: 1 Jan 2025 – 31 Mar 2025");
    QTest::newRow("stored quarter") << "2025-Q4"
                                    << QStringLiteral("fourth quarter of 2025: 1 Oct 2025 – 31 Dec 2025");
    QTest::newRow("year") << "2025" << QStringLiteral("2025: 1 Jan 2025 – 31 Dec 2025");
}

void EventFormStateTest::saysDatesInWords()
{
    QFETCH(QString, typed);
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    const DateReading reading = readFormDate(typed, british);
    QVERIFY2(reading.date, qPrintable(reading.problem));
    QTEST(dateInWords(*reading.date, british), "words");
}

void EventFormStateTest::tellsWhatIsWrong_data()
{
    QTest::addColumn<QString>("key"); // of FormState's JSON
    QTest::addColumn<QString>("value");
    QTest::addColumn<EventField>("field");
    QTest::addColumn<QString>("message"); // a part
    QTest::newRow("no start") << "start"
                              << "" << EventField::Start << "When did it start?";
    QTest::newRow("no such day") << "start"
                                 << "30 Feb 2025" << EventField::Start << "There is no 30 February";
    QTest::newRow("no date") << "end"
                             << "soon" << EventField::End << "soon";
    QTest::newRow("end first") << "end"
                               << "2018" << EventField::End << "before the start";
    QTest::newRow("country") << "country"
                             << "Atlantis" << EventField::Country << "Atlantis";
    QTest::newRow("subdivision elsewhere")
        << "subdivision"
        << "Bavaria" << EventField::Subdivision << "Bavaria is a part of Germany";
    QTest::newRow("platform begun") << "platform_typed"
                                    << "Foo" << EventField::Platforms << "no platform “Foo”";
    QTest::newRow("concern begun") << "concern_typed"
                                   << "Foo" << EventField::Concerns << "no concern “Foo”";
    QTest::newRow("relation begun") << "relation_typed"
                                    << "Foo" << EventField::Relations << "“Foo” is not yet";
    QTest::newRow("source begun") << "source_typed"
                                  << "Foo" << EventField::Sources << "“Foo” is not yet";
}

void EventFormStateTest::tellsWhatIsWrong()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(EventField, field);
    QFETCH(QString, message);
    const Event event = anyEvent(QStringLiteral("x"));
    QJsonObject object = QJsonDocument::fromJson(toJson(stateOf(event, shippedGazetteer()))).object();
    QVERIFY(!hasError(read(*formStateFromJson(QJsonDocument(object).toJson())).findings));
    object.insert(key, value);
    const FormReading reading = read(*formStateFromJson(QJsonDocument(object).toJson()));
    QVERIFY(hasError(reading.findings));
    QStringList errors;
    for (const Finding& finding : reading.findings) {
        if (finding.severity == Finding::Severity::Error) {
            QCOMPARE(finding.field, field);
            errors.append(finding.message);
        }
    }
    QCOMPARE(errors.size(), 1);
    QVERIFY2(errors.front().contains(message), qPrintable(errors.front()));
}

void EventFormStateTest::findsAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("addresses");
    const QString a = QStringLiteral("https://a.example/x?y=1");
    const QString b = QStringLiteral("http://b.example");
    QTest::newRow("one") << a << QStringList{a};
    QTest::newRow("lines") << a + "\n" + b + "\r\n" << QStringList{a, b};
    QTest::newRow("line separators") << a + QChar(0x2028) + b << QStringList{a, b};
    QTest::newRow("among words") << "see " + a + " and <" + b + ">" << QStringList{a, b};
    QTest::newRow("twice") << a + " " + a << QStringList{a};
    QTest::newRow("begun") << "https://" << QStringList();
    QTest::newRow("other schemes") << "ftp://a.example file:///etc" << QStringList();
}

void EventFormStateTest::findsAddresses()
{
    QFETCH(QString, text);
    QTEST(addressesIn(text), "addresses");
}

QTEST_GUILESS_MAIN(EventFormStateTest)
#include "tst_eventformstate.moc"
