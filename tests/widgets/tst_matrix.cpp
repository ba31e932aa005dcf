// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The matrix: its layout as text, and the view through what a hand, a keyboard and a screen reader do.
#include "tests/support/quiet.h"
#include "tests/support/starter.h"
#include "widgets/matrix/matrixpainter.h"
#include "widgets/matrix/matrixpanel.h"
#include "widgets/matrix/matrixview.h"
#include "widgets/timeline/hovercard.h"

#include <QAccessible>
#include <QBuffer>
#include <QComboBox>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QToolButton>
#include <QtTest>

using namespace interdict;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

// Six px a letter, lines of ten.
MatrixMeasures plainMeasures()
{
    return {[](const QString& text) { return 6.0 * double(text.size()); }, 10, QLocale::c()};
}

CrossTable madeTable(const QStringList& rows, const QStringList& columns, std::vector<std::uint32_t> counts)
{
    const auto certain = [](std::uint32_t number) {
        CrossCount count;
        count.count = count.certain = number;
        return count;
    };
    CrossTable table;
    for (const QString& row : rows)
        table.rows.push_back({row, row, certain(7), 0});
    for (const QString& column : columns)
        table.columns.push_back({column, column, certain(8), 0});
    for (const std::uint32_t number : counts)
        table.cells.push_back(certain(number));
    table.total = certain(12);
    return table;
}

MatrixLayout layOut(const CrossTable& table, QSizeF size, QPointF scroll = {})
{
    return layoutMatrix({table,
                         measureMatrix(table, plainMeasures(), size),
                         size,
                         scroll,
                         {0, static_cast<int>(table.rows.size())},
                         {0, static_cast<int>(table.columns.size())},
                         plainMeasures()});
}

} // namespace

class MatrixTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void lines_data();
    void lines();
    void headingsStandUprightWhereTheyFit();
    void headingsTurnWhereTheyDoNot();
    void whatScrolledAwayIsNotLaidOut();
    void whatIsWhere();
    void everyRectIsHitAtItsCentre();
    void fewShadesAreFarApart();
    void legendOfMeasures();

    void clickFiltersTheCellAndLetsGo();
    void clickOnAHeading();
    void clickOnAnEmptyCellDoesNothing();
    void aPressThatEndsElsewhereDoesNothing();
    void keysWalkAndChoose();
    void focusFollowsItsRow();
    void hoverTells();
    void wheelScrollsUnderTheHeadings();
    void choicesOfTheHead();
    void swapping();
    void aFacetIsNeverTwice();
    void stateComesBack();
    void emptyStatesSpeak_data();
    void emptyStatesSpeak();
    void screenReader();
    void figureOfThePainterHasNoPictures();

private:
    MatrixView& view() { return m_panel->view(); }
    QPoint centre(CrossSpot spot) { return view().shown().rectOf(spot).center().toPoint(); }
    void click(CrossSpot spot) { QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, centre(spot)); }
    CrossSpot spotOf(const char* row, const char* column);
    QComboBox* box(const char* name);
    void pick(const char* name, const char* choice);
    std::size_t shownRows() { return m_starter->workspace.result().size(); }

    std::unique_ptr<test::Starter> m_starter;
    std::unique_ptr<MatrixPanel> m_panel;
};

void MatrixTest::initTestCase()
{
    m_starter = std::make_unique<test::Starter>();
    m_panel = std::make_unique<MatrixPanel>(m_starter->workspace);
    m_panel->resize(900, 500);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_panel->activateWindow();
    QTRY_VERIFY(m_panel->isActiveWindow());
}

void MatrixTest::init()
{
    test::failOnWarnings();
    m_panel->resize(900, 500);
    m_starter->workspace.setFilter({});
    m_starter->workspace.setAsOf(test::fixedToday);
    view().setSpec({});
    view().setFocus();
    view().setFocusSpot(std::nullopt);
    view().horizontalScrollBar()->setValue(0);
    view().verticalScrollBar()->setValue(0);
}

