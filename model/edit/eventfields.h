// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of an event as one table: forms, comparisons, merges, histories and tables of import and export
// agree because all look here. A field that belongs together (the sources, the relations) is one field.
#pragma once

#include "model/event/event.h"

#include <span>

class QLocale;

namespace interdict {

class Gazetteer;
class Vocabulary;

enum class EventField : std::uint8_t {
    Title,
    Start,
    End,
    Country,
    Subdivision,
    Authority,
    Platforms,
    Concerns,
    Measure,
    Scope,
    Status,
    Confidence,
    Summary,
    Note,
    Relations,
    Sources,
    Review,
    Comments
};
inline constexpr int eventFieldCount = 18;

struct EventFieldInfo
{
    EventField field;
    const char* key; // as in JSON Lines and the header of CSV: "title", "date", "end_date", …
    bool (*equal)(const Event&, const Event&);
    void (*copy)(const Event& from, Event& to);
};

std::span<const EventFieldInfo> eventFields(); // in the order of the enumeration, which is the form's
const EventFieldInfo& info(EventField field);
QString fieldLabel(EventField field); // translated: "Title", "Start", "Jurisdiction", …
std::optional<EventField> eventFieldFromKey(QStringView key);

// The field's value for people: labels instead of codes, dates by locale, one source or relation a line.
// Empty where nothing is known.
QString fieldText(const Event& event, EventField field, const Vocabulary& vocabulary,
                  const Gazetteer& gazetteer, const QLocale& locale);

} // namespace interdict
