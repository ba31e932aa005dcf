// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The matrix of a figure: what fits, what is left out, pages, numbers.
#include "widgets/figure/figurepart.h"
#include "widgets/map/mapscene.h"

#include "tests/support/starter.h"

#include <QBuffer>
#include <QSvgGenerator>
#include <QtTest>

using namespace interdict;

class MatrixPartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allOfItOnAPage();
    void moreRoomLeavesNothingOut_data();
    void moreRoomLeavesNothingOut();
    void whatDoesNotFitIsTold();
    void pagesHoldEachRowOnce();
    void staysWithinItsSize_data();
    void staysWithinItsSize();
    void twiceTheSameFacetIsAnError();
    void nothingIsAnError();

private:
    Result<std::unique_ptr<FigurePart>> make(const FigureSpec& spec)
    {
        FigureStyle style{Theme::light(), QFont(), true};
        style.font.setPixelSize(12);
        const auto result = m_starter.workspace.result();
        return makeMatrixPart(
            spec,
            {m_starter.workspace, m_geometry, {result.begin(), result.end()}, m_starter.workspace.asOf()},
            style);
    }
    static FigureSpec spec(Facet rows, Facet columns, FigureExtent extent,
                           MatrixValue value = MatrixValue::Events)
    {
        FigureSpec made;
        made.kind = FigureKind::Matrix;
        made.matrix = {rows, columns, value, MatrixOrder::Total};
        made.extent = extent;
        return made;
    }
    test::Starter m_starter;
    MapGeometry m_geometry;
};

void MatrixPartTest::allOfItOnAPage()
{
    const auto part = make(spec(Facet::Measure, Facet::Concern, FigureExtent::Fitted));
    QVERIFY(part.has_value());
    const double height = (*part)->heightFor(1000);
    QCOMPARE((*part)->layout({1000, height}), 1);
    QVERIFY((*part)->toText().contains(QStringLiteral("font 12")));
    QVERIFY(!(*part)->toText().contains(QStringLiteral("more")));
    const NumberTable numbers = (*part)->numbers();
    QCOMPARE((*part)->toText().count(QStringLiteral("row ")), static_cast<qsizetype>(numbers.rows.size()));
    QVERIFY(!(*part)->note().isEmpty()); // concerns are several an event
}

void MatrixPartTest::moreRoomLeavesNothingOut_data()
{
    QTest::addColumn<QString>("filter");
    QTest::newRow("few rows") << QStringLiteral("bloc:G7");
    QTest::newRow("many rows") << QString();
}

// Rows grow into the room that there is, the row of all among them.
void MatrixPartTest::moreRoomLeavesNothingOut()
{
    QFETCH(const QString, filter);
    m_starter.filter(filter);
    const auto part =
        make(spec(Facet::Country, Facet::Concern, FigureExtent::Fitted, MatrixValue::Strictest));
    m_starter.filter({});
    QVERIFY(part.has_value());
    const double wanted = (*part)->heightFor(900);
    for (int more = -8; more < 60; more += 4) {
        (*part)->layout({900, wanted + more});
        QVERIFY2(!(*part)->toText().contains(QStringLiteral("more")), qPrintable(QString::number(more)));
    }
}

void MatrixPartTest::whatDoesNotFitIsTold()
{
    const auto part = make(spec(Facet::Country, Facet::Platform, FigureExtent::Fitted));
    QCOMPARE((*part)->layout({500, 300}), 1);
    const QString text = (*part)->toText();
    QVERIFY2(text.contains(QRegularExpression(QStringLiteral("and \\d+ more row.*and \\d+ more column"))),
             qPrintable(text.right(200)));
    QVERIFY(!text.contains(QStringLiteral("font 12"))); // first the letters became smaller
}

void MatrixPartTest::pagesHoldEachRowOnce()
{
    const auto part = make(spec(Facet::Country, Facet::Concern, FigureExtent::All));
    const int pages = (*part)->layout({500, 400});
    QVERIFY(pages > 3);
    const auto wanted = static_cast<qsizetype>((*part)->numbers().rows.size()) - 1;
    const auto across = (*part)->numbers().headers.size() - 2;
    const QString text = (*part)->toText();
    QCOMPARE(text.count(QStringLiteral("cell ")), [&] {
        qsizetype cells = 0;
        for (const auto& row : (*part)->numbers().rows)
            for (qsizetype i = 2; i < 2 + across; ++i)
                cells += std::get<double>(row[static_cast<std::size_t>(i)]) > 0 ? 1 : 0;
        for (qsizetype i = 2; i < 2 + across; ++i) // the row of all is no cell
            cells -= std::get<double>((*part)->numbers().rows[0][static_cast<std::size_t>(i)]) > 0 ? 1 : 0;
        return cells;
    }());
    QVERIFY(text.count(QStringLiteral("row ")) >= wanted + pages); // that of all on each
}

void MatrixPartTest::staysWithinItsSize_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<MatrixValue>("value");
    QTest::newRow("a page") << QSizeF(1000, 650) << MatrixValue::Events;
    QTest::newRow("a column") << QSizeF(320, 500) << MatrixValue::Strictest;
    QTest::newRow("a panel") << QSizeF(240, 160) << MatrixValue::InForce;
}

// Vectors alone, and nothing beyond the size.
void MatrixPartTest::staysWithinItsSize()
{
    QFETCH(const QSizeF, size);
    QFETCH(const MatrixValue, value);
    const auto part = make(spec(Facet::Country, Facet::Concern, FigureExtent::Fitted, value));
    QVERIFY(part.has_value());
    (*part)->layout(size);
    QImage picture(size.toSize() + QSize(200, 200), QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.translate(100, 100);
    (*part)->paint(painter, 0);
    painter.end();
    const QRect inside(QPoint(99, 99), size.toSize() + QSize(2, 2));
    int within = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            const bool isInked = picture.pixel(x, y) != qRgb(255, 255, 255);
            within += isInked && inside.contains(x, y) ? 1 : 0;
            QVERIFY2(!isInked || inside.contains(x, y), qPrintable(QStringLiteral("%1, %2").arg(x).arg(y)));
        }
    QVERIFY(within > 2000);
    QBuffer svg;
    QSvgGenerator generator;
    generator.setOutputDevice(&svg);
    QPainter onSvg(&generator);
    (*part)->paint(onSvg, 0);
    onSvg.end();
    QVERIFY(!svg.data().contains("<image"));
    QCOMPARE((*part)->legend().empty(), value != MatrixValue::Strictest);
}

void MatrixPartTest::twiceTheSameFacetIsAnError()
{
    const auto part = make(spec(Facet::Measure, Facet::Measure, FigureExtent::Fitted));
    QVERIFY(!part.has_value());
    QVERIFY(part.error().message.contains(facetLabel(Facet::Measure)));
}

void MatrixPartTest::nothingIsAnError()
{
    m_starter.filter(QStringLiteral("status:rejected"));
    QVERIFY(!make(spec(Facet::Country, Facet::Concern, FigureExtent::Fitted, MatrixValue::InForce)));
    QVERIFY(make(spec(Facet::Country, Facet::Concern, FigureExtent::Fitted)));
    m_starter.workspace.setFilter({});
}

QTEST_MAIN(MatrixPartTest)
#include "tst_matrixpart.moc"
