// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Names on the map where there is room: within the place's own box, none over another or over a mark.
#pragma once

#include "widgets/map/maplayout.h"

namespace interdict {

// layout: divided countries, fills, markers and key are known.
std::vector<MapLabel> layoutLabels(const MapLayout& layout, const MapInput& input);

} // namespace interdict
