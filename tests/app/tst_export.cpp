// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Export as a shell runs it, and from the window by keys and clicks.
#include "app/exportdialog.h"
#include "app/exporting.h"
#include "app/mainwindow.h"
#include "model/exchange/import/tablereader.h"
#include "model/exchange/table.h"
#include "model/map/mapgeometry.h"
#include "tests/support/quiet.h"
#include "tests/support/shipped.h"
#include "tests/support/starter.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QStatusBar>

using namespace interdict;

namespace {

struct Outcome
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

Outcome run(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(INTERDICT_BIN_DIR "/interdict"), arguments);
    if (!process.waitForFinished(60000))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

QList<QByteArray> sortedLines(const QByteArray& text)
{
    QList<QByteArray> lines = text.split('\n');
    std::sort(lines.begin(), lines.end());
    return lines;
}

template <typename Button>
Button* button(QWidget& dialog, const char* words)
{
    for (Button* each : dialog.findChildren<Button*>())
        if (each->text().remove(u'&').contains(QLatin1String(words)))
            return each;
    return nullptr;
}

} // namespace

class ExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void shellWritesTheWholeRecord();
    void shellFilters_data();
    void shellFilters();
    void shellExplainsTheFields();
    void shellRepeatsItself();
    void shellSaysWhatIsWrong_data();
    void shellSaysWhatIsWrong();
    void neverOverTheDataSet();
    void windowExportsWhatIsShown();
    void windowExportsAllWithDictionary();
    void windowExportsTheSelection();
    void windowWritesWhatTheShellWrites();
    void windowTellsOfFailure();
    void nothingToExportWithoutADataSet();

private:
    QString path(const char* name) const { return m_starter->dir.filePath(QLatin1String(name)); }
    QStringList words(const char* text) const;
    // Answers the dialog that Ctrl+E opens, then types the file's name.
    ExportDialog* askedByKey();
    void chooseFile(ExportDialog& dialog, const QString& file);
    bool waitForStatus(const QString& text);

    std::unique_ptr<test::Starter> m_starter;
    Settings m_settings;
    MapGeometry m_map;
    std::unique_ptr<MainWindow> m_window;
};

void ExportTest::init()
{
    test::failOnWarnings();
    m_starter = std::make_unique<test::Starter>();
    m_map = MapGeometry::shipped().value();
    m_window = std::make_unique<MainWindow>(m_starter->workspace, m_map, m_settings);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void ExportTest::cleanup()
{
    m_window.reset();
    m_starter.reset();
}

// @DATA stands for the data set, @DIR for its folder.
QStringList ExportTest::words(const char* text) const
{
    QStringList all = QProcess::splitCommand(QString::fromUtf8(text));
    all.replaceInStrings(QStringLiteral("@DATA"), m_starter->path);
    return all.replaceInStrings(QStringLiteral("@DIR"), m_starter->dir.path());
}

void ExportTest::shellWritesTheWholeRecord()
{
    const Outcome outcome = run(words("export --data @DATA -o @DIR/out.jsonl"));
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(outcome.code, 0);
    const QByteArray text = fileBytes(path("out.jsonl"));
    QCOMPARE(sortedLines(text), sortedLines(shippedSource("events.jsonl")));
    QCOMPARE(run(words("export --data @DATA -o - --format jsonl")).out, text);
}

void ExportTest::shellFilters_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("format");
    QTest::newRow("CSV") << "out.csv"
                         << "";
    QTest::newRow("workbook") << "out.xlsx"
                              << "";
    QTest::newRow("by name") << "out.txt"
                             << "csv";
}

void ExportTest::shellFilters()
{
    QFETCH(QString, file);
    QFETCH(QString, format);
    QStringList arguments = words("export --data @DATA --filter platform:DeepSeek -o");
    arguments << path("") + file;
    if (!format.isEmpty())
        arguments << QStringLiteral("--format") << format;
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.code, 0);
    const auto table = readTable(path("") + file);
    QVERIFY(table);
    QCOMPARE(table->sheets.front().rows.size(), std::size_t(131));
    QCOMPARE(table->sheets.front().header.front(), QStringLiteral("id"));
}

