// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How much each point of a line matters, so that a line can be thinned to any level of detail.
// Source: M. Visvalingam, J. D. Whyatt, "Line generalisation by repeated elimination of points", The
// Cartographic Journal 30 (1), 1993, 46–51.
#pragma once

#include "model/map/projection.h"

#include <vector>

namespace interdict {

// By point: the area of the triangle that its removal takes from the line, never less than that of a point
// removed before it. The ends are infinite; in a closed line so are the two that matter most, so that it
// never collapses.
std::vector<double> pointWeights(const std::vector<PlanePoint>& line);

} // namespace interdict
