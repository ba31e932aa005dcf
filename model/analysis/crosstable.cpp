// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/crosstable.h"

#include "model/analysis/inforce.h"
#include "model/analysis/seriation.h"
#include "model/explore/facetvalue.h"
#include "model/explore/filtertext.h"
#include "model/explore/narrowing.h"
#include "model/explore/valueindex.h"
#include "model/vocabulary/gazetteer.h"
#include "model/vocabulary/vocabulary.h"
#include "model/workspace.h"

#include <numeric>

namespace interdict {

namespace {

// --- The values of a row, by facet: told apart once a table, not once a row ---

struct Countries
{
    const Columns& columns;
    template <typename F>
    void operator()(Row row, F f) const
    {
        f(static_cast<std::size_t>(columns.countryOf[columns.place[row]]));
    }
};

struct Groups
{
    const Columns& columns;
    template <typename F>
    void operator()(Row row, F f) const
    {
        const std::uint64_t groups = columns.groupsOf[columns.place[row]];
        forEachRow(groups ? groups : 1, 0, [&f](Row value) { f(static_cast<std::size_t>(value)); });
    }
};

template <typename Column>
struct Values
{
    const Column& column;
    template <typename F>
    void operator()(Row row, F f) const
    {
        forEachValue(column, row, f);
    }
};

using Single = Values<std::vector<std::uint8_t>>;
using Several = Values<MaskColumn>;
using Lister = std::variant<Countries, Groups, Single, Several>;

Lister listerOf(const Columns& columns, Facet facet)
{
    switch (facet) {
    case Facet::Country:
        return Countries{columns};
    case Facet::Bloc:
        return Groups{columns};
    case Facet::Platform:
        return Several{columns.platform};
    case Facet::Concern:
        return Several{columns.concern};
    case Facet::Measure:
        return Single{columns.measure};
    case Facet::Scope:
        return Single{columns.scope};
    case Facet::Status:
        return Single{columns.status};
    case Facet::Developer:
        return Several{columns.developer};
    case Facet::Confidence:
        return Single{columns.confidence};
    case Facet::Duration:
        return Several{columns.lasted};
    case Facet::Review:
        return Single{columns.review};
    }
    return Single{columns.measure};
}

// --- Counting ---

struct Tally
{
    std::uint32_t count = 0, certain = 0, unpublished = 0;
    // Of the strictest: severity, certainty, and the row, the earlier the greater. 0: none in force.
    std::uint64_t strictest = 0;
    void add(const Tally& one)
    {
        count += one.count;
        certain += one.certain;
        unpublished += one.unpublished;
        strictest = std::max(strictest, one.strictest);
    }
};

constexpr std::uint64_t certainBit = 1ULL << 32;
constexpr int severityShift = 33;

Row rowOf(std::uint64_t strictest)
{
    return ~static_cast<Row>(strictest);
}

class Counting
{
public:
    Counting(const Columns& columns, const Vocabulary& vocabulary, Day asOf, MatrixValue value)
        : m_columns(columns)
        , m_asOf(asOf)
        , m_value(value)
    {
        for (const QString& code : columns.table(Facet::Measure).codes) {
            const Term* term = vocabulary.find(TermKind::Measure, code);
            m_severities.push_back(static_cast<std::uint64_t>(term ? std::max(term->severity, 0) + 1 : 1));
        }
    }

    // Nothing where the row is not counted.
    std::optional<Tally> of(Row row) const
    {
        const InForce inForce = isInForce(row);
        if (m_value != MatrixValue::Events && inForce == InForce::No)
            return std::nullopt;
        const bool isCertain = inForce == InForce::Certainly;
        Tally one{1, m_value == MatrixValue::Events || isCertain, !m_columns.isPublished(row)};
        if (inForce != InForce::No)
            one.strictest = (m_severities[m_columns.measure[row]] << severityShift) |
                            (isCertain ? certainBit : 0) | static_cast<Row>(~row);
        return one;
    }

private:
    InForce isInForce(Row row) const
    {
        constexpr int both = Columns::Restricts | Columns::WasInForce;
        return m_value != MatrixValue::Events && (m_columns.flags[row] & both) == both
                   ? inForceOn(m_columns, row, m_asOf)
                   : InForce::No;
    }

