// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The review's side of the form's window: its state, the verbs, the comments.
#include "model/edit/reviewing.h"
#include "widgets/editor/eventeditor.h"
#include "widgets/editor/eventform.h"
#include "widgets/editor/formcomments.h"
#include "widgets/editor/reviewhead.h"

#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>

namespace interdict {

void EventEditor::connectReview()
{
    connect(m_review, &ReviewHead::verbAsked, this, &EventEditor::saveAs);
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (const auto next = nextReviewState(m_form->review()))
            saveAs(*next);
    });
    for (const ReviewState state : reviewStates)
        connect(new QShortcut(reviewKey(state), this), &QShortcut::activated, this,
                [this, state] { saveAs(state); });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_M), this), &QShortcut::activated, m_form,
            &EventForm::commentHere);
    FormComments& comments = m_form->comments();
    comments.attach(m_review->commentSign());
    // Queued: what is opened has its place only once it is laid out.
    connect(
        &comments, &FormComments::revealAsked, this,
        [this](QWidget* widget) { m_scroll->ensureWidgetVisible(widget, 20, 40); }, Qt::QueuedConnection);
    showReview();
}

void EventEditor::showReview()
{
    const ReviewState state = m_form->review();
    m_review->setState(state, !m_before);
    const auto next = nextReviewState(state);
    m_next->setVisible(next.has_value());
    if (!next)
        return;
    m_next->setText(reviewVerb(*next));
    m_next->setToolTip(reviewKey(*next).toString(QKeySequence::NativeText));
}

// What is open in review is looked at once before it is published; the verb asked again, or Save, publishes.
void EventEditor::saveAs(ReviewState state)
{
    if (!m_form->comments().addTyped())
        return;
    const bool isFirst = m_form->review() != state;
    m_form->setReview(state);
    const std::vector<Finding> findings = read().findings;
    const bool isOpen = isFirst && std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
                            return finding.field == EventField::Review;
                        });
    if (!isOpen)
        return save();
    refresh();
    QWidget* first = m_form->control(EventField::Review);
    first->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(first, 20, 80);
}

} // namespace interdict
