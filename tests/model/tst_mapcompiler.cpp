// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/map/mapcompiler.h"
#include "model/map/mapgeometry.h"
#include "model/map/projection.h"
#include "model/map/simplify.h"
#include "model/map/topojson.h"

#include <QFile>
#include <QTest>

#include <cmath>
#include <set>

using namespace interdict;

namespace {

QByteArray worldSource()
{
    QFile file(QStringLiteral(INTERDICT_SOURCE_DIR "/resources/map/world.topojson"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Two square countries side by side; A is cut in two by an inner line, and its west end is the map's seam.
QByteArray twoCountries()
{
    return R"({"type":"Topology","transform":{"scale":[1,1],"translate":[-180,-90]},
      "objects":{
        "countries":{"type":"GeometryCollection","geometries":[
          {"type":"Polygon","arcs":[[1,0,2,4]],"properties":{"code":"AA"}},
          {"type":"MultiPolygon","arcs":[[[3,-1]]],"properties":{"code":"BB"}}]},
        "subdivisions":{"type":"GeometryCollection","geometries":[
          {"type":"Polygon","arcs":[[1,0,-6,4]],"properties":{"code":"AA-2","country":"AA"}},
          {"type":"Polygon","arcs":[[2,5]],"properties":{"code":"AA-1","country":"AA"}}]},
        "lakes":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[6]]}]},
        "disputed_borders":{"type":"GeometryCollection","geometries":[
          {"type":"LineString","arcs":[0],"properties":{"name":"Claim"}}]}},
      "arcs":[[[10,90],[0,10]],
              [[0,90],[10,0]],
              [[10,100],[-10,0]],
              [[10,90],[10,0],[0,10],[-10,0]],
              [[0,100],[0,-10]],
              [[0,100],[10,0]],
              [[3,93],[2,0],[0,2],[-2,0],[0,-2]]]})";
}

MapPoint at(double lon, double lat)
{
    const PlanePoint p = equalearth::forward({lon, lat});
    return {static_cast<float>(p.x), static_cast<float>(p.y)};
}

} // namespace

