// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Events that may be the same as one being entered: the same jurisdiction and a common platform within 14
// days, the same address of a source, or a near title.
#pragma once

#include "model/edit/eventfields.h"

namespace interdict {

struct Twin
{
    Event event;
    bool sameActWithinDays = false; // jurisdiction and platform, starts at most 14 days apart
    bool sameSource = false;
    double titleLikeness = 0;            // 0 … 1, Dice coefficient of the titles' character bigrams, folded
    std::vector<EventField> differences; // fields filled on both sides that differ
};

inline constexpr int twinDays = 14;
inline constexpr double nearTitle = 0.75;

double titleLikeness(const QString& a, const QString& b);
// An address without scheme, "www.", query's tracking parameters (utm_…), fragment and trailing slash.
QString comparableUrl(const QString& url);
// The candidates that are twins, likeliest first. The event itself and those that it is related to are passed
// over.
std::vector<Twin> findTwins(const Event& event, std::span<const Event> candidates);

} // namespace interdict
