// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// For the store's own files alone: a change of the vocabulary, within the transaction of its step.
#pragma once

#include "model/store/dataset_p.h"

namespace interdict::store {

// Before the events: what the vocabulary will have is there beside what it had. Throws a Conflict where
// `stored` is not what the change was made from.
StoredVocabulary beginVocabulary(Opened& d, const VocabularyChange& change, const StoredVocabulary& stored);
void updateMilestones(Opened& d, const std::vector<MilestoneChange>& changes, const TermIds& ids);
// After the events: what is gone is deleted, and the step noted. Refuses (BadInput) what something names
// still.
StoredVocabulary endVocabulary(Opened& d, const VocabularyChange& change, const TermIds& ids,
                               std::int64_t step);

} // namespace interdict::store
