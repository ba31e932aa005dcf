// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartlayout.h"

#include "widgets/timeline/timescale.h"

#include <QLocale>

#include <cmath>

namespace interdict {

namespace {

constexpr double gap = 6;           // px between a label and what it tells of
constexpr double reach = 8;         // px around a line within which it is meant
constexpr double widestName = 0.34; // of the width, for names of categories and of lines
constexpr std::size_t milestoneRows = 3;
constexpr double widestMilestone = 13; // lines' heights
constexpr double longestTimeScale = TimeScale::longestSpan;

// 1, 2 or 5 times a power of ten, so that about `most` steps reach the value.
double niceStep(double value, double most)
{
    const double least = std::max(1.0, value / std::max(1.0, most));
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= least)
            return factor * power;
    return 10 * power;
}

class Layouter
{
public:
    Layouter(const ChartData& chart, QSizeF size, const TextWidth& textWidth, double lineHeight,
             const QLocale& locale)
        : m_chart(chart)
        , m_textWidth(textWidth)
        , m_line(lineHeight)
        , m_locale(locale)
    {
        m_layout.size = size;
        m_layout.isHorizontal = chart.axis == ChartAxis::Categories;
        m_layout.isLines = chart.axis == ChartAxis::DaysSince;
    }

    ChartLayout make()
    {
        if (m_chart.isEmpty())
            return m_layout;
        m_greatest = std::max({greatestValue(m_chart), m_chart.least, std::uint32_t(1)});
        if (m_layout.isHorizontal) {
            placeRows();
        } else {
            placePlot();
            placeValueTicks();
            m_chart.axis == ChartAxis::Days ? placeDayTicks() : placeCountTicks();
            placeStacks();
            if (m_layout.isLines)
                nameLines();
            placeMilestones();
        }
        return std::move(m_layout);
    }

private:
    QString number(double value) const { return m_locale.toString(qlonglong(std::llround(value))); }

    void addLabel(ChartLabel::Role role, const QRectF& rect, Qt::Alignment alignment, const QString& text,
                  int series = -1)
    {
        m_layout.labels.push_back({role, rect, alignment, text, series});
    }

    void placePlot()
    {
        const double lane = m_chart.milestones.empty() ? 0 : milestoneRows * m_line * 1.1 + 2 * milestoneRise;
        const double top = m_line * 1.5 + lane;
        const double bottom = m_line * (m_chart.axis == ChartAxis::Days ? 1.6 : 2.7);
        const double height = std::max(1.0, m_layout.size.height() - top - bottom);
        m_step = niceStep(m_greatest, height / (2.4 * m_line));
        m_layout.greatest = static_cast<std::uint32_t>(std::ceil(m_greatest / m_step) * m_step);
        const double left = m_textWidth(number(m_layout.greatest)) + 2 * gap;
        double right = m_line;
        if (m_layout.isLines)
            for (const ChartSeries& series : m_chart.series)
                right = std::max(right, m_textWidth(series.name) + nameIndent + 2 * gap);
        right = std::min(right, m_layout.size.width() * widestName);
        m_layout.plot = {left, top, std::max(1.0, m_layout.size.width() - left - right), height};
        addLabel(ChartLabel::Role::Title, {gap, 0, m_layout.size.width() - gap, m_line * 1.2},
                 Qt::AlignLeft | Qt::AlignVCenter, m_chart.yTitle);
    }

    double yOf(double value) const
    {
        return m_layout.plot.bottom() - value * m_layout.plot.height() / m_layout.greatest;
    }
    double span() const { return double(m_chart.across.last) - m_chart.across.first + 1; }
    double xOf(double place) const
    {
        return m_layout.plot.left() + (place - m_chart.across.first) * m_layout.plot.width() / span();
    }

    void placeValueTicks()
    {
        for (double value = 0; value <= m_layout.greatest; value += m_step) {
            m_layout.valueGrid.push_back(yOf(value));
            addLabel(ChartLabel::Role::Tick, {0, yOf(value) - m_line / 2, m_layout.plot.left() - gap, m_line},
                     Qt::AlignRight | Qt::AlignVCenter, number(value));
        }
    }

    void placeDayTicks()
    {
        const QRectF& plot = m_layout.plot;
        const bool fits = span() >= TimeScale::shortestSpan && span() <= longestTimeScale;
        if (!fits)
            return placeYearTicks();
        const TimeScale scale(plot.left(), plot.width(), m_chart.across.first, span());
        for (const Tick& tick : scale.ticks(m_locale, m_textWidth)) {
            if (tick.level != Tick::Level::Minor)
                m_layout.placeGrid.push_back(tick.x);
            if (!tick.label.isEmpty())
                addLabel(
                    ChartLabel::Role::Tick,
                    {tick.x + TimeScale::labelGap, plot.bottom() + 2, m_textWidth(tick.label) + 1, m_line},
                    Qt::AlignLeft | Qt::AlignVCenter, tick.label);
        }
    }

