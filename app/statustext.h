// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the status bar says of the workspace.
#pragma once

#include <QString>

namespace interdict {

class Workspace;

// "47 of 399 events · 16 countries · 47 in force on 24 November 2026"; nothing while no data set is open.
QString resultStatus(const Workspace& workspace);
// The days between two selected events, or how many are selected; nothing for one.
QString selectionStatus(const Workspace& workspace);

} // namespace interdict
