// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartpainter.h"

#include "widgets/charts/chartfills.h"
#include "widgets/map/mappattern.h"
#include "widgets/theme/marks.h"

#include <QAreaSeries>
#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLineSeries>
#include <QPainter>
#include <QPainterPath>
#include <QValueAxis>

#include <cmath>

namespace interdict {

namespace {

constexpr double penWidth = 2;
constexpr double hatchWidth = 1;
constexpr double hairLine = 1;
constexpr double touching = 0.01; // px
constexpr double thin = 0.4;      // px
constexpr double hatchColumn = 3; // px, within which a hatch is the same

// The part of a line within a box, by Liang and Barsky; nothing where it passes by.
std::optional<QLineF> clippedLine(const QLineF& line, const QRectF& box)
{
    double from = 0, to = 1;
    const std::array<std::pair<double, double>, 4> edges{{{-line.dx(), line.x1() - box.left()},
                                                          {line.dx(), box.right() - line.x1()},
                                                          {-line.dy(), line.y1() - box.top()},
                                                          {line.dy(), box.bottom() - line.y1()}}};
    for (const auto& [towards, room] : edges) {
        if (towards == 0 && room < 0)
            return std::nullopt;
        if (towards < 0)
            from = std::max(from, room / towards);
        else if (towards > 0)
            to = std::min(to, room / towards);
    }
    if (from >= to)
        return std::nullopt;
    return QLineF(line.pointAt(from), line.pointAt(to));
}

// The lines of a pattern within a box, so that those of neighbouring boxes meet. Clipped here: SVG has no
// clip.
void addHatch(QList<QLineF>& lines, Pattern pattern, const QRectF& box)
{
    if (pattern == Pattern::Plain || box.isEmpty())
        return;
    constexpr double side = patternSide;
    const QRectF wide(QPointF(std::floor(box.left() / side) * side, std::floor(box.top() / side) * side),
                      QPointF(std::ceil(box.right() / side) * side, std::ceil(box.bottom() / side) * side));
    const QPainterPath path = patternLines(pattern, wide);
    for (int i = 0; i + 1 < path.elementCount(); i += 2)
        if (const auto line = clippedLine({path.elementAt(i), path.elementAt(i + 1)}, box))
            lines.append(*line);
}

QLineSeries* lineSeries(const QList<QPointF>& points)
{
    QList<QPointF> upwards;
    for (const QPointF& point : points)
        upwards << QPointF(point.x(), -point.y());
    auto* made = new QLineSeries;
    made->replace(upwards);
    return made;
}

// Thin steps are hatched together, as far as all of them reach: the column that the next one may join.
QRectF addToColumn(const QRectF& column, const QRectF& box, Pattern pattern, QList<QLineF>& hatch)
{
    const bool joins = !column.isEmpty() && column.width() < hatchColumn &&
                       std::abs(column.right() - box.left()) <= touching &&
                       std::max(column.top(), box.top()) < std::min(column.bottom(), box.bottom());
    if (joins)
        return QRectF(QPointF(column.left(), std::max(column.top(), box.top())),
                      QPointF(box.right(), std::min(column.bottom(), box.bottom())));
    addHatch(hatch, pattern, column);
    return box;
}

// Steps that follow each other without a gap, as one area; where there is a gap another begins, since an
// outline that runs there and back would leave a hair line.
class Areas
{
public:
    Areas(const QColor& colour, std::vector<QAbstractSeries*>& into)
        : m_colour(colour)
        , m_into(into)
    {
    }
    // Steps that are thinner than what one sees are drawn with the next.
    void add(QRectF box)
    {
        if (box.isEmpty())
            return close();
        if (!m_upper.isEmpty() && m_upper.back().x() - m_upper[m_upper.size() - 2].x() < thin &&
            std::abs(m_upper.back().x() - box.left()) <= touching) {
            box.setLeft(m_upper[m_upper.size() - 2].x());
            m_upper.resize(m_upper.size() - 2);
            m_lower.resize(m_lower.size() - 2);
        } else if (!m_upper.isEmpty() && std::abs(m_upper.back().x() - box.left()) > touching)
            close();
        m_upper << box.topLeft() << box.topRight();
        m_lower << box.bottomLeft() << box.bottomRight();
    }
    void close()
    {
        if (m_upper.isEmpty())
            return;
        auto* area =
            new QAreaSeries(lineSeries(std::exchange(m_upper, {})), lineSeries(std::exchange(m_lower, {})));
        area->setPen(Qt::NoPen);
        area->setBrush(m_colour);
        m_into.push_back(area);
    }

private:
    QColor m_colour;
    std::vector<QAbstractSeries*>& m_into;
    QList<QPointF> m_upper, m_lower;
};

class Painting
{
public:
    Painting(QPainter& painter, const ChartData& chart, const ChartLayout& layout, const ChartStyle& style)
        : m_painter(painter)
        , m_chart(chart)
        , m_layout(layout)
        , m_style(style)
    {
    }

