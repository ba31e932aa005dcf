// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The record as JSON Lines, CSV and workbook: what was written is read back, by the program's own readers.
#include "model/exchange/recordexport.h"

#include "model/exchange/celltext.h"
#include "model/exchange/datadictionary.h"
#include "model/exchange/import/importplan.h"
#include "model/exchange/import/mappingguess.h"
#include "model/exchange/import/tableparts.h"
#include "model/exchange/table.h"
#include "tests/support/recordparts.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace interdict;

namespace {

RecordPart partOf(const std::vector<Event>& events)
{
    RecordPart part = test::partOf(events);
    std::vector<Platform> platforms = part.vocabulary.platforms();
    platforms.back().colour = QStringLiteral("#123456");
    part.vocabulary.setPlatforms(platforms);
    part.origin = {QStringLiteral("A record"),
                   QStringLiteral("record.interdict"),
                   QStringLiteral("platform:DeepSeek"),
                   {QStringLiteral("Platform: DeepSeek")},
                   QStringLiteral("those that the filter finds"),
                   events.size() + 7,
                   dayOf(2026, 11, 24),
                   QStringLiteral("interdict 1.2.3")};
    return part;
}

QByteArray written(const std::vector<Event>& events, RecordFormat format)
{
    return test::bytesOf(partOf(events), format);
}

ImportTable readBack(const std::vector<Event>& events, RecordFormat format)
{
    const QString name = format == RecordFormat::Csv ? QStringLiteral("out.csv") : QStringLiteral("out.xlsx");
    auto table = readTable(written(events, format), name);
    if (!table)
        qFatal("%s", qPrintable(table.error().message));
    return std::move(*table);
}

const TableSheet& sheet(const ImportTable& table, const char* name)
{
    const auto it = std::find_if(table.sheets.begin(), table.sheets.end(),
                                 [name](const TableSheet& s) { return s.name == QLatin1String(name); });
    if (it == table.sheets.end())
        qFatal("no sheet %s", name);
    return *it;
}

QString cell(const TableSheet& sheet, std::size_t row, const char* column)
{
    return sheet.rows[row].cells.value(sheet.header.indexOf(QLatin1String(column)));
}

std::vector<Source> sourcesIn(const TableSheet& sheet, std::size_t row)
{
    const auto parts = [&](const char* column) { return cellValues(cell(sheet, row, column)); };
    const QStringList urls = parts("sources"), titles = parts("source_titles"),
                      publishers = parts("source_publishers"), dates = parts("source_dates"),
                      kinds = parts("source_kinds"), archived = parts("source_archived_urls");
    std::vector<Source> sources;
    for (qsizetype i = 0; i < std::max(urls.size(), titles.size()); ++i)
        sources.push_back({titles.value(i), publishers.value(i), urls.value(i),
                           PartialDate::parse(dates.value(i)), kinds.value(i), archived.value(i)});
    return sources;
}

// Texts that tables find hard.
Event hardEvent()
{
    Event event = anyEvent(QStringLiteral("hard"));
    event.title = QStringLiteral("=HYPERLINK(\"https://example.org\";\"click\"), or not");
    event.authority = QStringLiteral("@agency; of \"all\" things");
    event.summary = QStringLiteral("Two\nlines, a comma and 中文 \U0001F5FA");
    event.note = QStringLiteral("-1+2");
    event.start = *PartialDate::ofQuarter(2025, 1);
    event.end = PartialDate::ofDay(2025, 3, 31);
    event.sources = {{QStringLiteral("A; B \\ C | D"), {}, QStringLiteral("https://example.org/a?b=1;c=2#d")},
                     {QStringLiteral("+1"),
                      QStringLiteral("Gazette"),
                      {},
                      PartialDate::ofMonth(2025, 2),
                      QStringLiteral("law"),
                      QStringLiteral("https://archive.example.org/1")}};
    event.relations = {{QStringLiteral("other"), QStringLiteral("follows")}};
    return event;
}

} // namespace

class RecordExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonLinesAreTheSource();
    void guard_data();
    void guard();
    void listsInACell_data();
    void listsInACell();
    void tablesReadBack_data();
    void tablesReadBack();
    void importedAgainChangesNothing_data();
    void importedAgainChangesNothing();
    void csvIsQuotedAndHarmless();
    void workbookHasRealDates();
    void workbookHasItsTables();
    void workbookSaysWhereItIsFrom();
    void workbookKeepsWithinACell();
    void sameInputSameBytes_data();
    void sameInputSameBytes();
    void dictionaryExplainsEveryColumn();
    void formatByEnding();
    void failureLeavesTheFile();
    void workbookIsAlwaysXml();
    void cancelLeavesTheFile();
};