class TestMapCompiler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Result<QByteArray> compiled = compileMap(worldSource());
        QVERIFY2(compiled.has_value(), compiled ? "" : qPrintable(compiled.error().message));
        m_bytes = *compiled;
        const Result<MapGeometry> read = MapGeometry::read(m_bytes);
        QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
        m_world = *read;
    }

    void everyShapeIsThere()
    {
        QCOMPARE(m_world.shapes(MapShape::Kind::Country).size(), std::size_t(250));
        QCOMPARE(m_world.shapes(MapShape::Kind::Subdivision).size(), std::size_t(3003));
        QCOMPARE(m_world.shapes(MapShape::Kind::Claim).size(), std::size_t(51));
        QCOMPARE(m_world.shapes(MapShape::Kind::Lake).size(), std::size_t(62));
    }

    void everyPlaceIsFound()
    {
        for (const MapShape& shape : m_world.shapes().first(3253))
            QCOMPARE(m_world.find(m_world.code(shape)), &shape);
        QVERIFY(!m_world.find(u"EU"));
        QVERIFY(!m_world.find(u""));
        QVERIFY(!m_world.find(u"Ωmega"));
    }

    void subdivisionsFollowTheirCountry_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("count");
        QTest::newRow("states of the US, DC") << "US" << 51;
        QTest::newRow("Germany") << "DE" << 16;
        QTest::newRow("Korea") << "KR" << 17;
        QTest::newRow("not divided here") << "KE" << 0;
    }
    void subdivisionsFollowTheirCountry()
    {
        QFETCH(QString, code);
        QFETCH(int, count);
        const auto parts = m_world.subdivisions(m_world.indexOf(*m_world.find(code)));
        QCOMPARE(static_cast<int>(parts.size()), count);
        for (const MapShape& part : parts)
            QVERIFY(m_world.code(part).startsWith(code + QLatin1Char('-')));
    }

    void aPlaceHoldsItsPoint_data()
    {
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        QTest::addColumn<QString>("country");
        QTest::addColumn<QString>("subdivision");
        QTest::newRow("Rome") << 12.5 << 41.9 << "IT"
                              << "IT-62";
        QTest::newRow("Lesotho, a hole in South Africa") << 28.2 << -29.6 << "LS"
                                                         << "";
        QTest::newRow("Austin") << -97.74 << 30.27 << "US"
                                << "US-TX";
        QTest::newRow("Simferopol goes by its code") << 34.1 << 44.95 << "UA"
                                                     << "UA-43";
        QTest::newRow("Pristina") << 21.16 << 42.66 << "XK"
                                  << "";
        QTest::newRow("Chukotka, beyond 180°") << -175.0 << 66.5 << "RU"
                                               << "RU-CHU";
        QTest::newRow("Atlantic") << -30.0 << 40.0 << ""
                                  << "";
    }
    void aPlaceHoldsItsPoint()
    {
        QFETCH(double, lon);
        QFETCH(double, lat);
        QFETCH(QString, country);
        QFETCH(QString, subdivision);
        const auto found = [&](MapShape::Kind kind) {
            QStringList codes;
            for (const MapShape& shape : m_world.shapes(kind))
                if (m_world.contains(shape, at(lon, lat)))
                    codes << m_world.code(shape);
            return codes.join(QLatin1Char(' '));
        };
        QCOMPARE(found(MapShape::Kind::Country), country);
        if (!subdivision.isEmpty())
            QCOMPARE(found(MapShape::Kind::Subdivision), subdivision);
    }

    void areasAreThoseOfTheSphere_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<double>("thousandKm2");
        QTest::newRow("Australia") << "AU" << 7690.0;
        QTest::newRow("South Africa without Lesotho") << "ZA" << 1221.0;
        QTest::newRow("Norway without Svalbard") << "NO" << 324.0;
    }
    void areasAreThoseOfTheSphere()
    {
        QFETCH(QString, code);
        QFETCH(double, thousandKm2);
        const double area = double(m_world.find(code)->area) * 6371.007 * 6371.007 / 1000;
        QVERIFY2(std::abs(area / thousandKm2 - 1) < 0.03, qPrintable(QString::number(area)));
    }

    // Rings close at every level: an arc ends where the next begins, thinned or not.
    void ringsCloseAtEveryLevel()
    {
        for (int level = 0; level < mapLevels; ++level)
            for (const MapShape& shape : m_world.shapes()) {
                if (shape.kind == MapShape::Kind::Claim)
                    continue;
                for (const MapRing& ring : m_world.rings(shape)) {
                    const auto refs = m_world.refs(ring);
                    QVERIFY2(endOf(refs.back(), level, true) == endOf(refs.front(), level, false),
                             qPrintable(m_world.code(shape)));
                    for (std::size_t i = 1; i < refs.size(); ++i)
                        QVERIFY(endOf(refs[i - 1], level, true) == endOf(refs[i], level, false));
                }
            }
    }

    void coarserLevelsAreSmallerAndOfTheSamePoints()
    {
        std::array<std::size_t, mapLevels> sizes{};
        for (const MapArc& arc : m_world.arcs()) {
            std::set<std::pair<float, float>> finest;
            for (const MapPoint& p : m_world.points(arc, mapLevels - 1))
                finest.insert({p.x, p.y});
            for (int level = 0; level < mapLevels; ++level) {
                sizes[static_cast<std::size_t>(level)] += m_world.points(arc, level).size();
                for (const MapPoint& p : m_world.points(arc, level))
                    QVERIFY(finest.count({p.x, p.y}) == 1);
            }
        }
        QVERIFY(sizes[0] * 2 < sizes[2] && sizes[0] < sizes[1] && sizes[1] < sizes[2]);
    }

    void levelsFollowTheScale()
    {
        QCOMPARE(m_world.levelFor(100), 0);
        QCOMPARE(m_world.levelFor(1000), 1);
        QCOMPARE(m_world.levelFor(1e6), mapLevels - 1);
    }

    void arcsAreSortedByWhatTheySeparate()
    {
        const Result<QByteArray> bytes = compileMap(twoCountries());
        QVERIFY2(bytes.has_value(), bytes ? "" : qPrintable(bytes.error().message));
        const MapGeometry map = MapGeometry::read(*bytes).value_or(MapGeometry());
        std::vector<ArcKind> kinds;
        for (const MapArc& arc : map.arcs())
            kinds.push_back(arc.kind);
        const std::vector<ArcKind> expected{ArcKind::Border, ArcKind::Coast, ArcKind::Coast, ArcKind::Coast,
                                            ArcKind::Seam,   ArcKind::Inner, ArcKind::Lake};
        QCOMPARE(kinds, expected);
        QCOMPARE(map.arcs()[5].owner, map.indexOf(*map.find(u"AA")));
    }

    void longMeridiansAreDivided()
    {
        const MapGeometry map =
            MapGeometry::read(compileMap(twoCountries()).value_or("")).value_or(MapGeometry());
        QCOMPARE(map.points(map.arcs()[0], mapLevels - 1).size(), std::size_t(11)); // ten degrees north
        QCOMPARE(map.points(map.arcs()[1], mapLevels - 1).size(), std::size_t(2));  // along a parallel
    }

    void damagedBytesAreRefused_data()
    {
        QTest::addColumn<int>("offset"); // of a word; -1: none
        QTest::addColumn<quint32>("value");
        QTest::addColumn<int>("cut");
        const int arcs = 64;
        QTest::newRow("magic") << 0 << 1U << 0;
        QTest::newRow("version") << 4 << 99U << 0;
        QTest::newRow("number of arcs") << 8 << 0xffffffffU << 0;
        QTest::newRow("number of rings") << 12 << 1U << 0;
        QTest::newRow("kind of an arc") << arcs << 77U << 0;
        QTest::newRow("owner of an arc") << arcs + 4 << 4000000U << 0;
        QTest::newRow("box of an arc") << arcs + 8 << 0x7fc00000U << 0;
        QTest::newRow("first point of an arc") << arcs + 24 << 0xfffffff0U << 0;
        QTest::newRow("no points in an arc") << arcs + 28 << 0U << 0;
        QTest::newRow("a word short") << -1 << 0U << 4;
        QTest::newRow("half") << -1 << 0U << 500000;
        QTest::newRow("header alone") << -1 << 0U << 1400000;
    }
    void damagedBytesAreRefused()
    {
        QFETCH(int, offset);
        QFETCH(quint32, value);
        QFETCH(int, cut);
        QByteArray bytes = m_bytes;
        if (offset >= 0)
            std::memcpy(bytes.data() + offset, &value, sizeof value);
        bytes.chop(cut);
        const Result<MapGeometry> read = MapGeometry::read(bytes);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().kind, Error::Kind::Damaged);
    }

    // Whatever a reader is given, it answers; what it takes for whole can be walked through.
    void noDamageCrashes()
    {
        quint32 seed = 12345;
        const auto random = [&seed](quint32 below) {
            seed = seed * 1664525U + 1013904223U;
            return (seed >> 8) % below;
        };
        const QByteArray small = compileMap(twoCountries()).value_or("");
        int refused = 0;
        for (int round = 0; round < 3000; ++round) {
            QByteArray bytes = small;
            for (quint32 i = 0; i <= random(3); ++i)
                bytes[static_cast<qsizetype>(random(static_cast<quint32>(bytes.size())))] =
                    static_cast<char>(random(256));
            const Result<MapGeometry> map = MapGeometry::read(bytes);
            refused += map ? 0 : 1;
            if (!map)
                continue;
            for (const MapShape& shape : map->shapes())
                map->contains(shape, at(-175, 5));
        }
        QVERIFY(refused > 500);
    }

    void unalignedBytesAreRead()
    {
        const QByteArray shifted = "x" + m_bytes;
        const auto map = MapGeometry::read(QByteArray::fromRawData(shifted.constData() + 1, m_bytes.size()));
        QVERIFY(map.has_value());
        QVERIFY(map->find(u"IT"));
    }

    void badSourcesAreTold_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("message");
        QTest::newRow("no JSON") << QByteArray("{\"type\"") << QByteArray("{type") << "Map: at byte";
        QTest::newRow("no such arc") << QByteArray("[[6]]") << QByteArray("[[60]]")
                                     << "Map: there is no arc 60";
        QTest::newRow("no lakes") << QByteArray("lakes") << QByteArray("ponds")
                                  << "Map: the object \"lakes\"";
        QTest::newRow("a point") << QByteArray("LineString") << QByteArray("Point")
                                 << "Map: disputed_borders Claim";
        QTest::newRow("no country") << QByteArray("\"AA-1\"") << QByteArray("\"CC-1\"")
                                    << "Map: CC-1 is of no country";
        QTest::newRow("no transform") << QByteArray("transform") << QByteArray("t") << "Map: the transform";
        QTest::newRow("a lone point")
            << QByteArray("[[0,90],[10,0]]") << QByteArray("[[0,90]]") << "Map: arc 1 has";
    }
    void badSourcesAreTold()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, message);
        QByteArray source = twoCountries();
        source.replace(from, to);
        const Result<QByteArray> bytes = compileMap(source);
        QVERIFY(!bytes.has_value());
        QVERIFY2(bytes.error().message.startsWith(message), qPrintable(bytes.error().message));
    }

    void weights_data()
    {
        QTest::addColumn<QList<QPointF>>("line");
        QTest::addColumn<QList<double>>("inner");
        const double inf = std::numeric_limits<double>::infinity();
        QTest::newRow("straight") << QList<QPointF>{{0, 0}, {1, 0}, {2, 0}} << QList<double>{0};
        QTest::newRow("corner") << QList<QPointF>{{0, 0}, {1, 1}, {2, 0}} << QList<double>{1};
        QTest::newRow("a bump goes before a corner")
            << QList<QPointF>{{0, 0}, {1, 0.1}, {2, 0}, {4, 4}} << QList<double>{0.1, 4};
        QTest::newRow("a square stays a triangle")
            << QList<QPointF>{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}} << QList<double>{0.5, inf, inf};
    }
    void weights()
    {
        QFETCH(QList<QPointF>, line);
        QFETCH(QList<double>, inner);
        std::vector<PlanePoint> points;
        for (const QPointF& p : line)
            points.push_back({p.x(), p.y()});
        const std::vector<double> found = pointWeights(points);
        QVERIFY(std::isinf(found.front()) && std::isinf(found.back()));
        for (int i = 0; i < inner.size(); ++i)
            QVERIFY2(found[static_cast<std::size_t>(i) + 1] == inner[i] ||
                         std::abs(found[static_cast<std::size_t>(i) + 1] - inner[i]) < 1e-12,
                     qPrintable(QString::number(found[static_cast<std::size_t>(i) + 1])));
    }

private:
    // Where a referred arc begins (or ends), in the direction it is used.
    MapPoint endOf(std::int32_t ref, int level, bool end) const
    {
        const auto line =
            m_world.points(m_world.arcs()[static_cast<std::size_t>(ref < 0 ? ~ref : ref)], level);
        return (ref < 0) == end ? line.front() : line.back();
    }

    QByteArray m_bytes;
    MapGeometry m_world;
};

QTEST_GUILESS_MAIN(TestMapCompiler)
#include "tst_mapcompiler.moc"
