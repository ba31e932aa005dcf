// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An entry of the vocabulary, of whichever list: what the form shows and gives back.
#pragma once

#include "model/edit/vocabularyedit.h"

namespace interdict {

struct VocabularyEntry
{
    VocabularyList list;
    Term term;         // of a kind of terms
    Platform platform; // of the platforms
    const QString& code() const { return list ? term.code : platform.name; }
    const QString& name() const { return list ? term.label : platform.name; }
    bool operator==(const VocabularyEntry&) const = default;
};

std::optional<VocabularyEntry> entryOf(const Vocabulary& words, VocabularyList list, const QString& code);
// `code` is what it is called in `words`; empty where it is new.
std::vector<EntryFinding> findingsOf(const Vocabulary& words, const VocabularyEntry& entry,
                                     const QString& code);
Result<VocabularyEdit> editOf(const Vocabulary& words, const VocabularyEntry& entry, const QString& code);

} // namespace interdict
