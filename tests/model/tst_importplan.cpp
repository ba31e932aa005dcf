// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Foreign tables of government bans in many layouts: what each column is taken for, what each row becomes,
// and what the data set holds afterwards.
#include "model/exchange/import/importplan.h"
#include "model/exchange/import/mappingguess.h"
#include "model/exchange/table.h"
#include "tests/support/shipped.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace interdict;

namespace {

const Day today = dayOf(2026, 11, 24);

struct Imported // a table, read, mapped and planned
{
    ImportTable table;
    const TableSheet* sheet = nullptr;
    ImportMapping mapping;
    ImportPlan plan;
};

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

// "Land=country | Datum=date", without what is ignored.
QString shown(const ImportMapping& mapping)
{
    QStringList parts;
    for (const ColumnMapping& column : mapping.columns)
        if (column.target != ImportTarget::Ignore)
            parts << column.header + u'=' + QLatin1String(info(column.target).key) +
                         (column.platform.isEmpty() ? QString() : u':' + column.platform);
    for (const auto& [target, value] : mapping.defaults)
        parts << QStringLiteral("(%1=%2)").arg(QLatin1String(info(target).key), value);
    return parts.join(QLatin1String(" | "));
}

// "new IT 2025-01-30 national_block DeepSeek"
QString shown(const PlannedRow& row)
{
    static const char* const verdicts[] = {"new", "update", "unchanged", "duplicate", "error"};
    const QString verdict = QLatin1String(verdicts[static_cast<int>(row.verdict)]);
    if (row.verdict == RowVerdict::Error)
        return verdict + u' ' + QLatin1String(info(row.problems.front().target).key) + u' ' +
               row.problems.front().text;
    const Event& event = *row.change.after;
    return QStringLiteral("%1 %2 %3 %4 %5")
        .arg(verdict, event.place(), event.start.text() + (event.end ? u'…' + event.end->text() : QString()),
             event.measure.isEmpty() ? QStringLiteral("?") : event.measure, event.platforms.join(u','));
}

QString shown(const ImportPlan& plan)
{
    QStringList lines;
    for (const PlannedRow& row : plan.rows)
        lines << shown(row);
    return lines.join(u'\n');
}

} // namespace

class TestImportPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void foreignTables_data();
    void foreignTables();
    void aWorkbook();
    void everyShippedEventComesBackUnchanged();
    void jsonLinesOfTheRecord();
    void secondImportChangesNothing();
    void updateKeepsWhatTheTableDoesNotSay();
    void likelyTwinsAreSetAside();
    void rejectsAreMendedAndImported();
    void mappingIsReadBack();
    void badMappingIsTold_data();
    void badMappingIsTold();
    void valuesAreMappedBySaying();
    void dateTexts_data();
    void dateTexts();
    void cancelled();

private:
    Imported planned(const QByteArray& bytes, const QString& name = QStringLiteral("t.csv"),
                     std::optional<ImportMapping> mapping = std::nullopt) const;
    Result<DataSet::Saved> save(const Imported& imported) const;

    QTemporaryDir m_folder;
    std::unique_ptr<DataSet> m_empty;
};

// A data set with the shipped vocabulary, and no event.
void TestImportPlan::init()
{
    const QString path = m_folder.filePath(QStringLiteral("empty.interdict"));
    m_empty.reset();
    QFile::remove(path);
    m_empty = std::make_unique<DataSet>(std::move(*DataSet::create(path, {}, shippedVocabulary())));
}

Imported TestImportPlan::planned(const QByteArray& bytes, const QString& name,
                                 std::optional<ImportMapping> mapping) const
{
    Imported result;
    auto table = readTable(bytes, name);
    if (!table)
        qFatal("%s", qPrintable(table.error().message));
    result.table = std::move(*table);
    result.sheet = &likeliestSheet(result.table);
    result.mapping = mapping
                         ? std::move(*mapping)
                         : guessMapping(result.table, *result.sheet, shippedVocabulary(), shippedGazetteer());
    auto plan =
        planImport(result.table, *result.sheet, result.mapping, {*m_empty, shippedGazetteer(), today});
    if (!plan)
        qFatal("%s", qPrintable(plan.error().message));
    result.plan = std::move(*plan);
    return result;
}

Result<DataSet::Saved> TestImportPlan::save(const Imported& imported) const
{
    return runImport(*m_empty, shippedGazetteer(), imported.plan, Duplicates::SetAside, stamp());
}

