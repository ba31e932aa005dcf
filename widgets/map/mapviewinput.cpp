// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The gestures of the map view: each is read, the layout is asked what it means, the workspace or the
// viewport told.
#include "widgets/map/mapview.h"

#include <QApplication>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

#include <cmath>

namespace interdict {

namespace {

constexpr double keyPan = 80;        // px
constexpr double perDegree = 1.0055; // factor of zoom for an eighth of a degree of the wheel: a notch is 1.93

} // namespace

bool MapView::pinch(QGestureEvent* event)
{
    const auto* gesture = static_cast<QPinchGesture*>(event->gesture(Qt::PinchGesture));
    if (!gesture)
        return false;
    m_motion.stop();
    m_home = false;
    show(m_viewport.zoomedAbout(mapFromGlobal(gesture->centerPoint()), gesture->scaleFactor()));
    pan(gesture->centerPoint() - gesture->lastCenterPoint());
    event->accept(gesture->gestureType());
    return true;
}

bool MapView::nativePinch(QNativeGestureEvent* event)
{
    if (event->gestureType() != Qt::ZoomNativeGesture)
        return false;
    m_motion.stop();
    m_home = false;
    show(m_viewport.zoomedAbout(event->position(), 1 + event->value()));
    return true;
}

void MapView::wheelEvent(QWheelEvent* event)
{
    m_pointer = event->position();
    // Touch pads send many small steps, which need no animation between them.
    if (!event->pixelDelta().isNull() || std::abs(event->angleDelta().y()) < 60) {
        m_motion.stop();
        m_home = false;
        show(m_viewport.zoomedAbout(event->position(), std::pow(perDegree, event->angleDelta().y())));
    } else {
        zoomBy(std::pow(perDegree, event->angleDelta().y()));
    }
    event->accept();
}

void MapView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    m_pressed = event->position();
    m_dragging = false;
}

void MapView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_pressed)
        return setPointer(event->position());
    const QPointF moved = event->position() - *m_pressed;
    if (!m_dragging && moved.manhattanLength() < QApplication::startDragDistance())
        return;
    if (!m_dragging) {
        m_dragging = true;
        hoverAt(std::nullopt);
        setCursor(Qt::ClosedHandCursor);
    }
    const double ratio = devicePixelRatioF();
    const QPointF whole = QPointF((moved * ratio).toPoint()) / ratio;
    pan(whole);
    *m_pressed += whole;
    m_pointer = event->position();
}

void MapView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    m_pressed.reset();
    if (m_dragging) {
        m_dragging = false;
        setCursor(Qt::ArrowCursor);
        m_hovered.clear();
        return setPointer(event->position());
    }
    const Filter before = m_workspace.filter();
    if (const QString place = placeAtPixel(event->position()); !place.isEmpty())
        choose(place, !(event->modifiers() & Qt::ControlModifier));
    m_chosenByPress = m_workspace.filter() != before;
}

// The first click of the two has chosen a place, which was not meant.
void MapView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_chosenByPress && m_workspace.canGoBack())
        m_workspace.back();
    m_chosenByPress = false;
    m_pressed.reset(); // nor does its release choose
    m_pointer = event->position();
    zoomBy(2);
}

bool MapView::handleZoomKey(int key)
{
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return true;
    case Qt::Key_Minus:
        zoomOut();
        return true;
    case Qt::Key_0:
    case Qt::Key_Home:
        fitWorld();
        return true;
    default:
        return false;
    }
}

bool MapView::handlePlaceKey(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (!m_focus.isEmpty())
            choose(m_focus, !(event.modifiers() & Qt::ControlModifier));
        return !m_focus.isEmpty();
    case Qt::Key_Escape:
        if (m_focus.isEmpty())
            return false;
        setFocusPlace({});
        m_workspace.setHover({});
        return true;
    default:
        return false;
    }
}

void MapView::keyPressEvent(QKeyEvent* event)
{
    static const QHash<int, QPointF> directions{
        {Qt::Key_Left, {-1, 0}}, {Qt::Key_Right, {1, 0}}, {Qt::Key_Up, {0, -1}}, {Qt::Key_Down, {0, 1}}};
    const auto direction = directions.constFind(event->key());
    if (direction != directions.cend()) {
        if (event->modifiers() & Qt::ShiftModifier)
            pan(*direction * -keyPan);
        else
            step(*direction);
    } else if (!handleZoomKey(event->key()) && !handlePlaceKey(*event)) {
        QWidget::keyPressEvent(event);
    }
}

} // namespace interdict
