// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The list of all changes: its filters, the events of a step, the ways on, and a hundred thousand steps.
#include "tests/support/starter.h"
#include "widgets/history/changefilterbar.h"
#include "widgets/history/changelog.h"
#include "widgets/history/eventhistory.h"
#include "widgets/history/stepsmodel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using namespace interdict;

namespace {

const QString italy = QStringLiteral("it-garante-deepseek-block-2025");

ChangeStep stepOf(std::int64_t id, const QString& editor, const QString& when, const QString& what)
{
    return {id, {editor, when}, what, 1};
}

QString shown(const QAbstractItemModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class ChangeLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void stepsPass_data();
    void stepsPass();
    void looksForFieldsInSlices();
    void manySteps();
    void listsSteps();
    void filtersByWordsAndEditor();
    void filtersByDay();
    void tellsDaysThatAreNone();
    void filtersByField();
    void listsTheEventsOfAStep();
    void opensHistories();
    void showsInTheWindow();
    void followsTheRecord();
    void emptyLogSaysSo();

private:
    Workspace& workspace() { return m_starter->workspace; }
    Event event(const QString& uid) { return workspace().event(*workspace().rowOf(uid)); }
    void edit(const QStringList& uids, const QString& what, const std::function<void(Event&)>& change);
    void open(bool withEdits = true);
    template <typename Widget>
    Widget* named(const QString& name) const;
    QPushButton* button(const QString& text) const;
    QStringList listed() const { return column(*m_steps->model(), StepsModel::What); }
    static QStringList column(const QAbstractItemModel& model, int column);
    QString status() const { return named<QLabel>(QStringLiteral("What is listed"))->text(); }

    std::unique_ptr<test::Starter> m_starter;
    std::unique_ptr<ChangeLog> m_log;
    QTableView* m_steps = nullptr;
    QTableView* m_events = nullptr;
    Stamp m_stamp;
};

void ChangeLogTest::init()
{
    m_starter = std::make_unique<test::Starter>();
    workspace().setStamper([this] { return m_stamp; });
}

void ChangeLogTest::cleanup()
{
    m_log.reset();
    m_starter.reset();
}

void ChangeLogTest::edit(const QStringList& uids, const QString& what,
                         const std::function<void(Event&)>& change)
{
    std::vector<EventChange> changes;
    for (const QString& uid : uids) {
        changes.push_back({event(uid), event(uid)});
        change(*changes.back().after);
    }
    const auto saved = workspace().save(changes, what);
    QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().message));
}

// Three steps on two days by two editors: a note, two titles, a deletion.
void ChangeLogTest::open(bool withEdits)
{
    if (withEdits) {
        const QString other = workspace().brief(3).uid;
        m_stamp = {QStringLiteral("Anna"), QStringLiteral("2026-11-20T12:00:00Z")};
        edit({italy}, QStringLiteral("Edit of Italy"), [](Event& e) { e.note = QStringLiteral("A note."); });
        m_stamp = {QStringLiteral("Ben"), QStringLiteral("2026-11-21T12:00:00Z")};
        edit({italy, other}, QStringLiteral("Two titles"), [](Event& e) { e.title += QStringLiteral(" x"); });
        const auto deletion = workspace().deletionOf(std::vector{*workspace().rowOf(other)});
        QVERIFY(workspace().save(*deletion, QStringLiteral("Delete one")));
    }
    m_log = std::make_unique<ChangeLog>(workspace());
    m_log->show();
    QVERIFY(QTest::qWaitForWindowActive(m_log.get()));
    m_steps = named<QTableView>(QStringLiteral("Steps, newest first"));
    m_events = named<QTableView>(QStringLiteral("Events of the step"));
    for (QTableView* table : {m_steps, m_events})
        new QAbstractItemModelTester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     m_log.get());
}

template <typename Widget>
Widget* ChangeLogTest::named(const QString& name) const
{
    for (Widget* found : m_log->findChildren<Widget*>())
        if (found->accessibleName() == name)
            return found;
    qFatal("nothing is named %s", qPrintable(name));
}

QPushButton* ChangeLogTest::button(const QString& text) const
{
    for (QPushButton* found : m_log->findChildren<QPushButton*>())
        if (QString(found->text()).remove(u'&') == text)
            return found;
    qFatal("no button %s", qPrintable(text));
}

QStringList ChangeLogTest::column(const QAbstractItemModel& model, int column)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all << shown(model, row, column);
    return all;
}

void ChangeLogTest::stepsPass_data()
{
    QTest::addColumn<QString>("editor");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("passes");
    const QString no;
    QTest::newRow("any") << no << no << no << no << true;
    QTest::newRow("editor") << QStringLiteral("Anna") << no << no << no << true;
    QTest::newRow("another") << QStringLiteral("Ann") << no << no << no << false;
    QTest::newRow("that day") << no << QStringLiteral("2026-11-20") << QStringLiteral("2026-11-20") << no
                              << true;
    QTest::newRow("that month") << no << QStringLiteral("2026-11") << QStringLiteral("2026-11") << no << true;
    QTest::newRow("later") << no << QStringLiteral("2026-11-21") << no << no << false;
    QTest::newRow("before") << no << no << QStringLiteral("2026-11-19") << no << false;
    QTest::newRow("words") << no << no << no << QStringLiteral("italy EDIT") << true;
    QTest::newRow("one word not") << no << no << no << QStringLiteral("italy delete") << false;
}

