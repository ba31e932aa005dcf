// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers changes of a data set's history to be sent: those of chosen steps, or those of chosen events.
#pragma once

#include "model/exchange/changeset.h"
#include "model/store/dataset.h"

namespace interdict {

// In the order in which they were made, with the words that they use.
Result<ChangeSet> changesOfSteps(const DataSet& dataSet, std::vector<std::int64_t> steps,
                                 const ExchangeProgress& progress = {});
// All that was saved of these events at `since` (UTC, ISO 8601) or later, whichever step it belongs to; their
// whole history, first records included, where `since` is empty.
Result<ChangeSet> changesOfEvents(const DataSet& dataSet, const QStringList& uids, const QString& since,
                                  const ExchangeProgress& progress = {});

} // namespace interdict
