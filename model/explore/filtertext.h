// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The filter as text and back:
//   country:IT,FR -status:rejected concern:all(data_handling,transparency) bloc:EU27 begins:2025-01..2025-06
//   inforce:2025-02-10 "personal data" garant*
// Conditions are joined by "and". A facet's key takes values separated by commas (any of), all(…), or a minus
// before the key (none of); the same key may stand several times, once for each way. Values are codes or
// names, quoted where they hold spaces, commas or brackets. begins: takes a partial date, or FROM..TO with
// either end left out. Whatever has no key is searched in the text of events.
#pragma once

#include "model/error.h"
#include "model/explore/filter.h"

namespace interdict {

class Gazetteer;
class Vocabulary;

struct FilterTextError
{
    int column = 0;          // from 1, in UTF-16 units
    QString expected;        // what may stand there, for a person
    QString message() const; // "Column 9: expected …"
    bool operator==(const FilterTextError&) const = default;
};

// Text that parses back to an equal filter: facets in their order, dates, then text.
QString filterText(const Filter& filter);
// A value as it stands in filter text: quoted where it has to be.
QString writtenValue(const QString& value);
tl::expected<Filter, FilterTextError> parseFilter(const QString& text, const Vocabulary& vocabulary,
                                                  const Gazetteer& gazetteer);

// A filter in words, for titles and chips: one entry a condition, "Platform: DeepSeek or TikTok".
struct FilterCondition
{
    QString label;  // "Platform", "Begins", "In force on", "Text"
    QString value;  // "DeepSeek or TikTok", "not rejected", "Dec 2024 – Jun 2026"
    Filter without; // the filter with this condition removed
};
std::vector<FilterCondition> describeFilter(const Filter& filter, const Vocabulary& vocabulary,
                                            const Gazetteer& gazetteer);

// A value's label on screen: "Italy", "Data handling", "Unknown".
QString facetValueLabel(Facet facet, const QString& value, const Vocabulary& vocabulary,
                        const Gazetteer& gazetteer);

} // namespace interdict
