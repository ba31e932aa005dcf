// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A figure's spec through JSON and back: nothing is lost but the logo, which no file carries; what is not
// understood is left at its default.
#include "widgets/figure/figurespec.h"

#include <QJsonDocument>
#include <QtTest>

using namespace interdict;

class FigureSpecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBack_data();
    void comesBack();
    void carriesNoPath();
    void ignoresWhatItDoesNotKnow();
    void namesAreUnique();
};

void FigureSpecTest::comesBack_data()
{
    QTest::addColumn<FigureSpec>("spec");
    QTest::newRow("default") << FigureSpec{};
    FigureSpec full;
    full.kind = FigureKind::Chart;
    full.filter = QStringLiteral("platform:DeepSeek \"personal data\"");
    full.asOf = dayOf(2025, 2, 10);
    full.lanes = LaneBy::Platform;
    full.colours = ColourBy::Status;
    full.mapMode = MapMode::FirstEvent;
    full.chart = {ChartKind::Ranking,
                  Facet::Concern,
                  std::nullopt,
                  TimeBin::Quarter,
                  true,
                  ChartCount::Jurisdictions,
                  5};
    full.matrix = {Facet::Bloc, Facet::Measure, MatrixValue::Strictest, MatrixOrder::Similarity};
    full.event = QStringLiteral("it-1");
    full.extent = FigureExtent::All;
    full.days = DayInterval{dayOf(2024, 12, 1), dayOf(2026, 6, 30)};
    full.box = GeoBox{-12.5, 34, 41, 71.25};
    full.eachDay = {dayOf(2025, 1, 1), dayOf(2026, 1, 1)};
    full.each = Facet::Bloc;
    full.panels = 9;
    full.page = QStringLiteral("slide");
    full.freeSize = QSizeF(640.5, 480);
    full.theme = FigureTheme::Grey;
    full.font = QStringLiteral("Noto Serif");
    full.fontSize = 11;
    full.title = QStringLiteral("Über 100 Verbote");
    full.subtitle = QString::fromLatin1("");
    full.caption = QStringLiteral("n = 131");
    full.showLegend = false;
    full.showSource = false;
    QTest::newRow("everything") << full;
}

void FigureSpecTest::comesBack()
{
    QFETCH(FigureSpec, spec);
    const QByteArray text = QJsonDocument(toJson(spec)).toJson();
    QCOMPARE(figureSpecFrom(QJsonDocument::fromJson(text).object()), spec);
}

void FigureSpecTest::carriesNoPath()
{
    FigureSpec spec;
    spec.logo = QStringLiteral("/home/someone/logo.png");
    QVERIFY(!QJsonDocument(toJson(spec)).toJson().contains("someone"));
}

void FigureSpecTest::ignoresWhatItDoesNotKnow()
{
    const QByteArray text =
        R"({"kind":"hologram","theme":7,"panels":-3,"days":["soon"],"box":[1],"size":"big",
                                "chart":{"most":-1,"by":"weather"},"matrix":[]})";
    FigureSpec expected;
    expected.panels = 1;
    expected.chart.most = 1;
    QCOMPARE(figureSpecFrom(QJsonDocument::fromJson(text).object()), expected);
}

void FigureSpecTest::namesAreUnique()
{
    QSet<QString> names;
    for (const FigurePage& page : figurePages())
        names.insert(QLatin1String(page.key));
    QCOMPARE(names.size(), static_cast<qsizetype>(figurePages().size()));
    QVERIFY(names.contains(FigureSpec{}.page));
}

QTEST_APPLESS_MAIN(FigureSpecTest)
#include "tst_figurespec.moc"
