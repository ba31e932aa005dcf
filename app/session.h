// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a window needs besides itself, in one place and in the order of construction: theme, gazetteer, map
// geometry, workspace.
#pragma once

#include "model/map/mapgeometry.h"
#include "model/workspace.h"

namespace interdict {

struct Session
{
    explicit Session(Day today);

    Gazetteer gazetteer;
    MapGeometry geometry;
    Workspace workspace;
};

} // namespace interdict
