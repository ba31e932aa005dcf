// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A change of the vocabulary in words.
#pragma once

#include "model/edit/recordchange.h"

namespace interdict {

struct VocabularyDifference
{
    QString entry;   // "Platform “ChatGPT”"
    QString changed; // "renamed to “GPT”", "added", "Severity: 3 → 4"
    bool operator==(const VocabularyDifference&) const = default;
};

// By list, in the order of before; then what was added.
std::vector<VocabularyDifference> describeChange(const VocabularyChange& change);

} // namespace interdict
