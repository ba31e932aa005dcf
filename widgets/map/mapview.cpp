// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapview.h"

#include "widgets/map/mapaccessible.h"
#include "widgets/map/mapchoice.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QGestureEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <cmath>

namespace interdict {

namespace {

constexpr int longestMotion = 180; // ms

} // namespace

MapView::MapView(Workspace& workspace, const MapGeometry& geometry, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_scene(workspace, geometry)
{
    m_textWidth = [this, widths = QHash<QString, double>()](const QString& text) mutable {
        const auto known = widths.constFind(text);
        return known != widths.cend() ? *known
                                      : *widths.insert(text, QFontMetricsF(font()).horizontalAdvance(text));
    };
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    grabGesture(Qt::PinchGesture);
    installMapAccessibility(); // before anything asks for the view's interface
    setAccessibleName(tr("Map"));
    m_motion.setStartValue(0.0);
    m_motion.setEndValue(1.0);
    m_motion.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_motion, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& v) { advance(v.toDouble()); });
    connect(&m_motion, &QVariantAnimation::finished, this, [this] { update(); });
    connectWorkspace();
}

void MapView::connectWorkspace()
{
    for (const auto signal : {&Workspace::dataSetChanged, &Workspace::recordChanged})
        connect(&m_workspace, signal, this, [this] {
            m_scene.forgetPlaces();
            refresh();
        });
    for (const auto signal : {&Workspace::resultChanged, &Workspace::asOfChanged})
        connect(&m_workspace, signal, this, [this] {
            m_scene.forgetFacts();
            refresh();
        });
    for (const auto signal : {&Workspace::filterChanged, &Workspace::selectionChanged})
        connect(&m_workspace, signal, this, &MapView::refresh);
    connect(&m_workspace, &Workspace::hoverChanged, this, [this] { update(); });
}

void MapView::refresh()
{
    m_base.invalidate();
    m_layout.reset();
    m_card.reset();
    if (m_home && !m_dragging)
        fitNow();
    update();
}

void MapView::setMode(MapMode mode)
{
    if (mode == m_scene.mode())
        return;
    m_scene.setMode(mode);
    refresh();
    Q_EMIT modeChanged();
}

// --- Viewport ---

QRectF MapView::freeArea() const
{
    const auto legend = layoutMapLegend(m_scene.classes().legend(), QSizeF(size()), m_textWidth,
                                        QFontMetricsF(font()).height());
    return QRectF(rect()).adjusted(8, 6, -8, -legend.height);
}

MapViewport MapView::worldViewport() const
{
    return MapViewport::fitting(worldBox(), QSizeF(size()), freeArea());
}

void MapView::fitNow()
{
    m_motion.stop();
    m_viewport = worldViewport();
    m_layout.reset();
}

void MapView::fitWorld()
{
    moveTo(worldViewport());
    m_home = true;
}

void MapView::zoomToSelection()
{
    if (const std::optional<MapBox> box = m_scene.boxOfInterest())
        zoomTo(*box);
}

void MapView::zoomTo(const MapBox& box)
{
    moveTo(MapViewport::fitting(box, QSizeF(size()), freeArea().adjusted(24, 24, -24, -12)));
}

void MapView::zoomBy(double factor)
{
    const MapViewport& base = isMoving() ? m_to : m_viewport;
    moveTo(base.zoomedAbout(m_pointer.value_or(QRectF(rect()).center()), factor));
}

void MapView::moveTo(const MapViewport& target)
{
    m_motion.stop();
    m_home = false;
    const int duration =
        std::min(longestMotion, style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this));
    if (duration <= 0 || !isVisible())
        return show(target);
    m_from = m_viewport;
    m_to = target;
    m_motion.setDuration(duration);
    m_motion.start();
}

// The centre moves with the inverse of the scale, so that what both views share stands still on its way.
void MapView::advance(double part)
{
    MapViewport now = m_to;
    if (part < 1) {
        now.scale = m_from.scale * std::pow(m_to.scale / m_from.scale, part);
        const double whole = 1 / m_to.scale - 1 / m_from.scale;
        const double share = std::abs(whole) < 1e-12 ? part : (1 / now.scale - 1 / m_from.scale) / whole;
        now.centre = {m_from.centre.x + (m_to.centre.x - m_from.centre.x) * share,
                      m_from.centre.y + (m_to.centre.y - m_from.centre.y) * share};
    }
    show(now);
}

