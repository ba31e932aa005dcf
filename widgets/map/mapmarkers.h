// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Marks for places too small to be seen, and the European Union's own: moved apart where they would overlap.
#pragma once

#include "widgets/map/maplayout.h"

namespace interdict {

// Places with events under the filter whose shape covers less than a few pixels. layout: divided countries
// are known.
std::vector<MapMarker> layoutMarkers(const MapLayout& layout, const MapInput& input);
// The mark that a pixel hits, the nearest one; null where there is none within reach.
const MapMarker* markerAt(const std::vector<MapMarker>& markers, QPointF pixel);

} // namespace interdict
