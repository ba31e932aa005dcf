// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/event/partialdate.h"

#include "model/event/localedate.h"

#include <QCoreApplication>

namespace interdict {

namespace {

bool validYear(int year)
{
    return year >= 1400 && year <= 9999;
}

// Digits only: QString::toInt would also take signs and spaces.
std::optional<int> number(QStringView text)
{
    int value = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        value = value * 10 + (c.unicode() - u'0');
    }
    return text.isEmpty() || text.size() > 4 ? std::nullopt : std::optional(value);
}

} // namespace

PartialDate::PartialDate(Precision precision, int year, int month, int day)
    : m_year(static_cast<std::int16_t>(year))
    , m_month(static_cast<std::int8_t>(month))
    , m_day(static_cast<std::int8_t>(day))
    , m_precision(precision)
{
}

std::optional<PartialDate> PartialDate::ofDay(int year, int month, int day)
{
    using boost::gregorian::gregorian_calendar;
    if (!validYear(year) || month < 1 || month > 12 || day < 1 ||
        day > gregorian_calendar::end_of_month_day(static_cast<unsigned short>(year),
                                                   static_cast<unsigned short>(month)))
        return std::nullopt;
    return PartialDate(Precision::Days, year, month, day);
}

std::optional<PartialDate> PartialDate::ofMonth(int year, int month)
{
    if (!validYear(year) || month < 1 || month > 12)
        return std::nullopt;
    return PartialDate(Precision::Months, year, month, 1);
}

std::optional<PartialDate> PartialDate::ofQuarter(int year, int quarter)
{
    if (!validYear(year) || quarter < 1 || quarter > 4)
        return std::nullopt;
    return PartialDate(Precision::Quarters, year, 3 * quarter - 2, 1);
}

std::optional<PartialDate> PartialDate::ofYear(int year)
{
    return validYear(year) ? std::optional(PartialDate(Precision::Years, year, 1, 1)) : std::nullopt;
}

PartialDate PartialDate::ofDay(Day day)
{
    const auto ymd = toDate(day).year_month_day();
    return PartialDate(Precision::Days, ymd.year, ymd.month, ymd.day);
}

std::optional<PartialDate> PartialDate::parse(QStringView text)
{
    const auto year = number(text.left(4));
    if (!year || text.size() < 4 || (text.size() > 4 && text[4] != u'-'))
        return std::nullopt;
    if (text.size() == 4)
        return ofYear(*year);
    if (text.size() == 7 && text[5] == u'Q') {
        const auto quarter = number(text.mid(6));
        return quarter ? ofQuarter(*year, *quarter) : std::nullopt;
    }
    const auto month = number(text.mid(5, 2));
    if (!month || (text.size() != 7 && text.size() != 10))
        return std::nullopt;
    if (text.size() == 7)
        return ofMonth(*year, *month);
    const auto day = number(text.mid(8));
    return day && text[7] == u'-' ? ofDay(*year, *month, *day) : std::nullopt;
}

QString PartialDate::text() const
{
    QString yearText = QStringLiteral("%1").arg(m_year, 4, 10, QLatin1Char('0'));
    const auto two = [](int value) { return QStringLiteral("-%1").arg(value, 2, 10, QLatin1Char('0')); };
    switch (m_precision) {
    case Precision::Days:
        return yearText + two(m_month) + two(m_day);
    case Precision::Months:
        return yearText + two(m_month);
    case Precision::Quarters:
        return yearText + QStringLiteral("-Q%1").arg((m_month + 2) / 3);
    case Precision::Years:
        return yearText;
    }
    return {};
}

QString PartialDate::display(const QLocale& locale, bool shortMonths) const
{
    switch (m_precision) {
    case Precision::Days:
        return localeDate(locale, m_year, m_month, m_day, shortMonths);
    case Precision::Months:
        return localeDate(locale, m_year, m_month, std::nullopt, shortMonths);
    case Precision::Quarters:
        return QCoreApplication::translate("PartialDate", "Q%1 %2")
            .arg(QString::number((m_month + 2) / 3), QString::number(m_year));
    case Precision::Years:
        return QString::number(m_year);
    }
    return {};
}

DayInterval PartialDate::interval() const
{
    const Day first = dayOf(m_year, m_month, m_day);
    // Year 9999 has no following month in Boost's calendar; its last day is known.
    const auto before = [first](int months) {
        return first >= dayOf(10000 - 1, 13 - months, 1) ? dayOf(9999, 12, 31)
                                                         : monthStart(first, months) - 1;
    };
    switch (m_precision) {
    case Precision::Days:
        return {first, first};
    case Precision::Months:
        return {first, before(1)};
    case Precision::Quarters:
        return {first, before(3)};
    case Precision::Years:
        return {first, before(12)};
    }
    return {first, first};
}

std::strong_ordering PartialDate::operator<=>(const PartialDate& other) const
{
    return std::tie(m_year, m_month, m_day, m_precision) <=>
           std::tie(other.m_year, other.m_month, other.m_day, other.m_precision);
}

QString displayDay(Day day, const QLocale& locale, bool shortMonths)
{
    return PartialDate::ofDay(day).display(locale, shortMonths);
}

} // namespace interdict
