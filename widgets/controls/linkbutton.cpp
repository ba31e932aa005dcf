// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/linkbutton.h"

#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScreen>

#include <algorithm>

namespace interdict {

namespace {
constexpr int arrowRoom = 12;
constexpr int padding = 3;
} // namespace

LinkButton::LinkButton(Look look, const QString& text, QWidget* parent)
    : QAbstractButton(parent)
    , m_look(look)
{
    setText(text);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QAbstractButton::toggled, this, [this] { updateGeometry(); }); // checked is wider
}

void LinkButton::setMenu(QMenu* menu)
{
    m_popup = menu;
    connect(this, &QAbstractButton::clicked, menu,
            [this, menu] { menu->popup(mapToGlobal(QPoint(0, height() + 1))); });
}

void LinkButton::setPopup(QWidget* popup)
{
    m_popup = popup;
    connect(this, &QAbstractButton::clicked, popup, [this] { showPopup(); });
}

// Below the button, or above it where the screen ends.
void LinkButton::showPopup()
{
    const QRect room = screen()->availableGeometry();
    const QSize size = m_popup->sizeHint();
    QPoint at = mapToGlobal(QPoint(0, height() + 1));
    if (at.y() + size.height() > room.bottom())
        at.setY(mapToGlobal(QPoint()).y() - size.height() - 1);
    at.setX(std::max(room.left(), std::min(at.x(), room.right() - size.width())));
    m_popup->move(at.x(), std::max(room.top(), at.y()));
    m_popup->show();
}

void LinkButton::setFolded(bool folded)
{
    m_isFolded = folded;
    update();
}

QFont LinkButton::textFont() const
{
    QFont result = font();
    if (m_look == Look::Title || isChecked())
        result.setWeight(QFont::DemiBold);
    return result;
}

QColor LinkButton::textColour() const
{
    const Theme& theme = Theme::of(palette());
    if (!isEnabled())
        return theme.faint;
    if (isChecked())
        return theme.ink;
    switch (m_look) {
    case Look::Title:
        return theme.ink;
    case Look::Quiet:
        return underMouse() || isDown() ? theme.ink : theme.dim;
    case Look::Link:
        break;
    }
    return theme.accent;
}

QSize LinkButton::sizeHint() const
{
    const QFontMetrics metrics(textFont());
    const int arrow = hasArrow() ? arrowRoom : 0;
    // Two pixels more than the text: elision measures fractions of them.
    return {metrics.horizontalAdvance(text()) + 2 + arrow + 2 * padding, metrics.height() + 2 * padding};
}

QSize LinkButton::minimumSizeHint() const
{
    return {std::min(40, sizeHint().width()), sizeHint().height()};
}

void LinkButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont drawn = textFont();
    drawn.setUnderline(m_look == Look::Link && underMouse());
    painter.setFont(drawn);
    painter.setPen(textColour());
    const QFontMetrics metrics(drawn);
    const int room = width() - 2 * padding - (hasArrow() ? arrowRoom : 0);
    const QString shown = metrics.elidedText(text(), Qt::ElideRight, room);
    const QRect line = rect().adjusted(padding, 0, -padding, 0);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    if (hasArrow()) {
        const QPointF centre(line.left() + metrics.horizontalAdvance(shown) + 8, height() / 2.0 + 0.5);
        paintArrow(painter, centre, m_isFolded.value_or(false), Theme::of(palette()).dim);
    }
    if (hasFocus())
        paintFocusRing(painter, rect(), Theme::of(palette()).accent);
}

void LinkButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void paintFocusRing(QPainter& painter, const QRectF& rect, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 3, 3);
    painter.restore();
}

void paintArrow(QPainter& painter, QPointF centre, bool isRight, const QColor& colour)
{
    QPolygonF arrow{QPointF(-3, -1.5), QPointF(0, 1.5), QPointF(3, -1.5)};
    if (isRight)
        arrow = QPolygonF{QPointF(-1.5, -3), QPointF(1.5, 0), QPointF(-1.5, 3)};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(arrow.translated(centre));
    painter.restore();
}

} // namespace interdict
