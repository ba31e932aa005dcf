// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A figure for the clipboard: as a picture, as its numbers, or in words. Each in the forms that other
// programs look for; they take the best that they know.
#pragma once

#include "widgets/figure/figurefile.h"

#include <QMimeData>

namespace interdict {

// PNG and SVG with the stamp, and pixels for those who know neither.
Result<std::unique_ptr<QMimeData>> pictureForClipboard(const Figure& figure, const FigureStamp& stamp,
                                                       int page = 0, const FigureFileOptions& options = {});
// Between tabs for spreadsheets, as CSV, and as an HTML table for texts.
std::unique_ptr<QMimeData> numbersForClipboard(std::span<const NumberTable> tables);
// Title, how many events of what, and where it comes from.
std::unique_ptr<QMimeData> wordsForClipboard(const Figure& figure, const FigureStamp& stamp);

} // namespace interdict
