// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/options.h"

#include "model/event/partialdate.h"

namespace interdict {

namespace {

constexpr const char* filterHelp =
    "Which events: conditions joined by spaces, as in the window's filter line. For example\n"
    "  'country:IT,FR -status:rejected concern:all(data_handling,transparency) bloc:EU27\n"
    "  begins:2025-01..2025-06 inforce:2025-02-10 \"personal data\"'.\n"
    "Only what is published is meant, unless review:draft,submitted,published says otherwise";
constexpr const char* dataHelp =
    "Data set file; without it the user's own, made from the starter data if need be";

std::string checkDay(const std::string& text)
{
    const auto date = PartialDate::parse(qt(text));
    return date && date->precision() == PartialDate::Precision::Days
               ? std::string()
               : "expected a day such as 2025-02-10, not '" + text + "'";
}

} // namespace

const char* const exitCodesHelp =
    "Data go to standard output, messages to standard error.\n"
    "Exit codes: 0 done, 1 the data set or a file could not be used, 2 wrong usage or filter.";

QString qt(const std::string& text)
{
    return QString::fromStdString(text);
}

CLI::Option* addText(CLI::App& app, const std::string& names, QString& target, const std::string& help,
                     const std::string& type)
{
    return app
        .add_option_function<std::string>(
            names, [&target](const std::string& text) { target = qt(text); }, help)
        ->type_name(type);
}

CLI::Option* addTexts(CLI::App& app, const std::string& names, QStringList& target, const std::string& help,
                      const std::string& type)
{
    return app
        .add_option_function<std::vector<std::string>>(
            names,
            [&target](const std::vector<std::string>& texts) {
                for (const std::string& text : texts)
                    target << qt(text);
            },
            help)
        // Each takes one text, and leaves what follows; positional ones take all.
        ->allow_extra_args(!names.starts_with('-'))
        ->type_name(type);
}

CLI::Option* addDay(CLI::App& app, const std::string& names, std::optional<Day>& target,
                    const std::string& help)
{
    return app
        .add_option_function<std::string>(
            names,
            [&target](const std::string& text) {
                if (const auto date = PartialDate::parse(qt(text)))
                    target = date->interval().first;
            },
            help)
        ->check(checkDay, "")
        ->type_name("DAY");
}

CLI::Option* addData(CLI::App& app, QString& target)
{
    return addText(app, "--data", target, dataHelp, "FILE.interdict");
}

CLI::Option* addFilter(CLI::App& app, QString& target)
{
    return addText(app, "--filter", target, filterHelp, "TEXT");
}

} // namespace interdict
