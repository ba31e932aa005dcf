// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/marks.h"

#include <QTest>

namespace interdict {

class TestMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textReads_data();
    void textReads();
    void paperIsWhite();
    void greyHasNoColour();
    void greyTellsClassesApart();
    void standsOutFromThePanel_data();
    void standsOutFromThePanel();
    void mixes();
    void drawsAColourOfItsOwn();
    void makesAColourReadable_data();
    void makesAColourReadable();
};

namespace {

struct NamedTheme
{
    const char* name;
    Theme theme;
};

std::vector<NamedTheme> allThemes()
{
    return {{"light", Theme::light()},
            {"dark", Theme::darkTheme()},
            {"print", Theme::print()},
            {"grey", Theme::grey()}};
}

std::vector<QColor> coloursOf(const Theme& t)
{
    std::vector<QColor> all{t.ground, t.panel, t.line,       t.ink,      t.dim,    t.faint,   t.accent,
                            t.land,   t.water, t.accentSoft, t.onAccent, t.border, t.landZero};
    all.insert(all.end(), t.measure.begin(), t.measure.end());
    all.insert(all.end(), t.categories.begin(), t.categories.end());
    all.insert(all.end(), t.sequence.begin(), t.sequence.end());
    return all;
}

} // namespace

void TestMarks::textReads_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    for (const auto& [name, t] : allThemes()) {
        QTest::addRow("ink, %s", name) << t.ink << t.panel;
        QTest::addRow("dim, %s", name) << t.dim << t.panel;
        QTest::addRow("accent, %s", name) << t.accent << t.panel;
        QTest::addRow("chosen, %s", name) << (t.dark ? t.ink : t.accent) << t.accentSoft;
        QTest::addRow("on accent, %s", name) << t.onAccent << t.accent;
        for (const QColor& colour : t.measure)
            QTest::addRow("count on %s, %s", qPrintable(colour.name()), name) << readableOn(colour) << colour;
    }
}

void TestMarks::textReads()
{
    QFETCH(const QColor, ink);
    QFETCH(const QColor, ground);
    QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(QString::number(contrast(ink, ground))));
}

void TestMarks::paperIsWhite()
{
    for (const Theme& theme : {Theme::print(), Theme::grey()}) {
        QCOMPARE(theme.panel, QColor(Qt::white));
        QCOMPARE(theme.ground, QColor(Qt::white));
        // Every mark has an edge, darker than itself.
        for (const QColor& colour : theme.measure)
            QVERIFY(contrast(markOutline({colour, MarkShape::Square}, theme), theme.panel) >
                    contrast(colour, theme.panel));
    }
}

void TestMarks::greyHasNoColour()
{
    for (const QColor& colour : coloursOf(Theme::grey()))
        QCOMPARE(colour.saturation(), 0);
    // Nor has what someone chose for a term.
    Term term;
    term.code = term.label = QStringLiteral("law");
    term.colour = QStringLiteral("#7a30c0");
    Vocabulary words;
    words.setTerms(TermKind::Concern, {term});
    const MarkScheme scheme(Theme::grey(), words, ColourBy::Concern);
    QCOMPARE(scheme.style(QStringLiteral("law")).colour.saturation(), 0);
}

// By shape, or by a lightness that differs by a tenth of the way from black to white at least.
void TestMarks::greyTellsClassesApart()
{
    const Theme theme = Theme::grey();
    Vocabulary words;
    std::vector<Term> concerns;
    for (int i = 0; i < 16; ++i) {
        Term term;
        term.code = term.label = QString::number(i);
        concerns.push_back(term);
    }
    words.setTerms(TermKind::Concern, concerns);
    for (const ColourBy by : {ColourBy::Measure, ColourBy::Concern}) {
        const MarkScheme scheme(theme, words, by);
        const std::vector<LegendEntry>& legend = scheme.legend();
        for (std::size_t i = 0; i < legend.size(); ++i)
            for (std::size_t j = i + 1; j < legend.size(); ++j) {
                const MarkStyle& a = legend[i].style;
                const MarkStyle& b = legend[j].style;
                QVERIFY2(a.shape != b.shape || std::abs(a.colour.lightness() - b.colour.lightness()) >= 25,
                         qPrintable(legend[i].label + QStringLiteral(" and ") + legend[j].label));
            }
    }
    // Steps of a map, and what lies beside them.
    std::vector<QColor> steps{theme.land, theme.landZero};
    steps.insert(steps.end(), theme.sequence.begin(), theme.sequence.end());
    for (std::size_t i = 0; i + 1 < steps.size(); ++i)
        QVERIFY(steps[i].lightness() - steps[i + 1].lightness() >= 15);
}

void TestMarks::standsOutFromThePanel_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QColor>("colour");
    const std::vector<NamedTheme> themes = allThemes();
    for (int index = 0; index < static_cast<int>(themes.size()); ++index) {
        const auto& [name, theme] = themes[static_cast<std::size_t>(index)];
        const auto add = [index, of = name](const char* what, const QColor& colour) {
            QTest::addRow("%s %s, %s", what, qUtf8Printable(colour.name()), of) << index << colour;
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
    QFETCH(const int, index);
    QFETCH(const QColor, colour);
    const Theme theme = allThemes()[static_cast<std::size_t>(index)].theme;
    const QColor edge = markOutline({colour, MarkShape::Square}, theme);
    QVERIFY(std::max(contrast(colour, theme.panel), contrast(edge, theme.panel)) >= 3);
    // Where the colour does it alone, no edge is drawn on a screen.
    if (contrast(colour, theme.panel) >= 3 && !theme.outlined)
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
    words.setTerms(TermKind::Measure,
                   {term("block", 5, ""), term("law", 4, "#7a30c0"), term("order", 4, "")});
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
