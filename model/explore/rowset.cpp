// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/explore/rowset.h"

namespace interdict {

namespace {

using Word = RowSet::Word;
using Words = std::span<const Word>;

// Debian's baseline for amd64 lacks the instruction that counts bits; every processor since 2008 has it. Each
// count is therefore compiled twice, and chosen when the program runs.
#if defined(__x86_64__) && defined(__GNUC__)
#define INTERDICT_POPCNT __attribute__((target("popcnt")))
bool hasPopcnt()
{
    return __builtin_cpu_supports("popcnt");
}
#else
#define INTERDICT_POPCNT
bool hasPopcnt()
{
    return false;
}
#endif

template <typename Combine>
inline std::uint32_t countWords(Words a, Words b, Combine combine)
{
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        count += static_cast<std::uint32_t>(std::popcount(combine(a[i], b[i])));
    return count;
}

std::uint32_t commonAnywhere(Words a, Words b)
{
    return countWords(a, b, [](Word x, Word y) { return x & y; });
}

std::uint32_t differentAnywhere(Words a, Words b)
{
    return countWords(a, b, [](Word x, Word y) { return x ^ y; });
}

INTERDICT_POPCNT std::uint32_t commonByInstruction(Words a, Words b)
{
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        count += static_cast<std::uint32_t>(__builtin_popcountll(a[i] & b[i]));
    return count;
}

INTERDICT_POPCNT std::uint32_t differentByInstruction(Words a, Words b)
{
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        count += static_cast<std::uint32_t>(__builtin_popcountll(a[i] ^ b[i]));
    return count;
}

// The low `bits` bits, fewer than 64.
Word lowBits(Row bits)
{
    return (Word(1) << bits) - 1;
}

} // namespace

std::uint32_t countCommon(Words a, Words b)
{
    static const auto chosen = hasPopcnt() ? commonByInstruction : commonAnywhere;
    return chosen(a, b);
}

std::uint32_t countDifferent(Words a, Words b)
{
    static const auto chosen = hasPopcnt() ? differentByInstruction : differentAnywhere;
    return chosen(a, b);
}

RowSet::RowSet(Row rows, bool full)
    : m_rows(rows)
    , m_words((rows + wordBits - 1) / wordBits, full ? ~Word(0) : Word(0))
{
    if (full && rows % wordBits)
        m_words.back() = lowBits(rows % wordBits);
}

void RowSet::addRange(Row first, Row end)
{
    if (first >= end)
        return;
    const std::size_t from = first / wordBits;
    const std::size_t to = end / wordBits;
    const Word head = ~lowBits(first % wordBits);
    const Word tail = lowBits(end % wordBits);
    if (from == to) {
        m_words[from] |= head & tail;
        return;
    }
    m_words[from] |= head;
    std::fill(m_words.begin() + static_cast<std::ptrdiff_t>(from) + 1,
              m_words.begin() + static_cast<std::ptrdiff_t>(to), ~Word(0));
    if (tail)
        m_words[to] |= tail;
}

void RowSet::intersect(const RowSet& other)
{
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i] &= other.m_words[i];
}

void RowSet::unite(Words words)
{
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i] |= words[i];
}

void RowSet::subtract(Words words)
{
    for (std::size_t i = 0; i < m_words.size(); ++i)
        m_words[i] &= ~words[i];
}

RowSet::Extent RowSet::extent() const
{
    std::size_t end = m_words.size();
    while (end > 0 && !m_words[end - 1])
        --end;
    std::size_t first = 0;
    while (first < end && !m_words[first])
        ++first;
    return {first, end};
}

std::uint32_t RowSet::count() const
{
    return countCommon(m_words, m_words);
}

std::uint32_t RowSet::count(Row first, Row end) const
{
    if (first >= end)
        return 0;
    const std::size_t from = first / wordBits;
    const std::size_t to = end / wordBits; // its bits below `end` count; none where it is past the last word
    const auto part = [](Word word) { return static_cast<std::uint32_t>(std::popcount(word)); };
    const Word head = ~lowBits(first % wordBits);
    const Word tail = lowBits(end % wordBits);
    if (from == to)
        return part(m_words[from] & head & tail);
    const Words between = words().subspan(from + 1, to - from - 1);
    return part(m_words[from] & head) + countCommon(between, between) + (tail ? part(m_words[to] & tail) : 0);
}

std::vector<Row> RowSet::list() const
{
    std::vector<Row> rows;
    rows.reserve(count());
    for (std::size_t i = 0; i < m_words.size(); ++i)
        forEachRow(m_words[i], static_cast<Row>(i) * wordBits, [&rows](Row row) { rows.push_back(row); });
    return rows;
}

} // namespace interdict
