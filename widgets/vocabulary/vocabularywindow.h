// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The vocabulary of the data set, to look at and to change: its lists on the left, one list in order, and
// the fields of the chosen entry. Each change is one step; what it touches is shown before it happens.
#pragma once

#include "model/workspace.h"
#include "widgets/vocabulary/entry.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QScrollArea;
class QTableView;

namespace interdict {

class EntriesModel;
class EntryForm;
class UsesDialog;

class VocabularyWindow : public QWidget
{
    Q_OBJECT

public:
    VocabularyWindow(Workspace& workspace, QWidget* parent);
    void showList(VocabularyList list);
    void choose(const QString& code); // of the list
    EntryForm* form() const { return m_form; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeLists();
    QWidget* makeEntries();
    QWidget* makeEntry();
    void addKeys();
    void refresh();
    void showChosen();
    void showEntry(const VocabularyEntry& entry, bool isNew);
    void formChanged();
    void updateButtons();
    bool leaveEntry();
    bool isChanged() const;

    void beginNew();
    void saveEntry();
    void discard();
    void mergeEntry();
    void removeChosen();
    void move(const QString& code, int to);
    void moveBy(int step);
    void confirm(UsesDialog* dialog, const QString& thenChosen);
    void run(const VocabularyEdit& edit, const QString& thenChosen);
    void tell(const QString& problem);

    Workspace& m_workspace;
    QListWidget* m_lists = nullptr;
    EntriesModel* m_entries;
    QTableView* m_table = nullptr;
    QLabel* m_heading = nullptr;
    EntryForm* m_form = nullptr;
    QScrollArea* m_scroll = nullptr;
    QLabel* m_status = nullptr;
    QPushButton *m_add = nullptr, *m_merge = nullptr, *m_remove = nullptr, *m_up = nullptr, *m_down = nullptr;
    QPushButton *m_save = nullptr, *m_discard = nullptr;
    QString m_chosen;      // code of the entry in the form; empty where it is new
    Vocabulary m_base;     // what the form was filled from
    VocabularyEntry m_was; // likewise
    bool m_isRefreshing = false, m_isSaving = false;
};

} // namespace interdict
