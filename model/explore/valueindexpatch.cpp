// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A value index that follows its column, row by row.
#include "model/explore/valueindex.h"

namespace interdict {

namespace {

using Word = RowSet::Word;

constexpr Row lastBit = RowSet::wordBits - 1;

Row wordsFor(Row rows)
{
    return (rows + lastBit) / RowSet::wordBits;
}

// Bits below the row's stay; those above it move down by one, over it.
void shiftDown(std::span<Word> words, Row row)
{
    const std::size_t first = row / RowSet::wordBits;
    const Word below = (Word(1) << (row % RowSet::wordBits)) - 1;
    words[first] = (words[first] & below) | ((words[first] >> 1) & ~below);
    for (std::size_t i = first + 1; i < words.size(); ++i) {
        words[i - 1] |= (words[i] & 1U) << lastBit;
        words[i] >>= 1;
    }
}

// Those from the row on move up by one; the row's own is then 0.
void shiftUp(std::span<Word> words, Row row)
{
    const std::size_t first = row / RowSet::wordBits;
    for (std::size_t i = words.size() - 1; i > first; --i)
        words[i] = (words[i] << 1) | (words[i - 1] >> lastBit);
    const Word below = (Word(1) << (row % RowSet::wordBits)) - 1;
    words[first] = (words[first] & below) | ((words[first] & ~below) << 1);
}

} // namespace

void ValueIndex::follow(const RowsPatch& patch)
{
    if (m_values.empty())
        return;
    const Row rows =
        m_rowCount - static_cast<Row>(patch.erased.size()) + static_cast<Row>(patch.inserted.size());
    if (wordsFor(rows) != wordsFor(m_rowCount)) { // once in 64 new rows
        *this = ValueIndex(m_column, values(), rows);
        return;
    }
    const bool isInPlace = patch.isInPlace();
    for (const Row row : patch.erased) {
        take(row);
        if (!isInPlace)
            shift(row, false);
    }
    for (const Row row : patch.inserted) {
        if (!isInPlace)
            shift(row, true);
        put(row);
    }
    m_rowCount = rows;
}

void ValueIndex::take(Row row)
{
    std::size_t taken = 0; // from lists so far, each of which begins that much earlier
    for (Value& value : m_values) {
        if (value.bits) {
            Word& word = m_bits[*value.bits + row / RowSet::wordBits];
            const Word bit = Word(1) << (row % RowSet::wordBits);
            value.count -= (word & bit) ? 1U : 0U;
            m_entries -= (word & bit) ? 1U : 0U;
            word &= ~bit;
            continue;
        }
        value.rows -= taken;
        const auto begin = m_rows.begin() + static_cast<std::ptrdiff_t>(value.rows);
        const auto end = begin + value.count;
        const auto it = std::lower_bound(begin, end, row);
        if (it == end || *it != row)
            continue;
        m_rows.erase(it);
        --value.count;
        --m_entries;
        ++taken;
    }
}

void ValueIndex::put(Row row)
{
    std::visit(
        [this, row](const auto* of) {
            forEachValue(*of, row, [this, row](std::size_t number) {
                Value& value = m_values[number];
                ++m_entries;
                ++value.count;
                if (value.bits) {
                    m_bits[*value.bits + row / RowSet::wordBits] |= Word(1) << (row % RowSet::wordBits);
                    return;
                }
                const auto begin = m_rows.begin() + static_cast<std::ptrdiff_t>(value.rows);
                m_rows.insert(std::lower_bound(begin, begin + (value.count - 1), row), row);
                for (std::size_t later = number + 1; later < m_values.size(); ++later)
                    m_values[later].rows += m_values[later].bits ? 0 : 1;
            });
        },
        m_column);
}

// What stands at or after `from` is one row later; or, downwards, what stands after it one earlier.
void ValueIndex::shift(Row from, bool up)
{
    const std::size_t words = wordsFor(m_rowCount);
    for (const Value& value : m_values)
        if (value.bits) {
            const std::span<Word> bits = std::span(m_bits).subspan(*value.bits, words);
            up ? shiftUp(bits, from) : shiftDown(bits, from);
        }
    for (Row& row : m_rows)
        row = up ? row + (row >= from ? 1U : 0U) : row - (row > from ? 1U : 0U);
}

} // namespace interdict
