// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export.h"

#include "app/commands/options.h"
#include "app/commands/running.h"
#include "app/commands/subcommand.h"

namespace interdict {

namespace {

constexpr const char* exportFooter =
    "The endings: csv (a table, one row an event), xlsx (a workbook with events, sources, relations,\n"
    "vocabulary, what the fields mean, and where it comes from), jsonl (JSON Lines, which read back "
    "exactly),\n"
    "geojson (points for a map program), ics (a calendar of the days on which events began), bib, ris and\n"
    "csl.json (their sources, each once, for LaTeX and reference managers).\n"
    "In csv, a cell that a spreadsheet would run as a formula has a ' before it. An existing file is\n"
    "replaced whole, or stays as it is.\n\n"
    "For example\n"
    "  interdict export -o italy.xlsx --filter country:IT\n"
    "  interdict export -o - --format csv --dictionary fields.csv | head\n\n"
    "Exit codes: 0 done, 1 the data set or a file could not be used, 2 wrong usage or filter.";

// By ending, as options take them.
std::span<const KeyOf<RecordFormat>> formats()
{
    static const std::vector<KeyOf<RecordFormat>> table = [] {
        std::vector<KeyOf<RecordFormat>> rows;
        for (const RecordFormatInfo& info : recordFormats())
            rows.push_back({info.format, info.ending, nullptr});
        return rows;
    }();
    return table;
}

ExitCode run(const ExportCommand& command, QIODevice& out)
{
    const auto checked = checkTerminal(command.output, command.format != RecordFormat::Xlsx);
    return checked ? runExport(command, out) : report(checked.error());
}

} // namespace

Runner addExport(CLI::App& app)
{
    const auto command = std::make_shared<ExportCommand>();
    addText(app, "-o,--output", command->output, "The file to write; - is standard output", "FILE.ENDING")
        ->required();
    addData(app, command->data);
    addFilter(app, command->filter);
    addKey(app, "--format", command->format, formats(), "The format, where the file's ending does not tell");
    addText(app, "--dictionary", command->dictionary, "Write there, as CSV, what the fields mean",
            "FILE.csv");
    addDay(app, "--date", command->made, "The day that a workbook gives as its own (today)");
    app.footer(exportFooter);
    return printing([command](QIODevice& out) { return run(*command, out); });
}

} // namespace interdict