void TestImportPlan::foreignTables_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("mapping");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char* name, const QByteArray& bytes, const char* mapping, const char* rows) {
        QTest::newRow(name) << bytes << text(mapping) << text(rows);
    };
    row("German, semicolons, Windows-1252",
        "Lfd. Nr.;Land;Datum;Dienst;Art der Ma\xDFnahme;Beh\xF6rde;Begr\xFCndung;Quelle\n"
        "1;Italien;30.01.2025;DeepSeek;Sperrung landesweit;Garante;Datenschutz;https://example.org/it\n"
        "2;S\xFC"
        "dkorea;5. Februar 2025;DeepSeek;Verbot auf Dienstger\xE4ten;Ministerium;\"Nationale Sicherheit; "
        "Datenschutz\";https://example.org/kr\n"
        "3;Frankreich und Belgien;31.01.2025;DeepSeek;Untersuchung;CNIL;Datenschutz;https://example.org/fr\n",
        "Land=country | Datum=date | Dienst=platforms | Art der Maßnahme=measure | Behörde=authority | "
        "Begründung=concerns | Quelle=sources",
        "new IT 2025-01-30 national_block DeepSeek\nnew KR 2025-02-05 device_ban DeepSeek\n"
        "error country Frankreich und Belgien");
    row("US states and US dates",
        "State,Date,App,Action,Applies To,Source\n"
        "Texas,1/31/2025,\"DeepSeek, RedNote\",Ban,State government devices,https://example.org/tx\n"
        "Georgia,3/4/2025,DeepSeek,Prohibited,State agencies,https://example.org/ga\n"
        "VA,02/11/25,DeepSeek,Ban,State agencies,https://example.org/va\n",
        "State=subdivision | Date=date | App=platforms | Action=measure | Applies To=scope | Source=sources "
        "| "
        "(country=US)",
        "new US-TX 2025-01-31 device_ban DeepSeek,RedNote\nnew US-GA 2025-03-04 device_ban DeepSeek\n"
        "new US-VA 2025-02-11 device_ban DeepSeek");
    row("alpha-3 codes, statuses, open ends",
        "iso3,effective_date,end_date,platforms,policy_type,status,rationale\n"
        "KOR,2025-02-15,2025-04-28,DeepSeek,Suspension of downloads,lifted,Data protection\n"
        "TWN,2025-02-03,ongoing,DeepSeek,Government device ban,active,National security\n"
        "IND,2020-06-29,n/a,\"TikTok; WeChat; UC Browser\",Nationwide ban,active,sovereignty\n",
        "iso3=country | effective_date=date | end_date=end_date | platforms=platforms | policy_type=measure "
        "| "
        "status=status | rationale=concerns",
        "new KR 2025-02-15…2025-04-28 suspension DeepSeek\nnew TW 2025-02-03 device_ban DeepSeek\n"
        "new IN 2020-06-29 national_block TikTok,WeChat,UC Browser");
    row("a column a platform",
        "Country,Date banned,DeepSeek,TikTok,Temu,Reference\n"
        "Taiwan,2022-12-05,no,yes,no,https://example.org/1\n"
        "Czechia,9 July 2025,x,,,https://example.org/2\n"
        "Italy,Jan 2025,\xE2\x9C\x93,perhaps,,https://example.org/3\n",
        "Country=country | Date banned=date | DeepSeek=platform_flag:DeepSeek | TikTok=platform_flag:TikTok "
        "| "
        "Reference=sources",
        "new TW 2022-12-05 ? TikTok\nnew CZ 2025-07-09 ? DeepSeek\nerror platform_flag perhaps");
    row("Spanish, tabs",
        "Pa\xC3\xADs\tFecha\tPlataforma\tMedida\tMotivo\tFuente\n"
        "Espa\xC3\xB1"
        "a\t15 de marzo de 2025\tDeepSeek\tInvestigaci\xC3\xB3n\tProtecci\xC3\xB3n de "
        "datos\thttps://example.es/1\n",
        "País=country | Fecha=date | Plataforma=platforms | Medida=measure | Motivo=concerns | "
        "Fuente=sources",
        "new ES 2025-03-15 investigation DeepSeek");
    row("Chinese", "国家,日期,平台,措施,原因\n意大利,2025年1月30日,深度求索,全面禁止,数据保护\n",
        "国家=country | 日期=date | 平台=platforms | 措施=measure | 原因=concerns",
        "new IT 2025-01-30 national_block DeepSeek");
    row("headers that say little",
        "Jurisdiction,Organisation,Type,Target,When\nDenmark,Folketinget,Advisory,TikTok,2023\n",
        "Jurisdiction=country | Organisation=authority | Type=measure | Target=platforms | When=date",
        "new DK 2023 advisory TikTok");
    row("no header at all", "Italy,2025-01-30,DeepSeek,https://example.org/1\nFrance,2025-01-31,DeepSeek,\n",
        "Column 1=country | Column 2=date | Column 3=platforms | Column 4=sources",
        "new IT 2025-01-30 ? DeepSeek\nnew FR 2025-01-31 ? DeepSeek");
    row("dates that can be read either way",
        "Country,Date,App\nItaly,3/4/2025,DeepSeek\nFrance,4/4/2025,Grok\n",
        "Country=country | Date=date | App=platforms", "error date 3/4/2025\nnew FR 2025-04-04 ? Grok");
    row("serial dates", "Country,Date,App\nItaly,45687,DeepSeek\n",
        "Country=country | Date=date | App=platforms", "new IT 2025-01-30 ? DeepSeek");
    row("ragged, unknown, impossible and missing",
        "Country,Date,App,Measure\nItaly,2025-02-30,Grok,bill\nAtlantis,2025-01-01,Grok,bill\nItaly,2025-01-"
        "01,Foo,bill\n"
        "Italy,2025-01-01,Grok,Frobnicated\n,2025-01-01,Grok,bill\nItaly,,Grok,bill\nItaly,2025\n"
        "Italy,2999-01-01,Grok,fine\n",
        "Country=country | Date=date | App=platforms | Measure=measure",
        "error date 2025-02-30\nerror country Atlantis\nerror platforms Foo\nerror measure Frobnicated\n"
        "error country \nerror date \nerror ignore Italy | 2025 |  | \nerror date 1 January 2999");
}

