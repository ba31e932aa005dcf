// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Charts as figures: every kind on every page, nothing over its edges, no pictures, and panels that compare.
#include "model/analysis/chart.h"
#include "model/map/mapgeometry.h"
#include "tests/support/recordingdevice.h"
#include "tests/support/starter.h"
#include "widgets/figure/figure.h"

#include <QPainter>
#include <QtTest>

using namespace interdict;
using namespace interdict::test;

class ChartPartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_geometry = MapGeometry::shipped().value(); }
    void init() { m_starter.workspace.setFilter({}); }
    void pagesHoldCharts_data();
    void pagesHoldCharts();
    void panelsShareTheirAxes_data();
    void panelsShareTheirAxes();
    void numbersAreTheCharts();
    void emptyFiguresSaySo();

private:
    Figure make(const FigureSpec& spec) const
    {
        auto figure = Figure::make(m_starter.workspace, m_geometry, spec, true);
        if (!figure)
            qFatal("%s", qPrintable(figure.error().message));
        return std::move(*figure);
    }

    Starter m_starter;
    MapGeometry m_geometry;
};

void ChartPartTest::pagesHoldCharts_data()
{
    QTest::addColumn<ChartKind>("kind");
    QTest::addColumn<QString>("page");
    for (const auto& kind : chartKinds())
        for (const FigurePage& page : figurePages())
            QTest::addRow("%s %s", kind.key, page.key) << kind.value << QString::fromLatin1(page.key);
}

void ChartPartTest::pagesHoldCharts()
{
    QFETCH(const ChartKind, kind);
    QFETCH(const QString, page);
    FigureSpec spec;
    spec.kind = FigureKind::Chart;
    spec.chart.kind = kind;
    spec.page = page;
    const Figure figure = make(spec);
    QCOMPARE(figure.pages(), 1);
    RecordingDevice device(figure.size());
    QPainter painter(&device);
    figure.paint(painter, 0);
    painter.end();
    const RecordingEngine& drawn = device.drawn();
    QCOMPARE(drawn.bitmaps, 0);
    QVERIFY(!drawn.patterned);
    QVERIFY(QRectF({}, figure.size()).adjusted(-1, -1, 1, 1).contains(drawn.reached));
    QVERIFY(drawn.texts.size() > 6);
    for (std::size_t i = 0; i < drawn.texts.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const QRectF shared = drawn.texts[i].box & drawn.texts[j].box;
            QVERIFY2(shared.width() <= 1 || shared.height() <= 1,
                     qPrintable(drawn.texts[i].text + QStringLiteral(" over ") + drawn.texts[j].text));
        }
}

void ChartPartTest::panelsShareTheirAxes_data()
{
    QTest::addColumn<ChartKind>("kind");
    for (const ChartKind kind : {ChartKind::OverTime, ChartKind::InForce, ChartKind::Ranking})
        QTest::newRow(qPrintable(keyOf(chartKinds(), kind))) << kind;
}

void ChartPartTest::panelsShareTheirAxes()
{
    QFETCH(const ChartKind, kind);
    FigureSpec spec;
    spec.kind = FigureKind::Chart;
    spec.chart.kind = kind;
    spec.chart.by = Facet::Concern;
    spec.each = Facet::Platform;
    spec.panels = 4;
    QStringList series, plots;
    for (const QString& line : make(spec).toText().split(u'\n')) {
        if (line.contains(QStringLiteral("series ")))
            series << line.section(QStringLiteral("series "), 1).section(u']', 0, 0);
        if (line.contains(QStringLiteral("plot ")))
            plots << line.section(QStringLiteral(", to "), 1);
    }
    QCOMPARE(plots.size(), 4);
    QCOMPARE(QSet<QString>(plots.begin(), plots.end()).size(), 1);
    QCOMPARE(series.size() % 4, 0);
    QVERIFY(series.size() >= 8);
    const auto each = series.size() / 4;
    for (qsizetype i = each; i < series.size(); ++i)
        QCOMPARE(series[i], series[i - each]);
}

void ChartPartTest::numbersAreTheCharts()
{
    m_starter.filter(QStringLiteral("platform:DeepSeek"));
    FigureSpec spec;
    spec.kind = FigureKind::Chart;
    spec.chart.kind = ChartKind::Ranking;
    spec.chart.by = Facet::Country;
    const auto numbers = make(spec).numbers();
    QCOMPARE(numbers.size(), 1U);
    QCOMPARE(numbers.front(), numberTable(chartData(chartSource(m_starter.workspace), spec.chart)));
    QVERIFY(numbers.front().rows.size() > 4);
}

void ChartPartTest::emptyFiguresSaySo()
{
    m_starter.filter(QStringLiteral("measure:advisory"));
    FigureSpec spec;
    spec.kind = FigureKind::Chart;
    spec.chart.kind = ChartKind::Durations; // what is advised does not bind
    const Figure figure = make(spec);
    RecordingDevice device(figure.size());
    QPainter painter(&device);
    figure.paint(painter, 0);
    painter.end();
    QVERIFY(std::any_of(device.drawn().texts.begin(), device.drawn().texts.end(), [](const DrawnText& text) {
        return text.text == QStringLiteral("Nothing to count under this filter");
    }));
}

QTEST_MAIN(ChartPartTest)
#include "tst_chartpart.moc"
