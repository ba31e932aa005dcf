// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that can be drawn, and what a file of them says of itself: all that the writers of files and the
// printer know. A figure is one such source, a briefing another.
#pragma once

#include "model/error.h"
#include "model/event/days.h"

#include <QPainter>

namespace interdict {

class PageSource
{
public:
    virtual ~PageSource() = default;
    virtual int pages() const = 0;
    virtual QSizeF size() const = 0; // px of 1/96 inch; all pages are alike
    // Draws a page from 0, 0, ground included; without the ground where it is to be transparent.
    virtual void paint(QPainter& painter, int page, bool transparent = false) const = 0;
};

struct PageInfo
{
    QString title;
    QString description;                     // of what is seen, for those who do not see it; may be empty
    QString language = QStringLiteral("en"); // BCP 47
    QString program;                         // "interdict 0.1.0"
    Day made = 0;
    QByteArray stamp; // see figurestamp.h; empty: none
};

// What 297 × 210 mm is meant to be, at 96 px an inch, is 297 × 210 mm exactly. Millimetres.
QSizeF paperSize(QSizeF pixels);

} // namespace interdict
