// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a written figure knows of itself: the spec, the data set, and a fingerprint of each event that it
// shows, so that it re-opens and tells whether the record has changed since.
#pragma once

#include "widgets/figure/figurespec.h"

#include "model/error.h"

#include <tuple>

namespace interdict {

class Workspace;

struct FigureStamp
{
    FigureSpec spec;
    QString dataSet; // the title
    QString program; // "interdict 0.1.0"
    Day made = 0;
    // By event: of its uid, and of what its revision holds, so that a change that was undone is none. 32 bits
    // each, of BLAKE2b.
    struct Print
    {
        std::uint32_t uid = 0;
        std::uint32_t content = 0;
        bool operator==(const Print&) const = default;
        bool operator<(const Print& other) const
        {
            return std::tie(uid, content) < std::tie(other.uid, other.content);
        }
    };
    std::vector<Print> prints;   // ascending; none where there would be more than mostPrints
    std::uint32_t events = 0;    // how many it shows
    std::uint32_t allPrints = 0; // a print of all prints
    static constexpr std::uint32_t mostPrints = 100'000;
    bool isCounted() const { return prints.size() == events; }
    bool operator==(const FigureStamp&) const = default;
};

// Of the workspace's result (of a card: of its one event), and of its filter. Reads each event's revision: 60
// ms for 10 000 events. Never holds a local path: the logo is left out.
Result<FigureStamp> stampOf(const Workspace& workspace, const FigureSpec& spec, Day made);
// Of the events, in any order.
void setPrints(FigureStamp& stamp, std::vector<FigureStamp::Print> prints);
// 11 bytes an event, and some 1500.
QByteArray toJson(const FigureStamp& stamp);
// Of what a file of any origin holds. TooNew where a newer program wrote it, Damaged where it is not whole.
Result<FigureStamp> figureStampFrom(const QByteArray& json);

struct StampChange // since a figure was made: "+3 −1, 2 changed"
{
    int added = 0, gone = 0, changed = 0;
    bool isUncounted = false; // something changed; there were too many events to keep what
    bool isNone() const { return added == 0 && gone == 0 && changed == 0 && !isUncounted; }
    bool operator==(const StampChange&) const = default;
};
StampChange compared(const FigureStamp& before, const FigureStamp& now);

} // namespace interdict
