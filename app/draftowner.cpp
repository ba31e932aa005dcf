// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draftowner.h"

#include <QCoreApplication>
#include <QFile>
#include <QSysInfo>

namespace interdict {

namespace {

// The kernel's name for what a process runs; empty where there is no such process (see proc(5)).
QByteArray commandOf(const QString& process)
{
    QFile name(QStringLiteral("/proc/%1/comm").arg(process));
    return name.open(QIODevice::ReadOnly) ? name.readAll() : QByteArray();
}

} // namespace

QString thisProgram()
{
    return QStringLiteral("%1:%2").arg(QSysInfo::machineHostName()).arg(QCoreApplication::applicationPid());
}

bool isAtWork(const QString& owner)
{
    const qsizetype colon = owner.lastIndexOf(u':');
    if (owner.left(colon) != QSysInfo::machineHostName())
        return true;
    const QByteArray command = commandOf(owner.mid(colon + 1));
    return !command.isEmpty() && command == commandOf(QString::number(QCoreApplication::applicationPid()));
}

} // namespace interdict
