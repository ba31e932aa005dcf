// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an import dialog shows: a table as it was read, how it is mapped, and what would become of it. Shared
// with the threads that read and plan, hence never changed.
#pragma once

#include "model/exchange/import/importplan.h"
#include "model/exchange/import/mappingguess.h"

#include <memory>

namespace interdict {

struct ImportSource
{
    std::shared_ptr<const ImportTable> table;
    TableOptions options; // with which it was read
    std::size_t sheet = 0;
    ImportMapping mapping;
    QString mappingFile = {}; // where it comes from; empty: it is guessed

    const TableSheet& rows() const { return table->sheets[sheet]; }
};

struct PlannedImport
{
    ImportPlan plan;
    DateOrderEvidence dates;
};

// What came of it.
struct ImportOutcome
{
    int added = 0, updated = 0; // events
    int rejected = 0;           // rows that can be saved to be mended
};

} // namespace interdict
