// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of files that a briefing is written as.
#pragma once

#include "model/keys.h"

namespace interdict {

enum class BriefingFormat : std::uint8_t { Pdf, Html, Odt, Markdown };

// By ending: pdf, html, odt, md; that is also the name on the command line.
std::span<const KeyOf<BriefingFormat>> briefingFormats();
QString briefingFormatLabel(BriefingFormat format); // translated: "PDF", "Web page" …
// By the file name's ending, in any letter case.
std::optional<BriefingFormat> briefingFormatOf(const QString& fileName);

} // namespace interdict
