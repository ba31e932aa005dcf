// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The style sheet of a briefing's web page, and the marks in it. For briefinghtml.cpp.
#pragma once

#include "model/error.h"
#include "model/vocabulary/vocabulary.h"

namespace interdict {

// Of the light and the dark theme, with the marks' pictures.
Result<QByteArray> briefingStyleSheet();
// The class of a mark in it: "m0" … "m5".
QString markClass(MeasureClass value);

} // namespace interdict
