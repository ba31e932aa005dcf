// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window of incoming changes, by keys and clicks: accepting whole events and single fields, conflicts one
// by one, what cannot be saved, saving as one step.
#include "tests/support/quiet.h"
#include "tests/support/starter.h"
#include "widgets/incoming/incomingmodel.h"
#include "widgets/incoming/incomingwindow.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using namespace interdict;
using Kind = Incoming::Kind;

namespace {

const QString italy = QStringLiteral("it-garante-deepseek-block-2025");

} // namespace

class IncomingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsWhatComes();
    void nothingIsAcceptedAtFirst();
    void spaceAcceptsAndTakesBack();
    void aClickOnTheCheckAccepts();
    void acceptsAllWithoutConflict();
    void choosesFieldByField();
    void decidesConflictsByKeys();
    void decidesConflictsByClick();
    void goesToWhatMustBeDecided();
    void showsDeletions();
    void refusesWhatWouldNotBeValid();
    void savesOneStep();
    void keepsAnswersWhenLookedAgain();
    void filtersTheList();
    void tellsWordsThatComeAlong();
    void escapeCloses();
    void readOnlySaysSo();
    void wordsOfBothSidesAreMarked();

private:
    Workspace& workspace() { return m_starter->workspace; }
    Event event(const QString& uid) { return workspace().event(*workspace().rowOf(uid)); }
    QString uidAt(Row row) { return workspace().brief(row).uid; }
    static EventChange changed(const Event& before, const std::function<void(Event&)>& change);
    // Title of Italy's event changed on both sides, its note there alone; a new event; one that is deleted.
    void open();
    void open(std::vector<EventChange> sent, const Vocabulary& words = {});
    std::vector<Incoming> judged(const std::vector<EventChange>& sent);
    template <typename Widget>
    Widget* named(const QString& name) const;
    QPushButton* button(const QString& start) const;
    void choose(const QString& uid) { m_list->setCurrentIndex(m_model->index(*m_model->rowOf(uid), 0)); }
    int fieldRow(EventField field) const;
    void clickCell(EventField field, FieldChoices::Column column);
    void acceptAll()
    {
        QTest::keyClick(m_window->windowHandle(), Qt::Key_A, Qt::AltModifier);
        QTRY_VERIFY(m_model->counts().accepted > 0);
    }
    QString status() const { return named<QLabel>(QStringLiteral("What becomes of it"))->text(); }

    std::unique_ptr<test::Starter> m_starter;
    std::unique_ptr<IncomingWindow> m_window;
    std::vector<EventChange> m_sent;
    IncomingModel* m_model = nullptr;
    QListView* m_list = nullptr;
    QTableView* m_table = nullptr;
    QString m_gone;
};

void IncomingTest::init()
{
    test::failOnWarnings();
    m_starter = std::make_unique<test::Starter>();
    workspace().setStamper([] {
        return Stamp{QStringLiteral("Ben"), QStringLiteral("2026-11-24T12:00:00Z")};
    });
}

void IncomingTest::cleanup()
{
    m_window.reset();
    m_starter.reset();
}

EventChange IncomingTest::changed(const Event& before, const std::function<void(Event&)>& change)
{
    Event after = before;
    change(after);
    return {before, after};
}

std::vector<Incoming> IncomingTest::judged(const std::vector<EventChange>& sent)
{
    std::vector<SentChange> changes;
    for (const EventChange& change : sent)
        changes.push_back({change, QStringLiteral("Ada"), QStringLiteral("2026-11-24T10:00:00Z"),
                           QStringLiteral("Her step")});
    return incomingEvents(changes,
                          [this](const QString& uid) {
                              return workspace().revisions(uid).map(
                                  [](const std::vector<Revision>& revisions) {
                                      States states;
                                      for (const Revision& revision : revisions)
                                          states.push_back(revision.event);
                                      return states;
                                  });
                          })
        .value();
}

void IncomingTest::open()
{
    const Event base = event(italy);
    const auto mine = changed(base, [](Event& e) { e.title = QStringLiteral("Ben's title"); });
    QVERIFY(workspace().save({mine}, QStringLiteral("Mine")));
    Event fresh;
    fresh.uid = QStringLiteral("fresh");
    fresh.title = QStringLiteral("A new event");
    fresh.start = *PartialDate::parse(QStringLiteral("2025-01"));
    fresh.country = QStringLiteral("IT");
    m_gone = uidAt(0) == italy ? uidAt(1) : uidAt(0);
    open({changed(base,
                  [](Event& e) {
                      e.title = QStringLiteral("Ada's title");
                      e.note = QStringLiteral("Ada's note");
                  }),
          {{}, fresh},
          {event(m_gone), {}}});
}

