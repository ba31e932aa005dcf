// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A foreign table imported in the window, by keys and clicks: what is asked, shown, saved, taken back and
// mended.
#include "tests/support/importwindow.h"

#include <QCheckBox>
#include <QMimeData>
#include <QTextBrowser>
#include <QTimer>

using namespace interdict;

namespace {

QByteArray largeTable(int rows)
{
    QByteArray table = "Country,Date,App,Title\n";
    for (int i = 0; i < rows; ++i)
        table += "Italy," + QByteArray::number(1600 + i % 200) + "-05-05,DeepSeek,Act number " +
                 QByteArray::number(i * 7919) + '\n';
    return table;
}

} // namespace

class ImportingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksMapsAndImportsAsOneStep();
    void aDroppedTableOpensTheDialog();
    void opensByKeyAndFileDialog();
    void duplicatesAreAddedWhenSaid();
    void rejectsAreMendedAndImported();
    void secondImportChangesNothing();
    void manyAreTakenBackAndBroughtAgain();
    void stoppedLeavesNothing();
    void aStoppedLookIsTakenUpAgain();
    void escapeLeavesAllAsItWas();
};

void ImportingTest::asksMapsAndImportsAsOneStep()
{
    test::ImportWindow w;
    const std::size_t before = w.events();
    ImportDialog& import = w.open("bans.csv", test::foreignBans);
    // The order of dates is asked; nothing is imported without an answer.
    QVERIFY(w.findings().contains(QLatin1String("dates such as 3/4/2021")));
    QVERIFY(!w.button("Import")->isEnabled());
    QCOMPARE(w.count(RowVerdict::Error), 4);
    w.chooseDateOrder(1);
    QCOMPARE(import.source().mapping.dateOrder, DateOrder::DayMonthYear);
    QCOMPARE(w.count(RowVerdict::Error), 2);
    QCOMPARE(w.findings(), QString());

    // The word that nobody knows is given a meaning.
    QTest::keyClick(&import, Qt::Key_N, Qt::AltModifier);
    QTableView& meanings = w.table("meanings");
    QTRY_VERIFY(meanings.isVisible());
    QCOMPARE(meanings.model()->rowCount(), 1);
    QCOMPARE(meanings.model()->index(0, MeaningsModel::Text).data().toString(),
             QStringLiteral("Frobnication"));
    w.choose(meanings, 0, QStringLiteral("inves"));
    QCOMPARE(import.source().mapping.values.at(ImportTarget::Measure).at(QStringLiteral("Frobnication")),
             QStringLiteral("investigation"));
    QCOMPARE(w.count(RowVerdict::New), 2);
    QCOMPARE(w.count(RowVerdict::Duplicate), 1);
    QCOMPARE(w.count(RowVerdict::Error), 1);

    // Rows: the error says its field, reason and remedy.
    QTest::keyClick(&import, Qt::Key_R, Qt::AltModifier);
    QTableView& rows = w.table("rows");
    QTRY_VERIFY(rows.isVisible());
    QCOMPARE(rows.model()->rowCount(), 4);
    rows.setFocus();
    QTest::keyClick(&rows, Qt::Key_End, Qt::ControlModifier);
    const QString detail = import.findChild<QTextBrowser*>()->toPlainText();
    QVERIFY2(detail.contains(QLatin1String("Start")) && detail.contains(QLatin1String("month 31")),
             qPrintable(detail));

    w.import();
    QCOMPARE(w.events(), before + 2);
    const auto steps = w.session.workspace.steps().value();
    QCOMPARE(steps.size(), 1U);
    QCOMPARE(steps[0].what, QStringLiteral("Import of bans.csv"));
    QCOMPARE(steps[0].stamp.editor, QStringLiteral("Ada"));
    w.close(Qt::Key_Return);

    // One step: undo takes it back whole, redo brings it again.
    const auto chile = [&w] {
        return w.session.workspace.rowOf(QStringLiteral("cl-chile-investigation-deepseek-2021")).has_value();
    };
    QVERIFY(chile());
    RecordUndo& undo = w.window->editing().undoStack();
    QCOMPARE(undo.count(), 1);
    test::bringToFront(*w.window);
    QTest::keySequence(w.window.get(), QKeySequence::Undo);
    QCOMPARE(w.events(), before);
    QVERIFY(!chile());
    QTest::keySequence(w.window.get(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    QCOMPARE(w.events(), before + 2);
    QVERIFY(chile());
}

void ImportingTest::aDroppedTableOpensTheDialog()
{
    test::ImportWindow w;
    test::writeFile(w.path("bans.csv"), test::foreignBans);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(w.path("bans.csv"))});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(w.window.get(), &enter);
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(w.window.get(), &drop);
    w.waitForPlan();
    QCOMPARE(w.session.workspace.dataSet().path(), w.path("d.interdict"));
}

