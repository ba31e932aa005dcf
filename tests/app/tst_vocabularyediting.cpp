// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The vocabulary in the main window: opened by its key, changed, undone; every view and an open form follow;
// very many events follow off the window's thread.
#include "app/mainwindow.h"
#include "app/session.h"
#include "tests/support/shipped.h"
#include "tests/support/starter.h"
#include "widgets/editor/chipsfield.h"
#include "widgets/editor/eventeditor.h"
#include "widgets/editor/eventform.h"
#include "widgets/facets/chipsbar.h"
#include "widgets/history/changelog.h"
#include "widgets/history/stepsmodel.h"
#include "widgets/table/eventtable.h"
#include "widgets/timeline/timelinepanel.h"
#include "widgets/timeline/timelineview.h"
#include "widgets/vocabulary/entryform.h"
#include "widgets/vocabulary/usesdialog.h"
#include "widgets/vocabulary/vocabularywindow.h"

#include <QApplication>
#include <QLineEdit>
#include <QProgressDialog>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace interdict;

namespace {
const QString chatGpt = QStringLiteral("ChatGPT");
} // namespace

class VocabularyEditingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void renamesAndTakesBack();
    void viewsFollow();
    void anOpenFormFollows();
    void historyTellsIt();
    void manyEventsFollowInTheBackground();

private:
    Workspace& workspace() { return m_session->workspace; }
    const Vocabulary& words() { return workspace().vocabulary(); }
    static void bringToFront(QWidget& window)
    {
        window.activateWindow();
        QTRY_VERIFY(window.isActiveWindow());
    }
    VocabularyWindow* open()
    {
        bringToFront(*m_window);
        QTest::keySequence(m_window.get(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V));
        return m_window->findChild<VocabularyWindow*>();
    }
    void save(const Result<VocabularyEdit>& edit)
    {
        QVERIFY2(edit, edit ? "" : qPrintable(edit.error().message));
        QVERIFY(workspace().save(edit->record(), edit->what));
    }
    // By hand, as someone would; agrees to what is shown.
    void rename(VocabularyWindow& window, const QString& from, const QString& to)
    {
        window.showList(std::nullopt);
        window.choose(from);
        bringToFront(window);
        auto* name = qobject_cast<QLineEdit*>(window.form()->control(EntryField::Name));
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, to);
        QTest::keyClick(name, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(window.findChild<UsesDialog*>());
        QTest::keyClick(window.findChild<UsesDialog*>(), Qt::Key_Return);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void VocabularyEditingTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    m_settings = std::make_unique<Settings>(m_store.get());
    m_settings->editor.set(QStringLiteral("Ada"));
    m_session = std::make_unique<Session>(test::fixedToday);
    QVERIFY(workspace().open(openShipped(m_folder->path())));
    m_window = std::make_unique<MainWindow>(workspace(), m_session->geometry, *m_settings);
    m_window->show();
}

void VocabularyEditingTest::cleanup()
{
    m_window.reset();
    m_session.reset();
}

