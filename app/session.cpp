// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include "app/userdata.h"

namespace interdict {

// A program whose own resources cannot be read still opens: without names and shapes.
Session::Session(Day today)
    : gazetteer(builtInGazetteer())
    , geometry(MapGeometry::shipped().value_or(MapGeometry()))
    , workspace(gazetteer, today)
{
}

} // namespace interdict
