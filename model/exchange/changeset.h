// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The file that carries changes to a colleague: what was changed, event by event and step by step, and the
// terms and platforms that it speaks of. What it means for the record it reaches is in incoming.h.
#pragma once

#include "model/edit/eventchange.h"
#include "model/error.h"
#include "model/vocabulary/vocabulary.h"

#include <functional>
#include <span>

namespace interdict {

// A change as someone made it. Revision numbers are not carried: each data set counts its own.
struct SentChange
{
    EventChange change;
    QString editor; // may be empty
    QString when;   // UTC, ISO 8601; may be empty
    QString step;   // "Edit of …"; may be empty
    bool operator==(const SentChange&) const = default;
};

struct ChangeSet
{
    std::vector<SentChange> changes; // in the order in which they were made
    Vocabulary words;                // terms and platforms that they use, as the sender has them
    bool operator==(const ChangeSet&) const = default;
};

inline const QString changeSetEnding = QStringLiteral(".changes.json");

// Told 0 … 1 now and then; false cancels.
using ExchangeProgress = std::function<bool(double)>;

// One JSON object, a line a change.
QByteArray changeSetToJson(const ChangeSet& set);
// `name` is the file's name, for messages. Read strictly; but codes, platforms and relations are not checked:
// the receiver's vocabulary may lack them. A file may lack the words.
Result<ChangeSet> readChangeSet(const QByteArray& json, const QString& name,
                                const ExchangeProgress& progress = {});

// Those of `all` that a change leaves in an event.
Vocabulary wordsOf(std::span<const Event* const> events, const Vocabulary& all);
Vocabulary wordsOf(std::span<const SentChange> changes, const Vocabulary& all);
// Those of `sent` that `here` lacks, in the order of `sent`.
Vocabulary newWords(const Vocabulary& sent, const Vocabulary& here);
// `here`, and after it `more`.
Vocabulary joinedWords(Vocabulary here, const Vocabulary& more);
bool isEmpty(const Vocabulary& words);

} // namespace interdict
