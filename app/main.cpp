// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the command line and hands over; nothing else happens here.
#include "app/commandline.h"

#include <QCoreApplication>
#include <QHashSeed>

using namespace interdict;

namespace {

void nameProgram()
{
    // No organisation: settings and data lie in folders named after the program alone.
    QCoreApplication::setApplicationName(QStringLiteral("interdict"));
    QCoreApplication::setApplicationVersion(QStringLiteral(INTERDICT_VERSION));
}

} // namespace

int main(int argc, char** argv)
{
    // Qt numbers a PDF's fonts in the order of a hash: with a seed for each run, equal input would give other
    // bytes.
    QHashSeed::setDeterministicGlobalSeed();
    nameProgram();
    const auto parsed = parseCommandLine(argc, argv);
    if (const auto* code = std::get_if<ExitCode>(&parsed))
        return static_cast<int>(*code);
    return static_cast<int>(std::get<Runner>(parsed)(argc, argv));
}