void IncomingTest::open(std::vector<EventChange> sent, const Vocabulary& words)
{
    m_sent = std::move(sent);
    m_window = std::make_unique<IncomingWindow>(
        workspace(), IncomingWindow::Origin{QStringLiteral("ada.changes.json"), {}});
    m_model = &m_window->model();
    m_list = named<QListView>(QStringLiteral("Incoming events"));
    m_table = named<QTableView>(QStringLiteral("Fields of the event"));
    new QAbstractItemModelTester(m_model, QAbstractItemModelTester::FailureReportingMode::Fatal, m_model);
    new QAbstractItemModelTester(m_table->model(), QAbstractItemModelTester::FailureReportingMode::Fatal,
                                 m_model);
    m_window->setIncoming(judged(m_sent), words);
    connect(m_window.get(), &IncomingWindow::lookAgain, m_window.get(),
            [this, words] { m_window->setIncoming(judged(m_sent), words); });
    m_window->show();
    m_window->activateWindow();
    QTRY_VERIFY(m_window->isActiveWindow());
}

template <typename Widget>
Widget* IncomingTest::named(const QString& name) const
{
    for (Widget* widget : m_window->findChildren<Widget*>())
        if (widget->accessibleName() == name)
            return widget;
    qFatal("no %s", qPrintable(name));
}

QPushButton* IncomingTest::button(const QString& start) const
{
    for (QPushButton* one : m_window->findChildren<QPushButton*>())
        if (one->text().remove(u'&').startsWith(start))
            return one;
    qFatal("no button %s", qPrintable(start));
}

int IncomingTest::fieldRow(EventField field) const
{
    const auto& rows = static_cast<FieldChoices*>(m_table->model())->rows();
    const auto it =
        std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.field == field; });
    return it == rows.end() ? -1 : static_cast<int>(it - rows.begin());
}

void IncomingTest::clickCell(EventField field, FieldChoices::Column column)
{
    const QModelIndex index = m_table->model()->index(fieldRow(field), column);
    m_table->scrollTo(index);
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, m_table->visualRect(index).center());
}

void IncomingTest::listsWhatComes()
{
    open();
    QCOMPARE(m_model->rowCount(), 3);
    const auto line = [this](int row, int column) { return m_model->index(row, column).data().toString(); };
    QCOMPARE(line(0, IncomingModel::What), QStringLiteral("Edit \u00b7 1 conflict(s): Title"));
    QVERIFY(line(0, IncomingModel::Who).startsWith(QStringLiteral("Ada, ")));
    QCOMPARE(line(1, IncomingModel::What), QStringLiteral("New"));
    QCOMPARE(line(2, IncomingModel::What), QStringLiteral("Deletion"));
    QCOMPARE(m_model->index(0, 0).data(IncomingModel::SignRole).toInt(), int(IncomingModel::Sign::Conflict));
    QVERIFY(
        m_model->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("conflict")));
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("ada.changes.json")));
}

void IncomingTest::nothingIsAcceptedAtFirst()
{
    open();
    QCOMPARE(button(QStringLiteral("Save Accepted"))->text(), QStringLiteral("&Save Accepted (0)"));
    QVERIFY(!button(QStringLiteral("Save Accepted"))->isEnabled());
}

void IncomingTest::spaceAcceptsAndTakesBack()
{
    open();
    choose(QStringLiteral("fresh"));
    m_list->setFocus();
    QTest::keyClick(m_list, Qt::Key_Space);
    QCOMPARE(button(QStringLiteral("Save Accepted"))->text(), QStringLiteral("&Save Accepted (1)"));
    QCOMPARE(m_model->index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QTest::keyClick(m_list, Qt::Key_Space);
    QVERIFY(!button(QStringLiteral("Save Accepted"))->isEnabled());
}

void IncomingTest::aClickOnTheCheckAccepts()
{
    open();
    const QRect row = m_list->visualRect(m_model->index(1, 0));
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, row.topLeft() + QPoint(14, 12));
    QVERIFY(m_model->isAccepted(1));
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, row.center()); // only chooses it
    QVERIFY(m_model->isAccepted(1));
}

