// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a plan, all or those of one verdict: what each would become, and why not.
#pragma once

#include "widgets/importing/importsource.h"

#include <QAbstractTableModel>

namespace interdict {

class Workspace;

QString verdictLabel(RowVerdict verdict); // translated

class PlannedRowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Verdict, Title, Date, Why, ColumnCount };

    explicit PlannedRowsModel(const Workspace& workspace, QObject* parent = nullptr);

    // Both stay as they are; null and nothing before there is a plan.
    void setPlan(const ImportSource& source, std::shared_ptr<const PlannedImport> plan);
    void setShown(std::optional<RowVerdict> verdict); // nothing: all
    std::optional<RowVerdict> shown() const { return m_verdict; }
    int count(std::optional<RowVerdict> verdict) const;
    const PlannedRow& row(int row) const;
    std::optional<int> indexOf(int number) const; // of the row with this number, where it is shown

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refill();
    QString textAt(const PlannedRow& row, int column) const;
    QString titleOf(const PlannedRow& row) const;
    QString why(const PlannedRow& row) const;

    const Workspace& m_workspace;
    std::optional<ImportSource> m_source;
    std::shared_ptr<const PlannedImport> m_plan;
    std::array<int, rowVerdictCount> m_counts{};
    std::optional<RowVerdict> m_verdict;
    std::vector<std::uint32_t> m_shown;
};

} // namespace interdict
