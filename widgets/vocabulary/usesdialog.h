// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Shows before it happens who an edit of the vocabulary touches, and what becomes of each; of a merger it
// asks into which entry.
#pragma once

#include "model/edit/vocabularyedit.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace interdict {

class UsesModel;
class Workspace;

class UsesDialog : public QDialog
{
    Q_OBJECT

public:
    // An edit of `code`, as it is.
    UsesDialog(const Workspace& workspace, VocabularyList list, const QString& code,
               const VocabularyEdit& edit, QWidget* parent);
    // To be merged into another, or, where nothing names it and `isRemoval`, removed.
    UsesDialog(const Workspace& workspace, VocabularyList list, const QString& code, bool isRemoval,
               QWidget* parent);
    bool isNeeded() const; // whether anything names the entry
    const std::optional<VocabularyEdit>& edit() const { return m_edit; }
    QComboBox* target() const { return m_target; } // null unless one is asked for

private:
    void build(const QString& name);
    void chooseTarget();
    void refresh();
    QString sentence() const;

    const Workspace& m_workspace;
    VocabularyList m_list;
    QString m_code;
    UsesModel* m_uses;
    bool m_isRemoval = false;
    std::optional<VocabularyEdit> m_edit;
    QComboBox* m_target = nullptr;
    QLabel* m_says = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace interdict
