// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A set of rows, one bit each: the result of a condition. Rows are ordered by start, so what happens in a
// time is near each other in it, and most questions touch few words.
#pragma once

#include "model/explore/columns.h"

#include <bit>
#include <cstddef>

namespace interdict {

class RowSet
{
public:
    using Word = std::uint64_t;
    static constexpr Row wordBits = 64;
    struct Extent // of words: [first, end)
    {
        std::size_t first = 0;
        std::size_t end = 0;
    };

    RowSet() = default;
    explicit RowSet(Row rows, bool full = false);

    Row rows() const { return m_rows; }
    bool contains(Row row) const { return (m_words[row / wordBits] >> (row % wordBits)) & 1U; }
    void add(Row row) { m_words[row / wordBits] |= Word(1) << (row % wordBits); }
    void remove(Row row) { m_words[row / wordBits] &= ~(Word(1) << (row % wordBits)); }
    void addRange(Row first, Row end);

    // With sets of the same number of rows.
    void intersect(const RowSet& other);
    void unite(std::span<const Word> words);
    void subtract(std::span<const Word> words);

    std::span<const Word> words() const { return m_words; }
    std::span<Word> words() { return m_words; }
    Extent extent() const; // the words that hold all of its rows
    std::uint32_t count() const;
    std::uint32_t count(Row first, Row end) const;
    std::vector<Row> list() const; // ascending

private:
    Row m_rows = 0;
    std::vector<Word> m_words; // bits past the last row are 0
};

// How many bits two runs of words share; where they differ.
std::uint32_t countCommon(std::span<const RowSet::Word> a, std::span<const RowSet::Word> b);
std::uint32_t countDifferent(std::span<const RowSet::Word> a, std::span<const RowSet::Word> b);

// Calls f(row) for each bit of a word whose first row is `base`.
template <typename F>
void forEachRow(RowSet::Word word, Row base, F f)
{
    for (; word; word &= word - 1)
        f(base + static_cast<Row>(std::countr_zero(word)));
}

// The rows of which f(row) is true.
template <typename F>
RowSet rowsThat(Row rows, F f)
{
    RowSet made(rows);
    for (std::size_t i = 0; i < made.words().size(); ++i) {
        const Row base = static_cast<Row>(i) * RowSet::wordBits;
        const Row end = std::min(rows - base, RowSet::wordBits);
        RowSet::Word word = 0;
        for (Row bit = 0; bit < end; ++bit)
            word |= RowSet::Word(f(base + bit) ? 1U : 0U) << bit;
        made.words()[i] = word;
    }
    return made;
}

} // namespace interdict
