// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two writers on one event: while its form is open, someone else saves it through a connection of their own.
// What both changed is asked; what one changed is merged; what was deleted can be brought back; an undo that
// cannot be leads to the history.
#include "app/editing.h"
#include "app/mainwindow.h"
#include "app/session.h"
#include "tests/support/starter.h"
#include "widgets/editor/conflictdialog.h"
#include "widgets/editor/eventeditor.h"
#include "widgets/editor/eventform.h"
#include "widgets/history/eventhistory.h"
#include "widgets/incoming/choicetable.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
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

} // namespace

class ConflictsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void takesWhatWasTyped();
    void takesWhatIsStored();
    void asksOnceMore();
    void goesBackToTheForm();
    void refusesWhatWouldNotBeValid();
    void bringsBackTheDeleted();
    void anUndoThatCannotBeLeadsToTheHistory();

private:
    Workspace& workspace() { return m_session->workspace; }
    Event event() { return workspace().event(*workspace().rowOf(italy)); }
    void elsewhere(const std::function<void(std::optional<Event>&)>& change);
    void openForm();
    void type(EventField field, const QString& text);
    void pressSave();
    ConflictDialog* dialog() const { return m_window->findChild<ConflictDialog*>(); }
    EventEditor* editor() const { return m_window->findChild<EventEditor*>(); }
    QPushButton* saveButton() const;
    void chooseByKeys(FieldChoices::Column column);

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void ConflictsTest::init()
{
    m_path = m_folder.filePath(QStringLiteral("record.interdict"));
    QFile::remove(m_path);
    QFile::copy(QStringLiteral(":/data/starter.interdict"), m_path);
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    m_store = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    m_settings = std::make_unique<Settings>(m_store.get());
    m_settings->editor.set(QStringLiteral("Ada"));
    m_session = std::make_unique<Session>(test::fixedToday);
    QVERIFY(workspace().open(std::move(*DataSet::open(m_path))));
    m_window = std::make_unique<MainWindow>(workspace(), m_session->geometry, *m_settings);
    m_window->show();
    workspace().select(*workspace().rowOf(italy));
}

void ConflictsTest::cleanup()
{
    m_window.reset();
    m_session.reset();
}

// Ben saves through a connection of his own; nothing: he deletes it.
void ConflictsTest::elsewhere(const std::function<void(std::optional<Event>&)>& change)
{
    const Gazetteer gazetteer = test::shippedGazetteer();
    auto dataSet = DataSet::open(m_path);
    const Event before = dataSet->event(dataSet->idOf(italy).value()).value();
    std::vector<EventChange> changes{{before, before}};
    change(changes.front().after);
    const std::vector<Event> referrers = dataSet->referrersOf(dataSet->idOf(italy).value()).value();
    if (!changes.front().after) // with the relations that name it
        for (const Event& referrer : referrers) {
            Event without = referrer;
            std::erase_if(without.relations, [](const Relation& r) { return r.uid == italy; });
            changes.push_back({referrer, without});
        }
    const auto saved =
        dataSet->save(changes, gazetteer, {QStringLiteral("Ben"), QStringLiteral("2026-11-24T12:00:00Z")},
                      QStringLiteral("Elsewhere"));
    QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().message));
}

void ConflictsTest::openForm()
{
    bringToFront(*m_window);
    QTest::keySequence(m_window.get(), QKeySequence(Qt::Key_F2));
    QVERIFY(editor());
    bringToFront(*editor());
}

void ConflictsTest::type(EventField field, const QString& text)
{
    QWidget* control = editor()->form().control(field);
    control->setFocus();
    QTest::keySequence(control, QKeySequence::SelectAll);
    QTest::keyClicks(control, text);
}

void ConflictsTest::pressSave()
{
    bringToFront(*editor());
    QTest::keySequence(editor(), QKeySequence(Qt::CTRL | Qt::Key_S));
}

QPushButton* ConflictsTest::saveButton() const
{
    for (QPushButton* button : dialog()->findChildren<QPushButton*>())
        if (button->text().remove(u'&') == QStringLiteral("Save"))
            return button;
    qFatal("no Save");
}

void ConflictsTest::chooseByKeys(FieldChoices::Column column)
{
    bringToFront(*dialog());
    auto* table = dialog()->findChild<ChoiceTable*>();
    QVERIFY(table->hasFocus()); // on "stored now"
    if (column == FieldChoices::Sent)
        QTest::keyClick(table, Qt::Key_Right);
    QTest::keyClick(table, Qt::Key_Space);
}

void ConflictsTest::takesWhatWasTyped()
{
    const QString before = event().title;
    openForm();
    type(EventField::Title, QStringLiteral("Ada's title"));
    elsewhere([](auto& event) {
        event->title = QStringLiteral("Ben's title");
        event->note = QStringLiteral("Ben's note");
    });
    pressSave();
    QTRY_VERIFY(dialog());
    auto* table = dialog()->findChild<ChoiceTable*>();
    QCOMPARE(table->model()->rowCount(), 1);
    const auto cell = [&](int column) { return table->model()->index(0, column).data().toString(); };
    QCOMPARE(cell(FieldChoices::Before), before);
    QCOMPARE(cell(FieldChoices::Here), QStringLiteral("Ben's title"));
    QCOMPARE(cell(FieldChoices::Sent), QStringLiteral("Ada's title"));
    bool tellsWho = false;
    for (QLabel* label : dialog()->findChildren<QLabel*>())
        tellsWho = tellsWho || (label->text().contains(QStringLiteral("Ben saved it meanwhile")) &&
                                label->text().contains(QStringLiteral("Note")));
    QVERIFY(tellsWho);
    QVERIFY(!saveButton()->isEnabled());
    chooseByKeys(FieldChoices::Sent);
    QVERIFY(saveButton()->isEnabled());
    QTest::mouseClick(saveButton(), Qt::LeftButton);
    QTRY_VERIFY(!editor());
    QCOMPARE(event().title, QStringLiteral("Ada's title"));
    QCOMPARE(event().note, QStringLiteral("Ben's note"));
    QCOMPARE(workspace().revisions(italy)->size(), std::size_t(3));
    QVERIFY(workspace().drafts().empty());
}