CrossSpot MatrixTest::spotOf(const char* row, const char* column)
{
    const auto find = [](const std::vector<CrossHeading>& headings, const char* code) {
        const auto it = std::find_if(headings.begin(), headings.end(), [code](const CrossHeading& heading) {
            return heading.code == QLatin1String(code);
        });
        return it == headings.end() ? -1 : static_cast<int>(it - headings.begin());
    };
    return {find(view().table().rows, row), find(view().table().columns, column)};
}

QComboBox* MatrixTest::box(const char* name)
{
    for (QComboBox* each : m_panel->findChildren<QComboBox*>())
        if (each->accessibleName() == QLatin1String(name))
            return each;
    qFatal("no %s", name);
}

void MatrixTest::pick(const char* name, const char* choice)
{
    QComboBox* choices = box(name);
    choices->setFocus();
    QTest::keyClick(choices, Qt::Key_Home);
    for (int i = 0; i < choices->count() && choices->currentText() != QLatin1String(choice); ++i)
        QTest::keyClick(choices, Qt::Key_Down);
    QCOMPARE(choices->currentText(), QLatin1String(choice));
}

void MatrixTest::lines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("width");
    QTest::addColumn<int>("most");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("one word") << s("Fraud") << 60.0 << 2 << QStringList{s("Fraud")};
    QTest::newRow("two lines") << s("Data handling") << 60.0 << 2 << QStringList{s("Data"), s("handling")};
    QTest::newRow("no more lines") << s("Foreign government access") << 66.0 << 2
                                   << QStringList{s("Foreign"), s("government…")};
    QTest::newRow("together") << s("Foreign government access") << 160.0 << 1
                              << QStringList{s("Foreign government access")};
    QTest::newRow("a long word") << s("Verantwortung") << 36.0 << 3 << QStringList{s("Veran…")};
    QTest::newRow("nothing") << QString() << 36.0 << 3 << QStringList{};
}

void MatrixTest::lines()
{
    QFETCH(const QString, text);
    QFETCH(const double, width);
    QFETCH(const int, most);
    QTEST(wrappedLines(text, width, most, plainMeasures().textWidth), "lines");
}

void MatrixTest::headingsStandUprightWhereTheyFit()
{
    const CrossTable table =
        madeTable({s("Italy"), s("France")}, {s("Data handling"), s("Fraud")}, {1, 0, 4, 9});
    QCOMPARE(layOut(table, {300, 200}).toText(table), s("body 81,33 219×167 of 218×30, scrolled 0,0\n"
                                                        "column 51,0 30×33 *\n"
                                                        "column 81,0 109×33 Data handling\n"
                                                        "column 190,0 109×33 Fraud\n"
                                                        "row 0,18 81×15 *\n"
                                                        "row 0,33 81×15 Italy\n"
                                                        "row 0,48 81×15 France\n"
                                                        "cell 81,33 109×15 1 shade 0\n"
                                                        "cell 81,48 109×15 4 shade 1\n"
                                                        "cell 190,48 109×15 9 shade 2\n"));
}

void MatrixTest::headingsTurnWhereTheyDoNot()
{
    const CrossTable table = madeTable({s("Italy")}, {s("Data handling"), s("Fraud")}, {1, 2});
    const MatrixLayout layout = layOut(table, {150, 200});
    QVERIFY(layout.frame.isTurned);
    QCOMPARE(layout.columnHeads[1].lines, (QStringList{s("Data handling")}));
    QVERIFY(layout.frame.headHeight >= 6 * 13);
}

