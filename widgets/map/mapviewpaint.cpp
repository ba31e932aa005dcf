// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The map view's frame: the kept base, then what changes with the pointer and the focus.
#include "widgets/map/mapview.h"

#include "widgets/map/mapcardpainter.h"

#include <QPainter>
#include <QTimer>

namespace interdict {

namespace {

const QString europeanUnion = QStringLiteral("EU");
const QString unionMembers = QStringLiteral("EU27");

} // namespace

void MapView::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    const MapInput now = input();
    const MapLayout& shown = layout();
    const MapStyle style{theme, m_scene.classes(), devicePixelRatioF(), false};
    m_base.draw(painter, shown, m_scene.geometry(), m_scene.outlined(shown, now), style, isMoving());
    paintMapLabels(painter, shown, style);
    paintHighlights(painter);
    paintMapMarkers(painter, shown, style);
    paintMapLegend(painter, shown, style);
    if (m_workspace.result().empty())
        paintEmptyMessage(painter);
    paintCard(painter);
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

QString MapView::hoveredPlace() const
{
    if (!m_hovered.isEmpty())
        return m_hovered;
    const Hover& hover = m_workspace.hover();
    if (hover.row && *hover.row < m_workspace.columns().size())
        return m_workspace.columns().placeCode(*hover.row);
    return hover.place;
}

void MapView::paintHighlight(QPainter& painter, const QString& place, const QColor& colour,
                             double width) const
{
    if (place == europeanUnion)
        paintUnionMembers(painter, colour);
    if (const MapMarker* marker = markerOf(place))
        paintMarkerRing(painter, *marker, colour);
    if (const MapShape* shape = m_scene.geometry().find(place))
        paintMapOutline(painter, layout(), m_scene.geometry(), *shape, colour, width);
}

void MapView::paintUnionMembers(QPainter& painter, const QColor& colour) const
{
    if (const PlaceGroup* group = m_workspace.gazetteer().group(unionMembers))
        for (const QString& member : group->members)
            if (const MapShape* shape = m_scene.geometry().find(member))
                paintMapOutline(painter, layout(), m_scene.geometry(), *shape, colour, 1);
}

void MapView::paintHighlights(QPainter& painter) const
{
    const Theme& theme = Theme::of(palette());
    const QString hovered = shownPlace(layout(), input(), hoveredPlace());
    if (!hovered.isEmpty())
        paintHighlight(painter, hovered, theme.ink, 1.6);
    if (hasFocus() && !m_focus.isEmpty()) {
        paintHighlight(painter, m_focus, theme.panel, 4);
        paintHighlight(painter, m_focus, theme.accent, 2.2);
    }
}

void MapView::paintEmptyMessage(QPainter& painter) const
{
    const Theme& theme = Theme::of(palette());
    const QString text = !m_workspace.isOpen()           ? tr("No data set is open")
                         : m_workspace.columns().empty() ? tr("The data set has no event yet")
                                                         : tr("No event matches the filter");
    QRectF box(0, 0, m_textWidth(text) + 24, QFontMetricsF(font()).height() + 12);
    box.moveCenter(QPointF(width() / 2.0, 10 + box.height() / 2));
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(box, 5, 5);
    painter.setPen(theme.ink);
    painter.drawText(box, Qt::AlignCenter, text);
}

void MapView::paintCard(QPainter& painter) const
{
    const bool byKey = m_hovered.isEmpty() && hasFocus() && !m_focus.isEmpty();
    const QString place = byKey ? m_focus : m_hovered;
    if (place.isEmpty() || m_dragging || (!byKey && !m_pointer))
        return;
    if (!m_card)
        m_card = placeCard(m_scene.story(), place);
    const QRectF anchor = byKey ? placeRect(layout(), input(), place) : QRectF(*m_pointer, QSizeF(4, 8));
    interdict::paintCard(painter, *m_card, cardRect(*m_card, anchor, QSizeF(size()), font()),
                         Theme::of(palette()));
}

} // namespace interdict
