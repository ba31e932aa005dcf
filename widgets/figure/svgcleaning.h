// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Qt's SVG made small and sound. For svgwriter.cpp.
#pragma once

#include <QSizeF>

class QXmlStreamWriter;

namespace interdict {

// Numbers in an attribute's list or path, rounded to so many decimals.
QString roundedNumbers(QStringView text, int decimals);
// The family that is drawn where this one is asked for, and what stands in for it where a machine has none:
// "'DejaVu Sans', Helvetica, Arial, sans-serif".
QString fontsFor(const QString& family);
// The family of most texts of Qt's SVG: named once, for all.
QString mainFamily(const QByteArray& svg);
// What Qt drew, without the root: definitions and groups. False where it is not well-formed.
bool writeCleaned(QXmlStreamWriter& to, const QByteArray& svg, const QString& family);

} // namespace interdict
