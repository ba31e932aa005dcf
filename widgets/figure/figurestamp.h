// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a written figure knows of itself: the spec, the data set, and a fingerprint of each event that it
// shows, so that it re-opens and tells whether the record has changed since.
#pragma once

#include "widgets/figure/figurespec.h"

namespace interdict {

class Workspace;

struct FigureStamp
{
    FigureSpec spec;
    QString dataSet; // the title
    QString program; // "interdict 0.1.0"
    Day made = 0;
    // By event: of its uid, and of its revision. 32 bits each, of SHA-256.
    struct Print
    {
        std::uint32_t uid = 0;
        std::uint32_t revision = 0;
        bool operator==(const Print&) const = default;
    };
    std::vector<Print> prints; // by uid
    bool operator==(const FigureStamp&) const = default;
};

// Of the workspace's result (of a card: of its one event).
FigureStamp stampOf(const Workspace& workspace, const FigureSpec& spec, Day made);
QByteArray toJson(const FigureStamp& stamp);
Result<FigureStamp> figureStampFrom(const QByteArray& json);

struct StampChange // since a figure was made: "+3 −1, 2 changed"
{
    int added = 0, gone = 0, changed = 0;
    bool isNone() const { return added == 0 && gone == 0 && changed == 0; }
    bool operator==(const StampChange&) const = default;
};
StampChange compared(const FigureStamp& before, const FigureStamp& now);

} // namespace interdict
