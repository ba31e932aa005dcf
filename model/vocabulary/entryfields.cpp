// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/vocabulary/entryfields.h"

#include <QCoreApplication>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("EntryFields", text);
}

QString yesOrNo(bool value)
{
    return value ? tr("yes") : tr("no");
}

struct ListWords
{
    VocabularyList list;
    const char* label;
    const char* noun;
};

#define TEXT(text) QT_TRANSLATE_NOOP("EntryFields", text)
constexpr std::array<ListWords, termKindCount + 1> listWords{{
    {TermKind::Measure, TEXT("Measures"), TEXT("measure")},
    {TermKind::Concern, TEXT("Concerns"), TEXT("concern")},
    {TermKind::Scope, TEXT("Scopes"), TEXT("scope")},
    {TermKind::Status, TEXT("Statuses"), TEXT("status")},
    {TermKind::Relation, TEXT("Relations"), TEXT("relation")},
    {TermKind::Confidence, TEXT("Degrees of confidence"), TEXT("degree of confidence")},
    {TermKind::MilestoneKind, TEXT("Kinds of milestones"), TEXT("kind of milestone")},
    {std::nullopt, TEXT("Platforms"), TEXT("platform")},
}};
#undef TEXT

const ListWords& wordsOf(VocabularyList list)
{
    return listWords[list ? static_cast<std::size_t>(*list) : termKindCount];
}

} // namespace

std::vector<EntryField> entryFields(VocabularyList list)
{
    using enum EntryField;
    if (!list)
        return {Name, Developer, DeveloperCountry, Kind, Colour};
    if (list == TermKind::Measure)
        return {Name, Code, Description, Severity, Restricts, Note, Colour};
    if (list == TermKind::Status)
        return {Name, Code, Description, InForce, Note, Colour};
    return {Name, Code, Description, Note, Colour};
}

QString entryFieldLabel(EntryField field)
{
    switch (field) {
    case EntryField::Name:
        return tr("Name");
    case EntryField::Code:
        return tr("Code");
    case EntryField::Description:
        return tr("Description");
    case EntryField::Severity:
        return tr("Severity");
    case EntryField::Restricts:
        return tr("Limits use");
    case EntryField::InForce:
        return tr("In force");
    case EntryField::Developer:
        return tr("Developer");
    case EntryField::DeveloperCountry:
        return tr("Developer's country");
    case EntryField::Kind:
        return tr("Kind");
    case EntryField::Note:
        return tr("Note");
    case EntryField::Colour:
        return tr("Colour");
    }
    return {};
}

QString entryText(const Term& term, EntryField field)
{
    switch (field) {
    case EntryField::Name:
        return term.label;
    case EntryField::Code:
        return term.code;
    case EntryField::Description:
        return term.description;
    case EntryField::Severity:
        return QString::number(term.severity);
    case EntryField::Restricts:
        return yesOrNo(term.restricts);
    case EntryField::InForce:
        return yesOrNo(term.inForce);
    case EntryField::Note:
        return term.note;
    case EntryField::Colour:
        return term.colour;
    case EntryField::Developer:
    case EntryField::DeveloperCountry:
    case EntryField::Kind:
        break;
    }
    return {};
}

QString entryText(const Platform& platform, EntryField field)
{
    switch (field) {
    case EntryField::Name:
        return platform.name;
    case EntryField::Developer:
        return platform.developer;
    case EntryField::DeveloperCountry:
        return platform.developerCountry;
    case EntryField::Kind:
        return platform.kind;
    case EntryField::Colour:
        return platform.colour;
    default:
        return {}; // of terms
    }
}

QString listLabel(VocabularyList list)
{
    return tr(wordsOf(list).label);
}

QString listNoun(VocabularyList list)
{
    return tr(wordsOf(list).noun);
}

} // namespace interdict
