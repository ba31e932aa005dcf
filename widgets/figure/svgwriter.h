// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A page as SVG: what Qt's generator writes, cleaned: true size, real text with fonts to fall back on,
// language, title and metadata, no empty groups, no more decimals than one sees.
#pragma once

#include "widgets/figure/pagesource.h"

namespace interdict {

// The whole file, opened anew and checked: well-formed, drawable, its stamp.
Result<QByteArray> svgBytes(const PageSource& source, int page, const PageInfo& info,
                            bool transparent = false);

} // namespace interdict
