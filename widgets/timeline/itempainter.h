// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the timeline's items: marks, folds with their counts, milestones, and what surrounds them. One object
// paints one frame: it rasterises a mark, a pill and a digit once and then copies the picture, because a
// frame may hold two thousand of them; or draws all as paths, for figures.
#pragma once

#include "widgets/timeline/timelinelayout.h"

#include <QFont>
#include <QHash>
#include <QPixmap>

namespace interdict {

class ItemPainter
{
public:
    ItemPainter(QPainter& painter, const Theme& theme, const std::vector<MarkStyle>& styles,
                const QFont& bold, bool asPaths);
    void paint(const TimelineItem& item);

private:
    void mark(const TimelineItem& item);
    void milestone(const TimelineItem& item);
    void fold(const TimelineItem& item);
    QColor fillOf(std::uint8_t style) const;
    void pill(const QRectF& rect, const QColor& ground);
    void count(const QRectF& rect, std::uint32_t count, const QColor& ink);
    void shares(const TimelineItem& item, const QRectF& strip);
    void range(const TimelineItem& item);
    void ring(const TimelineItem& item, const QColor& colour, double distance, double width);

    template <typename Draw>
    const QPixmap& picture(quint64 key, QSizeF size, Draw draw);
    QPointF snapped(QPointF point) const;

    QPainter& p;
    const Theme& theme;
    const std::vector<MarkStyle>& m_styles;
    QFont m_bold;
    bool m_asPaths;
    double m_ratio;
    double m_digitWidth, m_digitHeight;
    QHash<quint64, QPixmap> m_pictures;
};

} // namespace interdict
