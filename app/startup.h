// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// interdict [FILE]: the window, from the first start to what was left open at the last.
#pragma once

#include "app/commandline.h"

class QApplication;

namespace interdict {

ExitCode runWindow(const WindowCommand& command, QApplication& application);

} // namespace interdict
