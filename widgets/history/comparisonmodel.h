// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two states of an event side by side: a row a field, a column a state.
#pragma once

#include "widgets/history/revisions.h"

#include <QAbstractTableModel>

namespace interdict {

class ComparisonModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Field, Before, After, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(std::vector<FieldRow> rows, const QString& before, const QString& after);
    std::span<const WordPiece> pieces(const QModelIndex& index) const; // none in the field's column
    bool isChanged(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<FieldRow> m_rows;
    QString m_before, m_after; // captions
};

} // namespace interdict
