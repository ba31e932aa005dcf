// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/pdfnavigation.h"

#include <QCoreApplication>

#define POINTERHOLDER_TRANSITION 4 // only std::shared_ptr
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <cmath>

namespace interdict {

namespace {

constexpr double pointsPerPixel = 0.75;

class Navigation
{
public:
    Navigation(QPDF& pdf, double pageHeight)
        : m_pdf(pdf)
        , m_pages(QPDFPageDocumentHelper(pdf).getAllPages())
        , m_height(pageHeight)
    {
    }

    void addOutline(const std::vector<PdfBookmark>& bookmarks);
    void addLinks(const std::vector<PdfLink>& links);

private:
    QPDFObjectHandle real(double pixels) const
    {
        return QPDFObjectHandle::newReal(std::round(pixels * pointsPerPixel * 100) / 100, 2);
    }
    QPDFObjectHandle destination(const PdfPlace& to);
    void chain(QPDFObjectHandle parent, std::vector<QPDFObjectHandle>& items);

    QPDF& m_pdf;
    std::vector<QPDFPageObjectHelper> m_pages;
    double m_height;
};

// The zoom stays as the reader has it.
QPDFObjectHandle Navigation::destination(const PdfPlace& to)
{
    QPDFObjectHandle place = QPDFObjectHandle::newArray();
    place.appendItem(m_pages.at(static_cast<std::size_t>(to.page)).getObjectHandle());
    place.appendItem(QPDFObjectHandle::newName("/XYZ"));
    place.appendItem(QPDFObjectHandle::newNull());
    place.appendItem(real(m_height - to.y));
    place.appendItem(QPDFObjectHandle::newNull());
    return place;
}

void Navigation::chain(QPDFObjectHandle parent, std::vector<QPDFObjectHandle>& items)
{
    for (std::size_t i = 0; i < items.size(); ++i) {
        items[i].replaceKey("/Parent", parent);
        if (i > 0)
            items[i].replaceKey("/Prev", items[i - 1]);
        if (i + 1 < items.size())
            items[i].replaceKey("/Next", items[i + 1]);
    }
    if (items.empty())
        return;
    parent.replaceKey("/First", items.front());
    parent.replaceKey("/Last", items.back());
}

// What is below a heading is folded at first.
void Navigation::addOutline(const std::vector<PdfBookmark>& bookmarks)
{
    QPDFObjectHandle root = m_pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    root.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
    std::vector<QPDFObjectHandle> tops;
    std::vector<std::vector<QPDFObjectHandle>> below;
    for (const PdfBookmark& bookmark : bookmarks) {
        QPDFObjectHandle item = m_pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        item.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(bookmark.title.toStdString()));
        item.replaceKey("/Dest", destination(bookmark.to));
        if (bookmark.level == 0 || tops.empty()) {
            tops.push_back(item);
            below.emplace_back();
        } else {
            below.back().push_back(item);
        }
    }
    for (std::size_t i = 0; i < tops.size(); ++i) {
        chain(tops[i], below[i]);
        if (!below[i].empty())
            tops[i].replaceKey("/Count",
                               QPDFObjectHandle::newInteger(-static_cast<long long>(below[i].size())));
    }
    chain(root, tops);
    root.replaceKey("/Count", QPDFObjectHandle::newInteger(static_cast<long long>(tops.size())));
    m_pdf.getRoot().replaceKey("/Outlines", root);
}

void Navigation::addLinks(const std::vector<PdfLink>& links)
{
    for (const PdfLink& link : links) {
        QPDFObjectHandle annotation = QPDFObjectHandle::newDictionary();
        annotation.replaceKey("/Type", QPDFObjectHandle::newName("/Annot"));
        annotation.replaceKey("/Subtype", QPDFObjectHandle::newName("/Link"));
        annotation.replaceKey(
            "/Rect", QPDFObjectHandle::newArray({real(link.rect.left()), real(m_height - link.rect.bottom()),
                                                 real(link.rect.right()), real(m_height - link.rect.top())}));
        annotation.replaceKey("/Border", QPDFObjectHandle::newArray({QPDFObjectHandle::newInteger(0),
                                                                     QPDFObjectHandle::newInteger(0),
                                                                     QPDFObjectHandle::newInteger(0)}));
        annotation.replaceKey("/Dest", destination(link.to));
        QPDFObjectHandle page = m_pages.at(static_cast<std::size_t>(link.page)).getObjectHandle();
        QPDFObjectHandle all = page.getKey("/Annots");
        if (!all.isArray()) {
            all = QPDFObjectHandle::newArray();
            page.replaceKey("/Annots", all);
            all = page.getKey("/Annots");
        }
        all.appendItem(m_pdf.makeIndirectObject(annotation));
    }
}

QByteArray written(QPDF& pdf)
{
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setCompressStreams(true);
    writer.write();
    const auto out = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(out->getBuffer()), static_cast<qsizetype>(out->getSize())};
}

} // namespace

Result<QByteArray> withNavigation(const QByteArray& bytes, const std::vector<PdfBookmark>& bookmarks,
                                  const std::vector<PdfLink>& links, double pageHeight)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("briefing", bytes.constData(), static_cast<std::size_t>(bytes.size()));
        Navigation navigation(pdf, pageHeight);
        navigation.addOutline(bookmarks);
        navigation.addLinks(links);
        return written(pdf);
    } catch (const std::exception& exception) {
        return failure(Error::Kind::Failed,
                       QCoreApplication::translate(
                           "Briefing", "The PDF does not read back as it should, so it was not written. "
                                       "Choose another format, and report this with the filter."),
                       QString::fromLocal8Bit(exception.what()));
    }
}

} // namespace interdict
