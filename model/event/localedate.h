// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Dates for people in a locale's own order and punctuation, without the weekday, and without the year or the
// day where none is given.
#pragma once

#include <QString>

#include <optional>

class QLocale;

namespace interdict {

QString localeDate(const QLocale& locale, std::optional<int> year, int month, std::optional<int> day,
                   bool shortMonths);

} // namespace interdict
