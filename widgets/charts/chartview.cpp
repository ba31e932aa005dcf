// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartview.h"

#include "model/workspace.h"
#include "widgets/charts/chartaccessible.h"
#include "widgets/charts/chartfills.h"
#include "widgets/charts/chartpainter.h"
#include "widgets/theme/theme.h"
#include "widgets/timeline/hovercard.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace interdict {

namespace {

constexpr double side = 12; // px to the edges
constexpr double swatchWidth = 14, entryGap = 14, textGap = 5;
constexpr int mostKeyRows = 3, keyRowFor = 110; // px of height for each row of the key

} // namespace

ChartView::ChartView(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_card(new HoverCard(*this))
{
    installChartAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Chart"));
    setAccessibleDescription(tr("Arrows go from mark to mark, Enter filters what a mark counts"));
    makeEmptyText();
    const auto old = [this] { forget(); };
    connect(&workspace, &Workspace::dataSetChanged, this, old);
    connect(&workspace, &Workspace::recordChanged, this, old);
    connect(&workspace, &Workspace::vocabularyChanged, this, old);
    connect(&workspace, &Workspace::resultChanged, this, old);
    connect(&workspace, &Workspace::asOfChanged, this, old);
}

void ChartView::makeEmptyText()
{
    m_empty = new QWidget(this);
    m_emptyText = new QLabel;
    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyClear = new QPushButton(tr("Clear the filter"));
    connect(m_emptyClear, &QPushButton::clicked, this, [this] { m_workspace.setFilter({}); });
    auto* inner = new QVBoxLayout(m_empty);
    inner->addStretch();
    inner->addWidget(m_emptyText);
    inner->addWidget(m_emptyClear, 0, Qt::AlignCenter);
    inner->addStretch();
    m_empty->hide();
}

void ChartView::setSpec(const ChartSpec& spec)
{
    if (spec == m_spec)
        return;
    m_spec = spec;
    forget();
    Q_EMIT specChanged();
}

void ChartView::forget()
{
    m_isOld = true;
    m_focus.reset();
    setHovered({});
    update();
    if (isVisible())
        bringUpToDate();
}

const ChartData& ChartView::chart()
{
    bringUpToDate();
    return m_chart;
}

const ChartLayout& ChartView::layoutNow()
{
    bringUpToDate();
    return m_layout;
}

void ChartView::bringUpToDate()
{
    const bool changes = m_isOld || m_isMoved;
    if (m_isOld) {
        m_chart = chartData(chartSource(m_workspace), m_spec);
        setAccessibleName(m_chart.title);
        m_isOld = false;
        m_isMoved = true;
    }
    if (m_isMoved)
        layOut();
    if (changes)
        Q_EMIT chartChanged();
}

void ChartView::layOut()
{
    m_isMoved = false;
    m_picture = {};
    m_fills = chartFills(m_chart, m_workspace.vocabulary(), Theme::of(palette()));
    layOutKey();
    const QFontMetricsF metrics(font());
    const auto width = [&metrics](const QString& text) { return metrics.horizontalAdvance(text); };
    m_layout = layoutChart(m_chart, QSizeF(this->width(), std::max(1.0, height() - m_top - 4)), width,
                           metrics.height(), QLocale());
    showEmptyText();
}

void ChartView::layOutKey()
{
    m_key.clear();
    m_top = 4;
    if (!needsKey(m_chart))
        return;
    const QFontMetricsF metrics(font());
    const double line = metrics.height() + 4;
    double x = side;
    int rows = 1;
    for (const ChartSeries& series : m_chart.series) {
        const QString label = seriesLabel(series);
        const double text = metrics.horizontalAdvance(label) + 1;
        const bool isLastRow = rows >= std::clamp(height() / keyRowFor, 1, mostKeyRows);
        const double end = width() - side - (isLastRow ? metrics.horizontalAdvance(moreText()) : 0);
        if (x > side && x + swatchWidth + textGap + text > end) {
            if (isLastRow)
                break;
            ++rows;
            x = side;
            m_top += line;
        }
        m_key.push_back({{x, m_top + (line - swatchWidth * 0.75) / 2, swatchWidth, swatchWidth * 0.75},
                         {x + swatchWidth + textGap, m_top, text, line},
                         label});
        x += swatchWidth + textGap + text + entryGap;
    }
    if (m_key.size() < m_chart.series.size())
        m_more = {x, m_top, width() - x, line};
    m_top += line + 4;
}

// Of the entries that have no room.
QString ChartView::moreText() const
{
    return tr("+%1").arg(m_chart.series.size() - m_key.size());
}

void ChartView::showEmptyText()
{
    m_empty->setGeometry(rect());
    m_empty->setVisible(m_chart.isEmpty());
    if (!m_chart.isEmpty())
        return;
    const bool isFiltered = !m_workspace.filter().isEmpty();
    m_emptyClear->setVisible(isFiltered && m_workspace.isOpen());
    if (!m_workspace.isOpen())
        m_emptyText->setText(tr("No data set is open. Open one, or drop a file here."));
    else if (m_workspace.result().empty() && isFiltered)
        m_emptyText->setText(tr("No event matches the filter. Remove a condition, or clear them all."));
    else if (m_workspace.result().empty())
        m_emptyText->setText(
            tr("This data set has no events yet. They are counted here when they are added."));
    else
        m_emptyText->setText(tr("None of these events is a restriction that was in force, which this chart "
                                "counts. Choose another kind of chart, or change the filter."));
}

std::optional<std::size_t> ChartView::markAt(QPointF point)
{
    return layoutNow().markAt(point - QPointF(0, m_top));
}

QRect ChartView::rectOf(std::size_t mark)
{
    return layoutNow().boxes[mark].whole.translated(0, m_top).toAlignedRect();
}

QString ChartView::markName(std::size_t index)
{
    const ChartData& of = chart();
    const ChartMark& mark = of.marks[index];
    const ChartSeries& series = of.series[static_cast<std::size_t>(mark.series)];
    const bool isAll = series.part == ChartSeries::Part::All;
    QString name = isAll ? placeOf(of, mark) : QStringLiteral("%1, %2").arg(series.name, placeOf(of, mark));
    name += QStringLiteral(": ");
    if (mark.value != mark.rows)
        name += tr("%n jurisdiction(s), ", nullptr, static_cast<int>(mark.value));
    name += tr("%n event(s)", nullptr, static_cast<int>(mark.rows));
    if (mark.value == mark.rows && mark.certain < mark.rows)
        name += tr(", %n of them certainly", nullptr, static_cast<int>(mark.certain));
    return name;
}

QString ChartView::cardText(std::size_t index) const
{
    auto* self = const_cast<ChartView*>(this);
    const ChartMark& mark = m_chart.marks[index];
    const QStringList parts = self->markName(index).split(QStringLiteral(": "));
    return QStringLiteral("<b>%1</b><br>%2<br><span style='color:%3'>%4</span>")
        .arg(parts.mid(0, parts.size() - 1).join(QStringLiteral(": ")).toHtmlEscaped(),
             parts.back().toHtmlEscaped(), Theme::of(palette()).dim.name(),
             tr("Click or Enter shows these %n event(s)", nullptr, static_cast<int>(mark.rows)));
}

void ChartView::setFocusMark(std::optional<std::size_t> mark)
{
    if (mark == m_focus)
        return;
    m_focus = mark;
    if (m_focus) {
        m_card->tell(cardText(*m_focus), rectOf(*m_focus));
        announceFocus(*this);
    } else {
        m_card->hide();
    }
    update();
}

void ChartView::tellMilestone(std::size_t index)
{
    const ChartMilestone& milestone = m_chart.milestones[index];
    const QString days =
        milestone.days.first == milestone.days.last
            ? displayDay(milestone.days.first, QLocale())
            : QStringLiteral("%1 – %2").arg(displayDay(milestone.days.first, QLocale(), true),
                                            displayDay(milestone.days.last, QLocale(), true));
    const QPointF centre(m_layout.milestones[index], m_layout.plot.top() - milestoneRise + m_top);
    m_card->tell(QStringLiteral("<b>%1</b><br>%2").arg(milestone.title.toHtmlEscaped(), days),
                 QRectF(centre - QPointF(5, 5), QSizeF(10, 10)).toRect());
}

void ChartView::setHovered(std::optional<std::size_t> mark)
{
    if (mark == m_hovered)
        return;
    m_hovered = mark;
    setCursor(mark ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (mark)
        m_card->tell(cardText(*mark), rectOf(*mark));
    else if (!m_focus)
        m_card->hide();
    update();
}

void ChartView::press(std::size_t mark)
{
    const Filter filter = filterOf(chart(), m_chart.marks[mark]);
    m_card->hide();
    m_workspace.setFilter(filter);
}

void ChartView::showEvent(QShowEvent* event)
{
    bringUpToDate();
    QWidget::showEvent(event);
}

void ChartView::resizeEvent(QResizeEvent* event)
{
    m_isMoved = true;
    m_empty->setGeometry(rect());
    QWidget::resizeEvent(event);
    if (isVisible())
        bringUpToDate();
}

void ChartView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_isMoved = true;
        update();
    }
    QWidget::changeEvent(event);
}

