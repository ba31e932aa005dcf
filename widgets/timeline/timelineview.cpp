// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelineview.h"

#include "widgets/timeline/eventwords.h"
#include "widgets/timeline/hovercard.h"
#include "widgets/timeline/timelineaccessible.h"
#include "widgets/timeline/timelinepainter.h"

#include <QAccessible>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyle>
#include <QTimerEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace interdict {

namespace {

constexpr int barWidth = 10;             // of the scroll bar; always kept free, so that days never jump
constexpr int longestMotion = 180;       // ms
constexpr qsizetype mostWidths = 20'000; // measured texts kept

// A cache in front of a font's measure: a frame asks for the same few hundred texts as the one before.
TextWidth cachedWidth(QHash<QString, double>& cache, const QFont& font)
{
    return [&cache, metrics = QFontMetricsF(font)](const QString& text) {
        if (const auto known = cache.constFind(text); known != cache.cend())
            return *known;
        if (cache.size() > mostWidths)
            cache.clear();
        return *cache.insert(text, metrics.horizontalAdvance(text));
    };
}

} // namespace

TimelineView::TimelineView(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_bar(new QScrollBar(Qt::Vertical, this))
    , m_card(new HoverCard(*this))
    , m_empty(makeEmptyState())
{
    installTimelineAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    grabGesture(Qt::PinchGesture);
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(
        tr("Events in lanes over time. Arrow keys step between events, Enter opens one."));
    m_bar->setFocusPolicy(Qt::NoFocus);
    connect(m_bar, &QScrollBar::valueChanged, this, &TimelineView::invalidate);
    connect(&workspace, &Workspace::dataSetChanged, this, [this] {
        m_isFitted = true;
        m_focus.reset();
        invalidateData();
    });
    connect(&workspace, &Workspace::recordChanged, this, [this] {
        m_focus.reset(); // a row, and rows are renumbered
        invalidateData();
    });
    connect(&workspace, &Workspace::resultChanged, this, &TimelineView::invalidateData);
    for (const auto signal :
         {&Workspace::selectionChanged, &Workspace::hoverChanged, &Workspace::asOfChanged})
        connect(&workspace, signal, this, &TimelineView::invalidate);
    invalidateData();
}

TimelineView::~TimelineView()
{
    // It may have moved to the window, which outlives the view or goes down with it.
    delete m_card.data();
}

void TimelineView::hideCard()
{
    if (m_card)
        m_card->hide();
}

QWidget* TimelineView::makeEmptyState()
{
    auto* empty = new QWidget(this);
    m_emptyText = new QLabel;
    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyClear = new QPushButton(tr("Clear the filter"));
    connect(m_emptyClear, &QPushButton::clicked, this, [this] { m_workspace.setFilter({}); });
    auto* layout = new QVBoxLayout(empty);
    layout->addStretch();
    layout->addWidget(m_emptyText);
    layout->addWidget(m_emptyClear, 0, Qt::AlignCenter);
    layout->addStretch();
    empty->hide();
    return empty;
}

void TimelineView::setLaneBy(LaneBy by)
{
    if (by == m_laneBy)
        return;
    m_laneBy = by;
    m_focus.reset();
    m_bar->setValue(0);
    invalidateData();
    Q_EMIT laneByChanged(by);
}

void TimelineView::setColourBy(ColourBy by)
{
    if (by == m_colourBy)
        return;
    m_colourBy = by;
    invalidateData();
    Q_EMIT colourByChanged(by);
}

void TimelineView::invalidateData()
{
    m_dataIsCurrent = false;
    m_anchor.reset();
    refit();
    showEmptyState();
    invalidate();
    Q_EMIT schemeChanged();
}

void TimelineView::invalidate()
{
    m_layoutIsCurrent = false;
    update();
}

void TimelineView::ensureData()
{
    if (m_dataIsCurrent)
        return;
    m_dataIsCurrent = true;
    m_scheme = MarkScheme(Theme::of(palette()), m_workspace.vocabulary(), m_colourBy);
    m_milestones = MilestoneLane(m_workspace.milestones());
    const auto nameOf = [this](const QString& code) {
        if (code == unknownValue)
            return tr("Unknown");
        switch (m_laneBy) {
        case LaneBy::Country:
        case LaneBy::Place:
            return m_workspace.gazetteer().name(code);
        case LaneBy::Concern:
            return m_workspace.vocabulary().label(TermKind::Concern, code);
        case LaneBy::Measure:
            return m_workspace.vocabulary().label(TermKind::Measure, code);
        case LaneBy::Platform:
        case LaneBy::None:
            break;
        }
        return code;
    };
    m_lanes = TimelineLanes(m_workspace.columns(), m_workspace.result(), m_laneBy,
                            RowStyles(m_scheme, m_workspace.columns()), nameOf);
}

const MarkScheme& TimelineView::scheme()
{
    ensureData();
    return m_scheme;
}

TimelineView::Legend TimelineView::legend()
{
    ensureData();
    const std::vector<MarkStyle>& styles = m_lanes.styles();
    Legend legend{m_scheme.legend(), std::vector<bool>(m_scheme.legend().size())};
    const std::size_t plain = legend.entries.size() + 1; // with the one for unknown; dashed ones follow
    std::vector<bool> used(styles.size());
    for (const Row row : m_workspace.result())
        used[m_lanes.styleOf(row)] = true;
    bool isAnyDashed = false;
    for (std::size_t style = 0; style < styles.size(); ++style) {
        if (used[style] && style % plain < legend.used.size())
            legend.used[style % plain] = true;
        isAnyDashed = isAnyDashed || (used[style] && styles[style].isDashed);
    }
    if (isAnyDashed) {
        legend.entries.push_back(unpublishedEntry(Theme::of(palette())));
        legend.used.push_back(true);
    }
    return legend;
}

EventWords TimelineView::words() const
{
    return {m_workspace, locale()};
}

TimelineInput TimelineView::input()
{
    TimelineInput in;
    in.lanes = &m_lanes;
    in.milestones = &m_milestones;
    in.size = QSizeF(width() - barWidth, height());
    const double left = TimelineLayout::plotLeft(in.size.width());
    m_scale = m_scale.placed(left, plotWidth());
    in.scale = m_scale;
    in.scroll = m_bar->value();
    in.today = m_workspace.today();
    in.asOf = m_workspace.asOf();
    in.selection = m_workspace.selection();
    in.hover = m_workspace.hover();
    if (hasFocus())
        in.focus = m_focus;
    in.title = [this](Row row) { return m_workspace.brief(row).title; };
    in.textWidth = cachedWidth(m_widths, font());
    in.boldWidth = cachedWidth(m_boldWidths, TimelinePainter::boldFont(font()));
    in.textHeight = std::ceil(QFontMetricsF(font()).height());
    in.locale = locale();
    return in;
}

const TimelineLayout& TimelineView::layoutNow()
{
    if (!m_layoutIsCurrent)
        relayout();
    return m_layout;
}

void TimelineView::relayout()
{
    ensureData();
    m_layoutIsCurrent = true;
    m_layout = TimelineLayout(input());
    const double room = m_layout.lanesRect().height();
    const QSignalBlocker quiet(m_bar); // this layout already answers to the bar
    const int before = m_bar->value();
    m_bar->setPageStep(static_cast<int>(room));
    m_bar->setSingleStep(static_cast<int>(TimelineLayout::subRowHeight));
    m_bar->setRange(0, std::max(0, static_cast<int>(std::ceil(m_layout.contentHeight() - room))));
    m_bar->setVisible(m_bar->maximum() > 0);
    if (holdAnchor() || m_bar->value() != before)
        m_layout = TimelineLayout(input());
    Q_EMIT itemsChanged();
}

// Scrolls so that the anchored lane stays; true where that moved anything.
bool TimelineView::holdAnchor()
{
    if (!m_anchor || m_anchor->lane >= m_lanes.size())
        return false;
    const int before = m_bar->value();
    m_bar->setValue(
        static_cast<int>(m_layout.lanesRect().top() + m_layout.laneTop(m_anchor->lane) - m_anchor->y));
    return m_bar->value() != before;
}

void TimelineView::anchorAt(double y)
{
    for (const LaneBox& box : layoutNow().lanes()) {
        if (box.rect.top() <= y && y < box.rect.bottom())
            m_anchor = Anchor{box.lane, box.rect.top()};
    }
}

void TimelineView::showEmptyState()
{
    const bool nothing = m_workspace.result().empty();
    m_empty->setVisible(nothing);
    if (!nothing)
        return;
    const bool filtered = !m_workspace.columns().empty();
    m_emptyClear->setVisible(filtered);
    if (!m_workspace.isOpen())
        m_emptyText->setText(tr("No data set is open. Open one, or drop a file here."));
    else if (filtered)
        m_emptyText->setText(tr("No event matches the filter. Remove a condition, or clear them all."));
    else
        m_emptyText->setText(tr("This data set has no events yet. They appear here when they are added."));
}

double TimelineView::plotWidth() const
{
    const double all = width() - barWidth;
    return std::max(1.0, all - TimelineLayout::plotLeft(all));
}

// To the filter's period, else to the result; where that is empty to all events, and where there are none to
// the year up to today.
TimeScale TimelineView::fitted() const
{
    const Columns& columns = m_workspace.columns();
    const Day today = m_workspace.today();
    DayInterval days{monthStart(today, -12), today};
    if (const auto wanted = daysToFit(columns, m_workspace.result(), m_workspace.filter().begins, today))
        days = *wanted;
    else if (!columns.empty())
        days = {columns.startFirst.front(), std::max(today, columns.startFirst.back())};
    return TimeScale::fit(days, TimelineLayout::plotLeft(width() - barWidth), plotWidth());
}

void TimelineView::fit()
{
    m_isFitted = true;
    m_anchor.reset();
    moveTo(fitted(), true);
}

// After a new result, unless someone moved the view or is still choosing.
void TimelineView::refit()
{
    if (m_isFitted && !m_isHeld)
        moveTo(fitted(), isVisible());
}

void TimelineView::setHeld(bool held)
{
    m_isHeld = held;
    refit();
}

void TimelineView::showDays(DayInterval days)
{
    m_isFitted = false;
    moveTo(TimeScale::fit(days, m_scale.left(), m_scale.width(), 40), true);
}

void TimelineView::showWindow(double first, double last)
{
    m_isFitted = false;
    moveTo(TimeScale(m_scale.left(), m_scale.width(), first, last - first), true);
}

void TimelineView::zoom(double factor)
{
    const auto focused = layoutNow().focusedItem();
    const QRectF rect = focused ? m_layout.items()[static_cast<std::size_t>(*focused)].rect : QRectF();
    const double x = focused ? rect.center().x() : m_scale.left() + m_scale.width() / 2;
    m_isFitted = false;
    moveTo(m_target.zoomed(factor, x), true, focused ? std::optional(rect.center().y()) : std::nullopt);
}

int TimelineView::motionTime() const
{
    return std::min(style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this), longestMotion);
}

