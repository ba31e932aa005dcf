// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// JSON Lines in and out: the shipped lines come back byte by byte, and a bad line is told by what is wrong in
// it.
#include "model/exchange/jsonlines.h"
#include "model/vocabulary/gazetteer.h"
#include "tests/support/shipped.h"

#include <QTest>

using namespace interdict;

namespace {

const QByteArray goodEvent =
    R"({"id": "it-block", "title": "Italy blocks", "date": "2025-01-30", "end_date": null, "country": "IT", )"
    R"("subdivision": null, "authority": "Garante", "platforms": ["DeepSeek"], "measure": "processing_order", )"
    R"("scope": "general_public", "status": "in_force", "concerns": ["transparency"], "summary": "Said so.", )"
    R"("related": [], "sources": [{"title": "T", "publisher": null, "url": "https://example.org/a?b=1", )"
    R"("date": "2025-01"}], "confidence": "high", "note": null})";

const QByteArray goodMilestone =
    R"({"id": "r1", "title": "R1", "date": "2025-01-20", "organisation": "DeepSeek", "country": "CN", )"
    R"("kind": "model_release", "platform": "DeepSeek", "summary": null, "metric": {"name": "score", )"
    R"("value": 79.8, "unit": "%", "of": "R1"}, "sources": [], "confidence": "high", "note": null})";

// The good line with one piece of text replaced.
QByteArray changed(QByteArray line, const QByteArray& from, const QByteArray& to)
{
    if (!line.contains(from))
        qFatal("no such text: %s", from.constData());
    return line.replace(from, to);
}

Result<std::vector<Event>> read(const QByteArray& text)
{
    return readEvents(text, QStringLiteral("e.jsonl"), shippedVocabulary(), shippedGazetteer());
}

} // namespace

class TestJsonLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedLinesComeBack_data();
    void shippedLinesComeBack();
    void readsFields();
    void everyKindOfTextComesBack_data();
    void everyKindOfTextComesBack();
    void unknownIsNull();
    void refusesBadEvents_data();
    void refusesBadEvents();
    void refusesBadFiles_data();
    void refusesBadFiles();
    void refusesBadMilestones_data();
    void refusesBadMilestones();
    void readsVocabulary();
    void refusesBadVocabulary_data();
    void refusesBadVocabulary();
};

void TestJsonLines::shippedLinesComeBack_data()
{
    QTest::addColumn<QByteArray>("shipped");
    QTest::addColumn<QByteArray>("written");
    QByteArray events, milestones;
    for (const Event& event : shippedEvents())
        events += eventToJson(event) + '\n';
    for (const Milestone& milestone : shippedMilestones())
        milestones += milestoneToJson(milestone) + '\n';
    QTest::newRow("events") << shippedSource("events.jsonl") << events;
    QTest::newRow("milestones") << shippedSource("milestones.jsonl") << milestones;
}

void TestJsonLines::shippedLinesComeBack()
{
    QFETCH(const QByteArray, shipped);
    QFETCH(const QByteArray, written);
    const auto left = shipped.split('\n'), right = written.split('\n');
    for (qsizetype i = 0; i < std::min(left.size(), right.size()); ++i)
        QCOMPARE(QString::fromUtf8(right[i]), QString::fromUtf8(left[i]));
    QCOMPARE(right.size(), left.size());
    QVERIFY(left.size() > 90);
}

void TestJsonLines::readsFields()
{
    const auto events = read(goodEvent + '\n');
    QVERIFY2(events.has_value(), events ? "" : qPrintable(events.error().message));
    QCOMPARE(events->size(), std::size_t(1));
    const Event& event = events->front();
    QCOMPARE(event.uid, QStringLiteral("it-block"));
    QCOMPARE(event.start, *PartialDate::ofDay(2025, 1, 30));
    QVERIFY(!event.end);
    QCOMPARE(event.country, QStringLiteral("IT"));
    QVERIFY(event.subdivision.isEmpty());
    QCOMPARE(event.platforms, QStringList{QStringLiteral("DeepSeek")});
    QCOMPARE(event.concerns, QStringList{QStringLiteral("transparency")});
    QCOMPARE(event.sources.front().date, PartialDate::ofMonth(2025, 1));
    QVERIFY(event.sources.front().publisher.isEmpty());
}

