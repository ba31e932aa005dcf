// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of exported tables mean, for whoever opens them without knowing the program.
#pragma once

#include "model/exchange/recordcolumns.h"

#include <QStringList>

namespace interdict {

// Of the events' table, then of what only a workbook has: real dates, and the tables of sources, relations
// and vocabulary.
struct DictionaryRow
{
    QString table;
    QString field;
    QString label;
    QString type;
    QString meaning;
    QString codes; // "device_ban = Ban on official devices; …"
    QStringList cells() const { return {table, field, label, type, meaning, codes}; }
};

QStringList dictionaryHeader();
std::vector<DictionaryRow> eventDictionary(const Vocabulary& vocabulary);    // as in CSV
std::vector<DictionaryRow> workbookDictionary(const Vocabulary& vocabulary); // as in XLSX
// As a CSV of its own, to lie beside one of events. JSON Lines have fields of the same names.
QByteArray dictionaryToCsv(const Vocabulary& vocabulary);

// The columns of a workbook's further tables.
std::span<const ColumnInfo> sourceColumns();
std::span<const ColumnInfo> relationColumns();
std::span<const ColumnInfo> commentColumns();
std::span<const ColumnInfo> vocabularyColumns();
// Stands beside a column of partial dates: the real date, where it is known to the day.
inline constexpr const char* realDateSuffix = "_day";

} // namespace interdict