void TestImportPlan::foreignTables()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, mapping);
    QFETCH(QString, rows);
    const Imported imported = planned(bytes);
    QCOMPARE(shown(imported.mapping), mapping);
    QCOMPARE(shown(imported.plan), rows);
    for (const PlannedRow& row : imported.plan.rows)
        for (const RowProblem& problem : row.problems)
            QVERIFY(!problem.message.isEmpty());
    const auto saved = save(imported);
    QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().message));
    QCOMPARE(static_cast<int>(saved->change.events.size()), imported.plan.count(RowVerdict::New));
}

void TestImportPlan::aWorkbook()
{
    const QString path = QStringLiteral(INTERDICT_SOURCE_DIR "/tests/model/data/bans.xlsx");
    const Imported imported = planned(fileBytes(path), QStringLiteral("bans.xlsx"));
    QCOMPARE(imported.mapping.sheet, QStringLiteral("Bans"));
    QCOMPARE(shown(imported.plan), text("new IT 2025-01-30 national_block DeepSeek\n"
                                        "new TW 2025-01-31 device_ban DeepSeek,TikTok\n"
                                        "new KR 2025-02-06 device_ban DeepSeek\n"
                                        "new AU 2023-04-04 device_ban TikTok\n"
                                        "new AU 2025-02-04 device_ban DeepSeek"));
    QCOMPARE(imported.plan.rows[2].change.after->title,
             text("South Korea: Ban on official devices (DeepSeek)"));
}

// CSV holds of sources the addresses alone: they are found again by these.
void TestImportPlan::everyShippedEventComesBackUnchanged()
{
    QVERIFY(m_empty->addEvents(shippedEvents(), shippedGazetteer(), stamp()));
    const Imported csv = planned(eventsToCsv(shippedEvents()));
    for (const PlannedRow& row : csv.plan.rows)
        QVERIFY2(row.verdict == RowVerdict::Unchanged,
                 qPrintable(row.change.after ? row.change.uid() : shown(row)));
    QByteArray lines;
    for (const Event& event : shippedEvents())
        lines += eventToJson(event) + '\n';
    const Imported imported = planned(lines, QStringLiteral("events.jsonl"));
    QCOMPARE(imported.plan.count(RowVerdict::Unchanged), static_cast<int>(shippedEvents().size()));
    QVERIFY(save(imported)->change.events.empty());
}

void TestImportPlan::jsonLinesOfTheRecord()
{
    QByteArray lines;
    for (const Event& event : shippedEvents())
        lines += eventToJson(event) + '\n';
    lines += "{\"id\": \"x\", \"title\": 5}\nno json\n";
    const Imported imported = planned(lines, QStringLiteral("events.jsonl"));
    QCOMPARE(imported.plan.count(RowVerdict::New), static_cast<int>(shippedEvents().size()));
    QCOMPARE(imported.plan.count(RowVerdict::Error), 2);
    QVERIFY(save(imported));
    for (const Event& event : shippedEvents())
        QVERIFY(sameContent(*m_empty->event(*m_empty->idOf(event.uid)), event));
    const QByteArray rejects =
        rejectedRows(imported.table, *imported.sheet, imported.plan, Duplicates::SetAside);
    QCOMPARE(rejects.count('\n'), 2);
    QVERIFY(rejects.contains("\"import_error\":"));
}

