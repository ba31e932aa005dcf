// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Asks how far back the changes of the selected events are sent.
#pragma once

#include "model/event/days.h"

#include <QDialog>

class QPushButton;
class QRadioButton;

namespace interdict {

class DateField;

class SendDialog : public QDialog
{
    Q_OBJECT

public:
    SendDialog(int events, Day today, QWidget* parent);
    // UTC, as stamps are written; empty: all that the history knows.
    QString since() const;

private:
    void check();

    QRadioButton* m_all;
    QRadioButton* m_since;
    DateField* m_day;
    QPushButton* m_next = nullptr;
};

} // namespace interdict
