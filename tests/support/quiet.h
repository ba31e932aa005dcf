// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A test of windows fails on any warning, but for what Qt's offscreen platform says of itself.
#pragma once

#include <QRegularExpression>
#include <QtTest>

namespace interdict::test {

// To be called in each test function's init(). Qt asks the ignored messages first.
inline void failOnWarnings()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 3, 0)
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
#endif
}

} // namespace interdict::test
