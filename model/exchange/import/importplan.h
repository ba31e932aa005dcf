// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an import would do, row by row, as a value: shown before it is done, then done as one step.
#pragma once

#include "model/exchange/import/rowreader.h"
#include "model/store/dataset.h"

#include <memory>

namespace interdict {

enum class RowVerdict : std::uint8_t {
    New,
    Update,    // of the stored event with its id
    Unchanged, // the stored event says the same
    Duplicate, // new, but likely an event that is stored or stands further up
    Error
};
inline constexpr int rowVerdictCount = 5;

class StoredEvents;

struct PlannedRow
{
    std::size_t row = 0; // of the sheet's rows, from 0
    int number = 0;      // as TableRow::number
    RowVerdict verdict = RowVerdict::Error;
    EventChange change;               // of an error: nothing that may be saved
    std::vector<RowProblem> problems; // of an error
    QStringList doubts;               // in words; they do not hinder
    QString twin;                     // of a duplicate: uid of the event that it seems to be
};

struct ImportPlan
{
    QString fileName;
    std::vector<PlannedRow> rows;
    int titlesMade = 0;                         // new events whose table has no title
    std::vector<TextMeaning> meanings;          // by target, unknown ones first, then those of most cells
    std::shared_ptr<const StoredEvents> stored; // with which it was made
    int count(RowVerdict verdict) const;
};

struct ImportContext
{
    const DataSet& dataSet;
    const Gazetteer& gazetteer;
    Day today = 0;
    // Of a plan before: not read again while the data set has no later step.
    std::shared_ptr<const StoredEvents> stored = {};
};

// An empty cell says nothing: an update leaves the stored field as it is. Sources are added to the stored
// ones. Progress runs from 0 to 1; cancelled is an error of that kind.
Result<ImportPlan> planImport(const ImportTable& table, const TableSheet& sheet, const ImportMapping& mapping,
                              const ImportContext& context, const DataSet::Progress& progress = {});

enum class Duplicates : std::uint8_t { SetAside, Add };
// What DataSet::save() takes.
std::vector<EventChange> changesOf(const ImportPlan& plan, Duplicates duplicates);
QString importStepName(const ImportPlan& plan); // "Import of FILE"
// One step of this name; nothing is saved where nothing changes.
Result<DataSet::Saved> runImport(DataSet& dataSet, const Gazetteer& gazetteer, const ImportPlan& plan,
                                 Duplicates duplicates, const Stamp& stamp,
                                 const DataSet::Progress& progress = {});

// The column that says why a row was rejected; an import passes it over.
inline const QString importErrorColumn = QStringLiteral("import_error");
// Rows with errors, and duplicates that were set aside, as they stood in the table, with one more column that
// says why: CSV, of JSON Lines the same. Empty where there are none. To be mended and imported again.
QByteArray rejectedRows(const ImportTable& table, const TableSheet& sheet, const ImportPlan& plan,
                        Duplicates duplicates);

} // namespace interdict
