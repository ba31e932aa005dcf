// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers behind figures as CSV and as workbooks; files that are written all or none.
#include "model/exchange/import/tablereader.h"
#include "model/exchange/numbertable.h"
#include "model/exchange/stagedfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace interdict;

namespace {

const double none = std::nan("");

NumberTable platforms()
{
    return {
        QStringLiteral("Platforms"),
        {QStringLiteral("Platform"), QStringLiteral("Events"), QStringLiteral("Share")},
        {{QStringLiteral("DeepSeek, web"), 131.0, 0.328320802005}, {QStringLiteral("=cmd()"), -3.0, none}}};
}

NumberTable regions()
{
    return {QStringLiteral("Regions: all/[some]"),
            {QStringLiteral("Region"), QStringLiteral("Events")},
            {{QStringLiteral("Asia"), 70.0}}};
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class NumberTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsReadAsTheyStand_data();
    void cellsReadAsTheyStand();
    void csvOfOneTable();
    void csvOfSeveralTables();
    void workbookReadsBack();
    void workbookKeepsItsSheetsApart();
    void workbookHoldsNumbersAsNumbers();
    void workbookIsTheSameEachTime();
    void emptyTablesAreTables();
    void stagedFilesComeTogether();
    void stagedFilesGoTogether();
    void leavesNothingUncommitted();
};

void NumberTableTest::cellsReadAsTheyStand_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole") << 131.0 << QStringLiteral("131");
    QTest::newRow("below zero") << -3.0 << QStringLiteral("-3");
    QTest::newRow("zero") << -0.0 << QStringLiteral("0");
    QTest::newRow("fraction") << 0.1 << QStringLiteral("0.1");
    QTest::newRow("large") << 1e15 << QStringLiteral("1000000000000000");
    QTest::newRow("none") << none << QString();
    QTest::newRow("without end") << HUGE_VAL << QString();
}

void NumberTableTest::cellsReadAsTheyStand()
{
    QFETCH(double, number);
    QTEST(cellText(number), "text");
}

void NumberTableTest::csvOfOneTable()
{
    QCOMPARE(*numbersToCsv(std::vector{platforms()}), QByteArray("Platform,Events,Share\n"
                                                                 "\"DeepSeek, web\",131,0.328320802005\n"
                                                                 "'=cmd(),-3,\n"));
}

void NumberTableTest::csvOfSeveralTables()
{
    QCOMPARE(*numbersToCsv(std::vector{platforms(), regions()}),
             QByteArray("Panel,Platform,Events,Share,Region\n"
                        "Platforms,\"DeepSeek, web\",131,0.328320802005,\n"
                        "Platforms,'=cmd(),-3,,\n"
                        "Regions: all/[some],,70,,Asia\n"));
}

void NumberTableTest::workbookReadsBack()
{
    const std::vector tables{platforms(), regions()};
    const auto bytes = numbersToXlsx(
        tables, {QStringLiteral("Figure"), {{QStringLiteral("Filter"), QStringLiteral("=x")}}, 20000});
    QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().detail));
    TableOptions options;
    options.headerRow = 1;
    const auto read = readTable(*bytes, QStringLiteral("n.xlsx"), options);
    QVERIFY(read);
    QCOMPARE(read->sheets.size(), std::size_t(3));
    QCOMPARE(read->sheets[0].name, QStringLiteral("Platforms"));
    QCOMPARE(read->sheets[0].header, tables[0].headers);
    QCOMPARE(read->sheets[0].rows.size(), std::size_t(2));
    QCOMPARE(read->sheets[0].rows[1].cells.value(0), QStringLiteral("=cmd()"));
    QCOMPARE(read->sheets[1].name, QStringLiteral("Regions all some"));
    QCOMPARE(read->sheets[2].name, QStringLiteral("About"));
    QCOMPARE(read->sheets[2].rows[0].cells, (QStringList{QStringLiteral("Filter"), QStringLiteral("=x")}));
}