void MatrixTest::whatScrolledAwayIsNotLaidOut()
{
    QStringList rows;
    for (int i = 0; i < 1000; ++i)
        rows << QString::number(i);
    const CrossTable table = madeTable(rows, {s("A")}, std::vector<std::uint32_t>(1000, 1));
    const MatrixLayout layout = layOut(table, {200, 133}, {0, 15 * 500.5});
    QVERIFY(layout.cells.size() < 12);
    QCOMPARE(layout.cells.front().spot, (CrossSpot{500, 0}));
    QCOMPARE(layout.rectOf({500, 0}).top(), layout.body.top() - 7.5);
    QCOMPARE(layout.rowHeads.front().index, -1); // that of all stands
    // No further than there is something.
    QCOMPARE(layOut(table, {200, 133}, {50, 1e9}).scroll, layout.scrollRange());
    QCOMPARE(layout.scrollTo({0, 0}).y(), 0.0);
    QCOMPARE(layout.scrollTo({999, 0}), layout.scrollRange());
    QCOMPARE(layout.scrollTo({502, 0}), layout.scroll);
}

void MatrixTest::whatIsWhere()
{
    const CrossTable table =
        madeTable({s("Italy"), s("France")}, {s("Data handling"), s("Fraud")}, {1, 0, 4, 9});
    const MatrixLayout layout = layOut(table, {400, 200});
    QCOMPARE(layout.spotAt({2, 2}), std::nullopt);
    QCOMPARE(layout.spotAt({62, 25}), std::optional(CrossSpot{}));
    QCOMPARE(layout.spotAt({2, 40}), std::optional(CrossSpot{0, -1}));
    QCOMPARE(layout.spotAt({95, 2}), std::optional(CrossSpot{-1, 0}));
    QCOMPARE(layout.spotAt({95, 52}), std::optional(CrossSpot{1, 0}));
    QCOMPARE(layout.spotAt({399, 52}), std::nullopt); // beside the last column
    QCOMPARE(layout.spotAt({95, 199}), std::nullopt);
    QCOMPARE(layout.spotAt({95, 500}), std::nullopt);
}

void MatrixTest::everyRectIsHitAtItsCentre()
{
    const MatrixLayout& layout = view().shown();
    for (const MatrixCell& cell : layout.cells)
        if (layout.body.contains(cell.rect.center()))
            QCOMPARE(layout.spotAt(cell.rect.center()), std::optional(cell.spot));
    QVERIFY(layout.cells.size() > 100);
}

void MatrixTest::fewShadesAreFarApart()
{
    const Theme theme = Theme::light();
    for (std::size_t shades = 1; shades <= theme.sequence.size(); ++shades) {
        std::vector<QRgb> seen;
        for (std::size_t shade = 0; shade < shades; ++shade)
            seen.push_back(shadeColour(static_cast<int>(shade), shades, theme).rgb());
        std::sort(seen.begin(), seen.end());
        QCOMPARE(std::unique(seen.begin(), seen.end()), seen.end());
    }
    QCOMPARE(shadeColour(5, 6, theme), theme.sequence[5]);
}

void MatrixTest::legendOfMeasures()
{
    const MarkScheme marks(Theme::light(), m_starter->workspace.vocabulary(), ColourBy::Measure);
    QVERIFY(matrixLegend(view().table(), marks).empty());
    view().setSpec({Facet::Country, Facet::Concern, MatrixValue::Strictest, MatrixOrder::Total});
    const auto legend = matrixLegend(view().table(), marks);
    QCOMPARE(legend.size(), std::size_t(3)); // what restricts and is in force
    QCOMPARE(legend.front().label, measureClassLabel(MeasureClass::NationalBlock));
}

void MatrixTest::clickFiltersTheCellAndLetsGo()
{
    const CrossSpot spot = spotOf("IT", "data_handling");
    const auto expected = view().table().at(spot).count;
    QVERIFY(expected > 1);
    click(spot);
    QCOMPARE(shownRows(), expected);
    QCOMPARE(m_starter->workspace.filter()[Facet::Country].anyOf, QStringList{s("IT")});
    QCOMPARE(m_starter->workspace.filter()[Facet::Concern].anyOf, QStringList{s("data_handling")});
    const CrossSpot now = spotOf("IT", "data_handling");
    QVERIFY(view().isChosen(now));
    click(now);
    QVERIFY(m_starter->workspace.filter().isEmpty());
}

