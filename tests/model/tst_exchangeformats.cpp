// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Points, days and citations for other programs: what the formats' specifications ask of each line.
#include "model/edit/twins.h"
#include "model/exchange/citations.h"
#include "model/exchange/geojson.h"
#include "model/exchange/icalendar.h"
#include "model/exchange/recordexport.h"
#include "tests/support/recordparts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <set>

using namespace interdict;

namespace {

Event plain()
{
    Event event;
    event.uid = QStringLiteral("it-block");
    event.title = QStringLiteral("Italy blocks, and says why; at once");
    event.start = *PartialDate::parse(u"2025-02");
    event.country = QStringLiteral("IT");
    event.measure = QStringLiteral("national_block");
    event.summary =
        QStringLiteral("First line\nsecond “line” of a summary that is long enough to be folded, 数据");
    event.sources = {{QStringLiteral("100% of {data} & more_"), QStringLiteral("Garante"),
                      QStringLiteral("https://garante.example/a_b?x=1&y=%20"), PartialDate::parse(u"2025-Q1"),
                      QStringLiteral("law"), QStringLiteral("https://web.archive.org/x")}};
    return event;
}

QByteArray written(RecordFormat format)
{
    RecordPart part = test::partOf(shippedEvents());
    part.origin.dataSet = QStringLiteral("A \"record\"");
    part.origin.program = QStringLiteral("interdict 1.2.3");
    part.origin.made = dayOf(2026, 11, 24);
    return test::bytesOf(part, format);
}

std::size_t distinctSources()
{
    std::set<QString> addresses;
    for (const Event& event : shippedEvents())
        for (const Source& source : event.sources)
            addresses.insert(source.url.isEmpty() ? source.title : comparableUrl(source.url));
    return addresses.size();
}

Citation only(const Event& event)
{
    Citations citations;
    citations.add(event);
    return citations.all().front();
}

} // namespace

class ExchangeFormatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void calendarEntry();
    void calendarOfTheRecord();
    void pointsOfTheRecord();
    void citesEachSourceOnce();
    void bibTex();
    void ris();
    void cslJson();
    void citationsOfTheRecord();
};

void ExchangeFormatsTest::calendarEntry()
{
    QByteArray text = eventToCalendar(plain(), shippedVocabulary(), shippedGazetteer(), dayOf(2026, 11, 24));
    QVERIFY(text.startsWith("BEGIN:VEVENT\r\n") && text.endsWith("END:VEVENT\r\n"));
    for (const QByteArray& line : text.split('\n')) {
        QVERIFY(line.isEmpty() || line.endsWith('\r'));
        QVERIFY2(line.size() <= 76, line.constData());     // 75 octets and the CR
        QVERIFY(QString::fromUtf8(line).toUtf8() == line); // no character is torn
    }
    text.replace("\r\n ", "");
    QVERIFY(text.contains("\r\nUID:it-block@interdict\r\n"));
    QVERIFY(text.contains("\r\nDTSTAMP:20261124T000000Z\r\n"));
    QVERIFY(text.contains("\r\nDTSTART;VALUE=DATE:20250201\r\n"));
    QVERIFY(text.contains("\r\nDTEND;VALUE=DATE:20250301\r\n")); // the day after the last
    QVERIFY(text.contains("\r\nSUMMARY:Italy blocks\\, and says why\\; at once\r\n"));
    QVERIFY(text.contains("First line\\nsecond “line”"));
    QVERIFY(text.contains("\r\nLOCATION:Italy\r\n"));
    QVERIFY(text.contains("\r\nURL:https://garante.example/a_b?x=1&y=%20\r\n"));
}

