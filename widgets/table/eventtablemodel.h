// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The workspace's result as rows of a table, in the order asked for. Holds row numbers only; texts are read
// for what is on screen.
#pragma once

#include "widgets/table/eventcolumns.h"

#include <QAbstractTableModel>
#include <QLocale>

namespace interdict {

class EventTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { RowRole = Qt::UserRole, SortRole };

    explicit EventTableModel(const Workspace& workspace, QObject* parent = nullptr);

    const std::vector<EventColumn>& eventColumns() const { return m_columns; }
    int columnOf(const QString& id) const; // -1 where there is none

    Row rowAt(int line) const { return m_rows[static_cast<std::size_t>(line)]; }
    std::optional<int> lineOf(Row row) const;
    // The workspace's result anew; resets only where it is another one.
    void refresh();
    // What hangs on the as-of day.
    void refreshAsOf();
    void replaceAll(); // another data set

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    std::vector<Row> sortedRows() const;

    const Workspace& m_workspace;
    std::vector<EventColumn> m_columns;
    QLocale m_locale;
    std::vector<Row> m_rows;
    mutable std::vector<int> m_lines; // by row; made when asked for
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace interdict