void MatrixTest::clickOnAHeading()
{
    view().setSpec({Facet::Platform, Facet::Measure, MatrixValue::InForce, MatrixOrder::Total});
    const CrossSpot row = spotOf("DeepSeek", "");
    QCOMPARE(row.column, -1);
    const auto expected = view().table().at(row).count;
    click(row);
    QCOMPARE(shownRows(), expected);
    QCOMPARE(m_starter->workspace.filter().inForceOn, std::optional(test::fixedToday));
    m_starter->workspace.setFilter({});
    const CrossSpot column = spotOf("", "device_ban");
    const auto ofColumn = view().table().at(column).count;
    click(column);
    QCOMPARE(shownRows(), ofColumn);
}

void MatrixTest::clickOnAnEmptyCellDoesNothing()
{
    QSignalSpy changed(&m_starter->workspace, &Workspace::filterChanged);
    const CrossTable& table = view().table();
    for (const MatrixCell& cell : view().shown().cells)
        if (table.at(cell.spot).count == 0 && view().shown().body.contains(cell.rect)) {
            click(cell.spot);
            QCOMPARE(changed.count(), 0);
            return;
        }
    QFAIL("no empty cell");
}

void MatrixTest::aPressThatEndsElsewhereDoesNothing()
{
    QTest::mousePress(view().viewport(), Qt::LeftButton, {}, centre({0, 0}));
    QTest::mouseRelease(view().viewport(), Qt::LeftButton, {}, centre({1, 1}));
    QVERIFY(m_starter->workspace.filter().isEmpty());
}

void MatrixTest::keysWalkAndChoose()
{
    const int lastRow = static_cast<int>(view().table().rows.size()) - 1;
    const int lastColumn = static_cast<int>(view().table().columns.size()) - 1;
    const auto press = [this](Qt::Key key, Qt::KeyboardModifiers with = {}) {
        QTest::keyClick(&view(), key, with);
        return view().focusSpot().value_or(CrossSpot{-9, -9});
    };
    QCOMPARE(press(Qt::Key_Down), (CrossSpot{0, 0}));
    QCOMPARE(press(Qt::Key_Down), (CrossSpot{1, 0}));
    QCOMPARE(press(Qt::Key_Right), (CrossSpot{1, 1}));
    QCOMPARE(press(Qt::Key_End), (CrossSpot{1, lastColumn}));
    QCOMPARE(press(Qt::Key_Right), (CrossSpot{1, lastColumn}));
    QCOMPARE(press(Qt::Key_Home), (CrossSpot{1, 0}));
    QCOMPARE(press(Qt::Key_Left), (CrossSpot{1, -1}));
    QCOMPARE(press(Qt::Key_End, Qt::ControlModifier), (CrossSpot{lastRow, lastColumn}));
    QVERIFY(view().verticalScrollBar()->value() > 0); // it is in sight
    QVERIFY(view().shown().body.contains(view().shown().rectOf({lastRow, lastColumn}).center()));
    QCOMPARE(press(Qt::Key_Home, Qt::ControlModifier), (CrossSpot{0, 0}));
    QVERIFY(press(Qt::Key_PageDown).row > 5);
    press(Qt::Key_Home, Qt::ControlModifier);
    const auto expected = view().table().at({0, 0}).count;
    press(Qt::Key_Return);
    QCOMPARE(shownRows(), expected);
    press(Qt::Key_Return);
    QVERIFY(m_starter->workspace.filter().isEmpty());
    press(Qt::Key_Escape);
    QCOMPARE(view().focusSpot(), std::nullopt);
}

void MatrixTest::focusFollowsItsRow()
{
    view().setFocusSpot(spotOf("IT", "transparency"));
    m_starter->filter(s("country:IT,FR,DE"));
    QCOMPARE(view().focusSpot(), std::optional(spotOf("IT", "transparency")));
    m_starter->filter(s("country:US"));
    QCOMPARE(view().focusSpot(), std::nullopt);
}