void ExportTest::shellExplainsTheFields()
{
    const Outcome outcome = run(words("export --data @DATA -o - --format csv --dictionary @DIR/fields.csv"));
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.out.startsWith(csvHeader()));
    QCOMPARE(fileBytes(path("fields.csv")).count("\nevents,"), csvHeader().count(',') + 1);
}

void ExportTest::shellRepeatsItself()
{
    for (const char* file : {"one.xlsx", "two.xlsx"})
        QCOMPARE(run(words("export --data @DATA --date 2026-01-31 -o") << path(file)).code, 0);
    QVERIFY(fileBytes(path("one.xlsx")) == fileBytes(path("two.xlsx")));
    QVERIFY(fileBytes(path("one.xlsx")).startsWith("PK"));
}

void ExportTest::shellSaysWhatIsWrong_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message"); // a part of it
    QTest::newRow("no output") << "export --data @DATA" << 2 << "--output";
    QTest::newRow("no ending") << "export --data @DATA -o @DIR/record" << 2 << "none of .csv, .xlsx, .jsonl";
    QTest::newRow("no format") << "export --data @DATA -o -" << 2 << "--format csv";
    QTest::newRow("a bad format") << "export --data @DATA -o - --format pdf" << 2 << "pdf";
    QTest::newRow("a bad day") << "export --data @DATA -o a.csv --date 2025-02" << 2 << "2025-02";
    QTest::newRow("a bad filter") << "export --data @DATA -o a.csv --filter \"concern:nonsense\"" << 2
                                  << "olumn 9";
    QTest::newRow("dictionary over it")
        << "export --data @DATA -o @DIR/a.csv --dictionary @DIR/a.csv" << 2 << "the export's own file";
    QTest::newRow("no data set") << "export --data @DIR/none.interdict -o a.csv" << 1 << "none.interdict";
    QTest::newRow("no folder") << "export --data @DATA -o @DIR/none/a.csv" << 1 << "a.csv cannot be written";
}

void ExportTest::shellSaysWhatIsWrong()
{
    QFETCH(QString, command);
    QFETCH(int, code);
    QFETCH(QString, message);
    const Outcome outcome = run(words(command.toUtf8().constData()));
    QCOMPARE(outcome.code, code);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(QString::fromUtf8(outcome.err).contains(message), outcome.err.constData());
}

void ExportTest::neverOverTheDataSet()
{
    const QByteArray before = fileBytes(m_starter->path);
    for (const char* command : {"export --data @DATA -o @DATA --format csv",
                                "export --data @DATA -o @DIR/a.csv --dictionary @DIR/./starter.interdict"}) {
        const Outcome outcome = run(words(command));
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("is the data set itself"), outcome.err.constData());
    }
    QVERIFY(fileBytes(m_starter->path) == before);
}

ExportDialog* ExportTest::askedByKey()
{
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
    return m_window->findChild<ExportDialog*>();
}

void ExportTest::chooseFile(ExportDialog& dialog, const QString& file)
{
    QTest::mouseClick(button<QPushButton>(dialog, "Choose File"), Qt::LeftButton);
    auto* where = m_window->findChild<QFileDialog*>();
    QVERIFY(where);
    auto* name = where->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    name->setFocus();
    name->selectAll();
    QGuiApplication::clipboard()->setText(file); // typed by letters, it is completed and walks the folders
    QTest::keySequence(name, QKeySequence::Paste);
    QTest::mouseClick(where->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save), Qt::LeftButton);
}

bool ExportTest::waitForStatus(const QString& text)
{
    return QTest::qWaitFor([&] { return m_window->statusBar()->currentMessage().contains(text); });
}

