// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where Tab comes to a control that was made later than its neighbours.
#pragma once

#include <QWidget>

namespace interdict {

// Tab comes to `moved` just before it comes to `anchor`.
inline void putBeforeInTabOrder(QWidget* moved, QWidget* anchor)
{
    const auto isStop = [anchor](const QWidget* widget) {
        return widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy() &&
               widget->window() == anchor->window();
    };
    QWidget* before = anchor->previousInFocusChain();
    while (before != anchor && (before == moved || !isStop(before)))
        before = before->previousInFocusChain();
    if (before != anchor)
        QWidget::setTabOrder(before, moved);
}

} // namespace interdict
