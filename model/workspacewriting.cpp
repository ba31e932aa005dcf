// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a workspace changes the record.
#include "model/stepsaving.h"
#include "model/vocabulary/gazetteer.h"
#include "model/workspace_p.h"

#include <algorithm>
#include <set>

namespace interdict {

bool Workspace::canWrite() const
{
    return m->dataSet && !m->dataSet->isReadOnly();
}

void Workspace::setStamper(Stamper stamper)
{
    m->stamper = std::move(stamper);
}

void Workspace::setClock(std::function<QString()> clock)
{
    m->clock = std::move(clock);
}

void Workspace::setDraftOwner(const QString& owner)
{
    m->draftOwner = owner;
}

std::optional<Stamp> Workspace::stamp() const
{
    auto stamp = m->stamper ? m->stamper() : std::optional(Stamp{});
    if (stamp)
        m->editor = stamp->editor;
    return stamp;
}

void Workspace::setSaverOfMany(SaverOfMany saver)
{
    m->saverOfMany = std::move(saver);
}

QString Workspace::editor() const
{
    return m->editor;
}

Result<DataSet::Saved> Workspace::save(std::vector<EventChange> changes, const QString& what)
{
    return save(RecordChange(std::move(changes)), what);
}

Result<DataSet::Saved> Workspace::save(RecordChange change, const QString& what)
{
    auto saved = store(std::move(change), what);
    if (saved && !saved->change.isEmpty())
        Q_EMIT stepSaved(saved->change, what);
    return saved;
}

Result<DataSet::Saved> Workspace::apply(RecordChange change, const QString& what)
{
    return store(std::move(change), what);
}

Result<DataSet::Saved> Workspace::store(RecordChange record, const QString& what)
{
    std::erase_if(record.events, [](const EventChange& change) {
        return change.before && change.after && sameContent(*change.before, *change.after);
    });
    if (record.isEmpty())
        return DataSet::Saved{};
    if (!m->dataSet)
        return failure(Error::Kind::Failed, tr("No data set is open."));
    const auto by = stamp();
    if (!by)
        return failure(Error::Kind::Cancelled, tr("Not saved: no editor was named."));
    lookForChangesElsewhere(); // what is stored now is shown before anything is put on top of it

    if (m->saverOfMany && record.events.size() + countFollowing(record) > manyEvents)
        return storeMany(record, *by, what);
    std::set<std::int64_t> ids;
    noteIds(record.events, ids); // those of events that are deleted
    auto saved = saveStep(*m->dataSet, std::move(record), m_gazetteer, *by, what);
    if (!saved)
        return saved;
    if (saved->step != m->lastStep + 1) { // another's came between
        catchUp();
        return saved;
    }
    noteIds(saved->change.events, ids); // those of new ones
    m->lastStep = saved->step;
    refresh(std::vector(ids.begin(), ids.end()));
    return saved;
}

Result<DataSet::Saved> Workspace::storeMany(const RecordChange& record, const Stamp& stamp,
                                            const QString& what)
{
    expectStep();
    auto many = m->saverOfMany(record, stamp, what);
    m->expectsAStep = false;
    if (!many)
        return tl::make_unexpected(many.error());
    follow(many->saved, std::move(many->columns));
    return std::move(many->saved);
}

// Rows that may change with these: the events themselves, and those that they supersede or superseded.
void Workspace::noteIds(const std::vector<EventChange>& changes, std::set<std::int64_t>& ids) const
{
    std::set<QString> concerned;
    for (const EventChange& change : changes)
        for (const std::optional<Event>* event : {&change.before, &change.after}) {
            if (!*event)
                continue;
            concerned.insert((*event)->uid);
            for (const Relation& relation : (*event)->relations)
                concerned.insert(relation.uid);
        }
    for (const QString& uid : concerned)
        if (const auto id = m->dataSet->idOf(uid))
            ids.insert(*id);
}

Result<std::vector<EventChange>> Workspace::deletionOf(std::span<const Row> rows) const
{
    std::vector<EventChange> changes;
    std::set<QString> deleted;
    for (const Row row : rows) {
        auto read = m->dataSet->event(m->columns.id[row]);
        if (!read)
            return tl::make_unexpected(read.error());
        deleted.insert(read->uid);
        changes.push_back({std::move(*read), std::nullopt});
    }
    std::set<QString> seen;
    for (const Row row : rows) {
        const auto referrers = m->dataSet->referrersOf(m->columns.id[row]);
        if (!referrers)
            return tl::make_unexpected(referrers.error());
        for (const Event& referrer : *referrers) {
            if (deleted.contains(referrer.uid) || !seen.insert(referrer.uid).second)
                continue;
            Event without = referrer;
            std::erase_if(without.relations, [&](const Relation& r) { return deleted.contains(r.uid); });
            changes.push_back({referrer, std::move(without)});
        }
    }
    return changes;
}

Result<std::vector<EventChange>> Workspace::relationsBack(const Revision& deletion) const
{
    std::vector<EventChange> changes;
    if (deletion.change == 0)
        return changes;
    const auto together = m->dataSet->revisionsOf(deletion.change);
    if (!together)
        return tl::make_unexpected(together.error());
    for (const Revision& revision : *together) {
        const auto row = revision.event ? rowOf(revision.uid) : std::nullopt;
        const auto earlier = row ? m->dataSet->revisionBefore(revision) : std::optional<Revision>();
        if (!earlier || !*earlier || !(*earlier)->event)
            continue;
        const Event now = event(*row);
        Event with = now;
        for (const Relation& relation : (*earlier)->event->relations)
            if (relation.uid == deletion.uid &&
                std::find(with.relations.begin(), with.relations.end(), relation) == with.relations.end())
                with.relations.push_back(relation);
        if (with != now)
            changes.push_back({now, std::move(with)});
    }
    return changes;
}

Result<std::vector<Revision>> Workspace::revisions(const QString& uid) const
{
    return m->dataSet ? m->dataSet->revisions(uid) : std::vector<Revision>();
}

Result<std::vector<ChangeStep>> Workspace::steps(std::int64_t after) const
{
    return m->dataSet ? m->dataSet->steps(after) : std::vector<ChangeStep>();
}

Result<std::vector<Revision>> Workspace::revisionsOf(std::int64_t step, int most) const
{
    return m->dataSet ? m->dataSet->revisionsOf(step, most) : std::vector<Revision>();
}

Result<std::optional<Revision>> Workspace::revisionBefore(const Revision& revision) const
{
    return m->dataSet ? m->dataSet->revisionBefore(revision) : std::optional<Revision>();
}

QStringList Workspace::authoritiesIn(const QString& country) const
{
    return m->dataSet ? m->dataSet->authoritiesIn(country).value_or(QStringList()) : QStringList();
}

std::vector<Draft> Workspace::drafts() const
{
    return m->dataSet ? m->dataSet->drafts().value_or(std::vector<Draft>()) : std::vector<Draft>();
}

std::optional<std::int64_t> Workspace::saveDraft(const Draft& draft)
{
    if (!m->dataSet)
        return std::nullopt;
    Draft stamped = draft;
    stamped.owner = m->draftOwner;
    if (m->clock)
        stamped.at = m->clock();
    const auto id = m->dataSet->saveDraft(stamped);
    if (!id) {
        Q_EMIT storeFailed(id.error());
        return std::nullopt;
    }
    Q_EMIT draftsChanged();
    return *id;
}

void Workspace::releaseDraft(std::int64_t id)
{
    for (Draft draft : drafts()) {
        if (draft.id != id)
            continue;
        draft.owner.clear();
        if (const auto saved = m->dataSet->saveDraft(draft); !saved)
            Q_EMIT storeFailed(saved.error());
    }
    Q_EMIT draftsChanged();
}

void Workspace::removeDraft(std::int64_t id)
{
    if (!m->dataSet)
        return;
    if (const auto removed = m->dataSet->removeDraft(id); !removed)
        Q_EMIT storeFailed(removed.error());
    Q_EMIT draftsChanged();
}

} // namespace interdict
