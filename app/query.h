// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// interdict query: events under a filter, to standard output. Needs no display.
#pragma once

#include "app/exitcode.h"
#include "model/error.h"

#include <QString>

class QIODevice;

namespace interdict {

class Workspace;

struct QueryCommand
{
    enum class Format : std::uint8_t { Table, Csv, JsonLines };
    QString data; // empty: the user's data set
    QString filter;
    bool count = false;
    Format format = Format::Table;
};

// Opens FILE, or the user's data set where `file` is empty, and sets the filter. Used by every command.
Result<void> openForCommand(Workspace& workspace, const QString& file, const QString& filter, bool readOnly);

ExitCode runQuery(const QueryCommand& command, QIODevice& out);

} // namespace interdict
