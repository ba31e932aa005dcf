// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An edit as a value that knows its inverse: adding, editing, deleting and restoring an event are one type.
#pragma once

#include "model/edit/eventfields.h"

namespace interdict {

struct EventChange
{
    std::optional<Event> before; // nothing: the event is added
    std::optional<Event> after;  // nothing: it is deleted
    const QString& uid() const { return after ? after->uid : before->uid; }
    EventChange inverted() const { return {after, before}; }
    bool operator==(const EventChange&) const = default;
};

// The fields in which two states of an event differ; uid and revision are none.
std::vector<EventField> changedFields(const Event& before, const Event& after);
// Equal in every field; the revision may differ.
bool sameContent(const Event& a, const Event& b);

struct MergedEvent
{
    Event event;                       // conflicting fields as in `theirs`; its revision is `theirs`'s
    std::vector<EventField> conflicts; // changed on both sides, and not to the same value
};
// Three-way, by field: what only one side changed is taken from that side. Platforms, concerns, relations and
// sources are merged as sets of entries where both sides only added or removed different ones.
MergedEvent mergeEvents(const Event& base, const Event& mine, const Event& theirs);

} // namespace interdict
