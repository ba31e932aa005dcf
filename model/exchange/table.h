// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Events as a flat table of texts: one row an event, lists joined by "; ". For terminals and CSV.
#pragma once

#include "model/event/event.h"

#include <QByteArray>

#include <span>

namespace interdict {

class Gazetteer;
class Vocabulary;

// All fields by their stored names and codes, RFC 4180 with LF line ends, in UTF-8. Sources as URLs.
QByteArray eventsToCsv(std::span<const Event> events);
// Start, place, measure, status, platforms and title, aligned, with labels for people.
QByteArray eventsToText(std::span<const Event> events, const Vocabulary& vocabulary,
                        const Gazetteer& gazetteer);

} // namespace interdict
