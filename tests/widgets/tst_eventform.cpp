// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The form by keys and clicks: entering an event, what is told at the fields, chips, sources, relations, and
// that it fits small windows and large letters.
#include "tests/support/editors.h"
#include "tests/support/formkeys.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/editor/chipsfield.h"
#include "widgets/editor/datefield.h"
#include "widgets/editor/eventform.h"
#include "widgets/editor/sourcesfield.h"
#include "widgets/editor/termfield.h"
#include "widgets/facets/chip.h"

#include <QAccessible>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

using namespace interdict;
using test::press;
using test::type;

class EventFormTest : public test::EditorTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void entersAnEventByKeyboard();
    void tellsWhileTyping_data();
    void tellsWhileTyping();
    void untouchedFieldsAreNotShoutedAt();
    void otherReadingIsAClickAway();
    void calendarFillsIn();
    void termsAreExplained();
    void chipsComeAndGo();
    void wheelLeavesTermsAlone();
    void pastedAddressesStartSources();
    void droppedAddressesStartSources();
    void relatesToAnEventBySearch();
    void authoritiesOfTheJurisdictionAreOffered();
    void savesDoubtsButNoErrors();
    void editsAnEvent();
    void duplicates();
    void fits_data();
    void fits();
    void everyControlHasAName();
    void mnemonicsLeadToFields();

private:
    QWidget* go(EventField field);
    void erase();
    Event eventTitled(const QString& title) const;
};

void EventFormTest::init()
{
    start(QStringLiteral("Test"));
    open(EventEditor::create(m_starter->workspace));
}

void EventFormTest::cleanup()
{
    stop();
}

QWidget* EventFormTest::go(EventField field)
{
    QWidget* control = form().control(field);
    control->setFocus(Qt::TabFocusReason);
    return control;
}

void EventFormTest::erase()
{
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
}

Event EventFormTest::eventTitled(const QString& title) const
{
    const Workspace& workspace = m_starter->workspace;
    for (Row row = 0; row < workspace.columns().size(); ++row)
        if (workspace.brief(row).title == title)
            return workspace.event(row);
    return {};
}

void EventFormTest::entersAnEventByKeyboard()
{
    const QString title = QStringLiteral("Bavaria keeps a test app off its laptops");
    type(title);
    press(Qt::Key_Tab);
    type("Mar 2025");
    press(Qt::Key_Tab); // calendar
    press(Qt::Key_Tab);
    press(Qt::Key_Tab); // calendar of the end, left empty
    press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), form().control(EventField::Country));
    type("germ");
    press(Qt::Key_Return);
    press(Qt::Key_Tab);
    type("bav");
    press(Qt::Key_Tab); // takes the offer and goes on
    QCOMPARE(QApplication::focusWidget(), form().control(EventField::Authority));
    type("Ministry of Tests");
    press(Qt::Key_Tab);
    type("deeps");
    press(Qt::Key_Return);
    type("tikt");
    press(Qt::Key_Return);
    press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), form().control(EventField::Concerns));
    type("data h");
    press(Qt::Key_Return);
    press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), form().control(EventField::Measure));
    type("Ban on off");
    press(Qt::Key_Tab);
    type("Gov");
    press(Qt::Key_Tab);
    type("In f");
    press(Qt::Key_Tab);
    type("High");
    press(Qt::Key_Tab);
    type("A summary.");
    press(Qt::Key_Tab);
    type("A note.");
    press(Qt::Key_Tab); // relations
    press(Qt::Key_Tab);
    type("https://news.example/laptops");
    press(Qt::Key_Return);
    type("Laptops without it"); // the new source's title
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_editor);

    const Event event = eventTitled(title);
    QVERIFY(!event.uid.isEmpty());
    QCOMPARE(event.start.text(), QStringLiteral("2025-03"));
    QVERIFY(!event.end);
    QCOMPARE(event.country, QStringLiteral("DE"));
    QCOMPARE(event.subdivision, QStringLiteral("DE-BY"));
    QCOMPARE(event.authority, QStringLiteral("Ministry of Tests"));
    QCOMPARE(event.platforms, QStringList({"DeepSeek", "TikTok"}));
    QCOMPARE(event.concerns, QStringList{"data_handling"});
    QCOMPARE(event.measure, QStringLiteral("device_ban"));
    QCOMPARE(event.scope, QStringLiteral("government"));
    QCOMPARE(event.status, QStringLiteral("in_force"));
    QCOMPARE(event.confidence, QStringLiteral("high"));
    QCOMPARE(event.summary, QStringLiteral("A summary."));
    QCOMPARE(event.note, QStringLiteral("A note."));
    QCOMPARE(event.sources.size(), std::size_t(1));
    QCOMPARE(event.sources[0].url, QStringLiteral("https://news.example/laptops"));
    QCOMPARE(event.sources[0].title, QStringLiteral("Laptops without it"));
    QCOMPARE(m_starter->workspace.current(), m_starter->workspace.rowOf(event.uid));
    QVERIFY(m_starter->workspace.drafts().empty());
}