// The chart is drawn once, and again only when it changes; hover and focus are drawn over it.
QPixmap ChartView::picture()
{
    if (!m_picture.isNull() && m_picture.devicePixelRatio() == devicePixelRatioF())
        return m_picture;
    const Theme& theme = Theme::of(palette());
    m_picture = QPixmap((QSizeF(size()) * devicePixelRatioF()).toSize());
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    m_picture.fill(theme.panel);
    QPainter painter(&m_picture);
    painter.setFont(font());
    paintKey(painter);
    painter.translate(0, m_top);
    paintChart(painter, m_chart, m_layout, {theme, m_fills, font()});
    return m_picture;
}

void ChartView::paintKey(QPainter& painter) const
{
    const Theme& theme = Theme::of(palette());
    for (std::size_t i = 0; i < m_key.size(); ++i) {
        paintChartSwatch(painter, m_key[i].swatch, m_fills[i]);
        painter.setPen(theme.ink);
        painter.drawText(m_key[i].text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, m_key[i].label);
    }
    painter.setPen(theme.dim);
    if (!m_key.empty() && m_key.size() < m_fills.size())
        painter.drawText(m_more, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, moreText());
}

void ChartView::paintEvent(QPaintEvent*)
{
    bringUpToDate();
    QPainter painter(this);
    painter.drawPixmap(0, 0, picture());
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = Theme::of(palette());
    const std::pair<std::optional<std::size_t>, QColor> outlined[] = {{m_hovered, theme.ink},
                                                                      {m_focus, theme.accent}};
    for (const auto& [mark, colour] : outlined) {
        if (!mark || *mark >= m_layout.boxes.size())
            continue;
        painter.setPen(QPen(colour, 2));
        painter.setBrush(Qt::NoBrush);
        QRectF box = m_layout.boxes[*mark].whole.translated(0, m_top);
        painter.drawRect(box.adjusted(-1, -1, 1, 1));
    }
}

} // namespace interdict
