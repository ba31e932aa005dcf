// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Charts of categories: the values of a facet by their count, and how long restrictions lasted.
#include "model/analysis/chartreckoning.h"

#include "model/analysis/inforce.h"
#include "model/explore/lasted.h"
#include "model/explore/narrowing.h"

#include <limits>

namespace interdict::charts {

namespace {

struct Cell
{
    std::uint32_t rows = 0, certain = 0;
};

// Rows by category and series.
class Cells
{
public:
    Cells(std::size_t categories, std::size_t series)
        : m_series(series)
        , m_cells(categories * series)
    {
    }
    void add(std::size_t category, std::size_t series, bool isCertain)
    {
        Cell& cell = m_cells[category * m_series + series];
        ++cell.rows;
        cell.certain += isCertain ? 1 : 0;
    }
    const Cell& at(std::size_t category, std::size_t series) const
    {
        return m_cells[category * m_series + series];
    }

private:
    std::size_t m_series;
    std::vector<Cell> m_cells;
};

bool addCells(ChartData& chart, const Cells& cells)
{
    bool isDoubtful = false;
    for (std::size_t category = 0; category < chart.categories.size(); ++category)
        for (std::size_t series = 0; series < chart.series.size(); ++series) {
            const Cell& cell = cells.at(category, series);
            if (cell.rows == 0)
                continue;
            const auto x = static_cast<Day>(category);
            chart.marks.push_back({static_cast<int>(series), x, x, cell.rows, cell.certain, cell.rows});
            isDoubtful = isDoubtful || cell.certain < cell.rows;
        }
    chart.across = {0, static_cast<Day>(chart.categories.size()) - 1};
    return isDoubtful;
}

std::vector<Row> inForceRows(const ChartSource& source)
{
    std::vector<Row> rows;
    for (const Row row : source.anyDay)
        if (const auto days = possiblyInForce(source.columns, row); days && days->contains(source.asOf))
            rows.push_back(row);
    return rows;
}

// How many jurisdictions the rows of each category lie in; a row of no known country counts for none.
void countJurisdictions(ChartData& chart, const ChartSource& source, std::span<const Row> rows,
                        const Division& categories)
{
    const Columns& columns = source.columns;
    std::vector<bool> seen(chart.categories.size() * columns.countryOf.size());
    std::vector<std::uint32_t> counts(chart.categories.size());
    for (const Row row : rows)
        categories.forEachPart(row, [&](std::size_t category) {
            const std::uint16_t country = columns.countryOf[columns.place[row]];
            const std::size_t at = category * columns.countryOf.size() + country;
            counts[category] += country != 0 && !seen[at] ? 1 : 0;
            seen[at] = true;
        });
    for (ChartMark& mark : chart.marks)
        mark.value = mark.certain = counts[static_cast<std::size_t>(mark.x)];
    std::erase_if(chart.marks, [](const ChartMark& mark) { return mark.value == 0; });
}

QString rankingTitle(const ChartSpec& spec)
{
    QString by = facetPlural(spec.by);
    by[0] = by[0].toUpper();
    switch (spec.count) {
    case ChartCount::Events:
        return tr("%1 by events").arg(by);
    case ChartCount::InForce:
        return tr("%1 by restrictions in force").arg(by);
    case ChartCount::Jurisdictions:
        return tr("%1 by jurisdictions").arg(by);
    }
    return by;
}

} // namespace

DayInterval begunFor(std::size_t bucket, Day asOf)
{
    const LastedBucket& lengths = lastedBuckets()[bucket];
    return {lengths.end == noEnd ? std::numeric_limits<Day>::min() : asOf - lengths.end + 1,
            asOf - lengths.least};
}

void fillRanking(ChartData& chart, const ChartSource& source)
{
    const ChartSpec& spec = chart.spec;
    const bool isInForce = spec.count == ChartCount::InForce;
    chart.axis = ChartAxis::Categories;
    chart.title = rankingTitle(spec);
    chart.xTitle = facetLabel(spec.by);
    chart.yTitle = isInForce ? tr("In force on %1").arg(displayDay(source.asOf, QLocale(), true))
                             : chartCountLabel(spec.count);
    std::vector<Row> inForce;
    if (isInForce)
        inForce = inForceRows(source);
    const std::span<const Row> rows = isInForce ? std::span<const Row>(inForce) : source.rows;
    if (rows.empty())
        return;
    const Division categories(source, rows, spec.by, spec.most, Division::Groups::All);
    for (const ChartSeries& each : categories.series())
        chart.categories.push_back({each.code, each.name, each.rows});
    const Division division(source, rows, spec.split, spec.most);
    chart.series = division.series();
    Cells cells(chart.categories.size(), chart.series.size());
    for (const Row row : rows) {
        const auto certain = isInForce ? certainlyInForce(source.columns, row) : std::nullopt;
        const bool isCertain = !isInForce || (certain && certain->contains(source.asOf));
        categories.forEachPart(row, [&](std::size_t category) {
            division.forEachPart(row, [&](std::size_t part) { cells.add(category, part, isCertain); });
        });
    }
    if (addCells(chart, cells))
        addNote(chart.note, tr("Pale: what is possibly in force, as its dates are not known to the day."));
    if (spec.count == ChartCount::Jurisdictions)
        countJurisdictions(chart, source, rows, categories);
    if (categories.isShared())
        addNote(chart.note, tr("An event with several %1 counts in each.").arg(facetPlural(spec.by)));
    if (spec.split && division.isShared())
        addNote(chart.note, tr("One with several %1 counts in each of them.").arg(facetPlural(*spec.split)));
}

void fillDurations(ChartData& chart, const ChartSource& source)
{
    const Columns& columns = source.columns;
    const auto buckets = lastedBuckets();
    chart.axis = ChartAxis::Categories;
    chart.title = tr("How long restrictions lasted");
    chart.xTitle = tr("Lasted");
    chart.yTitle = tr("Restrictions");
    for (const LastedBucket& bucket : buckets)
        chart.categories.push_back({QLatin1String(bucket.code), lastedLabel(QLatin1String(bucket.code)), 0});
    chart.series = {{ChartSeries::Part::Ended, {}, tr("Ended"), 0, 0},
                    {ChartSeries::Part::GoingOn, {}, tr("Going on"), 0, 0}};
    std::vector<std::optional<DayInterval>> begun;
    for (std::size_t bucket = 0; bucket < buckets.size(); ++bucket)
        begun.push_back(clipped(begunFor(bucket, source.asOf), source.filter.begins));
    const int ongoing = columns.table(Facet::Duration).number(ongoingCode).value_or(0);
    Cells cells(buckets.size(), 2);
    std::uint32_t unknownEnds = 0;
    for (const Row row : source.rows) {
        const std::uint64_t bits = columns.lasted.bits[row];
        unknownEnds += columns.has(row, Columns::EndUnknown) && possiblyInForce(columns, row) ? 1 : 0;
        const bool goesOn = ongoing > 0 && ((bits >> ongoing) & 1U) != 0;
        bool isCounted = false;
        for (std::size_t bucket = 0; bucket < buckets.size(); ++bucket) {
            const DayInterval start = columns.start(row);
            if (goesOn ? begun[bucket] && start.overlaps(*begun[bucket])
                       : ((bits >> (bucket + 1)) & 1U) != 0) {
                const bool isCertain =
                    goesOn ? begun[bucket]->contains(start.first) && begun[bucket]->contains(start.last)
                           : std::has_single_bit(bits);
                cells.add(bucket, goesOn ? 1 : 0, isCertain);
                ++chart.categories[bucket].rows;
                isCounted = true;
            }
        }
        chart.series[goesOn ? 1 : 0].rows += isCounted ? 1 : 0;
    }
    addNote(chart.note, tr("Hatched: going on, with the time so far until %1.")
                            .arg(displayDay(source.asOf, QLocale(), true)));
    if (addCells(chart, cells))
        addNote(chart.note, tr("Pale: one of several lengths that partial dates allow."));
    if (unknownEnds > 0)
        addNote(chart.note,
                tr("%n that ended on a day that is not known are left out.", static_cast<int>(unknownEnds)));
}

} // namespace interdict::charts
