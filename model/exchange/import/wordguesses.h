// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What words in a foreign table's own terms point at: "Banned from government phones" → device_ban. A guess,
// always shown as such.
#pragma once

#include "model/vocabulary/vocabulary.h"

#include <QStringList>

namespace interdict {

// Codes of the vocabulary that the text's words point at, the likeliest first; several only of concerns.
QStringList codesFromWords(TermKind kind, const QString& text, const Vocabulary& vocabulary);

} // namespace interdict