void ChangeLogTest::stepsPass()
{
    QFETCH(QString, editor);
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, text);
    ChangeFilter filter;
    if (!editor.isEmpty())
        filter.editor = editor;
    filter.from = PartialDate::parse(from);
    filter.to = PartialDate::parse(to);
    filter.text = text;
    const auto step = stepOf(1, QStringLiteral("Anna"), QStringLiteral("2026-11-20T23:59:59Z"),
                             QStringLiteral("Edit of Italy"));
    QTEST(StepTest(filter).passes(step), "passes");
}

void ChangeLogTest::looksForFieldsInSlices()
{
    int asked = 0;
    StepsModel model(
        QLocale::c(),
        [&asked](const ChangeStep& step) {
            ++asked;
            return std::vector{step.id % 2 ? EventField::Title : EventField::Note};
        },
        nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::vector<ChangeStep> steps;
    for (std::int64_t id = 10; id > 0; --id)
        steps.push_back(stepOf(id, {}, {}, QString::number(id)));
    model.setSteps(steps);
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(asked, 0);
    ChangeFilter filter;
    filter.field = EventField::Title;
    model.setFilter(filter);
    QCOMPARE(model.rowCount(), 0);
    model.look(10'000, 4);
    QCOMPARE(column(model, StepsModel::What), (QStringList{QStringLiteral("9"), QStringLiteral("7")}));
    QCOMPARE(model.waiting(), 6);
    model.addSteps({stepOf(12, {}, {}, QStringLiteral("12")), stepOf(11, {}, {}, QStringLiteral("11"))});
    QCOMPARE(shown(model, 0, StepsModel::What), QStringLiteral("11"));
    model.look(10'000, 100);
    QCOMPARE(model.rowCount(), 6);
    QCOMPARE(model.rowOf(7), std::optional(2));
    QVERIFY(!model.rowOf(8));
    filter.field = EventField::Note;
    model.setFilter(filter);
    model.look(10'000, 100);
    QCOMPARE(model.rowCount(), 6);
    QCOMPARE(asked, 12); // each once
}

void ChangeLogTest::manySteps()
{
    StepsModel model(
        QLocale::c(), [](const ChangeStep&) { return std::vector<EventField>(); }, nullptr);
    std::vector<ChangeStep> steps;
    for (std::int64_t id = 100'000; id > 0; --id)
        steps.push_back(
            stepOf(id, QStringLiteral("Editor %1").arg(id % 7),
                   QStringLiteral("2026-%1-01T00:00:00Z").arg(id % 12 + 1, 2, 10, QLatin1Char('0')),
                   QStringLiteral("Edit of event %1").arg(id)));
    model.setSteps(std::move(steps));
    ChangeFilter filter;
    filter.editor = QStringLiteral("Editor 3");
    filter.from = PartialDate::parse(u"2026-05");
    filter.text = QStringLiteral("event 9");
    QElapsedTimer time;
    time.start();
    model.setFilter(filter);
    const qint64 took = time.elapsed();
    QVERIFY(model.rowCount() > 0 && model.rowCount() < 10'000);
    QVERIFY2(took < 500, qPrintable(QString::number(took))); // some 10 ms; sanitizers are slower
}

void ChangeLogTest::listsSteps()
{
    open();
    QCOMPARE(listed(), (QStringList{QStringLiteral("Delete one"), QStringLiteral("Two titles"),
                                    QStringLiteral("Edit of Italy")}));
    QCOMPARE(shown(*m_steps->model(), 1, StepsModel::Editor), QStringLiteral("Ben"));
    QCOMPARE(shown(*m_steps->model(), 1, StepsModel::Events), QStringLiteral("2"));
    QCOMPARE(status(), QStringLiteral("3 step(s)"));
}

void ChangeLogTest::filtersByWordsAndEditor()
{
    open();
    QTest::keyClick(m_log->windowHandle(), Qt::Key_F, Qt::ControlModifier);
    auto* words = named<QLineEdit>(QStringLiteral("Words of the step"));
    QTRY_VERIFY(words->hasFocus());
    QTest::keyClicks(words, QStringLiteral("TITLES"));
    QCOMPARE(listed(), QStringList{QStringLiteral("Two titles")});
    QCOMPARE(status(), QStringLiteral("1 of 3 steps"));
    words->clear();
    auto* editor = named<QComboBox>(QStringLiteral("Editor"));
    editor->setFocus();
    QTest::keyClick(editor, Qt::Key_Down); // Anna
    QCOMPARE(listed(), QStringList{QStringLiteral("Edit of Italy")});
}

void ChangeLogTest::filtersByDay()
{
    open();
    auto* from = named<QLineEdit>(QStringLiteral("From"));
    auto* to = named<QLineEdit>(QStringLiteral("To"));
    QTest::keyClicks(to, QStringLiteral("2026-11-20"));
    QCOMPARE(listed(), QStringList{QStringLiteral("Edit of Italy")});
    to->clear();
    QTest::keyClicks(from, QStringLiteral("2026-11-21"));
    QCOMPARE(listed().size(), 2);
}

void ChangeLogTest::tellsDaysThatAreNone()
{
    open();
    auto* from = named<QLineEdit>(QStringLiteral("From"));
    QTest::keyClicks(from, QStringLiteral("2026-02-30"));
    QVERIFY(!from->accessibleDescription().isEmpty());
    QVERIFY2(status().contains(from->accessibleDescription()), qPrintable(status()));
    QCOMPARE(listed().size(), 3);
    from->clear();
    QCOMPARE(status(), QStringLiteral("3 step(s)"));
}

void ChangeLogTest::filtersByField()
{
    open();
    auto* field = named<QComboBox>(QStringLiteral("Changed field"));
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Down); // Title
    QTRY_COMPARE(listed(), QStringList{QStringLiteral("Two titles")});
    QTRY_COMPARE(status(), QStringLiteral("1 of 3 steps"));
    QCOMPARE(m_events->model()->rowCount(), 2);
    QTest::keyClick(field, Qt::Key_Up);
    QCOMPARE(listed().size(), 3);
}

void ChangeLogTest::listsTheEventsOfAStep()
{
    open();
    QVERIFY(column(*m_events->model(), StepEventsModel::Changed).contains(QStringLiteral("Deleted")));
    QTest::keyClick(m_steps, Qt::Key_Down);
    QTest::keyClick(m_steps, Qt::Key_Down);
    QCOMPARE(m_events->model()->rowCount(), 1);
    QCOMPARE(shown(*m_events->model(), 0, StepEventsModel::Changed), QStringLiteral("Note"));
}

void ChangeLogTest::opensHistories()
{
    open();
    QTest::keyClick(m_steps, Qt::Key_Down); // two events
    QTest::keyClick(m_steps, Qt::Key_Return);
    QVERIFY(m_events->hasFocus());
    QTest::keyClick(m_events, Qt::Key_Return);
    auto* history = m_log->findChild<EventHistory*>();
    QVERIFY(history && history->isVisible());
    QVERIFY(QTest::qWaitForWindowActive(history));
    const QPointer<EventHistory> gone(history);
    QTest::keyClick(history->windowHandle(), Qt::Key_Escape);
    QTRY_VERIFY(!gone);
    m_log->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_log.get()));

    const QModelIndex last = m_steps->model()->index(2, StepsModel::What); // one event
    QTest::mouseClick(m_steps->viewport(), Qt::LeftButton, {}, m_steps->visualRect(last).center());
    QTest::mouseDClick(m_steps->viewport(), Qt::LeftButton, {}, m_steps->visualRect(last).center());
    QTRY_VERIFY(m_log->findChild<EventHistory*>());
    QCOMPARE(m_log->findChild<EventHistory*>()->uid(), italy);
    QTest::mouseClick(button(QStringLiteral("Event's History")), Qt::LeftButton);
    QCOMPARE(m_log->findChildren<EventHistory*>().size(), 1); // one window an event
}

void ChangeLogTest::showsInTheWindow()
{
    open();
    QPushButton* show = button(QStringLiteral("Show in the Window"));
    QTest::keyClick(m_steps, Qt::Key_Down);
    QVERIFY(show->isEnabled());
    QTest::mouseClick(show, Qt::LeftButton);
    QCOMPARE(workspace().selection(), std::vector{*workspace().rowOf(italy)}); // the other is gone
}

void ChangeLogTest::followsTheRecord()
{
    open();
    QTest::keyClick(m_steps, Qt::Key_Down);
    m_stamp = {QStringLiteral("Cleo"), QStringLiteral("2026-11-22T12:00:00Z")};
    edit({italy}, QStringLiteral("Another"), [](Event& e) { e.summary = QStringLiteral("Short."); });
    QCOMPARE(listed().front(), QStringLiteral("Another"));
    QCOMPARE(m_steps->currentIndex().row(), 2); // still the two titles
    QCOMPARE(m_events->model()->rowCount(), 2);
    QVERIFY(named<QComboBox>(QStringLiteral("Editor"))->findText(QStringLiteral("Cleo")) > 0);
}

void ChangeLogTest::emptyLogSaysSo()
{
    open(false);
    QCOMPARE(listed().size(), 0);
    QVERIFY2(status().startsWith(QStringLiteral("No change")), qPrintable(status()));
    QVERIFY(!button(QStringLiteral("Show in the Window"))->isEnabled());
    QVERIFY(!button(QStringLiteral("Event's History"))->isEnabled());
}

QTEST_MAIN(ChangeLogTest)
#include "tst_changelog.moc"
