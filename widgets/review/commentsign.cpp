// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/review/commentsign.h"

#include "widgets/controls/linkbutton.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

namespace interdict {

namespace {

QPainterPath balloon(const QRectF& room)
{
    QPainterPath body;
    body.addRoundedRect(room.adjusted(0, 0, 0, -room.height() * 0.22), 3, 3);
    QPainterPath tail;
    const double foot = room.bottom() - room.height() * 0.24;
    tail.addPolygon(QPolygonF{QPointF(room.left() + room.width() * 0.22, foot),
                              room.bottomLeft() + QPointF(room.width() * 0.22, 0),
                              QPointF(room.left() + room.width() * 0.52, foot)});
    tail.closeSubpath();
    return body.united(tail);
}

} // namespace

CommentSign::CommentSign(const QString& about, QWidget* parent)
    : QAbstractButton(parent)
    , m_about(about)
{
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCounts(0, 0);
}

// Tab stops only where there is something to read: else every field would cost two.
void CommentSign::setCounts(int open, int all)
{
    m_open = open;
    m_all = all;
    setFocusPolicy(all > 0 ? Qt::StrongFocus : Qt::NoFocus);
    const QString name = all == 0    ? tr("Comment on %1").arg(m_about)
                         : open == 0 ? tr("%n resolved comment(s) on %1", nullptr, all).arg(m_about)
                                     : tr("%n open comment(s) on %1", nullptr, open).arg(m_about);
    setAccessibleName(name);
    setToolTip(QStringLiteral("%1 (Ctrl+M)").arg(name.toHtmlEscaped()));
    updateGeometry();
    update();
}

void CommentSign::setNear(bool isNear)
{
    m_isNear = isNear;
    update();
}

QSize CommentSign::sizeHint() const
{
    const int side = std::max(18, fontMetrics().height());
    const int digits =
        m_open > 9 ? fontMetrics().horizontalAdvance(QLocale().toString(m_open)) - side / 2 : 0;
    return {side + 6 + std::max(0, digits), side + 4};
}

// Full where something is open, an outline where all is resolved or nothing was said.
void CommentSign::paintEvent(QPaintEvent*)
{
    if (!isSeen())
        return;
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF room = QRectF(rect()).adjusted(3.5, 3.5, -3.5, -2.5);
    const bool isOpen = m_open > 0;
    const QColor outline = underMouse() ? theme.ink : theme.dim;
    painter.setPen(QPen(isOpen ? theme.accent : outline, 1.2));
    painter.setBrush(isOpen ? QBrush(theme.accent) : QBrush(Qt::NoBrush));
    painter.drawPath(balloon(room));
    const QString text = isOpen      ? QLocale().toString(m_open)
                         : m_all > 0 ? QStringLiteral("✓")
                                     : QStringLiteral("+");
    QFont small = font();
    small.setPixelSize(std::max(10, static_cast<int>(room.height() * 0.68)));
    small.setWeight(isOpen ? QFont::DemiBold : QFont::Normal);
    painter.setFont(small);
    painter.setPen(isOpen ? theme.onAccent : outline);
    painter.drawText(room.adjusted(0, 0, 0, -room.height() * 0.2), Qt::AlignCenter, text);
    if (hasFocus())
        paintFocusRing(painter, rect(), theme.accent);
}

void CommentSign::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace interdict