void RecordExportTest::jsonLinesAreTheSource()
{
    const QByteArray source = shippedSource("events.jsonl");
    QCOMPARE(written(shippedEvents(), RecordFormat::JsonLines).split('\n'), source.split('\n'));
    const Event hard = hardEvent();
    Event related = anyEvent(QStringLiteral("other"));
    const std::vector<Event> events{hard, related};
    QCOMPARE(*readEvents(written(events, RecordFormat::JsonLines), QStringLiteral("out.jsonl"),
                         shippedVocabulary(), shippedGazetteer()),
             events);
}

void RecordExportTest::guard_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cell");
    QTest::newRow("equals") << "=1+1"
                            << "'=1+1";
    QTest::newRow("plus") << "+1"
                          << "'+1";
    QTest::newRow("minus") << "-"
                           << "'-";
    QTest::newRow("at") << "@SUM(A1)"
                        << "'@SUM(A1)";
    QTest::newRow("tab") << "\t=1"
                         << "'\t=1";
    QTest::newRow("return") << "\r=1"
                            << "'\r=1";
    QTest::newRow("line end") << "\n=1"
                              << "'\n=1";
    QTest::newRow("wide") << QStringLiteral("\uFF1D1") << QStringLiteral("'\uFF1D1");
    QTest::newRow("was guarded already") << "'=1"
                                         << "''=1";
    QTest::newRow("an apostrophe of its own") << "'tis"
                                              << "'tis";
    QTest::newRow("apostrophes alone") << "''"
                                       << "''";
    QTest::newRow("inside") << "a=b"
                            << "a=b";
    QTest::newRow("a space before") << " =1"
                                    << " =1";
    QTest::newRow("nothing") << ""
                             << "";
}

void RecordExportTest::guard()
{
    QFETCH(QString, text);
    QFETCH(QString, cell);
    QCOMPARE(withFormulaGuard(text), cell);
    QCOMPARE(withoutFormulaGuard(cell), text);
}

void RecordExportTest::listsInACell_data()
{
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QString>("cell");
    QTest::newRow("none") << QStringList() << "";
    QTest::newRow("one") << QStringList{"a"} << "a";
    QTest::newRow("several") << QStringList{"a", "b c", "d"} << "a; b c; d";
    QTest::newRow("an empty one first") << QStringList{"", "b"} << "; b";
    QTest::newRow("an empty one last") << QStringList{"a", ""} << "a; ";
    QTest::newRow("the divider within") << QStringList{"a;b", "c"} << "a\\;b; c";
    QTest::newRow("its sign within") << QStringList{"a\\", "b"} << "a\\\\; b";
    QTest::newRow("a path") << QStringList{"C:\\x"} << "C:\\\\x";
}

void RecordExportTest::listsInACell()
{
    QFETCH(QStringList, values);
    QFETCH(QString, cell);
    QCOMPARE(joinedCell(values), cell);
    QCOMPARE(cellValues(cell), values);
}

void RecordExportTest::tablesReadBack_data()
{
    QTest::addColumn<RecordFormat>("format");
    QTest::newRow("CSV") << RecordFormat::Csv;
    QTest::newRow("workbook") << RecordFormat::Xlsx;
}

void RecordExportTest::tablesReadBack()
{
    QFETCH(RecordFormat, format);
    std::vector<Event> events = shippedEvents();
    events.push_back(hardEvent());
    const ImportTable table = readBack(events, format);
    const TableSheet& read = table.sheets.front();
    QCOMPARE(read.rows.size(), events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Event& event = events[i];
        QCOMPARE(cell(read, i, "id"), event.uid);
        QCOMPARE(cell(read, i, "title"), event.title);
        QCOMPARE(cell(read, i, "date"), event.start.text());
        QCOMPARE(cell(read, i, "end_date"), event.end ? event.end->text() : QString());
        QCOMPARE(cell(read, i, "authority"), event.authority);
        QCOMPARE(cell(read, i, "summary"), event.summary);
        QCOMPARE(cell(read, i, "note"), event.note);
        QCOMPARE(cellValues(cell(read, i, "platforms")), event.platforms);
        QCOMPARE(cellValues(cell(read, i, "concerns")), event.concerns);
        QCOMPARE(cellValues(cell(read, i, "related")).size(), static_cast<qsizetype>(event.relations.size()));
        QCOMPARE(sourcesIn(read, i), event.sources);
    }
}

void RecordExportTest::importedAgainChangesNothing_data()
{
    tablesReadBack_data();
}

