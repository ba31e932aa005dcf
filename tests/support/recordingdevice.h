// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A paint device that keeps what is drawn on it: where texts stand, how far shapes reach, whether anything
// hangs on a clip or is a bitmap. So tests say of any figure that nothing is cut and nothing overlaps.
#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QtMath>

#include <climits>
#include <vector>

namespace interdict::test {

struct DrawnText
{
    QString text;
    QRectF box; // px of the device
};

class RecordingEngine : public QPaintEngine
{
public:
    RecordingEngine()
        : QPaintEngine(PrimitiveTransform | PatternTransform | PixmapTransform | LinearGradientFill |
                       PainterPaths | Antialiasing | ConstantOpacity | AlphaBlend)
    {
    }
    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }
    void updateState(const QPaintEngineState& now) override
    {
        if (now.state() & DirtyTransform)
            m_transform = now.transform();
        if (now.state() & DirtyBrush) {
            const Qt::BrushStyle style = now.brush().style();
            patterned = patterned || (style >= Qt::Dense1Pattern && style <= Qt::DiagCrossPattern) ||
                        style == Qt::TexturePattern;
        }
        clipped = clipped || ((now.state() & (DirtyClipPath | DirtyClipRegion)) && now.isClipEnabled());
    }
    void drawPath(const QPainterPath& path) override { reach(path.boundingRect()); }
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode) override
    {
        QPolygonF polygon;
        for (int i = 0; i < count; ++i)
            polygon << points[i];
        reach(polygon.boundingRect());
    }
    void drawRects(const QRectF* rects, int count) override
    {
        for (int i = 0; i < count; ++i)
            reach(rects[i]);
    }
    void drawLines(const QLineF* lines, int count) override
    {
        for (int i = 0; i < count; ++i)
            reach(QRectF(lines[i].p1(), lines[i].p2()).normalized());
    }
    void drawEllipse(const QRectF& rect) override { reach(rect); }
    void drawPixmap(const QRectF& rect, const QPixmap&, const QRectF&) override
    {
        ++bitmaps;
        reach(rect);
    }
    void drawImage(const QRectF& rect, const QImage&, const QRectF&, Qt::ImageConversionFlags) override
    {
        ++bitmaps;
        reach(rect);
    }
    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        const QRectF box(at.x(), at.y() - item.ascent() * 0.8, item.width(), item.ascent());
        texts.push_back({item.text(), m_transform.mapRect(box)});
        reached |= texts.back().box;
    }

    std::vector<DrawnText> texts;
    QRectF reached; // of all that was drawn, without the width of lines
    int bitmaps = 0;
    bool clipped = false, patterned = false;

private:
    void reach(const QRectF& rect)
    {
        // A line has no area, and still reaches.
        const QRectF box = m_transform.mapRect(rect.adjusted(0, 0, 1e-6, 1e-6));
        reached = reached.isNull() ? box : reached.united(box);
    }
    QTransform m_transform;
};

class RecordingDevice : public QPaintDevice
{
public:
    explicit RecordingDevice(QSizeF size)
        : m_size(size)
    {
    }
    QPaintEngine* paintEngine() const override { return &m_engine; }
    RecordingEngine& drawn() { return m_engine; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return qCeil(m_size.width());
        case PdmHeight:
            return qCeil(m_size.height());
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 96;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        case PdmNumColors:
            return INT_MAX;
        case PdmDepth:
            return 32;
        case PdmWidthMM:
            return qCeil(m_size.width() * 25.4 / 96);
        case PdmHeightMM:
            return qCeil(m_size.height() * 25.4 / 96);
        }
        return 0;
    }

private:
    QSizeF m_size;
    mutable RecordingEngine m_engine;
};

} // namespace interdict::test
