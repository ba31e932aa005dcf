// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/figureoptions.h"
#include "app/commands/options.h"
#include "app/commands/running.h"
#include "app/commands/subcommand.h"
#include "app/figurecommand.h"

#include <unistd.h>

namespace interdict {

namespace {

constexpr const char* figureFooter =
    "The endings: svg (real text) and pdf (fonts within) for print and for mending by hand, png for a slide\n"
    "(two picture pixels for one of the figure, unless --dpi says otherwise), csv and xlsx for the numbers\n"
    "behind it, webp for a map over time. Several pages of SVG or PNG become NAME-1.svg and so "
    "on,\n"
    "their names are printed. An existing file is replaced whole, or stays as it is.\n"
    "SVG, PDF and PNG know what they show: interdict verify tells whether the record has changed since, and\n"
    "--like makes the same figure of today's record. Equal record, options and --date give equal bytes.\n\n"
    "For example\n"
    "  interdict figure timeline -o deepseek.svg --filter platform:DeepSeek\n"
    "  interdict figure map -o world.png --as-of 2025-02-10 --size slide --theme dark\n"
    "  interdict figure map -o months.pdf --each-day 2024-06-30,2025-06-30 --size a4-landscape\n"
    "  interdict figure chart:over-time -o starts.pdf --split concern --bin quarter --size column\n"
    "  interdict figure matrix -o - --format csv --rows bloc --columns platform --value in-force\n"
    "  interdict figure map -o spread.webp --frames quarter --size 960x540 --dpi 96\n"
    "  interdict figure --like deepseek.svg -o deepseek-now.svg\n\n"
    "Exit codes: 0 done, 1 the data set or a file could not be used, 2 wrong usage or filter, such as one\n"
    "that finds nothing.";

void addSpecOption(CLI::App& app, const std::shared_ptr<FigureCommand>& command, const SpecOption& option)
{
    const auto change = [command, option](const std::string& text) {
        const QString name = qt(option.names).section(u',', 0, 0);
        if (const auto apply = option.read(qt(text)))
            command->changes.push_back({name, *apply, option.objection});
    };
    CLI::Option* added = nullptr;
    if (option.type.empty())
        added = app.add_flag_callback(
            option.names, [change] { change({}); }, option.help);
    else
        added = app.add_option_function<std::string>(option.names, change, option.help)
                    ->check(
                        [option](const std::string& text) {
                            const auto read = option.read(qt(text));
                            return read ? std::string() : read.error().toStdString();
                        },
                        "")
                    ->type_name(option.type);
    added->group(option.group);
}

// The kind; a figure that is like another has its kind already.
void addName(CLI::App& app, const std::shared_ptr<FigureCommand>& command)
{
    app.add_option_function<std::string>(
           "KIND",
           [command](const std::string& text) {
               if (const auto apply = readFigureName(qt(text)))
                   command->changes.push_back({QStringLiteral("KIND"), *apply, {}, true});
           },
           "What to make; --like and --spec know it already")
        ->check(
            [](const std::string& text) {
                const auto read = readFigureName(qt(text));
                return read ? std::string() : read.error().toStdString();
            },
            "")
        ->type_name(CLI::detail::join(figureNames(), "|"));
}

} // namespace

Runner addFigure(CLI::App& app)
{
    const auto command = std::make_shared<FigureCommand>();
    addName(app, command);
    addText(app, "-o,--output", command->output, "The file to write; - is standard output", "FILE.ENDING")
        ->required();
    addData(app, command->data);
    CLI::Option* like =
        addText(app, "--like", command->like, "Begin with what this SVG, PDF or PNG shows", "FILE");
    addText(app, "--spec", command->spec, "Begin with what --save-spec wrote", "FILE.json")->excludes(like);
    addText(app, "--save-spec", command->savedSpec, "Write what was asked for, to change or reuse",
            "FILE.json");
    for (const SpecOption& option : specOptions())
        addSpecOption(app, command, option);
    app.get_option("--days")->excludes(app.get_option("--extent"));
    app.get_option("--box")->excludes(app.get_option("--extent"));
    app.get_option("--each-day")->excludes(app.get_option("--each"));
    addKey(app, "--format", command->format, figureFormats(),
           "The format, where the file's ending does not tell")
        ->group("File");
    app.add_option("--dpi", command->file.dpi,
                   "Pixels an inch, of PNG and WebP; a slide is 1280 x 720 at 96 (192)")
        ->check(CLI::Range(48.0, 1200.0).description(""))
        ->type_name("N")
        ->group("File");
    app.add_flag("--transparent", command->file.transparent, "Without ground, in PNG and SVG")->group("File");
    addKey(app, "--frames", command->frames, timeBins(), "The steps of an animation (fitting)")
        ->group("File");
    app.add_option("--frame-seconds", command->file.frameSeconds, "How long each picture of it stays (0.8)")
        ->check(CLI::Range(0.05, 60.0).description(""))
        ->type_name("N")
        ->group("File");
    addDay(app, "--date", command->made, "The day that the file is stamped with (today)")->group("File");
    app.footer(figureFooter);
    return drawing([command](QIODevice& out) {
        command->showProgress = isatty(STDERR_FILENO) != 0;
        return runFigure(*command, out);
    });
}

} // namespace interdict
