// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole record by month, as a draw list: all events and the result as bars, year ticks, milestones, the
// days that the timeline shows, and the brush that stands for the filter's period. Pure, as TimelineLayout
// is.
#pragma once

#include "model/explore/filter.h"
#include "widgets/timeline/timescale.h"

#include <QLocale>
#include <QRectF>

#include <span>

namespace interdict {

struct OverviewInput
{
    int firstMonth = 0; // a monthIndex(): of both lists
    std::span<const std::uint32_t> totals;
    std::span<const std::uint32_t> result;
    std::span<const Day> milestones;
    Day today = 0;
    std::optional<Period> period;
    double visibleFirst = 0, visibleLast = 0; // days that the timeline shows; equal: nothing
    double left = 0;
    QSizeF size;
    TextWidth textWidth;
    QLocale locale;
};

struct MonthBar
{
    QRectF total, result;
};

class OverviewLayout
{
public:
    static constexpr double axisHeight = 22; // below the bars

    OverviewLayout() = default;
    explicit OverviewLayout(const OverviewInput& input);

    const TimeScale& scale() const { return m_scale; }
    QSizeF size() const { return m_size; }
    QRectF plotRect() const; // of the bars
    const std::vector<MonthBar>& bars() const { return m_bars; }
    const std::vector<Tick>& ticks() const { return m_ticks; }
    const std::vector<double>& milestones() const { return m_milestones; } // x
    const std::optional<QRectF>& frame() const { return m_frame; }         // what the timeline shows
    const std::optional<QRectF>& brush() const { return m_brush; }         // the period

    enum class Part : std::uint8_t { Outside, LeftEdge, RightEdge, Brush };
    Part hitTest(double x) const;

    // The period that a brush over these x stands for: whole months where days are too narrow to be meant,
    // else days.
    Period periodAt(double from, double to) const;
    // The period moved by so many pixels; its length in days, or in months where it is of months, stays.
    Period moved(const Period& period, double pixels) const;
    Period withEdge(const Period& period, bool leftEdge, double x) const;
    bool snapsToMonths() const;

    QString toText() const;

private:
    void layOutBars(const OverviewInput& input);
    QRectF rectOf(double first, double last) const;
    Day dayAt(double x) const;
    PartialDate dateAt(double x) const;

    QSizeF m_size;
    TimeScale m_scale;
    DayInterval m_days; // the record's
    std::vector<MonthBar> m_bars;
    std::vector<Tick> m_ticks;
    std::vector<double> m_milestones;
    std::optional<QRectF> m_frame, m_brush;
};

} // namespace interdict
