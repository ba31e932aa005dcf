// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A page as a picture of pixels, and as PNG with its resolution, title and stamp.
#pragma once

#include "widgets/figure/pagesource.h"

#include <QImage>

namespace interdict {

// So many dots an inch of the page. BadInput where that is more than a picture should have.
Result<QImage> picture(const PageSource& source, int page, double dpi, bool transparent = false);
// The whole file, opened anew and checked: its size, its stamp.
Result<QByteArray> pngBytes(const PageSource& source, int page, const PageInfo& info, double dpi,
                            bool transparent = false);
// The stamp in a PNG's text; nothing where it has none or is no PNG.
std::optional<QByteArray> stampInPng(const QByteArray& bytes);

} // namespace interdict
