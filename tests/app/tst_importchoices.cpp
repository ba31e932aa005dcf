// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be chosen in the import dialog: how the file is read, what columns become; and that it is kept.
#include "tests/support/importwindow.h"

using namespace interdict;

class ImportChoicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsAreChosenByTyping();
    void mappingIsSavedAndReused();
    void sheetAndHeaderAreChosen();
    void encodingAndDelimiterAreChosen();
    void theRecordsOwnLinesNeedNoMapping();
    void whatIsMissingIsAsked();
};

void ImportChoicesTest::columnsAreChosenByTyping()
{
    test::ImportWindow w;
    ImportDialog& import = w.open("bans.csv", test::foreignBans);
    QTableView& columns = w.table("columns");
    QVERIFY(columns.isVisible());
    const auto choice = [&columns](int row) {
        return columns.model()->index(row, ColumnsModel::Becomes).data().toString();
    };
    const auto how = [&columns](int row) {
        return columns.model()->index(row, ColumnsModel::How).data().toString();
    };
    QCOMPARE(choice(0), QStringLiteral("Jurisdiction"));
    QCOMPARE(how(0), QStringLiteral("guessed"));
    w.choose(columns, 4, QStringLiteral("summ"));
    QCOMPARE(choice(4), QStringLiteral("Summary"));
    QCOMPARE(how(4), QStringLiteral("chosen"));
    // By keys alone: Enter opens, a platform's flag is found by its name.
    columns.setFocus();
    QTest::keyClick(&columns, Qt::Key_Return);
    QTRY_VERIFY(QApplication::activePopupWidget());
    test::type(QStringLiteral("grok"));
    test::press(Qt::Key_Return);
    w.waitForPlan();
    QCOMPARE(import.source().mapping.columns[4].target, ImportTarget::PlatformFlag);
    QCOMPARE(import.source().mapping.columns[4].platform, QStringLiteral("Grok"));
    // A field that holds one column is taken from the other; a letter opens the choice too.
    columns.setCurrentIndex(columns.model()->index(4, ColumnsModel::Name));
    QTest::keyClick(&columns, Qt::Key_J);
    QTRY_VERIFY(QApplication::activePopupWidget());
    test::type(QStringLiteral("uris"));
    test::press(Qt::Key_Return);
    w.waitForPlan();
    QCOMPARE(choice(4), QStringLiteral("Jurisdiction"));
    QCOMPARE(choice(0), QStringLiteral("Not imported"));
    // Escape changes nothing, and leaves the dialog open.
    QTest::keyClick(&columns, Qt::Key_Return);
    QTRY_VERIFY(QApplication::activePopupWidget());
    test::press(Qt::Key_Escape);
    test::press(Qt::Key_Escape);
    QCOMPARE(choice(4), QStringLiteral("Jurisdiction"));
    QVERIFY(import.isVisible());
}

void ImportChoicesTest::mappingIsSavedAndReused()
{
    test::ImportWindow w;
    w.open("bans.csv", test::foreignBans);
    w.chooseDateOrder(2);
    w.choose(w.table("columns"), 4, QStringLiteral("note"));
    QTest::keyClick(w.dialog(), Qt::Key_S, Qt::AltModifier);
    w.chooseFile(w.path("m.json"));
    QVERIFY(test::readFile(w.path("m.json")).contains("\"Frobnication\": null"));
    w.close(Qt::Key_Escape);
    ImportDialog& import = w.open("bans.csv", test::foreignBans);
    QVERIFY(!import.source().mapping.dateOrder);
    QTest::keyClick(&import, Qt::Key_M, Qt::AltModifier);
    w.chooseFile(w.path("m.json"));
    w.waitForPlan();
    QCOMPARE(import.source().mapping.dateOrder, DateOrder::MonthDayYear);
    QCOMPARE(import.source().mapping.columns[4].target, ImportTarget::Note);
    QCOMPARE(w.table("columns").model()->index(4, ColumnsModel::How).data().toString(),
             QStringLiteral("from m.json"));
}

