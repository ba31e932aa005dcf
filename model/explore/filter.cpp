// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/explore/filter.h"

#include <limits>

namespace interdict {

DayInterval Period::days() const
{
    return {from ? from->interval().first : std::numeric_limits<Day>::min(),
            to ? to->interval().last : std::numeric_limits<Day>::max()};
}

} // namespace interdict
