// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The sign of a state of review beside its word, the same on card, form, table and legend: a dashed ring for
// a draft, one with a dot for what waits for review, a whole ring with a tick for what is published.
#pragma once

#include "model/event/review.h"
#include "widgets/theme/theme.h"

#include <QWidget>

class QPainter;

namespace interdict {

inline constexpr int reviewSignSize = 12; // pixels

// Centred at `centre`, `size` high.
void paintReviewSign(QPainter& painter, ReviewState state, QPointF centre, double size, const Theme& theme);

class ReviewSign : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewSign(QWidget* parent);
    void setState(ReviewState state);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ReviewState m_state = ReviewState::Published;
};

} // namespace interdict
