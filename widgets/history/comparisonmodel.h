// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// States of an event side by side: a row a field, a column a state, words marked.
#pragma once

#include "widgets/history/revisions.h"

#include <QAbstractTableModel>

namespace interdict {

// What ComparisonDelegate draws: the first column names the field, the others hold its texts.
class WordsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    virtual std::span<const WordPiece> pieces(const QModelIndex& index) const = 0; // none in the first column
    virtual bool isChanged(int row) const = 0; // its field's name stands strong
};

// Two states.
class ComparisonModel : public WordsModel
{
    Q_OBJECT

public:
    enum Column { Field, Before, After, ColumnCount };

    using WordsModel::WordsModel;
    void setRows(std::vector<FieldRow> rows, const QString& before, const QString& after);
    std::span<const WordPiece> pieces(const QModelIndex& index) const override;
    bool isChanged(int row) const override;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<FieldRow> m_rows;
    QString m_before, m_after; // captions
};

} // namespace interdict
