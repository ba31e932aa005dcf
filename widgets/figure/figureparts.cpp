// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which file makes which kind of figure.
#include "widgets/figure/figurepart.h"

namespace interdict {

Result<std::unique_ptr<FigurePart>> makeFigurePart(const FigureSpec& spec, const FigureSource& source,
                                                   const FigureStyle& style)
{
    static constexpr std::array<std::pair<FigureKind, MakeFigurePart>, 6> makers{{
        {FigureKind::Timeline, makeTimelinePart},
        {FigureKind::Map, makeMapPart},
        {FigureKind::Chart, makeChartPart},
        {FigureKind::Matrix, makeMatrixPart},
        {FigureKind::Table, makeTablePart},
        {FigureKind::Card, makeCardPart},
    }};
    return makers[static_cast<std::size_t>(spec.kind)].second(spec, source, style);
}

} // namespace interdict