void ImportChoicesTest::sheetAndHeaderAreChosen()
{
    test::ImportWindow w;
    ImportDialog& import = w.open(QStringLiteral(INTERDICT_SOURCE_DIR "/tests/model/data/bans.xlsx"));
    const auto combos = import.findChild<TableBar*>()->findChildren<QComboBox*>();
    QComboBox* sheets = combos[0];
    QVERIFY(sheets->isVisible());
    QVERIFY(sheets->count() > 1);
    const QString first = import.source().rows().name;
    sheets->setFocus();
    QTest::keyClick(sheets, sheets->currentIndex() == 0 ? Qt::Key_Down : Qt::Key_Up);
    QTRY_VERIFY(import.source().rows().name != first);
    w.waitForPlan();
    QTest::keyClick(sheets, sheets->currentIndex() == 0 ? Qt::Key_Down : Qt::Key_Up);
    QTRY_COMPARE(import.source().rows().name, first);
    w.waitForPlan();
    // The first row of the table for its header.
    QComboBox* rows = combos[3];
    QVERIFY(rows->isVisible());
    const int header = import.source().rows().headerRow;
    rows->setFocus();
    QTest::keyClick(rows, rows->currentIndex() == 0 ? Qt::Key_Down : Qt::Key_Up);
    QTRY_VERIFY(import.source().rows().headerRow != header);
    w.waitForPlan();
    QCOMPARE(import.source().rows().name, first);
}

void ImportChoicesTest::encodingAndDelimiterAreChosen()
{
    test::ImportWindow w;
    ImportDialog& import =
        w.open("t.csv", "Land;Datum;Dienst\nT\xFCrkei;30.01.2021;DeepSeek\nPeru;30.01.2021;Grok\n");
    QCOMPARE(import.source().table->encoding, QStringLiteral("Windows-1252"));
    QCOMPARE(import.source().table->delimiter, QChar(u';'));
    const auto combos = import.findChild<TableBar*>()->findChildren<QComboBox*>();
    QTest::keyClick(combos[2], Qt::Key_Up);
    QTRY_COMPARE(import.source().table->delimiter, QChar(u','));
    w.waitForPlan();
    QCOMPARE(w.table("columns").model()->rowCount(), 1);
    QTest::keyClick(combos[2], Qt::Key_Down);
    QTRY_COMPARE(import.source().table->delimiter, QChar(u';'));
    w.waitForPlan();
    // What the bytes cannot be is told, and the choice goes back.
    QTest::keyClick(combos[1], Qt::Key_Up);
    QTRY_VERIFY(w.findings().contains(QLatin1String("t.csv")));
    w.waitForPlan();
    QCOMPARE(import.source().table->encoding, QStringLiteral("Windows-1252"));
    QCOMPARE(combos[1]->currentText(), QStringLiteral("Windows-1252"));
}

void ImportChoicesTest::theRecordsOwnLinesNeedNoMapping()
{
    test::ImportWindow w;
    w.open(QStringLiteral(INTERDICT_SOURCE_DIR "/resources/data/events.jsonl"));
    QCOMPARE(w.count(RowVerdict::Unchanged), static_cast<int>(w.events()));
    QVERIFY(!w.table("columns").isVisible());
    QCOMPARE(w.findings(), QString());
    QVERIFY(!w.button("Import")->isEnabled());
}

// A table without a column of places: one place for all of it, said under Meanings.
void ImportChoicesTest::whatIsMissingIsAsked()
{
    test::ImportWindow w;
    ImportDialog& import = w.open("t.csv", "Date,App\n2021-01-30,DeepSeek\n2021-02-28,Grok\n");
    QVERIFY2(w.findings().contains(QLatin1String("No column holds jurisdictions")), qPrintable(w.findings()));
    QVERIFY(!w.button("Import")->isEnabled());
    import.showPage(ImportDialog::Page::Meanings);
    QTableView& meanings = w.table("meanings");
    QCOMPARE(meanings.model()->index(0, MeaningsModel::Text).data().toString(),
             QStringLiteral("(empty cells)"));
    w.choose(meanings, 0, QStringLiteral("peru"));
    QCOMPARE(w.findings(), QString());
    QCOMPARE(w.count(RowVerdict::New), 2);
    QCOMPARE(import.plan()->plan.rows[0].change.after->country, QStringLiteral("PE"));
}

QTEST_MAIN(ImportChoicesTest)
#include "tst_importchoices.moc"
