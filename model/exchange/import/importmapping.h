// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a foreign table becomes events, as a value: shown and changed by a dialog, printed, saved and reused.
#pragma once

#include "model/edit/datereading.h"
#include "model/error.h"
#include "model/exchange/import/importtarget.h"
#include "model/exchange/import/tablereader.h"

#include <map>
#include <span>

namespace interdict {

struct ColumnMapping
{
    QString header;
    ImportTarget target = ImportTarget::Ignore;
    QString platform; // of PlatformFlag: the one that the column is of
    bool operator==(const ColumnMapping&) const = default;
};

struct ImportMapping
{
    QString sheet;                      // empty: the file's only one, or the likeliest
    std::vector<ColumnMapping> columns; // in the order of the header
    // How 3/4/2025 is read. Nothing: such a date is an error, where no other of the table shows the order.
    std::optional<DateOrder> dateOrder;
    // What stands for a cell that is empty, or for a column that the table lacks.
    std::map<ImportTarget, QString> defaults;
    // What texts of a column mean: a code, a name, "" for nothing. By the text as it stands in the table.
    std::map<ImportTarget, std::map<QString, QString>> values;

    bool has(ImportTarget target) const; // by a column or a default
    bool operator==(const ImportMapping&) const = default;
};

// A text of the table that stands for a term, a platform or a place, and what it is taken to mean.
struct TextMeaning
{
    enum class Kind : std::uint8_t {
        Unknown,
        Guessed, // from its words
        Known,   // a code or a name
        Said     // by the mapping
    };
    ImportTarget target = ImportTarget::Ignore;
    QString text;      // as in the table, or a part of a list; empty: cells that are empty
    QStringList codes; // of terms and places, names of platforms
    int count = 0;     // cells
    Kind kind = Kind::Unknown;
    bool operator==(const TextMeaning&) const = default;
};

// What was guessed stands in it as if it had been said, and a text of no known meaning as null, to be filled
// in.
QByteArray mappingToJson(const ImportMapping& mapping, std::span<const TextMeaning> meanings = {});
// `name` is the file's name, for messages.
Result<ImportMapping> mappingFromJson(const QByteArray& json, const QString& name);
// The saved mapping's columns put in the order of this header, by name; columns it does not name are ignored.
// Refuses a mapping of which the table has no column.
Result<ImportMapping> fitted(const ImportMapping& saved, const TableSheet& sheet, const QString& name);

QString dateOrderCode(DateOrder order); // dmy, mdy, ymd
std::optional<DateOrder> dateOrderFromCode(QStringView code);

} // namespace interdict
