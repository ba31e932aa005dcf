// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// interdict screenshot: the real main window, rendered to a PNG.
#pragma once

#include "app/exitcode.h"
#include "model/event/days.h"

#include <QSize>
#include <QStringList>

#include <optional>

class QApplication;

namespace interdict {

struct ScreenshotCommand
{
    QString data;
    QString output;
    QString filter;
    QSize size{1600, 1000}; // in px at scale 1
    double scale = 1;
    bool dark = false;
    std::optional<Day> asOf;
    QString select;    // uid of an event to show on the card
    QStringList views; // which of map, timeline, table; empty: as at the first start
};

// What must stand in the environment before the QApplication is made: no display, the scale.
void prepareScreenshot(const ScreenshotCommand& command);
ExitCode runScreenshot(const ScreenshotCommand& command, QApplication& application);

} // namespace interdict
