// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/running.h"

#include "model/englishplurals.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace interdict {

Runner printing(std::function<ExitCode(QIODevice&)> command)
{
    return [command = std::move(command)](int& argc, char** argv) {
        QCoreApplication application(argc, argv);
        QCoreApplication::installTranslator(new EnglishPlurals(&application));
        QFile out;
        return out.open(stdout, QIODevice::WriteOnly) ? command(out) : ExitCode::Failed;
    };
}

} // namespace interdict
