// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures one after the other as an animated WebP, without loss, by libwebp: it goes round for ever and
// rests on its last picture.
#pragma once

#include "widgets/figure/pagesource.h"

#include <QImage>

#include <functional>

namespace interdict {

struct AnimationFrames
{
    int count = 0;
    std::function<Result<QImage>(int frame)> picture; // all of one size
    double seconds = 0.8;                             // each; the last three times as long
    // Told 0 … 1 after each picture; false cancels.
    std::function<bool(double)> progress = {};
};

// The whole file, opened anew and checked: its size, its pictures, its stamp. Equal pictures in a row become
// one that lasts longer.
Result<QByteArray> animationBytes(const AnimationFrames& frames, const PageInfo& info);

} // namespace interdict
