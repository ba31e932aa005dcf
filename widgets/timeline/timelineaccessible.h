// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline for those who do not see it: a list whose items are the marks and folds in view, and the
// overview's period as a value.
#pragma once

namespace interdict {

// Once is enough; more do no harm.
void installTimelineAccessibility();

} // namespace interdict
