// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of a chart as a table, and the chart as lines of text.
#include "model/analysis/chartreckoning.h"

#include "model/explore/filtertext.h"

#include <map>

namespace interdict {

using charts::tr;

namespace {

QString isoDay(Day day)
{
    return PartialDate::ofDay(day).text();
}

bool hasDoubt(const ChartData& chart, std::size_t series)
{
    return std::any_of(chart.marks.begin(), chart.marks.end(), [series](const ChartMark& mark) {
        return static_cast<std::size_t>(mark.series) == series && mark.certain < mark.value;
    });
}

// Each line its own value: the lines share no places on the axis.
NumberTable spreadTable(const ChartData& chart, NumberTable table)
{
    table.headers = {facetLabel(chart.spec.by), tr("Days since the first restriction"), tr("Day"),
                     tr("Jurisdictions"), tr("Events so far")};
    for (std::size_t series = 0; series < chart.series.size(); ++series)
        for (const ChartMark& mark : chart.marks)
            if (static_cast<std::size_t>(mark.series) == series)
                table.rows.push_back({chart.series[series].name, double(mark.x),
                                      isoDay(chart.series[series].zero + mark.x), double(mark.value),
                                      double(mark.rows)});
    return table;
}

} // namespace

NumberTable numberTable(const ChartData& chart)
{
    NumberTable table;
    table.title = chart.title;
    if (chart.axis == ChartAxis::DaysSince)
        return spreadTable(chart, std::move(table));
    const bool isOfDays = chart.axis == ChartAxis::Days;
    table.headers = isOfDays ? QStringList{tr("From"), tr("To")} : QStringList{chart.xTitle};
    const auto head = static_cast<std::size_t>(table.headers.size());
    std::vector<std::size_t> columns; // of each series
    std::vector<bool> doubtful;       // likewise: a column for the certain part follows
    for (std::size_t series = 0; series < chart.series.size(); ++series) {
        columns.push_back(static_cast<std::size_t>(table.headers.size()));
        doubtful.push_back(hasDoubt(chart, series));
        table.headers.append(chart.series[series].name);
        if (doubtful.back())
            table.headers.append(tr("%1, certainly").arg(chart.series[series].name));
    }
    std::map<Day, std::size_t> rows; // by place on the axis
    for (const ChartMark& mark : chart.marks) {
        const auto [it, isNew] = rows.try_emplace(mark.x, table.rows.size());
        if (isNew) {
            table.rows.emplace_back(static_cast<std::size_t>(table.headers.size()), 0.0);
            auto& row = table.rows.back();
            row[0] = isOfDays ? isoDay(mark.x) : chart.categories[static_cast<std::size_t>(mark.x)].name;
            if (head > 1)
                row[1] = isoDay(mark.xEnd);
        }
        auto& row = table.rows[it->second];
        const auto series = static_cast<std::size_t>(mark.series);
        row[columns[series]] = double(mark.value);
        if (doubtful[series])
            row[columns[series] + 1] = double(mark.certain);
    }
    return table;
}

QString toText(const ChartData& chart)
{
    QStringList lines{QStringLiteral("chart %1 | x %2 | y %3").arg(chart.title, chart.xTitle, chart.yTitle)};
    for (const ChartSeries& series : chart.series)
        lines.append(QStringLiteral("series %1 [%2] %3").arg(series.name, series.code).arg(series.rows));
    for (const ChartMark& mark : chart.marks)
        lines.append(QStringLiteral("%1 | %2 | %3, certainly %4, of %5 | %6")
                         .arg(chart.series[static_cast<std::size_t>(mark.series)].name, placeOf(chart, mark))
                         .arg(mark.value)
                         .arg(mark.certain)
                         .arg(mark.rows)
                         .arg(filterText(filterOf(chart, mark))));
    for (const ChartMilestone& milestone : chart.milestones)
        lines.append(QStringLiteral("milestone %1 %2%3")
                         .arg(isoDay(milestone.days.first), milestone.title,
                              milestone.isChinese ? QStringLiteral(" [CN]") : QString()));
    if (!chart.note.isEmpty())
        lines.append(QStringLiteral("note %1").arg(chart.note));
    return lines.join(u'\n');
}

} // namespace interdict
