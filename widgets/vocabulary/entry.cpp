// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/vocabulary/entry.h"

namespace interdict {

std::optional<VocabularyEntry> entryOf(const Vocabulary& words, VocabularyList list, const QString& code)
{
    if (!words.has(list, code))
        return std::nullopt;
    return list ? VocabularyEntry{list, *words.find(*list, code), {}}
                : VocabularyEntry{list, {}, *words.platform(code)};
}

std::vector<EntryFinding> findingsOf(const Vocabulary& words, const VocabularyEntry& entry,
                                     const QString& code)
{
    return entry.list ? validateEntry(words, *entry.list, entry.term, code)
                      : validateEntry(words, entry.platform, code);
}

Result<VocabularyEdit> editOf(const Vocabulary& words, const VocabularyEntry& entry, const QString& code)
{
    if (code.isEmpty())
        return entry.list ? addEntry(words, *entry.list, entry.term) : addEntry(words, entry.platform);
    return entry.list ? changeEntry(words, *entry.list, code, entry.term)
                      : changeEntry(words, code, entry.platform);
}

} // namespace interdict
