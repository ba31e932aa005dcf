// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two edits of one vocabulary brought together, entry by entry.
#pragma once

#include "model/edit/recordchange.h"
#include "model/error.h"

namespace interdict {

// `mine` made anew from `theirs`, which is stored now. What only one side changed is taken from that side;
// the order is mine where I moved something, else theirs. A Conflict, in words, where both changed one entry
// and not to the same, where what I rename or merge is not as it was, or where two now have one name.
Result<VocabularyChange> mergeVocabularies(const VocabularyChange& mine, const Vocabulary& theirs);

} // namespace interdict