void EventFormTest::tellsWhileTyping_data()
{
    QTest::addColumn<EventField>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("message"); // a part
    QTest::newRow("title too long") << EventField::Title << QString(201, QLatin1Char('a'))
                                    << "201 characters";
    QTest::newRow("full stop") << EventField::Title << "It is so."
                               << "no full stop";
    QTest::newRow("no such day") << EventField::Start << "30 Feb 2025"
                                 << "There is no 30 February";
    QTest::newRow("no date") << EventField::Start << "soon"
                             << "soon";
    QTest::newRow("future") << EventField::Start << "2031-01-01"
                            << "in the future";
    QTest::newRow("too early") << EventField::Start << "1999-05-05"
                               << "before any AI platform";
    QTest::newRow("country") << EventField::Country << "Atlantis"
                             << "Atlantis";
    QTest::newRow("platform") << EventField::Platforms << "Foo"
                              << "no platform";
    QTest::newRow("concern") << EventField::Concerns << "Foo"
                             << "no concern";
    QTest::newRow("relation") << EventField::Relations << "zzzz"
                              << "not yet an event";
    QTest::newRow("source") << EventField::Sources << "www"
                            << "not yet a source";
}

void EventFormTest::tellsWhileTyping()
{
    QFETCH(EventField, field);
    QFETCH(QString, typed);
    QFETCH(QString, message);
    QWidget* control = go(field);
    type(typed);
    QTRY_VERIFY2(form().findingText(field).contains(message), qPrintable(form().findingText(field)));
    QVERIFY(control->accessibleDescription().contains(message));
    erase();
    QTRY_VERIFY(!form().findingText(field).contains(message));
}

void EventFormTest::untouchedFieldsAreNotShoutedAt()
{
    for (const EventFieldInfo& field : eventFields())
        QCOMPARE(form().findingText(field.field), QString());
    const auto* summary = m_editor->findChild<LinkButton*>(QStringLiteral("summary"));
    QVERIFY(summary->text().startsWith(QLatin1Char('3'))); // title, start, jurisdiction
    go(EventField::Note);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_editor);
    for (const EventField field : {EventField::Title, EventField::Start, EventField::Country})
        QVERIFY(!form().findingText(field).isEmpty());
    QCOMPARE(QApplication::focusWidget(), form().control(EventField::Title));
    type("A title");
    go(EventField::Note);
    QTRY_VERIFY(summary->text().startsWith(QLatin1Char('2')));
    QTest::mouseClick(form().window()->findChild<LinkButton*>(QStringLiteral("summary")), Qt::LeftButton);
    QCOMPARE(QApplication::focusWidget(), form().control(EventField::Start));
}

void EventFormTest::otherReadingIsAClickAway()
{
    go(EventField::Start);
    type("1/2/2025");
    auto* field = qobject_cast<DateField*>(form().control(EventField::Start)->parentWidget());
    QVERIFY(field);
    auto* other = field->findChild<LinkButton*>();
    QVERIFY(other->isVisible());
    const QString first = field->echo();
    QTest::mouseClick(other, Qt::LeftButton);
    QVERIFY(!other->isVisible());
    QVERIFY(field->echo() != first);
    QVERIFY(QStringList({"2025-02-01", "2025-01-02"}).contains(field->text()));
}