void IncomingTest::acceptsAllWithoutConflict()
{
    open();
    acceptAll();
    QCOMPARE(button(QStringLiteral("Save Accepted"))->text(), QStringLiteral("&Save Accepted (3)"));
    QCOMPARE(int(m_model->choiceOf(0, EventField::Title)), int(Choice::Open));
    QCOMPARE(int(m_model->choiceOf(0, EventField::Note)), int(Choice::Sent));
    QCOMPARE(m_model->index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
}

void IncomingTest::choosesFieldByField()
{
    open();
    choose(QStringLiteral("fresh"));
    m_list->setFocus();
    QTest::keyClick(m_list, Qt::Key_Space);
    choose(italy);
    clickCell(EventField::Note, FieldChoices::Sent);
    QVERIFY(m_model->isAccepted(0));
    clickCell(EventField::Note, FieldChoices::Here);
    QVERIFY(!m_model->isAccepted(0));
    // A new event keeps what it cannot be without.
    choose(QStringLiteral("fresh"));
    clickCell(EventField::Title, FieldChoices::Here);
    QCOMPARE(int(m_model->choiceOf(1, EventField::Title)), int(Choice::Sent));
    QCOMPARE(int(static_cast<FieldChoices*>(m_table->model())->rows().front().choice), int(Choice::Sent));
}

void IncomingTest::decidesConflictsByKeys()
{
    open();
    choose(italy);
    m_table->setFocus();
    m_table->setCurrentIndex(m_table->model()->index(fieldRow(EventField::Title), FieldChoices::Here));
    QTest::keyClick(m_table, Qt::Key_Right);
    QTest::keyClick(m_table, Qt::Key_Space);
    QCOMPARE(int(m_model->choiceOf(0, EventField::Title)), int(Choice::Sent));
    QCOMPARE(m_model->index(0, 0).data(IncomingModel::SignRole).toInt(), int(IncomingModel::Sign::None));
    QCOMPARE(m_table->currentIndex().column(), int(FieldChoices::Sent)); // the keyboard stays there
    QTest::keyClick(m_table, Qt::Key_Left);
    QTest::keyClick(m_table, Qt::Key_Return);
    QCOMPARE(int(m_model->choiceOf(0, EventField::Title)), int(Choice::Here));
    QCOMPARE(m_model->index(0, 0).data(IncomingModel::SignRole).toInt(), int(IncomingModel::Sign::None));
}

void IncomingTest::decidesConflictsByClick()
{
    open();
    choose(italy);
    clickCell(EventField::Title, FieldChoices::Sent);
    QTest::mouseClick(button(QStringLiteral("Save Accepted")), Qt::LeftButton);
    QCOMPARE(event(italy).title, QStringLiteral("Ada's title"));
    QVERIFY(event(italy).note != QStringLiteral("Ada's note"));
}

void IncomingTest::goesToWhatMustBeDecided()
{
    const Event base = event(italy);
    const auto mine = changed(base, [](Event& e) { e.title = QStringLiteral("Ben's title"); });
    QVERIFY(workspace().save({mine}, QStringLiteral("Mine")));
    open({changed(base, [](Event& e) { e.title = QStringLiteral("Ada's title"); })});
    QTest::keyClick(m_list, Qt::Key_Space);
    QVERIFY(!m_model->isAccepted(0));
    QTRY_VERIFY(m_table->hasFocus());
    QVERIFY(status().contains(QStringLiteral("both sides")));
}

void IncomingTest::showsDeletions()
{
    open();
    choose(m_gone);
    QVERIFY(m_table->model()->rowCount() > 3);
    QVERIFY(m_table->isColumnHidden(FieldChoices::Sent));
    clickCell(EventField::Title, FieldChoices::Here); // nothing to choose in it
    QVERIFY(!m_model->isAccepted(2));
    m_list->setFocus();
    QTest::keyClick(m_list, Qt::Key_Space);
    QVERIFY(m_model->isAccepted(2));
}

void IncomingTest::refusesWhatWouldNotBeValid()
{
    open({changed(event(italy), [](Event& e) {
        e.country = QStringLiteral("US");
        e.subdivision = QStringLiteral("US-TX");
    })});
    clickCell(EventField::Subdivision, FieldChoices::Sent);
    QCOMPARE(m_model->index(0, 0).data(IncomingModel::SignRole).toInt(), int(IncomingModel::Sign::Held));
    QVERIFY(!button(QStringLiteral("Save Accepted"))->isEnabled());
    QCOMPARE(m_model->counts().held, 1);
    clickCell(EventField::Country, FieldChoices::Sent);
    QCOMPARE(m_model->counts().held, 0);
    QVERIFY(button(QStringLiteral("Save Accepted"))->isEnabled());
}

void IncomingTest::savesOneStep()
{
    open();
    QSignalSpy steps(&workspace(), &Workspace::stepSaved);
    acceptAll();
    QTest::keyClick(m_window->windowHandle(), Qt::Key_S, Qt::AltModifier);
    QTRY_COMPARE(steps.size(), 1); // a button that a key presses goes down for a moment
    QCOMPARE(steps.front().at(1).toString(), QStringLiteral("Changes of Ada from ada.changes.json"));
    QCOMPARE(event(italy).title, QStringLiteral("Ben's title"));
    QCOMPARE(event(italy).note, QStringLiteral("Ada's note"));
    QVERIFY(workspace().rowOf(QStringLiteral("fresh")) && !workspace().rowOf(m_gone));
    QVERIFY2(status().startsWith(QStringLiteral("Saved: 3")), qPrintable(status()));
    QCOMPARE(m_model->counts().known, 2); // the conflict is left
    QCOMPARE(m_model->counts().toDecide, 1);
}

void IncomingTest::keepsAnswersWhenLookedAgain()
{
    open();
    acceptAll();
    choose(italy);
    clickCell(EventField::Title, FieldChoices::Sent);
    const auto edit = changed(event(m_gone), [](Event& e) { e.note = QStringLiteral("Meanwhile"); });
    QVERIFY(workspace().save({edit}, QStringLiteral("Meanwhile")));
    QCOMPARE(int(m_model->choiceOf(0, EventField::Title)), int(Choice::Sent));
    QVERIFY(m_model->isAccepted(1));
    QVERIFY(!m_model->isAccepted(2)); // the deletion of what was changed is asked anew
    QCOMPARE(m_model->at(2).conflicts.size(), std::size_t(1));
}

void IncomingTest::filtersTheList()
{
    open();
    auto* box = named<QComboBox>(QStringLiteral("Which events are listed"));
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down); // to decide
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->at(0).uid(), italy);
    QTest::keyClick(box, Qt::Key_Down); // accepted
    QCOMPARE(m_model->rowCount(), 0);
    QTest::keyClick(box, Qt::Key_Home);
    QCOMPARE(m_model->rowCount(), 3);
}

