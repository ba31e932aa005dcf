// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers behind a figure as a table: headers, and cells that are texts or numbers.
#pragma once

#include <QStringList>

#include <variant>
#include <vector>

namespace interdict {

using NumberCell = std::variant<QString, double>;

struct NumberTable
{
    QString title; // a workbook's sheet
    QStringList headers;
    std::vector<std::vector<NumberCell>> rows; // each as long as the headers
    bool operator==(const NumberTable&) const = default;
};

} // namespace interdict
