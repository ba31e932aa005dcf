// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of many makes, read as texts.
#include "model/exchange/import/tableparts.h"

#include <QtTest>

using namespace interdict;

namespace {

QString dataFile(const char* name)
{
    return QStringLiteral(INTERDICT_SOURCE_DIR "/tests/model/data/") + QLatin1String(name);
}

// "3: a|b" a line; a row with a problem begins with "!".
QString shown(const TableSheet& sheet)
{
    QStringList lines{QStringLiteral("%1= %2").arg(sheet.headerRow).arg(sheet.header.join(u'|'))};
    for (const TableRow& row : sheet.rows)
        lines << QStringLiteral("%1%2: %3")
                     .arg(row.problem.isEmpty() ? QString() : QStringLiteral("!"))
                     .arg(row.number)
                     .arg(QString(row.cells.join(u'|')).replace(u'\n', QStringLiteral("\\n")));
    return lines.join(u'\n');
}

QString shown(const Result<ImportTable>& table, std::size_t sheet = 0)
{
    return table ? shown(table->sheets.at(sheet)) : QStringLiteral("error: ") + table.error().message;
}

} // namespace

class TestImportTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textOfManyMakes_data();
    void textOfManyMakes();
    void encodings_data();
    void encodings();
    void badRowsAreToldAndTheRestIsRead();
    void workbookWithTitlesAndDates();
    void openDocument();
    void whatCannotBeRead_data();
    void whatCannotBeRead();
};

void TestImportTable::textOfManyMakes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* bytes, const char* expected) {
        QTest::newRow(name) << QByteArray(bytes) << QString::fromUtf8(expected);
    };
    row("commas", "Country,Date\nItaly,2025-01-30\n", "1= Country|Date\n2: Italy|2025-01-30");
    row("no line end at the end", "Country,Date\nItaly,2025", "1= Country|Date\n2: Italy|2025");
    row("DOS", "Country,Date\r\nItaly,2025\r\n", "1= Country|Date\n2: Italy|2025");
    row("old Mac", "Country,Date\rItaly,2025\r", "1= Country|Date\n2: Italy|2025");
    row("semicolons around commas", "Land;Grund\nItalien;\"a, b\"\nIrland;c, d\n",
        "1= Land|Grund\n2: Italien|a, b\n3: Irland|c, d");
    row("tabs and quotes", "Country\tDate\n\"Italy\"\t\"2025\"\n", "1= Country|Date\n2: Italy|2025");
    row("bars", "Country|Date\nItaly|2025\n", "1= Country|Date\n2: Italy|2025");
    row("a line end in a cell", "Country,Note\nItaly,\"one\ntwo\"\nIreland,three\n",
        "1= Country|Note\n2: Italy|one\\ntwo\n4: Ireland|three");
    row("quotes in quotes", "Country,Note\nItaly,\"says \"\"no\"\"\"\n",
        "1= Country|Note\n2: Italy|says \"no\"");
    row("quotes within a cell", "Country,Note\nItaly,the 5\" screen\n",
        "1= Country|Note\n2: Italy|the 5\" screen");
    row("title rows", "Bans of AI apps,,\n,,\nCountry,Date,App\nItaly,2025,DeepSeek\n",
        "3= Country|Date|App\n4: Italy|2025|DeepSeek");
    row("empty rows", "Country,Date\n\n,\nItaly,2025\n", "1= Country|Date\n4: Italy|2025");
    row("no header", "Italy,2025-01-30,https://a.org\nIreland,2025-02-01,https://b.org\n",
        "0= Column 1|Column 2|Column 3\n1: Italy|2025-01-30|https://a.org\n2: "
        "Ireland|2025-02-01|https://b.org");
    row("a column without a name", "Country,,Date\nItaly,x,2025\n",
        "1= Country|Column 2|Date\n2: Italy|x|2025");
    row("guarded formulas", "Country,Note\nItaly,'=SUM(A1)\nIreland,'tis\n",
        "1= Country|Note\n2: Italy|=SUM(A1)\n3: Ireland|'tis");
    row("one column", "Country\nItaly\n", "1= Country\n2: Italy");
}

void TestImportTable::textOfManyMakes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    QCOMPARE(shown(readTable(bytes, QStringLiteral("t.csv"))), expected);
}

