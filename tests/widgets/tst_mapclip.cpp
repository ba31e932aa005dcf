// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapclip.h"

#include "tests/support/random.h"

#include <QtTest>

using namespace interdict;

namespace {

QPainterPath polygon(std::initializer_list<QPointF> points)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points)));
    path.closeSubpath();
    return path;
}

QString textOf(const QPainterPath& lines)
{
    QStringList parts;
    for (int i = 0; i + 1 < lines.elementCount(); i += 2) {
        const QPointF a = lines.elementAt(i);
        const QPointF b = lines.elementAt(i + 1);
        const auto rounded = [](double v) { return QString::number(std::round(v * 1e6) / 1e6); };
        parts << QStringLiteral("%1,%2-%3,%4")
                     .arg(rounded(a.x()), rounded(a.y()), rounded(b.x()), rounded(b.y()));
    }
    return parts.join(u' ');
}

} // namespace

class TestMapClip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsLines_data()
    {
        QTest::addColumn<QLineF>("line");
        QTest::addColumn<QString>("inside");
        QTest::newRow("inside") << QLineF(1, 1, 9, 9) << "1,1-9,9";
        QTest::newRow("through") << QLineF(-5, 5, 15, 5) << "0,5-10,5";
        QTest::newRow("upwards") << QLineF(5, 15, 5, -5) << "5,10-5,0";
        QTest::newRow("begins outside") << QLineF(-10, 0, 10, 10) << "0,5-10,10";
        QTest::newRow("beside") << QLineF(-5, 5, -1, 5) << "";
        QTest::newRow("past a corner") << QLineF(-3, 2, 2, -3) << "";
        QTest::newRow("along an edge") << QLineF(-5, 0, 15, 0) << "0,0-10,0";
        QTest::newRow("above, level") << QLineF(0, -1, 10, -1) << "";
    }
    void cutsLines()
    {
        QFETCH(const QLineF, line);
        const auto cut = cutLine(line, QRectF(0, 0, 10, 10));
        QPainterPath path;
        if (cut) {
            path.moveTo(cut->p1());
            path.lineTo(cut->p2());
        }
        QTEST(textOf(path), "inside");
    }

    void cutsToAreas_data()
    {
        QTest::addColumn<QPainterPath>("area");
        QTest::addColumn<QLineF>("line");
        QTest::addColumn<QString>("inside");
        const QPainterPath square = polygon({{0, 0}, {10, 0}, {10, 10}, {0, 10}});
        QPainterPath ring = square;
        ring.addPath(polygon({{4, 4}, {6, 4}, {6, 6}, {4, 6}}));
        const QPainterPath comb =
            polygon({{0, 0}, {10, 0}, {10, 10}, {8, 10}, {8, 2}, {2, 2}, {2, 10}, {0, 10}});
        QTest::newRow("through") << square << QLineF(-5, 5, 15, 5) << "0,5-10,5";
        QTest::newRow("inside") << square << QLineF(2, 5, 4, 5) << "2,5-4,5";
        QTest::newRow("a short one outside") << square << QLineF(-4, 5, -2, 5) << "";
        QTest::newRow("leans") << square << QLineF(-5, -5, 15, 15) << "0,0-10,10";
        QTest::newRow("a hole") << ring << QLineF(-1, 5, 11, 5) << "0,5-4,5 6,5-10,5";
        QTest::newRow("within the hole") << ring << QLineF(4.5, 5, 5.5, 5) << "";
        QTest::newRow("two teeth") << comb << QLineF(-1, 6, 11, 6) << "0,6-2,6 8,6-10,6";
        QTest::newRow("nothing to cut to") << QPainterPath() << QLineF(0, 0, 1, 1) << "";
        QTest::newRow("a dot is no line") << square << QLineF(5, 5, 5, 5) << "";
    }
    void cutsToAreas()
    {
        QFETCH(const QPainterPath, area);
        QFETCH(const QLineF, line);
        QPainterPath lines;
        lines.moveTo(line.p1());
        lines.lineTo(line.p2());
        QTEST(textOf(cutLines(lines, area)), "inside");
    }

    // Of any outline and any lines: what is kept lies inside, and what is dropped does not.
    void keepsWhatLiesInside()
    {
        test::Chance random(20261124);
        const auto point = [&random] {
            return QPointF(random.below(1000) / 10.0, random.below(1000) / 10.0);
        };
        int inside = 0;
        for (int round = 0; round < 60; ++round) {
            QPolygonF corners;
            for (int i = 0; i < 12; ++i)
                corners << point();
            QPainterPath area;
            area.addPolygon(corners);
            area.closeSubpath();
            const QLineF line(point(), point());
            QPainterPath lines;
            lines.moveTo(line.p1());
            lines.lineTo(line.p2());
            const QPainterPath kept = cutLines(lines, area);
            for (int step = 0; step < 50; ++step) {
                const double t = (step + 0.5) / 50;
                const QPointF at = line.pointAt(t);
                bool isKept = false;
                double nearest = 1;
                for (int i = 0; i + 1 < kept.elementCount(); i += 2) {
                    const double from = QLineF(line.p1(), kept.elementAt(i)).length() / line.length();
                    const double to = QLineF(line.p1(), kept.elementAt(i + 1)).length() / line.length();
                    isKept = isKept || (from <= t && t <= to);
                    nearest = std::min({nearest, std::abs(t - from), std::abs(t - to)});
                }
                if (nearest < 1e-6)
                    continue;
                QCOMPARE(isKept, corners.containsPoint(at, Qt::OddEvenFill));
                inside += isKept ? 1 : 0;
            }
        }
        QVERIFY(inside > 100);
    }
};

QTEST_GUILESS_MAIN(TestMapClip)
#include "tst_mapclip.moc"
