// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop's answer about dark and light means.
#include "app/systemscheme.h"

#include <QDBusVariant>
#include <QtTest>

using namespace interdict;

Q_DECLARE_METATYPE(std::optional<bool>)

class SystemSchemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
};

void SystemSchemeTest::reads_data()
{
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<std::optional<bool>>("dark");

    const auto wrapped = [](const QVariant& value) { return QVariant::fromValue(QDBusVariant(value)); };
    QTest::newRow("no preference") << QVariant(0U) << std::optional<bool>();
    QTest::newRow("dark") << QVariant(1U) << std::optional(true);
    QTest::newRow("light") << QVariant(2U) << std::optional(false);
    QTest::newRow("wrapped") << wrapped(1U) << std::optional(true);
    QTest::newRow("wrapped twice, as Read answers") << wrapped(wrapped(2U)) << std::optional(false);
    QTest::newRow("of a later version") << QVariant(7U) << std::optional<bool>();
    QTest::newRow("not a number") << QVariant(QStringLiteral("dark")) << std::optional<bool>();
}

void SystemSchemeTest::reads()
{
    QFETCH(QVariant, value);
    QTEST(prefersDark(value), "dark");
}

QTEST_GUILESS_MAIN(SystemSchemeTest)
#include "tst_systemscheme.moc"
