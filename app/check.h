// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// interdict check: whether the file is whole, and what is wrong or doubtful in the record. Needs no display.
#pragma once

#include "app/commandline.h"

class QIODevice;

namespace interdict {

ExitCode runCheck(const CheckCommand& command, QIODevice& out);

} // namespace interdict
