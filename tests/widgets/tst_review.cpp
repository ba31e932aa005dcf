// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Review by keys and clicks: a draft is submitted and published, comments stand at fields and are resolved,
// in the form and on the card.
#include "tests/support/editors.h"
#include "tests/support/formkeys.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/detail/eventcard.h"
#include "widgets/editor/eventform.h"
#include "widgets/editor/formcomments.h"
#include "widgets/review/cardcomments.h"
#include "widgets/review/commentsign.h"
#include "widgets/review/commentthread.h"
#include "widgets/review/reviewbanner.h"

#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace interdict;
using test::press;
using test::type;

namespace {
const QString garante = QStringLiteral("it-garante-deepseek-block-2025");
}

class ReviewTest : public test::EditorTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void newEventsBeginAsTold();
    void submitsAndPublishes();
    void savingKeepsTheState();
    void commentsOnAField();
    void commentsOnTheWhole();
    void typedCommentIsNotLost();
    void openCommentsAreLookedAtBeforePublishing();
    void unknownFieldIsOfTheWhole();
    void duplicateHasNoComments();
    void signsAreQuiet();
    void cardSaysAndActs();
    void cardComments();
    void cardOfAReaderHasNoVerbs();

private:
    EventCard& showCard(const QString& uid);
    void store(const QString& uid, ReviewState state, std::vector<Comment> comments = {});
    void typeEvent();
    LinkButton* link(QWidget& in, const QString& text);

    std::unique_ptr<EventCard> m_card;
};

void ReviewTest::init()
{
    start(QStringLiteral("Ada"));
}

void ReviewTest::cleanup()
{
    m_card.reset();
    stop();
}

EventCard& ReviewTest::showCard(const QString& uid)
{
    m_card = std::make_unique<EventCard>(workspace());
    m_card->resize(360, 900);
    m_card->show();
    m_card->activateWindow();
    if (!QTest::qWaitForWindowActive(m_card.get()))
        qFatal("no active window");
    workspace().select(*workspace().rowOf(uid));
    QCoreApplication::processEvents();
    return *m_card;
}

void ReviewTest::store(const QString& uid, ReviewState state, std::vector<Comment> comments)
{
    const Event before = stored(uid);
    Event after = before;
    after.review = state;
    after.comments = std::move(comments);
    if (!workspace().save({{before, after}}, QStringLiteral("Prepare")))
        qFatal("not saved");
}

void ReviewTest::typeEvent()
{
    type("A test");
    form().control(EventField::Start)->setFocus();
    type("2025-02-03");
    form().control(EventField::Country)->setFocus();
    type("IT");
    press(Qt::Key_Return);
}

LinkButton* ReviewTest::link(QWidget& in, const QString& text)
{
    QCoreApplication::processEvents(); // laid out as a person sees it
    for (LinkButton* button : in.findChildren<LinkButton*>())
        if (button->text() == text && button->isVisible())
            return button;
    return nullptr;
}

void ReviewTest::newEventsBeginAsTold()
{
    for (const ReviewState begins : reviewStates) {
        open(EventEditor::create(workspace(), nullptr, begins));
        QVERIFY(!m_editor->hasChanges());
        QVERIFY(link(*m_editor, reviewLabel(begins)));
        typeEvent();
        QSignalSpy saved(m_editor, &EventEditor::saved);
        press(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(saved.size(), 1);
        QCOMPARE(stored(saved.front().front().toString()).review, begins);
    }
}

void ReviewTest::submitsAndPublishes()
{
    const auto shown = workspace().result().size();
    open(EventEditor::create(workspace(), nullptr, ReviewState::Draft));
    typeEvent();
    QSignalSpy saved(m_editor, &EventEditor::saved);
    press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(saved.size(), 1);
    const QString uid = saved.front().front().toString();
    QCOMPARE(stored(uid).review, ReviewState::Submitted);
    QCOMPARE(workspace().result().size(), shown);
    QVERIFY(!workspace().inResult(*workspace().rowOf(uid)));
    open(EventEditor::edit(workspace(), *workspace().rowOf(uid)));
    QPushButton* publish = nullptr;
    for (QPushButton* button : m_editor->findChildren<QPushButton*>())
        if (button->text() == QLatin1String("Publish"))
            publish = button;
    QVERIFY(publish && publish->isVisible());
    QTest::mouseClick(publish, Qt::LeftButton);
    QTRY_VERIFY(!m_editor);
    QCOMPARE(stored(uid).review, ReviewState::Published);
    QCOMPARE(workspace().result().size(), shown + 1);
    open(EventEditor::edit(workspace(), *workspace().rowOf(uid)));
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!m_editor);
    QCOMPARE(stored(uid).review, ReviewState::Draft);
}

void ReviewTest::savingKeepsTheState()
{
    store(garante, ReviewState::Submitted);
    open(EventEditor::edit(workspace(), *workspace().rowOf(garante)));
    form().control(EventField::Note)->setFocus();
    type("Looked at.");
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_editor);
    QCOMPARE(stored(garante).review, ReviewState::Submitted);
}