    const Columns& m_columns;
    Day m_asOf;
    MatrixValue m_value;
    std::vector<std::uint64_t> m_severities; // by measure number
};

struct Tallies
{
    std::size_t width = 0; // values of the columns' facet
    std::vector<Tally> rows, columns, cells;
    Tally total;
};

template <typename RowLister, typename ColumnLister>
void count(Tallies& tallies, std::span<const Row> rows, const Counting& counting, const RowLister& rowValues,
           const ColumnLister& columnValues)
{
    for (const Row row : rows) {
        const std::optional<Tally> one = counting.of(row);
        if (!one)
            continue;
        tallies.total.add(*one);
        columnValues(row, [&](std::size_t column) { tallies.columns[column].add(*one); });
        rowValues(row, [&](std::size_t value) {
            tallies.rows[value].add(*one);
            Tally* cells = tallies.cells.data() + value * tallies.width;
            columnValues(row, [&](std::size_t column) { cells[column].add(*one); });
        });
    }
}

CrossCount countOf(const Tally& tally, const Columns& columns)
{
    CrossCount made{tally.count, tally.certain, tally.unpublished, {}, 0, false, true};
    if (tally.strictest == 0)
        return made;
    made.strictest = rowOf(tally.strictest);
    made.measure = columns.measure[*made.strictest];
    made.isStrictestCertain = (tally.strictest & certainBit) != 0;
    made.isStrictestPublished = columns.isPublished(*made.strictest);
    return made;
}

// --- Headings and their order ---

constexpr int bandOfUnknown = 1000;

int bandOf(Facet facet, const QString& code, const Gazetteer& gazetteer)
{
    if (code == unknownValue)
        return bandOfUnknown;
    const PlaceGroup* group = facet == Facet::Bloc ? gazetteer.group(code) : nullptr;
    return group ? static_cast<int>(group->kind) : 0;
}

bool isNamedBefore(const CrossHeading& a, const CrossHeading& b)
{
    const int order = QString::compare(a.label, b.label, Qt::CaseInsensitive);
    return order != 0 ? order < 0 : a.code < b.code;
}

struct Side
{
    std::vector<std::size_t> values; // of the facet, in the order of the headings
    std::vector<CrossHeading> headings;
};

Side sideOf(Facet facet, const std::vector<Tally>& tallies, const Columns& columns,
            const Vocabulary& vocabulary, const Gazetteer& gazetteer)
{
    Side side;
    for (std::size_t value = 0; value < tallies.size(); ++value) {
        if (tallies[value].count == 0)
            continue;
        const QString& code = columns.table(facet).codes[static_cast<qsizetype>(value)];
        side.values.push_back(value);
        side.headings.push_back({code, facetValueLabel(facet, code, vocabulary, gazetteer),
                                 countOf(tallies[value], columns), bandOf(facet, code, gazetteer)});
    }
    return side;
}

void permute(Side& side, const std::vector<int>& order)
{
    Side made;
    for (const int index : order) {
        made.values.push_back(side.values[static_cast<std::size_t>(index)]);
        made.headings.push_back(std::move(side.headings[static_cast<std::size_t>(index)]));
    }
    side = std::move(made);
}

// Values that follow one another by nature keep their order.
bool isOrdered(Facet facet)
{
    return facet == Facet::Duration || facet == Facet::Review;
}

void sort(Side& side, Facet facet, MatrixOrder by)
{
    std::vector<int> order(side.values.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int first, int second) {
        const CrossHeading& a = side.headings[static_cast<std::size_t>(first)];
        const CrossHeading& b = side.headings[static_cast<std::size_t>(second)];
        if (a.band != b.band)
            return a.band < b.band;
        if (isOrdered(facet))
            return first < second;
        if (by != MatrixOrder::Name && a.total.count != b.total.count)
            return a.total.count > b.total.count;
        return isNamedBefore(a, b);
    });
    permute(side, order);
}

// What is unknown is like nothing and stays last.
void sortBySimilarity(Side& side, const std::function<double(std::size_t value, std::size_t other)>& count,
                      const std::vector<std::size_t>& others)
{
    const bool hasUnknown = !side.headings.empty() && side.headings.back().band == bandOfUnknown;
    const std::size_t size = side.values.size() - (hasUnknown ? 1 : 0);
    std::vector<double> profiles;
    profiles.reserve(size * others.size());
    for (std::size_t i = 0; i < size; ++i)
        for (const std::size_t other : others)
            profiles.push_back(count(side.values[i], other));
    std::vector<int> order = similarityOrder(profiles, others.size());
    if (hasUnknown)
        order.push_back(static_cast<int>(size));
    permute(side, order);
}

void arrange(Side& rows, Side& columns, const Tallies& tallies, const MatrixSpec& spec)
{
    sort(rows, spec.rows, spec.order);
    sort(columns, spec.columns, spec.order);
    if (spec.order != MatrixOrder::Similarity)
        return;
    const auto count = [&](std::size_t row, std::size_t column) {
        return static_cast<double>(tallies.cells[row * tallies.width + column].count);
    };
    const std::vector<std::size_t> columnValues = columns.values;
    if (!isOrdered(spec.columns))
        sortBySimilarity(
            columns, [&](std::size_t column, std::size_t row) { return count(row, column); }, rows.values);
    if (!isOrdered(spec.rows))
        sortBySimilarity(rows, count, columnValues);
}

void ask(Filter& filter, Facet facet, const std::vector<CrossHeading>& headings, int index)
{
    if (index >= 0)
        filter = narrowed(std::move(filter), facet, headings[static_cast<std::size_t>(index)].code);
}

void askNoMore(Filter& filter, Facet facet, const std::vector<CrossHeading>& headings, int index)
{
    if (index < 0)
        return;
    filter[facet].anyOf.removeOne(headings[static_cast<std::size_t>(index)].code);
    filter[facet].allOf.removeOne(headings[static_cast<std::size_t>(index)].code);
}

} // namespace