void TestJsonLines::everyKindOfTextComesBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes") << QStringLiteral("\"quoted\" and \\ back");
    QTest::newRow("controls") << QStringLiteral("tab\t line\n return\r bell\a feed\f back\b");
    QTest::newRow("accents") << QString::fromUtf8("Żółć, naïve, Ελλάδα");
    QTest::newRow("Chinese") << QString::fromUtf8("个人信息保护");
    QTest::newRow("beyond 16 bits") << QString::fromUtf8("𠮷 🛑");
    QTest::newRow("JSON inside") << QStringLiteral("{\"id\": [1, null]}");
}

void TestJsonLines::everyKindOfTextComesBack()
{
    QFETCH(const QString, text);
    Event event = read(goodEvent)->front();
    event.title = event.note = event.sources.front().publisher = text;
    const auto again = read(eventToJson(event));
    QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().message));
    QVERIFY(again->front() == event);
}

void TestJsonLines::unknownIsNull()
{
    Event event = read(goodEvent)->front();
    event.authority = event.measure = event.scope = event.status = event.confidence = event.country =
        QString();
    event.platforms.clear();
    event.concerns.clear();
    const auto again = read(eventToJson(event));
    QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().message));
    QVERIFY(again->front() == event);
    QVERIFY(eventToJson(event).contains(R"("measure": null)"));
}

