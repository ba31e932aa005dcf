// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// interdict briefing: what the record says under a filter, as a document; or one for each value of a facet.
// Needs a QGuiApplication (of any platform) for all but Markdown. Also what the window's briefing is made of.
#pragma once

#include "app/exitcode.h"
#include "model/briefing/briefing.h"
#include "model/briefing/briefingformat.h"
#include "model/explore/facet.h"

class QIODevice;

namespace interdict {

struct BriefingOptions
{
    QString data;   // empty: the user's data set
    QString output; // - is standard output, of one briefing. With `each`: NAME.pdf becomes NAME-IT.pdf …
    QString filter;
    std::optional<BriefingFormat> format; // absent: by the output's ending
    std::optional<Facet> each;            // a briefing for each of its values that the result has
    std::optional<Day> asOf;              // absent: the stamped day
    std::optional<Day> made;              // the stamped day; absent: today
    QString page = QStringLiteral("a4");  // or letter
    QString title;                        // empty: of the filter. Not with `each`
    std::vector<BriefingPart> without;    // parts that are left out
    bool showProgress = false;            // on standard error
};

// Writes, and for each of several files a line "FILE<TAB>VALUE<TAB>EVENTS" to standard output.
ExitCode runBriefing(const BriefingOptions& options, QIODevice& standardOutput);

} // namespace interdict
