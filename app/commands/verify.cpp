// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verify.h"

#include "app/commands/options.h"
#include "app/commands/running.h"
#include "app/commands/subcommand.h"

namespace interdict {

namespace {

constexpr const char* verifyFooter =
    "Each SVG, PDF, PNG and WebP that interdict made knows its filter and the events that it shows. They "
    "are\n"
    "looked up in the data set. A line each says whether they are unchanged or changed, those below it what\n"
    "has changed and what the figure is.\n\n"
    "For example\n"
    "  interdict verify deepseek.svg\n"
    "  interdict verify --quiet deepseek.svg || interdict figure --like deepseek.svg -o deepseek.svg\n\n"
    "Exit codes: 0 nothing has changed, 1 a figure's events have changed, 2 wrong usage, 3 a file is no\n"
    "figure or cannot be read, or the data set cannot be used. Of several figures the highest one.";

} // namespace

Runner addVerify(CLI::App& app)
{
    const auto command = std::make_shared<VerifyCommand>();
    addTexts(app, "FIGURE", command->figures, "The figures' files", "FILE")->required();
    addData(app, command->data);
    app.add_flag("-q,--quiet", command->quiet, "Print nothing; the exit code tells");
    app.footer(verifyFooter);
    return printing([command](QIODevice& out) { return runVerify(*command, out); });
}

} // namespace interdict
