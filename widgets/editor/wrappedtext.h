// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The card's texts, as high as their lines are at the width that they get.
#pragma once

#include "widgets/detail/cardparts.h"

namespace interdict {

inline QLabel* makeWrapped(const QString& text, TextRole role, QWidget* parent)
{
    QLabel* label = makeText(text, role, parent);
    QSizePolicy policy = label->sizePolicy();
    policy.setHeightForWidth(true);
    label->setSizePolicy(policy);
    return label;
}

} // namespace interdict
