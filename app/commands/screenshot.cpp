// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshot.h"

#include "app/commands/options.h"
#include "app/commands/subcommand.h"
#include "model/englishplurals.h"

#include <QApplication>

namespace interdict {

namespace {

std::string checkSize(const std::string& text)
{
    const QStringList parts = qt(text).split(u'x');
    const auto good = [](const QString& part) { return part.toInt() >= 200 && part.toInt() <= 16000; };
    return parts.size() == 2 && good(parts[0]) && good(parts[1])
               ? std::string()
               : "expected WIDTHxHEIGHT from 200 to 16000, such as 1600x1000, not '" + text + "'";
}

std::string checkPicture(const std::string& text)
{
    return qt(text).endsWith(QLatin1String(".png"), Qt::CaseInsensitive)
               ? std::string()
               : "expected a file name that ends in .png, not '" + text + "'";
}

QSize sizeOf(const std::string& text)
{
    const QStringList parts = qt(text).split(u'x');
    return {parts[0].toInt(), parts[1].toInt()};
}

// Those that --views takes.
const std::vector<std::string> views{"map", "timeline", "table", "chart", "matrix"};

constexpr const char* screenshotFooter =
    "For example\n"
    "  interdict screenshot -o window.png --filter platform:DeepSeek --as-of 2025-02-10\n"
    "  interdict screenshot -o map.png --views map --dark --size 1280x720 --scale 2\n\n";

ExitCode run(const ScreenshotCommand& command, int& argc, char** argv)
{
    prepareScreenshot(command);
    QApplication application(argc, argv);
    QCoreApplication::installTranslator(new EnglishPlurals(&application));
    return runScreenshot(command, application);
}

} // namespace

Runner addScreenshot(CLI::App& app)
{
    const auto command = std::make_shared<ScreenshotCommand>();
    addText(app, "-o,--output", command->output, "The picture to write", "FILE.png")
        ->required()
        ->check(checkPicture, "");
    addData(app, command->data);
    addFilter(app, command->filter);
    app.add_option_function<std::string>(
           "--size", [command](const std::string& text) { command->size = sizeOf(text); },
           "Size of the window at scale 1 (1600x1000)")
        ->check(checkSize, "")
        ->type_name("WxH");
    app.add_option("--scale", command->scale, "Picture pixels per window pixel (1)")
        ->check(CLI::Range(0.5, 4.0).description(""))
        ->type_name("N");
    app.add_flag("--dark", command->dark, "Dark instead of light");
    addDay(app, "--as-of", command->asOf, "The day for which the map and the counts are drawn (today)");
    addText(app, "--select", command->select, "Id of an event to select", "ID");
    addTexts(app, "--views", command->views, "Which views to show: " + CLI::detail::join(views, ", "), "LIST")
        ->delimiter(',')
        ->check(CLI::IsMember(views).description(""));
    app.footer(std::string(screenshotFooter) + exitCodesHelp);
    return [command](int& argc, char** argv) { return run(*command, argc, argv); };
}

} // namespace interdict
