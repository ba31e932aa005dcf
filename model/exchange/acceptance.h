// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is saved of incoming changes once someone has answered them: the events, the words that come along,
// and what must be told - events that cannot be saved like this, relations that are left out.
#pragma once

#include "model/edit/recordchange.h"
#include "model/edit/validation.h"
#include "model/exchange/incoming.h"

namespace interdict {

// What the answer would make of one event.
struct Outcome
{
    std::optional<EventChange> change; // nothing: none is to be made
    std::vector<Finding> findings;     // of its `after`; errors that it has here already are none
    bool isHeld() const { return change && hasError(findings); }
};
Outcome outcomeOf(const Incoming& incoming, const Answer& answer, const Vocabulary& words,
                  const Gazetteer& gazetteer, Day today);

// The record that receives.
struct Receiver
{
    const Vocabulary& words; // its own
    const Gazetteer& gazetteer;
    Day today = 0;
    std::function<bool(const QString& uid)> exists;
    std::function<Result<std::vector<Event>>(const QString& uid)> referrers; // whose relations name it
};

struct Acceptance
{
    struct Held
    {
        QString uid, title, reason;
        bool operator==(const Held&) const = default;
    };
    struct LeftOut // a relation to an event that is not here and not accepted
    {
        QString title, other; // of the event; uid
        bool operator==(const LeftOut&) const = default;
    };
    RecordChange change;
    int accepted = 0; // incoming events in it
    Vocabulary words; // those added to the receiver's
    std::vector<Held> held;
    std::vector<LeftOut> leftOut;
    QStringList unrelated; // titles of events whose relations to what is deleted are taken out
};

// `answers` are as many as `incoming`. `sent` are words that came along: those that the accepted events use
// and the receiver lacks are added in the same step.
Result<Acceptance> acceptAnswers(std::span<const Incoming> incoming, std::span<const Answer> answers,
                                 const Vocabulary& sent, const Receiver& receiver);

} // namespace interdict
