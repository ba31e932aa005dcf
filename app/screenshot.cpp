// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshot.h"

#include "app/commands/running.h"
#include "app/mainwindow.h"
#include "app/query.h"
#include "app/session.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QPixmap>
#include <QSaveFile>

namespace interdict {

namespace {

// Lets queued layout, loading and painting happen; animations are off without a display.
void settle()
{
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
}

ExitCode save(const QPixmap& picture, const QString& path)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && picture.save(&file, "PNG") && file.commit())
        return ExitCode::Ok;
    return report({Error::Kind::NoAccess,
                   QCoreApplication::translate("CommandLine", "%1 could not be written: %2")
                       .arg(path, file.errorString()),
                   {}});
}

} // namespace

void prepareScreenshot(const ScreenshotCommand& command)
{
    withoutDisplay();
    qputenv("QT_SCALE_FACTOR", QByteArray::number(command.scale));
    qputenv("QT_SCALE_FACTOR_ROUNDING_POLICY", "PassThrough");
}

ExitCode runScreenshot(const ScreenshotCommand& command, QApplication& application)
{
    applyTheme(application, command.dark ? Theme::darkTheme() : Theme::light());
    Session session(localToday());
    if (const auto opened = openForCommand(session.workspace, command.data, command.filter, false); !opened)
        return report(opened.error());
    if (command.asOf)
        session.workspace.setAsOf(*command.asOf);
    Settings settings;
    MainWindow window(session.workspace, session.geometry, settings);
    window.resize(command.size);
    if (!command.views.isEmpty())
        window.setShownViews(command.views);
    window.show();
    settle();
    if (!command.select.isEmpty()) {
        const auto row = session.workspace.rowOf(command.select);
        if (!row)
            return report({Error::Kind::BadInput,
                           QCoreApplication::translate("CommandLine", "--select: no event has the id '%1'")
                               .arg(command.select),
                           {}});
        session.workspace.select(*row);
        settle();
    }
    return save(window.grab(), command.output);
}

} // namespace interdict
