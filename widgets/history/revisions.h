// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an event's revisions say, as functions of plain values: what each of them changed, two states side by
// side, and the changes that go back to one or take one out of what came after it.
#pragma once

#include "model/edit/eventchange.h"
#include "model/edit/worddiff.h"
#include "model/store/dataset.h"

#include <functional>
#include <span>

class QLocale;

namespace interdict {

// An event's revisions, oldest first, as the store gives them; the last one is the present.
using Revisions = std::span<const Revision>;

// What revision `at` did: "Title, Summary", "Added", "First record", "Deleted", "Brought back".
QString changeWords(Revisions revisions, std::size_t at);
QString changeWords(const std::optional<Event>& before, const std::optional<Event>& after);

// A stamp's time, for people: the clock of this place, by locale. As stored where it is no time.
QString timeText(const QString& utc, const QLocale& locale);

// A field of two states. Before holds what is the same or was removed, after what is the same or was added.
struct FieldRow
{
    EventField field = EventField::Title;
    std::vector<WordPiece> before, after;
    bool isChanged = false;
    bool operator==(const FieldRow&) const = default;
};
// Of all fields, or of those that differ. Where one state is none (added, deleted), all that the other holds.
std::vector<FieldRow> compareStates(const std::optional<Event>& before, const std::optional<Event>& after,
                                    const Vocabulary& vocabulary, const Gazetteer& gazetteer,
                                    const QLocale& locale, bool allFields);
QString joined(std::span<const WordPiece> pieces);
// For ears and the clipboard: "a [removed: b] c".
QString marked(std::span<const WordPiece> pieces);

// From the present to the content of revision `at`, a deleted event brought back. Nothing where the revision
// is a deletion, or the present holds the same.
std::optional<EventChange> restoration(Revisions revisions, std::size_t at);

// Out of the present what revision `at` changed, later changes kept.
struct TakeBack
{
    std::optional<EventChange> change; // nothing: there is nothing left to take back
    std::vector<EventField> taken;
    std::vector<EventField> conflicts; // changed again later: left as they are now
};
TakeBack takeBack(Revisions revisions, std::size_t at);

// Takes relations to events that are gone out of `event`; the uids of those events.
QStringList dropLostRelations(Event& event, const std::function<bool(const QString& uid)>& exists);

QString labelsOf(std::span<const EventField> fields); // "Title, Summary"

} // namespace interdict
