// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Names that columns go by, in English and some in German, French, Spanish, Italian and Chinese.
#pragma once

#include "model/exchange/import/importtarget.h"

namespace interdict {

struct HeaderGuess
{
    ImportTarget target = ImportTarget::Ignore;
    int strength = 0; // 0: not known; 1: a word of the header says so; 2: the whole header is such a name
};

HeaderGuess guessFromHeader(const QString& header);
inline bool isHeaderName(const QString& cell)
{
    return cell.size() <= 60 && guessFromHeader(cell).strength == 2;
}

} // namespace interdict
