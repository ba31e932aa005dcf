// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The events of a batch edit as a table: what each has now and would have, and why one stays as it is.
#pragma once

#include "model/edit/batchedit.h"

#include <QAbstractTableModel>
#include <QLocale>

namespace interdict {

class Workspace;

class BatchPreview : public QAbstractTableModel
{
    Q_OBJECT

public:
    BatchPreview(const Workspace& workspace, std::vector<Event> events, QObject* parent = nullptr);

    void setEdit(const BatchEdit& edit);
    std::vector<EventChange> changes() const; // of the events that change and stay valid
    int refused() const { return m_refused; } // events that the edit would make wrong
    int size() const { return static_cast<int>(m_lines.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line
    {
        Event before;
        Event after;
        QString problem; // an error that the event does not have now
    };
    QString problemOf(const Line& line) const;
    QString valueOf(const Event& event) const;
    QString textAt(const Line& line, int column) const;

    const Workspace& m_workspace;
    BatchEdit m_edit;
    std::vector<Line> m_lines;
    int m_refused = 0;
};

} // namespace interdict
