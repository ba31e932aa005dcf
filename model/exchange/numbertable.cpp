// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/numbertable.h"

#include "model/exchange/celltext.h"
#include "model/exchange/import/tablereader.h"
#include "model/exchange/table.h"
#include "model/exchange/workbook.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <cmath>

namespace interdict {

namespace {

constexpr double leastWidth = 10; // characters
constexpr double mostWidth = 60;
constexpr qsizetype longestSheetName = 31;

QString tr(const char* text)
{
    return QCoreApplication::translate("NumberTable", text);
}

// A number's minus is no formula.
QString csvCell(const NumberCell& cell)
{
    return std::holds_alternative<double>(cell) ? cellText(cell)
                                                : quotedCell(withFormulaGuard(std::get<QString>(cell)));
}

QStringList csvCells(const std::vector<NumberCell>& row)
{
    QStringList cells;
    for (const NumberCell& cell : row)
        cells << csvCell(cell);
    return cells;
}

double widthOf(const NumberTable& table, std::size_t column)
{
    qsizetype longest = table.headers[static_cast<qsizetype>(column)].size();
    for (const auto& row : table.rows)
        longest = std::max(longest, cellText(row[column]).size());
    return std::clamp(static_cast<double>(longest) + 2, leastWidth, mostWidth);
}

// As Excel takes it: at most 31 signs, none of []:*?/\, no ' at an end, each once whatever its letters' case.
QString sheetName(QString title, QSet<QString>& taken)
{
    for (QChar& c : title)
        if (QStringLiteral("[]:*?/\\'").contains(c) || c < u' ')
            c = u' ';
    title = title.simplified().left(longestSheetName);
    if (title.isEmpty())
        title = tr("Numbers");
    QString name = title;
    for (int number = 2; taken.contains(name.toLower()); ++number) {
        const QString suffix = QStringLiteral(" %1").arg(number);
        name = title.left(longestSheetName - suffix.size()) + suffix;
    }
    taken.insert(name.toLower());
    return name;
}

bool addTable(Workbook& book, const NumberTable& table, const QString& name)
{
    Sheet sheet(book, name.toUtf8().constData());
    for (qsizetype i = 0; i < table.headers.size(); ++i)
        sheet.addColumn(table.headers[i], widthOf(table, static_cast<std::size_t>(i)));
    for (const auto& row : table.rows) {
        if (!sheet.nextRow())
            return false;
        for (const NumberCell& cell : row)
            if (const double* number = std::get_if<double>(&cell); number && std::isfinite(*number))
                sheet.number(*number);
            else
                sheet.text(cellText(cell));
    }
    sheet.finish();
    return true;
}

void addOrigin(Workbook& book, const NumbersOrigin& origin, const QString& name)
{
    Sheet sheet(book, name.toUtf8().constData());
    sheet.addColumn(tr("About these numbers"), leastWidth * 2);
    sheet.addColumn({}, mostWidth);
    for (const auto& [what, text] : origin.about) {
        sheet.nextRow();
        sheet.text(what);
        sheet.text(text);
    }
}

// What is wrong with it; empty where nothing is.
QString problemOf(const QByteArray& bytes, std::span<const NumberTable> tables, const QStringList& names)
{
    TableOptions options;
    options.headerRow = 1;
    const auto read = readTable(bytes, QStringLiteral("numbers.xlsx"), options);
    if (!read)
        return read.error().message;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const auto sheet = std::find_if(read->sheets.begin(), read->sheets.end(), [&](const auto& each) {
            return each.name == names[static_cast<qsizetype>(i)];
        });
        const bool hasRows = !tables[i].rows.empty();
        if (hasRows && (sheet == read->sheets.end() || sheet->rows.size() != tables[i].rows.size()))
            return names[static_cast<qsizetype>(i)];
    }
    return {};
}

tl::unexpected<Error> cannotMake(const QString& detail)
{
    return failure(Error::Kind::Failed,
                   tr("The workbook could not be made. There may be no room for temporary files; CSV needs "
                      "none."),
                   detail);
}

} // namespace

QString cellText(const NumberCell& cell)
{
    if (const QString* text = std::get_if<QString>(&cell))
        return *text;
    const double number = std::get<double>(cell);
    if (!std::isfinite(number))
        return {};
    constexpr double exact = 9007199254740992; // up to here every whole number is one
    if (number == std::trunc(number) && std::abs(number) < exact)
        return QString::number(static_cast<qint64>(number));
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

Result<QByteArray> numbersToCsv(std::span<const NumberTable> tables)
{
    const bool several = tables.size() > 1;
    QStringList headers;
    for (const NumberTable& table : tables)
        for (const QString& header : table.headers)
            if (!several || !headers.contains(header))
                headers << header;
    QByteArray out = csvLine(several ? QStringList{tr("Panel")} + headers : headers);
    for (const NumberTable& table : tables)
        for (const auto& row : table.rows) {
            QStringList cells = csvCells(row);
            if (several) {
                const QStringList own = std::exchange(cells, {csvCell(table.title)});
                for (const QString& header : headers)
                    cells << own.value(table.headers.indexOf(header));
            }
            out += cells.join(u',').toUtf8() + '\n';
        }
    return out;
}

Result<QByteArray> numbersToXlsx(std::span<const NumberTable> tables, const NumbersOrigin& origin)
{
    Workbook book(false, origin.made, origin.title);
    QSet<QString> taken{QStringLiteral("history")}; // which Excel keeps for itself
    QStringList names;
    for (const NumberTable& table : tables) {
        names << sheetName(table.title, taken);
        if (!addTable(book, table, names.back()))
            return failure(Error::Kind::Failed,
                           tr("A workbook's sheet holds at most %1 rows, and these numbers need more. Choose "
                              "CSV.")
                               .arg(Sheet::maxRows));
    }
    addOrigin(book, origin, sheetName(tr("About"), taken));
    const QByteArray bytes = book.close();
    if (!book.error().isEmpty())
        return cannotMake(book.error());
    if (const QString problem = problemOf(bytes, tables, names); !problem.isEmpty())
        return cannotMake(problem);
    return bytes;
}

} // namespace interdict
