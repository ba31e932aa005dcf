// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers behind a figure as a table: headers, and cells that are texts or numbers. As CSV and as a
// workbook.
#pragma once

#include "model/error.h"
#include "model/event/days.h"

#include <QStringList>

#include <span>
#include <variant>
#include <vector>

namespace interdict {

using NumberCell = std::variant<QString, double>; // a number that is not finite is an empty cell

struct NumberTable
{
    QString title; // a workbook's sheet
    QStringList headers;
    std::vector<std::vector<NumberCell>> rows; // each as long as the headers
    bool operator==(const NumberTable&) const = default;
};

// As it stands in CSV: whole numbers without a point, others as short as reads back exactly.
QString cellText(const NumberCell& cell);

// RFC 4180 in UTF-8 with LF line ends, made harmless for spreadsheets (celltext.h). Several tables follow
// each other: the first column is the table's title, then come all headers that any has, by name.
Result<QByteArray> numbersToCsv(std::span<const NumberTable> tables);

// What a workbook tells on a sheet "About", in two columns.
struct NumbersOrigin
{
    QString title;
    std::vector<std::pair<QString, QString>> about; // "Data set", its title …
    Day made = 0;
};
// A sheet a table. Opened anew and checked: every sheet, header and row.
Result<QByteArray> numbersToXlsx(std::span<const NumberTable> tables, const NumbersOrigin& origin);

} // namespace interdict
