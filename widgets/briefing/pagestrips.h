// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on a page as it is measured: lines of text, rules, marks and pictures, in strips that are never
// divided. For briefingpages.cpp.
#pragma once

#include "model/briefing/briefing.h"
#include "widgets/briefing/briefingpictures.h"
#include "widgets/briefing/pagination.h"

#include <QFont>
#include <QTextLayout>

#include <memory>

namespace interdict {

struct StripLine
{
    std::shared_ptr<const QTextLayout> layout;
    int line = 0;
    QPointF baseline; // its left end; from the strip's upper left corner
};

struct StripContent
{
    PageStrip strip;
    std::vector<StripLine> lines;
    std::vector<double> rules;                                      // hair lines across, by height
    std::vector<std::pair<MeasureClass, QPointF>> marks;            // by centre
    std::vector<std::pair<BriefingPicture::Kind, QRectF>> pictures; // may stand out at the sides
    // Where a reader may want to go: a heading's text, a source's number.
    QString bookmark;
    int bookmarkLevel = 0;
    int source = 0;
    std::vector<std::pair<int, QRectF>> citations; // the number of the source, and where it stands
    QString text() const;                          // of its lines, for tests
    double right() const;                          // how far its text reaches
};

// The whole of a briefing, at a width, px.
std::vector<StripContent> stripsOf(const Briefing& briefing, const BriefingPictures& pictures,
                                   const QFont& font, const Theme& theme, double width, double room);
// A single line, for running heads and feet.
StripLine lineOf(const QString& text, const QFont& font, const QColor& colour);

inline constexpr double markSize = 10; // px

} // namespace interdict
