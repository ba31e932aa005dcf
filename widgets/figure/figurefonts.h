// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Fonts of a figure and how wide they run: by pixels and unhinted, so that a line breaks at the same place on
// any screen, in any picture and on paper.
#pragma once

#include "widgets/theme/textwidth.h"

#include <QFont>

namespace interdict {

QFont figureFont(const QString& family, double size, bool bold = false);
// The same face in another size or weight.
QFont sized(const QFont& font, double size, bool bold = false);
// Remembers what it has measured.
TextWidth textWidthOf(const QFont& font);

} // namespace interdict
