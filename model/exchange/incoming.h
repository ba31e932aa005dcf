// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What changes from elsewhere mean for the record here, event by event and field by field: from a change set,
// or from a copy of the data set. Nothing is decided here: what both sides changed is told as a conflict.
#pragma once

#include "model/exchange/changeset.h"

namespace interdict {

struct Incoming
{
    enum class Kind : std::uint8_t {
        Add,     // not here
        Edit,    // here
        Delete,  // here, and deleted there
        Restore, // deleted here, or never known, and edited or brought back there
        Known,   // already so here
    };
    Kind kind = Kind::Known;
    EventChange sent;             // all changes of the event as one
    std::optional<Event> base;    // each field as both sides last had it
    std::optional<Event> present; // here
    std::optional<Event> merged;  // with all fields accepted, conflicts as sent; none for a deletion
    QStringList editors, steps;   // of those changes, each once
    QString when;                 // of the last of them: UTC, ISO 8601; may be empty
    // What accepting all would change. None for a deletion, which is accepted as a whole.
    std::vector<EventField> fields;
    // Changed here as well and to another value; of a deletion, all that was changed here since.
    std::vector<EventField> conflicts;
    bool operator==(const Incoming&) const = default;
    const QString& uid() const { return sent.uid(); }
    const QString& title() const { return sent.after ? sent.after->title : sent.before->title; }
    // Whether it cannot be accepted without deciding against what was done here.
    bool isConflict() const { return !conflicts.empty() || kind == Kind::Restore; }
};

// An event's states here, oldest first, nothing where it was deleted; the last is the present one. Those
// before what both sides are known to share may be left out. Empty: it was never here.
using States = std::vector<std::optional<Event>>;
using StatesHere = std::function<Result<States>(const QString& uid)>;

// By the first change of each event. An event that the set adds and deletes again is left out.
Result<std::vector<Incoming>> incomingEvents(std::span<const SentChange> changes, const StatesHere& here,
                                             const ExchangeProgress& progress = {});

// What the receiver says to one event.
struct Answer
{
    bool accept = false;
    std::vector<EventField> fields = {}; // of Incoming::fields; those not named stay as they are here
    bool operator==(const Answer&) const = default;
};
// Accepts what stands against nothing here. Refuses a deletion of what was changed here, and to bring back
// what is gone here.
Answer cautiousAnswer(const Incoming& incoming);

// The change to save; nothing where there is none to make. A field in conflict that is accepted takes the
// sent value. An event that is not here keeps its title, start and jurisdiction, whichever fields are
// accepted.
std::optional<EventChange> acceptedChange(const Incoming& incoming, const Answer& answer);

} // namespace interdict
