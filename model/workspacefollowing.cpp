// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a workspace keeps up with the record: after its own steps, and after those of others.
#include "model/workspace_p.h"

#include <set>

namespace interdict {

// Columns, result and selection after events with these ids changed.
void Workspace::refresh(std::span<const std::int64_t> ids)
{
    showColumns([&] {
        const auto patched = m->dataSet->patchColumns(m->columns, ids, m_gazetteer);
        if (patched && *patched)
            m->engine->follow(**patched);
        else
            reload();
    });
}

void Workspace::reload()
{
    auto loaded = m->dataSet->loadColumns(m_gazetteer);
    if (!loaded)
        Q_EMIT storeFailed(loaded.error());
    replaceColumns(loaded ? std::move(*loaded) : Columns());
}

void Workspace::replaceColumns(Columns columns)
{
    m->engine.reset();
    m->columns = std::move(columns);
    m->engine = std::make_unique<FacetEngine>(m->columns);
}

void Workspace::showColumns(Columns columns)
{
    showColumns([&] { replaceColumns(std::move(columns)); });
}

void Workspace::showColumns(const std::function<void()>& bringUpToDate)
{
    const auto idsOf = [this](const std::vector<Row>& rows) {
        std::vector<std::int64_t> all;
        all.reserve(rows.size());
        for (const Row row : rows)
            all.push_back(m->columns.id[row]);
        return all;
    };
    const std::vector<std::int64_t> selected = idsOf(m->selection);
    std::vector<std::vector<std::int64_t>> remembered;
    for (const Stand& stand : m->history)
        remembered.push_back(idsOf(stand.selection));

    const Filter before = m->filter;
    const bool isVocabularyNew = m->vocabularyStep != m->dataSet->vocabularyStep();
    std::vector<VocabularyChange> changes;
    if (isVocabularyNew)
        changes = followVocabulary();
    else
        bringUpToDate();
    m->forgetTexts();
    m->countMonths(m_today);
    m->selection = m->rowsOfIds(selected);
    for (std::size_t i = 0; i < m->history.size(); ++i)
        m->history[i].selection = m->rowsOfIds(remembered[i]);
    m->hover = {};
    applyFilter(Filter(m->filter));
    if (isVocabularyNew)
        Q_EMIT vocabularyChanged(changes);
    Q_EMIT recordChanged();
    if (m->filter != before)
        Q_EMIT filterChanged();
    Q_EMIT resultChanged();
    Q_EMIT selectionChanged();
    Q_EMIT hoverChanged();
}

void Workspace::lookForChangesElsewhere()
{
    if (!m->dataSet || m->expectsAStep)
        return;
    if (const int events = catchUp(); events > 0)
        Q_EMIT changedElsewhere(events);
}

void Workspace::expectStep()
{
    m->expectsAStep = true;
}

void Workspace::adoptStep(const DataSet::Saved& saved, const QString& what, std::optional<Columns> columns)
{
    m->expectsAStep = false;
    if (!m->dataSet || saved.change.isEmpty())
        return;
    follow(saved, std::move(columns));
    Q_EMIT stepSaved(saved.change, what);
}

// Of a step by another connection. Columns that were read with it hold for it alone, and not for another
// vocabulary.
void Workspace::follow(const DataSet::Saved& saved, std::optional<Columns> columns)
{
    const bool isAlone = saved.step == m->lastStep + 1 && m->dataSet->lastStep() == saved.step;
    if (!columns || !isAlone || saved.change.vocabulary) {
        catchUp();
        return;
    }
    m->lastStep = saved.step;
    showColumns(std::move(*columns));
}

// Shows what was saved since the columns were read, by whomever; how many events it concerns.
int Workspace::catchUp()
{
    const auto last = m->dataSet->lastStep();
    if (!last || *last <= m->lastStep || !m->dataSet->catchUpVocabulary())
        return 0;
    const auto uids = m->dataSet->changedSince(std::exchange(m->lastStep, *last));
    if (!uids)
        return 0;
    if (static_cast<std::size_t>(uids->size()) > manyEvents) {
        showColumns([this] { reload(); });
        return static_cast<int>(uids->size());
    }
    std::set<std::int64_t> ids;
    bool isKnown = true;
    for (const QString& uid : *uids) {
        const auto id = m->dataSet->idOf(uid);
        isKnown = isKnown && id;
        if (id)
            ids.insert(*id);
        for (const Revision& revision : m->dataSet->revisions(uid).value_or(std::vector<Revision>()))
            for (const Relation& relation :
                 revision.event ? revision.event->relations : std::vector<Relation>())
                if (const auto other = m->dataSet->idOf(relation.uid))
                    ids.insert(*other);
    }
    if (!isKnown) // an id that is gone cannot be asked for: all rows are looked at
        ids.insert(m->columns.id.begin(), m->columns.id.end());
    refresh(std::vector(ids.begin(), ids.end()));
    return static_cast<int>(uids->size());
}

} // namespace interdict
