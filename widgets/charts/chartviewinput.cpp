// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The chart view's pointer and keys.
#include "widgets/charts/chartview.h"

#include "widgets/timeline/hovercard.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace interdict {

// To the next mark along the axis of the same series, or to the next series at the same place.
void ChartView::step(int alongAxis, int acrossSeries)
{
    if (chart().isEmpty())
        return;
    if (!m_focus)
        return setFocusMark(0);
    const ChartMark& from = m_chart.marks[*m_focus];
    std::optional<std::size_t> best;
    const auto distance = [&](const ChartMark& to) {
        return alongAxis ? (to.x - from.x) * alongAxis : (to.series - from.series) * acrossSeries;
    };
    for (std::size_t i = 0; i < m_chart.marks.size(); ++i) {
        const ChartMark& to = m_chart.marks[i];
        const bool isInLine =
            alongAxis ? to.series == from.series
                      : to.x == from.x || (m_layout.isLines && to.x <= from.x && to.xEnd >= from.x);
        if (isInLine && distance(to) > 0 && (!best || distance(to) < distance(m_chart.marks[*best])))
            best = i;
    }
    if (best)
        setFocusMark(best);
}

bool ChartView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape && m_focus)
            event->accept();
    }
    return QWidget::event(event);
}

void ChartView::keyPressEvent(QKeyEvent* event)
{
    const bool isHorizontal = layoutNow().isHorizontal;
    const int up = isHorizontal ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return isHorizontal ? step(0, -1) : step(-1, 0);
    case Qt::Key_Right:
        return isHorizontal ? step(0, 1) : step(1, 0);
    case Qt::Key_Up:
        return isHorizontal ? step(up, 0) : step(0, up);
    case Qt::Key_Down:
        return isHorizontal ? step(-up, 0) : step(0, -up);
    case Qt::Key_Home:
        return m_chart.isEmpty() ? void() : setFocusMark(0);
    case Qt::Key_End:
        return m_chart.isEmpty() ? void() : setFocusMark(m_chart.marks.size() - 1);
    case Qt::Key_Escape:
        if (m_focus)
            return setFocusMark({});
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_focus)
            return press(*m_focus);
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void ChartView::mouseMoveEvent(QMouseEvent* event)
{
    setHovered(markAt(event->position()));
    if (const auto milestone = m_layout.milestoneAt(event->position() - QPointF(0, m_top)))
        tellMilestone(*milestone);
    else if (!m_hovered && !m_focus)
        m_card->hide();
}

void ChartView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mouseReleaseEvent(event);
    if (const auto mark = markAt(event->position()))
        press(*mark);
}

void ChartView::leaveEvent(QEvent* event)
{
    setHovered({});
    QWidget::leaveEvent(event);
}

void ChartView::focusOutEvent(QFocusEvent* event)
{
    setFocusMark({});
    QWidget::focusOutEvent(event);
}

} // namespace interdict
