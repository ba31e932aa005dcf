// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of a briefing: its map and its timeline, as figures of the workspace's result.
#pragma once

#include "model/briefing/briefing.h"
#include "widgets/figure/figure.h"

namespace interdict {

class BriefingPictures
{
public:
    BriefingPictures() = default; // none: a briefing without pictures
    // As wide as the text, px; none of an empty result. `vector`: see FigureStyle.
    static Result<BriefingPictures> make(const Workspace& workspace, const MapGeometry& geometry,
                                         double width, FigureTheme theme, bool vector);

    const Figure* of(BriefingPicture::Kind kind) const; // null where there is none
    // What a figure keeps free at its sides; it stands out over the text's edges by so much.
    static double margin(double width);

private:
    std::vector<std::pair<BriefingPicture::Kind, Figure>> m_figures;
};

} // namespace interdict
