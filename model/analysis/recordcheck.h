// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong or doubtful in a record as a whole: each event by the rules of the form, and what only shows
// beside others - relations that contradict the calendar, circles of them, the same event twice.
#pragma once

#include "model/edit/validation.h"

namespace interdict {

struct RecordFinding
{
    QString uid; // of the event that is to be mended
    Finding finding;
    bool operator==(const RecordFinding&) const = default;
};

// In the order of the events, of one by field. Errors: those of validate(), a relation to an event that is
// not there, events that end each other in a circle. Doubts: those of validate(), an event that lifts,
// extends, implements or supersedes one that began later, what was lifted and still stands as in force, an
// event of the same jurisdiction, title and start as an earlier one.
std::vector<RecordFinding> checkRecord(std::span<const Event> events, const Vocabulary& vocabulary,
                                       const Gazetteer& gazetteer, Day today);

} // namespace interdict
