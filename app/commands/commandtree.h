// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole command line as CLI11 knows it: what is parsed, and what completions are made of.
#pragma once

#include "app/commandline.h"

#include <CLI/CLI.hpp>

namespace interdict {

struct CommandTree
{
    std::unique_ptr<CLI::App> app;
    Runner window; // without a subcommand
    std::vector<std::pair<const CLI::App*, Runner>> subcommands;
};

CommandTree makeCommandTree();

} // namespace interdict
