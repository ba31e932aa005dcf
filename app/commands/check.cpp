// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check.h"

#include "app/commands/options.h"
#include "app/commands/running.h"
#include "app/commands/subcommand.h"

namespace interdict {

namespace {

constexpr const char* checkFooter =
    "Every page and index of the file, each event by the rules of the form, and relations beside the "
    "calendar:\n"
    "one line each, an error or a doubt, with the event's id. The filter says which events are told of.\n\n"
    "For example\n"
    "  interdict check --errors\n"
    "  interdict check --filter \"country:IT review:draft,submitted,published\"\n\n"
    "Exit codes: 0 no error (there may be doubts), 1 errors, or the file is damaged or could not be used,\n"
    "2 wrong usage or filter.";

} // namespace

Runner addCheck(CLI::App& app)
{
    const auto command = std::make_shared<CheckCommand>();
    addData(app, command->data);
    addFilter(app, command->filter);
    app.add_flag("--errors", command->errorsOnly, "Errors only, no doubts");
    app.footer(checkFooter);
    return printing([command](QIODevice& out) { return runCheck(*command, out); });
}

} // namespace interdict
