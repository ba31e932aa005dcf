// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Columns filled by hand, a line an event, for tests that need no data set.
#pragma once

#include "model/event/partialdate.h"
#include "model/explore/lasted.h"
#include "model/vocabulary/vocabulary.h"

namespace interdict::test {

struct PlainEvent
{
    QString start;
    QString end = {}; // empty: open
    QString country = QStringLiteral("IT");
    QString subdivision = {};
    QString measure = QStringLiteral("device_ban");
    QStringList platforms = {};
    QStringList concerns = {};
    std::uint8_t moreFlags = 0;
    bool inForce = true; // restricts, and of a status that is in force
};

// Three measures, strict to weak: national_block, device_ban, advisory.
inline Vocabulary plainVocabulary()
{
    Vocabulary made;
    made.add(TermKind::Measure,
             {QStringLiteral("national_block"), QStringLiteral("National block"), {}, 5, true, false, {}});
    made.add(TermKind::Measure,
             {QStringLiteral("device_ban"), QStringLiteral("Device ban"), {}, 3, true, false, {}});
    made.add(TermKind::Measure,
             {QStringLiteral("advisory"), QStringLiteral("Advisory"), {}, 1, false, false, {}});
    for (const char* concern : {"data_handling", "censorship"})
        made.add(TermKind::Concern,
                 {QLatin1String(concern), QLatin1String(concern), {}, 0, false, false, {}});
    return made;
}

inline void append(Columns& columns, const PlainEvent& event)
{
    const auto table = [&](Facet facet) -> ValueTable& {
        return columns.values[static_cast<std::size_t>(facet)];
    };
    const auto place = [&](const QString& code) {
        const int number = table(Facet::Country).add(code);
        columns.countryOf.resize(static_cast<std::size_t>(table(Facet::Country).size()));
        columns.groupsOf.resize(columns.countryOf.size(), 1); // of no bloc
        return static_cast<std::uint16_t>(number);
    };
    const auto mask = [&](Facet facet, const QStringList& values) {
        std::uint64_t bits = 0;
        for (const QString& value : values)
            bits |= 1ULL << table(facet).add(value);
        return values.isEmpty() ? 1ULL : bits;
    };
    const DayInterval start = PartialDate::parse(event.start)->interval();
    const auto end = PartialDate::parse(event.end);
    columns.id.push_back(columns.size() + 1);
    columns.startFirst.push_back(start.first);
    columns.startLast.push_back(start.last);
    columns.endFirst.push_back(end ? end->interval().first : noEnd);
    columns.endLast.push_back(end ? end->interval().last : noEnd);
    columns.flags.push_back(static_cast<std::uint8_t>(
        event.moreFlags | (event.inForce ? Columns::Restricts | Columns::WasInForce : 0)));
    const std::uint16_t country = place(event.country);
    columns.countryOf[country] = country;
    const std::uint16_t own = event.subdivision.isEmpty() ? country : place(event.subdivision);
    columns.countryOf[own] = country;
    columns.place.push_back(own);
    columns.measure.push_back(static_cast<std::uint8_t>(table(Facet::Measure).add(event.measure)));
    columns.scope.push_back(0);
    columns.status.push_back(0);
    columns.confidence.push_back(0);
    columns.review.push_back(0);
    columns.platform.bits.push_back(mask(Facet::Platform, event.platforms));
    columns.concern.bits.push_back(mask(Facet::Concern, event.concerns));
    columns.developer.bits.push_back(1);
    fillLasted(columns);
}

// The events in order of their start, as columns are.
inline Columns plainColumns(const std::vector<PlainEvent>& events)
{
    Columns columns;
    columns.countryOf.assign(1, 0);
    for (const PlainEvent& event : events)
        append(columns, event);
    return columns;
}

} // namespace interdict::test
