// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/inforce.h"

namespace interdict {

namespace {

bool mayBeInForce(const Columns& columns, Row row)
{
    constexpr auto both = Columns::Restricts | Columns::WasInForce;
    return (columns.flags[row] & both) == both;
}

std::optional<DayInterval> interval(Day first, Day end)
{
    if (end == noEnd)
        return DayInterval{first, noEnd};
    return first < end ? std::optional(DayInterval{first, end - 1}) : std::nullopt;
}

} // namespace

std::optional<DayInterval> possiblyInForce(const Columns& columns, Row row)
{
    if (!mayBeInForce(columns, row))
        return std::nullopt;
    if (columns.has(row, Columns::EndUnknown))
        return columns.start(row);
    return interval(columns.startFirst[row], columns.endLast[row]);
}

std::optional<DayInterval> certainlyInForce(const Columns& columns, Row row)
{
    if (!mayBeInForce(columns, row) || columns.has(row, Columns::EndUnknown))
        return std::nullopt;
    return interval(columns.startLast[row], columns.endFirst[row]);
}

InForce inForceOn(const Columns& columns, Row row, Day day)
{
    const auto holds = [day](const std::optional<DayInterval>& days) { return days && days->contains(day); };
    if (holds(certainlyInForce(columns, row)))
        return InForce::Certainly;
    return holds(possiblyInForce(columns, row)) ? InForce::Possibly : InForce::No;
}

int countInForce(const Columns& columns, std::span<const Row> rows, Day day)
{
    return static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](Row row) {
        const auto days = possiblyInForce(columns, row);
        return days && days->contains(day);
    }));
}

} // namespace interdict
