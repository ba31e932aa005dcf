// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the form does beside the fields: drafts that come back whole, likely twins and merging into them,
// conflicts, and what is asked before something typed would be lost.
#include "model/edit/eventchange.h"
#include "tests/support/editors.h"
#include "tests/support/formkeys.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/editor/eventform.h"
#include "widgets/editor/findinglabel.h"
#include "widgets/editor/mergedialog.h"
#include "widgets/editor/twinslist.h"

#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>

using namespace interdict;
using test::press;
using test::type;

namespace {
const QString garante = QStringLiteral("it-garante-deepseek-block-2025");
}

class EventFormDraftsTest : public test::EditorTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void draftComesBackWhole();
    void keepsWhileTypingGoesOn();
    void draftOfAnEditIsAnEdit();
    void savingRemovesTheDraft();
    void asksBeforeLosing_data();
    void asksBeforeLosing();
    void closesUnaskedWithoutChanges();
    void twinsAppear();
    void mergesFieldByField();
    void mergesTwoOfTheRecord();
    void mergeTellsWhatIsWrong();
    void conflictKeepsWhatIsTyped();
    void closesWithItsDataSet();

private:
    template <typename Button>
    Button* button(QWidget* window, const QString& text) const;
    void enterTwin();
};

void EventFormDraftsTest::init()
{
    start(QStringLiteral("Test"));
    open(EventEditor::create(workspace()));
}

void EventFormDraftsTest::cleanup()
{
    stop();
}

template <typename Button>
Button* EventFormDraftsTest::button(QWidget* window, const QString& text) const
{
    for (Button* each : window->findChildren<Button*>())
        if (each->text().remove(QLatin1Char('&')) == text && each->isVisible())
            return each;
    return nullptr;
}

void EventFormDraftsTest::draftComesBackWhole()
{
    type("Half a ti");
    form().control(EventField::Start)->setFocus();
    type("30 Feb 20");
    form().control(EventField::Platforms)->setFocus();
    type("deeps");
    press(Qt::Key_Return);
    type("tik");
    press(Qt::Key_Escape);
    form().control(EventField::Sources)->setFocus();
    type("https://x.example/1");
    press(Qt::Key_Return);
    form().control(EventField::Relations)->setFocus();
    type("zzz");
    QVERIFY(workspace().drafts().empty());
    QTRY_COMPARE_WITH_TIMEOUT(workspace().drafts().size(), std::size_t(1), 2000);
    const FormState state = form().state();
    QCOMPARE(state.platformTyped, QStringLiteral("tik"));
    const Draft draft = workspace().drafts().front();
    QCOMPARE(draft.uid, QString());
    QCOMPARE(draft.id, m_editor->draftId());
    open(EventEditor::restore(workspace(), draft)); // without a goodbye to the first, as after a crash
    QCOMPARE(form().state(), state);
    QVERIFY(m_editor->hasChanges());
    type("x");
    QTRY_VERIFY_WITH_TIMEOUT(workspace().drafts().front().content != draft.content, 2000);
    QCOMPARE(workspace().drafts().size(), std::size_t(1));
}

void EventFormDraftsTest::keepsWhileTypingGoesOn()
{
    QSignalSpy kept(&workspace(), &Workspace::draftsChanged);
    QElapsedTimer timer;
    timer.start();
    while (kept.isEmpty() && timer.elapsed() < 4000) {
        type("a");
        kept.wait(100);
    }
    QCOMPARE(kept.size(), 1);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void EventFormDraftsTest::draftOfAnEditIsAnEdit()
{
    const Event before = stored(garante);
    open(EventEditor::edit(workspace(), *workspace().rowOf(garante)));
    form().control(EventField::Note)->setFocus();
    type("More. ");
    m_editor->keepDraft();
    QCOMPARE(workspace().drafts().size(), std::size_t(1));
    const Draft draft = workspace().drafts().front();
    QCOMPARE(draft.uid, garante);
    QCOMPARE(draft.basedOn, std::optional(before.revision));
    open(EventEditor::restore(workspace(), draft));
    QCOMPARE(m_editor->uid(), garante);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_editor);
    QCOMPARE(stored(garante).note, QStringLiteral("More. ") + before.note);
    QVERIFY(workspace().drafts().empty());
}

void EventFormDraftsTest::savingRemovesTheDraft()
{
    type("Saved after all");
    form().control(EventField::Start)->setFocus();
    type("2025");
    form().control(EventField::Country)->setFocus();
    type("IT");
    QTRY_COMPARE(workspace().drafts().size(), std::size_t(1));
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_editor);
    QVERIFY(workspace().drafts().empty());
}

