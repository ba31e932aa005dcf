// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// interdict check: whether the file is whole, and what is wrong or doubtful in the record. Needs no display.
#pragma once

#include "app/exitcode.h"

#include <QString>

class QIODevice;

namespace interdict {

struct CheckCommand
{
    QString data;
    QString filter;
    bool errorsOnly = false;
};

ExitCode runCheck(const CheckCommand& command, QIODevice& out);

} // namespace interdict
