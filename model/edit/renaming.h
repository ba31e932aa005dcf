// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of events and milestones when an entry of the vocabulary gets another name.
#pragma once

#include "model/event/event.h"
#include "model/vocabulary/vocabulary.h"

namespace interdict {

// An entry of the vocabulary that events and milestones name otherwise from now on: renamed, or merged into
// one that was there. It means something only where the vocabulary has `from` no more.
struct Renaming
{
    VocabularyList list;
    QString from, to; // codes, or names of platforms
    Renaming inverted() const { return {list, to, from}; }
    bool operator==(const Renaming&) const = default;
};

// Of lists each value stays once: what had both has `to` where the first of them stood. Revisions stay.
Event renamed(Event event, const Renaming& renaming);
Milestone renamed(Milestone milestone, const Renaming& renaming);

// Whether they name the entry.
bool names(const Event& event, VocabularyList list, const QString& code);
bool names(const Milestone& milestone, VocabularyList list, const QString& code);

} // namespace interdict
