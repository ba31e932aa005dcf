// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Beside the form's heading: how far the event is in review, with the verbs that change it, and the comments
// on the event as a whole.
#pragma once

#include "model/event/review.h"

#include <QWidget>

class QMenu;

namespace interdict {

class CommentSign;
class LinkButton;
class ReviewSign;

class ReviewHead : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewHead(QWidget* parent);
    // `isNew`: not in the record yet; it is saved as a draft, not put back to one.
    void setState(ReviewState state, bool isNew);
    CommentSign* commentSign() const { return m_comments; }

Q_SIGNALS:
    void verbAsked(interdict::ReviewState to);

private:
    ReviewSign* m_sign;
    LinkButton* m_word;
    QMenu* m_verbs;
    CommentSign* m_comments;
    std::optional<std::pair<ReviewState, bool>> m_shown;
};

QKeySequence reviewKey(ReviewState to); // of the verb, the same in form and window

} // namespace interdict
