// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows have a value, for each value of one column: a bit set for the frequent ones, a list for the
// rare. Answers what a selection passes, and how often each value occurs in a set of rows.
#pragma once

#include "model/explore/rowset.h"

#include <variant>

namespace interdict {

// A set of rows that became another, with what decides how to count anew.
struct RowChange
{
    RowChange(const RowSet& before, const RowSet& now);
    bool isNone() const { return changed == 0; }
    const RowSet& before;
    const RowSet& now;
    std::uint32_t changed; // rows in one of the two only
    std::uint32_t size;    // rows of `now`
    RowSet::Extent extent; // of `now`
};

// Calls f(value) for each value of a row of the column.
template <typename T, typename F>
void forEachValue(const std::vector<T>& column, Row row, F f)
{
    f(static_cast<std::size_t>(column[row]));
}

template <typename F>
void forEachValue(const MaskColumn& column, Row row, F f)
{
    const auto words = static_cast<std::size_t>(column.words);
    for (std::size_t word = 0; word < words; ++word)
        forEachRow(column.bits[row * words + word], static_cast<Row>(word) * RowSet::wordBits,
                   [&f](Row value) { f(static_cast<std::size_t>(value)); });
}

class ValueIndex
{
public:
    using Column =
        std::variant<const std::vector<std::uint8_t>*, const std::vector<std::uint16_t>*, const MaskColumn*>;

    ValueIndex() = default;
    ValueIndex(Column column, int values, Row rows); // refers to the column, which outlives it

    int values() const { return static_cast<int>(m_values.size()); }
    bool multiValued() const { return std::holds_alternative<const MaskColumn*>(m_column); }
    std::uint32_t total(int value) const { return m_values[static_cast<std::size_t>(value)].count; }
    std::vector<std::uint32_t> totals() const;

    void addTo(RowSet& rows, int value) const;      // the rows that have the value
    void removeFrom(RowSet& rows, int value) const; // likewise
    RowSet rowsWith(int value) const;
    // After the column was patched in place.
    void follow(const RowsPatch& patch);
    // The rows with an accepted value, where a row has one value.
    RowSet rowsWhere(const std::vector<bool>& accepted) const;

    // `counts` by value, right for `change.before`, becomes right for `change.now`, in the way that is
    // quickest.
    void recount(const RowChange& change, std::vector<std::uint32_t>& counts) const;

private:
    struct Value
    {
        std::uint32_t count = 0;
        std::optional<std::size_t> bits; // where its words begin in m_bits, of a frequent value
        std::size_t rows = 0;            // where its list begins in m_rows, of a rare one
    };
    std::span<const RowSet::Word> bitsOf(const Value& value) const;
    std::span<const Row> rowsOf(const Value& value) const;
    void layOut();
    void take(Row row); // out of all values
    void put(Row row);  // to the values that the column has there
    void shift(Row from, bool up);
    void fill();
    void countAfresh(const RowChange& change, std::vector<std::uint32_t>& counts) const;
    void countRows(const RowSet& rows, RowSet::Extent extent, std::vector<std::uint32_t>& counts) const;
    void countChanges(const RowChange& change, std::vector<std::uint32_t>& counts) const;
    std::uint32_t countIn(const Value& value, const RowSet& rows, RowSet::Extent extent) const;

    Column m_column;
    Row m_rowCount = 0;
    std::vector<Value> m_values;
    std::vector<RowSet::Word> m_bits;
    std::vector<Row> m_rows;
    std::size_t m_frequent = 0; // how many values have bits
    std::size_t m_entries = 0;  // pairs of row and value
};

} // namespace interdict
