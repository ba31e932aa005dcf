// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which mapping interdict import uses: guessed or read, changed by its options; and what it must be told
// first.
#pragma once

#include "app/import.h"
#include "model/exchange/import/importmapping.h"

namespace interdict {

// BadInput where an option is wrong.
Result<ImportMapping> chosenMapping(const ImportCommand& command, const ImportTable& table,
                                    const TableSheet& sheet, const Vocabulary& vocabulary,
                                    const Gazetteer& gazetteer);
// BadInput where nothing can be done before something is said. A dry run is only told what will be asked;
// empty where nothing is.
Result<QString> openQuestion(const ImportMapping& mapping, const TableSheet& sheet, bool dryRun);

} // namespace interdict
