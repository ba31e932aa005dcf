// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Options that fill the program's own types, and those that several subcommands have.
//
// The type that an option shows says what may stand there, and shell completion goes by it: words with bars
// between them are the choices, FILE is a file, FILE.png one with that ending; all else is anyone's guess.
#pragma once

#include "model/event/days.h"
#include "model/keys.h"

#include <CLI/CLI.hpp>

#include <QSize>
#include <QStringList>

namespace interdict {

// Standard footer of a help.
extern const char* const exitCodesHelp;

QString qt(const std::string& text);

// Each target has to outlive the parsing.
CLI::Option* addText(CLI::App& app, const std::string& names, QString& target, const std::string& help,
                     const std::string& type);
CLI::Option* addTexts(CLI::App& app, const std::string& names, QStringList& target, const std::string& help,
                      const std::string& type);
// A whole day, such as 2025-02-10.
CLI::Option* addDay(CLI::App& app, const std::string& names, std::optional<Day>& target,
                    const std::string& help);

CLI::Option* addData(CLI::App& app, QString& target);
CLI::Option* addFilter(CLI::App& app, QString& target);

// One of a table's keys, which are the type that is shown unless `type` says another.
template <typename Enum, typename Target>
CLI::Option* addKey(CLI::App& app, const std::string& names, Target& target,
                    std::span<const KeyOf<Enum>> table, const std::string& help, std::string type = {})
{
    std::vector<std::string> keys;
    for (const KeyOf<Enum>& entry : table)
        keys.emplace_back(entry.key);
    if (type.empty())
        type = CLI::detail::join(keys, "|");
    return app
        .add_option_function<std::string>(
            names,
            [&target, table](const std::string& key) {
                if (const auto value = fromKey(table, qt(key)))
                    target = *value;
            },
            help)
        ->check(CLI::IsMember(keys, CLI::ignore_case).description(""))
        ->type_name(type);
}

// Several of them, with commas between.
template <typename Enum>
CLI::Option* addKeys(CLI::App& app, const std::string& names, std::vector<Enum>& target,
                     std::span<const KeyOf<Enum>> table, const std::string& help)
{
    std::vector<std::string> keys;
    for (const KeyOf<Enum>& entry : table)
        keys.emplace_back(entry.key);
    return app
        .add_option_function<std::vector<std::string>>(
            names,
            [&target, table](const std::vector<std::string>& typed) {
                for (const std::string& key : typed)
                    if (const auto value = fromKey(table, qt(key)))
                        target.push_back(*value);
            },
            help)
        ->delimiter(',')
        ->check(CLI::IsMember(keys, CLI::ignore_case).description(""))
        ->type_name(CLI::detail::join(keys, "|"));
}

} // namespace interdict