void MatrixTest::hoverTells()
{
    const auto* card = m_panel->findChild<HoverCard*>();
    const CrossSpot spot = spotOf("IT", "data_handling");
    QTest::mouseMove(view().viewport(), centre(spot));
    QTRY_VERIFY(card->isVisible());
    QVERIFY(card->text().contains(s("Italy × Data handling")));
    QVERIFY(card->text().contains(QString::number(view().table().at(spot).count)));
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(view().viewport(), &leave);
    QVERIFY(!card->isVisible());
}

void MatrixTest::wheelScrollsUnderTheHeadings()
{
    const QRectF heading = view().shown().rectOf({-1, 0});
    QWheelEvent wheel(QPointF(centre({2, 2})), view().mapToGlobal(centre({2, 2})), {}, {0, -240},
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(view().viewport(), &wheel);
    QTRY_VERIFY(view().verticalScrollBar()->value() > 0);
    QCOMPARE(view().shown().rectOf({-1, 0}), heading);
    QVERIFY(view().shown().rectOf({0, 0}).top() < heading.bottom());
}

void MatrixTest::choicesOfTheHead()
{
    pick("Rows of the matrix", "Platform");
    pick("Columns of the matrix", "Measure");
    pick("What the matrix counts", "Strictest in force");
    pick("Order of rows and columns", "By name");
    QCOMPARE(view().spec(),
             (MatrixSpec{Facet::Platform, Facet::Measure, MatrixValue::Strictest, MatrixOrder::Name}));
    QVERIFY(std::is_sorted(view().table().rows.begin(), view().table().rows.end(),
                           [](const CrossHeading& a, const CrossHeading& b) {
                               return QString::compare(a.label, b.label, Qt::CaseInsensitive) < 0;
                           }));
}

void MatrixTest::swapping()
{
    view().setFocusSpot(CrossSpot{2, 1});
    const QString row = view().table().rows[2].code;
    auto* button = m_panel->findChild<QToolButton*>();
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(view().spec().rows, Facet::Concern);
    QCOMPARE(view().spec().columns, Facet::Country);
    QCOMPARE(view().focusSpot(), std::optional(CrossSpot{1, 2}));
    QCOMPARE(view().table().columns[2].code, row);
    view().setFocus();
    QTest::keyClick(&view(), Qt::Key_T);
    QCOMPARE(view().spec().rows, Facet::Country);
}

// Keys step over the facet that the other side has.
void MatrixTest::aFacetIsNeverTwice()
{
    QComboBox* columns = box("Columns of the matrix");
    columns->setFocus();
    QTest::keyClick(columns, Qt::Key_Home);
    QCOMPARE(view().spec().columns, Facet::Bloc);
    for (int i = 0; i < facetCount; ++i) {
        QTest::keyClick(columns, Qt::Key_Down);
        QCOMPARE(view().spec().rows, Facet::Country);
        QVERIFY(view().spec().columns != Facet::Country);
    }
    m_panel->restoreState({{s("rows"), s("measure")}, {s("columns"), s("measure")}});
    QVERIFY(view().spec().rows != view().spec().columns);
}

void MatrixTest::stateComesBack()
{
    const MatrixSpec spec{Facet::Bloc, Facet::Platform, MatrixValue::InForce, MatrixOrder::Similarity};
    view().setSpec(spec);
    const QVariantMap state = m_panel->saveState();
    view().setSpec({});
    m_panel->restoreState(state);
    QCOMPARE(view().spec(), spec);
    QCOMPARE(box("Order of rows and columns")->currentText(), s("By similarity"));
}

void MatrixTest::emptyStatesSpeak_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<MatrixValue>("value");
    QTest::addColumn<bool>("isEmpty");
    QTest::newRow("something") << QString() << MatrixValue::Events << false;
    QTest::newRow("no event") << s("country:IT -country:IT") << MatrixValue::Events << true;
    QTest::newRow("none in force") << s("status:rejected") << MatrixValue::InForce << true;
}

