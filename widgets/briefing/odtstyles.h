// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The styles of a briefing as OpenDocument text. For briefingodt.cpp.
#pragma once

#include "model/briefing/briefing.h"

namespace interdict {

// styles.xml: named styles, the page with its running head and foot.
QByteArray odtStyles(const Briefing& briefing, const QString& page);
// What a mark is as a sign of text: of a shape and a colour.
QString odtMark(MeasureClass value);
QString odtMarkStyle(MeasureClass value); // a text style's name

// Centimetres between the margins of a page.
double odtTextWidth(const QString& page);

} // namespace interdict
