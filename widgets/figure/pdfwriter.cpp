// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/pdfwriter.h"

#include "model/event/partialdate.h"
#include "widgets/figure/xmp.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPdfWriter>

#define POINTERHOLDER_TRANSITION 4 // only std::shared_ptr
#include <qpdf/Pl_Discard.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace interdict {

namespace {

constexpr double pointsPerMm = 72 / 25.4;
constexpr int resolution = 1200; // dots an inch: the grid on which Qt reckons page sizes

QString tr(const char* text)
{
    return QCoreApplication::translate("PdfWriter", text);
}

// Whole points, as Qt rounds them anyway; finished() sets the exact size.
QSizeF drawnPoints(QSizeF paper)
{
    return {std::ceil(paper.width() * pointsPerMm), std::ceil(paper.height() * pointsPerMm)};
}

QByteArray drawn(const PageSource& source, const PageInfo& info, QSizeF paper)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(resolution);
    writer.setPageSize(QPageSize(drawnPoints(paper), QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(info.title);
    writer.setCreator(info.program);
    QPainter painter(&writer);
    painter.setRenderHint(QPainter::SmoothPixmapTransform); // pictures are drawn finely
    const double dots = resolution / 25.4;
    for (int page = 0; page < source.pages(); ++page) {
        if (page > 0)
            writer.newPage();
        painter.save();
        painter.scale(paper.width() * dots / source.size().width(),
                      paper.height() * dots / source.size().height());
        source.paint(painter, page);
        painter.restore();
    }
    painter.end();
    return bytes;
}

QPDFObjectHandle textOf(const QString& text)
{
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

QPDFObjectHandle dayOfPdf(Day day)
{
    return QPDFObjectHandle::newString("D:" + PartialDate::ofDay(day).text().remove(u'-').toStdString() +
                                       "000000Z");
}

void setInfo(QPDF& pdf, const PageInfo& info)
{
    QPDFObjectHandle dictionary = QPDFObjectHandle::newDictionary();
    dictionary.replaceKey("/Title", textOf(info.title));
    dictionary.replaceKey("/Creator", textOf(info.program));
    dictionary.replaceKey("/Producer", textOf(QStringLiteral("Qt, qpdf")));
    dictionary.replaceKey("/CreationDate", dayOfPdf(info.made));
    dictionary.replaceKey("/ModDate", dayOfPdf(info.made));
    if (!info.description.isEmpty())
        dictionary.replaceKey("/Subject", textOf(info.description));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(dictionary));
}

void setRoot(QPDF& pdf, const PageInfo& info)
{
    QPDFObjectHandle root = pdf.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newString(info.language.toStdString()));
    QPDFObjectHandle preferences = QPDFObjectHandle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    root.replaceKey("/ViewerPreferences", preferences);
    QPDFObjectHandle metadata =
        QPDFObjectHandle::newStream(&pdf, xmpPacket(info, QStringLiteral("application/pdf")).toStdString());
    metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    root.replaceKey("/Metadata", metadata);
}

// The areas of a page's links.
void moveLinks(QPDFObjectHandle links, double up)
{
    for (int i = 0; links.isArray() && i < links.getArrayNItems(); ++i) {
        QPDFObjectHandle link = links.getArrayItem(i);
        if (!link.isDictionary() || !link.getKey("/Rect").isRectangle())
            continue;
        auto area = link.getKey("/Rect").getArrayAsRectangle();
        area.lly += up;
        area.ury += up;
        link.replaceKey("/Rect", QPDFObjectHandle::newArray(area));
    }
}

// The exact size, whose upper left corner is that of the drawn page.
void setPageSizes(QPDF& pdf, QSizeF paper)
{
    const QSizeF exact = paper * pointsPerMm;
    const double up = exact.height() - drawnPoints(paper).height();
    const std::string move = "1 0 0 1 0 " + QByteArray::number(up, 'f', 4).toStdString() + " cm\n";
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        QPDFObjectHandle object = page.getObjectHandle();
        object.replaceKey("/MediaBox", QPDFObjectHandle::newArray(QPDFObjectHandle::Rectangle(
                                           0, 0, std::round(exact.width() * 1000) / 1000,
                                           std::round(exact.height() * 1000) / 1000)));
        object.addPageContents(QPDFObjectHandle::newStream(&pdf, move), true);
        page.coalesceContentStreams();
        moveLinks(object.getKey("/Annots"), up);
        if (object.getKey("/Annots").isArray() && object.getKey("/Annots").getArrayNItems() == 0)
            object.removeKey("/Annots");
    }
}

