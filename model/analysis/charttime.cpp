// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Charts over time: events by bins of their start, and what is in force by day.
#include "model/analysis/chartreckoning.h"

#include "model/analysis/inforce.h"
#include "model/explore/narrowing.h"

#include <limits>

namespace interdict::charts {

namespace {

constexpr std::size_t wishedBins = 60, mostBins = 4000;

int monthsOf(TimeBin bin)
{
    return bin == TimeBin::Year ? 12 : bin == TimeBin::Quarter ? 3 : bin == TimeBin::Month ? 1 : 0;
}

int floorTo(int value, int step)
{
    const int over = value % step;
    return value - (over < 0 ? over + step : over);
}

// The bin that holds the day. Weeks begin on Monday; day 0 was a Thursday.
DayInterval binAt(Day day, TimeBin bin)
{
    if (bin == TimeBin::EachDay)
        return {day, day};
    if (bin == TimeBin::Week) {
        const Day monday = floorTo(day + 3, 7) - 3;
        return {monday, monday + 6};
    }
    const int first = floorTo(monthIndex(day), monthsOf(bin));
    const auto start = [](int month) {
        const int year = 1970 + (floorTo(month, 12) / 12);
        return dayOf(year, month - floorTo(month, 12) + 1, 1);
    };
    const bool isLast = 1970 + floorTo(first + monthsOf(bin), 12) / 12 > 9999; // where the calendar ends
    return {start(first), isLast ? dayOf(9999, 12, 31) : start(first + monthsOf(bin)) - 1};
}

std::vector<DayInterval> binsOver(DayInterval days, TimeBin bin)
{
    std::vector<DayInterval> bins;
    for (Day day = days.first; day <= days.last && bins.size() <= mostBins; day = bins.back().last + 1)
        bins.push_back(binAt(day, bin));
    return bins;
}

// The finest that does not exceed some 60 bins where that is left to the chart; at most what can be drawn.
TimeBin binFor(DayInterval days, TimeBin wished)
{
    const std::size_t most = wished == TimeBin::Fitting ? wishedBins : mostBins;
    TimeBin bin = wished == TimeBin::Fitting ? TimeBin::EachDay : wished;
    while (bin != TimeBin::Year && binsOver(days, bin).size() > most)
        bin = static_cast<TimeBin>(static_cast<int>(bin) + 1);
    return bin;
}

// The days on which the rows may begin, as far as the period lets them.
std::optional<DayInterval> startsOf(const ChartSource& source)
{
    if (source.rows.empty())
        return std::nullopt;
    DayInterval days = source.columns.start(source.rows.front());
    for (const Row row : source.rows)
        days.last = std::max(days.last, source.columns.startLast[row]);
    return clipped(days, source.filter.begins);
}

// Counts a series and a place on the axis; changes are added, then summed up along the axis.
class Grid
{
public:
    Grid(std::size_t series, std::size_t length)
        : m_length(length + 1)
        , m_counts(series * m_length)
    {
    }
    void add(std::size_t series, std::size_t from, std::size_t end)
    {
        ++m_counts[series * m_length + from];
        --m_counts[series * m_length + end];
    }
    void sumUp()
    {
        for (std::size_t i = 0; i < m_counts.size(); ++i)
            if (i % m_length != 0)
                m_counts[i] += m_counts[i - 1];
    }
    std::uint32_t at(std::size_t series, std::size_t place) const
    {
        return static_cast<std::uint32_t>(m_counts[series * m_length + place]);
    }
    std::size_t length() const { return m_length - 1; }

private:
    std::size_t m_length;
    std::vector<std::int32_t> m_counts;
};

struct Grids
{
    Grids(std::size_t series, std::size_t length)
        : possible(series, length)
        , certain(series, length)
    {
    }
    Grid possible, certain;
};

class Binning
{
public:
    Binning(const ChartSource& source, std::vector<DayInterval> bins)
        : m_columns(source.columns)
        , m_bins(std::move(bins))
    {
    }

