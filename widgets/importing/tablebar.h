// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a table's file is read: sheet, encoding, what divides the cells, which row holds the names. Shown as
// guessed; a change asks for it to be read again.
#pragma once

#include "widgets/importing/importsource.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace interdict {

class TableBar : public QWidget
{
    Q_OBJECT

public:
    explicit TableBar(QWidget* parent);
    void setSource(const ImportSource& source);

Q_SIGNALS:
    void sheetChosen(const QString& name);
    void optionsChosen(const interdict::TableOptions& options);

private:
    struct Choice
    {
        QWidget* box;
        QComboBox* combo;
    };
    Choice add(const QString& label, const QString& help);
    void fillHeaderRows(const TableSheet& sheet);

    TableOptions m_options;
    QString m_sheetName;
    Choice m_sheet, m_encoding, m_delimiter, m_headerRow;
};

// How dates such as 3/4/2025 are read, and why. Hidden where the table has none.
class DateOrderBar : public QWidget
{
    Q_OBJECT

public:
    explicit DateOrderBar(QWidget* parent);
    void setEvidence(const DateOrderEvidence& evidence, std::optional<DateOrder> order);

Q_SIGNALS:
    void orderChosen(interdict::DateOrder order);

private:
    QLabel* m_question;
    QComboBox* m_order;
    QLabel* m_why;
};

} // namespace interdict