void IncomingTest::tellsWordsThatComeAlong()
{
    Vocabulary words;
    words.add({QStringLiteral("Zeta Chat"), {}, {}, {}, {}});
    open({changed(event(italy), [](Event& e) { e.platforms << QStringLiteral("Zeta Chat"); })}, words);
    bool isTold = false;
    for (QLabel* label : m_window->findChildren<QLabel*>())
        isTold =
            isTold || label->text().contains(QStringLiteral("added with the events that use it: Zeta Chat"));
    QVERIFY(isTold);
    QTest::keyClick(m_list, Qt::Key_Space);
    QCOMPARE(m_model->counts().held, 0);
    QCOMPARE(m_model->counts().accepted, 1);
}

void IncomingTest::escapeCloses()
{
    open();
    QTest::keyClick(m_list, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->isVisible());
}

void IncomingTest::readOnlySaysSo()
{
    auto readOnly = DataSet::open(m_starter->path, DataSet::Mode::ReadOnly);
    QVERIFY(readOnly && workspace().open(std::move(*readOnly)));
    open({changed(event(italy), [](Event& e) { e.note = QStringLiteral("New"); })});
    QTest::keyClick(m_list, Qt::Key_Space);
    QVERIFY(!button(QStringLiteral("Save Accepted"))->isEnabled());
    QVERIFY(status().contains(QStringLiteral("cannot be written")));
}

void IncomingTest::wordsOfBothSidesAreMarked()
{
    const auto titled = [](const char* title) {
        Event event;
        event.title = QLatin1String(title);
        return std::optional(event);
    };
    const auto row = choiceRow(EventField::Title, titled("a b c"), titled("a x c"), titled("a b d"),
                               workspace().vocabulary(), workspace().gazetteer(), QLocale());
    QCOMPARE(marked(row.before), QStringLiteral("a b [removed: c]"));
    QCOMPARE(marked(row.here), QStringLiteral("a [added: x] c"));
    QCOMPARE(marked(row.sent), QStringLiteral("a b [added: d]"));
    const auto both = choiceRow(EventField::Title, {}, titled("a b"), titled("a c"), workspace().vocabulary(),
                                workspace().gazetteer(), QLocale());
    QCOMPARE(marked(both.here), QStringLiteral("a [removed: b]"));
    QCOMPARE(marked(both.sent), QStringLiteral("a [added: c]"));
}

QTEST_MAIN(IncomingTest)
#include "tst_incoming.moc"
