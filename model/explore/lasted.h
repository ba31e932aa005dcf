// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long a restriction lasted, as values of a facet: lengths in buckets, and what goes on. Reckoned from
// the columns, so it is stored nowhere.
#pragma once

#include "model/explore/columns.h"

namespace interdict {

struct LastedBucket // lengths of `least` to less than `end` days
{
    const char* code;  // in filter text, never translated
    const char* label; // untranslated; see lastedLabel()
    Day least;
    Day end; // noEnd: any longer
};

// Shortest first. A month is a twelfth of 365 days, in whole days.
std::span<const LastedBucket> lastedBuckets();
inline const QString ongoingCode = QStringLiteral("ongoing"); // has an open end
QStringList lastedCodes();                                    // of the buckets, then ongoing
QString lastedLabel(const QString& code);                     // translated: "1–3 months", "Going on"

// The bits of the values that a row has; value numbers are those that fillLasted() gives. Of partial dates a
// row has each bucket that it may fall into. Bit 0, unknown: what does not restrict, was never in force, or
// ended on a day that the record does not know.
std::uint64_t lastedBits(const Columns& columns, Row row);
// Fills values and column of the facet, once all of the others are there.
void fillLasted(Columns& columns);

} // namespace interdict
