// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// interdict screenshot: the real main window, rendered to a PNG.
#pragma once

#include "app/commandline.h"

class QApplication;

namespace interdict {

// What must stand in the environment before the QApplication is made: no display, the scale.
void prepareScreenshot(const ScreenshotCommand& command);
ExitCode runScreenshot(const ScreenshotCommand& command, QApplication& application);

} // namespace interdict