void ReviewTest::commentsOnAField()
{
    open(EventEditor::edit(workspace(), *workspace().rowOf(garante)));
    form().control(EventField::Authority)->setFocus();
    press(Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("New comment on Authority"));
    type("Whose decision?");
    press(Qt::Key_Return);
    type("And when?");
    press(Qt::Key_Return, Qt::ShiftModifier);
    type("Exactly.");
    press(Qt::Key_Return);
    const std::vector<Comment> said{{QStringLiteral("authority"), QStringLiteral("Whose decision?"),
                                     QStringLiteral("Ada"), QStringLiteral("2026-11-24T12:00:00Z"), false},
                                    {QStringLiteral("authority"), QStringLiteral("And when?\nExactly."),
                                     QStringLiteral("Ada"), QStringLiteral("2026-11-24T12:00:00Z"), false}};
    QCOMPARE(form().state().comments, said);
    press(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), form().control(EventField::Authority));
    QVERIFY(m_editor); // the form stays
    // The list at the top leads there, and resolving takes it off.
    LinkButton* leads = link(form().comments(), QStringLiteral("Authority: Whose decision?"));
    QVERIFY(leads);
    leads->setFocus();
    press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("New comment on Authority"));
    LinkButton* resolve = link(*m_editor, QStringLiteral("Resolve"));
    QVERIFY(resolve);
    QTest::mouseClick(resolve, Qt::LeftButton);
    QVERIFY(form().state().comments[0].resolved);
    QTRY_VERIFY(!link(form().comments(), QStringLiteral("Authority: Whose decision?")));
    QVERIFY(link(form().comments(), QStringLiteral("Authority: And when? Exactly.")));
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_editor);
    QCOMPARE(stored(garante).comments.size(), std::size_t(2));
    QVERIFY(stored(garante).comments[0].resolved);
}

void ReviewTest::commentsOnTheWhole()
{
    open(EventEditor::edit(workspace(), *workspace().rowOf(garante)));
    auto* sign = m_editor->findChild<CommentSign*>();
    for (CommentSign* each : m_editor->findChildren<CommentSign*>())
        if (each->accessibleName() == QLatin1String("Comment on the event as a whole"))
            sign = each;
    QTest::mouseClick(sign, Qt::LeftButton);
    QCOMPARE(QApplication::focusWidget()->accessibleName(),
             QStringLiteral("New comment on the event as a whole"));
    type("Well done.");
    press(Qt::Key_Return);
    QCOMPARE(form().state().comments.back().field, QString());
    QCOMPARE(sign->accessibleName(), QStringLiteral("1 open comment(s) on the event as a whole"));
    LinkButton* away = link(*m_editor, QStringLiteral("Delete")); // one's own
    QVERIFY(away);
    QTest::mouseClick(away, Qt::LeftButton);
    QVERIFY(form().state().comments.empty());
}

// Not by a draft, nor by saving.
void ReviewTest::typedCommentIsNotLost()
{
    open(EventEditor::edit(workspace(), *workspace().rowOf(garante)));
    form().control(EventField::Title)->setFocus();
    press(Qt::Key_M, Qt::ControlModifier);
    type("Half a tho");
    const FormState state = form().state();
    QCOMPARE(state.commentsTyped.value(QStringLiteral("title")), QStringLiteral("Half a tho"));
    QCOMPARE(formStateFromJson(toJson(state)), std::optional(state));
    m_editor->keepDraft();
    const Draft draft = workspace().drafts().front();
    open(EventEditor::restore(workspace(), draft));
    QVERIFY(form().state() == state);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_editor);
    QCOMPARE(stored(garante).comments.back().text, QStringLiteral("Half a tho"));
    QCOMPARE(stored(garante).comments.back().field, QStringLiteral("title"));
}

void ReviewTest::openCommentsAreLookedAtBeforePublishing()
{
    store(garante, ReviewState::Submitted,
          {{QStringLiteral("title"), QStringLiteral("Why?"), QStringLiteral("Ben"), {}, false}});
    open(EventEditor::edit(workspace(), *workspace().rowOf(garante)));
    QVERIFY(!form().findingText(EventField::Review).contains(QStringLiteral("open")));
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_editor);
    QVERIFY2(form().findingText(EventField::Review).contains(QStringLiteral("still open")),
             qPrintable(form().findingText(EventField::Review)));
    QCOMPARE(QApplication::focusWidget(), link(form().comments(), QStringLiteral("Title: Why?")));
    QCOMPARE(stored(garante).review, ReviewState::Submitted);
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!m_editor);
    QCOMPARE(stored(garante).review, ReviewState::Published);
}

void ReviewTest::unknownFieldIsOfTheWhole()
{
    store(garante, ReviewState::Draft,
          {{QStringLiteral("colour"), QStringLiteral("Hm."), QStringLiteral("Ben"), {}, false}});
    open(EventEditor::edit(workspace(), *workspace().rowOf(garante)));
    QVERIFY(link(form().comments(), QStringLiteral("The event as a whole: Hm.")));
    form().comments().open(std::nullopt);
    QTRY_VERIFY(link(*m_editor, QStringLiteral("Resolve")));
    QVERIFY(!link(*m_editor, QStringLiteral("Delete"))); // somebody else's
}

