// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where an event stands on the as-of day, in words.
#pragma once

#include "model/event/event.h"
#include "model/explore/columns.h"

class QLocale;

namespace interdict {

class Workspace;

struct Standing // of the event on the as-of day
{
    enum class Tone : std::uint8_t { Active, Ended, Neutral };
    QString text; // "In force · 662 days", "Lifted 28 April 2025 · 71 days", "Lifted · end unknown"
    Tone tone = Tone::Neutral;
    bool operator==(const Standing&) const = default;
};
Standing standingOf(const Workspace& workspace, Row row, const Event& event, const QLocale& locale);

} // namespace interdict
