// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// interdict verify: what figures show, and whether the record has changed since they were made. Needs no
// display.
#pragma once

#include "app/exitcode.h"

#include <QStringList>

class QIODevice;

namespace interdict {

struct VerifyCommand
{
    QStringList figures;
    QString data; // empty: the user's data set
    bool quiet = false;
};

// Ok: none has changed. Failed: one has. Unverified: of one nothing can be said.
ExitCode runVerify(const VerifyCommand& command, QIODevice& out);

} // namespace interdict