void TestJsonLines::refusesBadEvents_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("said"); // the message, which is of line 2
    const auto row = [](const char* name, const QByteArray& from, const QByteArray& to, const char* said) {
        QTest::newRow(name) << changed(goodEvent, from, to) << QString::fromUtf8(said);
    };
    row("no comma", R"(, "title")", R"( "title")", "column 20:");
    row("cut off", R"("note": null})", R"("note": null)", "expected one JSON object");
    QTest::newRow("not an object") << QByteArray("[]")
                                   << QStringLiteral("found a list, expected one JSON object");
    QTest::newRow("empty line") << QByteArray("") << QStringLiteral("expected one JSON object");
    QTest::newRow("two objects") << goodEvent + goodEvent << QStringLiteral("expected one JSON object");
    row("given twice", R"("note": null)", R"("note": null, "note": "x")", "a field is given twice");
    row("missing", R"("authority": "Garante", )", "", "authority: found nothing, expected a text or null");
    row("unknown field", R"("note")", R"("remark": null, "note")",
        "remark: there is no such field, expected one of id, ");
    row("unknown field of a source", R"("publisher")", R"("page": 4, "publisher")",
        "sources[1].page: there is no such");
    row("number for text", R"("Garante")", "5", "authority: found 5, expected a text or null");
    row("list for text", R"("Garante")", "[]", "authority: found a list, expected a text or null");
    row("text for list", R"(["DeepSeek"])", R"("DeepSeek")",
        "platforms: found \"DeepSeek\", expected a list");
    row("number in list", R"(["DeepSeek"])", "[5]", "platforms: found 5, expected a platform's name");
    row("text for object", R"("related": [])", R"("related": ["x"])",
        "related: found a list, expected a list of objects");
    row("empty text", R"("Garante")", R"("")", "authority: found \"\", expected a text or null");
    row("no title", R"("Italy blocks")", "null", "title: found null, expected a text");
    row("blanks for id", R"("it-block")", R"("it block")",
        "id: found \"it block\", expected a name of letters");
    row("no such day", R"("2025-01-30")", R"("2025-02-30")",
        "date: found \"2025-02-30\", expected a date of the calendar");
    row("no such month", R"("2025-01-30")", R"("2025-13")", "date: found \"2025-13\"");
    row("no date", R"("2025-01-30")", "null", "date: found null, expected a date");
    row("date in words", R"("2025-01-30")", R"("30 January 2025")", "date: found \"30 January 2025\"");
    row("date of a source", R"("2025-01")", R"("January")", "sources[1].date: found \"January\"");
    row("end before start", R"("end_date": null)", R"("end_date": "2025-01-29")",
        "end_date: found \"2025-01-29\", expected a day not before 2025-01-30");
    row("end year before start", R"("end_date": null)", R"("end_date": "2024")", "end_date: found \"2024\"");
    row("unknown country", R"("IT")", R"("QQ")", "country: found \"QQ\", expected a country's code");
    row("country by name", R"("IT")", R"("Italy")", "country: found \"Italy\"");
    row("subdivision as country", R"("IT")", R"("IT-25")", "country: found \"IT-25\"");
    row("unknown subdivision", R"("subdivision": null)", R"("subdivision": "IT-XX")",
        "subdivision: found \"IT-XX\", expected a code by ISO 3166-2 within IT");
    row("subdivision of another country", R"("subdivision": null)", R"("subdivision": "US-TX")",
        "subdivision: found \"US-TX\", expected a code by ISO 3166-2 within IT");
    row("unknown platform", R"(["DeepSeek"])", R"(["DeepSeeek"])",
        "platforms: found \"DeepSeeek\", expected a platform's name");
    row("platform twice", R"(["DeepSeek"])", R"(["DeepSeek", "DeepSeek"])",
        "platforms: found \"DeepSeek\", expected each value once");
    row("unknown measure", R"("processing_order")", R"("Processing order")",
        "measure: found \"Processing order\", expected one of national_block, ");
    row("unknown scope", R"("general_public")", R"("public")",
        "scope: found \"public\", expected one of general_public, ");
    row("unknown status", R"("in_force")", R"("active")",
        "status: found \"active\", expected one of proposed, ");
    row("unknown concern", R"(["transparency"])", R"(["opacity"])",
        "concerns: found \"opacity\", expected a concern's code");
    row("unknown confidence", R"("high")", R"("certain")",
        "confidence: found \"certain\", expected one of high, medium, low");
    row("no address", R"(https://example.org/a?b=1)", "example.org",
        "sources[1].url: found \"example.org\", expected an address");
    row("address of a file", R"(https://example.org/a?b=1)", "file:///etc/passwd",
        "sources[1].url: found \"file:///etc/passwd\"");
    row("address of a script", R"(https://example.org/a?b=1)", "javascript:alert(1)",
        "sources[1].url: found");
    row("id of a relation missing", R"("related": [])", R"("related": [{"relation": "follows"}])",
        "related[1].id: found nothing, expected a text");
    row("kind of a relation unknown", R"("related": [])",
        R"("related": [{"id": "first", "relation": "ends"}])",
        "related[1].relation: found \"ends\", expected one of follows, ");
    row("kind of a relation null", R"("related": [])", R"("related": [{"id": "first", "relation": null}])",
        "related[1].relation: found null, expected a kind of relation");
    row("relation to nothing", R"("related": [])", R"("related": [{"id": "none", "relation": "lifts"}])",
        "related[1].id: found \"none\", expected the id of another event of the file");
    row("relation to itself", R"("related": [])", R"("related": [{"id": "it-block", "relation": "lifts"}])",
        "related[1].id: found \"it-block\", expected the id of another event");
    row("id twice", R"("it-block")", R"("first")",
        "id: found \"first\", expected another id, as line 1 has this one");
}

void TestJsonLines::refusesBadEvents()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QString, said);
    const auto events = read(changed(goodEvent, "it-block", "first") + '\n' + line + '\n');
    QVERIFY(!events.has_value());
    QCOMPARE(events.error().kind, Error::Kind::BadInput);
    const QString& message = events.error().message;
    QVERIFY2(message.startsWith(QStringLiteral("e.jsonl:2: ")) && message.contains(said),
             qPrintable(message));
}

void TestJsonLines::refusesBadFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("binary") << QByteArray("\x00\xff\xfe", 3);
    QTest::newRow("UTF-16") << QByteArray("{\0\"\0i\0d\0", 8);
    QTest::newRow("bad UTF-8") << changed(goodEvent, "Garante", "Garant\xc3");
    QTest::newRow("deep") << QByteArray(100000, '[');
    QTest::newRow("only line ends") << QByteArray("\n\n");
}

void TestJsonLines::refusesBadFiles()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!read(text).has_value());
}

