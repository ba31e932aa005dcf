// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A briefing on pages of paper: the same for PDF, print and a preview. Laid out once.
#pragma once

#include "widgets/briefing/briefingpictures.h"
#include "widgets/briefing/pdfnavigation.h"
#include "widgets/figure/pagesource.h"

#include <memory>

namespace interdict {

class BriefingPages : public PageSource
{
public:
    // `page`: a4 or letter. An error where it is another.
    static Result<BriefingPages> make(const Briefing& briefing, BriefingPictures pictures,
                                      const QString& page);
    BriefingPages(BriefingPages&&) noexcept;
    ~BriefingPages() override;

    int pages() const override;
    QSizeF size() const override;
    void paint(QPainter& painter, int page, bool transparent = false) const override;
    std::vector<PdfBookmark> bookmarks() const; // of the headings
    std::vector<PdfLink> links() const;         // from citations to the sources
    // A line a strip: "page y height text", for tests.
    QString toText() const;

    // As wide as the text of a page is, px; for its pictures.
    static double textWidth(const QString& page);

private:
    struct Private;
    explicit BriefingPages(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

// The pages as PDF, with bookmarks and links.
Result<QByteArray> briefingToPdf(const BriefingPages& pages, const PageInfo& info);

} // namespace interdict
