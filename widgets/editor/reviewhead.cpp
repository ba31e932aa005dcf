// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/reviewhead.h"

#include "model/edit/reviewing.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/review/commentsign.h"
#include "widgets/theme/reviewsign.h"

#include <QHBoxLayout>
#include <QMenu>

namespace interdict {

ReviewHead::ReviewHead(QWidget* parent)
    : QWidget(parent)
    , m_sign(new ReviewSign(this))
    , m_word(new LinkButton(LinkButton::Look::Quiet, {}, this))
    , m_verbs(new QMenu(this))
    , m_comments(new CommentSign(tr("the event as a whole"), this))
{
    m_word->setObjectName(QStringLiteral("review"));
    m_word->setMenu(m_verbs);
    m_comments->setNear(true); // always seen
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (QWidget* part : std::initializer_list<QWidget*>{m_sign, m_word, m_comments})
        layout->addWidget(part);
}

void ReviewHead::setState(ReviewState state, bool isNew)
{
    if (m_shown == std::pair(state, isNew))
        return;
    m_shown = {state, isNew};
    m_sign->setState(state);
    m_word->setText(reviewLabel(state));
    m_word->setAccessibleName(tr("Review: %1").arg(reviewLabel(state)));
    m_word->updateGeometry();
    m_verbs->clear();
    for (const ReviewState to : {ReviewState::Submitted, ReviewState::Published, ReviewState::Draft}) {
        if (to == state)
            continue;
        const bool isFirst = isNew && to == ReviewState::Draft;
        QAction* action = m_verbs->addAction(isFirst ? tr("Save as Draft") : reviewVerb(to));
        action->setShortcut(reviewKey(to));
        action->setShortcutContext(Qt::WidgetShortcut); // shown here; the form's own keys do it
        // Queued: the menu is filled anew by what the verb does.
        connect(
            action, &QAction::triggered, this, [this, to] { Q_EMIT verbAsked(to); }, Qt::QueuedConnection);
    }
}

QKeySequence reviewKey(ReviewState to)
{
    switch (to) {
    case ReviewState::Published:
        return {Qt::CTRL | Qt::SHIFT | Qt::Key_P};
    case ReviewState::Submitted:
        return {Qt::CTRL | Qt::SHIFT | Qt::Key_R};
    case ReviewState::Draft:
        break;
    }
    return {Qt::CTRL | Qt::SHIFT | Qt::Key_D};
}

} // namespace interdict
