// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What may be typed next in a filter text: keys at the start of a condition, values after a key.
#pragma once

#include <QString>

#include <vector>

namespace interdict {

class Workspace;

struct Completion
{
    QString insert; // what replaces the piece
    QString label;  // how it is shown: "DeepSeek", "Data handling · data_handling"
    bool operator==(const Completion&) const = default;
};

struct Completions
{
    int start = 0; // the piece of text that a completion replaces, in UTF-16 units
    int length = 0;
    std::vector<Completion> offers; // the most frequent first, few
    bool operator==(const Completions&) const = default;
};

Completions completionsAt(const QString& text, int cursor, const Workspace& workspace);

} // namespace interdict
