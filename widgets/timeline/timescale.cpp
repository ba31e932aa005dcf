// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timescale.h"

#include "model/event/localedate.h"

#include "model/event/partialdate.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace interdict {

namespace {

// What Boost's calendar holds, less a decade on either side so that ticks may look past the edges.
const Day calendarFirst = dayOf(1410, 1, 1);
const Day calendarLast = dayOf(9989, 12, 31);

enum class Unit : std::uint8_t { Day, Week, Month, Year };

struct Step
{
    Unit unit;
    int count;
    double days; // at least so many days lie between two ticks
    Unit minorUnit;
    int minorCount; // 0: no lines between
    double minorDays;
    const char* widest; // a label that is as wide as they come, apart from the major ones
};

constexpr std::array steps{
    Step{Unit::Day, 1, 1, Unit::Day, 0, 0, "30"},
    Step{Unit::Week, 1, 7, Unit::Day, 1, 1, "30 Mmm"},
    Step{Unit::Month, 1, 28, Unit::Week, 1, 7, "Mmm"},
    Step{Unit::Month, 3, 90, Unit::Month, 1, 28, "Mmm"},
    Step{Unit::Year, 1, 365, Unit::Month, 3, 90, "0000"},
    Step{Unit::Year, 2, 730, Unit::Year, 1, 365, "0000"},
    Step{Unit::Year, 5, 1826, Unit::Year, 1, 365, "0000"},
    Step{Unit::Year, 10, 3652, Unit::Year, 5, 1826, "0000"},
};

constexpr double labelRoom = 14; // px that a label keeps from the next tick's label
constexpr double minorRoom = 7;  // px between minor lines
constexpr double weekdayRoom = 60;

const Step& stepFor(double pixelsPerDay, const TextWidth& textWidth)
{
    for (const Step& step : steps) {
        if (step.days * pixelsPerDay >=
            textWidth(QLatin1String(step.widest)) + TimeScale::labelGap + labelRoom)
            return step;
    }
    return steps.back();
}

int floorMod(int a, int b)
{
    return ((a % b) + b) % b;
}

int weekday(Day day) // Monday is 1, as in QLocale; 1970-01-01 was a Thursday
{
    return floorMod(day + 3, 7) + 1;
}

Day floorTo(Unit unit, int count, Day day, const QLocale& locale)
{
    switch (unit) {
    case Unit::Day:
        return day;
    case Unit::Week:
        return day - floorMod(weekday(day) - static_cast<int>(locale.firstDayOfWeek()), 7);
    case Unit::Month:
        return monthStart(day, -floorMod(monthIndex(day), count));
    case Unit::Year:
        return monthStart(day, -floorMod(monthIndex(day) + 1970 * 12, 12 * count));
    }
    return day;
}

Day next(Unit unit, int count, Day day)
{
    switch (unit) {
    case Unit::Day:
        return day + count;
    case Unit::Week:
        return day + 7 * count;
    case Unit::Month:
        return monthStart(day, count);
    case Unit::Year:
        return monthStart(day, 12 * count);
    }
    return day + 1;
}

// Whether a tick is the first of its greater unit: the month among days and weeks, the year among months.
bool beginsGreater(const Step& step, Day day)
{
    const auto ymd = toDate(day).year_month_day();
    switch (step.unit) {
    case Unit::Day:
        return ymd.day == 1;
    case Unit::Week:
        return ymd.day <= 7;
    case Unit::Month:
        return ymd.month == 1;
    case Unit::Year:
        return false;
    }
    return false;
}

QString dayAndMonth(int day, int month, const QLocale& locale)
{
    return localeDate(locale, std::nullopt, month, day, true);
}

QString plainLabel(const Step& step, Day day, const QLocale& locale, double pixelsPerDay)
{
    const auto ymd = toDate(day).year_month_day();
    switch (step.unit) {
    case Unit::Day:
        return pixelsPerDay < weekdayRoom
                   ? QString::number(ymd.day)
                   : QStringLiteral("%1 %2").arg(locale.dayName(weekday(day), QLocale::ShortFormat),
                                                 QString::number(ymd.day));
    case Unit::Week:
        return QString::number(ymd.day);
    case Unit::Month:
        return locale.standaloneMonthName(ymd.month, QLocale::ShortFormat);
    case Unit::Year:
        return QString::number(ymd.year);
    }
    return {};
}

// With everything that the tick's own unit leaves unsaid; the first label on screen is such a one.
QString fullLabel(const Step& step, Day day, const QLocale& locale)
{
    const auto ymd = toDate(day).year_month_day();
    switch (step.unit) {
    case Unit::Day:
    case Unit::Week:
        return displayDay(day, locale, true);
    case Unit::Month:
        return PartialDate::ofMonth(ymd.year, ymd.month)->display(locale, true);
    case Unit::Year:
        return QString::number(ymd.year);
    }
    return {};
}

QString majorLabel(const Step& step, Day day, const QLocale& locale)
{
    const auto ymd = toDate(day).year_month_day();
    if (step.unit == Unit::Month || ymd.month == 1)
        return fullLabel(step, day, locale);
    return dayAndMonth(ymd.day, ymd.month, locale);
}

// Major labels come first, then the first label on screen, then the others; what touches a better one goes.
void thinLabels(std::vector<Tick>& ticks, const TextWidth& textWidth)
{
    double limit = std::numeric_limits<double>::max(); // the left end of the next better label
    for (auto tick = ticks.rbegin(); tick != ticks.rend(); ++tick) {
        const double end = tick->x + TimeScale::labelGap + textWidth(tick->label) + TimeScale::labelGap;
        if (tick->level == Tick::Level::Major)
            limit = tick->x;
        else if (end > limit)
            tick->label.clear();
    }
    double taken = std::numeric_limits<double>::lowest();
    for (Tick& tick : ticks) {
        if (tick.label.isEmpty())
            continue;
        if (tick.x < taken && tick.level != Tick::Level::Major)
            tick.label.clear();
        else
            taken = tick.x + 2 * TimeScale::labelGap + textWidth(tick.label);
    }
}

} // namespace

