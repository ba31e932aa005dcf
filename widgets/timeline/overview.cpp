// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/overview.h"

#include "widgets/timeline/overviewpainter.h"
#include "widgets/timeline/timelineaccessible.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace interdict {

namespace {
constexpr int keyStep = 1; // months
} // namespace

OverviewView::OverviewView(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
    installTimelineAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Period"));
    setToolTip(tr(
        "Drag to choose a period; drag its edges or middle to change it; double click or Escape clears it"));
    for (const auto signal :
         {&Workspace::dataSetChanged, &Workspace::filterChanged, &Workspace::resultChanged})
        connect(&workspace, signal, this, &OverviewView::invalidate);
}

void OverviewView::setVisibleDays(double first, double last)
{
    m_visibleFirst = first;
    m_visibleLast = last;
    invalidate();
}

void OverviewView::setPlotLeft(double left)
{
    m_plotLeft = left;
    invalidate();
}

void OverviewView::invalidate()
{
    m_layoutIsCurrent = false;
    update();
}

const OverviewLayout& OverviewView::layoutNow()
{
    if (m_layoutIsCurrent)
        return m_layout;
    m_layoutIsCurrent = true;
    const std::vector<std::uint32_t> result = m_workspace.resultByMonth();
    std::vector<Day> milestones;
    for (const Milestone& milestone : m_workspace.milestones())
        milestones.push_back(milestone.date.interval().first);
    OverviewInput in;
    in.firstMonth = m_workspace.firstMonth();
    in.totals = m_workspace.totalsByMonth();
    in.result = result;
    in.milestones = milestones;
    in.today = m_workspace.today();
    in.period = m_workspace.filter().begins;
    in.visibleFirst = m_visibleFirst;
    in.visibleLast = m_visibleLast;
    in.left = m_plotLeft;
    in.size = size();
    in.textWidth = [metrics = QFontMetricsF(font())](const QString& text) {
        return metrics.horizontalAdvance(text);
    };
    in.locale = locale();
    m_layout = OverviewLayout(in);
    return m_layout;
}

QString OverviewView::periodText() const
{
    const auto& period = m_workspace.filter().begins;
    if (!period)
        return tr("all");
    const auto text = [this](const std::optional<PartialDate>& date) {
        return date ? date->display(locale()) : tr("open");
    };
    return tr("%1 to %2").arg(text(period->from), text(period->to));
}

void OverviewView::setPeriod(const std::optional<Period>& period)
{
    Filter filter = m_workspace.filter();
    filter.begins = period;
    m_workspace.setFilter(filter);
}

void OverviewView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = Theme::of(palette());
    painter.fillRect(rect(), theme.ground);
    paintOverview(painter, layoutNow(), theme, font());
    if (hasFocus() && m_focusIsShown) {
        painter.setPen(QPen(theme.accent, 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void OverviewView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    invalidate();
}

void OverviewView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    invalidate();
}

void OverviewView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_pressed = event->position().x();
    m_before = m_workspace.filter().begins;
    m_drag = Drag::Pressed;
}

void OverviewView::mouseMoveEvent(QMouseEvent* event)
{
    const double x = event->position().x();
    if (m_drag == Drag::None)
        return shapeCursor(x);
    if (m_drag == Drag::Pressed) {
        if (std::abs(x - m_pressed) < QApplication::startDragDistance())
            return;
        beginDrag();
    }
    dragTo(x);
}

void OverviewView::beginDrag()
{
    switch (layoutNow().hitTest(m_pressed)) {
    case OverviewLayout::Part::Outside:
        m_drag = Drag::Create;
        break;
    case OverviewLayout::Part::Brush:
        m_drag = Drag::Move;
        break;
    case OverviewLayout::Part::LeftEdge:
        m_drag = Drag::LeftEdge;
        break;
    case OverviewLayout::Part::RightEdge:
        m_drag = Drag::RightEdge;
        break;
    }
    Q_EMIT draggingChanged(true);
}

void OverviewView::dragTo(double x)
{
    const OverviewLayout& layout = layoutNow();
    switch (m_drag) {
    case Drag::None:
    case Drag::Pressed:
        break;
    case Drag::Create:
        setPeriod(layout.periodAt(m_pressed, x));
        break;
    case Drag::Move:
        setPeriod(layout.moved(*m_before, x - m_pressed));
        break;
    case Drag::LeftEdge:
        setPeriod(layout.withEdge(*m_before, true, x));
        break;
    case Drag::RightEdge:
        setPeriod(layout.withEdge(*m_before, false, x));
        break;
    }
}

void OverviewView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mouseReleaseEvent(event);
    const Drag ended = std::exchange(m_drag, Drag::None);
    if (ended == Drag::Pressed)
        Q_EMIT dayClicked(layoutNow().scale().dayAt(event->position().x()));
    else if (ended != Drag::None)
        Q_EMIT draggingChanged(false);
}

void OverviewView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        setPeriod(std::nullopt);
}

void OverviewView::shapeCursor(double x)
{
    switch (layoutNow().hitTest(x)) {
    case OverviewLayout::Part::Outside:
        setCursor(Qt::CrossCursor);
        break;
    case OverviewLayout::Part::Brush:
        setCursor(Qt::OpenHandCursor);
        break;
    case OverviewLayout::Part::LeftEdge:
    case OverviewLayout::Part::RightEdge:
        setCursor(Qt::SizeHorCursor);
        break;
    }
}

void OverviewView::keyPressEvent(QKeyEvent* event)
{
    const auto& period = m_workspace.filter().begins;
    const bool isStep = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    const bool clears =
        event->key() == Qt::Key_Escape || event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
    if (clears && period)
        return setPeriod(std::nullopt);
    if (!isStep)
        return QWidget::keyPressEvent(event);
    const int months = event->key() == Qt::Key_Left ? -keyStep : keyStep;
    const auto month = [](Day day) {
        const auto ymd = toDate(day).year_month_day();
        return PartialDate::ofMonth(ymd.year, ymd.month);
    };
    if (!period) // begins with the last twelve months
        return setPeriod(Period{month(monthStart(m_workspace.today(), -11)), month(m_workspace.today())});
    const DayInterval days = period->days();
    Period next = *period;
    if (next.from && !event->modifiers().testFlag(Qt::ShiftModifier))
        next.from = month(monthStart(days.first, months));
    if (next.to)
        next.to = month(monthStart(days.last, months));
    if (next.from && next.to && next.to->interval().last < next.from->interval().first)
        return;
    setPeriod(next);
}

void OverviewView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    const Qt::FocusReason reason = event->reason();
    m_focusIsShown =
        reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    update();
}

void OverviewView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace interdict
