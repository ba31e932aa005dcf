// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One step of an editor as a value that knows its inverse: events, the vocabulary, and the milestones that
// follow it.
#pragma once

#include "model/edit/eventchange.h"
#include "model/edit/renaming.h"

namespace interdict {

// The whole vocabulary, since it is small and its order matters.
struct VocabularyChange
{
    Vocabulary before, after;
    std::vector<Renaming> renamed = {};
    VocabularyChange inverted() const;
    // What `code` is called afterwards: itself, its new name, or nothing where it is gone.
    std::optional<QString> followed(VocabularyList list, const QString& code) const;
    // Those that mean something.
    std::vector<Renaming> renamings() const;
    bool operator==(const VocabularyChange&) const = default;
};

// Milestones are changed only where a term or platform that they name is: kind, confidence, platform.
struct MilestoneChange
{
    Milestone before, after;
    MilestoneChange inverted() const { return {after, before}; }
    bool operator==(const MilestoneChange&) const = default;
};

struct RecordChange
{
    std::vector<EventChange> events;
    std::optional<VocabularyChange> vocabulary;
    std::vector<MilestoneChange> milestones;

    RecordChange() = default;
    RecordChange(std::vector<EventChange> changes) // of events alone, as most are
        : events(std::move(changes))
    {
    }
    bool isEmpty() const { return events.empty() && !vocabulary && milestones.empty(); }
    RecordChange inverted() const; // from last to first
    bool operator==(const RecordChange&) const = default;
};

} // namespace interdict
