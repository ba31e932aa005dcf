// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mappanel.h"
#include "widgets/map/mapview.h"

#include "tests/support/starter.h"

#include <QAccessible>
#include <QComboBox>
#include <QProxyStyle>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <cmath>

using namespace interdict;

class TestMapView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Result<MapGeometry> read = MapGeometry::shipped();
        QVERIFY(read.has_value());
        m_geometry = *read;
        m_starter = std::make_unique<test::Starter>();
        m_panel = std::make_unique<MapPanel>(m_starter->workspace, m_geometry);
        m_panel->resize(1200, 600);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        m_panel->activateWindow();
        view().setFocus();
        QTRY_VERIFY(view().hasFocus());
    }
    void init()
    {
        Workspace& workspace = m_starter->workspace;
        workspace.setFilter({});
        workspace.clearSelection();
        workspace.setHover({});
        workspace.setAsOf(test::fixedToday);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&view(), &leave);
        view().setFocus();
        view().setFocusPlace({});
        view().setMode(MapMode::StrictestInForce);
        const MapViewport world =
            MapViewport::fitting(worldBox(), QSizeF(view().size()), QRectF(view().rect()));
        view().fitWorld();
        QTRY_VERIFY(view().viewport().scale < world.scale * 1.001);
        QTRY_VERIFY(!view().isMoving());
    }
    void cleanupTestCase() { m_panel.reset(); }

    void clickFilters()
    {
        click("IT");
        QCOMPARE(chosen(), QStringList{"IT"});
        click("IN");
        QCOMPARE(chosen(), QStringList{"IN"});
        click("IN");
        QCOMPARE(chosen(), QStringList{});
    }

    void controlAddsAndRemoves()
    {
        click("IT");
        click("IN", Qt::ControlModifier);
        QCOMPARE(chosen(), (QStringList{"IT", "IN"}));
        click("IT", Qt::ControlModifier);
        QCOMPARE(chosen(), QStringList{"IN"});
    }

    void clickOnNothingDoesNothing_data()
    {
        QTest::addColumn<Degrees>("place");
        QTest::newRow("sea") << Degrees{-35, 30};
        QTest::newRow("a country without events") << Degrees{18, 15};
    }
    void clickOnNothingDoesNothing()
    {
        QFETCH(Degrees, place);
        QSignalSpy changed(&m_starter->workspace, &Workspace::filterChanged);
        QTest::mouseClick(&view(), Qt::LeftButton, {}, pixel(place));
        QCOMPARE(changed.count(), 0);
    }

    void aShownPartIsChosenItself()
    {
        zoomTo("country:US");
        QTest::mouseClick(&view(), Qt::LeftButton, {}, pixel({-99, 31.5}));
        QCOMPARE(chosen(), QStringList{"US-TX"});
        // Wyoming has no event of its own and shows what its country does.
        QTest::mouseClick(&view(), Qt::LeftButton, {}, pixel({-107.5, 43}));
        QCOMPARE(chosen(), QStringList{"US"});
    }

    void theUnionCanBeChosen()
    {
        click("EU");
        QCOMPARE(chosen(), QStringList{"EU"});
        QVERIFY(!m_starter->workspace.result().empty());
    }

    void dragPansAndDoesNotChoose()
    {
        const QPoint from = pixel({12.5, 42.5});
        const PlanePoint under = view().viewport().toPlane(from);
        QTest::mousePress(&view(), Qt::LeftButton, {}, from);
        move(from + QPoint(30, 20));
        move(from + QPoint(60, 40));
        QTest::mouseRelease(&view(), Qt::LeftButton, {}, from + QPoint(60, 40));
        const QPointF now = view().viewport().toScreen(under);
        QVERIFY2(QLineF(now, from + QPoint(60, 40)).length() < 1.01, qPrintable(QString::number(now.x())));
        QCOMPARE(chosen(), QStringList{});
    }

    void wheelZoomsAboutThePointer()
    {
        const QPoint at = pixel({12.5, 42.5});
        const PlanePoint under = view().viewport().toPlane(at);
        const double before = view().viewport().scale;
        QWheelEvent event(at, view().mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view(), &event);
        QTRY_VERIFY(view().viewport().scale > before * 1.8);
        QVERIFY(QLineF(view().viewport().toScreen(under), at).length() < 0.5);
    }

    void doubleClickZoomsAndChoosesNothing()
    {
        const double before = view().viewport().scale;
        const QPoint at = pixel({12.5, 42.5});
        // What a window system sends: click, double click in place of the second press, release.
        QTest::mouseClick(&view(), Qt::LeftButton, {}, at);
        QCOMPARE(chosen(), QStringList{"IT"});
        QMouseEvent second(QEvent::MouseButtonDblClick, at, view().mapToGlobal(at), Qt::LeftButton,
                           Qt::LeftButton, {});
        QApplication::sendEvent(&view(), &second);
        QTest::mouseRelease(&view(), Qt::LeftButton, {}, at);
        QTRY_VERIFY(view().viewport().scale > before * 1.9);
        QCOMPARE(chosen(), QStringList{});
    }

    void keysZoomAndFit()
    {
        const double world = view().viewport().scale;
        QTest::keyClick(&view(), Qt::Key_Plus);
        QTRY_VERIFY(view().viewport().scale > world * 1.5);
        QTest::keyClick(&view(), Qt::Key_Minus);
        QTRY_VERIFY(std::abs(view().viewport().scale / world - 1) < 1e-6);
        QTest::keyClick(&view(), Qt::Key_Plus);
        QTest::keyClick(&view(), Qt::Key_0);
        QTRY_VERIFY(std::abs(view().viewport().scale / world - 1) < 1e-6);
        const double x = view().viewport().centre.x;
        QTest::keyClick(&view(), Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(view().viewport().centre.x > x);
    }

    void arrowsWalkAndEnterChooses()
    {
        QTest::keyClick(&view(), Qt::Key_Right);
        const QString first = view().focusPlace();
        QVERIFY(!first.isEmpty());
        QCOMPARE(m_starter->workspace.hover().place, first);
        QTest::keyClick(&view(), Qt::Key_Up);
        const QString second = view().focusPlace();
        QVERIFY(second != first);
        QVERIFY(view().rectOf(second).center().y() < view().rectOf(first).center().y());
        QTest::keyClick(&view(), Qt::Key_Return);
        QCOMPARE(chosen(), QStringList{second});
        QTest::keyClick(&view(), Qt::Key_Escape);
        QVERIFY(view().focusPlace().isEmpty());
    }

    void hoverIsTold()
    {
        move(pixel({-35, 30}));
        QSignalSpy told(&m_starter->workspace, &Workspace::hoverChanged);
        move(pixel({12.5, 42.5}));
        QTRY_COMPARE(m_starter->workspace.hover().place, QStringLiteral("IT"));
        move(pixel({-35, 30}));
        QTRY_COMPARE(m_starter->workspace.hover().place, QString());
        QCOMPARE(told.count(), 2);
    }

    // What other views point at is outlined here.
    void hoverOfOthersIsShown()
    {
        const QImage before = view().grab().toImage();
        m_starter->workspace.setHover({std::nullopt, QStringLiteral("AU")});
        QVERIFY(view().grab().toImage() != before);
        m_starter->workspace.setHover({});
        QCOMPARE(view().grab().toImage(), before);
    }

    void zoomToSelectionShowsIt()
    {
        zoomTo("country:KR");
        const QRect korea = view().rectOf(QStringLiteral("KR"));
        QVERIFY(korea.height() > 250);
        QVERIFY(view().rect().contains(korea));
    }

    void modesAreShownAndRemembered()
    {
        auto* combo = m_panel->findChild<QComboBox*>();
        QCOMPARE(combo->currentText(), mapModeLabel(MapMode::StrictestInForce));
        const QImage strictest = view().grab().toImage();
        QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(view().mode(), MapMode::Events);
        QVERIFY(view().grab().toImage() != strictest);
        MapPanel other(m_starter->workspace, m_geometry);
        other.restoreState(m_panel->saveState());
        QCOMPARE(other.view().mode(), MapMode::Events);
        other.restoreState({{QStringLiteral("mode"), QStringLiteral("nonsense")}});
        QCOMPARE(other.view().mode(), MapMode::Events);
    }

    void asOfDayChangesTheColours()
    {
        const QImage today = view().grab().toImage();
        m_starter->workspace.setAsOf(dayOf(2019, 1, 1));
        QVERIFY(view().grab().toImage() != today);
        m_starter->workspace.setAsOf(test::fixedToday);
        QCOMPARE(view().grab().toImage(), today);
    }

    // A panned picture, moved and mended, is the picture drawn anew.
    void pannedPictureIsTheSame()
    {
        QTest::keyClick(&view(), Qt::Key_Plus);
        QTRY_VERIFY(view().viewport().scale > 300);
        QTRY_VERIFY(!view().isMoving());
        view().grab();
        for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Up, Qt::Key_Left})
            QTest::keyClick(&view(), key, Qt::ShiftModifier);
        const QImage moved = view().grab().toImage();
        m_starter->workspace.setAsOf(dayOf(2019, 1, 1));
        m_starter->workspace.setAsOf(test::fixedToday);
        const QImage anew = view().grab().toImage();
        int different = 0;
        for (int y = 0; y < anew.height(); ++y)
            for (int x = 0; x < anew.width(); ++x)
                different += std::abs(qGray(anew.pixel(x, y)) - qGray(moved.pixel(x, y))) > 24 ? 1 : 0;
        QVERIFY2(different < 40, qPrintable(QString::number(different)));
    }

    void emptyResultIsSaidAndStillAMap()
    {
        m_starter->filter(QStringLiteral("nosuchword"));
        const QImage image = view().grab().toImage();
        QCOMPARE(image.pixelColor(pixel({18, 15})), Theme::light().land);
        QVERIFY(view().places().isEmpty());
    }

    void noDataSetIsStillAMap()
    {
        Workspace empty(m_starter->gazetteer, test::fixedToday);
        MapView map(empty, m_geometry);
        map.resize(800, 400);
        const QImage image = map.grab().toImage();
        QCOMPARE(image.pixelColor(map.viewport().toScreen(equalearth::forward({18, 15})).toPoint()),
                 Theme::of(map.palette()).land);
    }

    void itemsAreExposed()
    {
        QAccessibleInterface* map = QAccessible::queryAccessibleInterface(&view());
        QVERIFY(map);
        QCOMPARE(map->childCount(), static_cast<int>(view().places().size()));
        const int index = static_cast<int>(view().places().indexOf(QStringLiteral("IT")));
        QAccessibleInterface* italy = map->child(index);
        QVERIFY(italy);
        QVERIFY(italy->text(QAccessible::Name).startsWith(QStringLiteral("Italy: 20 ")));
        QCOMPARE(map->indexOfChild(italy), index);
        QCOMPARE(map->child(index), italy);
        QCOMPARE(italy->parent(), map);
        const QPoint centre = view().mapToGlobal(pixel({12.5, 42.5}));
        QVERIFY(italy->rect().contains(centre));
        QCOMPARE(map->childAt(centre.x(), centre.y()), italy);
        QVERIFY(!italy->state().selected);
        italy->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(chosen(), QStringList{"IT"});
        QVERIFY(italy->state().selected);
        italy->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QVERIFY(italy->state().focused);
        QCOMPARE(map->focusChild(), italy);
        m_starter->filter(QStringLiteral("country:FR"));
        QVERIFY(!italy->isValid());
    }

    void buttonsHaveNames()
    {
        const auto buttons = m_panel->findChildren<QToolButton*>();
        QCOMPARE(buttons.size(), 4);
        for (const QToolButton* button : buttons)
            QVERIFY(!button->accessibleName().isEmpty() && !button->icon().isNull());
    }

