// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as people type them, read into partial dates: "2025-01-30", "30.1.2025", "30 January 2025",
// "Jan 30, 2025", "Jan 2025", "January 2025", "1/2025", "2025-01", "Q1 2025", "2025Q1", "2025". Names of
// months in English and in the locale's language, short or long, letter case and accents aside.
#pragma once

#include "model/event/partialdate.h"

namespace interdict {

enum class DateOrder : std::uint8_t { DayMonthYear, MonthDayYear, YearMonthDay };

struct DateReading
{
    std::optional<PartialDate> date;
    // The other date that the text could mean under another order (1/2/2025); nothing where it is clear.
    std::optional<PartialDate> otherwise;
    QString problem; // in words, where there is no date: "There is no 30 February.", "Not a date: …"
};

DateOrder dateOrderOf(const QLocale& locale); // from its short date format
// Text of numbers alone with an ambiguous order is read in `order`. Empty text has neither date nor problem.
DateReading readDate(const QString& text, const QLocale& locale, DateOrder order);

} // namespace interdict
