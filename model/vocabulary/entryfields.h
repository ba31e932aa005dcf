// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of an entry of the vocabulary - a term or a platform - as one table, which validation, the
// editor and history go through.
#pragma once

#include "model/vocabulary/vocabulary.h"

namespace interdict {

enum class EntryField : std::uint8_t {
    Name, // a term's label; a platform's name, by which events refer to it
    Code, // of terms
    Description,
    Severity,
    Restricts,
    InForce,
    Developer,
    DeveloperCountry,
    Kind, // of platforms
    Note,
    Colour
};

std::vector<EntryField> entryFields(VocabularyList list); // in the order of the editor
QString entryFieldLabel(EntryField field);                // translated: "Name"
// Its value as it is shown in a sentence; empty where there is none.
QString entryText(const Term& term, EntryField field);
QString entryText(const Platform& platform, EntryField field);

inline const QString& identity(const Term& term)
{
    return term.code;
}
inline const QString& identity(const Platform& platform)
{
    return platform.name;
}
inline const QString& entryName(const Term& term)
{
    return term.label;
}
inline const QString& entryName(const Platform& platform)
{
    return platform.name;
}

// Null where there is none of this identity.
template <typename Entry>
const Entry* findEntry(const std::vector<Entry>& entries, const QString& code)
{
    for (const Entry& entry : entries)
        if (identity(entry) == code)
            return &entry;
    return nullptr;
}

QString listLabel(VocabularyList list); // translated: "Concerns", "Kinds of milestones", "Platforms"
QString listNoun(VocabularyList list);  // translated, in a sentence: "concern", "kind of milestone"

// All fields in which two states of an entry differ.
template <typename Entry>
std::vector<EntryField> changedFields(VocabularyList list, const Entry& before, const Entry& after)
{
    std::vector<EntryField> fields;
    for (const EntryField field : entryFields(list))
        if (entryText(before, field) != entryText(after, field))
            fields.push_back(field);
    return fields;
}

} // namespace interdict