void EventFormTest::calendarFillsIn()
{
    go(EventField::Start);
    type("2025-01-30");
    press(Qt::Key_Tab);
    press(Qt::Key_Space);
    QWidget* popup = QApplication::activePopupWidget();
    QVERIFY(popup);
    auto* line = popup->findChild<QLineEdit*>();
    QCOMPARE(line->text(), QStringLiteral("2025-01-30"));
    QTest::keyClick(line, Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(form().state().start, QStringLiteral("2025-01-31"));
}

void EventFormTest::termsAreExplained()
{
    auto* confidence = qobject_cast<TermField*>(form().control(EventField::Confidence));
    QVERIFY(confidence->itemData(1, Qt::ToolTipRole).toString().contains("two independent reports"));
    confidence->setFocus();
    type("Me");
    QCOMPARE(confidence->code(), QStringLiteral("medium"));
    QVERIFY(confidence->toolTip().contains("One report"));
    press(Qt::Key_Delete);
    QCOMPARE(confidence->code(), QString());
}

void EventFormTest::chipsComeAndGo()
{
    go(EventField::Concerns);
    type("data h");
    press(Qt::Key_Return);
    type("transparency"); // whole: needs no choosing
    press(Qt::Key_Escape);
    press(Qt::Key_Return);
    QCOMPARE(form().state().concerns, QStringList({"data_handling", "transparency"}));
    auto* field = qobject_cast<ChipsField*>(form().control(EventField::Concerns)->parentWidget());
    const auto chips = field->findChildren<Chip*>();
    QVERIFY(chips.size() >= 2);
    QVERIFY(!chips.back()->toolTip().isEmpty());
    press(Qt::Key_Backspace);
    QCOMPARE(form().state().concerns, QStringList{"data_handling"});
    QCOMPARE(QApplication::focusWidget(), form().control(EventField::Concerns));
    QTRY_COMPARE(field->findChildren<Chip*>().size(), 1);
    auto* chip = field->findChild<Chip*>();
    QCOMPARE(chip->accessibleName(), QStringLiteral("Remove Data handling"));
    QTest::mouseClick(chip, Qt::LeftButton, {}, chip->crossRect().center());
    QVERIFY(form().state().concerns.isEmpty());
}

void EventFormTest::wheelLeavesTermsAlone()
{
    QWidget* measure = go(EventField::Measure);
    type("Adv");
    const QString before = form().state().measure;
    QVERIFY(!before.isEmpty());
    QWheelEvent turn(QPointF(5, 5), measure->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, {}, {},
                     Qt::NoScrollPhase, false);
    QApplication::sendEvent(measure, &turn);
    QCOMPARE(form().state().measure, before);
}

void EventFormTest::pastedAddressesStartSources()
{
    go(EventField::Sources);
    QGuiApplication::clipboard()->setText(
        QStringLiteral("https://a.example/one\nhttps://b.example/two\nnot an address\n"));
    press(Qt::Key_V, Qt::ControlModifier);
    const FormState state = form().state();
    QCOMPARE(state.sources.size(), std::size_t(2));
    QCOMPARE(state.sources[0].url, QStringLiteral("https://a.example/one"));
    QCOMPARE(state.sources[1].url, QStringLiteral("https://b.example/two"));
    QCOMPARE(state.sourceTyped, QString());
    QVERIFY(QApplication::focusWidget()->accessibleName().startsWith("Title of source 1"));
    const auto away = form().sources()->findChildren<QToolButton*>();
    const auto first = std::find_if(away.begin(), away.end(), [](const QToolButton* button) {
        return button->accessibleName() == QStringLiteral("Remove source 1");
    });
    QVERIFY(first != away.end());
    QTest::mouseClick(*first, Qt::LeftButton);
    QCOMPARE(form().state().sources.size(), std::size_t(1));
    QCOMPARE(form().state().sources[0].url, QStringLiteral("https://b.example/two"));
}

void EventFormTest::droppedAddressesStartSources()
{
    QMimeData data;
    data.setUrls({QUrl("https://a.example/one"), QUrl("https://b.example/two")});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(form().sources(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(form().sources(), &drop);
    QCOMPARE(form().state().sources.size(), std::size_t(2));
}

void EventFormTest::relatesToAnEventBySearch()
{
    go(EventField::Relations);
    type("garante proc");
    QVERIFY(QApplication::activePopupWidget());
    press(Qt::Key_Return);
    FormState state = form().state();
    QCOMPARE(state.relations.size(), std::size_t(1));
    QVERIFY(m_starter->workspace.rowOf(state.relations[0].uid));
    QCOMPARE(state.relations[0].kind, QStringLiteral("follows"));
    QCOMPARE(state.relationTyped, QString());
    type("it-garante-deepseek-block-2025");
    press(Qt::Key_Return);
    QCOMPARE(form().state().relations.back().uid, QStringLiteral("it-garante-deepseek-block-2025"));
}

void EventFormTest::authoritiesOfTheJurisdictionAreOffered()
{
    go(EventField::Country);
    type("IT");
    press(Qt::Key_Return);
    QCOMPARE(form().state().country, QStringLiteral("Italy"));
    go(EventField::Authority);
    press(Qt::Key_Down);
    QVERIFY(QApplication::activePopupWidget());
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(form().state().authority, m_starter->workspace.authoritiesIn("IT").front());
}

void EventFormTest::savesDoubtsButNoErrors()
{
    type("Only what must be");
    go(EventField::Start);
    type("2025-02-30");
    go(EventField::Country);
    type("Italy");
    press(Qt::Key_Escape);
    press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(m_editor);
    QCOMPARE(QApplication::focusWidget(), form().control(EventField::Start));
    erase();
    type("2025-02-03");
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!m_editor);
    const Event event = eventTitled(QStringLiteral("Only what must be"));
    QCOMPARE(event.start.text(), QStringLiteral("2025-02-03"));
    QVERIFY(event.sources.empty());
}

void EventFormTest::editsAnEvent()
{
    Workspace& workspace = m_starter->workspace;
    const QString uid = QStringLiteral("it-garante-deepseek-block-2025");
    open(EventEditor::edit(workspace, *workspace.rowOf(uid)));
    const Event before = workspace.event(*workspace.rowOf(uid));
    QVERIFY(!m_editor->hasChanges());
    QCOMPARE(m_editor->uid(), uid);
    go(EventField::Title);
    press(Qt::Key_End);
    type(" now");
    QSignalSpy steps(&workspace, &Workspace::stepSaved);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_editor);
    QCOMPARE(steps.size(), 1);
    Event after = workspace.event(*workspace.rowOf(uid));
    QCOMPARE(after.title, before.title + QStringLiteral(" now"));
    QCOMPARE(after.revision, before.revision + 1);
    after.title = before.title;
    QVERIFY(sameContent(before, after));
}

void EventFormTest::duplicates()
{
    Workspace& workspace = m_starter->workspace;
    const Row row = *workspace.rowOf(QStringLiteral("it-garante-deepseek-block-2025"));
    const Event original = workspace.event(row);
    open(EventEditor::duplicate(workspace, row));
    QVERIFY(!m_editor->hasChanges());
    go(EventField::Title);
    erase();
    type("A copy of it");
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_editor);
    const Event copy = eventTitled(QStringLiteral("A copy of it"));
    QVERIFY(!copy.uid.isEmpty() && copy.uid != original.uid);
    QCOMPARE(copy.sources, original.sources);
    QCOMPARE(workspace.event(*workspace.rowOf(original.uid)), original);
}

