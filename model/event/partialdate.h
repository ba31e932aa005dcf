// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A date known to the day, month, quarter or year. It stands for an interval of days and is never silently
// turned into the first of them.
#pragma once

#include "model/event/days.h"

#include <QString>

#include <compare>
#include <optional>

class QLocale;

namespace interdict {

class PartialDate
{
public:
    enum class Precision : std::uint8_t { Days, Months, Quarters, Years };

    // Each returns nothing where the calendar has no such date, or the year is not 1400 … 9999.
    static std::optional<PartialDate> ofDay(int year, int month, int day);
    static std::optional<PartialDate> ofMonth(int year, int month);
    static std::optional<PartialDate> ofQuarter(int year, int quarter);
    static std::optional<PartialDate> ofYear(int year);
    static PartialDate ofDay(Day day);

    // Reads the stored form: 2025-01-30, 2025-01, 2025-Q1, 2025. Nothing else, no spaces.
    static std::optional<PartialDate> parse(QStringView text);
    // Writes it; parse(text()) gives the same date back.
    QString text() const;
    // For people, in the locale's order: 30 January 2025, January 2025, Q1 2025, 2025.
    QString display(const QLocale& locale, bool shortMonths = false) const;

    Precision precision() const { return m_precision; }
    int year() const { return m_year; }
    int month() const { return m_month; } // first month meant, 1 … 12
    int day() const { return m_day; }     // first day meant, 1 … 31

    // The days it may mean: 2025-02 is 2025-02-01 … 2025-02-28.
    DayInterval interval() const;

    // By first day, then the more precise first.
    std::strong_ordering operator<=>(const PartialDate& other) const;
    bool operator==(const PartialDate& other) const = default;

private:
    PartialDate(Precision precision, int year, int month, int day);

    std::int16_t m_year;
    std::int8_t m_month;
    std::int8_t m_day;
    Precision m_precision;
};

// A day for people, by locale: 30 January 2025 (30 Jan 2025).
QString displayDay(Day day, const QLocale& locale, bool shortMonths = false);

} // namespace interdict
