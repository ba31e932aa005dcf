// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The map as a widget: input, animation, focus. What is where it asks the layout; what is shown, the
// workspace.
#pragma once

#include "widgets/map/mapbaselayer.h"
#include "widgets/map/mapscene.h"

#include <QVariantAnimation>
#include <QWidget>

class QGestureEvent;
class QNativeGestureEvent;

namespace interdict {

class MapView : public QWidget
{
    Q_OBJECT

public:
    MapView(Workspace& workspace, const MapGeometry& geometry, QWidget* parent = nullptr);

    MapMode mode() const { return m_scene.mode(); }
    void setMode(MapMode mode);
    const MapScene& scene() const { return m_scene; }
    const MapViewport& viewport() const { return m_viewport; }

    bool isMoving() const { return m_motion.state() == QAbstractAnimation::Running; }

    void zoomIn() { zoomBy(1.6); }
    void zoomOut() { zoomBy(1 / 1.6); }
    void fitWorld();
    void zoomToSelection();
    void zoomTo(const MapBox& box); // all of it, with a little around it

    // Places with events under the filter that are shown, in a fixed order; for assistive technology.
    QStringList places() const;
    QRect rectOf(const QString& place) const;
    QString placeAtPixel(QPointF pixel) const;
    QString summary(const QString& place) const;
    QString focusPlace() const { return m_focus; }
    void setFocusPlace(const QString& place);
    // As a click on it: the filter's country, alone or beside others.
    void choose(const QString& place, bool alone);
    bool isChosen(const QString& place) const; // by the filter, or as a selected event's

    QSize sizeHint() const override { return {900, 460}; }
    QSize minimumSizeHint() const override { return {240, 140}; }

Q_SIGNALS:
    void modeChanged();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void connectWorkspace();
    void refresh(); // colours or outlines changed
    void fitNow();
    MapViewport worldViewport() const;
    QRectF freeArea() const; // what the key leaves
    void zoomBy(double factor);
    void moveTo(const MapViewport& target);
    void show(const MapViewport& viewport);
    void advance(double part);
    bool pinch(QGestureEvent* event);
    bool nativePinch(QNativeGestureEvent* event);
    void pan(QPointF pixels);
    void setPointer(std::optional<QPointF> pixel);
    void hoverAt(std::optional<QPointF> pixel);
    void step(QPointF direction);
    bool handleZoomKey(int key);
    bool handlePlaceKey(const QKeyEvent& event);

    MapInput input() const;
    const MapLayout& layout() const;
    const MapMarker* markerOf(const QString& place) const;
    void paintHighlight(QPainter& painter, const QString& place, const QColor& colour, double width) const;
    void paintUnionMembers(QPainter& painter, const QColor& colour) const;
    void paintHighlights(QPainter& painter) const;
    void paintEmptyMessage(QPainter& painter) const;
    void paintCard(QPainter& painter) const;
    QString hoveredPlace() const;

    Workspace& m_workspace;
    MapScene m_scene;
    MapViewport m_viewport;
    MapBaseLayer m_base;
    mutable std::optional<MapLayout> m_layout; // of the viewport; made when asked
    TextWidth m_textWidth;
    QVariantAnimation m_motion;
    MapViewport m_from, m_to;
    bool m_home = true; // shows the world, and does so after a resize
    std::optional<QPointF> m_pointer;
    std::optional<QPointF> m_pressed; // where a drag would begin
    bool m_dragging = false;
    bool m_chosenByPress = false;          // the click before a double click changed the filter
    QString m_hovered;                     // under the pointer
    QString m_focus;                       // walked to by keys
    mutable std::optional<MapCard> m_card; // of the hovered or the focused place; made when painted
};

} // namespace interdict
