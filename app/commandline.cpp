// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "app/commands/commandtree.h"

namespace interdict {

std::variant<Runner, ExitCode> parseCommandLine(int argc, char** argv)
{
    const CommandTree tree = makeCommandTree();
    try {
        tree.app->parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return tree.app->exit(error, std::cout, std::cerr) == 0 ? ExitCode::Ok : ExitCode::Usage;
    }
    for (const auto& [options, runner] : tree.subcommands)
        if (options->parsed())
            return runner;
    return tree.window;
}

} // namespace interdict