void TestImportPlan::secondImportChangesNothing()
{
    const QByteArray bytes =
        "Country,Date,App,Measure,Link\nItaly,2025-01-30,DeepSeek,national_block,https://a.org/1\n"
        "Italy,2025-03-01,DeepSeek,national_block,https://a.org/2\n"
        "Italy,2025-01-30,DeepSeek,national_block,https://a.org/1\n";
    const Imported first = planned(bytes);
    QCOMPARE(first.plan.count(RowVerdict::New), 2);
    QCOMPARE(first.plan.count(RowVerdict::Duplicate), 1); // the third row says what the first says
    QCOMPARE(save(first)->change.events.size(), 2U);
    QCOMPARE(m_empty->steps()->front().what, text("Import of t.csv"));
    const Imported second = planned(bytes);
    QCOMPARE(second.plan.count(RowVerdict::New) + second.plan.count(RowVerdict::Update), 0);
    QVERIFY(save(second)->change.events.empty());
}

void TestImportPlan::updateKeepsWhatTheTableDoesNotSay()
{
    Event stored = anyEvent(QStringLiteral("mine"));
    QVERIFY(m_empty->addEvents({&stored, 1}, shippedGazetteer(), stamp()));
    const QByteArray url = stored.sources[0].url.toUtf8();
    const Imported imported =
        planned("id,title,date,country,status,summary,sources\nmine,A new title,2019,TW,lifted,,\"" + url +
                "; https://example.org/new\"\n");
    QCOMPARE(shown(imported.plan), text("update TW 2019 procurement_ban Any product of a named adversary"));
    QVERIFY(save(imported));
    const Event after = *m_empty->event(*m_empty->idOf(QStringLiteral("mine")));
    stored.title = QStringLiteral("A new title");
    stored.status = QStringLiteral("lifted");
    stored.sources.push_back({QStringLiteral("example.org"), {}, QStringLiteral("https://example.org/new")});
    QCOMPARE(after.revision, 2);
    QVERIFY(sameContent(after, stored));
}

void TestImportPlan::likelyTwinsAreSetAside()
{
    QVERIFY(m_empty->addEvents(shippedEvents(), shippedGazetteer(), stamp()));
    const Imported imported =
        planned("Country,Date,App,Measure\nTaiwan,2025-02-01,DeepSeek,Ban on official devices\n"
                "Taiwan,2025-02-01,DeepSeek,Fine\nTaiwan,2021-02-01,DeepSeek,Fine\n");
    QCOMPARE(shown(imported.plan),
             text("duplicate TW 2025-02-01 device_ban DeepSeek\nnew TW 2025-02-01 fine DeepSeek\n"
                  "new TW 2021-02-01 fine DeepSeek"));
    QVERIFY(m_empty->idOf(imported.plan.rows[0].twin));
    QCOMPARE(changesOf(imported.plan, Duplicates::SetAside).size(), 2U);
    QCOMPARE(changesOf(imported.plan, Duplicates::Add).size(), 3U);
}

void TestImportPlan::rejectsAreMendedAndImported()
{
    const Imported imported = planned("Country;Date;App;Note\nItaly;2025-01-30;DeepSeek;fine\n"
                                      "Itly;2025-01-31;DeepSeek;\"-1, \"\"no\"\"\"\n");
    QByteArray rejects = rejectedRows(imported.table, *imported.sheet, imported.plan, Duplicates::SetAside);
    QVERIFY2(rejects.startsWith(
                 "Country,Date,App,Note,import_error\nItly,2025-01-31,DeepSeek,\"'-1, \"\"no\"\"\","),
             rejects.constData());
    const Imported again = planned(rejects);
    QCOMPARE(again.plan.count(RowVerdict::Error), 1);
    const QByteArray twice = rejectedRows(again.table, *again.sheet, again.plan, Duplicates::SetAside);
    QCOMPARE(twice, rejects); // one column of reasons, not two
    const Imported mended = planned(rejects.replace("Itly,", "Italy,"));
    QCOMPARE(shown(mended.plan), text("new IT 2025-01-31 ? DeepSeek"));
    QCOMPARE(mended.plan.rows[0].change.after->note, text("-1, \"no\""));
}

