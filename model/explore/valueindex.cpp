// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/explore/valueindex.h"

namespace interdict {

namespace {

using Word = RowSet::Word;

std::size_t wordsFor(Row rows)
{
    return (rows + RowSet::wordBits - 1) / RowSet::wordBits;
}

// Measured costs, in about nanoseconds, of the three ways to count; only their proportions matter.
constexpr double costOfWord = 0.4;  // one word of a frequent value, counted
constexpr double costOfProbe = 0.7; // one row of a rare value, looked up
constexpr double costOfEntry = 1.3; // one value of one row, added to its count

} // namespace

RowChange::RowChange(const RowSet& setBefore, const RowSet& setNow)
    : before(setBefore)
    , now(setNow)
    , changed(countDifferent(before.words(), now.words()))
    , size(changed ? now.count() : 0)
    , extent(now.extent())
{
}

ValueIndex::ValueIndex(Column column, int values, Row rows)
    : m_column(column)
    , m_rowCount(rows)
    , m_values(static_cast<std::size_t>(values))
{
    std::visit(
        [this](const auto* of) {
            for (Row row = 0; row < m_rowCount; ++row)
                forEachValue(*of, row, [this](std::size_t value) { ++m_values[value].count; });
        },
        m_column);
    layOut();
    fill();
}

// A value of one row in 64 takes twice the room as bits than as a list, and is counted faster.
void ValueIndex::layOut()
{
    std::size_t rows = 0;
    for (Value& value : m_values) {
        m_entries += value.count;
        if (value.count > 0 && value.count >= m_rowCount / RowSet::wordBits) {
            value.bits = m_frequent++ * wordsFor(m_rowCount);
        } else {
            value.rows = rows;
            rows += value.count;
        }
    }
    m_bits.resize(m_frequent * wordsFor(m_rowCount));
    m_rows.resize(rows);
}

void ValueIndex::fill()
{
    std::vector<std::size_t> next;
    next.reserve(m_values.size());
    for (const Value& value : m_values)
        next.push_back(value.rows);
    const auto put = [&](Row row, std::size_t number) {
        const Value& value = m_values[number];
        if (value.bits)
            m_bits[*value.bits + row / RowSet::wordBits] |= Word(1) << (row % RowSet::wordBits);
        else
            m_rows[next[number]++] = row;
    };
    std::visit(
        [&](const auto* of) {
            for (Row row = 0; row < m_rowCount; ++row)
                forEachValue(*of, row, [&](std::size_t value) { put(row, value); });
        },
        m_column);
}

std::span<const Word> ValueIndex::bitsOf(const Value& value) const
{
    return std::span(m_bits).subspan(*value.bits, wordsFor(m_rowCount));
}

std::span<const Row> ValueIndex::rowsOf(const Value& value) const
{
    return std::span(m_rows).subspan(value.rows, value.count);
}

std::vector<std::uint32_t> ValueIndex::totals() const
{
    std::vector<std::uint32_t> totals;
    totals.reserve(m_values.size());
    for (const Value& value : m_values)
        totals.push_back(value.count);
    return totals;
}

void ValueIndex::addTo(RowSet& rows, int number) const
{
    const Value& value = m_values[static_cast<std::size_t>(number)];
    if (value.bits)
        return rows.unite(bitsOf(value));
    for (const Row row : rowsOf(value))
        rows.add(row);
}

void ValueIndex::removeFrom(RowSet& rows, int number) const
{
    const Value& value = m_values[static_cast<std::size_t>(number)];
    if (value.bits)
        return rows.subtract(bitsOf(value));
    for (const Row row : rowsOf(value))
        rows.remove(row);
}

RowSet ValueIndex::rowsWith(int value) const
{
    RowSet rows(m_rowCount);
    addTo(rows, value);
    return rows;
}

RowSet ValueIndex::rowsWhere(const std::vector<bool>& accepted) const
{
    std::uint64_t inside = 0;
    for (std::size_t value = 0; value < m_values.size(); ++value)
        inside += accepted[value] ? m_values[value].count : 0;
    const bool fromFull = inside > m_rowCount / 2;
    RowSet rows(m_rowCount, fromFull);
    for (std::size_t value = 0; value < m_values.size(); ++value) {
        if (accepted[value] && !fromFull)
            addTo(rows, static_cast<int>(value));
        else if (!accepted[value] && fromFull)
            removeFrom(rows, static_cast<int>(value));
    }
    return rows;
}

void ValueIndex::recount(const RowChange& change, std::vector<std::uint32_t>& counts) const
{
    if (change.isNone() || m_rowCount == 0)
        return;
    const double part = static_cast<double>(change.extent.end - change.extent.first) /
                        static_cast<double>(wordsFor(m_rowCount));
    const double each = costOfEntry * static_cast<double>(m_entries) / m_rowCount;
    const double afresh = part * (costOfWord * static_cast<double>(m_bits.size()) +
                                  costOfProbe * static_cast<double>(m_rows.size()));
    if (std::min(change.changed, change.size) * each > afresh)
        return countAfresh(change, counts);
    if (change.changed <= change.size)
        return countChanges(change, counts);
    std::fill(counts.begin(), counts.end(), 0);
    countRows(change.now, change.extent, counts);
}

void ValueIndex::countAfresh(const RowChange& change, std::vector<std::uint32_t>& counts) const
{
    for (std::size_t value = 0; value < m_values.size(); ++value)
        counts[value] = countIn(m_values[value], change.now, change.extent);
}

std::uint32_t ValueIndex::countIn(const Value& value, const RowSet& rows, RowSet::Extent extent) const
{
    const std::size_t words = extent.end - extent.first;
    if (value.bits)
        return countCommon(bitsOf(value).subspan(extent.first, words),
                           rows.words().subspan(extent.first, words));
    const std::span<const Row> list = rowsOf(value);
    auto row = std::lower_bound(list.begin(), list.end(), static_cast<Row>(extent.first) * RowSet::wordBits);
    const auto end = std::lower_bound(row, list.end(), static_cast<Row>(extent.end) * RowSet::wordBits);
    std::uint32_t count = 0;
    for (; row != end; ++row)
        count += rows.contains(*row);
    return count;
}

void ValueIndex::countRows(const RowSet& rows, RowSet::Extent extent,
                           std::vector<std::uint32_t>& counts) const
{
    const auto count = [&](const auto* of) {
        for (std::size_t i = extent.first; i < extent.end; ++i)
            forEachRow(rows.words()[i], static_cast<Row>(i) * RowSet::wordBits,
                       [&](Row row) { forEachValue(*of, row, [&](std::size_t value) { ++counts[value]; }); });
    };
    std::visit(count, m_column);
}

void ValueIndex::countChanges(const RowChange& change, std::vector<std::uint32_t>& counts) const
{
    const std::span<const Word> before = change.before.words();
    const std::span<const Word> now = change.now.words();
    const auto count = [&](const auto* of) {
        for (std::size_t i = 0; i < now.size(); ++i) {
            const Row base = static_cast<Row>(i) * RowSet::wordBits;
            forEachRow(now[i] & ~before[i], base,
                       [&](Row row) { forEachValue(*of, row, [&](std::size_t value) { ++counts[value]; }); });
            forEachRow(before[i] & ~now[i], base,
                       [&](Row row) { forEachValue(*of, row, [&](std::size_t value) { --counts[value]; }); });
        }
    };
    std::visit(count, m_column);
}

} // namespace interdict
