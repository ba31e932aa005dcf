// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How wide a text is, as a function: layouts measure text without a font, tests measure it without a screen.
#pragma once

#include <QString>

#include <functional>

namespace interdict {
using TextWidth = std::function<double(const QString&)>; // px
} // namespace interdict