void MapView::show(const MapViewport& viewport)
{
    m_viewport = viewport;
    m_layout.reset();
    hoverAt(m_pointer);
    update();
}

// By whole device pixels, so that the picture can be moved instead of drawn anew.
void MapView::pan(QPointF pixels)
{
    const double ratio = devicePixelRatioF();
    const QPointF whole((pixels * ratio).toPoint());
    m_motion.stop();
    m_home = false;
    show(m_viewport.pannedBy(whole / ratio));
}

// --- What is where ---

MapInput MapView::input() const
{
    return m_scene.input(m_viewport, devicePixelRatioF(), m_textWidth, QFontMetricsF(font()).height());
}

const MapLayout& MapView::layout() const
{
    if (!m_layout)
        m_layout = layoutMap(input());
    return *m_layout;
}

QStringList MapView::places() const
{
    return placesShown(layout(), input());
}

QRect MapView::rectOf(const QString& place) const
{
    return placeRect(layout(), input(), place).toAlignedRect() & rect();
}

QString MapView::placeAtPixel(QPointF pixel) const
{
    return placeAt(layout(), input(), pixel);
}

QString MapView::summary(const QString& place) const
{
    return placeSummary(m_scene.story(), place);
}

const MapMarker* MapView::markerOf(const QString& place) const
{
    for (const MapMarker& marker : layout().markers)
        if (m_scene.places().byNumber[static_cast<std::size_t>(marker.number)].code == place)
            return &marker;
    return nullptr;
}

// --- Pointer, focus and choice ---

void MapView::hoverAt(std::optional<QPointF> pixel)
{
    const QString place = pixel && !m_dragging ? placeAtPixel(*pixel) : QString();
    if (place == m_hovered)
        return;
    m_hovered = place;
    m_card.reset();
    if (!m_dragging)
        setCursor(m_scene.places().find(place) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    m_workspace.setHover({std::nullopt, place});
    update();
}

void MapView::setPointer(std::optional<QPointF> pixel)
{
    m_pointer = pixel;
    hoverAt(pixel);
    if (!m_hovered.isEmpty())
        update(); // the card follows
}

void MapView::setFocusPlace(const QString& place)
{
    if (place == m_focus)
        return;
    m_focus = place;
    m_hovered.clear(); // until the pointer moves again
    m_card.reset();
    if (!place.isEmpty()) {
        const QRectF spot = placeRect(layout(), input(), place);
        if (!QRectF(rect()).adjusted(20, 20, -20, -20).contains(spot.center()))
            pan(QRectF(rect()).center() - spot.center());
        m_workspace.setHover({std::nullopt, place});
        announceFocus(*this);
    }
    update();
}

void MapView::choose(const QString& place, bool alone)
{
    QString chosen = place;
    if (!m_scene.places().find(chosen)) // a part without events of its own shows what its country does
        if (const Place* known = m_workspace.gazetteer().find(place))
            chosen = known->country;
    if (m_scene.places().find(chosen))
        m_workspace.setFilter(withPlaceChosen(m_workspace.filter(), chosen, alone));
}

bool MapView::isChosen(const QString& place) const
{
    return chosenPlaces(m_workspace.filter()).contains(place) ||
           placesOf(m_workspace.columns(), m_workspace.selection()).contains(place);
}

void MapView::step(QPointF direction)
{
    const QString next = nextPlace(layout(), input(), m_focus, direction);
    if (!next.isEmpty())
        setFocusPlace(next);
}

// --- Events ---

bool MapView::event(QEvent* event)
{
    if (event->type() == QEvent::Gesture)
        return pinch(static_cast<QGestureEvent*>(event));
    if (event->type() == QEvent::NativeGesture)
        return nativePinch(static_cast<QNativeGestureEvent*>(event));
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const bool onCaption = layout().legend.captionBox.contains(help->pos());
        QToolTip::showText(help->globalPos(), onCaption ? mapRule() : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

void MapView::resizeEvent(QResizeEvent*)
{
    m_viewport.size = QSizeF(size());
    m_layout.reset();
    if (m_home)
        fitNow();
}

void MapView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::LocaleChange)
        refresh();
    QWidget::changeEvent(event);
}

void MapView::leaveEvent(QEvent*)
{
    setPointer(std::nullopt);
}

void MapView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void MapView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace interdict