const CrossCount& CrossTable::at(CrossSpot spot) const
{
    if (spot.row < 0)
        return spot.column < 0 ? total : columns[static_cast<std::size_t>(spot.column)].total;
    if (spot.column < 0)
        return rows[static_cast<std::size_t>(spot.row)].total;
    return cells[static_cast<std::size_t>(spot.row) * columns.size() + static_cast<std::size_t>(spot.column)];
}

QString CrossTable::measureAt(CrossSpot spot) const
{
    const CrossCount& count = at(spot);
    return count.strictest ? measures.value(count.measure) : QString();
}

CrossTable crossTable(const Columns& columns, const Vocabulary& vocabulary, const Gazetteer& gazetteer,
                      std::span<const Row> rows, Day asOf, const MatrixSpec& spec)
{
    CrossTable table{spec, asOf, {}, {}, {}, {}, {}};
    if (spec.rows == spec.columns)
        return table;
    Tallies tallies;
    const auto height = static_cast<std::size_t>(columns.table(spec.rows).size());
    tallies.width = static_cast<std::size_t>(columns.table(spec.columns).size());
    tallies.rows.resize(height);
    tallies.columns.resize(tallies.width);
    tallies.cells.resize(height * tallies.width);
    const Counting counting(columns, vocabulary, asOf, spec.value);
    std::visit([&](const auto& rowValues,
                   const auto& columnValues) { count(tallies, rows, counting, rowValues, columnValues); },
               listerOf(columns, spec.rows), listerOf(columns, spec.columns));

    Side down = sideOf(spec.rows, tallies.rows, columns, vocabulary, gazetteer);
    Side across = sideOf(spec.columns, tallies.columns, columns, vocabulary, gazetteer);
    arrange(down, across, tallies, spec);
    table.total = countOf(tallies.total, columns);
    table.measures = columns.table(Facet::Measure).codes;
    table.cells.reserve(down.values.size() * across.values.size());
    for (const std::size_t row : down.values)
        for (const std::size_t column : across.values)
            table.cells.push_back(countOf(tallies.cells[row * tallies.width + column], columns));
    table.rows = std::move(down.headings);
    table.columns = std::move(across.headings);
    return table;
}

CrossTable crossTable(const Workspace& workspace, const MatrixSpec& spec)
{
    const bool isInForce = spec.value != MatrixValue::Events;
    return crossTable(workspace.columns(), workspace.vocabulary(), workspace.gazetteer(),
                      isInForce ? workspace.resultWithoutInForce() : workspace.result(), workspace.asOf(),
                      spec);
}

Filter cellFilter(Filter filter, const CrossTable& table, CrossSpot spot)
{
    ask(filter, table.spec.rows, table.rows, spot.row);
    ask(filter, table.spec.columns, table.columns, spot.column);
    if (table.spec.value != MatrixValue::Events)
        filter.inForceOn = table.asOf;
    return filter;
}

Filter withoutCell(Filter filter, const CrossTable& table, CrossSpot spot)
{
    askNoMore(filter, table.spec.rows, table.rows, spot.row);
    askNoMore(filter, table.spec.columns, table.columns, spot.column);
    if (table.spec.value != MatrixValue::Events)
        filter.inForceOn.reset();
    return filter;
}

} // namespace interdict
