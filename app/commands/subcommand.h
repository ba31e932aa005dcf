// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The subcommands of the program, a row each. A file each adds the options and says what runs once they are
// read.
#pragma once

#include "app/commandline.h"

#include <span>

namespace CLI {
class App;
}

namespace interdict {

struct Subcommand
{
    const char* name;
    const char* summary;
    bool isShown; // in the help's list
    // Adds options and footer. The values that the options fill live as long as the runner.
    Runner (*add)(CLI::App& app);
};

std::span<const Subcommand> subcommands();

Runner addQuery(CLI::App& app);
Runner addExport(CLI::App& app);
Runner addFigure(CLI::App& app);
Runner addVerify(CLI::App& app);
Runner addScreenshot(CLI::App& app);
Runner addImport(CLI::App& app);
Runner addBriefing(CLI::App& app);
Runner addCheck(CLI::App& app);
Runner addCompletion(CLI::App& app);
// What runs without a subcommand.
Runner addWindow(CLI::App& app);

} // namespace interdict