void ImportingTest::opensByKeyAndFileDialog()
{
    test::ImportWindow w;
    test::writeFile(w.path("bans.csv"), test::foreignBans);
    QTest::keySequence(w.window.get(), QKeySequence(Qt::CTRL | Qt::Key_I));
    w.chooseFile(w.path("bans.csv"));
    w.waitForPlan();
    QCOMPARE(w.dialog()->source().table->fileName, QStringLiteral("bans.csv"));
}

void ImportingTest::duplicatesAreAddedWhenSaid()
{
    test::ImportWindow w;
    const std::size_t before = w.events();
    w.open("bans.csv", test::foreignBans);
    w.chooseDateOrder(1);
    QCOMPARE(w.button("Import")->text(), QStringLiteral("&Import 1 event"));
    auto* add = w.dialog()->findChild<QCheckBox*>();
    QVERIFY(add->isVisible());
    QTest::keyClick(add, Qt::Key_Space);
    QCOMPARE(w.button("Import")->text(), QStringLiteral("&Import 2 events"));
    w.import();
    QCOMPARE(w.events(), before + 2);
}

void ImportingTest::rejectsAreMendedAndImported()
{
    test::ImportWindow w;
    w.open("bans.csv", test::foreignBans);
    w.chooseDateOrder(1);
    w.import();
    QTest::keyClick(w.dialog(), Qt::Key_S, Qt::AltModifier);
    w.chooseFile(w.path("bad.csv"));
    QByteArray rejects = test::readFile(w.path("bad.csv"));
    QCOMPARE(rejects.count('\n'), 4); // a header, two errors and a duplicate
    w.close(Qt::Key_Return);
    const std::size_t before = w.events();
    // Mapped as the import that left them: the order of dates is not asked again.
    w.open("bad.csv", rejects.replace("Frobnication", "Fine").replace("31/31", "30/12"));
    QCOMPARE(w.count(RowVerdict::New), 2);
    QCOMPARE(w.count(RowVerdict::Duplicate), 1);
    w.import();
    QCOMPARE(w.events(), before + 2);
}

void ImportingTest::secondImportChangesNothing()
{
    test::ImportWindow w;
    const QByteArray good = "Country,Date,App,Title\nChile,2021-04-03,DeepSeek,Chile looks into DeepSeek\n"
                            "Peru,2021-05-06,Grok,Peru fines Grok\n";
    w.open("good.csv", good);
    w.import();
    w.close(Qt::Key_Return);
    w.open("good.csv", good);
    QCOMPARE(w.count(RowVerdict::Unchanged), 2);
    QVERIFY(!w.button("Import")->isEnabled());
    w.close(Qt::Key_Escape);
    // One that says something else updates.
    w.open("good.csv", QByteArray(good).replace("2021-05-06", "2021-05-07"));
    QCOMPARE(w.count(RowVerdict::Update), 1);
    QVERIFY(w.table("rows")
                .model()
                ->index(1, PlannedRowsModel::Why)
                .data()
                .toString()
                .contains(QLatin1String("Start")));
    w.import();
    QCOMPARE(w.window->editing().undoStack().count(), 2);
}

