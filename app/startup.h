// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// interdict [FILE]: the window, from the first start to what was left open at the last.
#pragma once

#include "app/exitcode.h"

#include <QString>

class QApplication;

namespace interdict {

struct WindowCommand
{
    QString file; // empty: the last one, or the user's data set
    bool measureStart = false;
};

ExitCode runWindow(const WindowCommand& command, QApplication& application);

} // namespace interdict
