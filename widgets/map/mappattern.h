// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The second sign of a fill, besides its colour: a small seamless tile.
#pragma once

#include "widgets/map/mapclasses.h"

#include <QBrush>

namespace interdict {

inline constexpr int patternSide = 8; // px at 1×

// Fill and pattern in one brush, for a painter whose pixels are device pixels. Plain fills have a plain
// brush.
QBrush patternBrush(const MapFill& fill, double ratio);
// The pattern alone as lines over a box, for printers and vector files, to be clipped to the shape.
QPainterPath patternLines(Pattern pattern, const QRectF& box);

} // namespace interdict
