// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Facts of an event in words, as the table and the card say them: from the columns alone, so that a million
// rows need no text from the store.
#pragma once

#include "model/event/partialdate.h"
#include "model/explore/columns.h"

class QLocale;

namespace interdict {

class Workspace;

// The partial date that an interval of days stands for, or nothing where it is none.
std::optional<PartialDate> partialDateOf(const DayInterval& days);
// "30 January 2025", "January 2025", "Q1 2025"; "3 – 9 January 2025" in full where it is no partial date.
QString intervalText(const DayInterval& days, const QLocale& locale, bool shortMonths = false);

// "12", or "31–58" where partial dates allow several; by locale.
QString dayCountText(const DayInterval& days, const QLocale& locale);

// The days for which the row had been in force by the as-of day, least and most as partial dates allow: until
// its end or the day, whichever is first. Nothing for what does not restrict, or began later.
std::optional<DayInterval> daysInForce(const Columns& columns, Row row, Day asOf);

// The end: a date, empty where open, "unknown" where the record does not know it.
QString endText(const Columns& columns, Row row, const QLocale& locale, bool shortMonths = false);

// Labels of the row's values in a facet, in the order of the vocabulary.
QStringList valueLabels(const Workspace& workspace, Facet facet, Row row);

} // namespace interdict