// Without being told anything: columns, divided cells and dates are known.
void RecordExportTest::importedAgainChangesNothing()
{
    QFETCH(RecordFormat, format);
    QTemporaryDir folder;
    const DataSet dataSet = openShipped(folder.path());
    const ImportTable table = readBack(shippedEvents(), format);
    const TableSheet& events = table.sheets.front();
    const auto plan =
        planImport(table, events, guessMapping(table, events, shippedVocabulary(), shippedGazetteer()),
                   {dataSet, shippedGazetteer(), dayOf(2026, 11, 24)});
    QVERIFY(plan);
    QCOMPARE(plan->rows.size(), shippedEvents().size());
    for (const PlannedRow& row : plan->rows)
        QVERIFY2(row.verdict == RowVerdict::Unchanged,
                 qPrintable(events.rows[row.row].cells.join(QStringLiteral(" / "))));
}

void RecordExportTest::csvIsQuotedAndHarmless()
{
    const QByteArray csv = written({hardEvent()}, RecordFormat::Csv);
    QVERIFY2(csv.contains("hard,\"'=HYPERLINK(\"\"https://example.org\"\";\"\"click\"\"), or not\",2025-Q1,"
                          "2025-03-31,"),
             csv.constData());
    QVERIFY(csv.contains("\"'@agency; of \"\"all\"\" things\""));
    QVERIFY(csv.endsWith(",'-1+2,published\n"));
}

void RecordExportTest::workbookHasRealDates()
{
    const ImportTable table = readBack({hardEvent()}, RecordFormat::Xlsx);
    const TableSheet& events = sheet(table, "Events");
    QCOMPARE(cell(events, 0, "date"), QStringLiteral("2025-Q1"));
    QCOMPARE(cell(events, 0, "date_day"), QString());
    QCOMPARE(cell(events, 0, "end_date_day"), QStringLiteral("2025-03-31")); // by its number format
    QVERIFY(!written({hardEvent()}, RecordFormat::Xlsx).isEmpty());
}

void RecordExportTest::workbookHasItsTables()
{
    const ImportTable table = readBack({hardEvent()}, RecordFormat::Xlsx);
    const TableSheet& sources = sheet(table, "Sources");
    QCOMPARE(sources.rows.size(), std::size_t(2));
    QCOMPARE(cell(sources, 0, "url"), QStringLiteral("https://example.org/a?b=1;c=2#d"));
    QCOMPARE(cell(sources, 1, "event"), QStringLiteral("hard"));
    QCOMPARE(cell(sources, 1, "title"), QStringLiteral("+1"));
    QCOMPARE(cell(sources, 1, "date"), QStringLiteral("2025-02"));
    QCOMPARE(cell(sources, 1, "archived_url"), QStringLiteral("https://archive.example.org/1"));
    const TableSheet& relations = sheet(table, "Relations");
    QCOMPARE(relations.rows.front().cells,
             (QStringList{QStringLiteral("hard"), QStringLiteral("follows"), QStringLiteral("other")}));
    const TableSheet& words = sheet(table, "Vocabulary");
    std::size_t terms = shippedVocabulary().platforms().size();
    for (int kind = 0; kind < termKindCount; ++kind)
        terms += shippedVocabulary().terms(static_cast<TermKind>(kind)).size();
    QCOMPARE(words.rows.size(), terms);
    QCOMPARE(cell(words, 0, "code"), QStringLiteral("national_block"));
    QCOMPARE(cell(words, 0, "severity"), QStringLiteral("5"));
    QCOMPARE(cell(words, 0, "colour"), QString());
    QCOMPARE(cell(words, terms - 1, "colour"), QStringLiteral("#123456"));
}

void RecordExportTest::workbookSaysWhereItIsFrom()
{
    const ImportTable table = readBack({hardEvent()}, RecordFormat::Xlsx);
    QStringList lines{sheet(table, "About").header.join(QStringLiteral(": "))};
    for (const TableRow& row : sheet(table, "About").rows)
        lines << row.cells.join(QStringLiteral(": "));
    for (const char* line : {"Data set: A record", "File: record.interdict",
                             "Events: 1 of 8: those that the filter finds", "Filter: platform:DeepSeek",
                             "Platform: DeepSeek", "Exported on: 2026-11-24", "Program: interdict 1.2.3"})
        QVERIFY2(lines.join(u'\n').contains(QLatin1String(line)), qPrintable(lines.join(u'\n')));
}

void RecordExportTest::workbookKeepsWithinACell()
{
    Event event = anyEvent(QStringLiteral("long"));
    event.summary = QString(40000, u'x');
    event.note = QString(32767, u'y');
    event.sources = {
        {QStringLiteral("Far"), {}, QStringLiteral("https://example.org/") + QString(3000, u'z')}};
    const ImportTable table = readBack({event}, RecordFormat::Xlsx);
    const TableSheet& events = sheet(table, "Events");
    QCOMPARE(cell(events, 0, "summary"), QString(32766, u'x') + u'…');
    QCOMPARE(cell(events, 0, "note"), event.note);
    QCOMPARE(cell(sheet(table, "Sources"), 0, "url"), event.sources.front().url);
    const TableSheet& about = sheet(table, "About");
    QVERIFY(about.rows.back().cells.join(u' ').startsWith(QLatin1String("Shortened texts 1,")));
}

