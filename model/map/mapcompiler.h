// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the map's source (TopoJSON) into the compiled form that mapgeometry.h reads: projected, its arcs
// sorted by what they separate, and thinned to levels of detail in one topology, so that neighbours keep
// fitting.
#pragma once

#include "model/error.h"

#include <QByteArray>

namespace interdict {

Result<QByteArray> compileMap(const QByteArray& topojson);

} // namespace interdict
