// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of the shipped data.
#pragma once

#include "model/map/mapgeometry.h"
#include "tests/support/starter.h"
#include "widgets/figure/figurefile.h"

namespace interdict::test {

inline const MapGeometry& shippedMap()
{
    static const MapGeometry geometry = MapGeometry::shipped().value();
    return geometry;
}

// Of the workspace as it stands. Errors are told by QVERIFY of what comes out empty.
inline Result<Figure> madeFigure(const Workspace& workspace, const FigureSpec& spec, bool vector = true)
{
    return Figure::make(workspace, shippedMap(), spec, vector);
}

inline FigureStamp madeStamp(const Workspace& workspace, const FigureSpec& spec)
{
    return stampOf(workspace, spec, fixedToday).value();
}

inline FigureSpec specOf(FigureKind kind, const QString& page = QStringLiteral("a4-landscape"))
{
    FigureSpec spec;
    spec.kind = kind;
    spec.page = page;
    spec.asOf = fixedToday;
    spec.event = QStringLiteral("it-garante-deepseek-block-2025");
    return spec;
}

} // namespace interdict::test
