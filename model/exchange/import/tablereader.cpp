// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/tablereader.h"

#include "model/exchange/celltext.h"
#include "model/exchange/import/headernames.h"
#include "model/exchange/import/tableparts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace interdict {

namespace {

constexpr int titleRows = 20; // how far down the header is looked for

QString tr(const char* text)
{
    return QCoreApplication::translate("ImportTable", text);
}

int filledCells(const TableRow& row)
{
    return static_cast<int>(std::count_if(row.cells.begin(), row.cells.end(),
                                          [](const QString& cell) { return !cell.isEmpty(); }));
}

int knownNames(const TableRow& row)
{
    return static_cast<int>(std::count_if(row.cells.begin(), row.cells.end(),
                                          [](const QString& cell) { return isHeaderName(cell); }));
}

bool looksLikeData(const TableRow& row)
{
    return std::any_of(row.cells.begin(), row.cells.end(), [](const QString& cell) {
        const bool number = !cell.isEmpty() && cell.front().isDigit() && cell.size() > 3;
        return number || cell.startsWith(QLatin1String("http"), Qt::CaseInsensitive);
    });
}

// The row with most names that headers have; without such the first that is as wide as the table. Nothing
// where that row holds data already.
std::optional<std::size_t> headerIndex(const RawRows& rows)
{
    const std::size_t end = std::min(rows.size(), std::size_t(titleRows));
    std::size_t best = 0;
    int names = 0, widest = 0;
    for (std::size_t i = 0; i < end; ++i) {
        if (knownNames(rows[i]) > names) {
            names = knownNames(rows[i]);
            best = i;
        }
        widest = std::max(widest, filledCells(rows[i]));
    }
    if (names >= 2)
        return best;
    for (std::size_t i = 0; i < end; ++i)
        if (filledCells(rows[i]) * 4 >= widest * 3)
            return looksLikeData(rows[i]) ? std::nullopt : std::optional(i);
    return std::nullopt;
}

// The row with this number, or the next where that one is empty.
std::optional<std::size_t> indexOfRow(const RawRows& rows, int number)
{
    const auto it = std::find_if(rows.begin(), rows.end(),
                                 [number](const TableRow& row) { return row.number >= number; });
    return number <= 0 || it == rows.end() ? std::nullopt
                                           : std::optional(static_cast<std::size_t>(it - rows.begin()));
}

void nameColumns(QStringList& header)
{
    for (qsizetype i = 0; i < header.size(); ++i)
        if (header[i].isEmpty())
            header[i] = tr("Column %1").arg(i + 1);
}

qsizetype widthOf(const TableRow& row)
{
    qsizetype width = row.cells.size();
    while (width > 0 && row.cells[width - 1].isEmpty())
        --width;
    return width;
}

void fit(TableRow& row, qsizetype width, bool strict)
{
    const qsizetype found = widthOf(row);
    if (row.problem.isEmpty() && (found > width || (strict && row.cells.size() < width)))
        row.problem = tr("The row has %1 cells, the header %2. A cell that holds the delimiter or a line end "
                         "must stand in quotes.")
                          .arg(std::max(found, std::min(row.cells.size(), width)))
                          .arg(width);
    while (row.cells.size() < width)
        row.cells.append(QString());
    if (row.problem.isEmpty())
        row.cells.resize(width);
}

QString shownDelimiter(QChar delimiter)
{
    return delimiter == u'\t' ? tr("tab") : QString(delimiter);
}

ImportTable::Format formatOf(const QByteArray& bytes, const QString& name)
{
    const QString suffix = QFileInfo(name).suffix().toLower();
    if (bytes.startsWith("PK\x03\x04"))
        return bytes.left(200).contains("opendocument") ? ImportTable::Format::Ods
               : suffix == QLatin1String("ods")         ? ImportTable::Format::Ods
                                                        : ImportTable::Format::Xlsx;
    const bool json = suffix == QLatin1String("jsonl") || suffix == QLatin1String("ndjson") ||
                      suffix == QLatin1String("json");
    return json ? ImportTable::Format::Json : ImportTable::Format::Text;
}

Result<void> readTextInto(ImportTable& table, const QByteArray& bytes, const TableOptions& options)
{
    const auto decoded = decodeText(bytes, table.fileName, options.encoding);
    if (!decoded)
        return tl::make_unexpected(decoded.error());
    table.encoding = decoded->encoding;
    if (decoded->guessed)
        table.hints << tr("The encoding is taken for %1; where letters look wrong, give another.")
                           .arg(decoded->encoding);
    if (table.format == ImportTable::Format::Json)
        return readJsonTable(decoded->text, table.fileName).map([&table](TableSheet&& sheet) {
            table.sheets.push_back(std::move(sheet));
        });
    table.delimiter = options.delimiter.value_or(guessDelimiter(decoded->text));
    if (!options.delimiter)
        table.hints << tr("Cells are divided by %1.").arg(shownDelimiter(table.delimiter));
    table.sheets.push_back(
        sheetFrom(table.fileName, splitText(decoded->text, table.delimiter), true, options.headerRow));
    return {};
}

Result<void> readSheetsInto(ImportTable& table, const QByteArray& bytes, const TableOptions& options)
{
    return readSpreadsheet(bytes, table.fileName, table.format, options)
        .map([&table](std::vector<TableSheet> sheets) { table.sheets = std::move(sheets); });
}

bool isOldSpreadsheet(const QByteArray& bytes)
{
    return bytes.startsWith("\xD0\xCF\x11\xE0"); // .xls, and encrypted .xlsx
}

} // namespace

