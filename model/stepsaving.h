// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Saves a step that may have been made from an older state of the record: what others changed meanwhile is
// merged, and events and milestones follow the vocabulary.
#pragma once

#include "model/store/dataset.h"

namespace interdict {

// As DataSet::save, but: an event without uid gets one, made of its jurisdiction, title and year. Where an
// event or a term was saved meanwhile, elsewhere, what only one side changed is merged; where both changed
// one thing, a Conflict names it, and nothing is saved. Events and milestones that name what the vocabulary
// renames or merges are changed with it, also those that `change` does not hold. May run on any thread, with
// a data set of its own.
Result<DataSet::Saved> saveStep(DataSet& dataSet, RecordChange change, const Gazetteer& gazetteer,
                                const Stamp& stamp, const QString& what,
                                const DataSet::Progress& progress = {});

} // namespace interdict