void NumberTableTest::workbookKeepsItsSheetsApart()
{
    std::vector<NumberTable> tables(4, regions());
    tables[0].title = QStringLiteral("A title that is much longer than a sheet's name can be");
    tables[1].title = QStringLiteral("A TITLE that is much longer than a sheet's name may be");
    tables[2].title = QStringLiteral("about");
    tables[3].title = QStringLiteral("'");
    const auto bytes = numbersToXlsx(tables, {});
    QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().detail));
    const auto read = readTable(*bytes, QStringLiteral("n.xlsx"));
    QStringList names;
    for (const TableSheet& sheet : read->sheets)
        names << sheet.name;
    for (const char* name :
         {"A title that is much longer tha", "A TITLE that is much longer t 2", "about", "Numbers"})
        QVERIFY2(names.contains(QLatin1String(name)), qPrintable(names.join(u'|')));
}

void NumberTableTest::workbookHoldsNumbersAsNumbers()
{
    const auto bytes = numbersToXlsx(std::vector{platforms()}, {});
    QVERIFY(bytes);
    TableOptions options;
    options.headerRow = 1;
    const auto read = readTable(*bytes, QStringLiteral("n.xlsx"), options);
    QCOMPARE(read->sheets[0].rows[0].cells.value(1), QStringLiteral("131"));
    QVERIFY(std::abs(read->sheets[0].rows[0].cells.value(2).toDouble() - 0.328320802005) < 1e-12);
    QCOMPARE(read->sheets[0].rows[1].cells.value(2), QString());
}

void NumberTableTest::workbookIsTheSameEachTime()
{
    const auto first = numbersToXlsx(std::vector{platforms()}, {});
    QTest::qWait(2100); // a zip file's two seconds
    QCOMPARE(*numbersToXlsx(std::vector{platforms()}, {}), *first);
}

void NumberTableTest::emptyTablesAreTables()
{
    NumberTable empty = regions();
    empty.rows.clear();
    QCOMPARE(*numbersToCsv(std::vector{empty}), QByteArray("Region,Events\n"));
    for (const auto& tables : {std::vector{empty}, std::vector<NumberTable>{}}) {
        const auto bytes = numbersToXlsx(tables, {{}, {{QStringLiteral("Filter"), QStringLiteral("none")}}});
        QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().detail));
    }
}

void NumberTableTest::stagedFilesComeTogether()
{
    const QTemporaryDir folder;
    StagedFiles files;
    QVERIFY(files.add(folder.filePath(QStringLiteral("a")), "one"));
    QVERIFY(files.add(folder.filePath(QStringLiteral("b")), "two"));
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("a"))));
    QCOMPARE(files.commit()->size(), 2);
    QCOMPARE(bytesOf(folder.filePath(QStringLiteral("b"))), QByteArray("two"));
}

void NumberTableTest::stagedFilesGoTogether()
{
    const QTemporaryDir folder;
    const auto path = [&folder](const char* name) { return folder.filePath(QLatin1String(name)); };
    QFile old(path("old"));
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("before") == 6);
    old.close();
    StagedFiles files;
    for (const char* name : {"new", "old", "later"})
        QVERIFY(files.add(path(name), "after"));
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("later"))); // between staging and renaming
    const auto done = files.commit();
    QVERIFY(!done);
    QVERIFY2(done.error().message.contains(QDir::toNativeSeparators(path("later"))),
             qPrintable(done.error().message));
    QCOMPARE(bytesOf(path("old")), QByteArray("before"));
    QVERIFY(!QFile::exists(path("new")));
}

void NumberTableTest::leavesNothingUncommitted()
{
    const QTemporaryDir folder;
    {
        StagedFiles files;
        QVERIFY(files.add(folder.filePath(QStringLiteral("a")), "one"));
        const auto missing = files.add(folder.filePath(QStringLiteral("none/b")), "two");
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, Error::Kind::NotFound);
    }
    QVERIFY(QDir(folder.path()).isEmpty());
}

QTEST_MAIN(NumberTableTest)
#include "tst_numbertable.moc"
