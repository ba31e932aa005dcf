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
    void drawsAColourOfItsOwn();
    void makesAColourReadable_data();
    void makesAColourReadable();
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

// In the list, the legend and at the event alike; its class keeps its own entry.
void TestMarks::drawsAColourOfItsOwn()
{
    const auto term = [](const char* code, int severity, const char* colour) {
        Term made;
        made.code = made.label = QLatin1String(code);
        made.severity = severity;
        made.restricts = severity > 2;
        made.colour = QLatin1String(colour);
        return made;
    };
    const Theme theme = Theme::light();
    Vocabulary words;
    words.setTerms(TermKind::Measure, {term("block", 5, ""), term("law", 4, "#7a30c0"), term("order", 4, "")});
    words.setTerms(TermKind::Concern, {term("fraud", 0, "#008000"), term("safety", 0, "")});
    Platform platform;
    platform.name = QStringLiteral("Grok");
    platform.colour = QStringLiteral("#ffffff");
    words.setPlatforms({platform});

    const MarkScheme measures(theme, words, ColourBy::Measure);
    QStringList legend;
    for (const LegendEntry& entry : measures.legend())
        legend << entry.code;
    QCOMPARE(legend.join(u' '), QStringLiteral("0 1 law 2 3 4 5"));
    QCOMPARE(measures.style(QStringLiteral("law")), (MarkStyle{QColor(0x7a30c0), MarkShape::Square}));
    QCOMPARE(measures.style(QStringLiteral("order")), measures.legend()[1].style);
    QCOMPARE(measures.legendIndex(QStringLiteral("law")), std::size_t(2));
    QCOMPARE(measures.legendIndex(QStringLiteral("none such")), measures.legend().size());
    QCOMPARE(EntryMarks(theme, words, TermKind::Measure).of(QStringLiteral("law")),
             std::optional(measures.style(QStringLiteral("law"))));

    const MarkScheme concerns(theme, words, ColourBy::Concern);
    QCOMPARE(concerns.style(QStringLiteral("fraud")).colour, QColor(0x008000));
    QCOMPARE(concerns.style(QStringLiteral("safety")).colour, theme.categories[1]);
    const EntryMarks marks(theme, words, TermKind::Concern);
    QCOMPARE(marks.of(QStringLiteral("fraud")), std::optional(concerns.style(QStringLiteral("fraud"))));
    QVERIFY(!marks.of(QStringLiteral("safety")));
    QVERIFY(contrast(EntryMarks(theme, words, std::nullopt).of(platform.name)->colour, theme.panel) >= 3);
    QVERIFY(EntryMarks(theme, words, TermKind::Scope).isEmpty());
}

void TestMarks::makesAColourReadable_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<QColor>("colour");
    for (const bool isDark : {false, true})
        for (const char* name : {"#ffffff", "#000000", "#ffff00", "#00008b", "#777777", "#ff2d55"})
            QTest::addRow("%s, %s", name, isDark ? "dark" : "light") << isDark << QColor(QLatin1String(name));
}

void TestMarks::makesAColourReadable()
{
    QFETCH(bool, isDark);
    QFETCH(QColor, colour);
    const Theme theme = isDark ? Theme::darkTheme() : Theme::light();
    const QColor readable = readableMark(colour, theme);
    QVERIFY(contrast(readable, theme.panel) >= 3);
    if (contrast(colour, theme.panel) >= 3)
        QCOMPARE(readable, colour);
}

} // namespace interdict

QTEST_GUILESS_MAIN(interdict::TestMarks)
#include "tst_marks.moc"
