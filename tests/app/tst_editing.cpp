// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping the record in the window, by keys: a new event, an edit, undo, deletion; a second process that
// saves to the same file, and one that is killed while its form is open.
#include "app/editing.h"
#include "app/mainwindow.h"
#include "app/session.h"
#include "tests/support/starter.h"
#include "widgets/editor/eventeditor.h"
#include "widgets/editor/eventform.h"

#include <QAction>
#include <QApplication>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenuBar>
#include <QProcess>
#include <QStatusBar>
#include <QTest>

#include <csignal>

using namespace interdict;

namespace {

const QString typed = QStringLiteral("Norway bans DeepSeek on official devices");

void bringToFront(QWidget& window)
{
    window.activateWindow();
    if (!QTest::qWaitFor([&window] { return window.isActiveWindow(); }))
        qFatal("the window does not come to the front");
}

void pressSave(EventEditor& editor)
{
    bringToFront(editor);
    QTest::keySequence(&editor, QKeySequence(Qt::CTRL | Qt::Key_S));
}

// The window on a file, its editor known.
struct Shown
{
    explicit Shown(const QString& path, const QString& editor = QStringLiteral("Editor"))
        : store(QFileInfo(path).path() + QStringLiteral("/settings.ini"), QSettings::IniFormat)
        , settings(&store)
        , session(test::fixedToday)
    {
        if (!editor.isEmpty())
            settings.editor.set(editor);
        if (!session.workspace.open(std::move(*DataSet::open(path))))
            qFatal("%s does not open", qPrintable(path));
        window = std::make_unique<MainWindow>(session.workspace, session.geometry, settings);
        window->show();
        window->activateWindow();
        QCoreApplication::processEvents();
    }
    EventEditor* editor() const
    {
        const auto all = window->findChildren<EventEditor*>();
        return all.isEmpty() ? nullptr : all.last();
    }
    void press(const QKeySequence& keys)
    {
        bringToFront(*window);
        QTest::keySequence(window.get(), keys);
    }
    Row rowOf(const QString& uid) const { return session.workspace.rowOf(uid).value(); }

    QSettings store;
    Settings settings;
    Session session;
    std::unique_ptr<MainWindow> window;
};

struct File
{
    File()
    {
        path = folder.filePath(QStringLiteral("record.interdict"));
        QFile::copy(QStringLiteral(":/data/starter.interdict"), path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    }
    QTemporaryDir folder;
    QString path;
};

void type(EventEditor& editor, EventField field, const QString& text)
{
    bringToFront(editor);
    QWidget* control = editor.form().control(field);
    control->setFocus();
    QTest::keyClicks(control, text);
    QTest::keyClick(control, Qt::Key_Tab);
}

void typeEvent(EventEditor& editor)
{
    type(editor, EventField::Title, typed);
    type(editor, EventField::Start, QStringLiteral("Q1 2026"));
    type(editor, EventField::Country, QStringLiteral("Norway"));
}

// What the other process does, as told by its arguments.
int otherProcess(const QStringList& arguments)
{
    const QString path = arguments[2];
    if (arguments[1] == u"--save") {
        const Gazetteer gazetteer = test::shippedGazetteer();
        auto dataSet = DataSet::open(path);
        const Event before = dataSet->event(dataSet->idOf(arguments[3]).value()).value();
        Event after = before;
        after.note = arguments[4];
        return dataSet->save(std::vector{EventChange{before, after}}, gazetteer, {}, QStringLiteral("Other"))
                   ? 0
                   : 1;
    }
    Shown shown(path);
    shown.press(QKeySequence(Qt::CTRL | Qt::Key_N));
    typeEvent(*shown.editor());
    if (!QTest::qWaitFor([&] { return shown.editor()->draftId() != 0; }, 2500))
        return 2;
    QTest::qWait(2000); // what was typed last is kept within two seconds
    raise(SIGKILL);
    return 3;
}

int runOther(const QStringList& arguments)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), arguments);
    process.waitForFinished(60000);
    return process.exitStatus() == QProcess::CrashExit ? SIGKILL : process.exitCode();
}

} // namespace

class EditingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsByKeyboard();
    void editsAndTakesBack();
    void deletesAndTakesBack();
    void asksForTheNameOnce();
    void opensOneFormAnEvent();
    void showsWhatAnotherProcessSaved();
    void mergesWithAnotherProcess();
    void comesBackAfterAKill();
    void leavesReadOnlyAlone();
};

void EditingTest::addsByKeyboard()
{
    File file;
    Shown shown(file.path);
    const Row before = shown.session.workspace.columns().size();
    shown.press(QKeySequence(Qt::CTRL | Qt::Key_N));
    EventEditor* editor = shown.editor();
    QVERIFY(editor && editor->isVisible());
    typeEvent(*editor);
    pressSave(*editor);
    QTRY_VERIFY(!shown.editor());
    Workspace& workspace = shown.session.workspace;
    QCOMPARE(workspace.columns().size(), before + 1);
    const Event event = workspace.event(workspace.current().value());
    QCOMPARE(event.title, typed);
    QCOMPARE(event.country, QStringLiteral("NO"));
    QCOMPARE(event.start.text(), QStringLiteral("2026-Q1"));
    QVERIFY(workspace.drafts().empty());
    QCOMPARE(workspace.steps()->front().stamp.editor, QStringLiteral("Editor"));
    shown.press(QKeySequence::Undo);
    QCOMPARE(workspace.columns().size(), before);
    shown.press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    QCOMPARE(workspace.columns().size(), before + 1);
}

void EditingTest::editsAndTakesBack()
{
    File file;
    Shown shown(file.path);
    Workspace& workspace = shown.session.workspace;
    workspace.select(12);
    const Event before = workspace.event(12);
    shown.press(QKeySequence(Qt::Key_F2));
    auto* title = qobject_cast<QLineEdit*>(shown.editor()->form().control(EventField::Title));
    QVERIFY(title);
    QCOMPARE(title->text(), before.title);
    title->selectAll();
    type(*shown.editor(), EventField::Title, QStringLiteral("Another title"));
    pressSave(*shown.editor());
    QTRY_VERIFY(!shown.editor());
    QCOMPARE(workspace.event(shown.rowOf(before.uid)).title, QStringLiteral("Another title"));
    shown.press(QKeySequence::Undo);
    QVERIFY(sameContent(workspace.event(shown.rowOf(before.uid)), before));
    QCOMPARE(workspace.revisions(before.uid)->size(), 3u);
}

void EditingTest::deletesAndTakesBack()
{
    File file;
    Shown shown(file.path);
    Workspace& workspace = shown.session.workspace;
    workspace.select(20);
    const Event before = workspace.event(20);
    shown.press(QKeySequence(Qt::CTRL | Qt::Key_Delete));
    QVERIFY(!workspace.rowOf(before.uid));
    shown.press(QKeySequence::Undo);
    QVERIFY(sameContent(workspace.event(shown.rowOf(before.uid)), before));
}

void EditingTest::asksForTheNameOnce()
{
    File file;
    Shown shown(file.path, {});
    int asked = 0;
    const auto answer = [&asked] {
        QTRY_VERIFY(QApplication::activeModalWidget());
        auto* dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        dialog->setTextValue(QString());
        QTest::keyClicks(dialog->findChild<QLineEdit*>(), QStringLiteral("Ada"));
        QTest::keyClick(dialog, Qt::Key_Return);
        ++asked;
    };
    for (const Row row : {Row(5), Row(6)}) {
        shown.session.workspace.select(row);
        if (asked == 0)
            QTimer::singleShot(0, shown.window.get(), answer);
        shown.press(QKeySequence(Qt::CTRL | Qt::Key_Delete));
    }
    QCOMPARE(asked, 1);
    QCOMPARE(shown.session.workspace.steps()->front().stamp.editor, QStringLiteral("Ada"));
    QCOMPARE(shown.settings.editor.get(), QStringLiteral("Ada"));
}

