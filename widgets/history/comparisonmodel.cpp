// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/comparisonmodel.h"

namespace interdict {

void ComparisonModel::setRows(std::vector<FieldRow> rows, const QString& before, const QString& after)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_before = before;
    m_after = after;
    endResetModel();
}

std::span<const WordPiece> ComparisonModel::pieces(const QModelIndex& index) const
{
    if (!index.isValid() || index.column() == Field)
        return {};
    const FieldRow& row = m_rows[static_cast<std::size_t>(index.row())];
    return index.column() == Before ? row.before : row.after;
}

bool ComparisonModel::isChanged(int row) const
{
    return m_rows[static_cast<std::size_t>(row)].isChanged;
}

int ComparisonModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ComparisonModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    if (index.column() == Field)
        return fieldLabel(m_rows[static_cast<std::size_t>(index.row())].field);
    return role == Qt::DisplayRole ? joined(pieces(index)) : marked(pieces(index));
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[]{tr("Field"), m_before, m_after};
    return section >= 0 && section < ColumnCount ? titles[section] : QVariant();
}

} // namespace interdict
