// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Days as numbers, for columns and layouts, and intervals of them. The calendar itself is Boost.Date_Time's.
// No time of day and no time zone exists here.
#pragma once

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <cstdint>
#include <limits>

namespace interdict {

using Date = boost::gregorian::date;
using Day = std::int32_t; // days since 1970-01-01, proleptic Gregorian; earlier days are negative

// The end of what has no known end; compares greater than every day.
inline constexpr Day noEnd = std::numeric_limits<Day>::max();

Day toDay(const Date& date);             // date must not be special
Date toDate(Day day);                    // clamped to what Boost can hold, 1400-01-01 … 9999-12-31
Day dayOf(int year, int month, int day); // a valid civil date
// The first of the month `months` after the month of `day`; months may be negative.
Day monthStart(Day day, int months = 0);
// Months since January 1970 of the month that holds `day`.
int monthIndex(Day day);
// Today by the local clock. Only app/ asks; everything else is told.
Day localToday();

struct DayInterval // closed: both days belong to it
{
    Day first = 0;
    Day last = 0;
    bool contains(Day day) const { return first <= day && day <= last; }
    bool overlaps(const DayInterval& other) const { return first <= other.last && other.first <= last; }
    bool operator==(const DayInterval&) const = default;
};

} // namespace interdict
