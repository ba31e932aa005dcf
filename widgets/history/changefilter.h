// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which steps of the record's history are asked for, as a plain value; and what a step did to its events.
#pragma once

#include "model/edit/eventfields.h"
#include "model/store/dataset.h"

namespace interdict {

class Workspace;

// No value means any.
struct ChangeFilter
{
    std::optional<QString> editor;
    std::optional<PartialDate> from, to; // days of this place's clock, both included
    std::optional<EventField> field;     // of edits; what adds or deletes an event changes no single field
    QString text;                        // words of the step's name, letter case aside
    bool isEmpty() const { return text.isEmpty() && !editor && !from && !to && !field; }
    bool operator==(const ChangeFilter&) const = default;
};

// Tells whether a step passes, the field aside: that needs its revisions. Prepared once for many steps.
class StepTest
{
public:
    explicit StepTest(const ChangeFilter& filter);
    bool passes(const ChangeStep& step) const;

private:
    std::optional<QString> m_editor;
    QString m_first, m_end; // UTC, as stamps are written, so that they compare as texts; empty: open
    QStringList m_words;
};

// The moment at which a day begins by this place's clock: UTC, as stamps are written.
QString beginOf(Day day);

// An event that a step changed.
struct StepEvent
{
    QString uid;                    // empty: an entry of the vocabulary
    QString title;                  // or what entry it is
    std::vector<EventField> fields; // of an edit
    QString changed;                // in words
};
// At most `most` of them; a step may be the import of a hundred thousand.
Result<std::vector<StepEvent>> eventsOf(const Workspace& workspace, std::int64_t step, int most);
// Puts what the step did to the vocabulary before them.
void addVocabulary(std::vector<StepEvent>& events, const Workspace& workspace, std::int64_t step);

} // namespace interdict
