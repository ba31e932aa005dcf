// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of an event in flat tables, CSV and spreadsheet alike: one list for the header, the cells and
// the data dictionary. An import knows these names and reads the cells back.
#pragma once

#include "model/event/event.h"
#include "model/vocabulary/vocabulary.h"

#include <span>

namespace interdict {

struct ColumnInfo
{
    const char* key; // the header; where there is such a field in JSON Lines, its name
    const char* type;
    const char* meaning;           // to be translated, see columnMeaning()
    std::optional<TermKind> terms; // whose codes stand there
    bool textual = false;          // long texts: a wide column
};

struct RecordColumn : ColumnInfo
{
    QString (*value)(const Event&);
};

// id, title, date … note, review. A source's parts stand in a column each, as many values as there are sources.
std::span<const RecordColumn> recordColumns();
QString columnMeaning(const ColumnInfo& column);

} // namespace interdict