    // A time that the timeline's scale does not reach: a day, or more than its years.
    void placeYearTicks()
    {
        const QRectF& plot = m_layout.plot;
        const int first = toDate(m_chart.across.first).year(), last = toDate(m_chart.across.last).year();
        const int step = static_cast<int>(niceStep(last - first + 1, plot.width() / (4 * m_line)));
        for (int year = first; year <= last; year += step) {
            const double x = std::max(plot.left(), xOf(dayOf(year, 1, 1)));
            m_layout.placeGrid.push_back(x);
            const QString text =
                first == last ? displayDay(m_chart.across.first, m_locale, true) : QString::number(year);
            addLabel(ChartLabel::Role::Tick, {x + gap / 2, plot.bottom() + 2, m_textWidth(text) + 1, m_line},
                     Qt::AlignLeft | Qt::AlignVCenter, text);
        }
    }

    void placeCountTicks()
    {
        const QRectF& plot = m_layout.plot;
        const double step = niceStep(span(), plot.width() / (5 * m_line));
        for (double value = 0; value < span(); value += step) {
            m_layout.placeGrid.push_back(xOf(value));
            addLabel(ChartLabel::Role::Tick, {xOf(value) - 3 * m_line, plot.bottom() + 2, 6 * m_line, m_line},
                     Qt::AlignHCenter | Qt::AlignVCenter, number(value));
        }
        addLabel(ChartLabel::Role::Title,
                 {plot.left(), plot.bottom() + 2 + m_line, plot.width(), m_line * 1.2},
                 Qt::AlignLeft | Qt::AlignVCenter, m_chart.xTitle);
    }

    void placeStacks()
    {
        double below = 0;
        const ChartMark* before = nullptr;
        for (const ChartMark& mark : m_chart.marks) {
            below = before && before->x == mark.x && m_chart.isStacked() ? below : 0;
            before = &mark;
            m_layout.boxes.push_back(boxOf(mark, below));
            below += mark.value;
        }
    }

    ChartBox boxOf(const ChartMark& mark, double below) const
    {
        double left = xOf(mark.x), right = xOf(double(mark.xEnd) + 1);
        if (m_layout.isLines) {
            const double y = yOf(mark.value);
            return {{left, y - 1, right - left, 2}, {left, y - 1, right - left, 2}};
        }
        if (!m_chart.isStepped() && right - left > 4) { // bars with air between them
            const double air = std::min(4.0, (right - left) * 0.15);
            left += air / 2;
            right -= air / 2;
        }
        const double bottom = yOf(below);
        const auto box = [&](double value) {
            return QRectF(QPointF(left, yOf(below + value)), QPointF(right, bottom));
        };
        return {box(mark.value), box(mark.certain)};
    }

    // Names at the ends of the lines, pushed apart where they would touch.
    void nameLines()
    {
        std::vector<std::pair<double, std::size_t>> ends;
        for (std::size_t series = 0; series < m_chart.series.size(); ++series)
            for (std::size_t i = m_chart.marks.size(); i-- > 0;)
                if (static_cast<std::size_t>(m_chart.marks[i].series) == series) {
                    ends.emplace_back(m_layout.boxes[i].whole.center().y(), i);
                    break;
                }
        std::sort(ends.begin(), ends.end());
        double free = 0;
        const double room = m_layout.size.height() - m_line * double(ends.size());
        for (auto& [y, mark] : ends) {
            const int series = m_chart.marks[mark].series;
            const double top = std::clamp(y - m_line / 2, free, std::max(free, room));
            const double left = m_layout.plot.right() + gap;
            addLabel(ChartLabel::Role::Series, {left, top, m_layout.size.width() - left, m_line},
                     Qt::AlignLeft | Qt::AlignVCenter, m_chart.series[static_cast<std::size_t>(series)].name,
                     series);
            free = top + m_line;
        }
    }

    // Rows of titles above the plot; where they would touch there is the line alone.
    void placeMilestones()
    {
        std::array<double, milestoneRows> free{};
        for (const ChartMilestone& milestone : m_chart.milestones) {
            const double x = xOf((double(milestone.days.first) + milestone.days.last + 1) / 2);
            m_layout.milestones.push_back(x);
            const double width = std::min(m_textWidth(milestone.title) + 1, widestMilestone * m_line);
            for (std::size_t row = 0; row < free.size(); ++row) {
                if (x < free[row] || x + width > m_layout.size.width())
                    continue;
                const double top = m_layout.plot.top() - 2 * milestoneRise - m_line * (1 + 1.1 * double(row));
                addLabel(ChartLabel::Role::Milestone, {x, top, width, m_line},
                         Qt::AlignLeft | Qt::AlignVCenter, milestone.title);
                free[row] = x + width + 2 * gap;
                break;
            }
        }
    }

