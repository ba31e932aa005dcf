// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers in English texts.
#include "model/englishplurals.h"

#include <QtTest>

using namespace interdict;

class EnglishPluralsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formsFollowTheNumber_data();
    void formsFollowTheNumber();
    void worksThroughTr();
};

void EnglishPluralsTest::formsFollowTheNumber_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("n");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << QStringLiteral("%n event(s)") << 0 << QStringLiteral("%n events");
    QTest::newRow("one") << QStringLiteral("%n event(s)") << 1 << QStringLiteral("%n event");
    QTest::newRow("many") << QStringLiteral("%n event(s)") << 399 << QStringLiteral("%n events");
    QTest::newRow("y") << QStringLiteral("%n country(ies)") << 1 << QStringLiteral("%n country");
    QTest::newRow("ies") << QStringLiteral("%n country(ies)") << 2 << QStringLiteral("%n countries");
    QTest::newRow("es") << QStringLiteral("%n box(es) open") << 2 << QStringLiteral("%n boxes open");
    QTest::newRow("twice") << QStringLiteral("%n day(s) of event(s)") << 2
                           << QStringLiteral("%n days of events");
    QTest::newRow("no form") << QStringLiteral("%n selected (all)") << 2
                             << QStringLiteral("%n selected (all)");
}

void EnglishPluralsTest::formsFollowTheNumber()
{
    QFETCH(QString, text);
    QFETCH(int, n);
    QTEST(withEnglishPlural(text, n), "expected");
}

void EnglishPluralsTest::worksThroughTr()
{
    EnglishPlurals plurals;
    QCoreApplication::installTranslator(&plurals);
    QCOMPARE(tr("%n country(ies)", nullptr, 3), QStringLiteral("3 countries"));
    QCOMPARE(tr("%n country(ies)", nullptr, 1), QStringLiteral("1 country"));
    QCOMPARE(tr("without a number (s)"), QStringLiteral("without a number (s)"));
    QCoreApplication::removeTranslator(&plurals);
}

QTEST_GUILESS_MAIN(EnglishPluralsTest)
#include "tst_englishplurals.moc"
