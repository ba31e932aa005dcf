// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/table/eventtablemodel.h"

#include "model/workspace.h"

#include <numeric>

namespace interdict {

EventTableModel::EventTableModel(const Workspace& workspace, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
    , m_columns(interdict::eventColumns())
{
    m_rows = sortedRows();
}

int EventTableModel::columnOf(const QString& id) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                    [&id](const EventColumn& column) { return column.id == id; });
    return found == m_columns.end() ? -1 : static_cast<int>(found - m_columns.begin());
}

std::optional<int> EventTableModel::lineOf(Row row) const
{
    if (m_lines.empty() && !m_rows.empty()) {
        m_lines.assign(m_workspace.columns().size(), -1);
        for (std::size_t line = 0; line < m_rows.size(); ++line)
            m_lines[m_rows[line]] = static_cast<int>(line);
    }
    if (row >= m_lines.size() || m_lines[row] < 0)
        return std::nullopt;
    return m_lines[row];
}

// The result comes by date; another order is a stable sort of it, so that ties stay by date.
std::vector<Row> EventTableModel::sortedRows() const
{
    const std::span<const Row> result = m_workspace.result();
    const auto values = m_columns[static_cast<std::size_t>(m_sortColumn)].sortValues(m_workspace, result);
    std::vector<std::pair<std::int64_t, Row>> keyed(result.size());
    for (std::size_t at = 0; at < result.size(); ++at)
        keyed[at] = {values[at], result[at]};
    const bool isDown = m_sortOrder == Qt::DescendingOrder;
    const auto precedes = [isDown](const auto& a, const auto& b) {
        return isDown ? a.first > b.first : a.first < b.first;
    };
    if (!std::is_sorted(keyed.begin(), keyed.end(), precedes))
        std::stable_sort(keyed.begin(), keyed.end(), precedes);
    std::vector<Row> rows(keyed.size());
    std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const auto& pair) { return pair.second; });
    return rows;
}

void EventTableModel::refresh()
{
    std::vector<Row> rows = sortedRows();
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    m_lines.clear();
    endResetModel();
}

void EventTableModel::replaceAll()
{
    beginResetModel();
    m_rows = sortedRows();
    m_lines.clear();
    endResetModel();
}

void EventTableModel::refreshAsOf()
{
    const QString& sorted = m_columns[static_cast<std::size_t>(m_sortColumn)].id;
    if (sorted == QLatin1String("inforce") || sorted == QLatin1String("days"))
        refresh();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int EventTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EventTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant EventTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const EventColumn& column = m_columns[static_cast<std::size_t>(index.column())];
    const Row row = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return column.text(m_workspace, row, m_locale);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(column.alignment);
    case SortRole:
        return QVariant::fromValue<qlonglong>(column.sortValues(m_workspace, std::span(&row, 1)).front());
    case RowRole:
        return row;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        if (column.id == QLatin1String("title") && !m_workspace.columns().isPublished(row))
            return tr("%1, not published").arg(reviewLabel(m_workspace.columns().reviewOf(row)));
        break;
    }
    return {};
}

QVariant EventTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columnCount())
        return {};
    const EventColumn& column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole)
        return column.title;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(column.alignment);
    if (role == Qt::ToolTipRole && column.id == QLatin1String("inforce"))
        return tr("In force on %1").arg(displayDay(m_workspace.asOf(), m_locale));
    return {};
}

void EventTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || (column == m_sortColumn && order == m_sortOrder))
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    refresh();
}

} // namespace interdict