void EventFormTest::fits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("points");
    QTest::newRow("small") << QSize(700, 500) << 10;
    QTest::newRow("small, large letters") << QSize(700, 500) << 16;
    QTest::newRow("wide") << QSize(1400, 900) << 10;
}

void EventFormTest::fits()
{
    QFETCH(QSize, size);
    QFETCH(int, points);
    Workspace& workspace = m_starter->workspace;
    open(EventEditor::edit(workspace, *workspace.rowOf(QStringLiteral("it-garante-deepseek-block-2025"))));
    QFont font = m_editor->font();
    font.setPointSize(points);
    m_editor->setFont(font);
    m_editor->resize(size);
    QTRY_COMPARE(m_editor->size(), size);
    const auto* scroll = m_editor->findChild<QScrollArea*>(QStringLiteral("fields"));
    QTRY_COMPARE(scroll->horizontalScrollBar()->maximum(), 0);
    for (const QWidget* child : m_editor->findChildren<QWidget*>()) {
        if (!child->isVisible() || child->window() != m_editor)
            continue;
        const int right = child->mapTo(m_editor.data(), QPoint(child->width(), 0)).x();
        QVERIFY2(right <= size.width(), qPrintable(child->accessibleName()));
    }
}

void EventFormTest::everyControlHasAName()
{
    Workspace& workspace = m_starter->workspace;
    open(EventEditor::edit(workspace, *workspace.rowOf(QStringLiteral("it-garante-deepseek-block-2025"))));
    int count = 0;
    for (QWidget* child : m_editor->findChildren<QWidget*>()) {
        if (!child->isVisible() || child->window() != m_editor || !(child->focusPolicy() & Qt::TabFocus) ||
            child->focusProxy())
            continue;
        const QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(child);
        QVERIFY(accessible);
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), child->metaObject()->className());
        ++count;
    }
    QVERIFY(count > 30);
}

void EventFormTest::mnemonicsLeadToFields()
{
    QStringList letters;
    for (const QLabel* label : form().findChildren<QLabel*>()) {
        const auto at = label->text().indexOf(QLatin1Char('&'));
        if (!label->buddy() || at < 0)
            continue;
        const QChar letter = label->text().at(at + 1).toLower();
        letters.append(letter);
        QTest::keyClick(QApplication::focusWidget(), letter.toLatin1(), Qt::AltModifier);
        QTRY_COMPARE(QApplication::focusWidget(), label->buddy());
    }
    QCOMPARE(letters.size(), static_cast<int>(EventField::Review)); // before it, each field has a row
    QCOMPARE(letters.removeDuplicates(), 0);
}

QTEST_MAIN(EventFormTest)
#include "tst_eventform.moc"
