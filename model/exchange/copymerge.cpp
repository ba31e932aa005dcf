// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/copymerge.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace interdict {

namespace {

constexpr std::size_t eventsPerReport = 64;
constexpr double headsPart = 0.2; // of the time: reading which revision is the last

// Uids of the copy whose last revision is another than here, or which are not here.
struct Different
{
    QStringList uids;
    bool isRelated = true;
};

Different differentEvents(const std::vector<RevisionHead>& here, const std::vector<RevisionHead>& copy)
{
    QHash<QString, std::pair<int, std::uint64_t>> known;
    known.reserve(static_cast<qsizetype>(here.size()));
    for (const RevisionHead& head : here)
        known.insert(head.uid, {head.revision, head.fingerprint});
    Different different;
    std::size_t same = 0;
    for (const RevisionHead& head : copy) {
        const auto it = known.constFind(head.uid);
        if (it != known.cend() && *it == std::pair(head.revision, head.fingerprint))
            ++same;
        else
            different.uids << head.uid;
    }
    different.isRelated = same > 0 || here.empty() || copy.empty();
    return different;
}

bool isSame(const Revision& a, const Revision& b)
{
    return a.revision == b.revision && a.stamp.when == b.stamp.when && a.stamp.editor == b.stamp.editor &&
           a.event.has_value() == b.event.has_value() && (!a.event || sameContent(*a.event, *b.event));
}

States statesOf(std::span<const Revision> revisions)
{
    States states;
    for (const Revision& revision : revisions)
        states.push_back(revision.event);
    return states;
}

using StepNames = QHash<std::int64_t, QString>;

Result<StepNames> namesOfSteps(const DataSet& dataSet)
{
    const auto steps = dataSet.steps();
    if (!steps)
        return tl::make_unexpected(steps.error());
    StepNames names;
    for (const ChangeStep& step : *steps)
        names.insert(step.id, step.what);
    return names;
}

// What the copy's revisions from `first` on did.
std::vector<SentChange> changesFrom(std::span<const Revision> there, std::size_t first,
                                    const StepNames& names)
{
    std::vector<SentChange> changes;
    for (std::size_t i = first; i < there.size(); ++i) {
        const auto before = i > 0 ? there[i - 1].event : std::nullopt;
        if (before || there[i].event)
            changes.push_back({{before, there[i].event},
                               there[i].stamp.editor,
                               there[i].stamp.when,
                               names.value(there[i].change)});
    }
    return changes;
}

// Adds what the copy has new of one event.
Result<bool> addEvent(const DataSet& here, const DataSet& copy, const QString& uid, const StepNames& names,
                      std::vector<Incoming>& all)
{
    const auto mine = here.revisions(uid);
    const auto theirs = copy.revisions(uid);
    if (!mine || !theirs)
        return tl::make_unexpected(mine ? theirs.error() : mine.error());
    const std::size_t shared = sharedRevisions(*mine, *theirs);
    const auto changes = changesFrom(*theirs, shared, names);
    const States states = statesOf(std::span(*mine).subspan(shared > 0 ? shared - 1 : 0));
    auto incoming = incomingEvents(changes, [&](const QString&) -> Result<States> { return states; });
    if (!incoming)
        return tl::make_unexpected(incoming.error());
    for (Incoming& event : *incoming)
        if (event.kind != Incoming::Kind::Known)
            all.push_back(std::move(event));
    return shared > 0;
}

} // namespace

std::size_t sharedRevisions(std::span<const Revision> here, std::span<const Revision> there)
{
    for (std::size_t count = std::min(here.size(), there.size()); count > 0; --count)
        if (isSame(here[count - 1], there[count - 1]))
            return count;
    return 0;
}

Result<CopyChanges> changesOfCopy(const DataSet& here, const DataSet& copy, const ExchangeProgress& progress)
{
    const auto mine = here.revisionHeads();
    const auto theirs = copy.revisionHeads();
    const auto names = namesOfSteps(copy);
    for (const std::optional<Error>& error :
         {mine ? std::optional<Error>() : mine.error(), theirs ? std::optional<Error>() : theirs.error(),
          names ? std::optional<Error>() : names.error()})
        if (error)
            return tl::make_unexpected(*error);
    const Different different = differentEvents(*mine, *theirs);
    CopyChanges changes{{}, copy.vocabulary(), different.isRelated};
    const auto count = static_cast<std::size_t>(different.uids.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (progress && i % eventsPerReport == 0 &&
            !progress(headsPart + (1 - headsPart) * static_cast<double>(i) / static_cast<double>(count)))
            return failure(Error::Kind::Cancelled, QCoreApplication::translate("ChangeSet", "Cancelled."));
        const auto shared =
            addEvent(here, copy, different.uids[static_cast<qsizetype>(i)], *names, changes.incoming);
        if (!shared)
            return tl::make_unexpected(shared.error());
        changes.isRelated = changes.isRelated || *shared;
    }
    return changes;
}

} // namespace interdict
