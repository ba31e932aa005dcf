// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// interdict query: events under a filter, to standard output. Needs no display.
#pragma once

#include "app/commandline.h"
#include "model/error.h"

class QIODevice;

namespace interdict {

class Workspace;

// Opens FILE, or the user's data set where `file` is empty, and sets the filter. Used by every command.
Result<void> openForCommand(Workspace& workspace, const QString& file, const QString& filter, bool readOnly);
// Writes an error to standard error and gives its exit code.
ExitCode report(const Error& error);

ExitCode runQuery(const QueryCommand& command, QIODevice& out);

} // namespace interdict
