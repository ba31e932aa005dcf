// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The ways to divide events. One table says of each how it is written and what it is called.
#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <optional>

namespace interdict {

enum class Facet : std::uint8_t {
    Country,  // codes of countries, subdivisions; a country's code also means its subdivisions
    Bloc,     // codes of blocs, regions and subregions: the event's country is a member
    Platform, // names; an event has one or more
    Concern,  // an event has one or more
    Measure,
    Scope,
    Status,
    Developer, // countries of the platforms' developers; an event has one or more
    Confidence,
    Duration, // how long a restriction lasted; reckoned, see lasted.h. Of partial dates there may be several
    Review    // published, submitted or draft; where nothing is chosen, what is published
};
inline constexpr int facetCount = 11;

// The value that stands for "not recorded", in every facet.
inline const QString unknownValue = QStringLiteral("unknown");

struct FacetInfo
{
    Facet facet;
    const char* key;   // in filter text: country, bloc, platform …
    const char* label; // untranslated; see facetLabel()
    bool multiValued;  // an event may have several: "all of" makes sense
};

const std::array<FacetInfo, facetCount>& facets(); // in the order of the enum, which is that of the panel
const FacetInfo& facetInfo(Facet facet);
std::optional<Facet> facetFromKey(QStringView key);
QString facetLabel(Facet facet); // translated: "Country"

} // namespace interdict