    // Rows are ordered by their start's first day, so that the first bin is never before that of the row
    // before.
    void count(std::span<const Row> rows, const Division& division, bool cumulative, Grids& grids) const
    {
        std::size_t first = 0;
        for (const Row row : rows) {
            const DayInterval start = m_columns.start(row);
            while (m_bins[first].last < start.first)
                ++first;
            const std::size_t last = start.last <= m_bins[first].last ? first : lastBin(start.last);
            const bool isWhole = start.first >= m_bins.front().first;
            division.forEachPart(row, [&](std::size_t part) {
                if (cumulative)
                    addGrowing(grids, part, first, isWhole ? certainFrom(start.last) : m_bins.size());
                else
                    addOnce(grids, part, first, last, isWhole && start.last <= m_bins[first].last);
            });
        }
    }

private:
    std::size_t lastBin(Day day) const
    {
        const auto it = std::partition_point(m_bins.begin(), m_bins.end(),
                                             [day](const DayInterval& bin) { return bin.first <= day; });
        return static_cast<std::size_t>(it - m_bins.begin()) - 1;
    }
    std::size_t certainFrom(Day day) const
    {
        const auto it = std::partition_point(m_bins.begin(), m_bins.end(),
                                             [day](const DayInterval& bin) { return bin.last < day; });
        return static_cast<std::size_t>(it - m_bins.begin());
    }
    void addGrowing(Grids& grids, std::size_t part, std::size_t possible, std::size_t certain) const
    {
        grids.possible.add(part, possible, m_bins.size());
        grids.certain.add(part, certain, m_bins.size());
    }
    static void addOnce(Grids& grids, std::size_t part, std::size_t first, std::size_t last, bool isCertain)
    {
        grids.possible.add(part, first, last + 1);
        if (isCertain)
            grids.certain.add(part, first, last + 1);
    }

    const Columns& m_columns;
    std::vector<DayInterval> m_bins;
};

// Marks of all places on the axis and all series that count something there; whether any is in doubt.
template <typename DaysAt>
bool addMarks(ChartData& chart, Grids& grids, DaysAt daysAt)
{
    grids.possible.sumUp();
    grids.certain.sumUp();
    bool isDoubtful = false;
    for (std::size_t place = 0; place < grids.possible.length(); ++place) {
        const DayInterval days = daysAt(place);
        for (std::size_t series = 0; series < chart.series.size(); ++series) {
            const std::uint32_t rows = grids.possible.at(series, place);
            const std::uint32_t certain = grids.certain.at(series, place);
            if (rows > 0)
                chart.marks.push_back({static_cast<int>(series), days.first, days.last, rows, certain, rows});
            isDoubtful = isDoubtful || certain < rows;
        }
    }
    return isDoubtful;
}

void noteSharing(ChartData& chart, const Division& division)
{
    if (division.isShared() && chart.spec.split)
        addNote(chart.note,
                tr("An event with several %1 counts in each.").arg(facetPlural(*chart.spec.split)));
}

QString splitWords(const ChartSpec& spec, const QString& title)
{
    return spec.split ? tr("%1 by %2").arg(title, facetLabel(*spec.split).toLower()) : title;
}

// Days on which something changes, as a set that also says the place of each among them.
class ChangeDays
{
public:
    explicit ChangeDays(DayInterval days)
        : m_first(days.first)
        , m_words(static_cast<std::size_t>(days.last - days.first) / 64 + 1)
    {
    }
    void add(Day day) { m_words[word(day)] |= std::uint64_t(1) << bit(day); }
    void close()
    {
        std::size_t before = 0;
        for (const std::uint64_t each : m_words) {
            m_before.push_back(before);
            before += static_cast<std::size_t>(std::popcount(each));
        }
        m_size = before;
    }
    std::size_t size() const { return m_size; }
    std::size_t place(Day day) const // of an added day
    {
        const std::uint64_t below = (std::uint64_t(1) << bit(day)) - 1;
        return m_before[word(day)] + static_cast<std::size_t>(std::popcount(m_words[word(day)] & below));
    }
    std::vector<Day> list() const
    {
        std::vector<Day> days;
        for (std::size_t i = 0; i < m_words.size(); ++i)
            forEachRow(m_words[i], 0,
                       [&](Row at) { days.push_back(m_first + static_cast<Day>(i * 64 + at)); });
        return days;
    }

private:
    std::size_t word(Day day) const { return static_cast<std::size_t>(day - m_first) / 64; }
    std::size_t bit(Day day) const { return static_cast<std::size_t>(day - m_first) % 64; }

