// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tables from elsewhere as texts: CSV and its kin, XLSX, ODS, JSON and JSON Lines. What had to be guessed
// (encoding, delimiter, where the header is) stands in the result, to be shown and overridden. Meaning is no
// matter here: see ImportMapping.
#pragma once

#include "model/error.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <vector>

namespace interdict {

struct TableRow
{
    int number = 0; // of the line (of its first, where a cell holds line ends) or of the sheet's row, from 1
    QStringList cells; // as many as the header has, but for a row with a problem
    QString problem;   // why the row cannot be used, in words; empty: it can
    QByteArray json;   // the whole line, of JSON Lines
    bool operator==(const TableRow&) const = default;
};

struct TableSheet
{
    QString name;       // of JSON and text the file's
    QStringList header; // trimmed; "Column 3" where the file has no name for it
    int headerRow = 0;  // 0: there is none
    std::vector<TableRow> rows;
    std::vector<TableRow> top; // the first rows as they stand, of which one may be the header; none of JSON
    bool isRecord = false;     // lines of the record's own format (jsonlines.h), which need no mapping
};

struct ImportTable
{
    enum class Format : std::uint8_t { Text, Xlsx, Ods, Json };
    Format format = Format::Text;
    QString fileName;  // without its folder, for messages
    QString encoding;  // "UTF-8", "UTF-16", "Windows-1252"; of text and JSON
    QChar delimiter;   // of text
    QStringList hints; // what was guessed or passed over, in words
    std::vector<TableSheet> sheets;
};

struct TableOptions
{
    std::optional<QChar> delimiter; // guessed without
    QString encoding;               // guessed where empty; else "utf-8", "utf-16", "windows-1252", "latin1"
    std::optional<int> headerRow;   // as TableRow::number, 0: there is none; guessed without. Not of JSON
    QString sheet = {};             // whose header it is; empty: every one's
    bool operator==(const TableOptions&) const = default;
};

Result<ImportTable> readTable(const QString& path, const TableOptions& options = {});
// `name` tells the format by its suffix where the bytes do not.
Result<ImportTable> readTable(const QByteArray& bytes, const QString& name, const TableOptions& options = {});

} // namespace interdict
