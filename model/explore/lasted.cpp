// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/explore/lasted.h"

#include <QCoreApplication>

namespace interdict {

namespace {

constexpr std::array<LastedBucket, 6> buckets{{
    {"under_1_month", QT_TRANSLATE_NOOP("Lasted", "Under 1 month"), 0, 30},
    {"1_to_3_months", QT_TRANSLATE_NOOP("Lasted", "1–3 months"), 30, 91},
    {"3_to_6_months", QT_TRANSLATE_NOOP("Lasted", "3–6 months"), 91, 182},
    {"6_to_12_months", QT_TRANSLATE_NOOP("Lasted", "6–12 months"), 182, 365},
    {"1_to_2_years", QT_TRANSLATE_NOOP("Lasted", "1–2 years"), 365, 730},
    {"over_2_years", QT_TRANSLATE_NOOP("Lasted", "Over 2 years"), 730, noEnd},
}};
constexpr std::uint64_t unknownBit = 1;
constexpr std::uint64_t ongoingBit = std::uint64_t(1) << (buckets.size() + 1);

} // namespace

std::span<const LastedBucket> lastedBuckets()
{
    return buckets;
}

QStringList lastedCodes()
{
    QStringList codes;
    for (const LastedBucket& bucket : buckets)
        codes.append(QLatin1String(bucket.code));
    return codes << ongoingCode;
}

QString lastedLabel(const QString& code)
{
    if (code == ongoingCode)
        return QCoreApplication::translate("Lasted", "Going on");
    for (const LastedBucket& bucket : buckets)
        if (code == QLatin1String(bucket.code))
            return QCoreApplication::translate("Lasted", bucket.label);
    return code;
}

std::uint64_t lastedBits(const Columns& columns, Row row)
{
    constexpr auto binding = Columns::Restricts | Columns::WasInForce;
    if ((columns.flags[row] & binding) != binding || columns.has(row, Columns::EndUnknown))
        return unknownBit;
    if (columns.endLast[row] == noEnd)
        return ongoingBit;
    const Day longest = columns.endLast[row] - columns.startFirst[row];
    const Day shortest = std::max(Day(0), columns.endFirst[row] - columns.startLast[row]);
    if (longest <= 0) // ended before it began
        return unknownBit;
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < buckets.size(); ++i)
        if (buckets[i].least <= longest && shortest < buckets[i].end)
            bits |= std::uint64_t(1) << (i + 1);
    return bits;
}

void fillLasted(Columns& columns)
{
    for (const QString& code : lastedCodes())
        columns.values[static_cast<std::size_t>(Facet::Duration)].add(code);
    columns.lasted = {1, std::vector<std::uint64_t>(columns.size())};
    for (Row row = 0; row < columns.size(); ++row)
        columns.lasted.bits[row] = lastedBits(columns, row);
}

} // namespace interdict
