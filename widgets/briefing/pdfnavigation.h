// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ways through a PDF that Qt does not write: bookmarks, and links from place to place within it.
#pragma once

#include "model/error.h"

#include <QRectF>

#include <vector>

namespace interdict {

struct PdfPlace
{
    int page = 0;
    double y = 0; // px from the top of the page
    bool operator==(const PdfPlace&) const = default;
};

struct PdfBookmark
{
    QString title;
    int level = 0; // 0, or 1 below the last one of 0
    PdfPlace to;
    bool operator==(const PdfBookmark&) const = default;
};

struct PdfLink
{
    int page = 0;
    QRectF rect; // px
    PdfPlace to;
    bool operator==(const PdfLink&) const = default;
};

// `pageHeight`: px of 1/96 inch. Equal input gives equal bytes.
Result<QByteArray> withNavigation(const QByteArray& pdf, const std::vector<PdfBookmark>& bookmarks,
                                  const std::vector<PdfLink>& links, double pageHeight);

} // namespace interdict
