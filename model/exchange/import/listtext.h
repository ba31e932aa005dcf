// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lists in one cell of a foreign table. Parts are trimmed, empty ones left out.
#pragma once

#include <QStringList>

namespace interdict {

// By ; | bullets and line ends, which divide whatever a part is.
QStringList surelyDivided(const QString& text);
// By commas, slashes and words for "and" as well, which names and sentences hold too.
QStringList likelyDivided(const QString& text);

} // namespace interdict
