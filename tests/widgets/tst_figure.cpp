// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/figure.h"

#include "model/englishplurals.h"
#include "model/map/mapgeometry.h"
#include "tests/support/recordingdevice.h"
#include "tests/support/starter.h"
#include "widgets/figure/figurefonts.h"
#include "widgets/figure/figurepanels.h"

#include <QBuffer>
#include <QSvgGenerator>
#include <QSvgRenderer>
#include <QtTest>

using namespace interdict;
using namespace interdict::test;

namespace {

const QString anyEventId = QStringLiteral("it-garante-deepseek-inquiry-2025");

// What a page holds that it should not, one line a fault.
QStringList faults(const RecordingEngine& drawn, QSizeF size, FigureKind kind)
{
    QStringList found;
    constexpr double slack = 1; // px, of the width of lines
    const QRectF page = QRectF({}, size).adjusted(-slack, -slack, slack, slack);
    if (!page.contains(drawn.reached))
        found << QStringLiteral("something reaches to %1,%2 … %3,%4")
                     .arg(drawn.reached.left())
                     .arg(drawn.reached.top())
                     .arg(drawn.reached.right())
                     .arg(drawn.reached.bottom());
    // Qt Charts clips to its place by itself; what would reach beyond is seen all the same.
    if (drawn.clipped && kind != FigureKind::Chart)
        found << QStringLiteral("a clip is set");
    if (drawn.patterned)
        found << QStringLiteral("a pattern is used as brush");
    if (drawn.bitmaps > 0)
        found << QStringLiteral("%1 bitmaps").arg(drawn.bitmaps);
    for (std::size_t i = 0; i < drawn.texts.size(); ++i) {
        for (std::size_t j = i + 1; j < drawn.texts.size(); ++j) {
            const DrawnText& a = drawn.texts[i];
            const DrawnText& b = drawn.texts[j];
            const QRectF shared = a.box & b.box;
            if (shared.width() > 1 && shared.height() > 1)
                found << QStringLiteral("'%1' over '%2'").arg(a.text, b.text);
        }
    }
    return found;
}

QImage raster(const Figure& figure, int page = 0)
{
    QImage image(figure.size().toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    figure.paint(painter, page);
    return image;
}

QByteArray svgOf(const Figure& figure)
{
    QBuffer buffer;
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setSize(figure.size().toSize());
    svg.setViewBox(QRectF({}, figure.size()));
    QPainter painter(&svg);
    figure.paint(painter, 0);
    painter.end();
    return buffer.data();
}

// The mean of each cell of a grid: small shifts of text do not count, a missing fill does.
QImage coarse(const QImage& image)
{
    return image
        .scaled(image.width() / 12, image.height() / 12, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_RGB32);
}

int greatestDifference(const QImage& a, const QImage& b)
{
    int most = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QColor one = a.pixelColor(x, y);
            const QColor other = b.pixelColor(x, y);
            most = std::max({most, std::abs(one.red() - other.red()), std::abs(one.green() - other.green()),
                             std::abs(one.blue() - other.blue())});
        }
    return most;
}

// What a figure can show, under a filter each.
struct Sample
{
    const char* name;
    const char* filter;
    FigureSpec spec;
};

std::vector<Sample> samples()
{
    std::vector<Sample> all;
    const auto add = [&all](const char* name, const char* filter, const FigureSpec& spec) {
        all.push_back({name, filter, spec});
    };
    FigureSpec spec;
    add("timeline", "", spec);
    spec.lanes = LaneBy::Concern;
    add("timeline by concern", "platform:DeepSeek", spec);
    spec.extent = FigureExtent::All;
    add("whole timeline", "", spec);
    spec.extent = FigureExtent::Visible;
    spec.days = DayInterval{dayOf(2025, 1, 20), dayOf(2025, 3, 10)};
    add("days of the timeline", "", spec);
    spec = {};
    spec.each = Facet::Bloc;
    add("timeline a bloc", "", spec);
    spec.extent = FigureExtent::All;
    add("whole timelines a bloc", "", spec);
    spec.extent = FigureExtent::Fitted;
    spec.panels = 24;
    spec.lanes = LaneBy::None;
    spec.each = Facet::Country;
    add("24 timelines", "", spec);
    spec = {};
    spec.kind = FigureKind::Map;
    add("map", "", spec);
    spec.mapMode = MapMode::Events;
    add("map of the US", "country:US", spec);
    spec.mapMode = MapMode::FirstEvent;
    spec.extent = FigureExtent::Visible;
    spec.box = GeoBox{-12, 34, 40, 62};
    add("part of the map", "", spec);
    spec = {};
    spec.kind = FigureKind::Map;
    for (int year = 2021; year <= 2026; ++year)
        spec.eachDay.push_back(dayOf(year, 3, 1));
    add("six maps", "", spec);
    spec.eachDay.clear();
    spec.each = Facet::Country;
    spec.panels = 24;
    add("24 maps", "", spec);
    spec = {};
    spec.kind = FigureKind::Table;
    add("table", "", spec);
    spec.extent = FigureExtent::All;
    add("whole table", "platform:DeepSeek", spec);
    spec = {};
    spec.kind = FigureKind::Card;
    spec.event = anyEventId;
    add("card", "", spec);
    for (const KeyOf<ChartKind>& chart : chartKinds()) {
        spec = {};
        spec.kind = FigureKind::Chart;
        spec.chart.kind = chart.value;
        add(chart.key, "", spec);
    }
    spec.chart.kind = ChartKind::OverTime;
    spec.each = Facet::Concern;
    add("six charts", "", spec);
    spec = {};
    spec.kind = FigureKind::Matrix;
    add("matrix", "", spec);
    spec.matrix = {Facet::Platform, Facet::Measure, MatrixValue::InForce, MatrixOrder::Similarity};
    add("matrix of platforms", "platform:DeepSeek", spec);
    spec.each = Facet::Bloc;
    add("six matrices", "", spec);
    spec = {};
    spec.title = QStringLiteral("القيود الحكومية على منصات الذكاء الاصطناعي ").repeated(6);
    spec.subtitle = QStringLiteral("限制人工智能平台的政府措施一览表").repeated(8);
    spec.caption = QStringLiteral("What the reader should see. ").repeated(12);
    spec.lanes = LaneBy::Measure;
    add("long texts", "-country:US,CA,IT,FR,DE,JP,KR,AU,BR,IN,PK,TW,GB,IE,BE,CZ,DK begins:2019..2026", spec);
    return all;
}

} // namespace