    void placeRows()
    {
        double names = 0;
        for (const ChartCategory& category : m_chart.categories)
            names = std::max(names, m_textWidth(category.name));
        names = std::min(names, m_layout.size.width() * widestName) + 2 * gap;
        const double value = m_textWidth(number(m_greatest)) + 2 * gap;
        const double top = m_line * 1.4, bottom = m_line * 1.5;
        m_layout.plot = {names, top, std::max(1.0, m_layout.size.width() - names - value),
                         std::max(1.0, m_layout.size.height() - top - bottom)};
        m_layout.greatest = std::max<std::uint32_t>(m_greatest, 1);
        addLabel(ChartLabel::Role::Title, {names, 0, m_layout.size.width() - names, m_line * 1.2},
                 Qt::AlignLeft | Qt::AlignVCenter, m_chart.yTitle);
        placeBars();
        const double step = niceStep(m_layout.greatest, m_layout.plot.width() / (5 * m_line));
        for (double tick = 0; tick <= m_layout.greatest; tick += step) {
            const double x = lengthOf(tick);
            m_layout.valueGrid.push_back(x);
            addLabel(ChartLabel::Role::Tick, {x - 3 * m_line, m_layout.plot.bottom() + 2, 6 * m_line, m_line},
                     Qt::AlignHCenter | Qt::AlignVCenter, number(tick));
        }
    }

    double lengthOf(double value) const
    {
        return m_layout.plot.left() + value * m_layout.plot.width() / m_layout.greatest;
    }

    void placeBars()
    {
        const QRectF& plot = m_layout.plot;
        const double row = plot.height() / double(m_chart.categories.size());
        const double thick = std::min(row * 0.74, m_line * 2.4);
        const auto every =
            std::max(1, static_cast<int>(std::ceil(0.78 * m_line / row))); // names that have room
        std::vector<double> ends(m_chart.categories.size());
        for (const ChartMark& mark : m_chart.marks) {
            double& end = ends[static_cast<std::size_t>(mark.x)];
            const double top = plot.top() + row * mark.x + (row - thick) / 2;
            const auto box = [&](double value) {
                return QRectF(QPointF(lengthOf(end), top), QPointF(lengthOf(end + value), top + thick));
            };
            m_layout.boxes.push_back({box(mark.value), box(mark.certain)});
            end += mark.value;
        }
        for (std::size_t i = 0; i < m_chart.categories.size(); ++i) {
            if (i % static_cast<std::size_t>(every) != 0)
                continue;
            const double top = plot.top() + row * double(i) + (row - m_line) / 2;
            addLabel(ChartLabel::Role::Series, {gap, top, plot.left() - 2 * gap, m_line},
                     Qt::AlignRight | Qt::AlignVCenter, m_chart.categories[i].name);
            addLabel(ChartLabel::Role::Value,
                     {lengthOf(ends[i]) + gap, top, m_layout.size.width() - lengthOf(ends[i]) - gap, m_line},
                     Qt::AlignLeft | Qt::AlignVCenter, number(ends[i]));
        }
    }

    const ChartData& m_chart;
    const TextWidth& m_textWidth;
    double m_line;
    const QLocale& m_locale;
    std::uint32_t m_greatest = 1;
    double m_step = 1;
    ChartLayout m_layout;
};

} // namespace

std::optional<std::size_t> ChartLayout::markAt(QPointF point) const
{
    std::optional<std::size_t> nearest;
    double least = isLines ? reach : 0.5;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const QRectF& box = boxes[i].whole;
        const double dx = std::max({box.left() - point.x(), point.x() - box.right(), 0.0});
        const double dy = std::max({box.top() - point.y(), point.y() - box.bottom(), 0.0});
        if (std::hypot(dx, dy) < least) {
            least = std::hypot(dx, dy);
            nearest = i;
        }
    }
    return nearest;
}

std::optional<std::size_t> ChartLayout::milestoneAt(QPointF point) const
{
    for (std::size_t i = 0; i < milestones.size(); ++i)
        if (std::abs(milestones[i] - point.x()) <= milestoneSize / 2 &&
            std::abs(plot.top() - milestoneRise - point.y()) <= milestoneSize)
            return i;
    return std::nullopt;
}

QString ChartLayout::toText() const
{
    const auto numbers = [](const QRectF& rect) {
        return QStringLiteral("%1,%2 %3×%4")
            .arg(std::lround(rect.x()))
            .arg(std::lround(rect.y()))
            .arg(std::lround(rect.width()))
            .arg(std::lround(rect.height()));
    };
    QStringList lines{QStringLiteral("plot %1, to %2").arg(numbers(plot)).arg(greatest)};
    for (const ChartLabel& label : labels)
        lines << QStringLiteral("label '%1' %2").arg(label.text, numbers(label.rect));
    for (const ChartBox& box : boxes)
        lines << QStringLiteral("box %1, certainly %2").arg(numbers(box.whole), numbers(box.certain));
    return lines.join(u'\n');
}

ChartLayout layoutChart(const ChartData& chart, QSizeF size, const TextWidth& textWidth, double lineHeight,
                        const QLocale& locale)
{
    return Layouter(chart, size, textWidth, lineHeight, locale).make();
}

} // namespace interdict
