// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commandtree.h"

#include "app/commands/subcommand.h"

namespace interdict {

CommandTree makeCommandTree()
{
    CommandTree tree;
    tree.app = std::make_unique<CLI::App>("Interdict: the record of how governments restrict AI platforms",
                                          "interdict");
    tree.app->set_version_flag("--version", "interdict " INTERDICT_VERSION);
    tree.window = addWindow(*tree.app);
    for (const Subcommand& subcommand : subcommands()) {
        CLI::App* options = tree.app->add_subcommand(subcommand.name, subcommand.summary);
        if (!subcommand.isShown)
            options->group("");
        tree.subcommands.emplace_back(options, subcommand.add(*options));
    }
    tree.app->require_subcommand(0, 1);
    tree.app->failure_message([](const CLI::App* app, const CLI::Error& error) {
        std::string name = app->get_name();
        for (const CLI::App* command : app->get_subcommands()) // those that were typed
            name += ' ' + command->get_name();
        return std::string("interdict: ") + error.what() + "\n" + name + " --help tells more.\n";
    });
    return tree;
}

} // namespace interdict