    Day m_first;
    std::vector<std::uint64_t> m_words;
    std::vector<std::size_t> m_before;
    std::size_t m_size = 0;
};

struct Binding // a row that binds, on the days that it possibly and certainly does
{
    Row row;
    DayInterval possible;
    std::optional<DayInterval> certain;
};

std::vector<Binding> bindingRows(const ChartSource& source)
{
    std::vector<Binding> binding;
    for (const Row row : source.anyDay)
        if (const auto days = possiblyInForce(source.columns, row))
            binding.push_back({row, *days, certainlyInForce(source.columns, row)});
    return binding;
}

// What may have begun by the as-of day, or begins last: ends in a far future would leave no room for the
// rest.
DayInterval daysShown(const std::vector<Binding>& binding, Day asOf)
{
    return {binding.front().possible.first, std::max(asOf, binding.back().possible.first)};
}

void countInForce(const std::vector<Binding>& binding, const Division& division, const ChangeDays& changes,
                  Day last, Grids& grids)
{
    const auto placeAfter = [&](Day day) { return day >= last ? changes.size() : changes.place(day + 1); };
    for (const Binding& each : binding) {
        const bool isCertain = each.certain && each.certain->first <= last;
        const std::size_t first = changes.place(each.possible.first), end = placeAfter(each.possible.last);
        const std::size_t certain = isCertain ? changes.place(each.certain->first) : 0;
        const std::size_t certainEnd = isCertain ? placeAfter(each.certain->last) : 0;
        division.forEachPart(each.row, [&](std::size_t part) {
            grids.possible.add(part, first, end);
            grids.certain.add(part, certain, certainEnd);
        });
    }
}

ChangeDays changeDays(const std::vector<Binding>& binding, DayInterval shown)
{
    ChangeDays changes(shown);
    const auto mark = [&](const DayInterval& days) {
        if (days.first <= shown.last)
            changes.add(days.first);
        if (days.last < shown.last)
            changes.add(days.last + 1);
    };
    for (const Binding& each : binding) {
        mark(each.possible);
        if (each.certain)
            mark(*each.certain);
    }
    changes.close();
    return changes;
}

void addMilestones(ChartData& chart, const ChartSource& source)
{
    for (const Milestone& milestone : source.milestones) {
        const DayInterval days = milestone.date.interval();
        chart.milestones.push_back({days, milestone.title, milestone.country == QLatin1String("CN")});
        if (chart.isEmpty())
            continue;
        chart.across = {std::min(chart.across.first, days.first), std::max(chart.across.last, days.last)};
    }
    std::stable_sort(
        chart.milestones.begin(), chart.milestones.end(),
        [](const ChartMilestone& a, const ChartMilestone& b) { return a.days.first < b.days.first; });
}

} // namespace

void fillOverTime(ChartData& chart, const ChartSource& source)
{
    chart.axis = ChartAxis::Days;
    chart.title = splitWords(chart.spec, tr("Events over time"));
    chart.yTitle = chart.spec.cumulative ? tr("Events begun so far") : tr("Events");
    const auto days = startsOf(source);
    if (!days)
        return;
    chart.spec.bin = binFor(*days, chart.spec.bin);
    std::vector<DayInterval> bins = binsOver(*days, chart.spec.bin);
    for (DayInterval& bin : bins) // what a click filters stays within the filter's own period
        bin = *clipped(bin, source.filter.begins);
    chart.across = {bins.front().first, bins.back().last};
    chart.xTitle = tr("Begun");
    const Division division(source, source.rows, chart.spec.split, chart.spec.most);
    chart.series = division.series();
    Grids grids(chart.series.size(), bins.size());
    Binning(source, bins).count(source.rows, division, chart.spec.cumulative, grids);
    if (addMarks(chart, grids, [&](std::size_t place) { return bins[place]; }))
        addNote(chart.note,
                chart.spec.cumulative
                    ? tr("Pale: what may have begun by then, as its date is not known to the day.")
                    : tr("Pale: what may have begun then or at another time, as its date is not known "
                         "to the day."));
    noteSharing(chart, division);
}

void fillInForce(ChartData& chart, const ChartSource& source)
{
    const bool isCapability = chart.spec.kind == ChartKind::Capability;
    chart.axis = ChartAxis::Days;
    chart.title = isCapability ? tr("Restrictions in force, and milestones of capability")
                               : splitWords(chart.spec, tr("Restrictions in force over time"));
    chart.yTitle = tr("In force");
    const std::vector<Binding> binding = bindingRows(source);
    if (!binding.empty()) {
        std::vector<Row> rows;
        for (const Binding& each : binding)
            rows.push_back(each.row);
        chart.across = daysShown(binding, source.asOf);
        const Division division(source, rows, chart.spec.split, chart.spec.most);
        chart.series = division.series();
        if (!chart.spec.split)
            chart.series.front().name = tr("Restrictions in force");
        const ChangeDays changes = changeDays(binding, chart.across);
        const std::vector<Day> days = changes.list();
        Grids grids(chart.series.size(), changes.size());
        countInForce(binding, division, changes, chart.across.last, grids);
        const Day last = chart.across.last;
        if (addMarks(chart, grids, [&](std::size_t place) {
                return DayInterval{days[place], place + 1 < days.size() ? days[place + 1] - 1 : last};
            }))
            addNote(chart.note,
                    tr("Pale: what was possibly in force, as its dates are not known to the day."));
        noteSharing(chart, division);
    }
    if (isCapability)
        addMilestones(chart, source);
}

} // namespace interdict::charts
