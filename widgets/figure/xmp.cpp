// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/xmp.h"

#include "model/event/partialdate.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace interdict {

namespace {

const QString rdfSpace = QStringLiteral("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
const QString dcSpace = QStringLiteral("http://purl.org/dc/elements/1.1/");
const QString xmpSpace = QStringLiteral("http://ns.adobe.com/xap/1.0/");
const QString figureSpace = QStringLiteral("urn:interdict:figure");
const QString xmlSpace = QStringLiteral("http://www.w3.org/XML/1998/namespace");
const QString metaSpace = QStringLiteral("adobe:ns:meta/");
constexpr QByteArrayView packetBegin = "<?xpacket begin";
constexpr QByteArrayView packetEnd = "<?xpacket end";

// A property that is a list of one: of languages, authors, or one text in several languages.
void writeList(QXmlStreamWriter& xml, const QString& name, const QString& list, const QString& text)
{
    xml.writeStartElement(dcSpace, name);
    xml.writeStartElement(rdfSpace, list);
    xml.writeStartElement(rdfSpace, QStringLiteral("li"));
    if (list == QLatin1String("Alt"))
        xml.writeAttribute(xmlSpace, QStringLiteral("lang"), QStringLiteral("x-default"));
    xml.writeCharacters(text);
    for (int i = 0; i < 3; ++i)
        xml.writeEndElement();
}

} // namespace

void writeRdf(QXmlStreamWriter& xml, const PageInfo& info, const QString& mediaType)
{
    xml.writeNamespace(rdfSpace, QStringLiteral("rdf"));
    xml.writeNamespace(dcSpace, QStringLiteral("dc"));
    xml.writeNamespace(xmpSpace, QStringLiteral("xmp"));
    xml.writeNamespace(figureSpace, QStringLiteral("interdict"));
    xml.writeStartElement(rdfSpace, QStringLiteral("RDF"));
    xml.writeStartElement(rdfSpace, QStringLiteral("Description"));
    xml.writeAttribute(rdfSpace, QStringLiteral("about"), QString());
    xml.writeTextElement(dcSpace, QStringLiteral("format"), mediaType);
    writeList(xml, QStringLiteral("title"), QStringLiteral("Alt"), info.title);
    if (!info.description.isEmpty())
        writeList(xml, QStringLiteral("description"), QStringLiteral("Alt"), info.description);
    writeList(xml, QStringLiteral("language"), QStringLiteral("Bag"), info.language);
    xml.writeTextElement(xmpSpace, QStringLiteral("CreatorTool"), info.program);
    xml.writeTextElement(xmpSpace, QStringLiteral("CreateDate"), PartialDate::ofDay(info.made).text());
    if (!info.stamp.isEmpty())
        xml.writeTextElement(figureSpace, QStringLiteral("figure"), QString::fromUtf8(info.stamp));
    xml.writeEndElement();
    xml.writeEndElement();
}

QByteArray xmpPacket(const PageInfo& info, const QString& mediaType)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    // The first writes a byte order mark, by which packets are found in any encoding.
    xml.writeProcessingInstruction(QStringLiteral("xpacket"),
                                   QStringLiteral("begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\""));
    xml.writeNamespace(metaSpace, QStringLiteral("x"));
    xml.writeStartElement(metaSpace, QStringLiteral("xmpmeta"));
    writeRdf(xml, info, mediaType);
    xml.writeEndElement();
    xml.writeProcessingInstruction(QStringLiteral("xpacket"), QStringLiteral("end=\"r\""));
    return bytes;
}

std::optional<QByteArray> stampAt(QXmlStreamReader& xml)
{
    if (!xml.isStartElement() || xml.namespaceUri() != figureSpace || xml.name() != QLatin1String("figure"))
        return std::nullopt;
    return xml.readElementText().toUtf8();
}

std::optional<QByteArray> stampInPackets(QByteArrayView bytes)
{
    std::optional<QByteArray> last;
    for (qsizetype from = bytes.indexOf(packetBegin); from >= 0;
         from = bytes.indexOf(packetBegin, from + packetBegin.size())) {
        const qsizetype end = bytes.indexOf(packetEnd, from);
        if (end < 0)
            break;
        QXmlStreamReader xml(QByteArray(bytes.data() + from, end - from));
        while (!xml.atEnd()) {
            xml.readNext();
            if (auto stamp = stampAt(xml))
                last = std::move(stamp);
        }
    }
    return last;
}

} // namespace interdict
