// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Review in the window: what is not published is in no view unless it is asked for, the verbs for many events
// are one step each, and the status bar tells what waits.
#include "app/editing.h"
#include "app/export.h"
#include "app/mainwindow.h"
#include "app/reviewing.h"
#include "app/session.h"
#include "tests/support/starter.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/editor/eventeditor.h"
#include "widgets/editor/eventform.h"
#include "widgets/facets/facetpanel.h"
#include "widgets/facets/facetsection.h"
#include "widgets/map/mapfacts.h"
#include "widgets/table/eventtablemodel.h"
#include "widgets/timeline/timelinelayout.h"
#include "widgets/timeline/timelineview.h"

#include <QAction>
#include <QApplication>
#include <QMessageBox>
#include <QStatusBar>
#include <QTest>
#include <QTimer>

using namespace interdict;

class ReviewingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void draftsAreInNoView();
    void unpublishedAreShownAndMarked();
    void verbsForMany();
    void publishingWithOpenCommentsAsks();
    void statusTellsWhatWaits();
    void facetComesWhenNeeded();
    void newEventsBeginAsTheLast();
    void exportFollows();

private:
    Workspace& workspace() { return m_session->workspace; }
    void setReview(const std::vector<Row>& rows, ReviewState state);
    void press(const QKeySequence& keys);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
    std::vector<Row> m_rows; // three events of one country
};

void ReviewingTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString path = m_folder->filePath(QStringLiteral("record.interdict"));
    QFile::copy(QStringLiteral(":/data/starter.interdict"), path);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    m_store =
        std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    m_settings = std::make_unique<Settings>(m_store.get());
    m_settings->editor.set(QStringLiteral("Ada"));
    m_session = std::make_unique<Session>(test::fixedToday);
    QVERIFY(workspace().open(std::move(*DataSet::open(path))));
    m_window = std::make_unique<MainWindow>(workspace(), m_session->geometry, *m_settings);
    m_window->setShownViews({QStringLiteral("map"), QStringLiteral("timeline"), QStringLiteral("table")});
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_rows.clear();
    for (Row row = 0; row < workspace().columns().size() && m_rows.size() < 3; ++row)
        if (workspace().columns().countryCode(row) == QLatin1String("IT"))
            m_rows.push_back(row);
}

void ReviewingTest::cleanup()
{
    m_window.reset();
    m_session.reset();
}

void ReviewingTest::setReview(const std::vector<Row>& rows, ReviewState state)
{
    workspace().setSelection(rows);
    m_window->editing().reviewing().review(state);
}

void ReviewingTest::press(const QKeySequence& keys)
{
    m_window->activateWindow();
    QTRY_VERIFY(m_window->isActiveWindow());
    QTest::keySequence(m_window.get(), keys);
}

void ReviewingTest::draftsAreInNoView()
{
    const auto all = workspace().columns().size();
    const auto place =
        static_cast<std::size_t>(*workspace().columns().table(Facet::Country).number(QStringLiteral("IT")));
    const auto before = workspace().counts(Facet::Country)[place];
    setReview(m_rows, ReviewState::Draft);
    workspace().clearSelection();
    QCOMPARE(workspace().result().size(), std::size_t(all - 3));
    QCOMPARE(workspace().total(), all - 3);
    QCOMPARE(workspace().counts(Facet::Country)[place], before - 3);
    const auto* table = m_window->findChild<EventTableModel*>();
    QCOMPARE(table->rowCount(), static_cast<int>(all - 3));
    const RecordFacts facts = collectFacts(workspace().columns(), workspace().vocabulary(),
                                           workspace().result(), workspace().asOf(), workspace().filter());
    QCOMPARE(facts.of(static_cast<int>(place)).total, before - 3);
    auto* timeline = m_window->findChild<TimelineView*>();
    QCoreApplication::processEvents();
    std::uint32_t dashed = 0;
    for (const MarkStyle& style : timeline->layoutNow().styles())
        dashed += style.isDashed ? 1 : 0;
    QVERIFY(dashed > 0); // the record has some
    for (const TimelineItem& item : timeline->layoutNow().items())
        if (item.kind == TimelineItem::Kind::Event)
            QVERIFY(!timeline->layoutNow().styles()[item.style].isDashed);
    QCOMPARE(timeline->legend().entries.size(), timeline->scheme().legend().size());
}

void ReviewingTest::unpublishedAreShownAndMarked()
{
    const auto all = workspace().columns().size();
    setReview(m_rows, ReviewState::Draft);
    workspace().clearSelection();
    press(QKeySequence(Qt::Key_F8));
    QCOMPARE(workspace().result().size(), std::size_t(all));
    QCOMPARE(workspace().total(), all);
    auto* timeline = m_window->findChild<TimelineView*>();
    QCOMPARE(timeline->legend().entries.back().label, QStringLiteral("Not published"));
    const auto place = *workspace().columns().table(Facet::Country).number(QStringLiteral("IT"));
    const RecordFacts facts = collectFacts(workspace().columns(), workspace().vocabulary(),
                                           workspace().result(), workspace().asOf(), workspace().filter());
    QCOMPARE(facts.of(place).unpublished, 3U);
    const auto* table = m_window->findChild<EventTableModel*>();
    const int title = table->columnOf(QStringLiteral("title"));
    const int line = *table->lineOf(m_rows.front());
    QCOMPARE(table->index(line, title).data(Qt::ToolTipRole).toString(),
             QStringLiteral("Draft, not published"));
    QCOMPARE(table->index(line, table->columnOf(QStringLiteral("review"))).data().toString(),
             QStringLiteral("Draft"));
    press(QKeySequence(Qt::Key_F8));
    QVERIFY(workspace().filter().isEmpty());
}

