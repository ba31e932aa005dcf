// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How texts of a briefing are put together: runs in a look, sentences by template, lists in words, dates as
// they are known, places with their article.
#pragma once

#include "model/briefing/briefing.h"
#include "model/event/partialdate.h"

#include <QStringList>

class QLocale;

namespace interdict {

BriefingText plain(const QString& text);
BriefingText strong(const QString& text);
BriefingText quiet(const QString& text);
BriefingText& operator+=(BriefingText& text, const BriefingText& more);
BriefingText operator+(BriefingText text, const BriefingText& more);
// A template's *strong* words stay strong; %1 … %9 become the arguments, whatever signs these hold.
BriefingText filled(const QString& pattern, const std::vector<BriefingText>& arguments);
// "A, B and C"
QString listed(const QStringList& parts);
BriefingText listed(const std::vector<BriefingText>& parts);

// "on 30 January 2025", "in January 2025", "in the first quarter of 2025", "in 2025"
QString onDate(const PartialDate& date, const QLocale& locale);
// "Data handling" → "data handling"; "VPN block" stays.
QString withinSentence(const QString& label);
// "Italy", "the United States", "the Netherlands"
QString placeInSentence(const QString& name);
// "9", "9 to 11"
QString rangeText(const DayInterval& numbers, const QLocale& locale);

} // namespace interdict
