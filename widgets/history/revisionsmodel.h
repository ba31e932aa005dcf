// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An event's revisions as a table, newest first: when, by whom, in which step, what changed.
#pragma once

#include "widgets/history/revisions.h"

#include <QAbstractTableModel>
#include <QLocale>

#include <map>

namespace interdict {

class RevisionsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, Editor, Step, Changed, ColumnCount };
    using StepNames = std::map<std::int64_t, QString>;

    explicit RevisionsModel(const QLocale& locale, QObject* parent);
    void setRevisions(std::vector<Revision> revisions, StepNames names);
    const std::vector<Revision>& revisions() const { return m_revisions; } // oldest first
    // Where the row's revision stands in them, and the other way round.
    std::size_t place(int row) const { return m_revisions.size() - 1 - static_cast<std::size_t>(row); }
    std::optional<int> rowOf(int revision) const; // by its number

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(std::size_t at, int column) const;
    QString spoken(std::size_t at) const;

    QLocale m_locale;
    std::vector<Revision> m_revisions;
    StepNames m_names;
};

} // namespace interdict
