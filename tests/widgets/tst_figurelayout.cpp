// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/figuregrid.h"
#include "widgets/figure/figurelayout.h"
#include "widgets/figure/figurespec.h"

#include <QtTest>

using namespace interdict;
using namespace Qt::StringLiterals;

namespace {

// Letters are half as wide as they are high; Chinese ones as wide.
double widthOf(const QString& text, const FigureFont& font)
{
    double width = 0;
    for (const QChar letter : text)
        width += letter.unicode() > 0x2e80 ? 1 : font.bold ? 0.56 : 0.52;
    return width * font.size;
}

FigureLayoutInput sample(const FigurePage& page)
{
    FigureLayoutInput in;
    in.size = page.size;
    in.margin = page.margin;
    in.fontSize = page.fontSize;
    in.title = QStringLiteral("Restrictions on DeepSeek");
    in.subtitle = QStringLiteral("131 events in 28 jurisdictions, Jan 2025 – Jun 2026");
    in.source = {QStringLiteral("Data: AI platform restrictions · 23 Nov 2026 · Interdict 0.1.0"),
                 QStringLiteral("Filter: platform:DeepSeek")};
    in.keys = {QStringLiteral("National block"), QStringLiteral("Service limited"),
               QStringLiteral("Official systems"), QStringLiteral("Lifting")};
    in.panels = {QString()};
    in.heightFor = [](double width) { return width / 2; };
    in.textWidth = widthOf;
    return in;
}

struct NamedBox
{
    QString name;
    QRectF rect;
};

std::vector<NamedBox> boxesOf(const FigureLayout& layout)
{
    std::vector<NamedBox> boxes;
    const auto add = [&boxes](const QString& name, const FigureTextBox& box) {
        if (!box.isEmpty())
            boxes.push_back({name, box.rect});
    };
    add(QStringLiteral("title"), layout.title);
    add(QStringLiteral("subtitle"), layout.subtitle);
    for (const FigureKeyBox& key : layout.keys) {
        boxes.push_back({QStringLiteral("swatch"), key.swatch});
        add(QStringLiteral("key"), key.label);
    }
    for (const FigurePanelBox& panel : layout.panels) {
        add(QStringLiteral("panel title"), panel.title);
        boxes.push_back({QStringLiteral("panel"), panel.rect});
    }
    add(QStringLiteral("note"), layout.note);
    add(QStringLiteral("caption"), layout.caption);
    add(QStringLiteral("source"), layout.source);
    add(QStringLiteral("number"), layout.pageNumber);
    if (!layout.logo.isEmpty())
        boxes.push_back({QStringLiteral("logo"), layout.logo});
    return boxes;
}

std::vector<FigureTextBox> textsOf(const FigureLayout& layout)
{
    std::vector<FigureTextBox> texts{layout.title,   layout.subtitle, layout.note,
                                     layout.caption, layout.source,   layout.pageNumber};
    for (const FigureKeyBox& key : layout.keys)
        texts.push_back(key.label);
    for (const FigurePanelBox& panel : layout.panels)
        texts.push_back(panel.title);
    return texts;
}

// What is wrong with a layout, one line a fault; empty where nothing is.
QStringList faults(const FigureLayout& layout)
{
    QStringList found;
    const QRectF page({}, layout.size);
    const std::vector<NamedBox> boxes = boxesOf(layout);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (!page.adjusted(-0.5, -0.5, 0.5, 0.5).contains(boxes[i].rect))
            found << boxes[i].name + QStringLiteral(" is not on the page");
        for (std::size_t j = i + 1; j < boxes.size(); ++j)
            if (const QRectF shared = boxes[i].rect & boxes[j].rect;
                shared.width() > 0.5 && shared.height() > 0.5)
                found << QStringLiteral("%1 and %2 overlap").arg(boxes[i].name, boxes[j].name);
    }
    for (const FigureTextBox& text : textsOf(layout))
        for (const QString& line : text.lines)
            if (widthOf(line, text.font) > text.rect.width() + 1)
                found << QStringLiteral("'%1' is cut").arg(line);
    return found;
}

const FigurePage& page(const char* key)
{
    for (const FigurePage& each : figurePages())
        if (qstrcmp(each.key, key) == 0)
            return each;
    qFatal("no such page");
}

} // namespace

class TestFigureLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOverlaps_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("panels");
        QTest::addColumn<bool>("keepsAspect");
        QTest::addColumn<bool>("isLong");
        for (const FigurePage& each : figurePages())
            for (const int panels : {1, 2, 6, 24})
                for (const bool keepsAspect : {false, true})
                    for (const bool isLong : {false, true})
                        QTest::addRow("%s, %d panels, %s, %s", each.key, panels,
                                      keepsAspect ? "maps" : "charts", isLong ? "long" : "short")
                            << QString::fromLatin1(each.key) << panels << keepsAspect << isLong;
    }
    void nothingOverlaps()
    {
        QFETCH(const QString, key);
        QFETCH(const int, panels);
        QFETCH(const bool, keepsAspect);
        QFETCH(const bool, isLong);
        FigureLayoutInput in = sample(page(qPrintable(key)));
        in.keepsAspect = keepsAspect;
        in.panels.clear();
        for (int i = 0; i < panels; ++i)
            in.panels << (panels == 1 ? QString() : QStringLiteral("European Union, %1 events").arg(i));
        if (isLong) {
            in.title = QStringLiteral("How governments restrict what their people may ask of a machine ")
                           .repeated(12);
            in.subtitle = QStringLiteral("every word of the filter, one after the other, ").repeated(8);
            in.note = QStringLiteral("An event with several concerns counts in each. ").repeated(4);
            in.caption = QStringLiteral("What the reader should see. ").repeated(10);
            in.source << QStringLiteral("Filter: country:") + QStringLiteral("IT,FR,DE,").repeated(60);
            in.logo = {400, 100};
            in.pageNumber = QStringLiteral("12 of 24");
            for (int i = 0; i < 14; ++i)
                in.keys << QStringLiteral("Concern number %1").arg(i);
        }
        const FigureLayout layout = layoutFigure(in);
        QCOMPARE(faults(layout), QStringList());
        QCOMPARE(layout.panels.size(), std::size_t(panels));
        // The foot does not take the page from what it is about.
        if (in.size.height() > 0 && panels == 1 && !keepsAspect)
            QVERIFY2(layout.panels[0].rect.height() > in.size.height() * (isLong ? 0.2 : 0.55),
                     qPrintable(layout.toText()));
    }

    // Large where it fits; then smaller; then over more lines; in the end with an ellipsis.
    void titleGivesWay_data()
    {
        QTest::addColumn<int>("letters");
        QTest::addColumn<double>("size");
        QTest::addColumn<int>("lines");
        QTest::addColumn<bool>("isElided");
        QTest::newRow("short") << 20 << 21.0 << 1 << false;
        QTest::newRow("two lines") << 100 << 21.0 << 2 << false;
        QTest::newRow("smaller") << 130 << 18.0 << 2 << false;
        QTest::newRow("smallest") << 190 << 12.0 << 2 << false;
        QTest::newRow("four lines") << 350 << 12.0 << 4 << false;
        QTest::newRow("elided") << 900 << 12.0 << 4 << true;
    }
    void titleGivesWay()
    {
        QFETCH(const int, letters);
        FigureLayoutInput in = sample(page("a4"));
        in.title = QStringLiteral("four ").repeated(letters / 5).trimmed();
        const FigureTextBox title = layoutFigure(in).title;
        QTEST(title.font.size, "size");
        QTEST(int(title.lines.size()), "lines");
        QTEST(title.lines.last().endsWith(u'…'), "isElided");
    }

    void wraps_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("room");
        QTest::addColumn<int>("most");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("fits") << "one two" << 7.0 << 3 << QStringList{"one two"};
        QTest::newRow("at spaces") << "one two three" << 8.0 << 3 << QStringList{"one two", "three"};
        QTest::newRow("a space at the end needs no room")
            << "one two" << 3.0 << 3 << QStringList{"one", "two"};
        QTest::newRow("within a long word") << "abcdefgh" << 3.0 << 9 << QStringList{"abc", "def", "gh"};
        QTest::newRow("long word after a short one")
            << "a bcdefgh" << 4.0 << 9 << QStringList{"a", "bcde", "fgh"};
        QTest::newRow("line feeds") << "a\nb c" << 9.0 << 9 << QStringList{"a", "b c"};
        QTest::newRow("between Chinese letters")
            << "限制人工智能" << 4.0 << 9 << QStringList{"限制人工", "智能"};
        QTest::newRow("elided") << "one two three four" << 8.0 << 2 << QStringList{"one two", "three…"};
        QTest::newRow("not within a letter of two signs")
            << u"e\u0301e\u0301e\u0301"_qs << 4.0 << 9 << QStringList{u"e\u0301e\u0301"_qs, u"e\u0301"_qs};
        QTest::newRow("no room at all") << "ab" << 0.0 << 9 << QStringList{"a", "b"};
        QTest::newRow("nothing") << "" << 9.0 << 9 << QStringList{""};
    }
    void wraps()
    {
        QFETCH(const QString, text);
        QFETCH(const double, room);
        QFETCH(const int, most);
        QTEST(wrappedText(text, room, most, [](const QString& line) { return double(line.size()); }),
              "lines");
    }

    // Six maps of twice their height: as many columns as make them largest.
    void gridMakesPanelsLarge_data()
    {
        QTest::addColumn<QSizeF>("room");
        QTest::addColumn<int>("panels");
        QTest::addColumn<int>("columns");
        QTest::newRow("one") << QSizeF(1000, 500) << 1 << 1;
        QTest::newRow("wide") << QSizeF(1200, 400) << 6 << 3;
        QTest::newRow("very wide") << QSizeF(2400, 200) << 6 << 6;
        QTest::newRow("tall") << QSizeF(500, 900) << 6 << 2;
        QTest::newRow("very tall") << QSizeF(300, 1400) << 6 << 1;
        QTest::newRow("24 upright") << QSizeF(680, 860) << 24 << 4;
    }
    void gridMakesPanelsLarge()
    {
        QFETCH(const QSizeF, room);
        QFETCH(const int, panels);
        const FigureGrid grid = gridFor(
            panels, room, 12, 18, [](double w) { return w / 2; }, true);
        QTEST(grid.columns, "columns");
        QVERIFY(grid.columns * grid.rows >= panels);
        QVERIFY(grid.rows * (grid.cell.height() + grid.gap) - grid.gap <= room.height() + 0.5);
        for (int columns = 1; columns <= panels; ++columns) { // no other number makes them larger
            const int rows = (panels + columns - 1) / columns;
            const double width = (room.width() - (columns - 1) * grid.gap) / columns;
            const double height = (room.height() - (rows - 1) * grid.gap) / rows - 18;
            QVERIFY(std::min(width, 2 * height) <= grid.usedWidth + 1);
        }
    }

    // Beside a map where it would stand empty otherwise, above it where that costs less.
    void keyGoesWhereThereIsRoom()
    {
        FigureLayoutInput in = sample(page("slide"));
        in.keepsAspect = true;
        in.heightFor = [](double width) { return width * 0.6; };
        QVERIFY(layoutFigure(in).keyRect.left() > layoutFigure(in).panels[0].rect.right());
        in.size = {700, 900};
        QVERIFY(layoutFigure(in).keyRect.bottom() <= layoutFigure(in).panels[0].rect.top());
    }

    void heightFollowsTheContent()
    {
        FigureLayoutInput in = sample(page("column"));
        const FigureLayout one = layoutFigure(in);
        in.heightFor = [](double width) { return width; };
        const FigureLayout higher = layoutFigure(in);
        QCOMPARE(higher.size.height() - one.size.height(), std::ceil(313.0) - std::ceil(313.0 / 2));
        QCOMPARE(one.source.rect.bottom() + in.margin, one.size.height());
    }

    void text()
    {
        FigureLayoutInput in = sample(page("two-columns"));
        in.caption = QStringLiteral("Numbers are events.");
        in.panels = {QStringLiteral("2024"), QStringLiteral("2025")};
        const QStringList expected{
            u"page 673×300"_qs,
            u"title 4,4 665×24 18px: Restrictions on DeepSeek"_qs,
            u"subtitle 4,30 665×15 11px: 131 events in 28 jurisdictions, Jan 2025 – Jun 2026"_qs,
            u"key 4,53 13×10: National block"_qs,
            u"key 100,53 13×10: Service limited"_qs,
            u"key 201,53 13×10: Official systems"_qs,
            u"key 306,53 13×10: Lifting"_qs,
            u"panel title 4,72 327×13 10px: 2024"_qs,
            u"panel 4,87 327×164"_qs,
            u"panel title 343,72 327×13 10px: 2025"_qs,
            u"panel 343,87 327×164"_qs,
            u"caption 4,257 665×12 9px: Numbers are events."_qs,
            u"source 4,275 665×21 8px: Data: AI platform restrictions · 23 Nov 2026 · Interdict 0.1.0 | Filter: platform:DeepSeek"_qs};
        QCOMPARE(layoutFigure(in).toText().split(u'\n'), expected);
    }
};

QTEST_GUILESS_MAIN(TestFigureLayout)
#include "tst_figurelayout.moc"