void EventFormDraftsTest::asksBeforeLosing_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("isOpen");
    QTest::addColumn<int>("drafts");
    QTest::newRow("keep") << "Keep unfinished" << false << 1;
    QTest::newRow("discard") << "Discard" << false << 0;
    QTest::newRow("go on") << "Go on" << true << 1;
}

void EventFormDraftsTest::asksBeforeLosing()
{
    QFETCH(QString, answer);
    QFETCH(bool, isOpen);
    QFETCH(int, drafts);
    type("Something");
    QTRY_COMPARE(workspace().drafts().size(), std::size_t(1));
    press(Qt::Key_Escape);
    QVERIFY(m_editor);
    auto* box = m_editor->findChild<QMessageBox*>();
    QVERIFY(box && box->isVisible());
    QTest::mouseClick(button<QPushButton>(box, answer), Qt::LeftButton);
    QTRY_COMPARE(!m_editor.isNull(), isOpen);
    QCOMPARE(static_cast<int>(workspace().drafts().size()), drafts);
    if (isOpen)
        QCOMPARE(form().state().title, QStringLiteral("Something"));
}

void EventFormDraftsTest::closesUnaskedWithoutChanges()
{
    type("x");
    press(Qt::Key_Backspace);
    m_editor->close();
    QTRY_VERIFY(!m_editor);
    QVERIFY(workspace().drafts().empty());
    open(EventEditor::edit(workspace(), *workspace().rowOf(garante)));
    QTest::mouseClick(button<QPushButton>(m_editor, QStringLiteral("Cancel")), Qt::LeftButton);
    QTRY_VERIFY(!m_editor);
}

// Near the Garante's order: the same country and platform, ten days later.
void EventFormDraftsTest::enterTwin()
{
    type("Something about Italy");
    form().control(EventField::Start)->setFocus();
    type("2025-02-09");
    form().control(EventField::Country)->setFocus();
    type("IT");
    press(Qt::Key_Return);
    form().control(EventField::Platforms)->setFocus();
    type("deeps");
    press(Qt::Key_Return);
}

void EventFormDraftsTest::twinsAppear()
{
    auto* twins = m_editor->findChild<TwinsList*>();
    QVERIFY(!twins->isVisible());
    enterTwin();
    QTRY_VERIFY(twins->isVisible());
    const QString title = stored(garante).title;
    QLabel* shown = nullptr;
    for (QLabel* label : twins->findChildren<QLabel*>())
        if (label->text() == title)
            shown = label;
    QVERIFY(shown);
    QStringList texts;
    for (const QLabel* label : shown->parentWidget()->findChildren<QLabel*>())
        texts.append(label->text());
    QVERIFY2(texts.join(' ').contains("30 January 2025"), qPrintable(texts.join('\n')));
    QSignalSpy activated(&workspace(), &Workspace::eventActivated);
    QTest::mouseClick(shown->parentWidget()->findChild<LinkButton*>(), Qt::LeftButton);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(workspace().current(), workspace().rowOf(garante));
    m_editor->resize(700, 500); // folded to its heading
    QTRY_VERIFY(!shown->isVisible());
    QVERIFY(twins->isVisible());
    QTest::mouseClick(twins->findChild<LinkButton*>(), Qt::LeftButton);
    QTRY_VERIFY(shown->isVisible());
    form().control(EventField::Platforms)->setFocus();
    press(Qt::Key_Backspace);
    QTRY_VERIFY(!twins->isVisible());
}

void EventFormDraftsTest::mergesFieldByField()
{
    const Event before = stored(garante);
    const auto eventsBefore = workspace().columns().size();
    enterTwin();
    form().control(EventField::Concerns)->setFocus();
    type("Fraud");
    press(Qt::Key_Return);
    auto* twins = m_editor->findChild<TwinsList*>();
    QTRY_VERIFY(twins->isVisible());
    Q_EMIT twins->mergeAsked(before);
    auto* dialog = m_editor->findChild<MergeDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    // Title, start and concerns differ; the platform does not. The title is taken, the start is left.
    const auto typed = dialog->findChildren<QRadioButton*>();
    QList<QRadioButton*> takes;
    std::copy_if(typed.begin(), typed.end(), std::back_inserter(takes),
                 [](const QRadioButton* radio) { return radio->text() == QStringLiteral("As typed"); });
    QCOMPARE(takes.size(), 3);
    takes[0]->setFocus();
    QTest::keyClick(takes[0], Qt::Key_Space);
    QSignalSpy steps(&workspace(), &Workspace::stepSaved);
    QTest::mouseClick(button<QPushButton>(dialog, QStringLiteral("Merge")), Qt::LeftButton);
    QTRY_VERIFY(!m_editor);
    Event after = stored(garante);
    QCOMPARE(after.title, QStringLiteral("Something about Italy"));
    QCOMPARE(after.start, before.start);
    QCOMPARE(after.concerns, before.concerns + QStringList{"fraud"});
    QCOMPARE(workspace().columns().size(), eventsBefore);
    QVERIFY(workspace().drafts().empty());
    QCOMPARE(steps.size(), 1); // which undo takes back
    const auto changes = steps.front().at(0).value<RecordChange>().events;
    QCOMPARE(changes.size(), std::size_t(1));
    QVERIFY(workspace().save({changes[0].inverted()}, QStringLiteral("Undo")));
    QVERIFY(sameContent(stored(garante), before));
}

