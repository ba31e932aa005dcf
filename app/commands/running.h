// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What most commands run in.
#pragma once

#include "app/commandline.h"

class QIODevice;

namespace interdict {

// For a command that prints and draws nothing; it gets the standard output.
Runner printing(std::function<ExitCode(QIODevice&)> command);

} // namespace interdict