void MatrixTest::emptyStatesSpeak()
{
    QFETCH(const QString, filter);
    QFETCH(const MatrixValue, value);
    QFETCH(const bool, isEmpty);
    m_starter->filter(filter);
    view().setSpec({Facet::Country, Facet::Concern, value, MatrixOrder::Total});
    QCOMPARE(view().table().isEmpty(), isEmpty);
    // Words stand in the middle of an empty view, and keys and clicks do no harm.
    const QImage picture = view().viewport()->grab().toImage();
    const QRect middle(picture.width() / 2 - 60, picture.height() / 2 - 12, 120, 24);
    int inked = 0;
    for (int y = middle.top(); y < middle.bottom(); ++y)
        for (int x = middle.left(); x < middle.right(); ++x)
            inked += picture.pixelColor(x, y) != picture.pixelColor(picture.width() / 2, 4) ? 1 : 0;
    QVERIFY(inked > 40);
    if (!isEmpty)
        return;
    QTest::keyClick(&view(), Qt::Key_Down);
    QTest::keyClick(&view(), Qt::Key_Return);
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, {40, 40});
    QCOMPARE(view().focusSpot(), std::nullopt);
}

void MatrixTest::screenReader()
{
    QAccessibleInterface* matrix = QAccessible::queryAccessibleInterface(&view());
    QVERIFY(matrix);
    QCOMPARE(matrix->role(), QAccessible::Table);
    QCOMPARE(matrix->text(QAccessible::Name), s("Matrix"));
    QAccessibleTableInterface* table = matrix->tableInterface();
    QVERIFY(table);
    QCOMPARE(table->rowCount(), static_cast<int>(view().table().rows.size()) + 1);
    QCOMPARE(table->columnDescription(1), view().table().columns[0].label);
    QCOMPARE(table->rowDescription(0), QString());

    const CrossSpot spot = spotOf("IT", "data_handling");
    QAccessibleInterface* cell = table->cellAt(spot.row + 1, spot.column + 1);
    QVERIFY(cell);
    QCOMPARE(cell->text(QAccessible::Name),
             s("Italy × Data handling: %1 event(s)")
                 .replace(s("%1"), QString::number(view().table().at(spot).count)));
    QCOMPARE(matrix->indexOfChild(cell), (spot.row + 1) * table->columnCount() + spot.column + 1);
    QCOMPARE(matrix->child(matrix->indexOfChild(cell)), cell);
    QCOMPARE(cell->tableCellInterface()->rowHeaderCells().front()->text(QAccessible::Name).left(5),
             s("Italy"));
    QCOMPARE(cell->tableCellInterface()->columnHeaderCells().front()->role(), QAccessible::ColumnHeader);
    const QPoint middle = cell->rect().center();
    QCOMPARE(matrix->childAt(middle.x(), middle.y()), cell);
    QVERIFY(!cell->state().selected);

    cell->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QCOMPARE(matrix->focusChild(), cell);
    const auto expected = view().table().at(spot).count;
    cell->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(shownRows(), expected);
}

// On paper nothing is a bitmap and nothing is cut: what the painter is told is lines, paths and text.
void MatrixTest::figureOfThePainterHasNoPictures()
{
    view().setSpec({Facet::Country, Facet::Concern, MatrixValue::Strictest, MatrixOrder::Total});
    QBuffer svg;
    QSvgGenerator generator;
    generator.setOutputDevice(&svg);
    QPainter painter(&generator);
    const MarkScheme marks(Theme::light(), m_starter->workspace.vocabulary(), ColourBy::Measure);
    paintMatrix(painter, view().shown(), view().table(),
                {Theme::light(), marks, QLocale::c(), false, {}, {}});
    painter.end();
    QVERIFY(!svg.data().contains("<image"));
    QVERIFY(!svg.data().contains("clip"));
    QVERIFY(svg.data().count("<text") > 50);
}

QTEST_MAIN(MatrixTest)
#include "tst_matrix.moc"
