// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapscene.h"

#include "widgets/map/mapchoice.h"

namespace interdict {

MapScene::MapScene(const Workspace& workspace, const MapGeometry& geometry)
    : m_workspace(workspace)
    , m_geometry(geometry)
{
}

void MapScene::setMode(MapMode mode)
{
    m_mode = mode;
    m_classesKnown = false;
}

const MapPlaces& MapScene::places() const
{
    if (!m_placesKnown)
        m_places = MapPlaces(m_geometry, m_workspace.gazetteer(), m_workspace.columns());
    m_placesKnown = true;
    return m_places;
}

const RecordFacts& MapScene::facts() const
{
    if (!m_factsKnown)
        m_facts = collectFacts(m_workspace.columns(), m_workspace.vocabulary(), m_workspace.result(),
                               m_workspace.asOf(), m_workspace.filter());
    m_factsKnown = true;
    return m_facts;
}

const MapClasses& MapScene::classes() const
{
    if (!m_classesKnown)
        m_classes = MapClasses(m_mode, m_workspace.columns(), m_workspace.vocabulary(), facts(), QLocale());
    m_classesKnown = true;
    return m_classes;
}

PlaceStory MapScene::story() const
{
    return {m_workspace.columns(),   m_workspace.vocabulary(),
            m_workspace.gazetteer(), facts(),
            m_workspace.result(),    QLocale()};
}

MapInput MapScene::input(const MapViewport& viewport, double ratio, const TextWidth& textWidth,
                         double lineHeight) const
{
    return {m_geometry,
            m_workspace.gazetteer(),
            m_workspace.columns(),
            places(),
            facts(),
            classes(),
            countriesToDivide(m_workspace.filter(), m_workspace.columns(), m_workspace.selection()),
            viewport,
            ratio,
            textWidth,
            lineHeight};
}

std::vector<std::uint32_t> MapScene::outlined(const MapLayout& layout, const MapInput& input) const
{
    std::vector<std::uint32_t> shapes;
    const QStringList codes =
        chosenPlaces(m_workspace.filter()) + placesOf(m_workspace.columns(), m_workspace.selection());
    for (const QString& code : codes) {
        const MapPlace* place = places().find(shownPlace(layout, input, code));
        if (place && place->shape)
            shapes.push_back(m_geometry.indexOf(*place->shape));
    }
    std::sort(shapes.begin(), shapes.end());
    shapes.erase(std::unique(shapes.begin(), shapes.end()), shapes.end());
    return shapes;
}

QStringList MapScene::placesOfInterest() const
{
    if (!m_workspace.selection().empty())
        return placesOf(m_workspace.columns(), m_workspace.selection());
    const QStringList chosen = chosenPlaces(m_workspace.filter());
    return chosen.isEmpty() ? placesOf(m_workspace.columns(), m_workspace.result()) : chosen;
}

std::optional<MapBox> MapScene::boxOfInterest() const
{
    std::optional<MapBox> box;
    for (const QString& code : placesOfInterest())
        if (const MapPlace* place = places().find(code); place && place->anchor)
            box = box ? united(*box, place->home) : place->home;
    return box;
}

} // namespace interdict
