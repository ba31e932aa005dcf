// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the record, as findings told at their field. An error forbids saving; a doubt asks to look
// again.
#pragma once

#include "model/edit/eventfields.h"

namespace interdict {

struct Finding
{
    enum class Severity : std::uint8_t { Error, Doubt };
    EventField field = EventField::Title;
    int part = -1; // which source, relation or comment, from 0; -1: the field as a whole
    Severity severity = Severity::Error;
    QString message; // in words: what is wrong and what to do
    bool operator==(const Finding&) const = default;
};

inline constexpr int longestTitle = 200; // characters

// Errors: no title, or one too long; no jurisdiction; unknown codes, platforms; a subdivision of another
// country; an end before the start; a start in the future of a measure that is not proposed; a source without
// title, or whose address is not http(s); a relation without kind, to itself, or twice in the same way to
// one; a comment without text. Doubts: no source, no platform, no concern, no measure, status or scope;
// lifted or expired without an end; an end in the future of what is over; an end with a status that has none
// (in force, with the end past); a start long before the platform age (before 2010); a title that ends in a
// full stop or is all capitals; a date known to the year only; published with comments that are open.
std::vector<Finding> validate(const Event& event, const Vocabulary& vocabulary, const Gazetteer& gazetteer,
                              Day today);
bool hasError(std::span<const Finding> findings);

} // namespace interdict
