// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A briefing as one web page that needs nothing else: style, marks and pictures are in it. It reads on paper,
// in the dark, on a phone and by ear.
#pragma once

#include "model/briefing/briefing.h"
#include "widgets/briefing/briefingpictures.h"

namespace interdict {

// `light` and `dark`: the same pictures in both dresses, vectors.
Result<QByteArray> briefingToHtml(const Briefing& briefing, const BriefingPictures& light,
                                  const BriefingPictures& dark, Day made);

} // namespace interdict
