// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Changes on their way to a colleague: a file that carries them, and what they mean for the record they
// reach, event by event and field by field. Nothing is decided here: what both sides changed is told as a
// conflict.
#pragma once

#include "model/edit/eventchange.h"
#include "model/error.h"

#include <functional>
#include <span>

namespace interdict {

// A change as someone made it. Revision numbers are not carried: each data set counts its own.
struct SentChange
{
    EventChange change;
    QString editor; // may be empty
    QString when;   // UTC, ISO 8601; may be empty
    QString step;   // "Edit of …"; may be empty
    bool operator==(const SentChange&) const = default;
};

// One JSON object, a line a change, in the order in which they were made.
QByteArray changeSetToJson(std::span<const SentChange> changes);
// `name` is the file's name, for messages. Read strictly; but codes, platforms and relations are not checked:
// the receiver's vocabulary may lack them, and the store says so when they are saved.
Result<std::vector<SentChange>> readChangeSet(const QByteArray& json, const QString& name);

// What a change set holds for one event, against what is here.
struct Incoming
{
    enum class Kind : std::uint8_t {
        Add,     // not here
        Edit,    // here
        Delete,  // here, and deleted there
        Restore, // edited there, and not here: deleted, or never known
        Known,   // already so here
    };
    Kind kind = Kind::Known;
    EventChange sent;             // all changes of the event as one
    std::optional<Event> present; // here
    QStringList editors, steps;   // of those changes, each once
    // What accepting all would change. None for a deletion, which is accepted as a whole.
    std::vector<EventField> fields;
    // Changed here as well and to another value; of a deletion, all that was changed here since.
    std::vector<EventField> conflicts;
    bool operator==(const Incoming&) const = default;
    const QString& uid() const { return sent.uid(); }
    const QString& title() const { return sent.after ? sent.after->title : sent.before->title; }
};

// By the first change of each event. An event that the set adds and deletes again is left out.
using PresentEvent = std::function<std::optional<Event>(const QString& uid)>;
std::vector<Incoming> incomingEvents(std::span<const SentChange> changes, const PresentEvent& present);

// What the receiver says to one event.
struct Answer
{
    bool accept = false;
    std::vector<EventField> fields = {}; // of Incoming::fields; those not named stay as they are here
};
// Accepts what stands against nothing here. Refuses a deletion of what was changed here, and to bring back
// what is gone here.
Answer cautiousAnswer(const Incoming& incoming);

// The change to save; nothing where there is none to make. A field in conflict that is accepted takes the
// sent value. An event that is not here keeps its title, start and jurisdiction, whichever fields are
// accepted.
std::optional<EventChange> acceptedChange(const Incoming& incoming, const Answer& answer);

} // namespace interdict
