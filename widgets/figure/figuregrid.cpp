// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/figuregrid.h"

#include <algorithm>
#include <cmath>

namespace interdict {

namespace {

constexpr double readableWidth = 13; // font sizes; a narrower panel is the last choice
constexpr double readableHeight = 6;
constexpr double likedWidth = 22;   // font sizes, where there is no height to fill
constexpr double likedAspect = 1.6; // of panels that take any

// The width that a panel makes use of, in a cell of this size.
double useOf(QSizeF panel, const std::function<double(double)>& heightFor, bool keepsAspect)
{
    if (!keepsAspect)
        return std::min(panel.width(), panel.height() * likedAspect);
    // heightFor() grows with the width: the largest width that still fits.
    double fits = 0;
    double tooWide = panel.width();
    if (heightFor(tooWide) <= panel.height())
        return tooWide;
    for (int i = 0; i < 24; ++i) {
        const double middle = (fits + tooWide) / 2;
        (heightFor(middle) <= panel.height() ? fits : tooWide) = middle;
    }
    return fits;
}

} // namespace

FigureGrid gridFor(int panels, QSizeF room, double fontSize, double titleHeight,
                   const std::function<double(double width)>& heightFor, bool keepsAspect)
{
    FigureGrid best;
    const int count = std::max(panels, 1);
    bool isBestReadable = false;
    for (int columns = 1; columns <= count; ++columns) {
        FigureGrid grid;
        grid.columns = columns;
        grid.rows = (count + columns - 1) / columns;
        grid.gap = count > 1 ? fontSize * 1.2 : 0;
        const double width = std::max(1.0, (room.width() - (columns - 1) * grid.gap) / columns);
        const double height = room.height() > 0
                                  ? std::max(1.0, (room.height() - (grid.rows - 1) * grid.gap) / grid.rows)
                                  : std::ceil(heightFor(width)) + titleHeight;
        grid.cell = {width, height};
        grid.usedWidth = useOf({width, std::max(1.0, height - titleHeight)}, heightFor, keepsAspect);
        const bool isReadable = keepsAspect || (width >= readableWidth * fontSize &&
                                                height - titleHeight >= readableHeight * fontSize);
        // Without a height to fill, wide panels win: two columns where they are readable.
        const bool isBetter =
            room.height() > 0 ? grid.usedWidth > best.usedWidth + 0.5 : isReadable && columns <= 3;
        const bool isFirstReadable = isReadable && !isBestReadable && room.height() > 0;
        if (columns == 1 || isFirstReadable || (isBetter && isReadable == isBestReadable)) {
            best = grid;
            isBestReadable = isReadable;
        }
    }
    // Panels that keep their aspect stand close together; what is left over is at the page's foot.
    if (keepsAspect && best.usedWidth > 0)
        best.cell.setHeight(std::min(best.cell.height(), std::ceil(heightFor(best.usedWidth)) + titleHeight));
    return best;
}

} // namespace interdict
