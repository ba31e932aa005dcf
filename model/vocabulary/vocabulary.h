// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The data set's own terms and platforms: one table of values that forms, facets, legends, text and export
// look up. Adding a term is adding a row.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace interdict {

enum class TermKind : std::uint8_t { Measure, Concern, Scope, Status, Relation, Confidence, MilestoneKind };
inline constexpr int termKindCount = 7;
// The name under which a kind stands in files: measure, concern, …, milestone_kind.
QString termKindCode(TermKind kind);
std::optional<TermKind> termKindFromCode(QStringView code);

struct Term
{
    QString code; // stored, never translated
    QString label;
    QString description;
    int severity = 0;       // of measures: 0 (lifting) … 5 (country-wide block)
    bool restricts = false; // of measures: limits use while in force
    bool inForce = false;   // of statuses: is or was in force
    QString note;
    QString colour = {}; // "#rrggbb"; empty: as the theme draws it
    bool operator==(const Term&) const = default;
};

struct Platform
{
    QString name;
    QString developer;
    QString developerCountry; // ISO 3166-1 alpha-2, or empty
    QString kind;
    QString colour = {}; // as of a term
    bool operator==(const Platform&) const = default;
};

// Which list of the vocabulary: the terms of a kind, or the platforms where there is none.
using VocabularyList = std::optional<TermKind>;

// What a measure amounts to; everything that draws measures draws these six classes.
enum class MeasureClass : std::uint8_t {
    NationalBlock,
    ServiceLimited,
    OfficialSystems,
    Inquiry,
    Advice,
    Lifting
};
inline constexpr int measureClassCount = 6;

// From severity and effect alone, so that a term added later falls into a class of itself.
MeasureClass measureClass(const Term& measure);
QString measureClassLabel(MeasureClass value); // translated: "National block", …

class Vocabulary
{
public:
    const std::vector<Term>& terms(TermKind kind) const { return m_terms[static_cast<std::size_t>(kind)]; }
    const std::vector<Platform>& platforms() const { return m_platforms; }
    const Term* find(TermKind kind, const QString& code) const; // null where unknown
    const Platform* platform(const QString& name) const;
    // The label, or the code itself where it is not in the vocabulary.
    QString label(TermKind kind, const QString& code) const;
    // The code whose code or label is `text`, letter case, spaces and underscores aside.
    std::optional<QString> resolve(TermKind kind, QStringView text) const;
    std::optional<QString> resolvePlatform(QStringView text) const;

    // The codes of a list, or the names of the platforms, in order.
    QStringList codes(VocabularyList list) const;
    bool has(VocabularyList list, const QString& code) const;
    QString label(VocabularyList list, const QString& code) const; // a platform's is its name

    void add(TermKind kind, Term term);
    void add(Platform platform);
    void setTerms(TermKind kind, std::vector<Term> terms);
    void setPlatforms(std::vector<Platform> platforms);

    bool operator==(const Vocabulary&) const = default;

private:
    std::array<std::vector<Term>, termKindCount> m_terms;
    std::array<QHash<QString, int>, termKindCount> m_index;
    std::vector<Platform> m_platforms;
    QHash<QString, int> m_platformIndex;
};

// "Data handling", "data_handling", "DATA-HANDLING" → "datahandling"; accents are folded.
QString foldedName(QStringView text);

} // namespace interdict
