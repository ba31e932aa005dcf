// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Many overlapping intervals as few disjoint ones: at each day the strictest style that lasts then. So a lane
// of a hundred thousand events is drawn with as many rectangles as there are changes.
#pragma once

#include "widgets/timeline/timelinelanes.h"

namespace interdict {

class StretchUnion
{
public:
    void add(const RowSpan& span);
    // Disjoint and ascending; neighbours differ. Styles with a smaller number are stricter. A day on which
    // the strictest style lasts only possibly is uncertain, even where a weaker one lasts certainly.
    std::vector<Stretch> strictest();

private:
    struct Interval
    {
        Day from, end;
    };
    // By twice the style's number, plus one for what is certain.
    std::vector<std::vector<Interval>> m_intervals;
    void add(const Stretch& stretch);
    void unite(std::vector<Interval>& intervals);
};

} // namespace interdict
