// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of the map's base at the device's resolution, kept between frames: a pan moves it and draws
// what came into view, a zoom draws it anew, or enlarged for the moment where that is too slow.
#pragma once

#include "widgets/map/mappainter.h"

#include <QPixmap>

namespace interdict {

class MapBaseLayer
{
public:
    // After a change of the data, the colours or the outlines.
    void invalidate() { m_valid = false; }
    // Whether the last frame was only an enlarged picture of an earlier one.
    bool isPreview() const { return m_preview; }
    // moving: more frames will follow at once.
    void draw(QPainter& painter, const MapLayout& layout, const MapGeometry& geometry,
              const std::vector<std::uint32_t>& selected, const MapStyle& style, bool moving);

private:
    struct Scene
    {
        const MapLayout& layout;
        const MapGeometry& geometry;
        const std::vector<std::uint32_t>& selected;
        const MapStyle& style;
    };
    void redraw(const Scene& scene);
    bool scroll(const Scene& scene);
    void drawPreview(QPainter& painter, const Scene& scene) const;

    QPixmap m_picture;
    MapViewport m_viewport; // of the picture
    const Theme* m_theme = nullptr;
    bool m_valid = false;
    bool m_preview = false;
    qint64 m_cost = 0; // of the last full redraw, ns
};

} // namespace interdict
