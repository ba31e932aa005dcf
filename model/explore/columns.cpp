// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/explore/columns.h"

#include <bit>

namespace interdict {

namespace {

void appendBits(std::vector<int>& values, std::uint64_t bits, int base)
{
    for (; bits; bits &= bits - 1)
        values.push_back(base + std::countr_zero(bits));
}

std::vector<int> placesOf(const Columns& columns, Row row)
{
    const int place = columns.place[row];
    const int country = columns.countryOf[columns.place[row]];
    return country == place ? std::vector{place} : std::vector{country, place};
}

std::vector<int> groupsOf(const Columns& columns, Row row)
{
    std::vector<int> groups;
    appendBits(groups, columns.groupsOf[columns.place[row]], 0);
    return groups.empty() ? std::vector{0} : groups;
}

} // namespace

int ValueTable::add(const QString& code)
{
    if (code.isEmpty())
        return 0;
    const auto it = numbers.constFind(code);
    if (it != numbers.cend())
        return *it;
    const int fresh = size();
    codes.append(code);
    numbers.insert(code, fresh);
    return fresh;
}

std::optional<int> ValueTable::number(const QString& code) const
{
    const auto it = numbers.constFind(code);
    return it == numbers.cend() ? std::nullopt : std::optional(*it);
}

std::vector<int> MaskColumn::values(Row row) const
{
    std::vector<int> found;
    const auto first = static_cast<std::size_t>(row) * static_cast<std::size_t>(words);
    for (int word = 0; word < words; ++word)
        appendBits(found, bits[first + static_cast<std::size_t>(word)], 64 * word);
    return found.empty() ? std::vector{0} : found;
}

std::vector<int> Columns::valuesOf(Facet facet, Row row) const
{
    switch (facet) {
    case Facet::Country:
        return placesOf(*this, row);
    case Facet::Bloc:
        return interdict::groupsOf(*this, row);
    case Facet::Platform:
        return platform.values(row);
    case Facet::Concern:
        return concern.values(row);
    case Facet::Measure:
        return {measure[row]};
    case Facet::Scope:
        return {scope[row]};
    case Facet::Status:
        return {status[row]};
    case Facet::Developer:
        return developer.values(row);
    case Facet::Confidence:
        return {confidence[row]};
    case Facet::Duration:
        return lasted.values(row);
    case Facet::Review:
        return {review[row]};
    }
    return {};
}

ReviewState Columns::reviewOf(Row row) const
{
    // Their numbers follow those of the states, after unknown.
    return review[row] == 0 ? ReviewState::Published : static_cast<ReviewState>(review[row] - 1);
}

} // namespace interdict
