// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A chart as a figure's part.
#include "model/workspace.h"
#include "widgets/charts/chartfills.h"
#include "widgets/charts/chartpainter.h"
#include "widgets/figure/figurepart.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>

namespace interdict {

namespace {

// One of several charts, made so that they compare: the same values, bins and axes in all.
ChartData panelChart(const FigureSource& source, ChartSource from, ChartSpec spec)
{
    ChartSource whole = from;
    whole.rows = source.workspace.result();
    whole.anyDay = source.workspace.resultWithoutInForce();
    const ChartData all = chartData(whole, spec);
    spec.bin = all.spec.bin;
    from.all = whole.rows;
    std::uint32_t greatest = 0;
    for (const FigurePanel& panel : source.panels) {
        from.rows = panel.rows;
        from.anyDay =
            panel.rows.size() == whole.rows.size() ? whole.anyDay : std::span<const Row>(panel.rows);
        from.asOf = panel.asOf;
        greatest = std::max(greatest, greatestValue(chartData(from, spec)));
    }
    from.rows = source.rows;
    from.anyDay = source.rows.size() == whole.rows.size() ? whole.anyDay : std::span<const Row>(source.rows);
    from.asOf = source.asOf;
    ChartData chart = chartData(from, spec);
    chart.least = greatest;
    if (chart.axis != ChartAxis::Categories && !chart.isEmpty())
        chart.across = {std::min(chart.across.first, all.across.first),
                        std::max(chart.across.last, all.across.last)};
    return chart;
}

class ChartPart : public FigurePart
{
public:
    ChartPart(const FigureSpec& spec, const FigureSource& source, const FigureStyle& style)
        : m_style(style)
        , m_isPanel(source.panels.size() > 1)
    {
        const Workspace& workspace = source.workspace;
        ChartSource from = chartSource(workspace);
        from.asOf = source.asOf;
        // A panel has a part of the result; what is in force on other days is then reckoned from that part.
        if (source.rows.size() != workspace.result().size())
            from.anyDay = source.rows;
        from.rows = source.rows;
        m_chart =
            source.panels.size() > 1 ? panelChart(source, from, spec.chart) : chartData(from, spec.chart);
        m_fills = chartFills(m_chart, workspace.vocabulary(), style.theme);
    }

    double heightFor(double width) const override
    {
        if (m_chart.axis == ChartAxis::Categories) {
            const double rows = static_cast<double>(m_chart.categories.size()) + 2.5;
            return std::min(width, rows * QFontMetricsF(m_style.font).height() * 1.9);
        }
        return width * 0.5;
    }
    int layout(QSizeF size) override
    {
        const QFontMetricsF metrics(m_style.font);
        const auto width = [&metrics](const QString& text) { return metrics.horizontalAdvance(text); };
        m_layout = layoutChart(m_chart, size, width, metrics.height(), QLocale());
        return 1;
    }
    void paint(QPainter& painter, int) const override
    {
        if (!m_chart.isEmpty())
            return paintChart(painter, m_chart, m_layout, {m_style.theme, m_fills, m_style.font});
        painter.setFont(m_style.font);
        painter.setPen(m_style.theme.dim);
        painter.drawText(QRectF({}, m_layout.size), Qt::AlignCenter,
                         QCoreApplication::translate("Figure", "Nothing to count under this filter"));
    }
    std::vector<FillEntry> fills() const override
    {
        std::vector<FillEntry> entries;
        if (needsKey(m_chart))
            for (std::size_t i = 0; i < m_fills.size(); ++i) {
                const ChartSeries& series = m_chart.series[i];
                entries.push_back({m_isPanel ? series.name : seriesLabel(series), m_fills[i]});
            }
        return entries;
    }
    QString note() const override { return m_chart.note; }
    NumberTable numbers() const override { return numberTable(m_chart); }
    QString toText() const override { return interdict::toText(m_chart) + u'\n' + m_layout.toText(); }

private:
    FigureStyle m_style;
    bool m_isPanel; // one of several, which share one key
    ChartData m_chart;
    std::vector<MapFill> m_fills;
    ChartLayout m_layout;
};

} // namespace

Result<std::unique_ptr<FigurePart>> makeChartPart(const FigureSpec& spec, const FigureSource& source,
                                                  const FigureStyle& style)
{
    return std::make_unique<ChartPart>(spec, source, style);
}

} // namespace interdict