void EditingTest::opensOneFormAnEvent()
{
    File file;
    Shown shown(file.path);
    shown.session.workspace.select(5);
    shown.press(QKeySequence(Qt::Key_F2));
    shown.press(QKeySequence(Qt::Key_F2));
    QCOMPARE(shown.window->findChildren<EventEditor*>().size(), 1);
    shown.press(QKeySequence(Qt::CTRL | Qt::Key_D));
    QCOMPARE(shown.window->findChildren<EventEditor*>().size(), 2);
}

void EditingTest::showsWhatAnotherProcessSaved()
{
    File file;
    Shown shown(file.path);
    Workspace& workspace = shown.session.workspace;
    workspace.select(30);
    const QString uid = workspace.brief(12).uid, selected = workspace.brief(30).uid;
    QCOMPARE(runOther({QStringLiteral("--save"), file.path, uid, QStringLiteral("From elsewhere")}), 0);
    QTRY_VERIFY_WITH_TIMEOUT(shown.window->statusBar()->currentMessage().contains(QStringLiteral("1 event")),
                             2000);
    QCOMPARE(workspace.event(shown.rowOf(uid)).note, QStringLiteral("From elsewhere"));
    QCOMPARE(workspace.brief(workspace.current().value()).uid, selected);
}

void EditingTest::mergesWithAnotherProcess()
{
    File file;
    Shown shown(file.path);
    Workspace& workspace = shown.session.workspace;
    workspace.select(12);
    const QString uid = workspace.brief(12).uid;
    shown.press(QKeySequence(Qt::Key_F2));
    EventEditor* editor = shown.editor();
    auto* title = qobject_cast<QLineEdit*>(editor->form().control(EventField::Title));
    title->selectAll();
    type(*editor, EventField::Title, QStringLiteral("Mine"));
    QCOMPARE(runOther({QStringLiteral("--save"), file.path, uid, QStringLiteral("Theirs")}), 0);
    pressSave(*editor);
    QTRY_VERIFY(!shown.editor());
    const Event event = workspace.event(shown.rowOf(uid));
    QCOMPARE(event.title, QStringLiteral("Mine"));
    QCOMPARE(event.note, QStringLiteral("Theirs"));
}

void EditingTest::comesBackAfterAKill()
{
    File file;
    QCOMPARE(runOther({QStringLiteral("--edit"), file.path}), SIGKILL);
    Shown shown(file.path);
    QTRY_VERIFY(shown.editor());
    auto* title = qobject_cast<QLineEdit*>(shown.editor()->form().control(EventField::Title));
    QCOMPARE(title->text(), typed);
    pressSave(*shown.editor());
    QTRY_VERIFY(!shown.editor());
    Workspace& workspace = shown.session.workspace;
    QCOMPARE(workspace.event(workspace.current().value()).country, QStringLiteral("NO"));
    QVERIFY(workspace.drafts().empty());
}

void EditingTest::leavesReadOnlyAlone()
{
    File file;
    Session session(test::fixedToday);
    QVERIFY(session.workspace.open(std::move(*DataSet::open(file.path, DataSet::Mode::ReadOnly))));
    Settings settings;
    MainWindow window(session.workspace, session.geometry, settings);
    session.workspace.select(3);
    int disabled = 0;
    for (const QAction* action : window.findChildren<QAction*>())
        if (action->shortcut() == QKeySequence(Qt::Key_F2) ||
            action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_N) ||
            action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_Delete))
            disabled += !action->isEnabled();
    QCOMPARE(disabled, 3);
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() > 2 && arguments[1].startsWith(QLatin1String("--")))
        return otherProcess(arguments);
    EditingTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_editing.moc"
