// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/options.h"
#include "app/commands/subcommand.h"
#include "app/startup.h"
#include "model/englishplurals.h"

#include <QApplication>
#include <QFileInfo>
#include <QIcon>

namespace interdict {

namespace {

bool hasDisplay()
{
    const auto isSet = [](const char* name) { return !qEnvironmentVariableIsEmpty(name); };
    return isSet("QT_QPA_PLATFORM") || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
}

// "interdict figur" asks for no window.
Result<void> checkFile(const QString& file)
{
    const bool isPath = file.contains(u'.') || file.contains(u'/');
    if (file.isEmpty() || isPath || QFileInfo::exists(file))
        return {};
    QStringList names;
    for (const Subcommand& subcommand : subcommands())
        if (subcommand.isShown)
            names << QLatin1String(subcommand.name);
    return failure(Error::Kind::BadInput, QStringLiteral("there is no command and no file %1. Commands: %2.")
                                              .arg(file, names.join(QStringLiteral(", "))));
}

ExitCode run(const WindowCommand& command, int& argc, char** argv)
{
    if (const auto checked = checkFile(command.file); !checked)
        return report(checked.error());
    if (!hasDisplay() && !command.measureStart)
        return report(
            {Error::Kind::Failed,
             QStringLiteral("there is no display to open a window on. interdict screenshot renders the "
                            "window to a picture, interdict query lists events."),
             {}});
    if (!hasDisplay())
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    QCoreApplication::installTranslator(new EnglishPlurals(&application));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Interdict"));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/interdict.png")));
    QGuiApplication::setDesktopFileName(QStringLiteral("interdict"));
    return runWindow(command, application);
}

} // namespace

Runner addWindow(CLI::App& app)
{
    const auto command = std::make_shared<WindowCommand>();
    addText(app, "FILE", command->file, "A data set (*.interdict) to open in the window", "FILE.interdict");
    app.add_flag(
        "--measure-start", command->measureStart,
        "Open the window, print the milliseconds from process start to the first full paint, and leave");
    app.footer(std::string("Each command tells its options and gives examples: interdict figure --help.\n") +
               exitCodesHelp);
    return [command](int& argc, char** argv) { return run(*command, argc, argv); };
}

} // namespace interdict
