// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// For the store's own files and their tests: an opened file of an older version is brought to the latest.
#pragma once

#include "model/store/dataset_p.h"
#include "model/store/schema.h"

namespace interdict::store {

// Throws Failure where the file is of a newer version (TooNew) or of none (Damaged). Before a file is changed
// a copy of it is made beside it, NAME.version-N.interdict; a read-only file is changed in a copy in memory.
void bringUpToDate(Opened& opened, const QString& folder = schemaFolder);

} // namespace interdict::store
