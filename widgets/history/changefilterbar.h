// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The controls that make a ChangeFilter: words, editor, days, field. A day that cannot be read is told and
// does not filter.
#pragma once

#include "widgets/history/changefilter.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace interdict {

class ChangeFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit ChangeFilterBar(QWidget* parent);
    void setEditors(QStringList editors); // the chosen one stays where it is among them
    const ChangeFilter& filter() const { return m_filter; }
    QString problem() const { return m_problem; } // of a day, in words; empty where all is well
    QLineEdit* words() const { return m_words; }

Q_SIGNALS:
    void filterChanged();
    void problemChanged();

private:
    QLineEdit* makeDay(const QString& label, const QString& name);
    std::optional<PartialDate> readDay(QLineEdit& field);
    void read();

    QLineEdit* m_words;
    QComboBox* m_editor;
    QComboBox* m_field;
    QLineEdit* m_from = nullptr;
    QLineEdit* m_to = nullptr;
    ChangeFilter m_filter;
    QString m_problem;
};

} // namespace interdict
