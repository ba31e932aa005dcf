// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Days across a stretch of pixels, as a value: day ↔ x, zoom about a point, pan, fit, and the ticks to draw.
// A Day is a cell: it begins at xOf(day) and ends at xOf(day + 1); a thing that happened on it stands in the
// middle, xOf(day + 0.5). Knows no lanes, no widget and no clock.
#pragma once

#include "model/event/days.h"
#include "widgets/theme/textwidth.h"

#include <QString>

#include <vector>

class QLocale;

namespace interdict {

struct Tick
{
    enum class Level : std::uint8_t {
        Minor, // a line only
        Plain, // a line and, where there is room, a label
        Major, // begins a greater unit (a month among days, a year among months): stronger line and label
    };
    Day day = 0;
    double x = 0;
    Level level = Level::Plain;
    QString label; // "12", "Apr", "Jan 2025"; empty where it would touch another label
    bool operator==(const Tick&) const = default;
};

class TimeScale
{
public:
    static constexpr double shortestSpan = 3; // days across, at the closest zoom
    static constexpr double longestSpan = 50 * 365.25;
    static constexpr double labelGap = 4; // px from a tick's line to its label

    TimeScale() = default;
    // `first` is the day at `left`; `span` days fit into `width` px. Span and first are brought into their
    // limits, a width below one pixel counts as one.
    TimeScale(double left, double width, double first, double span);
    // Shows both days whole, with `margin` px free on either side.
    static TimeScale fit(DayInterval days, double left, double width, double margin = 24);

    double left() const { return m_left; }
    double right() const { return m_left + m_width; }
    double width() const { return m_width; }
    double first() const { return m_first; }
    double span() const { return m_span; }
    double last() const { return m_first + m_span; }
    double pixelsPerDay() const { return m_width / m_span; }

    double xOf(double day) const { return m_left + (day - m_first) * pixelsPerDay(); }
    double dayAt(double x) const { return m_first + (x - m_left) / pixelsPerDay(); }

    // Factor above 1 comes closer; the day at `x` stays at `x` unless the calendar ends.
    TimeScale zoomed(double factor, double x) const;
    // The content moves right by `pixels`.
    TimeScale panned(double pixels) const;
    // The same days across another stretch of pixels.
    TimeScale placed(double left, double width) const;
    // Between this and `other` by t in 0 … 1; spans change by equal ratios, so that a zoom looks even.
    TimeScale towards(const TimeScale& other, double t) const;

    // Ticks from left to right. The step comes from a table, the closest one whose labels have room; labels
    // are the locale's, and so is the first day of a week. Labels begin labelGap right of their tick and
    // never touch, nor reach beyond the right end.
    std::vector<Tick> ticks(const QLocale& locale, const TextWidth& textWidth) const;

    bool operator==(const TimeScale&) const = default;

private:
    double m_left = 0;
    double m_width = 1;
    double m_first = 0;
    double m_span = 365;
};

} // namespace interdict
