// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/odtwriter.h"

namespace interdict {

namespace {

constexpr std::pair<const char*, const char*> spaces[] = {
    {"office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"},
    {"style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"},
    {"text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"},
    {"table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"},
    {"draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"},
    {"fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"},
    {"svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"},
    {"meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"},
    {"manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"},
    {"xlink", "http://www.w3.org/1999/xlink"},
    {"dc", "http://purl.org/dc/elements/1.1/"},
};

bool isAllowed(QChar c)
{
    return (c >= u' ' || c == u'\t' || c == u'\n') && c != QChar(0xFFFE) && c != QChar(0xFFFF);
}

} // namespace

QString centimetres(double length)
{
    return QString::number(length, 'f', 3) + QStringLiteral("cm");
}

OdtWriter::OdtWriter(const char* root)
    : m_xml(&m_bytes)
{
    m_xml.writeStartDocument();
    m_xml.writeStartElement(QLatin1String(root));
    for (const auto& [prefix, space] : spaces)
        m_xml.writeAttribute(QStringLiteral("xmlns:") + QLatin1String(prefix), QLatin1String(space));
    m_xml.writeAttribute(QLatin1String(root).startsWith(QLatin1String("manifest"))
                             ? QStringLiteral("manifest:version")
                             : QStringLiteral("office:version"),
                         QStringLiteral("1.3"));
}

void OdtWriter::open(const char* element, Attributes attributes)
{
    m_xml.writeStartElement(QLatin1String(element));
    for (const auto& [name, value] : attributes)
        attribute(QLatin1String(name), value);
}

void OdtWriter::attribute(const QString& name, const QString& value)
{
    QString clean;
    for (const QChar c : value)
        clean += isAllowed(c) ? c : QChar(u' ');
    m_xml.writeAttribute(name, clean);
}

void OdtWriter::close(int elements)
{
    for (; elements > 0; --elements)
        m_xml.writeEndElement();
}

void OdtWriter::element(const char* name, Attributes attributes, const QString& content)
{
    open(name, attributes);
    if (!content.isEmpty())
        text(content);
    close();
}

// A second blank, and one at an edge, would be lost.
void OdtWriter::text(const QString& text)
{
    QString stretch;
    bool wasBlank = false;
    const auto flush = [&] {
        if (!stretch.isEmpty())
            m_xml.writeCharacters(stretch);
        stretch.clear();
    };
    for (const QChar c : text) {
        if (!isAllowed(c))
            continue;
        if (c == u'\n') {
            flush();
            m_xml.writeEmptyElement(QStringLiteral("text:line-break"));
        } else if (c == u' ' && wasBlank) {
            flush();
            m_xml.writeEmptyElement(QStringLiteral("text:s"));
        } else {
            stretch += c == u'\t' ? QChar(u' ') : c;
        }
        wasBlank = c == u' ' || c == u'\t';
    }
    flush();
}

QByteArray OdtWriter::take()
{
    m_xml.writeEndDocument();
    return std::move(m_bytes);
}

} // namespace interdict