    void run()
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setFont(m_style.font);
        paintGrid();
        paintMilestoneLines();
        if (m_chart.isStepped())
            paintSeries();
        else
            paintBars();
        paintHatches();
        paintBase();
        paintLabels();
        paintMilestoneMarks();
        m_painter.restore();
    }

private:
    void paintGrid()
    {
        const QRectF& plot = m_layout.plot;
        m_painter.setPen(QPen(m_style.theme.line, hairLine));
        for (const double at : m_layout.valueGrid)
            m_layout.isHorizontal ? vertical(at) : horizontal(at);
        for (const double x : m_layout.placeGrid)
            m_painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 5));
    }
    void vertical(double x)
    {
        m_painter.drawLine(QPointF(x, m_layout.plot.top()), QPointF(x, m_layout.plot.bottom()));
    }
    void horizontal(double y)
    {
        m_painter.drawLine(QPointF(m_layout.plot.left(), y), QPointF(m_layout.plot.right(), y));
    }

    void paintBase()
    {
        m_painter.setPen(QPen(m_style.theme.faint, hairLine));
        m_layout.isHorizontal ? vertical(m_layout.plot.left()) : horizontal(m_layout.plot.bottom());
    }

    // The chart's axes run in the layout's own px, upwards, so that what is drawn is what is hit.
    void paintSeries()
    {
        QChart chart;
        chart.setAnimationOptions(QChart::NoAnimation);
        chart.setBackgroundVisible(false);
        chart.setMargins({});
        chart.legend()->hide();
        const std::vector<QAbstractSeries*> all = m_layout.isLines ? lines() : areas();
        if (all.empty())
            return;
        auto* x = new QValueAxis;
        auto* y = new QValueAxis;
        x->setRange(m_layout.plot.left(), m_layout.plot.right());
        y->setRange(-m_layout.plot.bottom(), -m_layout.plot.top());
        chart.addAxis(x, Qt::AlignBottom);
        chart.addAxis(y, Qt::AlignLeft);
        for (QValueAxis* axis : {x, y})
            axis->setVisible(false);
        for (QAbstractSeries* series : all) {
            chart.addSeries(series);
            series->attachAxis(x);
            series->attachAxis(y);
        }
        QGraphicsScene scene;
        scene.setItemIndexMethod(QGraphicsScene::NoIndex);
        scene.addItem(&chart);
        chart.resize(m_layout.size);
        chart.setPlotArea(m_layout.plot);
        chart.layout()->activate();
        const QRectF whole({}, m_layout.size);
        scene.setSceneRect(whole);
        scene.render(&m_painter, whole, whole, Qt::IgnoreAspectRatio);
        scene.removeItem(&chart); // it stands on the stack
    }

    // Bars stand apart and are as wide as their time, which Qt Charts' own are not.
    void paintBars()
    {
        for (std::size_t i = 0; i < m_layout.boxes.size(); ++i) {
            const MapFill& fill = m_style.fills[static_cast<std::size_t>(m_chart.marks[i].series)];
            if (const QRectF doubtful = doubtfulOf(m_layout.boxes[i]); !doubtful.isEmpty())
                m_painter.fillRect(doubtful, paleOf(fill, m_style.theme));
            if (!m_layout.boxes[i].certain.isEmpty())
                m_painter.fillRect(m_layout.boxes[i].certain, fill.colour);
        }
    }

    // What the milestones stand over is a line, with its area but hinted at.
    MapFill areaFill(std::size_t series) const
    {
        MapFill fill = m_style.fills[series];
        if (isCapability())
            fill.colour = mixed(fill.colour, m_style.theme.panel, 0.35);
        return fill;
    }
    bool isCapability() const { return m_chart.spec.kind == ChartKind::Capability; }

    std::vector<QAbstractSeries*> areas() const
    {
        std::vector<QAbstractSeries*> all;
        for (std::size_t series = 0; series < m_chart.series.size(); ++series) {
            const MapFill fill = areaFill(series);
            Areas certain(fill.colour, all), doubtful(paleOf(fill, m_style.theme), all);
            for (std::size_t i = 0; i < m_layout.boxes.size(); ++i) {
                if (static_cast<std::size_t>(m_chart.marks[i].series) != series)
                    continue;
                certain.add(m_layout.boxes[i].certain);
                doubtful.add(doubtfulOf(m_layout.boxes[i]));
            }
            certain.close();
            doubtful.close();
            if (isCapability())
                all.push_back(topLine(series));
        }
        return all;
    }

    QLineSeries* topLine(std::size_t series) const
    {
        QList<QPointF> points;
        for (const ChartBox& box : m_layout.boxes)
            points << box.whole.topLeft() << box.whole.topRight();
        QLineSeries* line = lineSeries(points);
        line->setPen(QPen(m_style.fills[series].colour, penWidth, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        return line;
    }

    QRectF doubtfulOf(const ChartBox& box) const
    {
        QRectF rest = box.whole;
        if (box.certain.isEmpty())
            return rest;
        if (m_layout.isHorizontal)
            rest.setLeft(std::max(rest.left(), box.certain.right()));
        else
            rest.setBottom(std::min(rest.bottom(), box.certain.top()));
        return rest;
    }

    std::vector<QAbstractSeries*> lines() const
    {
        static constexpr std::array dashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
        std::vector<QAbstractSeries*> all;
        for (std::size_t series = 0; series < m_chart.series.size(); ++series) {
            QList<QPointF> points;
            for (std::size_t i = 0; i < m_layout.boxes.size(); ++i) {
                if (static_cast<std::size_t>(m_chart.marks[i].series) != series)
                    continue;
                const QRectF& box = m_layout.boxes[i].whole;
                if (points.isEmpty())
                    points << QPointF(box.left(), m_layout.plot.bottom());
                points << QPointF(box.left(), box.center().y()) << QPointF(box.right(), box.center().y());
            }
            QLineSeries* line = lineSeries(points);
            line->setPen(QPen(m_style.fills[series].colour, penWidth, dashes[series % dashes.size()],
                              Qt::FlatCap, Qt::MiterJoin));
            all.push_back(line);
        }
        return all;
    }

    void paintHatches()
    {
        if (m_layout.isLines)
            return;
        for (std::size_t series = 0; series < m_style.fills.size(); ++series) {
            const MapFill& fill = m_style.fills[series];
            if (fill.pattern == Pattern::Plain)
                continue;
            QList<QLineF> hatch;
            QRectF column;
            for (std::size_t i = 0; i < m_layout.boxes.size(); ++i)
                if (static_cast<std::size_t>(m_chart.marks[i].series) == series)
                    column = addToColumn(column, m_layout.boxes[i].whole, fill.pattern, hatch);
            addHatch(hatch, fill.pattern, column);
            m_painter.setPen(QPen(fill.lines, hatchWidth, Qt::SolidLine, Qt::FlatCap));
            m_painter.drawLines(hatch);
        }
    }

    void paintMilestoneLines()
    {
        m_painter.setPen(QPen(mixed(m_style.theme.faint, m_style.theme.panel, 0.6), hairLine, Qt::DotLine));
        for (const double x : m_layout.milestones)
            vertical(x);
    }

    // As in the timeline's lane: filled for a Chinese one.
    void paintMilestoneMarks()
    {
        for (std::size_t i = 0; i < m_layout.milestones.size(); ++i) {
            const QPointF centre(m_layout.milestones[i], m_layout.plot.top() - milestoneRise);
            m_painter.setPen(QPen(m_style.theme.ink, 1.2));
            m_painter.setBrush(m_chart.milestones[i].isChinese ? m_style.theme.ink : m_style.theme.panel);
            m_painter.drawPath(markPath(MarkShape::Diamond, centre, milestoneSize));
        }
    }

    QColor inkOf(const ChartLabel& label) const
    {
        const bool isName = label.role == ChartLabel::Role::Series || label.role == ChartLabel::Role::Value;
        return isName ? m_style.theme.ink : m_style.theme.dim;
    }

    void paintLabels()
    {
        const QFontMetricsF metrics(m_style.font);
        for (const ChartLabel& label : m_layout.labels) {
            QRectF rect = label.rect;
            if (label.series >= 0) { // the line's own colour stands before its name
                const QRectF dot(rect.left(), rect.center().y() - 3, 6, 6);
                m_painter.fillRect(dot, m_style.fills[static_cast<std::size_t>(label.series)].colour);
                rect.setLeft(rect.left() + nameIndent);
            }
            m_painter.setPen(inkOf(label));
            const QString text = metrics.elidedText(label.text, Qt::ElideRight, rect.width() + 1);
            m_painter.drawText(
                rect, static_cast<int>(label.alignment) | Qt::TextDontClip | Qt::TextSingleLine, text);
        }
    }

    QPainter& m_painter;
    const ChartData& m_chart;
    const ChartLayout& m_layout;
    const ChartStyle& m_style;
};

} // namespace

void paintChart(QPainter& painter, const ChartData& chart, const ChartLayout& layout, const ChartStyle& style)
{
    if (!layout.boxes.empty())
        Painting(painter, chart, layout, style).run();
}

void paintChartSwatch(QPainter& painter, const QRectF& swatch, const MapFill& fill)
{
    painter.fillRect(swatch, fill.colour);
    QList<QLineF> hatch;
    addHatch(hatch, fill.pattern, swatch);
    painter.setPen(QPen(fill.lines, hatchWidth, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(hatch);
}

} // namespace interdict
