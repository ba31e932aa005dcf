// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The terms that the program itself reckons with, by code. Their labels may change, their codes may not.
#pragma once

#include "model/vocabulary/vocabulary.h"

namespace interdict {

namespace fixedterm {
inline constexpr QLatin1String proposed("proposed"), inForce("in_force"), lifted("lifted"),
    expired("expired"), superseded("superseded");        // statuses
inline constexpr QLatin1String supersedes("supersedes"); // a relation
} // namespace fixedterm

// What the program does with a term, as a sentence; empty where it does nothing with it.
QString purposeOfTerm(TermKind kind, const QString& code);

} // namespace interdict
