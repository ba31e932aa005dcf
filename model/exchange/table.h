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

// All columns of recordcolumns.h by their stored names and codes, RFC 4180 with LF line ends, in UTF-8, made
// harmless for spreadsheets (celltext.h).
QByteArray eventsToCsv(std::span<const Event> events);
QByteArray csvHeader();
QByteArray eventToCsv(const Event& event);
QByteArray csvLine(const QStringList& cells);
QString quotedCell(QString text); // in quotes where CSV needs them, and nothing else
// Start, place, measure, status, platforms and title, aligned, with labels for people.
QByteArray eventsToText(std::span<const Event> events, const Vocabulary& vocabulary,
                        const Gazetteer& gazetteer);

} // namespace interdict
