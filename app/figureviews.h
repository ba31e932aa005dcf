// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Between the window's views and a figure: what a view shows as a figure's spec, and a spec as what the views
// show.
#pragma once

#include "widgets/figure/figurespec.h"

#include <functional>

class QWidget;

namespace interdict {

class ChartPanel;
class EventCard;
class EventTable;
class MapPanel;
class MatrixPanel;
class TimelinePanel;
class Workspace;

struct FigureViews
{
    Workspace& workspace;
    TimelinePanel& timeline;
    MapPanel& map;
    ChartPanel& chart;
    MatrixPanel& matrix;
    EventTable& table;
    EventCard& card;
    std::function<void(const QString& panel)> reveal; // shows a part of the window by its name
};

// Of the view that has the focus, else the first that is seen. With the days and the part of the map on
// screen.
FigureSpec specOnScreen(const FigureViews& views, const QWidget* focus);
// Kind, filter, as-of day and the view's settings. An error where the filter means nothing here; then all
// stays as it is.
Result<void> showAgain(const FigureViews& views, const FigureSpec& spec);

} // namespace interdict
