// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A day to choose, in a window that floats over what opened it: typed, from a calendar, or today. Down goes
// from the field to the calendar, Enter chooses in both; Escape leaves all as it was.
#pragma once

#include "model/event/days.h"

#include <QFrame>

class QCalendarWidget;
class QLabel;
class QLineEdit;
class QPushButton;

namespace interdict {

class DayPopup : public QFrame
{
    Q_OBJECT

public:
    DayPopup(const QString& name, Day today, QWidget* parent);
    void setDay(Day day); // shown when it opens

Q_SIGNALS:
    void dayChosen(interdict::Day day);

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QLineEdit* makeField(const QString& name);
    QCalendarWidget* makeCalendar(const QString& name);
    void choose(Day day);
    void chooseTyped();
    void followField();
    void say(const QString& problem); // empty: how a day is written

    Day m_today;
    Day m_day = 0;
    QLineEdit* m_field;
    QLabel* m_message;
    QCalendarWidget* m_calendar;
    QPushButton* m_toToday;
};

} // namespace interdict
