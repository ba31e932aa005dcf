// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// For the store's own files alone: terms and platforms, stored once and referred to by small row ids.
#pragma once

#include "model/vocabulary/vocabulary.h"

#include <optional>

namespace SQLite {
class Database;
}

namespace interdict::store {

// Row ids of terms and platforms, both ways. A term's index is its place in Vocabulary::terms of its kind.
class TermIds
{
public:
    void add(TermKind kind, const QString& code, std::int64_t id, int index);
    void addPlatform(const QString& name, std::int64_t id, int index);

    // The row id of a code; nothing where the code is empty. Throws Failure (BadInput) where it is unknown.
    std::optional<std::int64_t> id(TermKind kind, const QString& code) const;
    std::optional<std::int64_t> platformId(const QString& name) const;
    // What a row id stands for; empty where it is no id of that kind.
    QString code(TermKind kind, std::int64_t id) const;
    QString platform(std::int64_t id) const;
    // By row id: index + 1, which is the value's number in the columns; 0 where it is no id of that kind.
    const std::vector<std::uint16_t>& numbers(TermKind kind) const;
    const std::vector<std::uint16_t>& platformNumbers() const { return m_platforms.numbers; }

private:
    struct Names
    {
        QHash<QString, std::int64_t> ids;
        QHash<std::int64_t, QString> names;
        std::vector<std::uint16_t> numbers;
        void add(const QString& name, std::int64_t id, int index);
    };
    std::array<Names, termKindCount> m_terms;
    Names m_platforms;
};

struct StoredVocabulary
{
    Vocabulary vocabulary;
    TermIds ids;
    std::int64_t step = 0; // the last that changed it
};

StoredVocabulary readTerms(SQLite::Database& database, const QString& path);
// Whether a later step than this one has changed the vocabulary.
bool isVocabularyNewer(SQLite::Database& database, std::int64_t step);
// Adds what is not there and brings up to date what is; takes nothing away. Row ids stay.
void writeTerms(SQLite::Database& database, const Vocabulary& vocabulary);

} // namespace interdict::store
