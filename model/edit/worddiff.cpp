// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/worddiff.h"

#include <QStringList>

#include <algorithm>

namespace interdict {

namespace {

constexpr std::size_t mostCells = 4'000'000; // of the table of common lengths: two texts of 2000 words

// Words, each with the spaces after it.
std::vector<QStringView> wordsOf(const QString& text)
{
    std::vector<QStringView> words;
    const QStringView all(text);
    qsizetype begin = 0;
    for (qsizetype i = 1; i <= all.size(); ++i)
        if (i == all.size() || (all[i - 1].isSpace() && !all[i].isSpace())) {
            words.push_back(all.mid(begin, i - begin));
            begin = i;
        }
    return words;
}

void append(std::vector<WordPiece>& pieces, WordPiece::Kind kind, QStringView text)
{
    if (text.isEmpty())
        return;
    if (!pieces.empty() && pieces.back().kind == kind)
        pieces.back().text += text;
    else
        pieces.push_back({kind, text.toString()});
}

// The last word of a text has no space after it, and is the same word where more follow.
QStringView bare(QStringView word)
{
    qsizetype end = word.size();
    while (end > 0 && word[end - 1].isSpace())
        --end;
    return word.first(end);
}

void appendSame(std::vector<WordPiece>& pieces, QStringView before, QStringView after)
{
    if (before == after)
        return append(pieces, WordPiece::Kind::Same, before);
    const QStringView word = bare(before);
    append(pieces, WordPiece::Kind::Same, word);
    if (word.size() < before.size())
        append(pieces, WordPiece::Kind::Removed, before.mid(word.size()));
    if (word.size() < after.size())
        append(pieces, WordPiece::Kind::Added, after.mid(word.size()));
}

using Words = std::span<const QStringView>;

void appendAll(std::vector<WordPiece>& pieces, WordPiece::Kind kind, Words words)
{
    for (const QStringView word : words)
        append(pieces, kind, word);
}

// Between the common beginning and the common end.
void appendMiddle(std::vector<WordPiece>& pieces, Words before, Words after)
{
    if ((before.size() + 1) * (after.size() + 1) > mostCells) {
        appendAll(pieces, WordPiece::Kind::Removed, before);
        appendAll(pieces, WordPiece::Kind::Added, after);
        return;
    }
    const std::size_t width = after.size() + 1;
    std::vector<std::uint16_t> common((before.size() + 1) * width, 0); // of what begins at each pair
    for (std::size_t i = before.size(); i-- > 0;)
        for (std::size_t j = after.size(); j-- > 0;)
            common[i * width + j] = bare(before[i]) == bare(after[j])
                                        ? static_cast<std::uint16_t>(common[(i + 1) * width + j + 1] + 1)
                                        : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);
    std::size_t i = 0, j = 0;
    while (i < before.size() || j < after.size()) {
        const bool same = i < before.size() && j < after.size() && bare(before[i]) == bare(after[j]);
        if (same) {
            appendSame(pieces, before[i++], after[j++]);
        } else if (j == after.size() ||
                   (i < before.size() && common[(i + 1) * width + j] >= common[i * width + j + 1])) {
            append(pieces, WordPiece::Kind::Removed, before[i++]);
        } else {
            append(pieces, WordPiece::Kind::Added, after[j++]);
        }
    }
}

} // namespace

std::vector<WordPiece> wordDiff(const QString& before, const QString& after)
{
    const auto one = wordsOf(before), other = wordsOf(after);
    const auto least = static_cast<std::ptrdiff_t>(std::min(one.size(), other.size()));
    const auto head = std::mismatch(one.begin(), one.begin() + least, other.begin()).first - one.begin();
    const auto tail =
        std::mismatch(one.rbegin(), one.rbegin() + (least - head), other.rbegin()).first - one.rbegin();
    std::vector<WordPiece> pieces;
    const Words first(one), second(other);
    const auto begin = static_cast<std::size_t>(head), end = static_cast<std::size_t>(tail);
    appendAll(pieces, WordPiece::Kind::Same, first.first(begin));
    appendMiddle(pieces, first.subspan(begin, first.size() - begin - end),
                 second.subspan(begin, second.size() - begin - end));
    appendAll(pieces, WordPiece::Kind::Same, first.last(end));
    return pieces;
}

} // namespace interdict
