// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What was done in another copy of a data set since both were one, found through the revisions that they
// share: three-way, without a server. It comes as a change set's events do, to be answered in the same way.
#pragma once

#include "model/exchange/incoming.h"
#include "model/store/dataset.h"

namespace interdict {

struct CopyChanges
{
    std::vector<Incoming> incoming; // in the order of uids; what is already so here is left out
    Vocabulary words;               // the copy's
    bool isRelated = true;          // whether the two share any revision
};

// How many of the first revisions of an event two copies share: same number, time, editor and content.
std::size_t sharedRevisions(std::span<const Revision> here, std::span<const Revision> there);

// Events whose last revision is the same on both sides are not looked at.
Result<CopyChanges> changesOfCopy(const DataSet& here, const DataSet& copy,
                                  const ExchangeProgress& progress = {});

} // namespace interdict
