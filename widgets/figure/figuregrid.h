// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How small multiples are placed: the number of columns that makes each panel as large as it can be.
#pragma once

#include <QSizeF>

#include <functional>

namespace interdict {

struct FigureGrid
{
    int columns = 1, rows = 1;
    QSizeF cell;          // of a panel with its title
    double gap = 0;       // between cells
    double usedWidth = 0; // of a panel, as far as it is of use to it
};

// room.height() 0: as high as wanted. keepsAspect: heightFor() is what a panel fills at a width, and more
// height is empty.
FigureGrid gridFor(int panels, QSizeF room, double fontSize, double titleHeight,
                   const std::function<double(double width)>& heightFor, bool keepsAspect);

} // namespace interdict