void ConflictsTest::takesWhatIsStored()
{
    openForm();
    type(EventField::Title, QStringLiteral("Ada's title"));
    type(EventField::Note, QStringLiteral("Ada's note"));
    elsewhere([](auto& event) { event->title = QStringLiteral("Ben's title"); });
    pressSave();
    QTRY_VERIFY(dialog());
    chooseByKeys(FieldChoices::Here);
    QTest::mouseClick(saveButton(), Qt::LeftButton);
    QTRY_VERIFY(!editor());
    QCOMPARE(event().title, QStringLiteral("Ben's title"));
    QCOMPARE(event().note, QStringLiteral("Ada's note"));
}

void ConflictsTest::asksOnceMore()
{
    openForm();
    type(EventField::Title, QStringLiteral("Ada's title"));
    elsewhere([](auto& event) { event->title = QStringLiteral("Ben's title"); });
    pressSave();
    QTRY_VERIFY(dialog());
    chooseByKeys(FieldChoices::Sent);
    elsewhere([](auto& event) { event->title = QStringLiteral("Ben's other title"); });
    QPointer<ConflictDialog> first = dialog();
    QTest::mouseClick(saveButton(), Qt::LeftButton);
    QTRY_VERIFY(!first);
    QTRY_VERIFY(dialog());
    QCOMPARE(dialog()->stored().title, QStringLiteral("Ben's other title"));
    chooseByKeys(FieldChoices::Sent);
    QTest::mouseClick(saveButton(), Qt::LeftButton);
    QTRY_VERIFY(!editor());
    QCOMPARE(event().title, QStringLiteral("Ada's title"));
}

void ConflictsTest::goesBackToTheForm()
{
    openForm();
    type(EventField::Title, QStringLiteral("Ada's title"));
    elsewhere([](auto& event) { event->title = QStringLiteral("Ben's title"); });
    pressSave();
    QTRY_VERIFY(dialog());
    bringToFront(*dialog());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QVERIFY(editor());
    QCOMPARE(editor()->form().state().title, QStringLiteral("Ada's title"));
    QCOMPARE(event().title, QStringLiteral("Ben's title"));
}

// Each by itself is in order: the country that Ben took away, and the subdivision of it that Ada typed.
void ConflictsTest::refusesWhatWouldNotBeValid()
{
    const Event base = event();
    Event stored = base, typed = base;
    stored.title = QStringLiteral("Ben's");
    stored.country = QStringLiteral("FR");
    typed.title = QStringLiteral("Ada's");
    typed.subdivision = QStringLiteral("IT-RM");
    ConflictDialog dialog(workspace(), base, stored, {}, typed, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    auto* table = dialog.findChild<ChoiceTable*>();
    table->model()->setData(table->model()->index(0, FieldChoices::Sent), QVariant::fromValue(Qt::Checked),
                            Qt::CheckStateRole);
    QCOMPARE(dialog.chosen().country, QStringLiteral("FR"));
    QCOMPARE(dialog.chosen().subdivision, QStringLiteral("IT-RM"));
    for (QPushButton* button : dialog.findChildren<QPushButton*>())
        if (button->text().remove(u'&') == QStringLiteral("Save"))
            QVERIFY(!button->isEnabled());
}

void ConflictsTest::bringsBackTheDeleted()
{
    openForm();
    type(EventField::Title, QStringLiteral("Ada's title"));
    elsewhere([](auto& event) { event.reset(); });
    pressSave();
    QTRY_VERIFY(editor()->findChild<QMessageBox*>());
    auto* box = editor()->findChild<QMessageBox*>();
    bringToFront(*box);
    QTest::keyClick(box, Qt::Key_Return);
    QTRY_VERIFY(!editor());
    QCOMPARE(event().title, QStringLiteral("Ada's title"));
    QCOMPARE(workspace().revisions(italy)->size(), std::size_t(3));
}

void ConflictsTest::anUndoThatCannotBeLeadsToTheHistory()
{
    Event before = event(), after = before;
    after.title = QStringLiteral("Ada's title");
    QVERIFY(workspace().save({{before, after}}, QStringLiteral("Edit")));
    elsewhere([](auto& event) { event->title = QStringLiteral("Ben's title"); });
    bringToFront(*m_window);
    QTest::keySequence(m_window.get(), QKeySequence::Undo);
    QTRY_VERIFY(m_window->findChild<QMessageBox*>());
    auto* box = m_window->findChild<QMessageBox*>();
    QVERIFY2(box->text().contains(QStringLiteral("Title")), qPrintable(box->text()));
    bringToFront(*box);
    QTest::keyClick(box, Qt::Key_Return);
    QTRY_VERIFY(m_window->findChild<EventHistory*>());
    QCOMPARE(m_window->findChild<EventHistory*>()->uid(), italy);
    QCOMPARE(event().title, QStringLiteral("Ben's title"));
}

QTEST_MAIN(ConflictsTest)
#include "tst_conflicts.moc"
