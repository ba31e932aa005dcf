// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a foreign table, with what they hold and what they become. The last is a choice, by the code
// that columnChoice() gives.
#pragma once

#include "widgets/editor/offers.h"
#include "widgets/importing/importsource.h"

#include <QAbstractTableModel>

namespace interdict {

// "measure", or "platform_flag:DeepSeek".
QString columnChoice(const ColumnMapping& column);
QString columnChoiceLabel(const ColumnMapping& column); // translated
// All that a column can become; one for each platform besides.
std::vector<Offer> columnOffers(const Vocabulary& vocabulary);

class ColumnsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Samples, Becomes, How, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setSource(const ImportSource& source);
    const std::vector<ColumnMapping>& columns() const { return m_columns; }
    int mappedCount() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    // Of Becomes, EditRole: a list of one choice. Takes a field that holds one column from the other column.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void mappingChanged();

private:
    QString howText(std::size_t row) const;

    std::vector<ColumnMapping> m_columns;
    std::vector<bool> m_chosen; // by hand
    QStringList m_samples;      // a few values of each
    QString m_mappingFile;
};

} // namespace interdict
