// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys go where a person's would: to the list that hangs below a field, else to what has the focus.
#pragma once

#include <QApplication>
#include <QtTest>

namespace interdict::test {

inline QWidget* keyTarget()
{
    QWidget* popup = QApplication::activePopupWidget();
    return popup ? popup : QApplication::focusWidget();
}

inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(keyTarget(), key, modifiers);
}

inline void type(const QString& text)
{
    for (const QChar letter : text)
        QTest::keyClick(keyTarget(), letter.toLatin1());
}

} // namespace interdict::test
