// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a file says of itself as RDF (ISO 16684-1, "XMP"): title, language, day, program, and the figure's
// stamp. The same RDF stands in PDF, in WebP and within an SVG's metadata.
#pragma once

#include "widgets/figure/pagesource.h"

class QXmlStreamReader;
class QXmlStreamWriter;

namespace interdict {

// The element rdf:RDF; its prefixes are declared in it.
void writeRdf(QXmlStreamWriter& xml, const PageInfo& info, const QString& mediaType);
// A packet of it, in UTF-8.
QByteArray xmpPacket(const PageInfo& info, const QString& mediaType);
// The stamp that the element or text under the reader's hand holds; nothing where it holds none.
std::optional<QByteArray> stampAt(QXmlStreamReader& xml);
// The stamp in the last XMP packet of any bytes that has one, as tools look for packets: files that are not
// known for good are scanned, not parsed.
std::optional<QByteArray> stampInPackets(QByteArrayView bytes);

} // namespace interdict
