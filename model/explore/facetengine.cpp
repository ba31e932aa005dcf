// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/explore/facetengine.h"

#include "model/analysis/inforce.h"
#include "model/event/review.h"

namespace interdict {

namespace {

// A selection by value numbers. A code that no row can have is dropped, and remembered where that matters.
struct NumberSelection
{
    std::vector<int> any, all, none;
    bool hasAny = false;
    bool impossible = false; // asks for all of what no row has
};

std::vector<int> numbersOf(const ValueTable& table, const QStringList& codes)
{
    std::vector<int> numbers;
    for (const QString& code : codes)
        if (const auto number = table.number(code))
            numbers.push_back(*number);
    return numbers;
}

NumberSelection byNumber(const ValueTable& table, const FacetSelection& selection)
{
    NumberSelection numbers{numbersOf(table, selection.anyOf), numbersOf(table, selection.allOf),
                            numbersOf(table, selection.noneOf), !selection.anyOf.isEmpty()};
    numbers.impossible = static_cast<qsizetype>(numbers.all.size()) < selection.allOf.size();
    return numbers;
}

// Whether what has the values that `has` tells passes the selection.
template <typename Has>
bool accepts(const NumberSelection& selection, Has has)
{
    return !selection.impossible &&
           (!selection.hasAny || std::any_of(selection.any.begin(), selection.any.end(), has)) &&
           std::all_of(selection.all.begin(), selection.all.end(), has) &&
           std::none_of(selection.none.begin(), selection.none.end(), has);
}

RowSet rowsWithSeveral(const ValueIndex& index, const NumberSelection& selection, Row rows)
{
    RowSet passing(rows, !selection.hasAny && !selection.impossible);
    if (selection.impossible)
        return passing;
    for (const int value : selection.any)
        index.addTo(passing, value);
    for (const int value : selection.all)
        passing.intersect(index.rowsWith(value));
    for (const int value : selection.none)
        index.removeFrom(passing, value);
    return passing;
}

RowSet rowsWithOne(const ValueIndex& index, const NumberSelection& selection)
{
    std::vector<bool> accepted(static_cast<std::size_t>(index.values()));
    for (int value = 0; value < index.values(); ++value)
        accepted[static_cast<std::size_t>(value)] =
            accepts(selection, [value](int wanted) { return wanted == value; });
    return index.rowsWhere(accepted);
}

std::uint64_t groupsAt(const Columns& columns, std::size_t place)
{
    return columns.groupsOf[place] ? columns.groupsOf[place] : 1; // unknown, where it belongs to none
}

Row rowAt(std::vector<Day>::const_iterator from, std::vector<Day>::const_iterator row)
{
    return static_cast<Row>(row - from);
}

} // namespace

FacetEngine::FacetEngine(const Columns& columns)
    : m_columns(&columns)
{
    makeIndexes();
    begin();
}

void FacetEngine::follow(const RowsPatch& patch)
{
    for (ValueIndex& index : m_indexes)
        index.follow(patch);
    begin();
}

// Everything but the indexes, as it is without a filter.
void FacetEngine::begin()
{
    const Columns& columns = *m_columns;
    Q_ASSERT(std::is_sorted(columns.startFirst.begin(), columns.startFirst.end()));
    m_filter = {};
    m_text.clear();
    m_passing = {};
    m_others = {};
    m_inForce.clear();
    m_list.reset();
    m_listWithoutInForce.reset();
    m_imprecise.clear();
    m_longestStart = 0;
    m_result = RowSet(columns.size(), true);
    m_resultSize = columns.size();
    for (Row row = 0; row < columns.size(); ++row) {
        if (columns.startLast[row] == columns.startFirst[row])
            continue;
        m_imprecise.push_back(row);
        m_longestStart = std::max(m_longestStart, columns.startLast[row] - columns.startFirst[row]);
    }
    makeMonths();
    for (const FacetInfo& info : facets())
        m_counts[at(info.facet)] = m_indexes[at(info.facet)].totals();
    m_countryPlaces = m_blocPlaces = m_counts[at(Facet::Country)];
    foldPlaces(Facet::Country, m_countryPlaces, m_counts[at(Facet::Country)]);
    foldPlaces(Facet::Bloc, m_blocPlaces, m_counts[at(Facet::Bloc)]);
    m_passing[at(Facet::Review)] = rowsPublished();
    if (m_passing[at(Facet::Review)])
        recountAll();
    countTotals();
}

void FacetEngine::makeIndexes()
{
    const Columns& columns = *m_columns;
    const auto make = [&](Facet facet, ValueIndex::Column column) {
        m_indexes[at(facet)] = ValueIndex(column, columns.table(facet).size(), columns.size());
    };
    make(Facet::Country, &columns.place);
    make(Facet::Platform, &columns.platform);
    make(Facet::Concern, &columns.concern);
    make(Facet::Measure, &columns.measure);
    make(Facet::Scope, &columns.scope);
    make(Facet::Status, &columns.status);
    make(Facet::Developer, &columns.developer);
    make(Facet::Confidence, &columns.confidence);
    make(Facet::Duration, &columns.lasted);
    make(Facet::Review, &columns.review);
}

void FacetEngine::makeMonths()
{
    const std::vector<Day>& starts = m_columns->startFirst;
    m_monthBegins.clear();
    m_monthCounts.clear();
    m_firstMonth = 0;
    if (starts.empty())
        return;
    m_firstMonth = monthIndex(starts.front());
    const int months = monthIndex(starts.back()) - m_firstMonth + 1;
    auto row = starts.begin();
    for (int month = 0; month < months; ++month) {
        row = std::lower_bound(row, starts.end(), monthStart(starts.front(), month));
        m_monthBegins.push_back(rowAt(starts.begin(), row));
    }
    m_monthBegins.push_back(m_columns->size());
    countMonths(m_result, m_monthCounts);
}

const ValueIndex& FacetEngine::index(Facet facet) const
{
    return m_indexes[at(facet == Facet::Bloc ? Facet::Country : facet)];
}

void FacetEngine::apply(const Filter& filter, std::vector<std::uint8_t> textMatches)
{
    const auto changed = updateConditions(filter, textMatches);
    if (std::find(changed.begin(), changed.end(), true) == changed.end())
        return;
    recountAll();
    if (changed[at(Facet::Review)])
        countTotals();
}

// After a condition changed: the result, and the counts of all that it leaves otherwise.
void FacetEngine::recountAll()
{
    const RowSet before = std::exchange(m_result, passingAllBut(conditionCount));
    const RowChange ofResult(before, m_result);
    m_resultSize = ofResult.isNone() ? m_resultSize : ofResult.size;
    m_list.reset();
    m_listWithoutInForce.reset();
    // Conditions other than facets and period are counted by nobody.
    for (std::size_t i = 0; i <= periodCondition; ++i) {
        if (!m_others[i] && !m_passing[i]) { // neither was nor is set
            recount(i, ofResult);
            continue;
        }
        const std::optional<RowSet> othersBefore = std::exchange(m_others[i], std::nullopt);
        if (m_passing[i])
            m_others[i] = passingAllBut(i);
        recount(i, RowChange(othersBefore ? *othersBefore : before, m_others[i] ? *m_others[i] : m_result));
    }
}

std::array<bool, FacetEngine::conditionCount> FacetEngine::updateConditions(const Filter& filter,
                                                                            std::vector<std::uint8_t>& text)
{
    std::array<bool, conditionCount> changed{};
    for (const FacetInfo& info : facets()) {
        const std::size_t i = at(info.facet);
        changed[i] = filter[info.facet] != m_filter[info.facet];
        if (changed[i])
            m_passing[i] = rowsPassing(info.facet, filter[info.facet]);
    }
    changed[periodCondition] = filter.begins != m_filter.begins;
    if (changed[periodCondition])
        m_passing[periodCondition] = rowsBeginning(filter.begins);
    changed[inForceCondition] = filter.inForceOn != m_filter.inForceOn;
    if (changed[inForceCondition])
        m_passing[inForceCondition] = rowsInForce(filter.inForceOn);
    changed[textCondition] = text != m_text;
    if (changed[textCondition])
        m_passing[textCondition] = rowsMatching(text);
    m_filter = filter;
    m_text = std::move(text);
    return changed;
}

std::optional<RowSet> FacetEngine::rowsPassing(Facet facet, const FacetSelection& selection) const
{
    if (selection.isEmpty())
        return facet == Facet::Review ? rowsPublished() : std::nullopt;
    if (facet == Facet::Country || facet == Facet::Bloc)
        return rowsWhosePlace(facet, selection);
    const NumberSelection numbers = byNumber(m_columns->table(facet), selection);
    return index(facet).multiValued() ? rowsWithSeveral(index(facet), numbers, m_columns->size())
                                      : rowsWithOne(index(facet), numbers);
}

// Nothing where all are, so that it costs nothing.
std::optional<RowSet> FacetEngine::rowsPublished() const
{
    const auto published =
        m_columns->table(Facet::Review).number(reviewCode(ReviewState::Published)).value_or(0);
    if (index(Facet::Review).total(published) == m_columns->size())
        return std::nullopt;
    return index(Facet::Review).rowsWith(published);
}

// Countries and groups are sets of places: which places pass is decided once a place, not once a row.
RowSet FacetEngine::rowsWhosePlace(Facet facet, const FacetSelection& selection) const
{
    const NumberSelection numbers = byNumber(m_columns->table(facet), selection);
    std::vector<bool> accepted(static_cast<std::size_t>(index(facet).values()));
    for (std::size_t place = 0; place < accepted.size(); ++place) {
        const int self = static_cast<int>(place);
        const int country = m_columns->countryOf[place];
        const std::uint64_t groups = groupsAt(*m_columns, place);
        accepted[place] =
            facet == Facet::Bloc
                ? accepts(numbers, [groups](int group) { return (groups >> group) & 1U; })
                : accepts(numbers, [=](int value) { return value == self || value == country; });
    }
    return index(facet).rowsWhere(accepted);
}

// Rows are ordered by the first day of their start: those that begin in the period stand together. Of those
// before, only an imprecise start may reach into it.
std::optional<RowSet> FacetEngine::rowsBeginning(const std::optional<Period>& period) const
{
    if (!period)
        return std::nullopt;
    const DayInterval days = period->days();
    const std::vector<Day>& starts = m_columns->startFirst;
    const auto first = std::lower_bound(starts.begin(), starts.end(), days.first);
    const auto end = std::upper_bound(starts.begin(), starts.end(), days.last);
    RowSet rows(m_columns->size());
    rows.addRange(rowAt(starts.begin(), first), rowAt(starts.begin(), end));
    if (!period->from)
        return rows;
    auto row = std::lower_bound(m_imprecise.begin(), m_imprecise.end(), days.first - m_longestStart,
                                [&](Row r, Day day) { return starts[r] < day; });
    for (; row != m_imprecise.end() && starts[*row] < days.first; ++row)
        if (m_columns->start(*row).overlaps(days))
            rows.add(*row);
    return rows;
}

std::optional<RowSet> FacetEngine::rowsInForce(std::optional<Day> day)
{
    if (!day)
        return std::nullopt;
    if (m_inForce.empty())
        for (Row row = 0; row < m_columns->size(); ++row)
            m_inForce.push_back(possiblyInForce(*m_columns, row).value_or(DayInterval{1, 0}));
    return rowsThat(m_columns->size(), [this, day = *day](Row row) {
        return (m_inForce[row].first <= day) & (day <= m_inForce[row].last); // without a branch
    });
}

std::optional<RowSet> FacetEngine::rowsMatching(const std::vector<std::uint8_t>& text) const
{
    if (text.empty())
        return std::nullopt;
    return rowsThat(m_columns->size(), [&text](Row row) { return text[row] != 0; });
}

RowSet FacetEngine::passingAllBut(std::size_t condition) const
{
    std::optional<RowSet> rows;
    for (std::size_t i = 0; i < conditionCount; ++i) {
        if (i == condition || !m_passing[i])
            continue;
        if (rows)
            rows->intersect(*m_passing[i]);
        else
            rows = m_passing[i];
    }
    return rows ? std::move(*rows) : RowSet(m_columns->size(), true);
}

void FacetEngine::recount(std::size_t condition, const RowChange& change)
{
    if (change.isNone())
        return;
    if (condition == periodCondition)
        return countMonths(change.now, m_monthCounts);
    const auto facet = static_cast<Facet>(condition);
    if (facet == Facet::Country || facet == Facet::Bloc) {
        Counts& places = facet == Facet::Country ? m_countryPlaces : m_blocPlaces;
        index(facet).recount(change, places);
        return foldPlaces(facet, places, m_counts[condition]);
    }
    index(facet).recount(change, m_counts[condition]);
}

void FacetEngine::countTotals()
{
    const RowSet all(m_columns->size(), true);
    const auto& shown = m_passing[at(Facet::Review)];
    const RowChange change(all, shown ? *shown : all);
    for (const FacetInfo& info : facets()) {
        Counts counts = index(info.facet).totals();
        if (info.facet != Facet::Review)
            index(info.facet).recount(change, counts);
        const bool isOfPlaces = info.facet == Facet::Country || info.facet == Facet::Bloc;
        if (isOfPlaces)
            foldPlaces(info.facet, counts, m_totals[at(info.facet)]);
        else
            m_totals[at(info.facet)] = std::move(counts);
    }
    countMonths(change.now, m_monthTotals);
}

void FacetEngine::countMonths(const RowSet& rows, Counts& counts) const
{
    counts.clear();
    for (std::size_t month = 0; month + 1 < m_monthBegins.size(); ++month)
        counts.push_back(rows.count(m_monthBegins[month], m_monthBegins[month + 1]));
}

void FacetEngine::foldPlaces(Facet facet, const Counts& places, Counts& counts) const
{
    counts.assign(static_cast<std::size_t>(m_columns->table(facet).size()), 0);
    for (std::size_t place = 0; place < places.size(); ++place) {
        if (facet == Facet::Bloc) {
            forEachRow(groupsAt(*m_columns, place), 0, [&](Row group) { counts[group] += places[place]; });
            continue;
        }
        counts[place] += places[place];
        if (m_columns->countryOf[place] != place)
            counts[m_columns->countryOf[place]] += places[place];
    }
}

std::span<const Row> FacetEngine::resultWithoutInForce() const
{
    if (!m_passing[inForceCondition])
        return result();
    if (!m_listWithoutInForce)
        m_listWithoutInForce = passingAllBut(inForceCondition).list();
    return *m_listWithoutInForce;
}

std::span<const Row> FacetEngine::result() const
{
    if (!m_list)
        m_list = m_result.list();
    return *m_list;
}

} // namespace interdict
