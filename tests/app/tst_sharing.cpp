// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Working with others in the window: changes sent from the list of all changes and from the selection,
// received from the menu and by dropping the file, taken back by undo; a copy merged.
#include "app/editing.h"
#include "app/mainwindow.h"
#include "app/session.h"
#include "app/sharing.h"
#include "model/exchange/outgoing.h"
#include "tests/support/starter.h"
#include "widgets/history/changelog.h"
#include "widgets/incoming/incomingmodel.h"

#include <QApplication>
#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTableView>
#include <QTest>

using namespace interdict;

namespace {

const QString italy = QStringLiteral("it-garante-deepseek-block-2025");

void bringToFront(QWidget& window)
{
    window.activateWindow();
    if (!QTest::qWaitFor([&window] { return window.isActiveWindow(); }))
        qFatal("the window does not come to the front");
}

template <typename Widget>
Widget* shownTop()
{
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (auto* found = qobject_cast<Widget*>(widget); found && found->isVisible())
            return found;
    return nullptr;
}

QPushButton* button(QWidget& window, const QString& start)
{
    for (QPushButton* one : window.findChildren<QPushButton*>())
        if (one->text().remove(u'&').startsWith(start))
            return one;
    qFatal("no button %s", qPrintable(start));
}

// The window of one editor on a copy of the shipped record.
struct Desk
{
    explicit Desk(const QString& editor)
        : path(folder.filePath(editor.toLower() + QStringLiteral(".interdict")))
        , store(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
        , settings(&store)
        , session(test::fixedToday)
    {
        QFile::copy(QStringLiteral(":/data/starter.interdict"), path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        settings.editor.set(editor);
        if (!workspace().open(std::move(*DataSet::open(path))))
            qFatal("%s does not open", qPrintable(path));
        window = std::make_unique<MainWindow>(workspace(), session.geometry, settings);
        window->show();
        QCoreApplication::processEvents();
    }
    Workspace& workspace() { return session.workspace; }
    Event event(const QString& uid = italy) { return workspace().event(*workspace().rowOf(uid)); }
    void edit(const QString& uid, const std::function<void(Event&)>& change)
    {
        const Event before = event(uid);
        Event after = before;
        change(after);
        if (!workspace().save({{before, after}}, QStringLiteral("Edit")))
            qFatal("not saved");
    }
    void choose(const QString& text)
    {
        bringToFront(*window);
        for (QAction* menu : window->menuBar()->actions())
            for (QAction* action : menu->menu()->actions())
                if (action->text().remove(u'&').startsWith(text)) {
                    QVERIFY(action->isEnabled());
                    return action->trigger();
                }
        qFatal("no action %s", qPrintable(text));
    }
    IncomingWindow* incoming() const { return window->findChild<IncomingWindow*>(); }

    QTemporaryDir folder;
    QString path;
    QSettings store;
    Settings settings;
    Session session;
    std::unique_ptr<MainWindow> window;
};

// Types the name into the file dialog that has come, and presses Enter.
void answerFileDialog(const QString& path)
{
    QTRY_VERIFY(shownTop<QFileDialog>());
    QFileDialog* dialog = shownTop<QFileDialog>();
    bringToFront(*dialog);
    auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, path);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(!shownTop<QFileDialog>());
}

} // namespace

class SharingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsFromTheListOfAllChanges();
    void sendsFromTheSelection();
    void receivesAndTakesBack();
    void savesManyOffTheWindowsThread();
    void bringsWordsAlong();
    void receivesADroppedFile();
    void tellsBadFiles();
    void mergesACopy();
    void refusesItself();
    void looksAgainWhenTheRecordChanges();
};

void SharingTest::sendsFromTheListOfAllChanges()
{
    Desk ada(QStringLiteral("Ada"));
    ada.edit(italy, [](Event& event) { event.note = QStringLiteral("One"); });
    ada.edit(italy, [](Event& event) { event.note = QStringLiteral("Two"); });
    ada.edit(italy, [](Event& event) { event.title = QStringLiteral("Three"); });
    ada.window->editing().showChanges();
    auto* log = ada.window->findChild<ChangeLog*>();
    bringToFront(*log);
    auto* steps = log->findChild<QTableView*>();
    steps->setFocus();
    QTest::keyClick(steps, Qt::Key_Down, Qt::ShiftModifier); // the newest two
    QTest::mouseClick(button(*log, QStringLiteral("Send Changes")), Qt::LeftButton);
    const QString path = ada.folder.filePath(QStringLiteral("mine"));
    answerFileDialog(path);
    const QString file = path + changeSetEnding; // the ending is added
    QTRY_VERIFY(QFile::exists(file));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const auto set = readChangeSet(written.readAll(), QStringLiteral("mine"));
    QVERIFY2(set, qPrintable(set ? QString() : set.error().message));
    QCOMPARE(set->changes.size(), std::size_t(2));
    QCOMPARE(set->changes[0].change.after->note, QStringLiteral("Two"));
    QCOMPARE(set->changes[1].change.after->title, QStringLiteral("Three"));
    QTRY_VERIFY(ada.window->statusBar()->currentMessage().contains(QStringLiteral("2 change")));
}

