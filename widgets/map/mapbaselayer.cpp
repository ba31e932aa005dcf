// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapbaselayer.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QRegion>

#include <cmath>

namespace interdict {

namespace {

constexpr qint64 smooth = 11'000'000; // ns: what takes longer is previewed while moving
constexpr double samePixel = 0.02;

} // namespace

void MapBaseLayer::draw(QPainter& painter, const MapLayout& layout, const MapGeometry& geometry,
                        const std::vector<std::uint32_t>& selected, const MapStyle& style, bool moving)
{
    const Scene scene{layout, geometry, selected, style};
    const QSize size = (layout.viewport.size * style.ratio).toSize();
    if (m_picture.size() != size || m_picture.devicePixelRatio() != style.ratio || m_theme != &style.theme)
        m_valid = false;
    m_preview = m_valid && moving && m_viewport.scale != layout.viewport.scale && m_cost > smooth;
    if (m_preview)
        return drawPreview(painter, scene);
    if (!m_valid || (m_viewport != layout.viewport && !scroll(scene)))
        redraw(scene);
    painter.drawPixmap(QPointF(), m_picture);
}

void MapBaseLayer::redraw(const Scene& scene)
{
    QElapsedTimer timer;
    timer.start();
    const QSize size = (scene.layout.viewport.size * scene.style.ratio).toSize();
    if (m_picture.size() != size)
        m_picture = QPixmap(size);
    m_picture.setDevicePixelRatio(1); // the base is painted in device pixels
    {
        QPainter painter(&m_picture);
        paintMapBase(painter, scene.layout, scene.geometry, scene.selected, scene.style, QRect({}, size));
    }
    m_picture.setDevicePixelRatio(scene.style.ratio);
    m_viewport = scene.layout.viewport;
    m_theme = &scene.style.theme;
    m_valid = true;
    m_cost = timer.nsecsElapsed();
}

// Moves by whole device pixels only: anything else would blur.
bool MapBaseLayer::scroll(const Scene& scene)
{
    const MapViewport& to = scene.layout.viewport;
    if (to.scale != m_viewport.scale || to.size != m_viewport.size)
        return false;
    const double scale = to.scale * scene.style.ratio;
    const QPointF shift((m_viewport.centre.x - to.centre.x) * scale,
                        (to.centre.y - m_viewport.centre.y) * scale);
    const QPoint whole = shift.toPoint();
    if (QPointF(shift - whole).manhattanLength() > samePixel || std::abs(whole.x()) > m_picture.width() / 2 ||
        std::abs(whole.y()) > m_picture.height() / 2)
        return false;
    m_picture.setDevicePixelRatio(1);
    QRegion exposed;
    m_picture.scroll(whole.x(), whole.y(), m_picture.rect(), &exposed);
    {
        QPainter painter(&m_picture);
        for (const QRect& rect : exposed)
            paintMapBase(painter, scene.layout, scene.geometry, scene.selected, scene.style, rect);
    }
    m_picture.setDevicePixelRatio(scene.style.ratio);
    m_viewport = to;
    return true;
}

void MapBaseLayer::drawPreview(QPainter& painter, const Scene& scene) const
{
    const QPointF topLeft = scene.layout.viewport.toScreen(m_viewport.toPlane({0, 0}));
    const double grown = scene.layout.viewport.scale / m_viewport.scale;
    painter.fillRect(QRectF({}, scene.layout.viewport.size), scene.style.theme.water);
    painter.drawPixmap(QRectF(topLeft, m_viewport.size * grown), m_picture, QRectF(m_picture.rect()));
}

} // namespace interdict
