// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/acceptance.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace interdict {

namespace {

bool isKnownError(const Finding& finding, const std::vector<Finding>& known)
{
    return finding.severity == Finding::Severity::Error &&
           std::any_of(known.begin(), known.end(), [&](const Finding& other) {
               return other.field == finding.field && other.message == finding.message;
           });
}

// The uids that will be there once the changes are saved, of those that are asked for.
class Presence
{
public:
    Presence(const std::vector<EventChange>& changes, const Receiver& receiver)
        : m_receiver(receiver)
    {
        for (const EventChange& change : changes)
            (change.after ? m_saved : m_deleted).insert(change.uid());
    }
    bool has(const QString& uid) const
    {
        return m_saved.contains(uid) || (!m_deleted.contains(uid) && m_receiver.exists(uid));
    }
    const QSet<QString>& deleted() const { return m_deleted; }

private:
    const Receiver& m_receiver;
    QSet<QString> m_saved, m_deleted;
};

void leaveOutLooseRelations(Acceptance& acceptance, const Presence& presence)
{
    for (EventChange& change : acceptance.change.events) {
        if (!change.after)
            continue;
        std::erase_if(change.after->relations, [&](const Relation& relation) {
            if (presence.has(relation.uid))
                return false;
            if (!presence.deleted().contains(relation.uid))
                acceptance.leftOut.push_back({change.after->title, relation.uid});
            else if (!acceptance.unrelated.contains(change.after->title))
                acceptance.unrelated << change.after->title;
            return true;
        });
    }
    std::erase_if(acceptance.change.events, [](const EventChange& change) {
        return change.before && change.after && sameContent(*change.before, *change.after);
    });
}

// Events that nobody sent, but which relate to what is deleted.
Result<void> takeOutOfOthers(Acceptance& acceptance, const Presence& presence, const Receiver& receiver)
{
    QSet<QString> changed;
    for (const EventChange& change : acceptance.change.events)
        changed.insert(change.uid());
    for (const QString& uid : presence.deleted()) {
        const auto referrers = receiver.referrers(uid);
        if (!referrers)
            return tl::make_unexpected(referrers.error());
        for (const Event& referrer : *referrers) {
            if (changed.contains(referrer.uid))
                continue;
            changed.insert(referrer.uid);
            Event without = referrer;
            std::erase_if(without.relations,
                          [&](const Relation& r) { return presence.deleted().contains(r.uid); });
            acceptance.unrelated << referrer.title;
            acceptance.change.events.push_back({referrer, std::move(without)});
        }
    }
    return {};
}

void addWords(Acceptance& acceptance, const Vocabulary& available, const Vocabulary& here)
{
    std::vector<const Event*> events;
    for (const EventChange& change : acceptance.change.events)
        if (change.after)
            events.push_back(&*change.after);
    acceptance.words = wordsOf(events, available);
    if (!isEmpty(acceptance.words))
        acceptance.change.vocabulary = VocabularyChange{here, joinedWords(here, acceptance.words)};
}

} // namespace

Outcome outcomeOf(const Incoming& incoming, const Answer& answer, const Vocabulary& words,
                  const Gazetteer& gazetteer, Day today)
{
    Outcome outcome{acceptedChange(incoming, answer), {}};
    if (!outcome.change || !outcome.change->after)
        return outcome;
    outcome.findings = validate(*outcome.change->after, words, gazetteer, today);
    if (!incoming.present || !hasError(outcome.findings))
        return outcome;
    const auto known = validate(*incoming.present, words, gazetteer, today);
    std::erase_if(outcome.findings, [&](const Finding& finding) { return isKnownError(finding, known); });
    return outcome;
}

Result<Acceptance> acceptAnswers(std::span<const Incoming> incoming, std::span<const Answer> answers,
                                 const Vocabulary& sent, const Receiver& receiver)
{
    const Vocabulary available = newWords(sent, receiver.words);
    const Vocabulary words = joinedWords(receiver.words, available);
    Acceptance acceptance;
    for (std::size_t i = 0; i < incoming.size(); ++i) {
        Outcome outcome = outcomeOf(incoming[i], answers[i], words, receiver.gazetteer, receiver.today);
        if (outcome.isHeld()) {
            const auto error =
                std::find_if(outcome.findings.begin(), outcome.findings.end(), [](const Finding& finding) {
                    return finding.severity == Finding::Severity::Error;
                });
            acceptance.held.push_back({incoming[i].uid(), incoming[i].title(), error->message});
        } else if (outcome.change) {
            acceptance.change.events.push_back(std::move(*outcome.change));
        }
    }
    const Presence presence(acceptance.change.events, receiver);
    leaveOutLooseRelations(acceptance, presence);
    acceptance.accepted = static_cast<int>(acceptance.change.events.size());
    if (const auto done = takeOutOfOthers(acceptance, presence, receiver); !done)
        return tl::make_unexpected(done.error());
    addWords(acceptance, available, receiver.words);
    return acceptance;
}

} // namespace interdict
