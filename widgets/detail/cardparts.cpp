// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/detail/cardparts.h"

#include "widgets/theme/theme.h"

#include <QPainter>

namespace interdict {

namespace {

constexpr int pillPadding = 8;

QFont fontFor(TextRole role, QFont font)
{
    if (role == TextRole::Title && font.pixelSize() > 0)
        font.setPixelSize(qRound(font.pixelSize() * 1.3));
    else if (role == TextRole::Title)
        font.setPointSizeF(font.pointSizeF() * 1.3);
    if (role == TextRole::Title || role == TextRole::Heading)
        font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

QLabel* makeText(const QString& text, TextRole role, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(fontFor(role, label->font()));
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    if (role != TextRole::Heading)
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (role == TextRole::Dim)
        label->setFocusPolicy(Qt::ClickFocus); // Tab stops at what is worth reading out
    const Theme& theme = Theme::of(parent->palette());
    QPalette colours = label->palette();
    // Which of the two roles a label takes hangs on the ground that it lies on.
    for (const auto textRole : {QPalette::WindowText, QPalette::Text})
        colours.setColor(textRole, role == TextRole::Dim ? theme.dim : theme.ink);
    label->setPalette(colours);
    return label;
}

Pill::Pill(const QString& text, const QColor& ground, const QColor& ink, QWidget* parent)
    : QLabel(text, parent)
    , m_ground(ground)
    , m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize Pill::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2 * pillPadding + 1, fontMetrics().height() + 4};
}

QSize Pill::minimumSizeHint() const
{
    return {40, sizeHint().height()};
}

void Pill::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_ground);
    const QRect ground(0, 0, std::min(width(), sizeHint().width()), height());
    painter.drawRoundedRect(ground, height() / 2.0, height() / 2.0);
    painter.setPen(m_ink);
    const QRect line = ground.adjusted(pillPadding, 0, -pillPadding, 0);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, line.width());
    painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

} // namespace interdict
