// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A briefing as Markdown: CommonMark with the tables and footnote-like anchors that GitHub, Pandoc and
// note programs read. Without pictures.
#pragma once

#include "model/briefing/briefing.h"

namespace interdict {

QByteArray briefingToMarkdown(const Briefing& briefing);

} // namespace interdict
