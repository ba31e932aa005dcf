// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The order in which Tab walks through a window, by its parts.
#pragma once

#include <initializer_list>

class QWidget;

namespace interdict {

// What has the focus after, or before, what has it now: first what is in none of the parts, then part by
// part; within one in Qt's order. Widgets come and go (conditions, pages of the card), and Qt would put them
// last. Null where nothing can take it.
QWidget* nextInFocus(QWidget& window, bool next, std::initializer_list<const QWidget*> parts);

} // namespace interdict
