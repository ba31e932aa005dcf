// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The few glyphs of buttons, drawn as strokes in the theme's ink: crisp at every scale, no files.
#pragma once

#include "widgets/theme/theme.h"

#include <QIcon>

namespace interdict {

enum class Glyph : std::uint8_t { Back, Forward, Search, Close, Plus, Minus, Fit, Focus, Calendar };

QIcon glyphIcon(Glyph glyph, const Theme& theme);

} // namespace interdict
