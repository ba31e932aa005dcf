// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The map for assistive technology: one item for each place with events, with its story as name, its place on
// screen, and the action of choosing it.
#pragma once

namespace interdict {

class MapView;

// Once is enough; more does no harm.
void installMapAccessibility();
// Tells that the view's focus place changed.
void announceFocus(MapView& view);

} // namespace interdict
