// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A chart as a figure's part.
#include "model/workspace.h"
#include "widgets/charts/chartfills.h"
#include "widgets/charts/chartpainter.h"
#include "widgets/figure/figurepart.h"

#include <QFontMetricsF>
#include <QLocale>

namespace interdict {

namespace {

class ChartPart : public FigurePart
{
public:
    ChartPart(const FigureSpec& spec, const FigureSource& source, const FigureStyle& style)
        : m_style(style)
    {
        const Workspace& workspace = source.workspace;
        ChartSource from = chartSource(workspace);
        from.asOf = source.asOf;
        // A panel has a part of the result; what is in force on other days is then reckoned from that part.
        if (source.rows.size() != workspace.result().size())
            from.anyDay = source.rows;
        from.rows = source.rows;
        m_chart = chartData(from, spec.chart);
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
        paintChart(painter, m_chart, m_layout, {m_style.theme, m_fills, m_style.font});
    }
    std::vector<FillEntry> fills() const override
    {
        std::vector<FillEntry> entries;
        if (needsKey(m_chart))
            for (std::size_t series = 0; series < m_fills.size(); ++series)
                entries.push_back({seriesLabel(m_chart.series[series]), m_fills[series]});
        return entries;
    }
    QString note() const override { return m_chart.note; }
    NumberTable numbers() const override { return numberTable(m_chart); }
    QString toText() const override { return interdict::toText(m_chart) + u'\n' + m_layout.toText(); }

private:
    FigureStyle m_style;
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
