// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The entries of one list of the vocabulary, in order, with how many events and milestones name each. Rows
// are dragged: where one is dropped is told, not done.
#pragma once

#include "model/workspace.h"
#include "widgets/theme/marks.h"

#include <QAbstractTableModel>

namespace interdict {

class EntriesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Code, Events, Milestones, ColumnCount };

    EntriesModel(const Workspace& workspace, QObject* parent);
    void setList(VocabularyList list);
    VocabularyList list() const { return m_list; }
    void setTheme(const Theme& theme);
    void refresh(); // what the workspace has now
    QString codeAt(int row) const;
    std::optional<int> rowOf(const QString& code) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

Q_SIGNALS:
    void moveAsked(const QString& code, int to);

private:
    struct Line
    {
        QString code, name, detail;
        std::uint32_t events = 0, milestones = 0;
        std::optional<MarkStyle> mark;
    };
    QString textAt(const Line& line, int column) const;
    QPixmap markOf(const Line& line) const;

    const Workspace& m_workspace;
    VocabularyList m_list = TermKind::Measure;
    Theme m_theme = Theme::light();
    std::vector<Line> m_lines;
};

} // namespace interdict