// Off the window's thread, while a dialog stands before it.
void ImportingTest::manyAreTakenBackAndBroughtAgain()
{
    test::ImportWindow w;
    const std::size_t before = w.events();
    w.open("large.csv", largeTable(3000));
    w.import();
    w.close(Qt::Key_Return);
    QCOMPARE(w.events(), before + 3000);
    test::bringToFront(*w.window);
    bool wasBlocked = false;
    QTimer::singleShot(0, w.window.get(), [&] { wasBlocked = QApplication::activeModalWidget(); });
    QTest::keySequence(w.window.get(), QKeySequence::Undo);
    QCOMPARE(w.events(), before);
    QVERIFY(wasBlocked);
    test::bringToFront(*w.window);
    QTest::keySequence(w.window.get(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    QCOMPARE(w.events(), before + 3000);
    const auto steps = w.session.workspace.steps().value();
    QCOMPARE(steps.size(), 3U);
    QCOMPARE(steps[0].what, QStringLiteral("Redo: Import of large.csv"));
    QCOMPARE(steps[0].events, 3000);
    QCOMPARE(w.window->editing().undoStack().count(), 1);
}

void ImportingTest::stoppedLeavesNothing()
{
    test::ImportWindow w;
    const std::size_t before = w.events();
    w.open("large.csv", largeTable(20'000));
    w.press("Import");
    QTRY_VERIFY(w.button("Stop"));
    w.press("Stop");
    QTRY_VERIFY(w.findings().contains(QLatin1String("nothing was imported")));
    QCOMPARE(w.events(), before);
    QVERIFY(w.session.workspace.steps()->empty());
    QCOMPARE(w.window->editing().undoStack().count(), 0);
    QVERIFY(w.button("Import")->isEnabled());
    // What others save is looked for again.
    auto other = DataSet::open(w.path("d.interdict"));
    Event event = w.session.workspace.event(0);
    EventChange change{event, event};
    change.after->note = QStringLiteral("Looked up by Ben");
    QVERIFY(other->save(std::vector{change}, w.session.workspace.gazetteer(), {}, QStringLiteral("Note")));
    w.session.workspace.lookForChangesElsewhere();
    QCOMPARE(w.session.workspace.event(0).note, QStringLiteral("Looked up by Ben"));
}

void ImportingTest::aStoppedLookIsTakenUpAgain()
{
    test::ImportWindow w;
    ImportDialog& import = w.open("large.csv", largeTable(40'000));
    w.choose(w.table("columns"), 3, QStringLiteral("note"));
    w.choose(w.table("columns"), 3, QStringLiteral("title"));
    auto* view = &w.table("columns");
    view->model()->setData(view->model()->index(3, ColumnsModel::Becomes),
                           QStringList{QStringLiteral("summary")}, Qt::EditRole);
    QTRY_VERIFY(w.button("Stop"));
    w.press("Stop");
    QVERIFY(w.findings().contains(QLatin1String("Stopped")));
    QVERIFY(!import.plan());
    QVERIFY(!w.button("Stop"));
    w.press("Look Again");
    w.waitForPlan();
    QCOMPARE(w.findings(), QString());
    QCOMPARE(w.count(RowVerdict::New) + w.count(RowVerdict::Duplicate), 40'000);
}

void ImportingTest::escapeLeavesAllAsItWas()
{
    test::ImportWindow w;
    const std::size_t before = w.events();
    w.open("bans.csv", test::foreignBans);
    w.close(Qt::Key_Escape);
    QCOMPARE(w.events(), before);
    QVERIFY(w.session.workspace.steps()->empty());
}

QTEST_MAIN(ImportingTest)
#include "tst_importing.moc"
