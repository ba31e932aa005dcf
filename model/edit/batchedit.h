// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One edit of many events, as a value: what it would change is known before it happens.
#pragma once

#include "model/edit/eventchange.h"

namespace interdict {

struct BatchEdit
{
    enum class Action : std::uint8_t { Set, Add, Remove };
    EventField field = EventField::Status;
    Action action = Action::Set;
    QStringList values; // codes, names or one text; of Set at most one, none to clear the field
    bool operator==(const BatchEdit&) const = default;
};

// The fields that can be edited so, and what can be done with each: one value is set; platforms and concerns
// are added or removed; to a text a paragraph is added.
std::span<const EventField> batchFields();
std::vector<BatchEdit::Action> batchActions(EventField field);

// What becomes of an event; equal to it where the edit changes nothing.
Event applied(const BatchEdit& edit, Event event);

} // namespace interdict
