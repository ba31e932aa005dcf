// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// interdict import: a foreign table into a data set, and a report of what became of its rows. Needs no
// display.
#pragma once

#include "app/commandline.h"

class QIODevice;

namespace interdict {

ExitCode runImport(const ImportCommand& command, QIODevice& out);

} // namespace interdict
