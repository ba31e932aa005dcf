// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenDocument's XML: elements by their prefixed names, with the standard's name spaces on the root.
#pragma once

#include <QXmlStreamWriter>

#include <initializer_list>
#include <utility>

namespace interdict {

QString centimetres(double length); // "2.5cm"

class OdtWriter
{
public:
    using Attributes = std::initializer_list<std::pair<const char*, QString>>;

    explicit OdtWriter(const char* root);

    void open(const char* element, Attributes attributes = {});
    void attribute(const QString& name, const QString& value); // of the element that was opened last
    void close(int elements = 1);
    void element(const char* name, Attributes attributes = {}, const QString& text = {});
    void text(const QString& text); // signs that XML does not allow are left out; blanks are kept
    QByteArray take();              // ends the document

private:
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

} // namespace interdict
