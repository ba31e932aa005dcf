// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which running program is at work on a draft, so that a crash brings its forms back and a second program
// leaves the first one's alone.
#pragma once

#include <QString>

namespace interdict {

QString thisProgram(); // host:process
// Whether a program of that name runs. One on another computer is taken to.
bool isAtWork(const QString& owner);

} // namespace interdict