void TimelineView::moveTo(const TimeScale& scale, bool animated, std::optional<double> anchorY)
{
    if (anchorY)
        anchorAt(*anchorY);
    m_target = scale;
    m_start = m_scale;
    m_motion.stop();
    if (!animated || motionTime() <= 0 || !isVisible())
        return setScale(scale);
    m_motionClock.start();
    m_motion.start(0, Qt::PreciseTimer, this);
}

void TimelineView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_motion.timerId())
        return QWidget::timerEvent(event);
    const double t = std::min(1.0, double(m_motionClock.elapsed()) / std::max(1, motionTime()));
    if (t >= 1)
        m_motion.stop();
    setScale(m_start.towards(m_target, 1 - (1 - t) * (1 - t) * (1 - t)));
}

void TimelineView::setScale(const TimeScale& scale)
{
    if (scale == m_scale)
        return;
    m_scale = scale;
    hideCard();
    invalidate();
    Q_EMIT visibleDaysChanged(scale.first(), scale.last());
}

void TimelineView::scrollLanes(double pixels)
{
    m_anchor.reset();
    m_bar->setValue(m_bar->value() + static_cast<int>(std::lround(pixels)));
}

void TimelineView::placeChildren()
{
    const bool withMilestones = !m_workspace.milestones().empty();
    const auto top = static_cast<int>(TimelineLayout::lanesTop(withMilestones));
    m_bar->setGeometry(width() - barWidth, top, barWidth, std::max(0, height() - top));
    const auto left = static_cast<int>(TimelineLayout::plotLeft(width() - barWidth));
    m_empty->setGeometry(left, top, std::max(0, width() - left - barWidth), std::max(0, height() - top));
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_motion.stop();
    const double left = TimelineLayout::plotLeft(width() - barWidth);
    setScale(m_isFitted ? fitted() : m_target.placed(left, plotWidth()));
    m_target = m_scale;
    placeChildren();
    invalidate();
}

void TimelineView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
        invalidateData();
        break;
    case QEvent::FontChange:
        m_widths.clear();
        m_boldWidths.clear();
        invalidate();
        break;
    case QEvent::LocaleChange:
        invalidate();
        break;
    default:
        break;
    }
}

void TimelineView::paintEvent(QPaintEvent*)
{
    const TimelineLayout& layout = layoutNow();
    const Theme& theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    TimelinePainter(theme, font()).paint(painter, layout);
    if (m_drag == Drag::Band) {
        QColor veil = theme.accent;
        veil.setAlphaF(0.12F);
        painter.fillRect(m_band, veil);
        painter.setPen(theme.accent);
        painter.drawRect(m_band);
    }
    if (hasFocus() && m_focusIsShown && !m_focus) {
        painter.setPen(QPen(theme.accent, 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

} // namespace interdict
