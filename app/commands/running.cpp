// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/running.h"

#include "model/englishplurals.h"

#include <QApplication>
#include <QFile>

#include <cstdio>
#include <unistd.h>

namespace interdict {

namespace {

ExitCode withStandardOutput(const std::function<ExitCode(QIODevice&)>& command, QCoreApplication& application)
{
    QCoreApplication::installTranslator(new EnglishPlurals(&application));
    QFile out;
    return out.open(stdout, QIODevice::WriteOnly) ? command(out) : ExitCode::Failed;
}

// Qt's own remarks on having no display say nothing to whoever asked for a picture.
void withoutRemarks(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "interdict: %s\n", message.toLocal8Bit().constData());
}

} // namespace

Runner printing(std::function<ExitCode(QIODevice&)> command)
{
    return [command = std::move(command)](int& argc, char** argv) {
        QCoreApplication application(argc, argv);
        return withStandardOutput(command, application);
    };
}

void withoutDisplay()
{
    qInstallMessageHandler(withoutRemarks);
    qputenv("QT_QPA_PLATFORM", "offscreen");
}

Runner drawing(std::function<ExitCode(QIODevice&)> command)
{
    return [command = std::move(command)](int& argc, char** argv) {
        withoutDisplay();
        for (const char* setting : {"QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_FONT_DPI",
                                    "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"})
            qunsetenv(setting);
        QApplication application(argc, argv);
        return withStandardOutput(command, application);
    };
}

Result<void> checkTerminal(const QString& output, bool isText)
{
    if (isText || output != QLatin1String("-") || isatty(STDOUT_FILENO) == 0)
        return {};
    return failure(Error::Kind::BadInput,
                   QCoreApplication::translate("CommandLine",
                                               "-o -: that is no text for a terminal. Write it to a file."));
}

} // namespace interdict
