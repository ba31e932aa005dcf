// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/briefingpictures.h"

#include "model/workspace.h"

#include <algorithm>
#include <cmath>

namespace interdict {

namespace {

constexpr double fontSize = 10;      // px
constexpr double mostMap = 280;      // px high, at a width of 640
constexpr double mostTimeline = 460; // likewise
constexpr double usualWidth = 640;

// Lanes that tell most: by jurisdiction where there are several, else by platform, else by measure.
LaneBy lanesFor(const Workspace& workspace)
{
    std::size_t countries = 0;
    std::size_t platforms = 0;
    for (const auto count : workspace.counts(Facet::Country))
        countries += count > 0 ? 1 : 0;
    for (const auto count : workspace.counts(Facet::Platform))
        platforms += count > 0 ? 1 : 0;
    // Counts are taken under the other facets' selections: what is chosen itself says more.
    if (workspace.filter()[Facet::Country].anyOf.size() == 1)
        countries = 1;
    if (workspace.filter()[Facet::Platform].anyOf.size() == 1)
        platforms = 1;
    return countries > 1 ? LaneBy::Country : platforms > 1 ? LaneBy::Platform : LaneBy::Measure;
}

FigureSpec specOf(BriefingPicture::Kind kind, const Workspace& workspace, double width, FigureTheme theme)
{
    FigureSpec spec;
    spec.kind = kind == BriefingPicture::Kind::Map ? FigureKind::Map : FigureKind::Timeline;
    spec.lanes = lanesFor(workspace);
    spec.theme = theme;
    spec.fontSize = fontSize;
    spec.freeSize = QSizeF(width + 2 * BriefingPictures::margin(width), 0);
    spec.title = QString();
    spec.subtitle = QString();
    spec.showSource = false;
    return spec;
}

// As high as it wants to be, within bounds.
Result<Figure> makeFigure(BriefingPicture::Kind kind, const Workspace& workspace, const MapGeometry& geometry,
                          FigureSpec spec, bool vector)
{
    auto figure = Figure::make(workspace, geometry, spec, vector);
    const double most =
        (kind == BriefingPicture::Kind::Map ? mostMap : mostTimeline) * spec.freeSize->width() / usualWidth;
    if (!figure || figure->size().height() <= most)
        return figure;
    spec.freeSize->setHeight(std::round(most));
    return Figure::make(workspace, geometry, spec, vector);
}

} // namespace

double BriefingPictures::margin(double width)
{
    // As a figure of a free size reckons it.
    return std::round(std::clamp(std::round(width / 80), 9.0, 20.0) * 1.5);
}

Result<BriefingPictures> BriefingPictures::make(const Workspace& workspace, const MapGeometry& geometry,
                                                double width, FigureTheme theme, bool vector)
{
    BriefingPictures pictures;
    if (workspace.result().empty())
        return pictures; // there is nothing to draw, nor does a briefing ask for it
    for (const auto kind : {BriefingPicture::Kind::Map, BriefingPicture::Kind::Timeline}) {
        auto figure = makeFigure(kind, workspace, geometry, specOf(kind, workspace, width, theme), vector);
        if (!figure)
            return tl::make_unexpected(figure.error());
        pictures.m_figures.emplace_back(kind, std::move(*figure));
    }
    return pictures;
}

const Figure* BriefingPictures::of(BriefingPicture::Kind kind) const
{
    const auto it = std::find_if(m_figures.begin(), m_figures.end(),
                                 [kind](const auto& entry) { return entry.first == kind; });
    return it == m_figures.end() ? nullptr : &it->second;
}

} // namespace interdict
