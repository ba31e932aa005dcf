// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the command line and hands over; nothing else happens here.
#include "app/check.h"
#include "app/commandline.h"
#include "app/export.h"
#include "app/import.h"
#include "app/query.h"
#include "app/screenshot.h"
#include "app/startup.h"
#include "model/englishplurals.h"

#include <QApplication>
#include <QFile>
#include <QIcon>

#include <unistd.h>

using namespace interdict;

namespace {

void nameProgram()
{
    // No organisation: settings and data lie in folders named after the program alone.
    QCoreApplication::setApplicationName(QStringLiteral("interdict"));
    QCoreApplication::setApplicationVersion(QStringLiteral(INTERDICT_VERSION));
}

ExitCode run(const QueryCommand& command, int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::installTranslator(new EnglishPlurals(&application));
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly))
        return ExitCode::Failed;
    return runQuery(command, out);
}

ExitCode run(const CheckCommand& command, int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::installTranslator(new EnglishPlurals(&application));
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly))
        return ExitCode::Failed;
    return runCheck(command, out);
}

ExitCode run(ImportCommand command, int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::installTranslator(new EnglishPlurals(&application));
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly))
        return ExitCode::Failed;
    command.showProgress = isatty(STDERR_FILENO) != 0;
    return runImport(command, out);
}

ExitCode run(const ExportCommand& command, int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::installTranslator(new EnglishPlurals(&application));
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly))
        return ExitCode::Failed;
    if (command.output == QLatin1String("-") && command.format == RecordFormat::Xlsx &&
        isatty(STDOUT_FILENO) != 0)
        return report({Error::Kind::BadInput,
                       QCoreApplication::translate(
                           "Export", "-o -: a workbook is no text for a terminal. Write it to a file."),
                       {}});
    return runExport(command, out);
}

ExitCode run(const ScreenshotCommand& command, int argc, char** argv)
{
    prepareScreenshot(command);
    QApplication application(argc, argv);
    QCoreApplication::installTranslator(new EnglishPlurals(&application));
    return runScreenshot(command, application);
}

bool hasDisplay()
{
    const auto isSet = [](const char* name) { return !qEnvironmentVariableIsEmpty(name); };
    return isSet("QT_QPA_PLATFORM") || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
}

ExitCode run(const WindowCommand& command, int argc, char** argv)
{
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

int main(int argc, char** argv)
{
    nameProgram();
    const auto parsed = parseCommandLine(argc, argv);
    if (const auto* code = std::get_if<ExitCode>(&parsed))
        return static_cast<int>(*code);
    return static_cast<int>(
        std::visit([&](const auto& command) { return run(command, argc, argv); }, std::get<Command>(parsed)));
}
