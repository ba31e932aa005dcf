// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facets/chip.h"

#include "widgets/controls/linkbutton.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace interdict {

namespace {
constexpr int padding = 9;
constexpr int gap = 5;
constexpr int crossRoom = 20;
constexpr int widestValue = 300;
} // namespace

Chip::Chip(QWidget* parent)
    : QAbstractButton(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setMouseTracking(true);
}

void Chip::setCondition(const QString& label, const QString& value)
{
    m_label = label;
    m_value = value;
    setAccessibleName(tr("Remove %1: %2").arg(label, value));
    setToolTip(QStringLiteral("<p>%1: %2</p>").arg(label.toHtmlEscaped(), value.toHtmlEscaped()));
    updateGeometry();
    update();
}

QFont Chip::labelFont() const
{
    QFont result = font();
    result.setWeight(QFont::DemiBold);
    return result;
}

// With the gap after it; nothing where the chip is a value alone.
int Chip::labelWidth() const
{
    return m_label.isEmpty() ? 0 : QFontMetrics(labelFont()).horizontalAdvance(m_label) + gap;
}

int Chip::valueWidth() const
{
    return std::min(widestValue, fontMetrics().horizontalAdvance(m_value) + 1);
}

QSize Chip::sizeHint() const
{
    return {padding + labelWidth() + valueWidth() + crossRoom, fontMetrics().height() + 6};
}

QRect Chip::crossRect() const
{
    return {width() - crossRoom - 2, 0, crossRoom + 2, height()};
}

bool Chip::hitButton(const QPoint& position) const
{
    return crossRect().contains(position);
}

void Chip::mouseMoveEvent(QMouseEvent* event)
{
    setCursor(hitButton(event->position().toPoint()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
    QAbstractButton::mouseMoveEvent(event);
}

void Chip::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        break;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void Chip::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accentSoft);
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    painter.setPen(theme.accent);
    painter.setFont(labelFont());
    QRect line = rect().adjusted(padding, 0, -crossRoom, 0);
    painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine, m_label);
    painter.setFont(font());
    line.setLeft(line.left() + labelWidth());
    const QString shown = fontMetrics().elidedText(m_value, Qt::ElideRight, line.width());
    painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine, shown);
    paintCross(painter);
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), height() / 2.0 - 1,
                                height() / 2.0 - 1);
    }
}

void Chip::paintCross(QPainter& painter) const
{
    const Theme& theme = Theme::of(palette());
    const QPointF centre(width() - crossRoom / 2.0 - 2, height() / 2.0);
    const bool isHovered = underMouse() && crossRect().contains(mapFromGlobal(QCursor::pos()));
    if (isHovered) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawEllipse(centre, 7, 7);
    }
    painter.setPen(QPen(isHovered ? theme.onAccent : theme.accent, 1.4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(centre + QPointF(-3, -3), centre + QPointF(3, 3));
    painter.drawLine(centre + QPointF(-3, 3), centre + QPointF(3, -3));
}

} // namespace interdict