void TestJsonLines::refusesBadMilestones_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const QByteArray& from, const QByteArray& to, const char* said) {
        QTest::newRow(name) << changed(goodMilestone, from, to) << QString::fromUtf8(said);
    };
    row("kind", R"("model_release")", R"("release")",
        "kind: found \"release\", expected one of model_release, ");
    row("value as text", "79.8", R"("79.8")", "metric.value: found \"79.8\", expected a number");
    row("metric as text", R"({"name": "score", "value": 79.8, "unit": "%", "of": "R1"})", R"("79.8 %")",
        "metric: found \"79.8 %\", expected an object or null");
    row("field of metric", R"("of")", R"("about")", "metric.of: found nothing");
    row("country", R"("CN")", R"("China")", "country: found \"China\"");
    row("date", "2025-01-20", "2025-01-32", "date: found \"2025-01-32\"");
}

void TestJsonLines::refusesBadMilestones()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QString, said);
    const auto readOne = [](const QByteArray& text) {
        return readMilestones(text, QStringLiteral("m.jsonl"), shippedVocabulary(), shippedGazetteer());
    };
    QVERIFY(readOne(goodMilestone).has_value());
    const auto milestones = readOne(line);
    QVERIFY(!milestones.has_value());
    const QString& message = milestones.error().message;
    QVERIFY2(message.startsWith(QStringLiteral("m.jsonl:1: ")) && message.contains(said),
             qPrintable(message));
}

void TestJsonLines::readsVocabulary()
{
    const Vocabulary& words = shippedVocabulary();
    QCOMPARE(words.terms(TermKind::Measure).size(), std::size_t(17));
    QCOMPARE(words.platforms().size(), std::size_t(75));
    const Term* ban = words.find(TermKind::Measure, QStringLiteral("device_ban"));
    QVERIFY(ban && ban->restricts && ban->severity == 3 && !ban->description.isEmpty());
    QVERIFY(words.find(TermKind::Status, QStringLiteral("lifted"))->inForce);
    QVERIFY(!words.find(TermKind::Status, QStringLiteral("rejected"))->inForce);
    QCOMPARE(words.platform(QStringLiteral("DeepSeek"))->developerCountry, QStringLiteral("CN"));
}

void TestJsonLines::refusesBadVocabulary_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QByteArray>("platforms");
    QTest::addColumn<QString>("said");
    const auto word = [](const char* name, const QByteArray& from, const QByteArray& to, const char* said) {
        QTest::newRow(name) << changed(shippedSource("vocabulary.json"), from, to)
                            << shippedSource("platforms.json") << QString::fromUtf8(said);
    };
    const auto platform = [](const char* name, const QByteArray& from, const QByteArray& to,
                             const char* said) {
        QTest::newRow(name) << shippedSource("vocabulary.json")
                            << changed(shippedSource("platforms.json"), from, to) << QString::fromUtf8(said);
    };
    word("severity", R"("severity": 5)", R"("severity": 6)",
         "vocabulary.json: measure[1].severity: found 6, expected a whole number from 0 to 5");
    word("half severity", R"("severity": 5)", R"("severity": 4.5)", "measure[1].severity: found 4.5");
    word("restricts", R"("restricts": true, "severity": 5)", R"("restricts": 1, "severity": 5)",
         "measure[1].restricts: found 1, expected true or false");
    word("code twice", R"("code": "suspension")", R"("code": "national_block")",
         "measure[3].code: found \"national_block\", expected each code once");
    word("no kind", R"("scope": [)", R"("scopes": [)", "scope: found nothing, expected a list of objects");
    word("severity of a scope", R"("label": "Government")", R"("label": "Government", "severity": 1)",
         "scope[2].severity: there is no such field");
    platform("country", R"("developer_country": "CN")", R"("developer_country": "China")",
             "platforms.json: platforms[1].developer_country: found \"China\"");
    platform("platform twice", R"("name": "TikTok")", R"("name": "DeepSeek")",
             "platforms[2].name: found \"DeepSeek\", expected each platform once");
    platform("not JSON", R"("platforms": [)", R"("platforms": )", "platforms.json: column ");
}

void TestJsonLines::refusesBadVocabulary()
{
    QFETCH(const QByteArray, words);
    QFETCH(const QByteArray, platforms);
    QFETCH(const QString, said);
    const auto vocabulary = readVocabulary(words, platforms);
    QVERIFY(!vocabulary.has_value());
    QVERIFY2(vocabulary.error().message.contains(said), qPrintable(vocabulary.error().message));
}

QTEST_APPLESS_MAIN(TestJsonLines)
#include "tst_jsonlines.moc"
