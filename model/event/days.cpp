// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/event/days.h"

#include <algorithm>

namespace interdict {

namespace {
const Date epoch(1970, 1, 1);
const Day earliest = static_cast<Day>((Date(1400, 1, 1) - epoch).days());
const Day latest = static_cast<Day>((Date(9999, 12, 31) - epoch).days());
} // namespace

Day toDay(const Date& date)
{
    return static_cast<Day>((date - epoch).days());
}

Date toDate(Day day)
{
    return epoch + boost::gregorian::days(std::clamp(day, earliest, latest));
}

Day dayOf(int year, int month, int day)
{
    return toDay(Date(static_cast<unsigned short>(year), static_cast<unsigned short>(month),
                      static_cast<unsigned short>(day)));
}

int monthIndex(Day day)
{
    const auto ymd = toDate(day).year_month_day();
    return (static_cast<int>(ymd.year) - 1970) * 12 + static_cast<int>(ymd.month) - 1;
}

Day monthStart(Day day, int months)
{
    const int index = monthIndex(day) + months;
    const int year = 1970 + (index >= 0 ? index / 12 : -((11 - index) / 12));
    return dayOf(std::clamp(year, 1400, 9999), index - (year - 1970) * 12 + 1, 1);
}

Day localToday()
{
    return toDay(boost::gregorian::day_clock::local_day());
}

} // namespace interdict