void SharingTest::sendsFromTheSelection()
{
    Desk ada(QStringLiteral("Ada"));
    ada.edit(italy, [](Event& event) { event.note = QStringLiteral("One"); });
    ada.workspace().select(*ada.workspace().rowOf(italy));
    ada.choose(QStringLiteral("Send Changes"));
    QTRY_VERIFY(shownTop<QDialog>());
    QDialog* dialog = shownTop<QDialog>();
    bringToFront(*dialog);
    auto* day = dialog->findChild<QLineEdit*>();
    day->setFocus();
    QTest::keyClicks(day, QStringLiteral("1 Jan 2038")); // chooses "since"
    QVERIFY(button(*dialog, QStringLiteral("Choose File"))->isEnabled());
    QTest::keyClick(day, Qt::Key_Return);
    const QString path = ada.folder.filePath(QStringLiteral("none.changes.json"));
    answerFileDialog(path);
    QTRY_VERIFY(shownTop<QMessageBox>()); // nothing was changed since then
    QTest::keyClick(shownTop<QMessageBox>(), Qt::Key_Escape);
    QVERIFY(!QFile::exists(path));

    ada.choose(QStringLiteral("Send Changes"));
    QTRY_VERIFY(shownTop<QDialog>());
    QTest::keyClick(shownTop<QDialog>(), Qt::Key_Return);
    answerFileDialog(path);
    QTRY_VERIFY(QFile::exists(path));
}

void SharingTest::receivesAndTakesBack()
{
    Desk ada(QStringLiteral("Ada")), ben(QStringLiteral("Ben"));
    ada.edit(italy, [](Event& event) { event.note = QStringLiteral("Ada's"); });
    const QString path = ada.folder.filePath(QStringLiteral("a.changes.json"));
    ada.window->sharing().sendTo(path, [](const DataSet& dataSet, const auto& progress) {
        return changesOfSteps(dataSet, {1}, progress);
    });
    QTRY_VERIFY(QFile::exists(path));
    const QString before = ben.event().note;
    ben.choose(QStringLiteral("Receive Changes"));
    answerFileDialog(path);
    QTRY_VERIFY(ben.incoming());
    bringToFront(*ben.incoming());
    QTest::keyClick(ben.incoming()->windowHandle(), Qt::Key_A, Qt::AltModifier);
    QTRY_COMPARE(ben.incoming()->model().counts().accepted, 1);
    QTest::keyClick(ben.incoming()->windowHandle(), Qt::Key_S, Qt::AltModifier);
    QTRY_COMPARE(ben.event().note, QStringLiteral("Ada's"));
    QCOMPARE(ben.workspace().steps()->front().what, QStringLiteral("Changes of Ada from a.changes.json"));
    QCOMPARE(ben.workspace().steps()->front().stamp.editor, QStringLiteral("Ben"));
    QTRY_COMPARE(ben.incoming()->model().counts().known, 1);
    bringToFront(*ben.window);
    QTest::keySequence(ben.window.get(), QKeySequence::Undo);
    QCOMPARE(ben.event().note, before);
    QTRY_COMPARE(ben.incoming()->model().counts().known, 0);
}

void SharingTest::savesManyOffTheWindowsThread()
{
    Desk ada(QStringLiteral("Ada")), ben(QStringLiteral("Ben"));
    std::vector<EventChange> changes;
    for (Row row = 0; row < ada.workspace().columns().size(); ++row) {
        const Event before = ada.workspace().event(row);
        changes.push_back({before, before});
        changes.back().after->note = QStringLiteral("Many");
    }
    const auto count = static_cast<int>(changes.size());
    QVERIFY(count > 200);
    QVERIFY(ada.workspace().save(std::move(changes), QStringLiteral("Many")));
    ben.window->sharing().mergeCopy(ada.path);
    QTRY_VERIFY(ben.incoming());
    ben.incoming()->acceptAllWithoutConflict();
    QSignalSpy elsewhere(&ben.workspace(), &Workspace::changedElsewhere);
    ben.incoming()->save();
    QVERIFY(!ben.incoming()->isEnabled());
    QTRY_VERIFY(ben.incoming()->isEnabled());
    QCOMPARE(ben.workspace().steps()->front().events, count);
    QCOMPARE(ben.event().note, QStringLiteral("Many"));
    QTRY_COMPARE(ben.incoming()->model().rowCount(), 0);
    QCOMPARE(elsewhere.size(), 0);
    QCOMPARE(ben.window->editing().undoStack().count(), 1);
    ben.window->editing().undoStack().undo();
    QVERIFY(ben.event().note != QStringLiteral("Many"));
}

