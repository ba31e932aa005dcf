// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a workspace knows of its vocabulary, and how it follows it.
#include "model/workspace_p.h"

#include <algorithm>

namespace interdict {

namespace {

// The facet whose values are the entries of the list; nothing for relations and kinds of milestones.
std::optional<Facet> facetOf(VocabularyList list)
{
    if (!list)
        return Facet::Platform;
    switch (*list) {
    case TermKind::Measure:
        return Facet::Measure;
    case TermKind::Concern:
        return Facet::Concern;
    case TermKind::Scope:
        return Facet::Scope;
    case TermKind::Status:
        return Facet::Status;
    case TermKind::Confidence:
        return Facet::Confidence;
    case TermKind::Relation:
    case TermKind::MilestoneKind:
        break;
    }
    return std::nullopt;
}

constexpr std::array<VocabularyList, 6> listsOfFacets{TermKind::Measure,    TermKind::Concern,
                                                      TermKind::Scope,      TermKind::Status,
                                                      TermKind::Confidence, std::nullopt};

// Their rows with a value, by number.
std::vector<Row> rowsWith(const Columns& columns, Facet facet, int value)
{
    std::vector<Row> rows;
    const auto collect = [&](auto has) {
        for (Row row = 0; row < columns.size(); ++row)
            if (has(row))
                rows.push_back(row);
    };
    if (facet == Facet::Platform)
        collect([&](Row row) { return columns.platform.has(row, value); });
    else if (facet == Facet::Concern)
        collect([&](Row row) { return columns.concern.has(row, value); });
    else
        collect([value, &bytes = facet == Facet::Measure ? columns.measure
                                 : facet == Facet::Scope ? columns.scope
                                 : facet == Facet::Status
                                     ? columns.status
                                     : columns.confidence](Row row) { return bytes[row] == value; });
    return rows;
}

// What was renamed or merged is called as it is now; what was removed is dropped.
QStringList followed(const QStringList& codes, VocabularyList list, const VocabularyChange& change)
{
    QStringList now;
    for (const QString& code : codes) {
        const auto next = code == unknownValue ? std::optional(code) : change.followed(list, code);
        if (next && !now.contains(*next))
            now << *next;
    }
    return now;
}

Filter followed(Filter filter, const std::vector<VocabularyChange>& changes)
{
    for (const VocabularyChange& change : changes)
        for (const VocabularyList list : listsOfFacets) {
            FacetSelection& selection = filter[*facetOf(list)];
            for (QStringList* codes : {&selection.anyOf, &selection.allOf, &selection.noneOf})
                *codes = followed(*codes, list, change);
        }
    return filter;
}

} // namespace

// Columns number terms by their order: they are read anew.
std::vector<VocabularyChange> Workspace::followVocabulary()
{
    const std::int64_t step = m->dataSet->vocabularyStep();
    const auto changes = m->dataSet->vocabularyChanges(m->vocabularyStep, step);
    if (!changes)
        Q_EMIT storeFailed(changes.error());
    else {
        m->filter = followed(std::move(m->filter), *changes);
        for (Stand& stand : m->history)
            stand.filter = followed(std::move(stand.filter), *changes);
    }
    m->vocabularyStep = step;
    if (auto milestones = m->dataSet->milestones())
        m->milestones = std::move(*milestones);
    reload();
    return changes.value_or(std::vector<VocabularyChange>());
}

// Events that will be changed with the vocabulary.
std::size_t Workspace::countFollowing(const RecordChange& record) const
{
    std::size_t events = 0;
    for (const Renaming& renaming :
         record.vocabulary ? record.vocabulary->renamings() : std::vector<Renaming>())
        events += rowsNaming(renaming.list, renaming.from).size();
    return events;
}

Result<std::vector<VocabularyChange>> Workspace::vocabularyChanges(std::int64_t after,
                                                                   std::int64_t upTo) const
{
    return m->dataSet ? m->dataSet->vocabularyChanges(after, upTo) : std::vector<VocabularyChange>();
}

std::vector<Row> Workspace::rowsNaming(VocabularyList list, const QString& code) const
{
    std::vector<Row> rows;
    if (const auto facet = facetOf(list)) {
        if (const auto value = m->columns.table(*facet).number(code))
            rows = rowsWith(m->columns, *facet, *value);
    } else if (m->dataSet) {
        rows = m->rowsOfIds(m->dataSet->eventsNaming(list, code).value_or(std::vector<std::int64_t>()));
        std::sort(rows.begin(), rows.end());
    }
    return rows;
}

std::vector<std::uint32_t> Workspace::countNaming(VocabularyList list) const
{
    const QStringList codes = vocabulary().codes(list);
    std::vector<std::uint32_t> counts(static_cast<std::size_t>(codes.size()));
    for (qsizetype i = 0; i < codes.size(); ++i)
        counts[static_cast<std::size_t>(i)] = static_cast<std::uint32_t>(rowsNaming(list, codes[i]).size());
    return counts;
}

} // namespace interdict
