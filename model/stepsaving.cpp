// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/stepsaving.h"

#include "model/edit/vocabularymerge.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <set>

namespace interdict {

namespace {

constexpr int mostMerges = 3; // attempts, while others keep saving
constexpr qsizetype slugWords = 5;
constexpr double shareOfReading = 0.3; // of the time that a step takes whose events follow the vocabulary
constexpr std::size_t eventsPerReport = 512;

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

// Only what a milestone names may change.
MilestoneChange rebased(const MilestoneChange& change, const Milestone& stored)
{
    MilestoneChange again{stored, stored};
    for (const auto field : {&Milestone::kind, &Milestone::confidence, &Milestone::platform})
        if (change.before.*field != change.after.*field)
            again.after.*field = change.after.*field;
    return again;
}

class StepSaving
{
public:
    StepSaving(DataSet& dataSet, RecordChange& change, const DataSet::Progress& progress)
        : m_dataSet(dataSet)
        , m_change(change)
        , m_progress(progress)
    {
    }

    void giveUids()
    {
        std::set<QString> given;
        for (EventChange& change : m_change.events) {
            if (change.before || !change.after->uid.isEmpty())
                continue;
            const QString stem = uidFor(*change.after);
            QString uid = stem;
            for (int n = 2; given.contains(uid) || m_dataSet.idOf(uid); ++n)
                uid = QStringLiteral("%1-%2").arg(stem).arg(n);
            given.insert(uid);
            change.after->uid = uid;
        }
    }

    // The vocabulary made anew from the one that is stored, and what names its entries with it.
    Result<void> followVocabulary()
    {
        if (!m_change.vocabulary)
            return {};
        if (const auto read = m_dataSet.catchUpVocabulary(); !read)
            return read;
        auto merged = mergeVocabularies(*m_change.vocabulary, m_dataSet.vocabulary());
        if (!merged)
            return tl::make_unexpected(merged.error());
        m_change.vocabulary = std::move(*merged);
        for (const Renaming& renaming : m_change.vocabulary->renamings())
            if (const auto followed = addEventsNaming(renaming); !followed)
                return followed;
        return followInMilestones();
    }

    Result<void> rebaseEvents(const QStringList& uids)
    {
        for (EventChange& change : m_change.events) {
            if (!uids.contains(change.uid()))
                continue;
            const auto id = m_dataSet.idOf(change.uid());
            const auto stored = id ? m_dataSet.event(*id) : Result<Event>(failure(Error::Kind::NotFound, {}));
            auto again = rebased(change, stored ? std::optional(*stored) : std::nullopt);
            if (!again)
                return tl::make_unexpected(again.error());
            change = std::move(*again);
        }
        return {};
    }

private:
    Result<void> addEventsNaming(const Renaming& renaming)
    {
        const auto ids = m_dataSet.eventsNaming(renaming.list, renaming.from);
        if (!ids)
            return tl::make_unexpected(ids.error());
        std::set<std::int64_t> known;
        for (EventChange& change : m_change.events) {
            if (change.after)
                change.after = renamed(std::move(*change.after), renaming);
            if (const auto id = m_dataSet.idOf(change.uid()))
                known.insert(*id);
        }
        for (std::size_t i = 0; i < ids->size(); ++i) {
            if (m_progress && i % eventsPerReport == 0 &&
                !m_progress(shareOfReading * static_cast<double>(i) / static_cast<double>(ids->size())))
                return failure(Error::Kind::Cancelled, tr("Saving was cancelled. Nothing was changed."));
            if (known.contains((*ids)[i]))
                continue;
            const auto event = m_dataSet.event((*ids)[i]);
            if (!event)
                return tl::make_unexpected(event.error());
            m_change.events.push_back({*event, renamed(*event, renaming)});
        }
        return {};
    }

    Result<void> followInMilestones()
    {
        const auto stored = m_dataSet.milestones();
        if (!stored)
            return tl::make_unexpected(stored.error());
        std::vector<MilestoneChange> changes;
        for (const Milestone& milestone : *stored) {
            const auto known = std::find_if(
                m_change.milestones.begin(), m_change.milestones.end(),
                [&](const MilestoneChange& change) { return change.after.uid == milestone.uid; });
            MilestoneChange change = known == m_change.milestones.end()
                                         ? MilestoneChange{milestone, milestone}
                                         : rebased(*known, milestone);
            for (const Renaming& renaming : m_change.vocabulary->renamings())
                change.after = renamed(std::move(change.after), renaming);
            if (change.before != change.after)
                changes.push_back(std::move(change));
        }
        m_change.milestones = std::move(changes);
        return {};
    }

    DataSet& m_dataSet;
    RecordChange& m_change;
    const DataSet::Progress& m_progress;
};

} // namespace

Result<DataSet::Saved> saveStep(DataSet& dataSet, RecordChange change, const Gazetteer& gazetteer,
                                const Stamp& stamp, const QString& what, const DataSet::Progress& progress)
{
    const auto writing = [&](double done) {
        return !progress || progress(change.vocabulary ? shareOfReading + (1 - shareOfReading) * done : done);
    };
    StepSaving step(dataSet, change, progress);
    step.giveUids();
    Result<DataSet::Saved> saved = failure(Error::Kind::Conflict, QString());
    for (int attempt = 0; attempt < mostMerges; ++attempt) {
        if (const auto followed = step.followVocabulary(); !followed)
            return tl::make_unexpected(followed.error());
        saved = dataSet.save(change, gazetteer, stamp, what, writing);
        if (saved || saved.error().kind != Error::Kind::Conflict)
            break;
        if (const auto again = step.rebaseEvents(saved.error().detail.split(u'\n')); !again)
            return tl::make_unexpected(again.error());
    }
    return saved;
}

} // namespace interdict
