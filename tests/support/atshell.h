// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The program run as a user's shell runs it: in a folder of its own, with a home of its own, without a
// display.
#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace interdict {

struct AtShellOutcome
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

class AtShell
{
public:
    // The folder holds the shipped data as record.interdict.
    AtShell()
    {
        QFile::copy(QStringLiteral(":/data/starter.interdict"), path("record.interdict"));
        QFile::setPermissions(path("record.interdict"), QFile::ReadOwner | QFile::WriteOwner);
    }

    QString path(const QByteArray& name) const { return m_folder.filePath(QString::fromUtf8(name)); }

    QByteArray read(const QByteArray& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    bool write(const QByteArray& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    // A line of shell; `interdict` is the program that was built.
    AtShellOutcome line(const QString& text) const
    {
        return run(QStringLiteral("bash"), {QStringLiteral("-c"), text});
    }

    AtShellOutcome run(const QString& program, const QStringList& arguments) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* display : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QLatin1String(display));
        environment.insert(QStringLiteral("HOME"), path("home"));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), path("home/data"));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path("home/config"));
        environment.insert(QStringLiteral("PATH"),
                           QStringLiteral(INTERDICT_BIN_DIR ":") + environment.value(QStringLiteral("PATH")));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path());
        process.start(program, arguments);
        if (!process.waitForFinished(120000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }

private:
    QTemporaryDir m_folder;
};

} // namespace interdict
