// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How texts stand in the cells of tables, and come back out of them: lists in one cell, and what a
// spreadsheet would run as a formula.
#pragma once

#include <QStringList>

namespace interdict {

// A cell that begins with = + - @, a tab or a line end (or the wide form of such a sign) would be run by a
// spreadsheet that opens the table: it gets a ' before it, as OWASP's page on CSV injection tells. So does a
// text that already begins with such a ', so that exactly what was guarded is given back.
QString withFormulaGuard(const QString& text);
QString withoutFormulaGuard(const QString& cell);

// Values in one cell, divided by "; ". A ; or \ that belongs to a value has a \ before it.
QString joinedCell(const QStringList& values);
// The values of such a cell, trimmed. An empty cell has none; an empty value stays: "a; ; b" are three.
QStringList cellValues(const QString& cell);

} // namespace interdict
