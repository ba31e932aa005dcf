// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Completion scripts for shells, made of the command line itself, so that none of it is missing in them.
#pragma once

#include "app/commands/commandtree.h"

#include <QByteArray>

namespace interdict {

// What may stand where an option or a positional wants a value, told by its type (options.h).
struct Completion
{
    enum class Kind : std::uint8_t { Nothing, Words, File, FacetKeys };
    Kind kind = Kind::Nothing;
    std::vector<std::string> words; // the choices; of a file the ending, or none
};
Completion completionOf(const CLI::Option& option);

// The options and subcommands that a person is told of.
std::vector<const CLI::Option*> shownOptions(const CLI::App& app); // with --help, without positionals
std::vector<const CLI::Option*> positionals(const CLI::App& app);
std::vector<const CLI::App*> shownCommands(const CLI::App& app);
// "--output", "-o"
std::vector<std::string> namesOf(const CLI::Option& option);

QByteArray bashCompletion(const CLI::App& app);
QByteArray zshCompletion(const CLI::App& app);

} // namespace interdict
