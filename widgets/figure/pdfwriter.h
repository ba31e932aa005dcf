// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pages as PDF: by Qt's vector engine, finished by libqpdf, which sets what Qt does not (language, exact page
// size, metadata, the day told instead of the clock's) and makes equal input equal bytes.
#pragma once

#include "widgets/figure/pagesource.h"

namespace interdict {

// The whole file, opened anew and checked: its structure, its number of pages, its stamp.
Result<QByteArray> pdfBytes(const PageSource& source, const PageInfo& info);

} // namespace interdict