class TestFigure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::installTranslator(&m_plurals);
        m_geometry = MapGeometry::shipped().value();
    }
    void init()
    {
        m_starter.workspace.setFilter({});
        m_starter.workspace.setAsOf(fixedToday);
    }

    void everyPageHoldsAllWhole_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<FigureSpec>("spec");
        for (Sample sample : samples())
            for (const QSizeF size :
                 {QSizeF(120, 120), QSizeF(260, 0), QSizeF(400, 200), QSizeF(3000, 300)}) {
                sample.spec.freeSize = size;
                QTest::addRow("%s on %d×%d", sample.name, int(size.width()), int(size.height()))
                    << QString::fromLatin1(sample.filter) << sample.spec;
            }
        for (const FigurePage& page : figurePages())
            for (Sample sample : samples()) {
                sample.spec.page = QString::fromLatin1(page.key);
                QTest::addRow("%s on %s", sample.name, page.key)
                    << QString::fromLatin1(sample.filter) << sample.spec;
            }
    }
    void everyPageHoldsAllWhole()
    {
        QFETCH(const QString, filter);
        QFETCH(const FigureSpec, spec);
        m_starter.filter(filter);
        const Figure figure = make(spec);
        for (int page = 0; page < figure.pages(); ++page) {
            RecordingDevice device(figure.size());
            QPainter painter(&device);
            figure.paint(painter, page);
            painter.end();
            QVERIFY(!device.drawn().texts.empty());
            QCOMPARE(faults(device.drawn(), figure.size(), spec.kind).join(u'\n'), QString());
        }
    }

    // A vector file has no clip, so a panel has to keep to its place by itself.
    void panelsKeepToTheirPlace_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<FigureSpec>("spec");
        for (const Sample& sample : samples())
            QTest::newRow(sample.name) << QString::fromLatin1(sample.filter) << sample.spec;
    }
    void panelsKeepToTheirPlace()
    {
        QFETCH(const QString, filter);
        QFETCH(const FigureSpec, spec);
        m_starter.filter(filter);
        const auto panels = figurePanels(m_starter.workspace, spec).value();
        const FigureStyle style{Theme::print(), figureFont({}, 12), true};
        for (const QSizeF size : {QSizeF(300, 200), QSizeF(900, 300), QSizeF(240, 700)}) {
            const FigureSource source{m_starter.workspace, m_geometry, panels[0].rows, panels[0].asOf,
                                      panels};
            auto part = makeFigurePart(spec, source, style).value();
            const int pages = part->layout(size);
            for (int page = 0; page < pages; ++page) {
                RecordingDevice device(size);
                QPainter painter(&device);
                part->paint(painter, page);
                painter.end();
                QCOMPARE(faults(device.drawn(), size, spec.kind).join(u'\n'), QString());
            }
        }
    }

    void vectorAndPictureAgree_data()
    {
        QTest::addColumn<FigureSpec>("spec");
        FigureSpec spec;
        for (const KeyOf<FigureTheme>& theme : figureThemes()) {
            spec = {};
            spec.theme = theme.value;
            QTest::addRow("timeline, %s", theme.key) << spec;
            spec.kind = FigureKind::Map;
            QTest::addRow("map, %s", theme.key) << spec;
            spec.extent = FigureExtent::Visible;
            spec.box = GeoBox{-12, 34, 40, 62};
            QTest::addRow("part of the map, %s", theme.key) << spec;
        }
        spec = {};
        spec.kind = FigureKind::Table;
        QTest::newRow("table") << spec;
        spec.kind = FigureKind::Card;
        spec.event = anyEventId;
        QTest::newRow("card") << spec;
    }
    void vectorAndPictureAgree()
    {
        QFETCH(const FigureSpec, spec);
        const Figure figure = make(spec);
        const QByteArray svg = svgOf(figure);
        QVERIFY(!svg.contains("<image"));
        QVERIFY(!svg.contains("<pattern"));
        QImage drawn(figure.size().toSize(), QImage::Format_ARGB32_Premultiplied);
        drawn.fill(Qt::white);
        QPainter painter(&drawn);
        QSvgRenderer(svg).render(&painter);
        painter.end();
        const int difference = greatestDifference(coarse(raster(figure)), coarse(drawn));
        QVERIFY2(difference < 40, qPrintable(QString::number(difference)));
    }

    void titles_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<FigureSpec>("spec");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("subtitle");
        FigureSpec spec;
        QTest::newRow("all") << "" << spec << "Restrictions on AI platforms"
                             << "399 events in 52 jurisdictions, Jan 2019 – Jun 2026";
        QTest::newRow("platform") << "platform:DeepSeek" << spec << "Restrictions on DeepSeek"
                                  << "131 events in 28 jurisdictions, Jan 2025 – Jun 2026";
        QTest::newRow("much") << "platform:DeepSeek,TikTok country:IT -status:rejected concern:data_handling"
                              << spec << "Restrictions on DeepSeek or TikTok in Italy (Data handling)"
                              << "5 events in 1 jurisdiction, Jan 2021 – May 2025 · Status: not Rejected";
        QTest::newRow("nothing") << "platform:DeepSeek begins:1999" << spec << "Restrictions on DeepSeek"
                                 << "0 events";
        QTest::newRow("one") << "country:SN begins:2023-08" << spec
                             << "Restrictions on AI platforms in Senegal"
                             << "1 event in 1 jurisdiction, Aug 2023";
        spec.kind = FigureKind::Map;
        QTest::newRow("map") << "bloc:EU27" << spec
                             << "Restrictions on AI platforms in European Union members"
                             << "Strictest measure in force on 24 November 2026 · 85 events in 19 "
                                "jurisdictions, Jan 2021 – Jun 2026";
        spec.each = Facet::Platform;
        QTest::newRow("each") << "" << spec << "Restrictions by platform"
                              << "Strictest measure in force on 24 November 2026 · 399 events in 52 "
                                 "jurisdictions, Jan 2019 – Jun 2026";
        spec = {};
        spec.kind = FigureKind::Chart;
        spec.chart.kind = ChartKind::InForce;
        QTest::newRow("chart") << "" << spec << "Restrictions on AI platforms in force over time"
                               << "399 events in 52 jurisdictions, Jan 2019 – Jun 2026";
        spec.chart.kind = ChartKind::Diffusion;
        QTest::newRow("diffusion")
            << "bloc:EU27" << spec
            << "Restrictions in European Union members by platform: how fast others followed"
            << "85 events in 19 jurisdictions, Jan 2021 – Jun 2026";
        spec.chart.kind = ChartKind::Durations;
        QTest::newRow("durations") << "developer:CN" << spec
                                   << "Restrictions on AI platforms from China: how long they lasted"
                                   << "270 events in 48 jurisdictions, Nov 2019 – Jun 2026";
        spec.kind = FigureKind::Matrix;
        QTest::newRow("matrix") << "" << spec << "Restrictions on AI platforms by country and concern"
                                << "399 events in 52 jurisdictions, Jan 2019 – Jun 2026";
        spec.kind = FigureKind::Card;
        spec.event = anyEventId;
        QTest::newRow("card") << "" << spec << "Italian privacy authority asks DeepSeek for information"
                              << "";
    }
    void titles()
    {
        QFETCH(const QString, filter);
        QFETCH(const FigureSpec, spec);
        m_starter.filter(filter);
        QTEST(suggestedTitle(m_starter.workspace, spec), "title");
        QTEST(suggestedSubtitle(m_starter.workspace, spec), "subtitle");
    }

    void sources()
    {
        m_starter.filter(QStringLiteral("platform:DeepSeek -country:US"));
        const DataSetInfo& info = m_starter.workspace.dataSet().info();
        const QString made = PartialDate::parse(info.created.left(10))->display(QLocale(), true);
        QCOMPARE(
            sourceLines(m_starter.workspace, {}),
            QStringList({QStringLiteral("Data: %1 · %2 · as of 24 Nov 2026 · Interdict " INTERDICT_VERSION)
                             .arg(info.title, made),
                         QStringLiteral("Filter: -country:US platform:DeepSeek")}));
        // A count of all events does not hang on a day.
        FigureSpec spec;
        spec.kind = FigureKind::Map;
        spec.mapMode = MapMode::Events;
        QVERIFY(!sourceLines(m_starter.workspace, spec)[0].contains(QStringLiteral("as of")));
    }

    // What has no room is counted: the events of the lanes and of the last line are all events.
    void foldedLanesAreCounted()
    {
        FigureSpec spec;
        const NumberTable numbers = make(spec).numbers().front();
        double events = 0;
        for (const auto& row : numbers.rows)
            events += std::get<double>(row[2]);
        QCOMPARE(events, 399.0);
        const QString text = make(spec).toText();
        const auto more = QRegularExpression(QStringLiteral("and (\\d+) more: (\\d+) events")).match(text);
        QVERIFY(more.hasMatch());
        const auto shown = text.count(QRegularExpression(QStringLiteral("^(?!line )[^\n:]+ \\d+:"),
                                                         QRegularExpression::MultilineOption));
        QCOMPARE(int(shown) + more.captured(1).toInt(), int(numbers.rows.size()));
    }

    // Every lane is on one page and on one alone, the axis on each.
    void pagesHoldEveryLaneOnce()
    {
        FigureSpec spec;
        spec.extent = FigureExtent::All;
        spec.page = QStringLiteral("a4");
        const Figure figure = make(spec);
        QVERIFY(figure.pages() > 1);
        const NumberTable numbers = figure.numbers().front();
        const QStringList lines = figure.toText().split(u'\n');
        for (const auto& row : numbers.rows) {
            const QString head =
                QStringLiteral("%1 %2:").arg(std::get<QString>(row[0])).arg(std::get<double>(row[2]));
            const auto holds = [&head](const QString& line) { return line.startsWith(head); };
            QCOMPARE(int(std::count_if(lines.begin(), lines.end(), holds)), 1);
        }
        QCOMPARE(figure.toText().count(QStringLiteral("milestones:")), figure.pages());
    }

    void panelsAreTheMostFrequentValues()
    {
        FigureSpec spec;
        spec.each = Facet::Country;
        spec.panels = 3;
        const auto panels = figurePanels(m_starter.workspace, spec).value();
        QStringList titles;
        for (const FigurePanel& panel : panels) {
            titles << panel.title;
            for (const Row row : panel.rows)
                QVERIFY(m_starter.workspace.inResult(row));
        }
        QCOMPARE(titles, QStringList({QStringLiteral("United States (126)"), QStringLiteral("Canada (28)"),
                                      QStringLiteral("Australia (21)")}));
        m_starter.filter(QStringLiteral("country:IT,FR"));
        QCOMPARE(figurePanels(m_starter.workspace, spec).value().size(), std::size_t(2));
    }

    // A map of a day shows what had begun by it and is in force on it, whatever the window's as-of day.
    void panelsOfDays()
    {
        FigureSpec spec;
        spec.kind = FigureKind::Map;
        spec.eachDay = {dayOf(2025, 2, 15), dayOf(2019, 1, 1)};
        const Figure figure = make(spec);
        const std::vector<NumberTable> tables = figure.numbers();
        QCOMPARE(tables.size(), std::size_t(2));
        QCOMPARE(tables[0].title, QStringLiteral("1 January 2019"));
        for (std::size_t i = 0; i < tables.size(); ++i) {
            double events = 0, inForce = 0;
            for (const auto& row : tables[i].rows)
                if (!std::get<QString>(row[0]).contains(u'-')) {
                    events += std::get<double>(row[2]);
                    inForce += std::get<double>(row[3]);
                }
            const Columns& columns = m_starter.workspace.columns();
            const std::span<const Row> result = m_starter.workspace.result();
            const Day day = i == 0 ? dayOf(2019, 1, 1) : dayOf(2025, 2, 15);
            QCOMPARE(int(inForce), countInForce(columns, result, day));
            QCOMPARE(int(events), std::count_if(result.begin(), result.end(),
                                                [&](Row row) { return columns.startFirst[row] <= day; }));
        }
    }

    // Also of parts alone, and what is paler where a part has nothing of its own.
    void keyOfAMapInParts()
    {
        m_starter.filter(QStringLiteral("country:US"));
        FigureSpec spec;
        spec.kind = FigureKind::Map;
        const QString text = make(spec).toText();
        QStringList keys;
        const QRegularExpression key(QStringLiteral("^key [^:]+: (.*)$"),
                                     QRegularExpression::MultilineOption);
        for (const QRegularExpressionMatch& match : key.globalMatch(text))
            keys << match.captured(1);
        QCOMPARE(keys, QStringList({QStringLiteral("Service limited · 1 + 4 parts"),
                                    QStringLiteral("Official systems · 0 + 26 parts"),
                                    QStringLiteral("None under the filter · 51 + 6 parts"),
                                    QStringLiteral("Events, none in force · 0 + 1 part"),
                                    QStringLiteral("No event in the record"),
                                    QStringLiteral("Paler: the country's own, where a part has none")}));
    }

    void numbersOfATableAreItsEvents()
    {
        m_starter.filter(QStringLiteral("platform:DeepSeek"));
        FigureSpec spec;
        spec.kind = FigureKind::Table;
        QStringList uids;
        const NumberTable numbers = make(spec).numbers().front();
        for (const auto& row : numbers.rows)
            uids << std::get<QString>(row[0]);
        QCOMPARE(uids, m_starter.resultUids());
    }

    void errors_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<FigureSpec>("spec");
        QTest::addColumn<QString>("message");
        FigureSpec spec;
        QTest::newRow("empty result")
            << "begins:1999" << spec
            << "No event passes the filter, so there is nothing to show. Take a condition away.";
        spec.page = QStringLiteral("a3");
        QTest::newRow("page")
            << "" << spec
            << "There is no page “a3”: choose one of a4, a4-landscape, letter, letter-landscape, slide, "
               "slide-4-3, column, two-columns, or a size as WIDTHxHEIGHT.";
        spec.freeSize = QSizeF(10, 5000);
        QTest::newRow("size")
            << "" << spec
            << "A figure of 10 × 5000 px cannot be made: each side has from 120 to 20000 px; a height "
               "of 0 is as high as the content wants.";
        spec = {};
        spec.kind = FigureKind::Card;
        QTest::newRow("no event") << "" << spec
                                  << "No event is named: choose one to make a figure of its card.";
        spec.event = QStringLiteral("nobody-knows");
        QTest::newRow("unknown event")
            << "" << spec << "No event has the id “nobody-knows”; it may have been deleted.";
        spec = {};
        spec.logo = QStringLiteral("/nowhere/logo.png");
        QTest::newRow("logo") << "" << spec
                              << "The logo /nowhere/logo.png cannot be read: No such file or directory";
    }
    void errors()
    {
        QFETCH(const QString, filter);
        QFETCH(const FigureSpec, spec);
        m_starter.filter(filter);
        const auto figure = Figure::make(m_starter.workspace, m_geometry, spec, false);
        QVERIFY(!figure);
        QTEST(figure.error().message, "message");
    }

    void logoKeepsItsAspect_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isPicture");
        QByteArray png;
        QBuffer buffer(&png);
        QImage(400, 100, QImage::Format_RGB32).save(&buffer, "PNG");
        const QByteArray svg = R"(<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100">)"
                               R"(<rect width="400" height="100" fill="red"/></svg>)";
        QTest::newRow("PNG") << "logo.png" << png << true;
        QTest::newRow("SVG") << "logo.svg" << svg << true;
        QTest::newRow("no picture") << "logo.png" << QByteArray("nothing of the kind") << false;
        QTest::newRow("broken SVG") << "logo.svg" << QByteArray("<svg") << false;
    }
    void logoKeepsItsAspect()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, bytes);
        QFETCH(const bool, isPicture);
        QTemporaryDir folder;
        FigureSpec spec;
        spec.logo = folder.filePath(name);
        QFile file(spec.logo);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        const auto figure = Figure::make(m_starter.workspace, m_geometry, spec, false);
        QCOMPARE(figure.has_value(), isPicture);
        if (!isPicture) {
            QVERIFY2(figure.error().message.contains(spec.logo), qPrintable(figure.error().message));
            return;
        }
        const auto size =
            QRegularExpression(QStringLiteral("logo \\d+,\\d+ (\\d+)×(\\d+)")).match(figure->toText());
        QVERIFY(size.hasMatch());
        QCOMPARE(size.captured(1).toInt(), 4 * size.captured(2).toInt());
    }

    // Figures lie on coloured slides: where the ground is left out, nothing else fills it.
    void groundIsLeftOut_data()
    {
        QTest::addColumn<FigureKind>("kind");
        QTest::addColumn<FigureTheme>("theme");
        QTest::newRow("timeline, dark") << FigureKind::Timeline << FigureTheme::Dark;
        QTest::newRow("timeline, print") << FigureKind::Timeline << FigureTheme::Print;
        QTest::newRow("map, print") << FigureKind::Map << FigureTheme::Print;
        QTest::newRow("map, grey") << FigureKind::Map << FigureTheme::Grey;
        QTest::newRow("table, light") << FigureKind::Table << FigureTheme::Light;
    }
    void groundIsLeftOut()
    {
        FigureSpec spec;
        QFETCH(const FigureKind, kind);
        spec.kind = kind;
        QFETCH(const FigureTheme, theme);
        spec.theme = theme;
        const Figure figure = make(spec);
        QImage image(figure.size().toSize(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        figure.paint(painter, 0, true);
        painter.end();
        int clear = 0;
        for (int y = 0; y < image.height(); y += 7)
            for (int x = 0; x < image.width(); x += 7)
                clear += qAlpha(image.pixel(x, y)) == 0 ? 1 : 0;
        const int all = (image.height() / 7 + 1) * (image.width() / 7 + 1);
        QVERIFY2(clear > all / 2, qPrintable(QStringLiteral("%1 of %2").arg(clear).arg(all)));
        QVERIFY(clear < all * 0.98);
    }

    // Given texts stand as given, and an empty one is none.
    void textsAreTheUsersOwn()
    {
        FigureSpec spec;
        spec.title.emplace(QStringLiteral("My title"));
        spec.subtitle.emplace();
        spec.caption = QStringLiteral("My caption");
        spec.showSource = spec.showLegend = false;
        const Figure figure = make(spec);
        QCOMPARE(figure.title(), QStringLiteral("My title"));
        const QString text = figure.toText();
        QVERIFY(text.contains(QStringLiteral("My caption")));
        QVERIFY(!text.contains(QStringLiteral("subtitle ")));
        QVERIFY(!text.contains(QStringLiteral("source ")));
        QVERIFY(!text.contains(QStringLiteral("key ")));
    }

    // Nothing on the way to a figure reads the workspace again: it may be another by then.
    void outlivesTheWorkspace()
    {
        for (const KeyOf<FigureKind>& kind : figureKinds()) {
            FigureSpec spec;
            spec.kind = kind.value;
            spec.event = anyEventId;
            auto starter = std::make_unique<Starter>();
            auto geometry = std::make_unique<MapGeometry>(MapGeometry::shipped().value());
            const Figure figure = Figure::make(starter->workspace, *geometry, spec, false).value();
            const QImage before = raster(figure);
            starter.reset();
            geometry.reset();
            QCOMPARE(raster(figure), before);
        }
    }

private:
    Figure make(const FigureSpec& spec)
    {
        auto figure = Figure::make(m_starter.workspace, m_geometry, spec, true);
        if (!figure)
            qFatal("%s", qPrintable(figure.error().message));
        return std::move(*figure);
    }

    EnglishPlurals m_plurals;
    Starter m_starter;
    MapGeometry m_geometry;
};

QTEST_MAIN(TestFigure)
#include "tst_figure.moc"
