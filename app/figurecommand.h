// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// interdict figure: a figure as a file, by the code that the window uses. Needs a QApplication of any
// platform.
#pragma once

#include "app/exitcode.h"
#include "app/figurebase.h"
#include "widgets/figure/figurefile.h"
#include "widgets/figure/figureframes.h"

class QIODevice;

namespace interdict {

struct FigureCommand
{
    QString data;   // empty: the user's data set
    QString output; // - is standard output
    QString spec;   // a spec as JSON to begin with, or …
    QString like;   // … a figure's file whose spec it is
    QString savedSpec;
    std::vector<SpecChange> changes;    // in this order
    std::optional<FigureFormat> format; // absent: by the output's ending
    std::optional<Day> made;            // the stamped day; absent: today
    FigureFileOptions file;
    TimeBin frames = TimeBin::Fitting; // of an animation
    bool showProgress = false;         // on standard error
};

// Where one figure becomes several files, their names go to the standard output, a line each.
ExitCode runFigure(const FigureCommand& command, QIODevice& standardOutput);

} // namespace interdict
