// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who names an entry of the vocabulary - events, then milestones - and what becomes of each with a change.
#pragma once

#include "model/workspace.h"

#include <QAbstractTableModel>

namespace interdict {

class UsesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Date, Title, Now, After, ColumnCount };

    UsesModel(const Workspace& workspace, VocabularyList list, const QString& code, QObject* parent);
    void setChange(const VocabularyChange& change);
    int events() const { return static_cast<int>(m_rows.size()); }
    int milestones() const { return static_cast<int>(m_milestones.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textAt(int row, int column) const;
    QString eventText(Row row, int column) const;
    QString milestoneText(const Milestone& milestone, int column) const;

    const Workspace& m_workspace;
    VocabularyList m_list;
    std::vector<Row> m_rows;
    std::vector<Milestone> m_milestones;
    VocabularyChange m_change;
};

} // namespace interdict
