// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The likeliest mapping of a table, from the names of its columns and what their cells hold.
#pragma once

#include "model/exchange/import/importmapping.h"
#include "model/vocabulary/gazetteer.h"
#include "model/vocabulary/vocabulary.h"

namespace interdict {

// The sheet that looks most like a table of events.
const TableSheet& likeliestSheet(const ImportTable& table);
const TableSheet* sheetNamed(const ImportTable& table, const QString& name); // null where there is none

ImportMapping guessMapping(const ImportTable& table, const TableSheet& sheet, const Vocabulary& vocabulary,
                           const Gazetteer& gazetteer);

// How the table's dates tell their order: 13/2/2025 can be read in one way only, 3/4/2025 in two.
struct DateOrderEvidence
{
    int dayFirst = 0, monthFirst = 0, eitherWay = 0;
    QString example;                        // of those that can be read either way
    std::optional<DateOrder> order() const; // nothing where none shows it, or both do
};
DateOrderEvidence dateOrderEvidence(const TableSheet& sheet, const std::vector<ColumnMapping>& columns);

} // namespace interdict
