// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/hovercard.h"

#include "widgets/theme/theme.h"

#include <QPainter>
#include <QTextDocument>

#include <algorithm>
#include <cmath>

namespace interdict {

namespace {
constexpr int padding = 10;
constexpr int widest = 360;
constexpr int distance = 10; // px from what it tells of
} // namespace

HoverCard::HoverCard(QWidget& owner)
    : QLabel(&owner)
    , m_owner(owner)
{
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setMargin(padding);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void HoverCard::tell(const QString& richText, const QRect& around)
{
    QWidget* window = m_owner.window();
    if (parentWidget() != window)
        setParent(window);
    setText(richText);
    QTextDocument measure;
    measure.setDefaultFont(font());
    measure.setDocumentMargin(0);
    measure.setHtml(richText);
    measure.setTextWidth(std::min(widest, window->width() - 2 * padding));
    resize(static_cast<int>(std::ceil(measure.idealWidth())) + 2 * padding + 2,
           static_cast<int>(std::ceil(measure.size().height())) + 2 * padding + 2);

    const QRect target(m_owner.mapTo(window, around.topLeft()), around.size());
    QPoint place(target.right() + distance, target.top() - height() - distance);
    if (place.x() + width() > window->width())
        place.setX(target.left() - distance - width());
    if (place.y() < 0)
        place.setY(target.bottom() + distance);
    place.setX(std::clamp(place.x(), 0, std::max(0, window->width() - width())));
    place.setY(std::clamp(place.y(), 0, std::max(0, window->height() - height())));
    move(place);
    raise();
    show();
}

void HoverCard::paintEvent(QPaintEvent* event)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.faint, 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.end();
    QLabel::paintEvent(event);
}

} // namespace interdict
