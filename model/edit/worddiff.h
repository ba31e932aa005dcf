// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What changed inside a text, word by word.
#pragma once

#include <QString>

#include <cstdint>
#include <span>
#include <vector>

namespace interdict {

struct WordPiece
{
    enum class Kind : std::uint8_t { Same, Removed, Added };
    Kind kind = Kind::Same;
    QString text; // words with the spaces after them
    bool operator==(const WordPiece&) const = default;
};

// Same and Removed joined give `before`, Same and Added give `after`. By the longest common subsequence of
// words (Wagner and Fischer 1974); texts of very many words are compared by their common beginning and end.
std::vector<WordPiece> wordDiff(const QString& before, const QString& after);

} // namespace interdict
