// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a TopoJSON topology (version 1 of its specification): arcs shared by the shapes of several objects.
// Only what the bundled map needs: quantised arcs, polygons and lines, codes and countries as properties.
#pragma once

#include "model/error.h"
#include "model/map/projection.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace interdict {

struct Topology
{
    using Line = std::vector<Degrees>;
    struct Ring
    {
        std::vector<int> arcs; // one after the other; ~n is arc n backwards
        bool outer = true;     // begins a part of its shape; else a hole in the part before it
    };
    struct Shape
    {
        QString code;            // property "code", or "name" where there is none
        QString country;         // property "country"
        std::vector<Ring> rings; // of all its parts; of lines: the lines
    };
    std::vector<Line> arcs;
    std::vector<Shape> countries, subdivisions, lakes, disputedBorders;
};

// The error names the object or arc that cannot be read.
Result<Topology> readTopoJson(const QByteArray& json);

} // namespace interdict
