// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of reading a table, for its readers and their tests.
#pragma once

#include "model/exchange/import/tablereader.h"

namespace interdict {

// A file's rows as they stand, before it is known which is the header. Empty rows are left out.
using RawRows = std::vector<TableRow>;

struct DecodedText
{
    QString text;
    QString encoding;
    bool guessed = false;
};
// By mark, else UTF-8 where it is valid, UTF-16 where every other byte is zero, else Windows-1252.
Result<DecodedText> decodeText(const QByteArray& bytes, const QString& name, const QString& encoding);

// Of , ; tab |: the one that divides the first lines into most cells, and into as many each.
QChar guessDelimiter(const QString& text);
// RFC 4180 with any line end. A quote that is never closed is a problem of its row; text after a closing
// quote belongs to the cell. (Orcus' CSV parser gives up there, at tab-separated cells in quotes, and tells
// no line numbers.)
RawRows splitText(const QString& text, QChar delimiter);

// The header is looked for in the first rows, unless it is told: titles above it are passed over, a table
// without one gets names by number. `strict`: a row of fewer cells than the header is a problem (spreadsheets
// leave empty cells out).
TableSheet sheetFrom(const QString& name, RawRows rows, bool strict, std::optional<int> headerRow = {});

Result<std::vector<TableSheet>> readSpreadsheet(const QByteArray& bytes, const QString& name,
                                                ImportTable::Format format, const TableOptions& options = {});
Result<TableSheet> readJsonTable(const QString& text, const QString& name);

// Spreadsheets put ' before what would run as a formula: '=1 is =1.
QString withoutGuard(const QString& cell);

} // namespace interdict
