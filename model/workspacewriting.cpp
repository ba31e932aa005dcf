// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a workspace changes the record.
#include "model/vocabulary/gazetteer.h"
#include "model/workspace_p.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <set>

namespace interdict {

namespace {

constexpr int mostMerges = 3;            // attempts, while others keep saving
constexpr qsizetype slugWords = 5;

QString tr(const char* text)
{
    return QCoreApplication::translate("Workspace", text);
}

// "it-ban-of-deepseek-on-2025": letters and digits, so that it can stand in any file.
QString uidFor(const Event& event)
{
    static const QRegularExpression other(QStringLiteral("[^a-z0-9]+"));
    QString folded = event.title.normalized(QString::NormalizationForm_KD).toLower();
    QStringList words =
        folded.remove(QRegularExpression(QStringLiteral("\\p{Mn}"))).split(other, Qt::SkipEmptyParts);
    words = words.mid(0, slugWords);
    if (words.isEmpty())
        words << QStringLiteral("event");
    words.prepend(event.country.isEmpty() ? QStringLiteral("x") : event.country.toLower());
    words << QString::number(event.start.year());
    return words.join(u'-');
}

QString labelsOf(const std::vector<EventField>& fields)
{
    QStringList labels;
    for (const EventField field : fields)
        labels << fieldLabel(field);
    return labels.join(QStringLiteral(", "));
}

// A change made from an older revision, made anew from the stored one.
Result<EventChange> rebased(const EventChange& change, const std::optional<Event>& stored)
{
    const QString title = change.after ? change.after->title : change.before->title;
    if (!change.before)
        return failure(Error::Kind::Conflict, tr("There is an event %1 already.").arg(change.uid()),
                       change.uid());
    if (!stored)
        return failure(
            Error::Kind::Conflict,
            tr("\u201c%1\u201d was deleted meanwhile. Save it as a new event, or leave it.").arg(title),
            change.uid());
    if (sameContent(*change.before, *stored))
        return EventChange{stored, change.after};
    if (!change.after)
        return failure(Error::Kind::Conflict,
                       tr("\u201c%1\u201d was changed meanwhile (%2). Look at it again before it is deleted.")
                           .arg(title, labelsOf(changedFields(*change.before, *stored))),
                       change.uid());
    MergedEvent merged = mergeEvents(*change.before, *change.after, *stored);
    if (!merged.conflicts.empty())
        return failure(
            Error::Kind::Conflict,
            tr("\u201c%1\u201d was changed meanwhile, also in: %2. Nothing was saved. Look at what is "
               "stored now, and choose.")
                .arg(title, labelsOf(merged.conflicts)),
            change.uid());
    return EventChange{stored, std::move(merged.event)};
}

} // namespace

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

std::optional<Stamp> Workspace::stamp()
{
    auto stamp = m->stamper ? m->stamper() : std::optional(Stamp{});
    if (stamp)
        m->editor = stamp->editor;
    return stamp;
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
    std::vector<EventChange>& changes = record.events;
    std::erase_if(changes, [](const EventChange& change) {
        return change.before && change.after && sameContent(*change.before, *change.after);
    });
    if (record.isEmpty())
        return DataSet::Saved{};
    if (!m->dataSet)
        return failure(Error::Kind::Failed, tr("No data set is open."));
    const auto by = stamp();
    if (!by)
        return failure(Error::Kind::Cancelled, tr("Not saved: no editor was named."));

    std::set<QString> given;
    for (EventChange& change : changes) {
        if (change.before || !change.after->uid.isEmpty())
            continue;
        const QString stem = uidFor(*change.after);
        QString uid = stem;
        for (int n = 2; given.contains(uid) || m->dataSet->idOf(uid); ++n)
            uid = QStringLiteral("%1-%2").arg(stem).arg(n);
        given.insert(uid);
        change.after->uid = uid;
    }
    lookForChangesElsewhere(); // what is stored now is shown before anything is put on top of it

    // Rows that may change: the events themselves, and those that they supersede or superseded.
    std::set<QString> concerned;
    const auto concern = [&concerned](const std::optional<Event>& event) {
        if (!event)
            return;
        concerned.insert(event->uid);
        for (const Relation& relation : event->relations)
            concerned.insert(relation.uid);
    };
    std::set<std::int64_t> ids;
    const auto noteIds = [&] {
        for (const QString& uid : concerned)
            if (const auto id = m->dataSet->idOf(uid))
                ids.insert(*id);
    };
    Result<DataSet::Saved> saved = failure(Error::Kind::Conflict, QString());
    for (int attempt = 0; attempt < mostMerges; ++attempt) {
        for (const EventChange& change : changes) {
            concern(change.before);
            concern(change.after);
        }
        noteIds();
        saved = m->dataSet->save(record, m_gazetteer, *by, what);
        if (saved || saved.error().kind != Error::Kind::Conflict)
            break;
        const QStringList conflicting = saved.error().detail.split(u'\n');
        for (EventChange& change : changes) {
            if (!conflicting.contains(change.uid()))
                continue;
            const auto id = m->dataSet->idOf(change.uid());
            const auto stored =
                id ? m->dataSet->event(*id) : Result<Event>(failure(Error::Kind::NotFound, {}));
            auto again = rebased(change, stored ? std::optional(*stored) : std::nullopt);
            if (!again)
                return tl::make_unexpected(again.error());
            change = std::move(*again);
        }
    }
    if (!saved)
        return saved;
    noteIds(); // those of new events
    m->lastStep = saved->step;
    refresh(std::vector(ids.begin(), ids.end()));
    return saved;
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
