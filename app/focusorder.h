// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The order in which Tab walks through a window, by its parts.
#pragma once

#include <initializer_list>

class QWidget;

namespace interdict {

// First what is in none of the parts, then part by part; within one, as it was. Widgets come and go
// (conditions, pages of the card) and then stand last: to be called before each step, it does nothing where
// all is right.
void orderFocus(QWidget& window, std::initializer_list<const QWidget*> parts);

} // namespace interdict
