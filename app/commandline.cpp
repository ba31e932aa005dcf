// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "model/event/partialdate.h"
#include "model/exchange/import/importmapping.h"

#include <CLI/CLI.hpp>

#include <QStringList>

namespace interdict {

namespace {

constexpr const char* filterHelp =
    "Which events: conditions joined by spaces, as in the window's filter line. For example\n"
    "  'country:IT,FR -status:rejected concern:all(data_handling,transparency) bloc:EU27\n"
    "  begins:2025-01..2025-06 inforce:2025-02-10 \"personal data\"'.\n"
    "Only what is published is meant, unless review:draft,submitted,published says otherwise";
constexpr const char* dataHelp =
    "Data set file; without it the user's own, made from the starter data if need be";
constexpr const char* footer =
    "Data go to standard output, messages to standard error.\n"
    "Exit codes: 0 done, 1 the data set or a file could not be used, 2 wrong usage or filter.";

QString qt(const std::string& text)
{
    return QString::fromStdString(text);
}

std::string checkSize(const std::string& text)
{
    const QStringList parts = qt(text).split(u'x');
    const auto good = [](const QString& part) { return part.toInt() >= 200 && part.toInt() <= 16000; };
    return parts.size() == 2 && good(parts[0]) && good(parts[1])
               ? std::string()
               : "expected WIDTHxHEIGHT from 200 to 16000, such as 1600x1000, not '" + text + "'";
}

std::string checkDay(const std::string& text)
{
    const auto date = PartialDate::parse(qt(text));
    return date && date->precision() == PartialDate::Precision::Days
               ? std::string()
               : "expected a day such as 2025-02-10, not '" + text + "'";
}

std::string checkPicture(const std::string& text)
{
    return qt(text).endsWith(QLatin1String(".png"), Qt::CaseInsensitive)
               ? std::string()
               : "expected a file name that ends in .png, not '" + text + "'";
}

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
    "  interdict import bans.csv --dry-run --save-mapping m.json     look, and have the mapping written\n"
    "  interdict import bans.csv --mapping m.json --rejects bad.csv  import; what failed is in bad.csv\n"
    "  interdict import us.csv --date-order mdy --default country=US --map \"Tool=platforms\"\n"
    "      --value \"measure:Full ban=national_block\"\n\n"
    "Exit codes: 0 every row was taken or set aside as a duplicate, 1 rows have errors (the others are\n"
    "imported) or a file could not be used, 2 wrong usage, or something must be said first.";

std::string checkDelimiter(const std::string& text)
{
    const bool named = text == "tab" || text == "\\t" || text == "comma" || text == "semicolon";
    return named || qt(text).size() == 1 ? std::string()
                                         : "expected one character, or tab, not '" + text + "'";
}

// What CLI11 fills in; turned into a Command once all is read.
struct Raw
{
    WindowCommand window;
    std::string file, data, filter, output, size = "1600x1000", asOf, select;
    std::vector<std::string> views;
    bool count = false, dark = false;
    double scale = 1;
    QueryCommand::Format format = QueryCommand::Format::Table;
    std::string table, mapping, saveMapping, rejects, sheet, encoding, editor, delimiter, dateOrder,
        duplicates = "skip";
    std::vector<std::string> columns, defaults, values;
    bool errorsOnly = false;
    bool dryRun = false;
    std::optional<RecordFormat> exportFormat;
    std::string dictionary, made;
};

void addQuery(CLI::App& app, Raw& raw)
{
    const std::map<std::string, QueryCommand::Format> formats{{"table", QueryCommand::Format::Table},
                                                              {"csv", QueryCommand::Format::Csv},
                                                              {"jsonl", QueryCommand::Format::JsonLines}};
    CLI::App* query = app.add_subcommand("query", "List or count the events that a filter finds");
    query->add_option("--data", raw.data, dataHelp)->type_name("FILE");
    query->add_option("--filter", raw.filter, filterHelp)->type_name("TEXT");
    auto* count = query->add_flag("--count", raw.count, "Print only how many there are");
    query->add_option("--format", raw.format, "How to print them: table (for reading), csv, jsonl")
        ->transform(CLI::CheckedTransformer(formats, CLI::ignore_case).description(""))
        ->type_name("table|csv|jsonl")
        ->excludes(count);
    query->footer(footer);
}

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

void addExport(CLI::App& app, Raw& raw)
{
    std::map<std::string, RecordFormat> formats;
    for (const RecordFormatInfo& info : recordFormats())
        formats.emplace(info.ending, info.format);
    CLI::App* command = app.add_subcommand("export", "Write the record, or a part of it, to a file");
    command->add_option("-o,--output", raw.output, "The file to write; - is standard output")
        ->required()
        ->type_name("FILE.ENDING");
    command->add_option("--data", raw.data, dataHelp)->type_name("FILE");
    command->add_option("--filter", raw.filter, filterHelp)->type_name("TEXT");
    command->add_option("--format", raw.exportFormat, "The format, where the file's ending does not tell")
        ->transform(CLI::CheckedTransformer(formats, CLI::ignore_case).description(""))
        ->type_name("ENDING");
    command->add_option("--dictionary", raw.dictionary, "Write there, as CSV, what the fields mean")
        ->type_name("FILE.csv");
    command->add_option("--date", raw.made, "The day that a workbook gives as its own (today)")
        ->check(checkDay, "")
        ->type_name("DAY");
    command->footer(exportFooter);
}

void addScreenshot(CLI::App& app, Raw& raw)
{
    CLI::App* shot =
        app.add_subcommand("screenshot", "Render the main window to a PNG; no display is needed");
    shot->add_option("-o,--output", raw.output, "The picture to write")
        ->required()
        ->check(checkPicture, "")
        ->type_name("FILE.png");
    shot->add_option("--data", raw.data, dataHelp)->type_name("FILE");
    shot->add_option("--filter", raw.filter, filterHelp)->type_name("TEXT");
    shot->add_option("--size", raw.size, "Size of the window at scale 1 (1600x1000)")
        ->check(checkSize, "")
        ->type_name("WxH");
    shot->add_option("--scale", raw.scale, "Picture pixels per window pixel (1)")
        ->check(CLI::Range(0.5, 4.0))
        ->type_name("N");
    shot->add_flag("--dark", raw.dark, "Dark instead of light");
    shot->add_option("--as-of", raw.asOf, "The day for which the map and the counts are drawn (today)")
        ->check(checkDay, "")
        ->type_name("DAY");
    shot->add_option("--select", raw.select, "Id of an event to select")->type_name("ID");
    shot->add_option("--views", raw.views, "Which views to show: map, timeline, table")
        ->delimiter(',')
        ->check(CLI::IsMember({"map", "timeline", "table"}).description(""))
        ->type_name("LIST");
    shot->footer(footer);
}

void addImport(CLI::App& app, Raw& raw)
{
    CLI::App* import = app.add_subcommand("import", "Import a table: CSV, TSV, XLSX, ODS or JSON Lines");
    import->add_option("TABLE", raw.table, "The table to import")->required();
    import->add_option("--data", raw.data, dataHelp)->type_name("FILE");
    import->add_flag("--dry-run", raw.dryRun, "Tell what would be done, and change nothing");
    import
        ->add_option("--rejects", raw.rejects, "Where to write the rows that are not imported, with reasons")
        ->type_name("FILE");
    import->add_option("--mapping", raw.mapping, "A mapping that --save-mapping wrote")
        ->type_name("FILE.json");
    import
        ->add_option("--save-mapping", raw.saveMapping, "Write the mapping that was used, to change or reuse")
        ->type_name("FILE.json");
    import->add_option("--map", raw.columns, "What a column holds (can be repeated)")
        ->type_name("COLUMN=FIELD");
    import
        ->add_option("--default", raw.defaults, "A field's value where the table has none (can be repeated)")
        ->type_name("FIELD=VALUE");
    import->add_option("--value", raw.values, "What a text means: a code, or nothing (can be repeated)")
        ->type_name("FIELD:TEXT=CODE");
    import->add_option("--date-order", raw.dateOrder, "How 3/4/2025 is read")
        ->check(CLI::IsMember({"dmy", "mdy", "ymd"}).description(""))
        ->type_name("dmy|mdy|ymd");
    import->add_option("--sheet", raw.sheet, "Which sheet of a workbook (the likeliest)")->type_name("NAME");
    import->add_option("--delimiter", raw.delimiter, "What divides cells (guessed of , ; tab |)")
        ->check(checkDelimiter, "")
        ->type_name("CHAR");
    import->add_option("--encoding", raw.encoding, "utf-8, utf-16, windows-1252 or latin1 (guessed)")
        ->type_name("NAME");
    import
        ->add_option("--duplicates", raw.duplicates, "Rows that seem to be there already: skip them, or add")
        ->check(CLI::IsMember({"skip", "add"}).description(""))
        ->type_name("skip|add");
    import->add_option("--editor", raw.editor, "Whose name the history shows (your user name)")
        ->type_name("NAME");
    import->footer(importFooter);
}

constexpr const char* checkFooter =
    "Every page and index of the file, each event by the rules of the form, and relations beside the "
    "calendar:\n"
    "one line each, an error or a doubt, with the event's id. The filter says which events are told of.\n\n"
    "Exit codes: 0 no error (there may be doubts), 1 errors, or the file is damaged or could not be used,\n"
    "2 wrong usage or filter.";

void addCheck(CLI::App& app, Raw& raw)
{
    CLI::App* check = app.add_subcommand("check", "Tell what is wrong or doubtful in the record");
    check->add_option("--data", raw.data, dataHelp)->type_name("FILE");
    check->add_option("--filter", raw.filter, filterHelp)->type_name("TEXT");
    check->add_flag("--errors", raw.errorsOnly, "Errors only, no doubts");
    check->footer(checkFooter);
}

QStringList listOf(const std::vector<std::string>& texts)
{
    QStringList list;
    for (const std::string& text : texts)
        list << qt(text);
    return list;
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

ImportCommand importOf(const Raw& raw)
{
    ImportCommand import;
    import.table = qt(raw.table);
    import.data = qt(raw.data);
    import.mapping = qt(raw.mapping);
    import.saveMapping = qt(raw.saveMapping);
    import.rejects = qt(raw.rejects);
    import.sheet = qt(raw.sheet);
    import.encoding = qt(raw.encoding);
    import.editor =
        raw.editor.empty() ? qEnvironmentVariable("USER", QStringLiteral("import")) : qt(raw.editor);
    import.delimiter = delimiterOf(qt(raw.delimiter));
    import.dateOrder = dateOrderFromCode(qt(raw.dateOrder));
    import.columns = listOf(raw.columns);
    import.defaults = listOf(raw.defaults);
    import.values = listOf(raw.values);
    import.dryRun = raw.dryRun;
    import.addDuplicates = raw.duplicates == "add";
    return import;
}

ExportCommand exportOf(const Raw& raw)
{
    ExportCommand command{qt(raw.data),     qt(raw.output),     qt(raw.filter),
                          raw.exportFormat, qt(raw.dictionary), std::nullopt};
    if (const auto day = PartialDate::parse(qt(raw.made)))
        command.made = day->interval().first;
    return command;
}

QSize sizeOf(const std::string& text)
{
    const QStringList parts = qt(text).split(u'x');
    return {parts[0].toInt(), parts[1].toInt()};
}

ScreenshotCommand screenshotOf(const Raw& raw)
{
    ScreenshotCommand shot{qt(raw.data),     qt(raw.output), qt(raw.filter),
                           sizeOf(raw.size), raw.scale,      raw.dark,
                           std::nullopt,     qt(raw.select), {}};
    if (const auto day = PartialDate::parse(qt(raw.asOf)))
        shot.asOf = day->interval().first;
    for (const std::string& view : raw.views)
        shot.views << qt(view);
    return shot;
}

} // namespace

std::variant<Command, ExitCode> parseCommandLine(int argc, char** argv)
{
    Raw raw;
    CLI::App app("Interdict: the record of how governments restrict AI platforms", "interdict");
    app.set_version_flag("--version", "interdict " INTERDICT_VERSION);
    app.add_option("FILE", raw.file, "A data set (*.interdict) to open in the window");
    app.add_flag(
        "--measure-start", raw.window.measureStart,
        "Open the window, print the milliseconds from process start to the first full paint, and leave");
    app.footer(footer);
    addQuery(app, raw);
    addExport(app, raw);
    addScreenshot(app, raw);
    addImport(app, raw);
    addCheck(app, raw);
    app.require_subcommand(0, 1);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error, std::cout, std::cerr) == 0 ? ExitCode::Ok : ExitCode::Usage;
    }
    if (app.got_subcommand("query"))
        return QueryCommand{qt(raw.data), qt(raw.filter), raw.count, raw.format};
    if (app.got_subcommand("import"))
        return importOf(raw);
    if (app.got_subcommand("export"))
        return exportOf(raw);
    if (app.got_subcommand("check"))
        return CheckCommand{qt(raw.data), qt(raw.filter), raw.errorsOnly};
    if (app.got_subcommand("screenshot"))
        return screenshotOf(raw);
    raw.window.file = qt(raw.file);
    return raw.window;
}

} // namespace interdict
