// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// interdict export: events under a filter, to a file. Needs no display. Also what the window's export is made
// of.
#pragma once

#include "app/exitcode.h"
#include "model/event/days.h"
#include "model/exchange/recordexport.h"

#include <optional>

class QIODevice;

namespace interdict {

class Workspace;

struct ExportCommand
{
    QString data;
    QString output; // - is standard output
    QString filter;
    std::optional<RecordFormat> format; // absent: by the output's ending
    QString dictionary;                 // where to write the data dictionary; empty: nowhere
    std::optional<Day> made;            // what a workbook gives as its day; absent: today
};

enum class ExportChoice : std::uint8_t { Shown, All, Selected };

// What is to be written of the workspace's record. `read` is left empty: the window reads off its thread, by
// a connection of its own.
RecordPart recordPart(const Workspace& workspace, ExportChoice choice, Day made);
// An error where `path` is the data set itself.
Result<void> checkExportTarget(const Workspace& workspace, const QString& path);

ExitCode runExport(const ExportCommand& command, QIODevice& standardOutput);

} // namespace interdict
