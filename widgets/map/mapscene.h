// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the map shows of a workspace, kept between frames and made anew only where it changed: the joined
// places, the facts, the classes. Knows no widget; the view tells it what changed and asks for a layout.
#pragma once

#include "model/workspace.h"
#include "widgets/map/mapcard.h"
#include "widgets/map/maplayout.h"

namespace interdict {

class MapScene
{
public:
    MapScene(const Workspace& workspace, const MapGeometry& geometry); // both outlive it

    // Each returns at once; the work is done when something is asked.
    void forgetPlaces() { m_placesKnown = m_factsKnown = m_classesKnown = false; }
    void forgetFacts() { m_factsKnown = m_classesKnown = false; }
    void setMode(MapMode mode);
    MapMode mode() const { return m_mode; }

    const MapGeometry& geometry() const { return m_geometry; }
    const MapPlaces& places() const;
    const RecordFacts& facts() const;
    const MapClasses& classes() const;
    PlaceStory story() const;
    // Valid until the scene is told of a change.
    MapInput input(const MapViewport& viewport, double ratio, const TextWidth& textWidth,
                   double lineHeight) const;

    // Shapes to outline: of the places that the filter names and of selected events, where they are shown.
    std::vector<std::uint32_t> outlined(const MapLayout& layout, const MapInput& input) const;
    // What "zoom to selection" shows: the selected events' places, else the filter's, else those of the
    // result.
    std::optional<MapBox> boxOfInterest() const;
    QString name(const QString& code) const { return m_workspace.gazetteer().name(code); }

private:
    QStringList placesOfInterest() const;

    const Workspace& m_workspace;
    const MapGeometry& m_geometry;
    MapMode m_mode = MapMode::StrictestInForce;
    mutable bool m_placesKnown = false;
    mutable bool m_factsKnown = false;
    mutable bool m_classesKnown = false;
    mutable MapPlaces m_places;
    mutable RecordFacts m_facts;
    mutable MapClasses m_classes;
};

} // namespace interdict
