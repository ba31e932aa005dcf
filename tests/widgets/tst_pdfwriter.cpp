// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pages as PDF, as libqpdf reads them: sizes, fonts, what is searched and copied, links, and what it says of
// itself.
#include "tests/support/samplepages.h"
#include "widgets/figure/pdfwriter.h"
#include "widgets/figure/xmp.h"

#include <QTest>
#include <QTextLayout>

#define POINTERHOLDER_TRANSITION 4 // only std::shared_ptr
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

using namespace interdict;
using namespace interdict::test;

namespace {

struct OpenedPdf : QPDF
{
    explicit OpenedPdf(const QByteArray& bytes)
    {
        processMemoryFile("test", bytes.constData(), static_cast<std::size_t>(bytes.size()));
    }
    std::vector<QPDFPageObjectHelper> pages() { return QPDFPageDocumentHelper(*this).getAllPages(); }
    std::vector<QPDFObjectHandle> having(const char* key)
    {
        std::vector<QPDFObjectHandle> found;
        for (QPDFObjectHandle object : getAllObjects())
            if (object.isDictionary() && object.hasKey(key))
                found.push_back(object);
        return found;
    }
};

} // namespace

class PdfWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsAllPages();
    void embedsItsFonts();
    void textsReadAsWritten();
    void keepsLinks();
    void namesItself();
};

void PdfWriterTest::holdsAllPages()
{
    const auto bytes = pdfBytes(SamplePages(3, {794, 1123}), sampleInfo());
    QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().detail));
    QVERIFY2(bytes->size() < 200'000, qPrintable(QString::number(bytes->size())));
    OpenedPdf pdf(*bytes);
    QCOMPARE(pdf.pages().size(), std::size_t(3));
    for (QPDFPageObjectHelper page : pdf.pages()) {
        const auto box = page.getMediaBox().getArrayAsRectangle();
        QCOMPARE(box.llx, 0.0);
        QCOMPARE(box.lly, 0.0);
        QVERIFY(std::abs(box.urx - 595.276) < 0.002 && std::abs(box.ury - 841.89) < 0.002); // A4
    }
    QCOMPARE(pdf.anyWarnings(), false);
}

void PdfWriterTest::embedsItsFonts()
{
    const auto bytes = pdfBytes(SamplePages(), sampleInfo());
    QVERIFY(bytes);
    OpenedPdf pdf(*bytes);
    const auto fonts = pdf.having("/FontName");
    QVERIFY(fonts.size() >= 2); // plain and bold
    for (QPDFObjectHandle font : fonts)
        QVERIFY2(font.hasKey("/FontFile2") || font.hasKey("/FontFile3"),
                 font.getKey("/FontName").getName().c_str());
}

// A search for two words with a space, or for one with joined letters, finds them.
void PdfWriterTest::textsReadAsWritten()
{
    struct Words : SamplePages
    {
        void paint(QPainter& painter, int, bool) const override
        {
            painter.setFont(QFont(QGuiApplication::font().family(), 20));
            painter.drawText(QPointF(20, 50), QStringLiteral("official affair, first flight"));
        }
    };
    const auto bytes = pdfBytes(Words(), sampleInfo());
    QVERIFY(bytes);
    OpenedPdf pdf(*bytes);
    int spaces = 0;
    for (QPDFObjectHandle font : pdf.having("/ToUnicode")) {
        const auto data = font.getKey("/ToUnicode").getStreamData();
        const QByteArray map(reinterpret_cast<const char*>(data->getBuffer()),
                             static_cast<qsizetype>(data->getSize()));
        for (const char* sign : {"<0009>", "<FB00>", "<FB01>", "<FB02>", "<FB03>"})
            QVERIFY2(!map.mid(map.indexOf('[')).contains(sign), map.constData());
        spaces += static_cast<int>(map.count("<0020>"));
    }
    QCOMPARE(spaces, 1);
}

// A text that leads somewhere does so where it stands on the page.
void PdfWriterTest::keepsLinks()
{
    struct Linked : SamplePages
    {
        using SamplePages::SamplePages;
        void paint(QPainter& painter, int, bool) const override
        {
            QFont font = QGuiApplication::font();
            font.setPixelSize(16);
            QTextLayout layout(QStringLiteral("here"), font);
            QTextCharFormat format;
            format.setAnchor(true);
            format.setAnchorHref(QStringLiteral("https://example.org/a"));
            layout.setFormats({{0, 4, format}});
            layout.beginLayout();
            QTextLine line = layout.createLine();
            line.setLineWidth(200);
            layout.endLayout();
            line.draw(&painter, QPointF(96, 192));
            width = line.naturalTextWidth();
        }
        mutable double width = 0;
    };
    const Linked pages(1, {1123, 794});
    const auto bytes = pdfBytes(pages, sampleInfo());
    QVERIFY(bytes);
    OpenedPdf pdf(*bytes);
    const auto links = pdf.pages().front().getAnnotations();
    QCOMPARE(links.size(), std::size_t(1));
    QPDFObjectHandle link = QPDFAnnotationObjectHelper(links.front()).getObjectHandle();
    QCOMPARE(link.getKey("/A").getKey("/URI").getStringValue(), std::string("https://example.org/a"));
    const auto area = link.getKey("/Rect").getArrayAsRectangle();
    QVERIFY2(std::abs(area.llx - 72) < 0.3, qPrintable(QString::number(area.llx)));
    QVERIFY2(std::abs(area.urx - 72 - pages.width * 0.75) < 0.5, qPrintable(QString::number(area.urx)));
    const double fromTop = 595.276 - area.ury;
    QVERIFY2(fromTop > 144 && fromTop < 152, qPrintable(QString::number(fromTop)));
}

void PdfWriterTest::namesItself()
{
    const auto pdf = pdfBytes(SamplePages(), sampleInfo());
    QVERIFY(pdf);
    QCOMPARE(stampInPackets(*pdf), sampleInfo().stamp);
    QVERIFY(pdf->contains("Restrictions &amp; “bans” &lt;2025&gt;"));
    QVERIFY(pdf->contains("2025-11-24"));
    OpenedPdf opened(*pdf);
    QCOMPARE(opened.getRoot().getKey("/Lang").getStringValue(), std::string("en"));
    QVERIFY(opened.getRoot().getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
    QPDFObjectHandle about = opened.getTrailer().getKey("/Info");
    QCOMPARE(QString::fromStdString(about.getKey("/Title").getUTF8Value()), sampleInfo().title);
    for (const char* day : {"/CreationDate", "/ModDate"}) // not the clock's
        QCOMPARE(about.getKey(day).getStringValue(), std::string("D:20251124000000Z"));
}

QTEST_MAIN(PdfWriterTest)
#include "tst_pdfwriter.moc"
