// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query.h"

#include "app/commands/options.h"
#include "app/commands/running.h"
#include "app/commands/subcommand.h"

namespace interdict {

namespace {

constexpr std::array<KeyOf<QueryCommand::Format>, 3> formats{
    {{QueryCommand::Format::Table, "table", nullptr},
     {QueryCommand::Format::Csv, "csv", nullptr},
     {QueryCommand::Format::JsonLines, "jsonl", nullptr}}};

constexpr const char* queryFooter =
    "For example\n"
    "  interdict query --count --filter \"platform:DeepSeek inforce:2025-02-10\"\n"
    "  interdict query --filter \"country:IT measure:fine\"\n"
    "  interdict query --format jsonl --filter \"begins:2025-01..2025-03\" | head -1\n\n";

} // namespace

Runner addQuery(CLI::App& app)
{
    const auto command = std::make_shared<QueryCommand>();
    addData(app, command->data);
    addFilter(app, command->filter);
    auto* count = app.add_flag("--count", command->count, "Print only how many there are");
    addKey(app, "--format", command->format, std::span<const KeyOf<QueryCommand::Format>>(formats),
           "How to print them: table (for reading), csv, jsonl")
        ->excludes(count);
    app.footer(std::string(queryFooter) + exitCodesHelp);
    return printing([command](QIODevice& out) { return runQuery(*command, out); });
}

} // namespace interdict
