// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lines cut by computation, for files that know no clip.
#pragma once

#include <QLineF>
#include <QPainterPath>
#include <QRectF>

#include <optional>

namespace interdict {

// The part of the line within the box; nothing where there is none.
std::optional<QLineF> cutLine(const QLineF& line, const QRectF& box);
// The parts of the lines (pairs of a move and a line) that lie within the area, by the odd-even rule. The
// area's outline is of straight lines.
QPainterPath cutLines(const QPainterPath& lines, const QPainterPath& area);

} // namespace interdict