// What is copied and searched: Qt gives a glyph's first sign, which of a space is the tab, and of joined
// letters is a sign that nobody types.
void setTextMeaning(QPDF& pdf)
{
    constexpr std::array meanings{
        std::pair{"<0009>", "<0020>"},         std::pair{"<FB00>", "<00660066>"},
        std::pair{"<FB01>", "<00660069>"},     std::pair{"<FB02>", "<0066006C>"},
        std::pair{"<FB03>", "<006600660069>"}, std::pair{"<FB04>", "<00660066006C>"},
        std::pair{"<FB06>", "<00730074>"}};
    for (QPDFObjectHandle object : pdf.getAllObjects()) {
        if (!object.isDictionary() || !object.getKey("/ToUnicode").isStream())
            continue;
        QPDFObjectHandle map = object.getKey("/ToUnicode");
        const auto data = map.getStreamData();
        QByteArray text(reinterpret_cast<const char*>(data->getBuffer()),
                        static_cast<qsizetype>(data->getSize()));
        const qsizetype from = text.indexOf('['); // of the list of meanings; before it are ranges of codes
        if (from < 0)
            continue;
        QByteArray list = text.mid(from);
        for (const auto& [sign, meaning] : meanings)
            list.replace(sign, meaning);
        map.replaceStreamData((text.left(from) + list).toStdString(), QPDFObjectHandle::newNull(),
                              QPDFObjectHandle::newNull());
    }
}

QByteArray finished(const QByteArray& bytes, const PageInfo& info, QSizeF paper)
{
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("figure", bytes.constData(), static_cast<std::size_t>(bytes.size()));
    setInfo(pdf, info);
    setRoot(pdf, info);
    setPageSizes(pdf, paper);
    setTextMeaning(pdf);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setCompressStreams(true);
    writer.write();
    const auto out = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(out->getBuffer()), static_cast<qsizetype>(out->getSize())};
}

// What is wrong with it; empty where nothing is.
QString problemOf(const QByteArray& bytes, const PageSource& source, const PageInfo& info)
{
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("figure", bytes.constData(), static_cast<std::size_t>(bytes.size()));
    const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
    Pl_Discard nowhere; // reads each page's drawing whole
    for (QPDFPageObjectHelper page : pages)
        page.pipeContents(&nowhere);
    if (static_cast<int>(pages.size()) != source.pages())
        return QStringLiteral("%1 pages instead of %2").arg(pages.size()).arg(source.pages());
    if (const auto warnings = pdf.getWarnings(); !warnings.empty())
        return QString::fromLocal8Bit(warnings.front().what());
    if (!info.stamp.isEmpty() && stampInPackets(bytes) != info.stamp)
        return QStringLiteral("stamp");
    return {};
}

tl::unexpected<Error> cannotMake(const QString& detail)
{
    return failure(Error::Kind::Failed,
                   tr("The PDF that was made does not read back as it should, so it was not written. Export "
                      "as SVG instead, and report this with the figure."),
                   detail);
}

} // namespace

Result<QByteArray> pdfBytes(const PageSource& source, const PageInfo& info)
{
    const QSizeF paper = paperSize(source.size());
    try {
        const QByteArray bytes = finished(drawn(source, info, paper), info, paper);
        if (const QString problem = problemOf(bytes, source, info); !problem.isEmpty())
            return cannotMake(problem);
        return bytes;
    } catch (const std::exception& exception) {
        return cannotMake(QString::fromLocal8Bit(exception.what()));
    }
}

} // namespace interdict
