// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A figure's file brought back: what the workspace is to show, and whether the record has changed since. The
// window and the command line say the same.
#pragma once

#include "model/explore/filter.h"
#include "widgets/figure/figurestamp.h"

#include <QLocale>

namespace interdict {

class Workspace;

// The filter and the as-of day that the figure had, for the data set that is open now. NotFound where a term,
// a platform or the card's event is no longer there: the message says which.
struct FigureState
{
    Filter filter;
    Day asOf = 0;
};
Result<FigureState> stateOf(const FigureStamp& stamp, const Workspace& workspace);
// Sets both, and selects a card's event.
void restore(const FigureState& state, const FigureStamp& stamp, Workspace& workspace);
// Of a workspace that shows what the figure showed: see restore().
Result<StampChange> changeSince(const FigureStamp& stamp, const Workspace& workspace);
// "Since 24 November 2026: 3 events more, 1 fewer, 2 changed (+3 −1 ~2)." or "The data have not changed since
// 24 November 2026."; before it, where it is so, that the figure was made from another data set.
QString changeInWords(const FigureStamp& stamp, const StampChange& change, const Workspace& workspace,
                      const QLocale& locale = {});

} // namespace interdict
