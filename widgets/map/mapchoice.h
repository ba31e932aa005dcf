// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a click on a place changes the filter, and which countries a filter and a selection mean.
#pragma once

#include "model/explore/columns.h"
#include "model/explore/filter.h"

#include <span>

namespace interdict {

// Alone: the place replaces the Country facet's any-of choice, or clears it where it is all of it.
// Otherwise it is added to it or taken out of it. A place that is chosen is no longer excluded.
Filter withPlaceChosen(const Filter& filter, const QString& place, bool alone);

// Places that the filter asks for, by code.
QStringList chosenPlaces(const Filter& filter);
// The countries whose subdivisions are meant: a chosen country's, a chosen subdivision's, a selected event's.
QStringList countriesToDivide(const Filter& filter, const Columns& columns, std::span<const Row> selection);
// The places of rows, each once, in their order.
QStringList placesOf(const Columns& columns, std::span<const Row> rows);

} // namespace interdict
