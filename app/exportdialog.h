// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Asks which events are exported, and in which format. Which file is asked afterwards.
#pragma once

#include "app/export.h"

#include <QDialog>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QRadioButton;

namespace interdict {

class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(const Workspace& workspace, QWidget* parent);

    ExportChoice choice() const;
    RecordFormat format() const;
    bool wantsDictionary() const; // beside a CSV

private:
    QRadioButton* addChoice(ExportChoice choice, const QString& text, bool possible);
    QWidget* makeChoices(const Workspace& workspace);
    void showFormat();

    QButtonGroup* m_choices;
    QComboBox* m_formats;
    QLabel* m_hint;
    QCheckBox* m_dictionary;
};

} // namespace interdict