void ExportTest::windowExportsWhatIsShown()
{
    m_starter->filter(QStringLiteral("platform:DeepSeek"));
    ExportDialog* dialog = askedByKey();
    QVERIFY(dialog);
    QVERIFY(button<QRadioButton>(*dialog, "131 event")->isChecked());
    QVERIFY(!button<QRadioButton>(*dialog, "selected")->isEnabled());
    auto* formats = dialog->findChild<QComboBox*>();
    formats->setFocus();
    QTest::keyClick(formats, Qt::Key_Down); // CSV, then the workbook
    QVERIFY(!dialog->findChild<QCheckBox*>()->isEnabled());
    chooseFile(*dialog, path("shown")); // the ending comes by itself
    QVERIFY(waitForStatus(QStringLiteral("131 event(s) exported to ")));
    const auto table = readTable(path("shown.xlsx"));
    QVERIFY(table);
    QCOMPARE(table->sheets.front().rows.size(), std::size_t(131));
    QStringList uids;
    for (const TableRow& row : table->sheets.front().rows)
        uids << row.cells.front();
    QCOMPARE(uids, m_starter->resultUids());
    QTRY_VERIFY(!m_window->findChild<QFileDialog*>());
}

void ExportTest::windowExportsAllWithDictionary()
{
    m_starter->filter(QStringLiteral("platform:DeepSeek"));
    ExportDialog* dialog = askedByKey();
    QVERIFY(dialog);
    QTest::mouseClick(button<QRadioButton>(*dialog, "All 399"), Qt::LeftButton, {}, QPoint(8, 8));
    QTest::mouseClick(dialog->findChild<QCheckBox*>(), Qt::LeftButton, {}, QPoint(8, 8));
    chooseFile(*dialog, path("all"));
    QVERIFY(waitForStatus(QStringLiteral("399 event(s) exported to ")));
    QCOMPARE(readTable(path("all.csv"))->sheets.front().rows.size(), std::size_t(399));
    QVERIFY(fileBytes(path("all.dictionary.csv")).startsWith("table,field,label,"));
}

void ExportTest::windowExportsTheSelection()
{
    m_starter->workspace.setSelection({7, 3});
    ExportDialog* dialog = askedByKey();
    QVERIFY(dialog);
    QTest::mouseClick(button<QRadioButton>(*dialog, "2 event"), Qt::LeftButton, {}, QPoint(8, 8));
    chooseFile(*dialog, path("two.jsonl")); // the format that the ending says, not the one above
    QVERIFY(waitForStatus(QStringLiteral("2 event(s) exported to ")));
    const auto events = readTable(path("two.jsonl"));
    QVERIFY(events);
    QCOMPARE(events->sheets.front().rows.size(), std::size_t(2));
    QVERIFY(fileBytes(path("two.jsonl"))
                .startsWith("{\"id\": \"" + m_starter->workspace.brief(3).uid.toUtf8() + '"'));
}

void ExportTest::windowWritesWhatTheShellWrites()
{
    Exporting exporting(m_starter->workspace, m_window.get());
    QSignalSpy told(&exporting, &Exporting::told);
    exporting.exportTo(path("out.csv"), ExportChoice::All, RecordFormat::Csv, false);
    QVERIFY(told.wait());
    QVERIFY(!QFileInfo::exists(path("out.dictionary.csv")));
    QCOMPARE(fileBytes(path("out.csv")), run(words("export --data @DATA -o - --format csv")).out);
}

void ExportTest::windowTellsOfFailure()
{
    ExportDialog* dialog = askedByKey();
    QVERIFY(dialog);
    Exporting exporting(m_starter->workspace, m_window.get());
    QSignalSpy failed(&exporting, &Exporting::failed);
    exporting.exportTo(path("none/out.csv"), ExportChoice::All, RecordFormat::Csv, false);
    QVERIFY(failed.wait());
    QVERIFY(failed[0][0].value<Error>().message.contains(QStringLiteral("out.csv cannot be written")));
    exporting.exportTo(m_starter->path, ExportChoice::All, RecordFormat::Csv, false);
    QCOMPARE(failed.size(), 2);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<ExportDialog*>());
}

void ExportTest::nothingToExportWithoutADataSet()
{
    Workspace empty(m_starter->gazetteer, test::fixedToday);
    MainWindow window(empty, m_map, m_settings);
    window.show();
    QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
    QVERIFY(!window.findChild<ExportDialog*>());
}

QTEST_MAIN(ExportTest)
#include "tst_export.moc"
