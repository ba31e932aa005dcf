// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Meridians and parallels within a viewport, as dense as the scale asks for, and the map's outer edge.
#pragma once

#include "widgets/map/mapviewport.h"

#include <QPolygonF>

namespace interdict {

std::vector<QPolygonF> layoutGraticule(const MapViewport& viewport);

} // namespace interdict
