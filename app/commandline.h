// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The program's command line as a value, read by CLI11.
#pragma once

#include "model/edit/datereading.h"
#include "model/event/days.h"
#include "model/exchange/recordexport.h"

#include <QSize>
#include <QStringList>

#include <optional>
#include <variant>

namespace interdict {

// Exit codes, as told by --help.
enum class ExitCode : int { Ok = 0, Failed = 1, Usage = 2 };

struct WindowCommand
{
    QString file; // empty: the last one, or the user's data set
    bool measureStart = false;
};

struct QueryCommand
{
    enum class Format : std::uint8_t { Table, Csv, JsonLines };
    QString data; // empty: the user's data set
    QString filter;
    bool count = false;
    Format format = Format::Table;
};

struct ExportCommand
{
    QString data;
    QString output; // - is standard output
    QString filter;
    std::optional<RecordFormat> format; // absent: by the output's ending
    QString dictionary;                 // where to write the data dictionary; empty: nowhere
    std::optional<Day> made;            // what a workbook gives as its day; absent: today
};

struct ScreenshotCommand
{
    QString data;
    QString output;
    QString filter;
    QSize size{1600, 1000}; // in px at scale 1
    double scale = 1;
    bool dark = false;
    std::optional<Day> asOf;
    QString select;    // uid of an event to show on the card
    QStringList views; // which of map, timeline, table; empty: as at the first start
};

struct ImportCommand
{
    QString table;
    QString data; // empty: the user's data set
    QString mapping;
    QString saveMapping;
    QString rejects;
    QString sheet;
    QString encoding; // empty: guessed
    QString editor;
    std::optional<QChar> delimiter;
    std::optional<DateOrder> dateOrder;
    QStringList columns;  // COLUMN=FIELD
    QStringList defaults; // FIELD=VALUE
    QStringList values;   // FIELD:TEXT=MEANING
    bool dryRun = false;
    bool addDuplicates = false;
    bool showProgress = false; // on standard error
};

struct CheckCommand
{
    QString data;
    QString filter;
    bool errorsOnly = false;
};

using Command =
    std::variant<WindowCommand, QueryCommand, ExportCommand, ImportCommand, CheckCommand, ScreenshotCommand>;

// The command, or the exit code after help, version or an error has been printed.
std::variant<Command, ExitCode> parseCommandLine(int argc, char** argv);

} // namespace interdict