void EventFormDraftsTest::mergesTwoOfTheRecord()
{
    Event twin = stored(garante);
    twin.uid = QStringLiteral("a-twin");
    twin.summary = QStringLiteral("Told otherwise.");
    twin.relations = {{garante, QStringLiteral("follows")}};
    std::reverse(twin.concerns.begin(), twin.concerns.end()); // the same, in another order
    QVERIFY(workspace().save({{std::nullopt, twin}}, QStringLiteral("Add")));
    Event referrer = stored(QStringLiteral("it-deepseek-app-withdrawal-2025"));
    const Event before = referrer;
    referrer.relations.push_back({twin.uid, QStringLiteral("follows")});
    QVERIFY(workspace().save({{before, referrer}}, QStringLiteral("Relate")));
    const auto count = workspace().columns().size();

    open(EventEditor::edit(workspace(), *workspace().rowOf(twin.uid)));
    Q_EMIT m_editor->findChild<TwinsList*>()->mergeAsked(stored(garante));
    auto* dialog = m_editor->findChild<MergeDialog*>();
    QVERIFY(dialog->deletesTyped());
    QSignalSpy steps(&workspace(), &Workspace::stepSaved);
    QTest::mouseClick(button<QPushButton>(dialog, QStringLiteral("Merge")), Qt::LeftButton);
    QTRY_VERIFY(!m_editor);
    QCOMPARE(steps.size(), 1);
    QVERIFY(!workspace().rowOf(twin.uid));
    QCOMPARE(workspace().columns().size(), count - 1);
    for (const Relation& relation : stored(garante).relations)
        QVERIFY(relation.uid != garante && relation.uid != twin.uid);
    for (const Relation& relation : stored(referrer.uid).relations)
        QVERIFY(relation.uid != twin.uid);
    QCOMPARE(fieldsToMerge(stored(garante), twin, {EventField::Relations}),
             std::vector<EventField>{EventField::Summary});
}

void EventFormDraftsTest::mergeTellsWhatIsWrong()
{
    Event typed = stored(garante);
    typed.start = *PartialDate::parse(u"2031-01-01");
    MergeDialog dialog(workspace(), stored(garante), typed, fieldsToMerge(stored(garante), typed, {}),
                       nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    auto* merge = button<QPushButton>(&dialog, QStringLiteral("Merge"));
    QVERIFY(merge->isEnabled());
    QTest::mouseClick(button<QRadioButton>(&dialog, QStringLiteral("As typed")), Qt::LeftButton);
    QVERIFY(!merge->isEnabled());
    QVERIFY(dialog.findChild<FindingLabel*>()->text().contains("in the future"));
    QVERIFY(fieldsToMerge(stored(garante), typed, {EventField::Start}).empty());
}

void EventFormDraftsTest::conflictKeepsWhatIsTyped()
{
    open(EventEditor::edit(workspace(), *workspace().rowOf(garante)));
    const Event before = stored(garante);
    Event other = before;
    other.title = QStringLiteral("Changed elsewhere");
    QVERIFY(workspace().save({{before, other}}, QStringLiteral("Edit")));
    form().control(EventField::Title)->setFocus();
    press(Qt::Key_End);
    type(" and here");
    const FormState typed = form().state();
    press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(m_editor);
    QCOMPARE(form().state(), typed);
    QCOMPARE(stored(garante).title, QStringLiteral("Changed elsewhere"));
    const auto* failure = m_editor->findChild<FindingList*>(QStringLiteral("failure"));
    QVERIFY(failure->isVisible());
    QVERIFY2(!failure->text().isEmpty(), "says what happened");
}

void EventFormDraftsTest::closesWithItsDataSet()
{
    type("Something");
    m_editor->keepDraft();
    QVERIFY(!workspace().drafts().empty());
    test::Starter other;
    auto dataSet = DataSet::open(other.path);
    QVERIFY(dataSet);
    QVERIFY(workspace().open(std::move(*dataSet)));
    QTRY_VERIFY(!m_editor);
    QVERIFY(workspace().drafts().empty()); // the draft is in the first
}

QTEST_MAIN(EventFormDraftsTest)
#include "tst_eventformdrafts.moc"