void VocabularyEditingTest::renamesAndTakesBack()
{
    VocabularyWindow* window = open();
    QVERIFY(window);
    rename(*window, chatGpt, QStringLiteral("GPT"));
    QTRY_VERIFY(words().platform(QStringLiteral("GPT")));
    QCOMPARE(workspace().editor(), QStringLiteral("Ada"));
    bringToFront(*m_window);
    QTest::keySequence(m_window.get(), QKeySequence::Undo);
    QVERIFY(words().platform(chatGpt));
    QVERIFY(!words().platform(QStringLiteral("GPT")));
    QTest::keySequence(m_window.get(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    QVERIFY(words().platform(QStringLiteral("GPT")));
    QCOMPARE(open(), window); // one window
}

void VocabularyEditingTest::viewsFollow()
{
    workspace().setFilter(*parseFilter(QStringLiteral("concern:fraud"), words(), workspace().gazetteer()));
    auto& timeline = m_window->findChild<TimelinePanel*>()->view();
    timeline.setColourBy(ColourBy::Concern);
    Term term = *words().find(TermKind::Concern, QStringLiteral("fraud"));
    term.label = QStringLiteral("Scams");
    term.colour = QStringLiteral("#a000a0");
    save(changeEntry(words(), TermKind::Concern, term.code, term));
    const auto& legend = timeline.scheme().legend();
    QVERIFY(std::any_of(legend.begin(), legend.end(), [](const LegendEntry& entry) {
        return entry.label == QLatin1String("Scams") && entry.style.colour == QColor(0xa000a0);
    }));
    const auto texts = [](QWidget* part) {
        QStringList all;
        for (const auto* each : part->findChildren<QWidget*>())
            all << each->accessibleName();
        return all.join(u' ');
    };
    QVERIFY2(texts(m_window->findChild<ChipsBar*>()).contains(QStringLiteral("Scams")),
             qPrintable(texts(m_window->findChild<ChipsBar*>())));
    const auto* table = m_window->findChild<EventTable*>()->findChild<QTableView*>();
    QStringList first;
    for (int column = 0; column < table->model()->columnCount(); ++column)
        first << table->model()->index(0, column).data().toString();
    QVERIFY2(first.join(u'|').contains(QStringLiteral("Scams")), qPrintable(first.join(u'|')));
}

void VocabularyEditingTest::anOpenFormFollows()
{
    const Row row = workspace().rowsNaming(std::nullopt, chatGpt).front();
    EventEditor* editor = EventEditor::edit(workspace(), row, m_window.get());
    editor->show();
    bringToFront(*editor);
    auto* title = qobject_cast<QLineEdit*>(editor->form().control(EventField::Title));
    title->setFocus();
    title->selectAll();
    QTest::keyClicks(title, QStringLiteral("Typed"));
    Platform platform = *words().platform(chatGpt);
    platform.name = QStringLiteral("GPT");
    save(changeEntry(words(), chatGpt, platform));
    QCOMPARE(title->text(), QStringLiteral("Typed"));
    QVERIFY(editor->form().state().platforms.contains(QStringLiteral("GPT")));
    QVERIFY(!editor->form().state().platforms.contains(chatGpt));
    QTest::keySequence(editor, QKeySequence(Qt::CTRL | Qt::Key_S));
    const auto isSaved = [this] {
        for (Row each = 0; each < workspace().columns().size(); ++each)
            if (workspace().brief(each).title == QLatin1String("Typed"))
                return workspace().event(each).platforms.contains(QStringLiteral("GPT"));
        return false;
    };
    QTRY_VERIFY(isSaved());
}

void VocabularyEditingTest::historyTellsIt()
{
    Platform platform = *words().platform(chatGpt);
    platform.name = QStringLiteral("GPT");
    save(changeEntry(words(), chatGpt, platform));
    ChangeLog log(workspace());
    const auto* events = log.findChild<StepEventsModel*>();
    QCOMPARE(events->index(0, StepEventsModel::Title).data().toString(),
             QStringLiteral("Platform \u201cChatGPT\u201d"));
    QCOMPARE(events->index(0, StepEventsModel::Changed).data().toString(),
             QStringLiteral("renamed to \u201cGPT\u201d"));
    QCOMPARE(events->index(1, StepEventsModel::Changed).data().toString(), QStringLiteral("Platforms"));
    QVERIFY(workspace().save(moveEntry(words(), TermKind::Concern, QStringLiteral("fraud"), 0)->record(),
                             QStringLiteral("Move")));
    const ChangeLog again(workspace());
    events = again.findChild<StepEventsModel*>();
    QCOMPARE(events->index(0, StepEventsModel::Changed).data().toString(),
             QStringLiteral("put in another order"));
}

void VocabularyEditingTest::manyEventsFollowInTheBackground()
{
    Platform bulk;
    bulk.name = QStringLiteral("Bulk");
    save(addEntry(words(), bulk));
    std::vector<EventChange> changes;
    for (int i = 0; i < 2100; ++i) {
        Event event = anyEvent(QStringLiteral("bulk-%1").arg(i));
        event.platforms = {bulk.name};
        changes.push_back({{}, event});
    }
    QVERIFY(workspace().save(std::move(changes), QStringLiteral("Bulk")));
    VocabularyWindow* window = open();
    rename(*window, bulk.name, QStringLiteral("Heap"));
    QTRY_VERIFY_WITH_TIMEOUT(words().platform(QStringLiteral("Heap")), 30000);
    QCOMPARE(workspace().rowsNaming(std::nullopt, QStringLiteral("Heap")).size(), 2100u);
    QTRY_VERIFY(!m_window->findChild<QProgressDialog*>());
    bringToFront(*m_window);
    QTest::keySequence(m_window.get(), QKeySequence::Undo);
    QCOMPARE(workspace().rowsNaming(std::nullopt, bulk.name).size(), 2100u);
}

QTEST_MAIN(VocabularyEditingTest)
#include "tst_vocabularyediting.moc"