TimeScale::TimeScale(double left, double width, double first, double span)
    : m_left(left)
    , m_width(std::max(width, 1.0))
    , m_span(std::clamp(span, shortestSpan, longestSpan))
{
    m_first = std::clamp(first, double(calendarFirst), double(calendarLast) + 1 - m_span);
}

TimeScale TimeScale::fit(DayInterval days, double left, double width, double margin)
{
    const double room = std::max(width - 2 * margin, 1.0);
    const double wanted =
        std::max(double(days.last) - days.first + 1, shortestSpan * room / std::max(width, 1.0));
    const double span = std::min(wanted * std::max(width, 1.0) / room, longestSpan);
    const double middle = (double(days.first) + days.last + 1) / 2;
    return {left, width, middle - span / 2, span};
}

TimeScale TimeScale::zoomed(double factor, double x) const
{
    const double span = std::clamp(m_span / factor, shortestSpan, longestSpan);
    const double first = dayAt(x) - (x - m_left) * span / m_width;
    return {m_left, m_width, first, span};
}

TimeScale TimeScale::panned(double pixels) const
{
    return {m_left, m_width, m_first - pixels / pixelsPerDay(), m_span};
}

TimeScale TimeScale::placed(double left, double width) const
{
    return {left, width, m_first, m_span};
}

TimeScale TimeScale::towards(const TimeScale& other, double t) const
{
    if (t >= 1)
        return other;
    const double ratio = other.m_span / m_span;
    const double span = m_span * std::pow(ratio, t);
    // The day that both scales show at one place is the zoom's centre; it stays there on the way.
    const double share = std::abs(ratio - 1) < 1e-9 ? t : (span - m_span) / (other.m_span - m_span);
    return {other.m_left, other.m_width, m_first + (other.m_first - m_first) * share, span};
}

std::vector<Tick> TimeScale::ticks(const QLocale& locale, const TextWidth& textWidth) const
{
    const Step& step = stepFor(pixelsPerDay(), textWidth);
    const bool minor = step.minorCount > 0 && step.minorDays * pixelsPerDay() >= minorRoom;
    const Day from = static_cast<Day>(std::floor(m_first));
    const double end = last();
    std::vector<Tick> result;
    bool first = true;
    for (Day day = floorTo(step.unit, step.count, from, locale); day < end;) {
        const Day following = next(step.unit, step.count, day);
        if (xOf(day) >= m_left) {
            const bool major = beginsGreater(step, day);
            result.push_back({day, xOf(day), major ? Tick::Level::Major : Tick::Level::Plain,
                              first   ? fullLabel(step, day, locale)
                              : major ? majorLabel(step, day, locale)
                                      : plainLabel(step, day, locale, pixelsPerDay())});
            first = false;
        }
        if (minor) {
            // Weeks do not begin with months, so the first line after a tick is looked for, not counted.
            Day line = floorTo(step.minorUnit, step.minorCount, day, locale);
            for (; line < following; line = next(step.minorUnit, step.minorCount, line)) {
                if (line > day && xOf(line) >= m_left && line < end)
                    result.push_back({line, xOf(line), Tick::Level::Minor, {}});
            }
        }
        day = following;
    }
    thinLabels(result, textWidth);
    for (Tick& tick : result) {
        if (tick.x + labelGap + textWidth(tick.label) > right())
            tick.label.clear();
    }
    return result;
}

} // namespace interdict
