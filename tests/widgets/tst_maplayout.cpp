// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/maplayout.h"
#include "widgets/map/mapmarkers.h"
#include "widgets/map/mappainter.h"
#include "widgets/map/mappath.h"
#include "widgets/map/mapscene.h"

#include "tests/support/starter.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>

#include <cmath>

using namespace interdict;

namespace {

const QSizeF window(1600, 900);

double characters(const QString& text)
{
    return 7.0 * double(text.size());
}

} // namespace

class TestMapLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Result<MapGeometry> read = MapGeometry::shipped();
        QVERIFY(read.has_value());
        m_geometry = *read;
    }
    void init()
    {
        m_starter.workspace.setFilter({});
        m_starter.workspace.clearSelection();
        m_scene.forgetPlaces();
        m_scene.setMode(MapMode::StrictestInForce);
        m_viewport = MapViewport::fitting(worldBox(), window, QRectF({}, window));
    }

    void viewportRoundTrip_data()
    {
        QTest::addColumn<QPointF>("pixel");
        QTest::addColumn<double>("factor");
        QTest::newRow("middle") << QPointF(800, 450) << 1.0;
        QTest::newRow("corner, closer") << QPointF(0, 0) << 8.0;
        QTest::newRow("outside, closest") << QPointF(-50, 1000) << 1e9;
        QTest::newRow("from afar") << QPointF(700, 300) << 1e-9;
    }
    void viewportRoundTrip()
    {
        QFETCH(QPointF, pixel);
        QFETCH(double, factor);
        const MapViewport zoomed = m_viewport.zoomedAbout({800, 450}, factor);
        QVERIFY(zoomed.scale >= MapViewport::leastScale && zoomed.scale <= MapViewport::greatestScale);
        const QPointF back = zoomed.toScreen(zoomed.toPlane(pixel));
        QVERIFY(QLineF(back, pixel).length() < 1e-6);
    }

    void zoomKeepsThePointerPut()
    {
        const QPointF pointer(431, 222);
        const PlanePoint under = m_viewport.toPlane(pointer);
        const QPointF after = m_viewport.zoomedAbout(pointer, 3.7).toScreen(under);
        QVERIFY2(QLineF(after, pointer).length() < 1e-6, qPrintable(QString::number(after.x())));
    }

    void fitShowsTheWholeBox_data()
    {
        QTest::addColumn<QSizeF>("size");
        QTest::newRow("wide") << QSizeF(1600, 400);
        QTest::newRow("high") << QSizeF(400, 900);
        QTest::newRow("tiny") << QSizeF(300, 150);
    }
    void fitShowsTheWholeBox()
    {
        QFETCH(QSizeF, size);
        const QRectF area(10, 10, size.width() - 20, size.height() - 60);
        const MapViewport fit = MapViewport::fitting(worldBox(), size, area);
        const MapBox world = worldBox();
        const QRectF shown(fit.toScreen({double(world.left), double(world.top)}),
                           fit.toScreen({double(world.right), double(world.bottom)}));
        QVERIFY(area.adjusted(-0.1, -0.1, 0.1, 0.1).contains(shown));
        QVERIFY(std::abs(shown.width() - area.width()) < 0.1 ||
                std::abs(shown.height() - area.height()) < 0.1);
    }

    void pixelsMeanPlaces_data()
    {
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        QTest::addColumn<QString>("zoom");
        QTest::addColumn<QString>("place");
        QTest::newRow("Texas on the world is the US") << -99.0 << 31.5 << ""
                                                      << "US";
        QTest::newRow("Texas close by") << -99.0 << 31.5 << "US"
                                        << "US-TX";
        QTest::newRow("Hawaii close by, no event of its own") << -155.5 << 19.6 << "US"
                                                              << "US-HI";
        QTest::newRow("Bavaria close by") << 11.5 << 48.2 << "DE"
                                          << "DE-BY";
        QTest::newRow("Lesotho in South Africa") << 28.2 << -29.6 << ""
                                                 << "LS";
        QTest::newRow("Chad, without events") << 18.0 << 15.0 << ""
                                              << "TD";
        QTest::newRow("the sea") << -35.0 << 30.0 << ""
                                 << "";
        QTest::newRow("France is never in parts: none acted") << 2.5 << 47.0 << "FR"
                                                              << "FR";
    }
    void pixelsMeanPlaces()
    {
        QFETCH(double, lon);
        QFETCH(double, lat);
        QFETCH(QString, zoom);
        QFETCH(QString, place);
        if (!zoom.isEmpty())
            zoomTo(zoom);
        const MapInput now = input();
        const MapLayout layout = layoutMap(now);
        QCOMPARE(placeAt(layout, now, m_viewport.toScreen(equalearth::forward({lon, lat}))), place);
    }

    void partsAppear_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("zoom");
        QTest::addColumn<bool>("divided");
        QTest::addColumn<bool>("inherits"); // parts without events show the country's own
        QTest::newRow("the world") << ""
                                   << "" << false << false;
        QTest::newRow("close by") << ""
                                  << "US" << true << true;
        QTest::newRow("the filter names the country") << "country:US"
                                                      << "" << true << true;
        QTest::newRow("the filter names a part") << "country:US-TX"
                                                 << "" << true << false;
        QTest::newRow("the filter names another") << "country:IT"
                                                  << "" << false << false;
    }
    void partsAppear()
    {
        QFETCH(QString, filter);
        QFETCH(QString, zoom);
        QFETCH(bool, divided);
        QFETCH(bool, inherits);
        m_starter.filter(filter);
        if (!zoom.isEmpty())
            zoomTo(zoom);
        const MapLayout layout = layoutMap(input());
        QCOMPARE(layout.isDivided(m_geometry.indexOf(*m_geometry.find(u"US"))), divided);
        QCOMPARE(std::any_of(layout.legend.items.begin(), layout.legend.items.end(),
                             [](const MapLegendItem& item) { return item.row.value.inherited; }),
                 inherits);
    }

    // The key counts what is painted: parts too, where they are.
    void keyCountsParts()
    {
        const auto partsOf = [](const MapLayout& layout, int index) {
            for (const MapLegendItem& item : layout.legend.items)
                if (item.row.value == MapValue{MapValue::Kind::InClass, index})
                    return item.row.parts;
            return -1;
        };
        QCOMPARE(partsOf(layoutMap(input()), 2), 0);
        m_starter.filter(QStringLiteral("country:US"));
        const MapLayout layout = layoutMap(input());
        const auto painted = std::count_if(layout.fills.begin(), layout.fills.end(), [&](const auto& fill) {
            return fill.value == MapValue{MapValue::Kind::InClass, 2} &&
                   m_geometry.code(m_geometry.shapes()[fill.shape]).startsWith(u"US-");
        });
        QVERIFY(painted > 20);
        QCOMPARE(partsOf(layout, 2), painted);
    }

    // What paler means is told in the colour of the country in view.
    void keyShowsThePalerFillInView_data()
    {
        QTest::addColumn<QString>("country");
        for (const char* code : {"US", "CN", "CA"})
            QTest::newRow(code) << QString::fromLatin1(code);
    }
    void keyShowsThePalerFillInView()
    {
        QFETCH(QString, country);
        zoomTo(country);
        const MapLayout layout = layoutMap(input());
        const std::uint32_t shape = m_geometry.indexOf(*m_geometry.find(country));
        const auto fill = std::find_if(layout.fills.begin(), layout.fills.end(),
                                       [shape](const auto& item) { return item.shape == shape; });
        QVERIFY(fill->value.inherited);
        QCOMPARE(layout.legend.items.back().row.value, fill->value);
    }

    // A part is filled by its own events; under it lies the country's own value, marked as such.
    void partsHaveTheirOwnValue()
    {
        zoomTo(QStringLiteral("US"));
        const MapInput now = input();
        const MapLayout layout = layoutMap(now);
        const auto fillOf = [&](const QString& code) {
            std::optional<MapValue> value;
            for (const MapFillItem& item : layout.fills)
                if (item.shape == m_geometry.indexOf(*m_geometry.find(code)))
                    value = item.value;
            return value;
        };
        QVERIFY(fillOf(QStringLiteral("US"))->inherited);
        QVERIFY(!fillOf(QStringLiteral("US-TX"))->inherited);
        QCOMPARE(fillOf(QStringLiteral("US-TX"))->kind, MapValue::Kind::InClass);
        QVERIFY(!fillOf(QStringLiteral("US-HI")).has_value());
    }

    void markersStayInTheWindow_data()
    {
        QTest::addColumn<QSizeF>("size");
        QTest::newRow("low") << QSizeF(540, 230);
        QTest::newRow("narrow") << QSizeF(260, 500);
        QTest::newRow("usual") << QSizeF(1020, 400);
    }
    void markersStayInTheWindow()
    {
        QFETCH(QSizeF, size);
        m_viewport = MapViewport::fitting(worldBox(), size, QRectF({}, size));
        const QRectF window({}, size);
        for (const MapMarker& marker : layoutMap(input()).markers) {
            const QPointF half(marker.size / 2, marker.size / 2);
            QVERIFY(!window.contains(marker.anchor) ||
                    window.contains(QRectF(marker.centre - half, marker.centre + half)));
        }
    }

    void smallPlacesHaveMarkers()
    {
        const MapInput now = input();
        const MapLayout layout = layoutMap(now);
        QStringList marked;
        for (const MapMarker& marker : layout.markers) {
            marked << now.places.byNumber[static_cast<std::size_t>(marker.number)].code;
            QVERIFY(marker.size >= 9);
        }
        for (const char* code : {"LU", "CY", "HK", "EU"})
            QVERIFY2(marked.contains(QLatin1String(code)), code);
        for (const char* code : {"US", "IT", "AD"}) // Andorra is small, but the record has nothing of it
            QVERIFY2(!marked.contains(QLatin1String(code)), code);
    }

    void markersAreApartAndCanBeHit_data()
    {
        QTest::addColumn<QSizeF>("size");
        QTest::newRow("large") << window;
        QTest::newRow("small, where many need a mark") << QSizeF(500, 300);
    }
    void markersAreApartAndCanBeHit()
    {
        QFETCH(QSizeF, size);
        m_viewport = MapViewport::fitting(worldBox(), size, QRectF({}, size));
        const MapInput now = input();
        const MapLayout layout = layoutMap(now);
        for (const MapMarker& marker : layout.markers) {
            for (const MapMarker& other : layout.markers)
                if (other.number != marker.number)
                    QVERIFY(QLineF(marker.centre, other.centre).length() >=
                            (marker.size + other.size) / 2 - 1);
            const QString code = now.places.byNumber[static_cast<std::size_t>(marker.number)].code;
            QCOMPARE(placeAt(layout, now, marker.centre), code);
            QCOMPARE(placeAt(layout, now, marker.centre + QPointF(0, -5.4)), code);
        }
    }

    void partsOfASmallPictureHaveNoMarks()
    {
        m_starter.filter(QStringLiteral("country:US"));
        m_viewport = MapViewport::fitting(worldBox(), {700, 350}, QRectF(0, 0, 700, 350));
        const MapInput now = input();
        const MapLayout layout = layoutMap(now);
        QVERIFY(layout.isDivided(m_geometry.indexOf(*m_geometry.find(u"US"))));
        for (const MapMarker& marker : layout.markers)
            QVERIFY(isCountry(now.columns, marker.number));
    }

    void unionIsShownBesideBrussels()
    {
        const MapInput now = input();
        const MapLayout layout = layoutMap(now);
        const auto it = std::find_if(layout.markers.begin(), layout.markers.end(),
                                     [](const MapMarker& marker) { return marker.isUnion; });
        QVERIFY(it != layout.markers.end());
        const QPointF brussels = m_viewport.toScreen(equalearth::forward({4.35, 50.85}));
        QVERIFY(QLineF(it->anchor, brussels).length() < 1);
        QVERIFY(it->centre.x() < brussels.x() - 20);
        QVERIFY(placesShown(layout, now).contains(QStringLiteral("EU")));
    }

    void placesWithoutAMarkStandForTheirCountry()
    {
        MapInput now = input();
        MapLayout layout = layoutMap(now);
        QCOMPARE(shownPlace(layout, now, QStringLiteral("US-TX")), QStringLiteral("US"));
        zoomTo(QStringLiteral("US"));
        const MapInput closer = input();
        layout = layoutMap(closer);
        QCOMPARE(shownPlace(layout, closer, QStringLiteral("US-TX")), QStringLiteral("US-TX"));
    }

    void keysWalkInTheirDirection_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QPointF>("direction");
        for (const char* from : {"US", "IT", "KR", "AU", "BR"})
            for (const QPointF direction : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
                QTest::newRow(qPrintable(QStringLiteral("%1 %2 %3")
                                             .arg(QLatin1String(from))
                                             .arg(direction.x())
                                             .arg(direction.y())))
                    << from << direction;
    }
    void keysWalkInTheirDirection()
    {
        QFETCH(QString, from);
        QFETCH(QPointF, direction);
        const MapInput now = input();
        const MapLayout layout = layoutMap(now);
        const QString to = nextPlace(layout, now, from, direction);
        QVERIFY(to != from);
        if (to.isEmpty()) {
            QVERIFY(from == QLatin1String("AU") || from == QLatin1String("US") ||
                    from == QLatin1String("BR") || from == QLatin1String("KR"));
            return;
        }
        QVERIFY(placesShown(layout, now).contains(to));
        const QPointF step = placeRect(layout, now, to).center() - placeRect(layout, now, from).center();
        QVERIFY(QPointF::dotProduct(step, direction) > 0);
    }

    void labelsNeverOverlap_data()
    {
        QTest::addColumn<QString>("zoom");
        for (const char* code : {"US", "DE", "KR", "JP"})
            QTest::newRow(code) << code;
    }
    void labelsNeverOverlap()
    {
        QFETCH(QString, zoom);
        zoomTo(zoom);
        const MapLayout layout = layoutMap(input());
        QVERIFY(!layout.labels.empty());
        for (const MapLabel& a : layout.labels) {
            QVERIFY(QRectF({}, window).contains(a.box));
            QVERIFY(!a.box.intersects(layout.legend.box));
            for (const MapLabel& b : layout.labels)
                QVERIFY(&a == &b || !a.box.intersects(b.box));
        }
    }

    void keyFitsTheWindow_data()
    {
        QTest::addColumn<QSizeF>("size");
        for (const QSizeF size : {QSizeF(1600, 900), QSizeF(800, 400), QSizeF(500, 300), QSizeF(240, 140)})
            QTest::addRow("%g x %g", size.width(), size.height()) << size;
    }
    void keyFitsTheWindow()
    {
        QFETCH(QSizeF, size);
        const MapLegendLayout legend = layoutMapLegend(m_scene.classes().legend(), size, characters, 16);
        const QRectF all({}, size);
        QVERIFY(legend.height <= size.height() * 0.55);
        QVERIFY(all.contains(legend.captionBox));
        for (std::size_t i = 0; i < legend.items.size(); ++i) {
            const MapLegendItem& item = legend.items[i];
            const QRectF text(item.textAt.x(), item.textAt.y() - 8, characters(item.text), 16);
            QVERIFY(legend.box.contains(item.swatch));
            QVERIFY(size.width() < 300 || legend.box.adjusted(0, 0, 1, 0).contains(text));
            QVERIFY(!text.intersects(legend.captionBox));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!item.swatch.intersects(legend.items[j].swatch));
        }
        QVERIFY(size.width() < 400 || !legend.items.empty());
    }

    // What is clipped and what is not fill the same pixels inside the clip.
    void clippedPathsFillTheSame_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("Russia") << "RU";
        QTest::newRow("South Africa, with a hole") << "ZA";
        QTest::newRow("Canada, islands") << "CA";
        QTest::newRow("Antarctica, to the edge") << "AQ";
    }
    void clippedPathsFillTheSame()
    {
        QFETCH(QString, code);
        const MapShape& shape = *m_geometry.find(code);
        const MapPoint middle{(shape.box.left + shape.box.right) / 2, (shape.box.bottom + shape.box.top) / 2};
        const MapViewport view{{400, 300}, {double(middle.x), double(middle.y)}, 900};
        const QRectF clip(120, 90, 160, 120);
        const auto draw = [&](const QRectF& seen) {
            QImage image(400, 300, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            MapPathBuilder builder(m_geometry, view, seen, 2);
            builder.eachPart(shape, [&](const QPainterPath& path) { painter.fillPath(path, Qt::black); });
            painter.end();
            return image.copy(clip.toRect());
        };
        const QImage whole = draw(QRectF(-10000, -10000, 20000, 20000));
        QCOMPARE(draw(clip), whole);
    }

    // Pieces drawn one after the other, as a pan does, are the picture drawn at once.
    void stripsFitTogether()
    {
        zoomTo(QStringLiteral("DE"));
        const MapLayout layout = layoutMap(input());
        const MapStyle style{m_theme, m_scene.classes(), 1, false};
        QImage whole(1600, 900, QImage::Format_RGB32);
        QImage pieces = whole;
        {
            QPainter painter(&whole);
            paintMapBase(painter, layout, m_geometry, {}, style, whole.rect());
        }
        QPainter painter(&pieces);
        for (const QRect& rect : {QRect(0, 0, 700, 900), QRect(700, 0, 900, 300), QRect(700, 300, 900, 600)})
            paintMapBase(painter, layout, m_geometry, {}, style, rect);
        painter.end();
        int different = 0;
        for (int y = 0; y < 900; ++y)
            for (int x = 0; x < 1600; ++x)
                different += std::abs(qGray(whole.pixel(x, y)) - qGray(pieces.pixel(x, y))) > 24 ? 1 : 0;
        QVERIFY2(different < 20, qPrintable(QString::number(different)));
    }

    void paintsWhatIsLaidOut()
    {
        const MapInput now = input();
        const MapLayout layout = layoutMap(now);
        QImage image(1600, 900, QImage::Format_RGB32);
        QPainter painter(&image);
        paintMapBase(painter, layout, m_geometry, {}, {m_theme, m_scene.classes(), 1, false}, image.rect());
        painter.end();
        const auto at = [&](double lon, double lat) {
            return image.pixelColor(m_viewport.toScreen(equalearth::forward({lon, lat})).toPoint());
        };
        QCOMPARE(at(18, 15), m_theme.land);                              // Chad
        QCOMPARE(at(10, 62), m_theme.of(MeasureClass::OfficialSystems)); // Norway, plain
        QCOMPARE(at(-35, 32), m_theme.water);
        QCOMPARE(at(50.5, 42.3), m_theme.water); // Caspian Sea
    }

    void vectorFilesHavePatternsAsLines()
    {
        const MapLayout layout = layoutMap(input());
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter pdf(&buffer);
        QPainter painter(&pdf);
        paintMapBase(painter, layout, m_geometry, {}, {m_theme, m_scene.classes(), 1, true},
                     QRect(0, 0, 1600, 900));
        painter.end();
        QVERIFY(buffer.data().size() > 20000);
        QVERIFY(!buffer.data().contains("/Subtype /Image"));
        QVERIFY(!buffer.data().contains("/PatternType 1"));
    }

private:
    MapInput input() { return m_scene.input(m_viewport, 1, characters, 16); }
    void zoomTo(const QString& code)
    {
        const Place* place = m_starter.gazetteer.find(code);
        m_viewport = MapViewport::fitting(planeBox(*place->box), window, QRectF(30, 30, 1540, 800));
    }

    test::Starter m_starter;
    MapGeometry m_geometry;
    MapScene m_scene{m_starter.workspace, m_geometry};
    MapViewport m_viewport;
    Theme m_theme = Theme::light();
};

QTEST_MAIN(TestMapLayout)
#include "tst_maplayout.moc"