void ReviewTest::duplicateHasNoComments()
{
    store(garante, ReviewState::Published,
          {{QStringLiteral("title"), QStringLiteral("Why?"), QStringLiteral("Ben"), {}, false}});
    open(EventEditor::duplicate(workspace(), *workspace().rowOf(garante), nullptr, ReviewState::Draft));
    QVERIFY(form().state().comments.empty());
    QCOMPARE(form().state().review, QStringLiteral("draft"));
    QVERIFY(!m_editor->hasChanges());
}

void ReviewTest::signsAreQuiet()
{
    store(garante, ReviewState::Draft,
          {{QStringLiteral("title"), QStringLiteral("Why?"), QStringLiteral("Ben"), {}, true}});
    open(EventEditor::edit(workspace(), *workspace().rowOf(garante)));
    const auto signOf = [this](const QString& name) -> CommentSign* {
        for (CommentSign* sign : m_editor->findChildren<CommentSign*>())
            if (sign->accessibleName().endsWith(name))
                return sign;
        return nullptr;
    };
    form().control(EventField::Measure)->setFocus();
    QVERIFY(signOf(QStringLiteral("on Title"))->isSeen()); // all resolved, still to be read
    QCOMPARE(signOf(QStringLiteral("on Title"))->focusPolicy(), Qt::StrongFocus);
    QVERIFY(signOf(QStringLiteral("on Measure"))->isSeen());
    QVERIFY(!signOf(QStringLiteral("on Scope"))->isSeen());
    QCOMPARE(signOf(QStringLiteral("on Scope"))->focusPolicy(), Qt::NoFocus); // Tab goes from field to field
}

void ReviewTest::cardSaysAndActs()
{
    store(garante, ReviewState::Submitted);
    EventCard& card = showCard(garante);
    auto* banner = card.findChild<ReviewBanner*>();
    QVERIFY(banner && banner->isVisible());
    const QString text = reviewText(workspace(), stored(garante), QLocale::c());
    QVERIFY2(text.startsWith(QStringLiteral("Submitted by Ada on ")), qPrintable(text));
    QTest::mouseClick(link(card, QStringLiteral("Show unpublished events")), Qt::LeftButton);
    QTRY_VERIFY(workspace().inResult(*workspace().rowOf(garante)));
    QTRY_VERIFY(!link(card, QStringLiteral("Show unpublished events"))); // they are shown
    LinkButton* publish = link(card, QStringLiteral("Publish"));
    QVERIFY(publish);
    publish->setFocus();
    press(Qt::Key_Return);
    QTRY_COMPARE(stored(garante).review, ReviewState::Published);
    QTRY_VERIFY(card.findChildren<ReviewBanner*>().isEmpty());
}

void ReviewTest::cardComments()
{
    EventCard& card = showCard(garante);
    QVERIFY(!card.findChild<CommentThread*>()->isVisible());
    card.comment();
    QVERIFY(QApplication::focusWidget()->accessibleName().startsWith(QStringLiteral("New comment")));
    type("Half");
    workspace().select(*workspace().rowOf(garante) + 1); // away and back: nothing is lost
    workspace().select(*workspace().rowOf(garante));
    auto* choice = card.findChild<CardComments*>();
    card.comment();
    type(" a word");
    auto* menu = choice->findChild<QMenu*>();
    for (QAction* action : menu->actions())
        if (action->text() == QLatin1String("Measure"))
            action->trigger();
    press(Qt::Key_Return);
    QCOMPARE(stored(garante).comments.size(), std::size_t(1));
    const Comment said = stored(garante).comments.front();
    QCOMPARE(said.field, QStringLiteral("measure"));
    QCOMPARE(said.editor, QStringLiteral("Ada"));
    QVERIFY2(said.text.contains(QStringLiteral("a word")) && said.text.contains(QStringLiteral("Half")),
             qPrintable(said.text));
    QTRY_VERIFY(link(card, QStringLiteral("Resolve")));
    QTest::mouseClick(link(card, QStringLiteral("Resolve")), Qt::LeftButton);
    QTRY_VERIFY(stored(garante).comments.front().resolved);
    QTRY_VERIFY(link(card, QStringLiteral("Reopen")));
}

void ReviewTest::cardOfAReaderHasNoVerbs()
{
    store(garante, ReviewState::Draft, {{{}, QStringLiteral("Why?"), QStringLiteral("Ben"), {}, false}});
    auto readOnly = DataSet::open(m_starter->path, DataSet::Mode::ReadOnly);
    QVERIFY(readOnly && workspace().open(std::move(*readOnly)));
    EventCard& card = showCard(garante);
    QVERIFY(card.findChild<ReviewBanner*>()->isVisible());
    for (const char* verb : {"Publish", "Submit for Review", "Resolve", "Comment…"})
        QVERIFY2(!link(card, QString::fromUtf8(verb)), verb);
    QVERIFY(link(card, QStringLiteral("Show unpublished events")));
    QVERIFY(card.findChild<CommentThread*>()->isVisible());
}

QTEST_MAIN(ReviewTest)
#include "tst_review.moc"