void ReviewingTest::verbsForMany()
{
    const auto stateOf = [this](Row row) { return workspace().event(row).review; };
    workspace().setSelection(m_rows);
    press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    QCOMPARE(stateOf(m_rows[2]), ReviewState::Draft);
    QVERIFY2(m_window->statusBar()->currentMessage().contains(QStringLiteral("F8")),
             qPrintable(m_window->statusBar()->currentMessage()));
    press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    QCOMPARE(stateOf(m_rows[0]), ReviewState::Submitted);
    press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    QCOMPARE(stateOf(m_rows[1]), ReviewState::Published);
    QCOMPARE(workspace().steps()->size(), std::size_t(3));
    QVERIFY(m_window->editing().undoStack().undoText().startsWith(QStringLiteral("Publish 3 event")));
    press(QKeySequence::Undo);
    QCOMPARE(stateOf(m_rows[1]), ReviewState::Submitted);
    press(QKeySequence::Undo);
    press(QKeySequence::Undo);
    QCOMPARE(stateOf(m_rows[1]), ReviewState::Published);
    workspace().setSelection({m_rows[0]});
    press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)); // nothing to do
    QVERIFY(!m_window->editing().undoStack().canRedo() ||
            m_window->editing().undoStack().redoText().startsWith(QStringLiteral("Back")));
}

void ReviewingTest::publishingWithOpenCommentsAsks()
{
    setReview(m_rows, ReviewState::Submitted);
    const Event before = workspace().event(m_rows[0]);
    Event after = before;
    after.comments.push_back({{}, QStringLiteral("Why?"), QStringLiteral("Ben"), {}, false});
    QVERIFY(workspace().save({{before, after}}, QStringLiteral("Comment")));
    const auto answer = [](QMessageBox::StandardButton button) {
        QTimer::singleShot(0, qApp, [button] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            QVERIFY(box);
            box->button(button)->click();
        });
    };
    answer(QMessageBox::No);
    setReview(m_rows, ReviewState::Published);
    QCOMPARE(workspace().event(m_rows[0]).review, ReviewState::Submitted);
    answer(QMessageBox::Yes);
    setReview(m_rows, ReviewState::Published);
    QCOMPARE(workspace().event(m_rows[0]).review, ReviewState::Published);
}

void ReviewingTest::statusTellsWhatWaits()
{
    auto* waiting = m_window->findChild<LinkButton*>(QStringLiteral("waiting"));
    QVERIFY(waiting->isHidden());
    setReview(m_rows, ReviewState::Submitted);
    QVERIFY(!waiting->isHidden());
    QVERIFY2(waiting->text().startsWith(QLatin1Char('3')), qPrintable(waiting->text()));
    QTest::mouseClick(waiting, Qt::LeftButton);
    QCOMPARE(workspace().result().size(), std::size_t(3));
    QCOMPARE(filterText(workspace().filter()), QStringLiteral("review:submitted"));
    setReview(m_rows, ReviewState::Published);
    QVERIFY(waiting->isHidden());
}

void ReviewingTest::facetComesWhenNeeded()
{
    const auto* section = m_window->findChild<FacetPanel*>()->section(Facet::Review);
    QVERIFY(section->isHidden());
    setReview(m_rows, ReviewState::Draft);
    QVERIFY(!section->isHidden());
    setReview(m_rows, ReviewState::Published);
    QVERIFY(section->isHidden());
    workspace().setFilter(withUnpublished({}, true));
    QVERIFY(!section->isHidden());
}

void ReviewingTest::newEventsBeginAsTheLast()
{
    const auto editor = [this] { return m_window->findChild<EventEditor*>(); };
    m_window->editing().newEvent();
    QCOMPARE(editor()->form().review(), ReviewState::Published);
    const auto type = [&](EventField field, const QString& text) {
        QWidget* control = editor()->form().control(field);
        control->setFocus();
        QTest::keyClicks(control, text);
        QTest::keyClick(control, Qt::Key_Tab);
    };
    type(EventField::Title, QStringLiteral("A test"));
    type(EventField::Start, QStringLiteral("2025-03-04"));
    type(EventField::Country, QStringLiteral("Norway"));
    editor()->saveAs(ReviewState::Draft);
    QTRY_VERIFY(!editor());
    QCOMPARE(workspace().event(*workspace().current()).review,
             ReviewState::Draft); // on the card, though hidden
    QVERIFY(!workspace().inResult(*workspace().current()));
    QVERIFY(m_window->statusBar()->currentMessage().contains(QStringLiteral("F8")));
    m_window->editing().newEvent();
    QCOMPARE(editor()->form().review(), ReviewState::Draft);
    delete editor();
}

void ReviewingTest::exportFollows()
{
    setReview(m_rows, ReviewState::Draft);
    const auto all = workspace().columns().size();
    const RecordPart shown = recordPart(workspace(), ExportChoice::Shown, test::fixedToday);
    QCOMPARE(shown.ids.size(), std::size_t(all - 3));
    QCOMPARE(shown.origin.choice, QStringLiteral("those published"));
    QCOMPARE(recordPart(workspace(), ExportChoice::All, test::fixedToday).ids.size(), std::size_t(all));
}

QTEST_MAIN(ReviewingTest)
#include "tst_reviewing.moc"
