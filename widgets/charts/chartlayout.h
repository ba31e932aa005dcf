// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything of a chart stands, in px: plot, boxes of the marks, ticks and labels. Pure: compared as
// text in tests, hit by the pointer, drawn by the painter.
#pragma once

#include "model/analysis/chart.h"
#include "widgets/theme/textwidth.h"

#include <QRectF>

class QLocale;

namespace interdict {

inline constexpr double nameIndent = 10;                      // px, of a line's name after its colour
inline constexpr double milestoneSize = 9, milestoneRise = 7; // px; its middle above the plot

struct ChartBox // of a mark
{
    QRectF whole;   // of a line: the step itself, as high as the pen
    QRectF certain; // the part that no partial date puts in doubt; may be empty
};

struct ChartLabel
{
    enum class Role : std::uint8_t { Tick, Title, Value, Series, Milestone };
    Role role = Role::Tick;
    QRectF rect;
    Qt::Alignment alignment = Qt::AlignLeft;
    QString text;
    int series = -1; // whose colour it has
};

struct ChartLayout
{
    QSizeF size;
    QRectF plot;
    bool isHorizontal = false;      // bars run to the right
    bool isLines = false;           // steps without an area
    std::uint32_t greatest = 1;     // at the end of the axis of values
    std::vector<ChartBox> boxes;    // by mark
    std::vector<double> valueGrid;  // px, of the ticks of values
    std::vector<double> placeGrid;  // of days
    std::vector<double> milestones; // x by milestone
    std::vector<ChartLabel> labels;

    // The mark under a point, or the nearest line within reach.
    std::optional<std::size_t> markAt(QPointF point) const;
    std::optional<std::size_t> milestoneAt(QPointF point) const;
    QString toText() const;
};

// `lineHeight`: of the font that textWidth measures.
ChartLayout layoutChart(const ChartData& chart, QSizeF size, const TextWidth& textWidth, double lineHeight,
                        const QLocale& locale);

} // namespace interdict