void RecordExportTest::sameInputSameBytes_data()
{
    QTest::addColumn<RecordFormat>("format");
    for (const RecordFormatInfo& info : recordFormats())
        QTest::newRow(info.ending) << info.format;
}

void RecordExportTest::sameInputSameBytes()
{
    QFETCH(RecordFormat, format);
    const QByteArray first = written(shippedEvents(), format);
    QVERIFY(written(shippedEvents(), format) == first);
    QVERIFY(first.size() > 50000);
}

void RecordExportTest::dictionaryExplainsEveryColumn()
{
    const RawRows rows = splitText(QString::fromUtf8(dictionaryToCsv(shippedVocabulary())), u',');
    const QStringList header = QString::fromUtf8(csvHeader()).trimmed().split(u',');
    QCOMPARE(rows.front().cells, dictionaryHeader());
    QCOMPARE(rows.size(), static_cast<std::size_t>(header.size() + 1));
    for (qsizetype i = 0; i < header.size(); ++i) {
        const QStringList cells = rows[static_cast<std::size_t>(i + 1)].cells;
        QCOMPARE(cells[1], header[i]);
        QVERIFY(!cells[4].isEmpty());
        if (cells[1] == QLatin1String("measure"))
            QVERIFY(cells[5].startsWith(QLatin1String("national_block = National block; ")));
    }
    // The import takes the row of a field called "title" for a header, so the rows before it are no rows.
    const ImportTable book = readBack({hardEvent()}, RecordFormat::Xlsx);
    const TableSheet& fields = sheet(book, "Fields");
    QCOMPARE(fields.rows.back().number, static_cast<int>(workbookDictionary(shippedVocabulary()).size() + 1));
}

void RecordExportTest::formatByEnding()
{
    QCOMPARE(recordFormatOf(QStringLiteral("/a/b.JSONL")), RecordFormat::JsonLines);
    QCOMPARE(recordFormatOf(QStringLiteral("b.csv")), RecordFormat::Csv);
    QCOMPARE(recordFormatOf(QStringLiteral("b.csv.xlsx")), RecordFormat::Xlsx);
    QVERIFY(!recordFormatOf(QStringLiteral("csv")));
    QVERIFY(!recordFormatOf(QStringLiteral("b.txt")));
}

void RecordExportTest::failureLeavesTheFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("out.csv"));
    writeFile(path, "what was there");
    RecordPart part = partOf(shippedEvents());
    const auto good = part.read;
    part.read = [good](std::span<const std::int64_t> ids) -> Result<std::vector<Event>> {
        return ids.front() == 0 ? good(ids.first(1)) : failure(Error::Kind::Damaged, QStringLiteral("torn"));
    };
    part.ids.resize(399 * 3, 1); // a second page, which cannot be read
    QCOMPARE(exportRecord(part, RecordFormat::Csv, path).error().message, QStringLiteral("torn"));
    QCOMPARE(fileBytes(path), QByteArray("what was there"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("out.csv")});
    const auto nowhere =
        exportRecord(partOf(shippedEvents()), RecordFormat::Csv, QStringLiteral("/no/such/folder/out.csv"));
    QCOMPARE(nowhere.error().kind, Error::Kind::NoAccess);
    QVERIFY(nowhere.error().message.startsWith(QLatin1String("/no/such/folder/out.csv cannot be written: ")));
}

// XML has no such characters: a workbook that held them could not be opened.
void RecordExportTest::workbookIsAlwaysXml()
{
    Event event = anyEvent(QStringLiteral("odd"));
    event.title =
        QStringLiteral("a") + QChar(0xFFFE) + QStringLiteral("b") + QChar(0xFFFF) + QStringLiteral("c");
    const ImportTable table = readBack({event}, RecordFormat::Xlsx);
    QCOMPARE(cell(table.sheets.front(), 0, "title"), QStringLiteral("a\uFFFDb\uFFFDc"));
}

void RecordExportTest::cancelLeavesTheFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("out.xlsx"));
    writeFile(path, "what was there");
    const auto stop = [](double) { return false; };
    const auto done = exportRecord(partOf(shippedEvents()), RecordFormat::Xlsx, path, stop);
    QCOMPARE(done.error().kind, Error::Kind::Cancelled);
    QCOMPARE(fileBytes(path), QByteArray("what was there"));
}

QTEST_APPLESS_MAIN(RecordExportTest)
#include "tst_recordexport.moc"
