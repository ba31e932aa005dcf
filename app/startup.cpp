// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/startup.h"

#include "app/files.h"
#include "app/mainwindow.h"
#include "app/query.h"
#include "app/session.h"
#include "app/systemscheme.h"
#include "app/userdata.h"
#include "model/explore/filtertext.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QTimer>
#include <QWindow>

#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace interdict {

namespace {

// A file up to this size opens within a moment and is read before the window shows; larger ones behind a
// dialog.
constexpr qint64 quickFile = 24 << 20;

// Milliseconds since this process began, by the kernel's account (field 22 of /proc/self/stat, in clock ticks
// since boot: see proc(5)), so that loading the libraries counts too. Exact to one tick, 10 ms.
double millisecondsSinceStart()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = stat.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    const double started = fields.value(19).toDouble() * 1000.0 / static_cast<double>(sysconf(_SC_CLK_TCK));
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return static_cast<double>(now.tv_sec) * 1000.0 + static_cast<double>(now.tv_nsec) / 1e6 - started;
}

// Prints the time once the window's first expose has been painted, and leaves.
class FirstPaint : public QObject
{
public:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Expose && !m_seen) {
            m_seen = true;
            // Queued behind the paint that the expose itself causes.
            QTimer::singleShot(0, this, [] {
                std::printf("%.0f\n", millisecondsSinceStart());
                std::fflush(stdout);
                QCoreApplication::exit(0);
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_seen = false;
};

// What to open: the file named, else the last one, else the user's own.
Result<QString> fileToOpen(const WindowCommand& command, const Settings& settings)
{
    if (!command.file.isEmpty())
        return command.file;
    const QString last = settings.lastFile.get();
    if (!last.isEmpty() && QFileInfo::exists(last))
        return last;
    return ensureUserDataSet();
}

// The filter of the last time, where it still can be read.
void restoreFilter(Workspace& workspace, const Settings& settings)
{
    if (const auto filter = parseFilter(settings.filter.get(), workspace.vocabulary(), workspace.gazetteer()))
        workspace.setFilter(*filter);
}

// Small files are there before the window is; what fails is told by the window.
bool openQuickly(Workspace& workspace, const QString& path)
{
    if (QFileInfo(path).size() > quickFile)
        return false;
    auto dataSet = DataSet::open(path);
    return dataSet && workspace.open(std::move(*dataSet));
}

} // namespace

ExitCode runWindow(const WindowCommand& command, QApplication& application)
{
    applyTheme(application, Theme::of(QApplication::palette()));
    QSettings store(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("interdict"),
                    QStringLiteral("interdict"));
    Settings settings(command.measureStart ? nullptr : &store);
    Session session(localToday());
    const Result<QString> path = fileToOpen(command, settings);
    const bool there = path && openQuickly(session.workspace, *path);
    if (there)
        restoreFilter(session.workspace, settings);
    MainWindow window(session.workspace, session.geometry, settings);
    if (!there && path) {
        QObject::connect(
            &window.files(), &Files::opened, &window,
            [&session, &settings] { restoreFilter(session.workspace, settings); }, Qt::SingleShotConnection);
        QTimer::singleShot(0, &window, [&window, &path] { window.files().open(*path); });
    } else if (there) {
        window.files().noteOpened(*path);
    }
    window.show();
    const SystemScheme scheme; // asked behind the first paint, so that no start waits for it
    QObject::connect(&scheme, &SystemScheme::schemeTold, &window, [&application](bool dark) {
        if (systemIsDark(QApplication::palette()) != dark)
            applyTheme(application, dark ? Theme::darkTheme() : Theme::light());
    });
    FirstPaint firstPaint;
    if (command.measureStart)
        window.windowHandle()->installEventFilter(&firstPaint);
    if (!path)
        QTimer::singleShot(0, &window, [&window, &path] { window.files().tell(path.error()); });
    return static_cast<ExitCode>(QApplication::exec());
}

} // namespace interdict
