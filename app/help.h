// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The Help menu's windows.
#pragma once

class QMainWindow;

namespace interdict {

class Workspace;

// The menus' keys as the menus have them, and the views' own.
void showKeys(QMainWindow& window);
void showAbout(QMainWindow& window, const Workspace& workspace);

} // namespace interdict
