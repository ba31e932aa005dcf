// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a TimelineLayout onto any painter: screen, picture, page. Decides nothing about where things stand.
#pragma once

#include "widgets/timeline/timelinelayout.h"

#include <QFont>

namespace interdict {

class TimelinePainter
{
public:
    // Pictures: marks as cached pictures, for screens. Paths: as outlines, for figures of any resolution.
    enum class Marks : std::uint8_t { Pictures, Paths };

    TimelinePainter(const Theme& theme, const QFont& font, Marks marks = Marks::Pictures);
    void paint(QPainter& painter, const TimelineLayout& layout) const;

    static QFont boldFont(const QFont& font);

private:
    class Run; // one painting

    Theme m_theme;
    QFont m_font, m_bold;
    Marks m_marks;
};

// A level or upright line of one device pixel, sharp at any scale.
void paintHairLine(QPainter& painter, QPointF from, QPointF to, const QColor& colour);

} // namespace interdict
