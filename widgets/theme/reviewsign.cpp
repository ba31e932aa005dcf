// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/reviewsign.h"

#include <QPainter>

namespace interdict {

void paintReviewSign(QPainter& painter, ReviewState state, QPointF centre, double size, const Theme& theme)
{
    const double radius = size * 0.4;
    const double width = size * 0.12;
    const QColor colour = state == ReviewState::Submitted ? theme.accent : theme.dim;
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (state != ReviewState::Published)
        pen.setDashPattern({2.1, 1.4}); // six times around
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(centre, radius, radius);
    if (state == ReviewState::Submitted) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(centre, radius * 0.4, radius * 0.4);
    } else if (state == ReviewState::Published) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF{centre + radius * QPointF(-0.45, 0.05),
                                       centre + radius * QPointF(-0.1, 0.4),
                                       centre + radius * QPointF(0.5, -0.35)});
    }
    painter.restore();
}

ReviewSign::ReviewSign(QWidget* parent)
    : QWidget(parent)
{
    setFixedSize(sizeHint());
}

void ReviewSign::setState(ReviewState state)
{
    m_state = state;
    update();
}

QSize ReviewSign::sizeHint() const
{
    return {reviewSignSize + 2, reviewSignSize + 2};
}

void ReviewSign::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintReviewSign(painter, m_state, QRectF(rect()).center(), reviewSignSize, Theme::of(palette()));
}

} // namespace interdict
