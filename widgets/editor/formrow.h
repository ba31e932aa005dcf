// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One field of the form: its label beside or above the control, and below it what is wrong or doubtful, and
// what is said in review. Rows stand in groups, one or two beside each other as the width allows.
#pragma once

#include "model/edit/validation.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace interdict {

class CommentSign;
class FindingList;

class FormRow : public QWidget
{
    Q_OBJECT

public:
    enum class Width : std::uint8_t { Whole, Half };
    // `label` may hold a mnemonic; the control's focus proxy is what it leads to.
    FormRow(EventField field, const QString& label, QWidget* control, Width width, QWidget* parent);

    EventField field() const { return m_field; }
    QWidget* control() const { return m_control; }
    Width width() const { return m_width; }
    int labelWidth() const;
    void setLabelBeside(bool isBeside, int labelWidth);
    void setFindings(const std::vector<Finding>& findings);
    QString findingText() const;
    CommentSign* commentSign() const { return m_sign; }
    void setThread(QWidget* thread); // the comments, below all else

protected:
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    EventField m_field;
    Width m_width;
    QWidget* m_control;
    QLabel* m_label;
    QGridLayout* m_grid;
    FindingList* m_findings;
    CommentSign* m_sign;
    QWidget* m_thread = nullptr;
    bool m_isBeside = true;
};

class FormGroup : public QWidget
{
    Q_OBJECT

public:
    FormGroup(const QString& title, QWidget* parent);
    void add(FormRow* row);
    int labelWidth() const; // of its widest label
    void arrange(bool areLabelsBeside, bool arePairs, int labelWidth);

private:
    QGridLayout* m_grid;
    QLabel* m_title;
    std::vector<FormRow*> m_rows;
};

// "&Title": to each label a letter of its own, outside `taken`, as near its beginning as goes; a label that
// gets none stays as it is.
QStringList withMnemonics(const QStringList& labels, const QString& taken);

} // namespace interdict
