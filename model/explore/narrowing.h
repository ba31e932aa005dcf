// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Filters made narrower, as a click on a mark does: what passes the new one is exactly what passes the old
// one and has the value too.
#pragma once

#include "model/explore/filter.h"

namespace interdict {

// The rows that also have the value; unknownValue is one.
Filter narrowed(Filter filter, Facet facet, const QString& value);
// The rows that have none of the values: what a chart calls "others".
Filter narrowedToOthers(Filter filter, Facet facet, const QStringList& values);
// Of a facet with one value an event (not Country): the rows whose value is among these, which are not none.
Filter narrowedToAny(Filter filter, Facet facet, const QStringList& values);
// The rows that may begin in these days: the part of the period that lies in them. A caller counts rows that
// overlap this part, or its count is not what the filter shows; see clipped().
Filter narrowedTo(Filter filter, DayInterval days);
// The days that a period leaves of these; nothing where none. Open ends are the least and greatest Day.
std::optional<DayInterval> clipped(DayInterval days, const std::optional<Period>& period);

} // namespace interdict
