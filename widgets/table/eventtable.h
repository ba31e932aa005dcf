// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The result as a table: columns to choose, move and size, sort by any, copy as text. Selection and hover are
// the workspace's.
#pragma once

#include <QWidget>

class QLabel;
class QMenu;
class QStackedWidget;
class QTableView;

namespace interdict {

class EventRowDelegate;
class EventTableModel;
class LinkButton;
class Workspace;

class EventTable : public QWidget
{
    Q_OBJECT

public:
    explicit EventTable(Workspace& workspace, QWidget* parent = nullptr);

    // Columns, their order and widths, and what is sorted by.
    QByteArray saveState() const;
    bool restoreState(const QByteArray& state);

    // The selected rows as lines of tab-separated text, in the order on screen.
    QString selectedText(bool withHeader) const;

    QTableView& view() { return *m_view; }
    EventTableModel& model() { return *m_model; }

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeTopLine();
    QWidget* makeEmptyPage();
    void makeView();
    void makeActions();
    void fillColumnMenu(QMenu& menu);
    void showDefaultColumns();
    void showColumn(int column, bool shown);
    void copy(bool withHeader) const;
    QString lineText(int line, const std::vector<int>& columns) const;
    std::vector<int> shownColumns() const;  // from left to right
    std::vector<int> selectedLines() const; // from top to bottom

    void refresh();
    void refreshAll(); // another data set
    void updateTopLine();
    void pushSelection(); // to the workspace
    void pullSelection(); // from it
    void activate(const QModelIndex& index);
    void hoverOver(const QModelIndex& index);
    void updateTheme();

    Workspace& m_workspace;
    EventTableModel* m_model = nullptr;
    EventRowDelegate* m_delegate = nullptr;
    QTableView* m_view = nullptr;
    QStackedWidget* m_pages = nullptr;
    QLabel* m_count = nullptr;
    QLabel* m_emptyText = nullptr;
    LinkButton* m_columnsButton = nullptr;
    LinkButton* m_clear = nullptr;
    bool m_isStale = false;   // the result changed while the table was not on screen
    bool m_isSyncing = false; // the selection is being taken over
};

} // namespace interdict
