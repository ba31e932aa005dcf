// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the texts of a foreign table mean: codes of places and terms, names of platforms, dates, yes and no.
// Each text is worked out once; what it was taken for is kept, to be shown.
#pragma once

#include "model/exchange/import/importmapping.h"
#include "model/vocabulary/gazetteer.h"
#include "model/vocabulary/vocabulary.h"

namespace interdict {

struct TextReading
{
    QStringList
        codes; // codes or names; several of a list; none of an empty text or one that stands for nothing
    QString problem; // in words, with the remedy
    bool guessed = false;
    QStringList unknown = {}; // the text, or parts of it, that mean nothing known
};

// "n/a", "-", "unknown" …: nothing is known.
bool meansNothing(const QString& text);
std::optional<bool> yesOrNo(const QString& text); // "x", "ja", "✓" … "no", "-", empty
QString
normalizedDateText(const QString& text); // 2025年1月30日, 2025-01-30T00:00:00Z, 1/30/25, Thu 30 Jan 2025

class ValueReader
{
public:
    ValueReader(const Vocabulary& vocabulary, const Gazetteer& gazetteer, const ImportMapping& mapping);

    // A country or, by name or code, a subdivision.
    const TextReading& place(const QString& text);
    // Within the country, by code ("US-TX", "TX") or name.
    const TextReading& subdivision(const QString& text, const QString& country);
    // One code of Measure, Scope, Status or Confidence; several of Concerns and Platforms.
    const TextReading& term(ImportTarget target, const QString& text);
    // Either a date or a problem; neither of an empty text.
    const DateReading& date(const QString& text);

    // For meanings(): a cell has this text, or is empty.
    void count(ImportTarget target, const QString& text);
    // For meanings(): a row's other cells told what the text means there.
    void noteGuess(ImportTarget target, const QString& text, const QString& code);
    // Of the texts that were counted and read.
    std::vector<TextMeaning> meanings() const;
    std::optional<QStringList> mapped(ImportTarget target, const QString& text) const; // by the mapping

private:
    using Cache = QHash<QString, TextReading>;
    TextReading list(ImportTarget target, const QString& text);
    std::optional<QStringList> single(ImportTarget target, const QString& text) const;
    QStringList fromWords(ImportTarget target, const QString& text) const;
    std::optional<QString> platformNamed(const QString& text) const;
    QStringList platformIn(const QString& text) const;
    TextReading readPlace(const QString& text) const;
    std::optional<QString> partInBrackets(const QString& text) const;
    std::optional<QString> placeFromWords(const QString& text) const;
    TextReading readSubdivision(const QString& text, const QString& country) const;
    DateReading readDateText(const QString& text) const;
    static TextReading unknownValue(ImportTarget target, const QString& text);
    TextMeaning emptyCells(ImportTarget target, int cells) const;
    void addMeanings(ImportTarget target, std::vector<TextMeaning>& meanings) const;
    void indexSubdivisions() const;

    const Vocabulary& m_vocabulary;
    const Gazetteer& m_gazetteer;
    const ImportMapping& m_mapping;
    std::array<Cache, importTargetCount> m_cache;
    QHash<QString, TextReading> m_subdivisions;
    QHash<QString, DateReading> m_dates;
    mutable QHash<QString, QString> m_subdivisionByName; // country and folded name → code
    std::array<QHash<QString, int>, importTargetCount> m_cells;
    std::map<std::pair<ImportTarget, QString>, QStringList> m_noted;
};

} // namespace interdict