// A platform that the receiver's data set lacks is added in the same step, and goes again with it.
void SharingTest::bringsWordsAlong()
{
    Desk ben(QStringLiteral("Ben"));
    const QString name = QStringLiteral("Zeta Chat");
    const Event base = ben.event();
    Event after = base;
    after.platforms << name;
    ChangeSet set{{{{base, after}, QStringLiteral("Ada"), {}, {}}}, {}};
    set.words.add({name, QStringLiteral("Zeta"), {}, {}, {}});
    const QString path = ben.folder.filePath(QStringLiteral("w.changes.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(changeSetToJson(set));
    file.close();
    ben.window->sharing().receive(path);
    QTRY_VERIFY(ben.incoming());
    ben.incoming()->acceptAllWithoutConflict();
    ben.incoming()->save();
    QVERIFY(ben.event().platforms.contains(name));
    QVERIFY(ben.workspace().vocabulary().platform(name));
    QCOMPARE(ben.workspace().vocabulary().platform(name)->developer, QStringLiteral("Zeta"));
    ben.window->editing().undoStack().undo();
    QVERIFY(!ben.event().platforms.contains(name));
    QVERIFY(!ben.workspace().vocabulary().platform(name));
}

void SharingTest::receivesADroppedFile()
{
    Desk ben(QStringLiteral("Ben"));
    const Event base = ben.event();
    Event after = base;
    after.note = QStringLiteral("Dropped");
    const QString path = ben.folder.filePath(QStringLiteral("d.changes.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(changeSetToJson({{{{base, after}, QStringLiteral("Ada"), {}, {}}}, {}}));
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(ben.window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(ben.window.get(), &drop);
    QTRY_VERIFY(ben.incoming());
    QCOMPARE(ben.incoming()->model().rowCount(), 1);
}

void SharingTest::tellsBadFiles()
{
    Desk ben(QStringLiteral("Ben"));
    for (const QString& name : {QStringLiteral("none.changes.json"), QStringLiteral("bad.changes.json")}) {
        const QString path = ben.folder.filePath(name);
        QFile file(path);
        if (name.startsWith(u'b') && file.open(QIODevice::WriteOnly))
            file.write("{\"interdict_changes\": 1, \"changes\": [7]}");
        file.close();
        ben.window->sharing().receive(path);
        QTRY_VERIFY(shownTop<QMessageBox>());
        QVERIFY(shownTop<QMessageBox>()->text().contains(name));
        QTest::keyClick(shownTop<QMessageBox>(), Qt::Key_Escape);
        QTRY_VERIFY(!shownTop<QMessageBox>());
    }
    QVERIFY(!ben.incoming());
}

void SharingTest::mergesACopy()
{
    Desk ada(QStringLiteral("Ada")), ben(QStringLiteral("Ben"));
    ada.edit(italy, [](Event& event) {
        event.note = QStringLiteral("Ada's");
        event.title = QStringLiteral("Ada's");
    });
    ben.edit(italy, [](Event& event) { event.title = QStringLiteral("Ben's"); });
    ben.choose(QStringLiteral("Merge a Copy"));
    answerFileDialog(ada.path);
    QTRY_VERIFY(ben.incoming());
    bringToFront(*ben.incoming());
    QCOMPARE(ben.incoming()->model().counts().toDecide, 1);
    QTest::keyClick(ben.incoming()->windowHandle(), Qt::Key_A, Qt::AltModifier);
    QTRY_COMPARE(ben.incoming()->model().counts().accepted, 1);
    QTest::keyClick(ben.incoming()->windowHandle(), Qt::Key_S, Qt::AltModifier);
    QTRY_COMPARE(ben.event().note, QStringLiteral("Ada's"));
    QCOMPARE(ben.event().title, QStringLiteral("Ben's"));
    QTRY_COMPARE(ben.incoming()->model().rowCount(), 1); // the conflict
}

void SharingTest::refusesItself()
{
    Desk ben(QStringLiteral("Ben"));
    ben.window->sharing().mergeCopy(ben.path);
    QTRY_VERIFY(shownTop<QMessageBox>());
    QVERIFY(shownTop<QMessageBox>()->text().contains(QStringLiteral("another copy")));
}

void SharingTest::looksAgainWhenTheRecordChanges()
{
    Desk ada(QStringLiteral("Ada")), ben(QStringLiteral("Ben"));
    ada.edit(italy, [](Event& event) { event.note = QStringLiteral("Ada's"); });
    ben.window->sharing().mergeCopy(ada.path);
    QTRY_VERIFY(ben.incoming());
    QCOMPARE(ben.incoming()->model().counts().toDecide, 0);
    ben.edit(italy, [](Event& event) { event.note = QStringLiteral("Ben's"); });
    QTRY_COMPARE(ben.incoming()->model().counts().toDecide, 1);
}

QTEST_MAIN(SharingTest)
#include "tst_sharing.moc"
