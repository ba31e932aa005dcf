// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/marks.h"

#include <QTest>

namespace interdict {

class TestMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsOutFromThePanel_data();
    void standsOutFromThePanel();
    void mixes();
};

void TestMarks::standsOutFromThePanel_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<QColor>("colour");
    for (const bool isDark : {false, true}) {
        const Theme theme = isDark ? Theme::darkTheme() : Theme::light();
        const auto add = [isDark](const char* of, const QColor& colour) {
            QTest::addRow("%s %s, %s", of, qUtf8Printable(colour.name()), isDark ? "dark" : "light")
                << isDark << colour;
        };
        for (const QColor& colour : theme.measure)
            add("measure", colour);
        for (const QColor& colour : theme.categories)
            add("category", colour);
        for (const QColor& colour : theme.sequence)
            add("step", colour);
    }
}

// The mark itself or its edge reaches the ratio that graphics need.
void TestMarks::standsOutFromThePanel()
{
    QFETCH(bool, isDark);
    QFETCH(QColor, colour);
    const Theme theme = isDark ? Theme::darkTheme() : Theme::light();
    const QColor edge = markOutline({colour, MarkShape::Square}, theme);
    QVERIFY(std::max(contrast(colour, theme.panel), contrast(edge, theme.panel)) >= 3);
    // Where the colour does it alone, no edge is drawn.
    if (contrast(colour, theme.panel) >= 3)
        QCOMPARE(edge, theme.panel);
}

void TestMarks::mixes()
{
    QCOMPARE(mixed(Qt::white, Qt::black, 1), QColor(Qt::white));
    QCOMPARE(mixed(Qt::white, Qt::black, 0), QColor(Qt::black));
    QCOMPARE(mixed(QColor(100, 0, 200), QColor(200, 100, 0), 0.25), QColor(175, 75, 50));
}

} // namespace interdict

QTEST_GUILESS_MAIN(interdict::TestMarks)
#include "tst_marks.moc"
