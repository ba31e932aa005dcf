// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A briefing as OpenDocument text: real styles, headings, lists and tables with repeated head rows, so that
// it can be edited on in a word processor. Qt's own writer knows no styles and stamps the clock.
#pragma once

#include "model/briefing/briefing.h"
#include "widgets/briefing/briefingpictures.h"

namespace interdict {

// `page`: a4 or letter.
Result<QByteArray> briefingToOdt(const Briefing& briefing, const BriefingPictures& pictures, Day made,
                                 const QString& page);

} // namespace interdict