void TestImportPlan::mappingIsReadBack()
{
    ImportMapping mapping;
    mapping.sheet = QStringLiteral("Bans");
    mapping.columns = {{QStringLiteral("Land"), ImportTarget::Place, {}},
                       {QStringLiteral("TikTok?"), ImportTarget::PlatformFlag, QStringLiteral("TikTok")}};
    mapping.dateOrder = DateOrder::MonthDayYear;
    mapping.defaults[ImportTarget::Platforms] = QStringLiteral("DeepSeek");
    mapping.values[ImportTarget::Measure] = {
        {QStringLiteral("Full \"ban\""), QStringLiteral("national_block")}, {QStringLiteral("?"), QString()}};
    const QByteArray json =
        mappingToJson(mapping, std::vector{TextMeaning{ImportTarget::Scope, QStringLiteral("all"), {}, 3}});
    QVERIFY(json.contains("\"all\": null"));
    auto read = mappingFromJson(json, QStringLiteral("m.json"));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    read->values.erase(ImportTarget::Scope); // nothing was said of it
    QVERIFY(*read == mapping);
}

void TestImportPlan::badMappingIsTold_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("said");
    QTest::newRow("no JSON") << QByteArray("{") << QStringLiteral("m.json is no mapping");
    QTest::newRow("no field")
        << QByteArray("{\"interdict_mapping\": 1, \"columns\": [{\"column\": \"A\", \"field\": "
                      "\"colour\"}]}")
        << QStringLiteral("country");
    QTest::newRow("no order") << QByteArray(
                                     "{\"interdict_mapping\": 1, \"columns\": [], \"date_order\": \"dym\"}")
                              << QStringLiteral("dmy, mdy or ymd");
    QTest::newRow("no such default") << QByteArray(
                                            "{\"interdict_mapping\": 1, \"columns\": [], \"defaults\": "
                                            "{\"colour\": \"x\"}}")
                                     << QStringLiteral("colour");
}

void TestImportPlan::badMappingIsTold()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, said);
    const auto read = mappingFromJson(json, QStringLiteral("m.json"));
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(said), qPrintable(read.error().message));
}

void TestImportPlan::valuesAreMappedBySaying()
{
    const QByteArray bytes = "Country,Date,App,Measure\nAtlantis,2025-01-30,Foo,Frobnicated\n";
    ImportMapping mapping = planned(bytes).mapping;
    mapping.values[ImportTarget::Place][QStringLiteral("Atlantis")] = QStringLiteral("IT");
    mapping.values[ImportTarget::Platforms][QStringLiteral("foo")] = QStringLiteral("Grok; DeepSeek");
    mapping.values[ImportTarget::Measure][QStringLiteral("Frobnicated")] = QString();
    QCOMPARE(shown(planned(bytes, QStringLiteral("t.csv"), mapping).plan),
             text("new IT 2025-01-30 ? Grok,DeepSeek"));
}

void TestImportPlan::dateTexts_data()
{
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* found, const char* expected) { QTest::newRow(found) << text(expected); };
    row("2025-01-30T12:00:00Z", "2025-01-30");
    row("2025-01-30 00:00", "2025-01-30");
    row("2025/1/5", "2025-01-05");
    row("20250130", "2025-01-30");
    row("2025年1月", "2025-01");
    row("30.1.25", "2025-01-30");
    row("Thursday, January 30th, 2025", "2025-01-30");
    row("since 30 Jan 2025", "2025-01-30");
    row("early 2025", "2025");
    row("Q1 2025", "2025-Q1");
    row("30 janvier 2025", "2025-01-30");
    row("30. Januar 2025", "2025-01-30");
    row("30 gennaio 2025", "2025-01-30");
    row("45687.5", "2025-01-30");
    row("31/01/2025", "2025-01-31");
}

void TestImportPlan::dateTexts()
{
    QFETCH(QString, expected);
    const ImportMapping nothingSaid;
    ValueReader reader(shippedVocabulary(), shippedGazetteer(), nothingSaid);
    const DateReading reading = reader.date(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY2(reading.date, qPrintable(reading.problem));
    QCOMPARE(reading.date->text(), expected);
}

void TestImportPlan::cancelled()
{
    const Imported imported = planned("Country,Date\nItaly,2025-01-30\nFrance,2025-01-30\n");
    const auto plan = planImport(imported.table, *imported.sheet, imported.mapping,
                                 {*m_empty, shippedGazetteer(), today}, [](double) { return false; });
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, Error::Kind::Cancelled);
    const auto saved = runImport(*m_empty, shippedGazetteer(), imported.plan, Duplicates::SetAside, stamp(),
                                 [](double) { return false; });
    QVERIFY(!saved);
    QVERIFY(!m_empty->idOf(imported.plan.rows[0].change.uid()));
}

QTEST_GUILESS_MAIN(TestImportPlan)
#include "tst_importplan.moc"
