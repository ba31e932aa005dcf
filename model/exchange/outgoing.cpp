// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/outgoing.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace interdict {

namespace {

constexpr std::size_t partsPerReport = 64;

class Gathering
{
public:
    Gathering(const DataSet& dataSet, const ExchangeProgress& progress)
        : m_dataSet(dataSet)
        , m_progress(progress)
    {
    }

    Result<void> nameSteps()
    {
        const auto steps = m_dataSet.steps();
        if (!steps)
            return tl::make_unexpected(steps.error());
        for (const ChangeStep& step : *steps)
            m_names.insert(step.id, step.what);
        return {};
    }

    void add(const std::optional<Event>& before, const Revision& revision)
    {
        if (before || revision.event)
            m_set.changes.push_back({{before, revision.event},
                                     revision.stamp.editor,
                                     revision.stamp.when,
                                     m_names.value(revision.change)});
    }

    Result<void> report(std::size_t done, std::size_t all) const
    {
        if (m_progress && done % partsPerReport == 0 &&
            !m_progress(static_cast<double>(done) / static_cast<double>(all)))
            return failure(Error::Kind::Cancelled,
                           QCoreApplication::translate("ChangeSet", "Cancelled. Nothing was written."));
        return {};
    }

    ChangeSet finished()
    {
        m_set.words = wordsOf(m_set.changes, m_dataSet.vocabulary());
        return std::move(m_set);
    }

private:
    const DataSet& m_dataSet;
    const ExchangeProgress& m_progress;
    QHash<std::int64_t, QString> m_names;
    ChangeSet m_set;
};

Result<void> addStep(Gathering& gathering, const DataSet& dataSet, std::int64_t step)
{
    const auto revisions = dataSet.revisionsOf(step);
    if (!revisions)
        return tl::make_unexpected(revisions.error());
    for (std::size_t i = 0; i < revisions->size(); ++i) {
        if (const auto go = gathering.report(i, revisions->size()); !go)
            return go;
        const auto before = dataSet.revisionBefore((*revisions)[i]);
        if (!before)
            return tl::make_unexpected(before.error());
        gathering.add(*before ? (*before)->event : std::nullopt, (*revisions)[i]);
    }
    return {};
}

Result<void> addEvent(Gathering& gathering, const DataSet& dataSet, const QString& uid, const QString& since)
{
    const auto revisions = dataSet.revisions(uid);
    if (!revisions)
        return tl::make_unexpected(revisions.error());
    for (std::size_t i = 0; i < revisions->size(); ++i)
        if ((*revisions)[i].stamp.when >= since)
            gathering.add(i > 0 ? (*revisions)[i - 1].event : std::nullopt, (*revisions)[i]);
    return {};
}

} // namespace

Result<ChangeSet> changesOfSteps(const DataSet& dataSet, std::vector<std::int64_t> steps,
                                 const ExchangeProgress& progress)
{
    std::sort(steps.begin(), steps.end());
    Gathering gathering(dataSet, progress);
    Result<void> done = gathering.nameSteps();
    for (std::size_t i = 0; i < steps.size() && done; ++i)
        done = addStep(gathering, dataSet, steps[i]);
    return done.map([&] { return gathering.finished(); });
}

Result<ChangeSet> changesOfEvents(const DataSet& dataSet, const QStringList& uids, const QString& since,
                                  const ExchangeProgress& progress)
{
    Gathering gathering(dataSet, progress);
    Result<void> done = gathering.nameSteps();
    const auto count = static_cast<std::size_t>(uids.size());
    for (std::size_t i = 0; i < count && done; ++i) {
        done = gathering.report(i, count);
        if (done)
            done = addEvent(gathering, dataSet, uids[static_cast<qsizetype>(i)], since);
    }
    return done.map([&] { return gathering.finished(); });
}

} // namespace interdict