void TestImportTable::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    const QString text = QStringLiteral("Land;Grund\nÖsterreich;„Datenschutz“ €\n");
    QTest::newRow("UTF-8") << text.toUtf8() << QStringLiteral("UTF-8");
    QTest::newRow("UTF-8 with mark") << "\xEF\xBB\xBF" + text.toUtf8() << QStringLiteral("UTF-8");
    QByteArray little, big;
    for (const QChar c : text) {
        little += QByteArray{}.append(static_cast<char>(c.cell())).append(static_cast<char>(c.row()));
        big += QByteArray{}.append(static_cast<char>(c.row())).append(static_cast<char>(c.cell()));
    }
    QTest::newRow("UTF-16 with mark") << "\xFF\xFE" + little << QStringLiteral("UTF-16");
    QTest::newRow("UTF-16, other order") << "\xFE\xFF" + big << QStringLiteral("UTF-16");
    QTest::newRow("Windows-1252") << QByteArray("Land;Grund\n\xD6sterreich;\x84"
                                                "Datenschutz\x93 \x80\n")
                                  << QStringLiteral("Windows-1252");
}

void TestImportTable::encodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    const auto table = readTable(bytes, QStringLiteral("t.csv"));
    QCOMPARE(shown(table), QStringLiteral("1= Land|Grund\n2: Österreich|„Datenschutz“ €"));
    QCOMPARE(table->encoding, encoding);
    QCOMPARE(table->delimiter, QChar(u';'));
}

void TestImportTable::badRowsAreToldAndTheRestIsRead()
{
    const auto table = readTable(QByteArray("Country,Date,App\nItaly,2025\nIreland,2025,DeepSeek,more\n"
                                            "\"Spain,2025,Grok\nFrance,2025,X\n"),
                                 QStringLiteral("t.csv"));
    QCOMPARE(shown(table),
             QStringLiteral("1= Country|Date|App\n!2: Italy|2025|\n!3: Ireland|2025|DeepSeek|more\n"
                            "!4: Spain,2025,Grok||\n5: France|2025|X"));
    const auto& rows = table->sheets[0].rows;
    QVERIFY2(rows[0].problem.contains(QLatin1String("2 cells")), qPrintable(rows[0].problem));
    QVERIFY2(rows[1].problem.contains(QLatin1String("4 cells")), qPrintable(rows[1].problem));
    QVERIFY2(rows[2].problem.contains(QLatin1String("line 4")), qPrintable(rows[2].problem));
}

void TestImportTable::workbookWithTitlesAndDates()
{
    const auto table = readTable(dataFile("bans.xlsx"));
    QVERIFY2(table, qPrintable(shown(table)));
    QCOMPARE(table->format, ImportTable::Format::Xlsx);
    QCOMPARE(table->sheets.size(), 2U);
    QCOMPARE(table->sheets[1].name, QStringLiteral("Bans"));
    QCOMPARE(shown(table, 1),
             QStringLiteral(
                 "4= Country|Effective date|DeepSeek|TikTok|Type of restriction|Applies to|Link\n"
                 "5: Italy|2025-01-30|x||National block|General public|https://www.garanteprivacy.it/1\n"
                 "6: Taiwan|2025-01-31|x|x|Ban on official devices|Government|https://example.org/tw\n"
                 "7: Korea, Republic of|2025-02-06|x||Ban on official "
                 "devices|Government|https://example.org/kr\n"
                 "8: Australia|2023-04-04||X|Ban on official "
                 "devices|Government|https://example.org/au-tiktok\n"
                 "9: Australia|2025-02-04|X||Ban on official "
                 "devices|Government|https://example.org/au-deepseek"));
}

void TestImportTable::openDocument()
{
    const auto table = readTable(dataFile("mesures.ods"));
    QVERIFY2(table, qPrintable(shown(table)));
    QCOMPARE(shown(table),
             QStringLiteral(
                 "1= Pays|Date d'effet|Application|Mesure|Motif|Lien\n"
                 "2: France|2023-03-24|TikTok|Ban on official devices|Cybersecurity|https://example.org/fr\n"
                 "3: Belgique|2023-03-10|TikTok|Ban on official devices|National security; Data "
                 "handling|https://example.org/be"));
}

void TestImportTable::whatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("remedy");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("a.csv") << QStringLiteral("a.csv has no rows");
    QTest::newRow("header alone") << QByteArray("Country,Date\n") << QStringLiteral("a.csv")
                                  << QStringLiteral("a.csv has no rows");
    QTest::newRow("broken workbook") << QByteArray("PK\x03\x04 nothing") << QStringLiteral("a.xlsx")
                                     << QStringLiteral("save it anew");
    QTest::newRow("old workbook") << QByteArray("\xD0\xCF\x11\xE0 nothing") << QStringLiteral("a.xls")
                                  << QStringLiteral("Save it as .xlsx");
    QTest::newRow("broken list") << QByteArray("[{\"a\": 1},") << QStringLiteral("a.json")
                                 << QStringLiteral("one object a line");
}

void TestImportTable::whatCannotBeRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QFETCH(QString, remedy);
    const auto table = readTable(bytes, name);
    QVERIFY(!table);
    QVERIFY2(table.error().message.contains(remedy), qPrintable(table.error().message));
}

QTEST_GUILESS_MAIN(TestImportTable)
#include "tst_importtable.moc"