void ExchangeFormatsTest::calendarOfTheRecord()
{
    const QByteArray text = written(RecordFormat::ICalendar);
    QVERIFY(
        text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Interdict//interdict 1.2.3//EN\r\n"));
    QVERIFY(text.endsWith("END:VCALENDAR\r\n"));
    QCOMPARE(text.count("BEGIN:VEVENT\r\n"), qsizetype(shippedEvents().size()));
    QCOMPARE(text.count("\nUID:"), qsizetype(shippedEvents().size()));
}

void ExchangeFormatsTest::pointsOfTheRecord()
{
    QJsonParseError error;
    const QJsonObject all = QJsonDocument::fromJson(written(RecordFormat::GeoJson), &error).object();
    QCOMPARE(error.errorString(), QStringLiteral("no error occurred"));
    QCOMPARE(all.value(QLatin1String("type")).toString(), QStringLiteral("FeatureCollection"));
    QCOMPARE(all.value(QLatin1String("name")).toString(), QStringLiteral("A \"record\""));
    const QJsonArray features = all.value(QLatin1String("features")).toArray();
    const std::vector<Event> events = shippedEvents();
    QCOMPARE(features.size(), qsizetype(events.size()));
    for (qsizetype i = 0; i < features.size(); ++i) {
        const Event& event = events[static_cast<std::size_t>(i)];
        const QJsonObject feature = features[i].toObject();
        QCOMPARE(feature.value(QLatin1String("id")).toString(), event.uid);
        const Place* place = shippedGazetteer().find(event.place());
        const QJsonArray at =
            feature.value(QLatin1String("geometry")).toObject().value(QLatin1String("coordinates")).toArray();
        QCOMPARE(at.size(), place && place->point ? 2 : 0);
        if (at.isEmpty())
            continue;
        QVERIFY(std::abs(at[0].toDouble() - place->point->lon) < 1e-4); // longitude first
        QVERIFY(std::abs(at[1].toDouble() - place->point->lat) < 1e-4);
    }
}

void ExchangeFormatsTest::citesEachSourceOnce()
{
    Citations citations;
    Event event = plain();
    citations.add(event);
    event.title = QStringLiteral("Another");
    event.sources[0].url = QStringLiteral("http://www.garante.example/a_b?x=1&y=%20#top"); // the same page
    event.sources.push_back({QStringLiteral("100% of {data} & more_"),
                             QStringLiteral("Garante"),
                             {},
                             PartialDate::parse(u"2025"),
                             {},
                             {}});
    event.sources.push_back({});
    citations.add(event);
    QCOMPARE(citations.all().size(), 2u);
    QCOMPARE(citations.all()[0].events.size(), 2);
    QCOMPARE(citations.all()[0].key, QStringLiteral("garante2025data"));
    QCOMPARE(citations.all()[1].key, QStringLiteral("garante2025data-2"));
}

void ExchangeFormatsTest::bibTex()
{
    QCOMPARE(QString::fromUtf8(toBibTex(only(plain()))),
             QStringLiteral("@online{garante2025data,\n"
                            "  title = {{100\\% of \\{data\\} \\& more\\_}},\n"
                            "  organization = {{Garante}},\n"
                            "  date = {2025-33},\n"
                            "  year = {2025},\n"
                            "  url = {https://garante.example/a_b?x=1&y=%20},\n"
                            "  note = {Source of: Italy blocks, and says why; at once},\n"
                            "  annotation = {Archived copy: https://web.archive.org/x},\n"
                            "}\n"));
}

void ExchangeFormatsTest::ris()
{
    QCOMPARE(QString::fromUtf8(toRis(only(plain()))),
             QStringLiteral("TY  - STAT\r\nID  - garante2025data\r\nTI  - 100% of {data} & more_\r\n"
                            "PB  - Garante\r\nPY  - 2025\r\nDA  - 2025///\r\n"
                            "UR  - https://garante.example/a_b?x=1&y=%20\r\n"
                            "L2  - https://web.archive.org/x\r\n"
                            "N1  - Source of: Italy blocks, and says why; at once\r\nER  - \r\n\r\n"));
}

void ExchangeFormatsTest::cslJson()
{
    Event event = plain();
    event.sources[0].kind = QStringLiteral("Press");
    event.sources[0].date = PartialDate::parse(u"2025-02-03");
    const QJsonObject entry = QJsonDocument::fromJson(toCslJson(only(event))).object();
    QCOMPARE(entry.value(QLatin1String("type")).toString(), QStringLiteral("article-newspaper"));
    QCOMPARE(entry.value(QLatin1String("container-title")).toString(), QStringLiteral("Garante"));
    QCOMPARE(entry.value(QLatin1String("issued")).toObject().value(QLatin1String("date-parts")).toArray(),
             (QJsonArray{QJsonArray{2025, 2, 3}}));
    QCOMPARE(entry.value(QLatin1String("URL")).toString(), event.sources[0].url);
}

void ExchangeFormatsTest::citationsOfTheRecord()
{
    const auto expected = qsizetype(distinctSources());
    QVERIFY(expected > 500);
    const QByteArray bib = written(RecordFormat::BibTex);
    QCOMPARE(bib.count("\n@online{") + (bib.startsWith("@online{") ? 1 : 0), expected);
    QCOMPARE(bib.count('{') - bib.count("\\{"), bib.count('}') - bib.count("\\}")); // or TeX reads on
    const QByteArray ris = written(RecordFormat::Ris);
    QCOMPARE(ris.count("TY  - "), expected);
    QCOMPARE(ris.count("\r\nER  - \r\n"), expected);
    const QJsonArray csl = QJsonDocument::fromJson(written(RecordFormat::CslJson)).array();
    QCOMPARE(csl.size(), expected);
    std::set<QString> keys;
    for (const QJsonValue& entry : csl)
        keys.insert(entry.toObject().value(QLatin1String("id")).toString());
    QCOMPARE(qsizetype(keys.size()), expected);
}

QTEST_GUILESS_MAIN(ExchangeFormatsTest)
#include "tst_exchangeformats.moc"
