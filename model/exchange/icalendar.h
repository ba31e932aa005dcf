// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Events for people's own calendars, by RFC 5545: one VEVENT each, on the days that its start may mean (a
// start known to the month covers the month). How long a measure lasts is told in its description: a bar over
// years would bury a calendar.
#pragma once

#include "model/event/event.h"

namespace interdict {

class Gazetteer;
class Vocabulary;

QByteArray calendarHeader(const QString& title, const QString& program);
// `made`: the day of the export, which the format wants in each entry.
QByteArray eventToCalendar(const Event& event, const Vocabulary& vocabulary, const Gazetteer& gazetteer,
                           Day made);
QByteArray calendarFooter();

} // namespace interdict
