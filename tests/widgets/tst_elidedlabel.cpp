// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/elidedlabel.h"

#include <QTest>

namespace interdict {

class TestElidedLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatFits_data();
    void showsWhatFits();
};

void TestElidedLabel::showsWhatFits_data()
{
    QTest::addColumn<double>("share"); // of the text's own width
    QTest::addColumn<bool>("isWhole");
    QTest::newRow("more than enough") << 2.0 << true;
    QTest::newRow("half") << 0.5 << false;
    QTest::newRow("a sliver") << 0.1 << false;
}

void TestElidedLabel::showsWhatFits()
{
    QFETCH(double, share);
    QFETCH(bool, isWhole);
    ElidedLabel label;
    label.setText(QStringLiteral("as of 24 November 2026 · 30 jurisdictions"));
    const int needed = label.fontMetrics().horizontalAdvance(label.text());
    label.resize(static_cast<int>(needed * share), 20);
    QCOMPARE(label.shownText() == label.text(), isWhole);
    QVERIFY(isWhole || label.shownText().endsWith(QChar(0x2026)));
    QVERIFY(label.fontMetrics().horizontalAdvance(label.shownText()) <= label.width());
}

} // namespace interdict

QTEST_MAIN(interdict::TestElidedLabel)
#include "tst_elidedlabel.moc"