QString withoutGuard(const QString& cell)
{
    return withoutFormulaGuard(cell);
}

TableSheet sheetFrom(const QString& name, RawRows rows, bool strict, std::optional<int> headerRow)
{
    TableSheet sheet;
    sheet.name = name;
    sheet.top.assign(rows.begin(), rows.begin() + std::min(std::ssize(rows), std::ptrdiff_t(titleRows)));
    const auto at = headerRow ? indexOfRow(rows, *headerRow) : headerIndex(rows);
    std::size_t first = 0;
    if (at) {
        sheet.header = rows[*at].cells;
        while (!sheet.header.isEmpty() && sheet.header.last().isEmpty())
            sheet.header.removeLast();
        sheet.headerRow = rows[*at].number;
        first = *at + 1;
    } else if (!rows.empty()) {
        sheet.header = QStringList(widthOf(rows.front()));
    }
    nameColumns(sheet.header);
    sheet.rows.assign(std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(first)),
                      std::make_move_iterator(rows.end()));
    for (TableRow& row : sheet.rows)
        fit(row, sheet.header.size(), strict);
    return sheet;
}

Result<ImportTable> readTable(const QByteArray& bytes, const QString& name, const TableOptions& options)
{
    if (isOldSpreadsheet(bytes))
        return failure(
            Error::Kind::BadInput,
            tr("%1 is an old Excel file (.xls) or is locked by a password. Save it as .xlsx without a "
               "password, or as CSV, and import that.")
                .arg(name));
    ImportTable table;
    table.fileName = QFileInfo(name).fileName();
    table.format = formatOf(bytes, name);
    const bool text = table.format == ImportTable::Format::Text || table.format == ImportTable::Format::Json;
    const auto read = text ? readTextInto(table, bytes, options) : readSheetsInto(table, bytes, options);
    if (!read)
        return tl::make_unexpected(read.error());
    const bool empty = std::all_of(table.sheets.begin(), table.sheets.end(),
                                   [](const TableSheet& sheet) { return sheet.rows.empty(); });
    if (empty)
        return failure(Error::Kind::BadInput,
                       tr("%1 has no rows. It needs a row of column names and rows below it.").arg(name));
    return table;
}

Result<ImportTable> readTable(const QString& path, const TableOptions& options)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(file.exists() ? Error::Kind::NoAccess : Error::Kind::NotFound,
                       tr("%1 cannot be read: %2. Check its name and who may read it.")
                           .arg(QDir::toNativeSeparators(path), file.errorString()));
    return readTable(file.readAll(), path, options);
}

} // namespace interdict
