// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Edits many events at once: one field, what is done with it, and the list of changes before they happen.
#pragma once

#include "model/edit/batchedit.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace interdict {

class BatchPreview;
class FindingList;
class Workspace;

class BatchDialog : public QDialog
{
    Q_OBJECT

public:
    // Deletes itself when it is closed.
    BatchDialog(Workspace& workspace, std::vector<Event> events, QWidget* parent = nullptr);

private:
    QWidget* makeChoice();
    QWidget* makeValue(EventField field);
    QWidget* makeTable();
    EventField field() const;
    BatchEdit edit() const;
    void fieldChosen();
    void refresh();
    void save();

    Workspace& m_workspace;
    BatchPreview* m_preview;
    QComboBox* m_field = nullptr;
    QComboBox* m_action = nullptr;
    QStackedWidget* m_values = nullptr; // a control for each of batchFields()
    QTableView* m_table = nullptr;
    QLabel* m_summary = nullptr;
    FindingList* m_failure = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace interdict
