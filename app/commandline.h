// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the command line, by CLI11. The subcommands are in commands/, a row each in its table.
#pragma once

#include "app/exitcode.h"

#include <functional>
#include <variant>

namespace interdict {

// What was asked for, ready to run: makes the application object that it needs. Gets main's arguments.
using Runner = std::function<ExitCode(int&, char**)>;

// The runner, or the exit code after help, version or an error has been printed.
std::variant<Runner, ExitCode> parseCommandLine(int argc, char** argv);

} // namespace interdict
