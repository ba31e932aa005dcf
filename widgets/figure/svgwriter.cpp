// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/svgwriter.h"

#include "widgets/figure/svgcleaning.h"
#include "widgets/figure/xmp.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QSvgGenerator>
#include <QSvgRenderer>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace interdict {

namespace {

const QString svgSpace = QStringLiteral("http://www.w3.org/2000/svg");
constexpr int pixelsPerInch96 = 96;

QString tr(const char* text)
{
    return QCoreApplication::translate("SvgWriter", text);
}

// XML 1.0 has no control characters and no U+FFFE and U+FFFF, and the generator lets them pass.
QByteArray allowedInXml(QByteArray bytes)
{
    for (char& byte : bytes)
        if (static_cast<unsigned char>(byte) < ' ' && byte != '\n' && byte != '\t' && byte != '\r')
            byte = ' ';
    return bytes.replace("\xEF\xBF\xBE", "\xEF\xBF\xBD").replace("\xEF\xBF\xBF", "\xEF\xBF\xBD");
}

QByteArray drawn(const PageSource& source, int page, bool transparent)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(pixelsPerInch96);
    generator.setSize(source.size().toSize());
    generator.setViewBox(QRectF(QPointF(), source.size()));
    QPainter painter(&generator);
    painter.setRenderHint(QPainter::SmoothPixmapTransform); // pictures are drawn finely
    source.paint(painter, page, transparent);
    painter.end();
    return allowedInXml(bytes);
}

QString shortest(double number)
{
    return QString::number(std::round(number * 1000) / 1000);
}

void writeRoot(QXmlStreamWriter& xml, const PageSource& source, const PageInfo& info, const QString& family)
{
    const QSizeF paper = paperSize(source.size());
    xml.writeStartElement(QStringLiteral("svg"));
    xml.writeDefaultNamespace(svgSpace);
    xml.writeNamespace(QStringLiteral("http://www.w3.org/1999/xlink"), QStringLiteral("xlink"));
    xml.writeAttribute(QStringLiteral("width"), shortest(paper.width()) + QLatin1String("mm"));
    xml.writeAttribute(QStringLiteral("height"), shortest(paper.height()) + QLatin1String("mm"));
    xml.writeAttribute(
        QStringLiteral("viewBox"),
        QStringLiteral("0 0 %1 %2").arg(shortest(source.size().width()), shortest(source.size().height())));
    xml.writeAttribute(QStringLiteral("xml:lang"), info.language);
    xml.writeAttribute(QStringLiteral("role"), QStringLiteral("img"));
    if (!family.isEmpty())
        xml.writeAttribute(QStringLiteral("font-family"), fontsFor(family));
    xml.writeTextElement(QStringLiteral("title"), info.title);
    if (!info.description.isEmpty())
        xml.writeTextElement(QStringLiteral("desc"), info.description);
    xml.writeStartElement(QStringLiteral("metadata"));
    writeRdf(xml, info, QStringLiteral("image/svg+xml"));
    xml.writeEndElement();
}

// What is wrong with it; empty where nothing is.
QString problemOf(const QByteArray& bytes, const PageSource& source, const PageInfo& info)
{
    QXmlStreamReader xml(bytes);
    std::optional<QByteArray> stamp;
    while (!xml.atEnd()) {
        xml.readNext();
        if (auto found = stampAt(xml))
            stamp = std::move(found);
    }
    if (xml.hasError())
        return xml.errorString();
    if (!info.stamp.isEmpty() && stamp != info.stamp)
        return QStringLiteral("stamp");
    QSvgRenderer renderer;
    if (!renderer.load(bytes))
        return QStringLiteral("not drawable");
    const QSizeF size = renderer.viewBoxF().size();
    return std::abs(size.width() - source.size().width()) < 1 &&
                   std::abs(size.height() - source.size().height()) < 1
               ? QString()
               : QStringLiteral("size");
}

} // namespace

Result<QByteArray> svgBytes(const PageSource& source, int page, const PageInfo& info, bool transparent)
{
    const QByteArray raw = drawn(source, page, transparent);
    const QString family = mainFamily(raw);
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(0);
    xml.writeStartDocument();
    writeRoot(xml, source, info, family);
    const bool isWhole = writeCleaned(xml, raw, family);
    xml.writeEndElement();
    xml.writeEndDocument();
    const QString problem = isWhole ? problemOf(bytes, source, info) : QStringLiteral("generator");
    if (!problem.isEmpty())
        return failure(Error::Kind::Failed,
                       tr("The SVG that was made does not read back as it should, so it was not written. "
                          "Export as PDF instead, and report this with the figure."),
                       problem);
    return bytes;
}

} // namespace interdict
