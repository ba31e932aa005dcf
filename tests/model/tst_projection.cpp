// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/map/projection.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace interdict;

class TestProjection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forward_data()
    {
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        QTest::addColumn<double>("x"); // metres, on the sphere with the area of the WGS 84 ellipsoid
        QTest::addColumn<double>("y");
        // The values that PROJ's documentation and the paper's reference implementation give.
        QTest::newRow("centre") << 0.0 << 0.0 << 0.0 << 0.0;
        QTest::newRow("north pole") << 0.0 << 90.0 << 0.0 << 8392927.6;
        QTest::newRow("east end of the equator") << 180.0 << 0.0 << 17243959.06 << 0.0;
        QTest::newRow("east end of the pole line") << 180.0 << 90.0 << 10216474.79 << 8392927.6;
        QTest::newRow("west end of the south pole") << -180.0 << -90.0 << -10216474.79 << -8392927.6;
        QTest::newRow("beyond the pole") << 0.0 << 95.0 << 0.0 << 8392927.6;
    }
    void forward()
    {
        QFETCH(double, lon);
        QFETCH(double, lat);
        QFETCH(double, x);
        QFETCH(double, y);
        constexpr double radius = 6371007.1809;
        const PlanePoint p = equalearth::forward({lon, lat});
        QVERIFY2(std::abs(p.x * radius - x) < 0.1, qPrintable(QString::number(p.x * radius, 'f', 3)));
        QVERIFY2(std::abs(p.y * radius - y) < 0.1, qPrintable(QString::number(p.y * radius, 'f', 3)));
    }

    void edgesAreTheStatedOnes()
    {
        QVERIFY(std::abs(equalearth::forward({180, 0}).x - equalearth::maxX) < 1e-9);
        QVERIFY(std::abs(equalearth::forward({0, 90}).y - equalearth::maxY) < 1e-9);
    }

    void roundTrip_data()
    {
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        for (const double lon : {-180.0, -122.4, -0.001, 0.0, 12.5, 139.7, 180.0})
            for (const double lat : {-90.0, -77.85, -33.9, 0.0, 0.001, 41.9, 66.6, 89.9, 90.0})
                QTest::addRow("%g, %g", lon, lat) << lon << lat;
    }
    void roundTrip()
    {
        QFETCH(double, lon);
        QFETCH(double, lat);
        const auto back = equalearth::inverse(equalearth::forward({lon, lat}));
        QVERIFY(back.has_value());
        QVERIFY2(std::abs(back->lon - lon) < 1e-6, qPrintable(QString::number(back->lon, 'g', 12)));
        // At the pole itself the parallels are infinitely dense: half the digits are lost.
        const double tolerance = std::abs(lat) == 90 ? 1e-4 : 1e-6;
        QVERIFY2(std::abs(back->lat - lat) < tolerance, qPrintable(QString::number(back->lat, 'g', 12)));
    }

    void outside_data()
    {
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        QTest::newRow("north of the pole") << 0.0 << 1.32;
        QTest::newRow("east of the date line") << 2.71 << 0.0;
        QTest::newRow("beside the pole line") << 2.0 << 1.3173;
        QTest::newRow("far away") << 1e9 << 1e9;
        QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << 0.0;
    }
    void outside()
    {
        QFETCH(double, x);
        QFETCH(double, y);
        QVERIFY(!equalearth::inverse({x, y}).has_value());
    }

    // A cell of one degree has the area that it has on the sphere, wherever it lies.
    void areasAreEqual_data()
    {
        QTest::addColumn<double>("lat");
        for (const double lat : {0.0, 30.0, 45.0, 60.0, 80.0, -70.0})
            QTest::addRow("%g", lat) << lat;
    }
    void areasAreEqual()
    {
        QFETCH(double, lat);
        constexpr double radians = 3.14159265358979323846 / 180;
        const double step = 0.01;
        const PlanePoint low = equalearth::forward({1, lat - step});
        const PlanePoint high = equalearth::forward({1, lat + step});
        const double flat = (low.x + high.x) / 2 * (high.y - low.y);
        const double sphere = radians * (std::sin((lat + step) * radians) - std::sin((lat - step) * radians));
        QVERIFY2(std::abs(flat / sphere - 1) < 1e-4, qPrintable(QString::number(flat / sphere, 'g', 10)));
    }
};

QTEST_GUILESS_MAIN(TestProjection)
#include "tst_projection.moc"
