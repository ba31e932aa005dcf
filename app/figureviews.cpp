// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figureviews.h"

#include "model/explore/filtertext.h"
#include "model/map/projection.h"
#include "model/workspace.h"
#include "widgets/charts/chartpanel.h"
#include "widgets/charts/chartview.h"
#include "widgets/detail/eventcard.h"
#include "widgets/map/mappanel.h"
#include "widgets/map/mapview.h"
#include "widgets/matrix/matrixpanel.h"
#include "widgets/matrix/matrixview.h"
#include "widgets/table/eventtable.h"
#include "widgets/timeline/timelinepanel.h"

#include <QCoreApplication>

#include <cmath>

namespace interdict {

namespace {

struct KindOfView
{
    const QWidget* view;
    FigureKind kind;
};

FigureKind kindInFocus(const FigureViews& views, const QWidget* focus)
{
    const KindOfView all[] = {{&views.map, FigureKind::Map},
                              {&views.timeline, FigureKind::Timeline},
                              {&views.table, FigureKind::Table},
                              {&views.chart, FigureKind::Chart},
                              {&views.matrix, FigureKind::Matrix}};
    if (focus && views.workspace.current() && (focus == &views.card || views.card.isAncestorOf(focus)))
        return FigureKind::Card;
    for (const KindOfView& each : all)
        if (focus && (each.view == focus || each.view->isAncestorOf(focus)) && each.view->isVisible())
            return each.kind;
    for (const KindOfView& each : all)
        if (each.view->isVisible())
            return each.kind;
    return FigureKind::Timeline;
}

// The degrees that the edges of what is shown stand for; what lies outside the map's outline is its edge.
GeoBox degreesOf(const MapBox& box)
{
    const double middleX = (double(box.left) + double(box.right)) / 2;
    const double middleY = (double(box.bottom) + double(box.top)) / 2;
    const auto latitude = [middleX](double y, double outside) {
        const auto place = equalearth::inverse({middleX, y});
        return place ? place->lat : outside;
    };
    const auto longitude = [middleY](double x, double outside) {
        const auto place = equalearth::inverse({x, middleY});
        return place ? place->lon : outside;
    };
    return {longitude(box.left, -180), latitude(box.bottom, -90), longitude(box.right, 180),
            latitude(box.top, 90)};
}

DayInterval daysOf(const TimeScale& scale)
{
    return {static_cast<Day>(std::floor(scale.first())), static_cast<Day>(std::ceil(scale.last())) - 1};
}

void showTimeline(TimelinePanel& panel, const FigureSpec& spec)
{
    panel.view().setLaneBy(spec.lanes);
    panel.view().setColourBy(spec.colours);
    if (spec.extent == FigureExtent::Visible && spec.days)
        panel.view().showWindow(spec.days->first, double(spec.days->last) + 1);
    else
        panel.view().fit();
}

void showMap(MapPanel& panel, const FigureSpec& spec)
{
    panel.view().setMode(spec.mapMode);
    if (spec.extent == FigureExtent::Visible && spec.box)
        panel.view().zoomTo(planeBox(*spec.box));
    else
        panel.view().fitWorld();
}

} // namespace

FigureSpec specOnScreen(const FigureViews& views, const QWidget* focus)
{
    FigureSpec spec;
    spec.kind = kindInFocus(views, focus);
    spec.lanes = views.timeline.view().laneBy();
    spec.colours = views.timeline.view().colourBy();
    spec.days = daysOf(views.timeline.view().scale());
    spec.mapMode = views.map.view().mode();
    spec.box = degreesOf(views.map.view().viewport().visible());
    spec.chart = views.chart.view().spec();
    spec.matrix = views.matrix.view().spec();
    if (const auto row = views.workspace.current())
        spec.event = views.workspace.brief(*row).uid;
    return spec;
}

Result<void> showAgain(const FigureViews& views, const FigureSpec& spec)
{
    Workspace& workspace = views.workspace;
    const auto filter = parseFilter(spec.filter, workspace.vocabulary(), workspace.gazetteer());
    if (!filter)
        return failure(Error::Kind::BadInput,
                       QCoreApplication::translate("Figuring",
                                                   "The figure's filter “%1” means nothing in this data set: "
                                                   "%2. Open the data set that it was made of.")
                           .arg(spec.filter, filter.error().message()));
    workspace.setFilter(*filter);
    if (spec.asOf)
        workspace.setAsOf(*spec.asOf);
    views.reveal(spec.kind == FigureKind::Card ? QStringLiteral("card") : keyOf(figureKinds(), spec.kind));
    switch (spec.kind) {
    case FigureKind::Timeline:
        showTimeline(views.timeline, spec);
        break;
    case FigureKind::Map:
        showMap(views.map, spec);
        break;
    case FigureKind::Matrix:
        views.matrix.view().setSpec(spec.matrix);
        break;
    case FigureKind::Card:
        if (const auto row = workspace.rowOf(spec.event))
            workspace.select(*row);
        break;
    case FigureKind::Chart:
        views.chart.view().setSpec(spec.chart);
        break;
    case FigureKind::Table:
        break;
    }
    return {};
}

} // namespace interdict
