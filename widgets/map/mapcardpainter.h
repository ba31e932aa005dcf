// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the card that tells of a place, beside a point and within a window.
#pragma once

#include "widgets/map/mapcard.h"
#include "widgets/theme/theme.h"

#include <QRectF>

class QFont;
class QPainter;

namespace interdict {

// Where the card goes: below and right of the anchor, or on the other side where there is no room.
QRectF cardRect(const MapCard& card, const QRectF& anchor, const QSizeF& window, const QFont& font);
void paintCard(QPainter& painter, const MapCard& card, const QRectF& rect, const Theme& theme);

} // namespace interdict
