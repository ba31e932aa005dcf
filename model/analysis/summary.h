// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a result amounts to, in a few numbers.
#pragma once

#include "model/explore/columns.h"

namespace interdict {

// How many different countries the rows' events lie in. The European Union's own acts count for none.
int countCountries(const Columns& columns, std::span<const Row> rows);

// How many days lie between the starts of two events: least and most, as partial dates allow. Never negative.
DayInterval daysBetweenStarts(const Columns& columns, Row a, Row b);

} // namespace interdict
