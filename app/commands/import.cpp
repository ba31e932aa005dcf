// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import.h"

#include "app/commands/options.h"
#include "app/commands/running.h"
#include "app/commands/subcommand.h"

#include <unistd.h>

namespace interdict {

namespace {

constexpr const char* importFooter =
    "Which column holds what, in which order dates are written and what words mean is guessed, told, and\n"
    "can be said: try --dry-run first. A row is new, or updates the event with its id, or is unchanged, or\n"
    "seems to be an event that is there already (these are not added, but see --duplicates), or has an\n"
    "error. Rows without an id get one made of jurisdiction, title and year, so that importing a file again\n"
    "updates. An empty cell leaves what is stored. All is saved in one step, or nothing.\n\n"
    "Fields: id, title, date, end_date, country, subdivision, authority, platforms, platform_flag:NAME (yes\n"
    "or no for one platform), concerns, measure, scope, status, confidence, summary, note, related, sources\n"
    "(addresses), source_title, source_publisher, source_date, source_kind, source_archived, ignore.\n\n"
    "For example\n"
    "  interdict import bans.csv --dry-run --save-mapping m.json     # look, and have the mapping written\n"
    "  interdict import bans.csv --mapping m.json --rejects bad.csv  # import; what failed is in bad.csv\n"
    "  interdict import us.csv --date-order mdy --default country=US --map \"Tool=platforms\" "
    "--value \"measure:Full ban=national_block\"\n\n"
    "Exit codes: 0 every row was taken or set aside as a duplicate, 1 rows have errors (the others are\n"
    "imported) or a file could not be used, 2 wrong usage, or something must be said first.";

std::string checkDelimiter(const std::string& text)
{
    const bool named = text == "tab" || text == "\\t" || text == "comma" || text == "semicolon";
    return named || qt(text).size() == 1 ? std::string()
                                         : "expected one character, or tab, not '" + text + "'";
}

std::optional<QChar> delimiterOf(const QString& text)
{
    static const std::map<QString, QChar> names{{QStringLiteral("tab"), u'\t'},
                                                {QStringLiteral("\\t"), u'\t'},
                                                {QStringLiteral("comma"), u','},
                                                {QStringLiteral("semicolon"), u';'}};
    const auto it = names.find(text);
    if (it != names.end())
        return it->second;
    return text.isEmpty() ? std::nullopt : std::optional(text.front());
}

constexpr std::array<KeyOf<DateOrder>, 3> dateOrders{{{DateOrder::DayMonthYear, "dmy", nullptr},
                                                      {DateOrder::MonthDayYear, "mdy", nullptr},
                                                      {DateOrder::YearMonthDay, "ymd", nullptr}}};
constexpr std::array<KeyOf<bool>, 2> duplicates{{{false, "skip", nullptr}, {true, "add", nullptr}}};

} // namespace

Runner addImport(CLI::App& app)
{
    const auto command = std::make_shared<ImportCommand>();
    command->editor = qEnvironmentVariable("USER", QStringLiteral("import"));
    addText(app, "TABLE", command->table, "The table to import", "FILE")->required();
    addData(app, command->data);
    app.add_flag("--dry-run", command->dryRun, "Tell what would be done, and change nothing");
    addText(app, "--rejects", command->rejects, "Where to write the rows that are not imported, with reasons",
            "FILE");
    addText(app, "--mapping", command->mapping, "A mapping that --save-mapping wrote", "FILE.json");
    addText(app, "--save-mapping", command->saveMapping,
            "Write the mapping that was used, to change or reuse", "FILE.json");
    addTexts(app, "--map", command->columns, "What a column holds (can be repeated)", "COLUMN=FIELD");
    addTexts(app, "--default", command->defaults,
             "A field's value where the table has none (can be repeated)", "FIELD=VALUE");
    addTexts(app, "--value", command->values, "What a text means: a code, or nothing (can be repeated)",
             "FIELD:TEXT=CODE");
    addKey(app, "--date-order", command->dateOrder, std::span<const KeyOf<DateOrder>>(dateOrders),
           "How 3/4/2025 is read");
    addText(app, "--sheet", command->sheet, "Which sheet of a workbook (the likeliest)", "NAME");
    app.add_option_function<std::string>(
           "--delimiter", [command](const std::string& text) { command->delimiter = delimiterOf(qt(text)); },
           "What divides cells (guessed of , ; tab |)")
        ->check(checkDelimiter, "")
        ->type_name("CHAR");
    addText(app, "--encoding", command->encoding, "utf-8, utf-16, windows-1252 or latin1 (guessed)", "NAME");
    addKey(app, "--duplicates", command->addDuplicates, std::span<const KeyOf<bool>>(duplicates),
           "Rows that seem to be there already: skip them, or add");
    addText(app, "--editor", command->editor, "Whose name the history shows (your user name)", "NAME");
    app.footer(importFooter);
    return printing([command](QIODevice& out) {
        command->showProgress = isatty(STDERR_FILENO) != 0;
        return runImport(*command, out);
    });
}

} // namespace interdict
