// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is in force on a day.
#pragma once

#include "model/explore/columns.h"

namespace interdict {

enum class InForce : std::uint8_t { No, Possibly, Certainly };

// A measure that restricts, of a status that is or was in force, whose interval holds the day. Possibly: from
// the first day of the start to before the last day of the end. Certainly: from the last day of the start to
// before the first day of the end. An open end goes on; an unknown end ends with the start's own interval,
// and such an event is never certainly in force.
InForce inForceOn(const Columns& columns, Row row, Day day);

// The days on which the row is possibly in force, last day included (noEnd where it goes on), or nothing.
std::optional<DayInterval> possiblyInForce(const Columns& columns, Row row);
// The days on which it is certainly in force, or nothing.
std::optional<DayInterval> certainlyInForce(const Columns& columns, Row row);

// How many of `rows` are possibly in force on the day.
int countInForce(const Columns& columns, std::span<const Row> rows, Day day);

} // namespace interdict
