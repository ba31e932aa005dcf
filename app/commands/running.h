// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What most commands run in.
#pragma once

#include "app/commandline.h"

#include "model/error.h"

class QIODevice;

namespace interdict {

// For a command that prints and draws nothing; it gets the standard output.
Runner printing(std::function<ExitCode(QIODevice&)> command);

// Makes an application object to come need no display, and keeps Qt from remarking on that.
void withoutDisplay();
// For one that draws, on no display: by the widgets' own code, in a QApplication that no setting of a screen
// changes.
Runner drawing(std::function<ExitCode(QIODevice&)> command);

// An error where a file that is no text was asked for at a terminal.
Result<void> checkTerminal(const QString& output, bool isText);

} // namespace interdict
