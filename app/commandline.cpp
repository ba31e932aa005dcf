// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "app/commands/options.h"
#include "app/commands/subcommand.h"

namespace interdict {

std::variant<Runner, ExitCode> parseCommandLine(int argc, char** argv)
{
    CLI::App app("Interdict: the record of how governments restrict AI platforms", "interdict");
    app.set_version_flag("--version", "interdict " INTERDICT_VERSION);
    const Runner window = addWindow(app);
    std::vector<std::pair<CLI::App*, Runner>> runners;
    for (const Subcommand& subcommand : subcommands()) {
        CLI::App* options = app.add_subcommand(subcommand.name, subcommand.summary);
        runners.emplace_back(options, subcommand.add(*options));
    }
    app.require_subcommand(0, 1);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error, std::cout, std::cerr) == 0 ? ExitCode::Ok : ExitCode::Usage;
    }
    for (const auto& [options, runner] : runners)
        if (options->parsed())
            return runner;
    return window;
}

} // namespace interdict
