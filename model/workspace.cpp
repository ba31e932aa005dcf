// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workspace_p.h"

#include <algorithm>
#include <numeric>

namespace interdict {

namespace {

constexpr std::size_t historyDepth = 200;

// The parts of a filter that change continuously, by a brush or by typing: a run of such changes is one step
// back.
Filter withoutContinuous(Filter filter)
{
    filter.begins.reset();
    filter.inForceOn.reset();
    filter.text.clear();
    return filter;
}

bool isContinuation(const Filter& before, const Filter& after)
{
    return before != after && withoutContinuous(before) == withoutContinuous(after) && !before.isEmpty() &&
           (before.begins.has_value() == after.begins.has_value()) &&
           before.text.isEmpty() == after.text.isEmpty() &&
           before.inForceOn.has_value() == after.inForceOn.has_value();
}

// A filter for another data set: values that it does not know are dropped.
Filter restrictedTo(Filter filter, const Columns& columns)
{
    for (const FacetInfo& info : facets()) {
        const ValueTable& table = columns.table(info.facet);
        FacetSelection& selection = filter[info.facet];
        for (QStringList* values : {&selection.anyOf, &selection.allOf, &selection.noneOf})
            values->removeIf([&table](const QString& code) { return !table.number(code); });
    }
    return filter;
}

} // namespace

Result<LoadedDataSet> load(DataSet dataSet, const Gazetteer& gazetteer, const DataSet::Progress& progress)
{
    auto columns = dataSet.loadColumns(gazetteer, progress);
    if (!columns)
        return tl::make_unexpected(columns.error());
    auto milestones = dataSet.milestones();
    if (!milestones)
        return tl::make_unexpected(milestones.error());
    return LoadedDataSet{std::move(dataSet), std::move(*columns), std::move(*milestones)};
}

Workspace::Workspace(const Gazetteer& gazetteer, Day today, QObject* parent)
    : QObject(parent)
    , m_gazetteer(gazetteer)
    , m_today(today)
    , m(std::make_unique<State>())
{
    m->asOf = today;
    m->engine = std::make_unique<FacetEngine>(m->columns);
    m->history.push_back({});
}

Workspace::~Workspace() = default;

Result<void> Workspace::open(DataSet dataSet)
{
    auto loaded = load(std::move(dataSet), m_gazetteer);
    if (!loaded)
        return tl::make_unexpected(loaded.error());
    adopt(std::move(*loaded));
    return {};
}

void Workspace::adopt(LoadedDataSet loaded)
{
    QStringList selectedUids;
    for (const Row row : m->selection)
        selectedUids.push_back(brief(row).uid);
    m->engine.reset();
    m->forgetTexts();
    m->dataSet = std::move(loaded.dataSet);
    m->columns = std::move(loaded.columns);
    m->milestones = std::move(loaded.milestones);
    m->engine = std::make_unique<FacetEngine>(m->columns);

    m->countMonths(m_today);
    m->lastStep = m->dataSet->lastStep().value_or(0);
    m->vocabularyStep = m->dataSet->vocabularyStep();
    const Filter filter = restrictedTo(std::exchange(m->filter, {}), m->columns);
    m->selection.clear();
    for (const QString& uid : selectedUids)
        if (const auto row = rowOf(uid))
            m->selection.push_back(*row);
    m->hover = {};
    m->inForce.reset();
    m->history = {{}};
    m->position = 0;
    applyFilter(filter);
    m->history[0] = {m->filter, m->selection};
    Q_EMIT dataSetChanged();
    Q_EMIT filterChanged();
    Q_EMIT resultChanged();
    Q_EMIT selectionChanged();
    Q_EMIT historyChanged();
}

bool Workspace::isOpen() const
{
    return m->dataSet.has_value();
}

const DataSet& Workspace::dataSet() const
{
    return *m->dataSet;
}

const Vocabulary& Workspace::vocabulary() const
{
    return m->dataSet ? m->dataSet->vocabulary() : m->noVocabulary;
}

const Columns& Workspace::columns() const
{
    return m->columns;
}

const std::vector<Milestone>& Workspace::milestones() const
{
    return m->milestones;
}

const Filter& Workspace::filter() const
{
    return m->filter;
}

void Workspace::applyFilter(const Filter& filter)
{
    std::vector<std::uint8_t> matches;
    if (!filter.text.isEmpty() && m->dataSet) {
        matches.assign(m->columns.size(), 0);
        const auto found = m->dataSet->search(filter.text);
        if (!found)
            Q_EMIT storeFailed(found.error());
        else
            for (const Row row : m->rowsOfIds(*found))
                matches[row] = 1;
    }
    m->filter = filter;
    m->engine->apply(filter, std::move(matches));
    m->inForce.reset();
}

void Workspace::setFilter(const Filter& filter)
{
    if (filter == m->filter)
        return;
    const bool continues = isContinuation(m->filter, filter);
    applyFilter(filter);
    remember(continues);
    Q_EMIT filterChanged();
    Q_EMIT resultChanged();
}

std::span<const Row> Workspace::result() const
{
    return m->engine->result();
}

std::span<const Row> Workspace::resultWithoutInForce() const
{
    return m->engine->resultWithoutInForce();
}

bool Workspace::inResult(Row row) const
{
    return row < m->columns.size() && m->engine->contains(row);
}

std::span<const std::uint32_t> Workspace::counts(Facet facet) const
{
    return m->engine->counts(facet);
}

std::span<const std::uint32_t> Workspace::totals(Facet facet) const
{
    return m->engine->totals(facet);
}

std::uint32_t Workspace::total() const
{
    const auto months = totalsByMonth();
    return std::accumulate(months.begin(), months.end(), std::uint32_t(0));
}

std::vector<std::uint32_t> Workspace::resultByMonth() const
{
    const std::span<const Row> rows = result();
    std::vector<std::uint32_t> counts;
    auto begin = rows.begin();
    for (const Row next : m->firstRowsOfMonths()) {
        const auto end = std::lower_bound(begin, rows.end(), next);
        counts.push_back(static_cast<std::uint32_t>(end - begin));
        begin = end;
    }
    if (!counts.empty())
        counts.erase(counts.begin()); // before the first month there is nothing
    return counts;
}

std::span<const std::uint32_t> Workspace::totalsByMonth() const
{
    return m->engine->monthTotals();
}

int Workspace::firstMonth() const
{
    return m->firstMonth;
}

const std::vector<Row>& Workspace::selection() const
{
    return m->selection;
}

std::optional<Row> Workspace::current() const
{
    return m->selection.empty() ? std::nullopt : std::optional(m->selection.back());
}

void Workspace::select(Row row)
{
    setSelection({row});
}

void Workspace::setSelection(std::vector<Row> rows)
{
    std::erase_if(rows, [this](Row row) { return row >= m->columns.size(); });
    if (rows == m->selection)
        return;
    m->selection = std::move(rows);
    remember(false);
    Q_EMIT selectionChanged();
}

void Workspace::toggleSelected(Row row)
{
    std::vector<Row> rows = m->selection;
    if (std::erase(rows, row) == 0)
        rows.push_back(row);
    setSelection(std::move(rows));
}

void Workspace::clearSelection()
{
    setSelection({});
}

void Workspace::activate(Row row)
{
    if (row >= m->columns.size())
        return;
    select(row);
    Q_EMIT eventActivated(row);
}

const Hover& Workspace::hover() const
{
    return m->hover;
}

void Workspace::setHover(const Hover& hover)
{
    if (hover == m->hover)
        return;
    m->hover = hover;
    Q_EMIT hoverChanged();
}

Day Workspace::asOf() const
{
    return m->asOf;
}

void Workspace::setAsOf(Day day)
{
    if (day == m->asOf)
        return;
    m->asOf = day;
    m->inForce.reset();
    Q_EMIT asOfChanged();
}

int Workspace::inForceCount() const
{
    if (!m->inForce)
        m->inForce = countInForce(m->columns, result(), m->asOf);
    return *m->inForce;
}

// Notes where we are as a step of the history; what lay ahead of it is forgotten.
void Workspace::remember(bool continuesLastStep)
{
    m->history.resize(m->position + 1);
    const Stand here{m->filter, m->selection};
    if (continuesLastStep)
        m->history.back() = here;
    else
        m->history.push_back(here);
    if (m->history.size() > historyDepth)
        m->history.erase(m->history.begin());
    m->position = m->history.size() - 1;
    Q_EMIT historyChanged();
}

void Workspace::goTo(std::size_t position)
{
    m->position = position;
    const Stand there = m->history[position];
    const bool newFilter = there.filter != m->filter;
    const bool newSelection = there.selection != m->selection;
    m->selection = there.selection;
    if (newFilter) {
        applyFilter(there.filter);
        Q_EMIT filterChanged();
        Q_EMIT resultChanged();
    }
    if (newSelection)
        Q_EMIT selectionChanged();
    Q_EMIT historyChanged();
}

bool Workspace::canGoBack() const
{
    return m->position > 0;
}

bool Workspace::canGoForward() const
{
    return m->position + 1 < m->history.size();
}

void Workspace::back()
{
    if (canGoBack())
        goTo(m->position - 1);
}

void Workspace::forward()
{
    if (canGoForward())
        goTo(m->position + 1);
}

} // namespace interdict