private:
    MapView& view() { return m_panel->view(); }
    QStringList chosen() const { return m_starter->workspace.filter()[Facet::Country].anyOf; }
    QPoint pixel(Degrees place) { return view().viewport().toScreen(equalearth::forward(place)).toPoint(); }
    // By an event of our own: QTest moves the one cursor that all windows share.
    void move(QPoint to, Qt::MouseButtons buttons = {})
    {
        QMouseEvent event(QEvent::MouseMove, to, view().mapToGlobal(to), Qt::NoButton, buttons, {});
        QApplication::sendEvent(&view(), &event);
    }
    void click(const char* code, Qt::KeyboardModifiers modifiers = {})
    {
        const QString place = QString::fromLatin1(code);
        const Place* known = m_starter->gazetteer.find(place);
        const bool marked = place == QLatin1String("EU");
        const QPoint at =
            marked ? view().rectOf(place).center() : pixel({known->point->lon, known->point->lat});
        QTest::mouseClick(&view(), Qt::LeftButton, modifiers, at);
    }
    void zoomTo(const char* filter)
    {
        m_starter->filter(QString::fromLatin1(filter));
        const double before = view().viewport().scale;
        view().zoomToSelection();
        QTRY_VERIFY(view().viewport().scale > before * 1.5);
        QTRY_VERIFY(!view().isMoving());
    }

    MapGeometry m_geometry;
    std::unique_ptr<test::Starter> m_starter;
    std::unique_ptr<MapPanel> m_panel;
};

// Motion takes as long as it must to be motion.
class QuickStyle : public QProxyStyle
{
public:
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* result) const override
    {
        return hint == SH_Widget_Animation_Duration ? 20
                                                    : QProxyStyle::styleHint(hint, option, widget, result);
    }
};

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    applyTheme(application, Theme::light());
    QApplication::setStyle(new QuickStyle);
    TestMapView test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_mapview.moc"
