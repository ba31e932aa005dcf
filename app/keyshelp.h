// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Help → Keys: the menus' keys as the menus have them, and the views' own.
#pragma once

class QMainWindow;

namespace interdict {

void showKeys(QMainWindow& window);

} // namespace interdict
