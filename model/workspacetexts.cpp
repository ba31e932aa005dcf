// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a workspace reads from the store, by page: texts, cases, rows by id.
#include "model/workspace_p.h"

#include <algorithm>

namespace interdict {

std::optional<Row> Workspace::State::rowOfId(std::int64_t id)
{
    if (rowsById.empty() && !columns.empty()) {
        rowsById.reserve(columns.size());
        for (Row row = 0; row < columns.size(); ++row)
            rowsById.emplace_back(columns.id[row], row);
        std::sort(rowsById.begin(), rowsById.end());
    }
    const auto it = std::lower_bound(rowsById.begin(), rowsById.end(), std::pair(id, Row(0)));
    return it != rowsById.end() && it->first == id ? std::optional(it->second) : std::nullopt;
}

std::vector<Row> Workspace::State::rowsOfIds(const std::vector<std::int64_t>& ids)
{
    std::vector<Row> rows;
    rows.reserve(ids.size());
    for (const std::int64_t id : ids)
        if (const auto row = rowOfId(id))
            rows.push_back(*row);
    return rows;
}

// The row with which each month of the record begins, and one past the end. Rows are sorted by start.
std::vector<Row> Workspace::State::firstRowsOfMonths() const
{
    std::vector<Row> rows;
    if (columns.empty())
        return rows;
    Day month = monthStart(columns.startFirst.front());
    auto it = columns.startFirst.begin();
    while (it != columns.startFirst.end()) {
        it = std::lower_bound(it, columns.startFirst.end(), month);
        rows.push_back(static_cast<Row>(it - columns.startFirst.begin()));
        month = monthStart(month, 1);
    }
    return rows;
}

void Workspace::State::countMonths(Day today)
{
    firstMonth = columns.empty() ? monthIndex(today) : monthIndex(columns.startFirst.front());
}

void Workspace::State::forgetTexts()
{
    rowsById.clear();
    briefs.clear();
    events.clear();
}

Brief Workspace::brief(Row row) const
{
    if (!m->dataSet || row >= m->columns.size())
        return {};
    const std::size_t page = row / pageSize;
    if (!m->briefs.contains(page)) {
        const std::size_t first = page * pageSize;
        const std::size_t count = std::min(pageSize, m->columns.size() - first);
        auto read = m->dataSet->briefs(std::span(m->columns.id).subspan(first, count));
        if (!read) {
            Q_EMIT const_cast<Workspace*>(this)->storeFailed(read.error());
            return {};
        }
        m->briefs.insert(page, new std::vector<Brief>(std::move(*read)));
    }
    return m->briefs.object(page)->at(row % pageSize);
}

Event Workspace::event(Row row) const
{
    if (!m->dataSet || row >= m->columns.size())
        return {};
    if (!m->events.contains(row)) {
        auto read = m->dataSet->event(m->columns.id[row]);
        if (!read) {
            Q_EMIT const_cast<Workspace*>(this)->storeFailed(read.error());
            return {};
        }
        m->events.insert(row, new Event(std::move(*read)));
    }
    return *m->events.object(row);
}

std::vector<Row> Workspace::caseOf(Row row) const
{
    if (!m->dataSet || row >= m->columns.size())
        return {};
    const auto ids = m->dataSet->caseOf(m->columns.id[row]);
    if (!ids) {
        Q_EMIT const_cast<Workspace*>(this)->storeFailed(ids.error());
        return {row};
    }
    std::vector<Row> rows = m->rowsOfIds(*ids);
    std::sort(rows.begin(), rows.end());
    return rows;
}

std::optional<Row> Workspace::rowOf(const QString& uid) const
{
    if (!m->dataSet)
        return std::nullopt;
    const auto id = m->dataSet->idOf(uid);
    return id ? m->rowOfId(*id) : std::nullopt;
}

std::vector<Row> Workspace::orderedBy(DataSet::TextField field) const
{
    if (!m->dataSet)
        return {};
    const auto ids = m->dataSet->orderedBy(field);
    if (!ids) {
        Q_EMIT const_cast<Workspace*>(this)->storeFailed(ids.error());
        return {};
    }
    return m->rowsOfIds(*ids);
}

} // namespace interdict
