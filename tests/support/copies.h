// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of one data set that are edited apart and merged.
#pragma once

#include "model/exchange/acceptance.h"
#include "model/exchange/copymerge.h"
#include "tests/support/starter.h"

#include <map>

namespace interdict::test {

using Record = std::map<QString, Event>;

inline Record recordOf(const Workspace& workspace)
{
    Record record;
    for (Row row = 0; row < workspace.columns().size(); ++row) {
        const Event event = workspace.event(row);
        record.emplace(event.uid, event);
    }
    return record;
}

inline QString difference(const Record& a, const Record& b)
{
    for (const auto& [uid, event] : a) {
        const auto it = b.find(uid);
        if (it == b.end())
            return uid + QStringLiteral(" is missing");
        for (const EventField field : changedFields(event, it->second))
            return uid + QStringLiteral(" differs in ") + QLatin1String(info(field).key);
    }
    return a.size() == b.size() ? QString() : QStringLiteral("there are more");
}

// One editor's copy of the shipped record, with what may be done to it.
struct Copy : Starter
{
    explicit Copy(const QString& name)
    {
        workspace.setStamper([this, name] {
            return Stamp{name,
                         QStringLiteral("2026-11-24T10:00:%1Z").arg(++seconds, 2, 10, QLatin1Char('0'))};
        });
    }
    Event event(const QString& uid) const { return workspace.event(*workspace.rowOf(uid)); }
    bool has(const QString& uid) const { return workspace.rowOf(uid).has_value(); }
    void edit(const QString& uid, const std::function<void(Event&)>& change)
    {
        const Event before = event(uid);
        Event after = before;
        change(after);
        save({{before, after}});
    }
    void remove(const QString& uid)
    {
        const Row row = *workspace.rowOf(uid);
        save(workspace.deletionOf(std::span(&row, 1)).value());
    }
    void save(std::vector<EventChange> changes)
    {
        const auto saved = workspace.save(std::move(changes), QStringLiteral("Step"));
        if (!saved)
            qFatal("%s", qPrintable(saved.error().message));
    }
    std::vector<Incoming> comesFrom(const Copy& other) const
    {
        const auto changes = changesOfCopy(workspace.dataSet(), other.workspace.dataSet());
        if (!changes)
            qFatal("%s", qPrintable(changes.error().message));
        return changes->incoming;
    }
    // What stands against nothing here; gives back what does not.
    std::vector<Incoming> merge(const Copy& other)
    {
        const auto incoming = comesFrom(other);
        std::vector<Answer> answers;
        std::vector<Incoming> open;
        for (const Incoming& one : incoming) {
            answers.push_back(cautiousAnswer(one));
            if (one.isConflict())
                open.push_back(one);
        }
        const Receiver receiver{
            workspace.vocabulary(), gazetteer, workspace.today(),
            [this](const QString& uid) { return workspace.dataSet().idOf(uid).has_value(); },
            [this](const QString& uid) {
                return workspace.dataSet().referrersOf(*workspace.dataSet().idOf(uid));
            }};
        const auto accepted = acceptAnswers(incoming, answers, other.workspace.vocabulary(), receiver);
        if (!accepted || !accepted->held.empty())
            qFatal("%s", accepted ? qPrintable(accepted->held.front().reason)
                                  : qPrintable(accepted.error().message));
        save(accepted->change.events);
        return open;
    }
    int seconds = 0;
};

} // namespace interdict::test
