// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The edits of a vocabulary, as values: what it becomes, and what the step is called. Events and milestones
// that name what is renamed or merged follow when it is saved.
#pragma once

#include "model/edit/recordchange.h"
#include "model/error.h"
#include "model/vocabulary/entryfields.h"

namespace interdict {

inline constexpr int longestEntryName = 80; // characters
// One less than the store can hold: while one is renamed it is there twice.
inline constexpr int mostTerms = 254; // of a kind
inline constexpr int mostPlatforms = 4095;

struct EntryFinding
{
    EntryField field = EntryField::Name;
    QString message; // what is wrong and what to do
    bool operator==(const EntryFinding&) const = default;
};

// What forbids to save an entry. `code` is what it is called now; empty where it is new. Wrong are: a name
// that is empty, long, of several lines, or another's name or code (letter case, accents, spaces and
// underscores aside); a code that is not of a-z, 0-9 and _; a colour that is not #rrggbb; another code for a
// term that the program reckons with; a country that is no two capital letters.
std::vector<EntryFinding> validateEntry(const Vocabulary& vocabulary, TermKind kind, const Term& term,
                                        const QString& code = {});
std::vector<EntryFinding> validateEntry(const Vocabulary& vocabulary, const Platform& platform,
                                        const QString& code = {});
// "Data handling" → "data_handling"; one that is free.
QString codeFor(const Vocabulary& vocabulary, TermKind kind, const QString& label);

struct VocabularyEdit
{
    VocabularyChange change;
    QString what; // "Rename platform X to Y"; empty where nothing changes
    RecordChange record() const;
};

// Each refuses, as BadInput, what validateEntry does, an entry that is not there, and a list that is full.
Result<VocabularyEdit> addEntry(const Vocabulary& vocabulary, TermKind kind, const Term& term); // at the end
Result<VocabularyEdit> addEntry(const Vocabulary& vocabulary, const Platform& platform);
// `after` may have another code or name; what names it then follows.
Result<VocabularyEdit> changeEntry(const Vocabulary& vocabulary, TermKind kind, const QString& code,
                                   const Term& after);
Result<VocabularyEdit> changeEntry(const Vocabulary& vocabulary, const QString& name, const Platform& after);
// What has `from` gets `into`, and `from` goes. Refuses a term that the program reckons with.
Result<VocabularyEdit> mergeEntries(const Vocabulary& vocabulary, VocabularyList list, const QString& from,
                                    const QString& into);
// The store refuses it where something still names it.
Result<VocabularyEdit> removeEntry(const Vocabulary& vocabulary, VocabularyList list, const QString& code);
// To a place of the list, from 0.
Result<VocabularyEdit> moveEntry(const Vocabulary& vocabulary, VocabularyList list, const QString& code,
                                 int to);

} // namespace interdict
