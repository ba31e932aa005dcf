// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A date as one types it, with what is understood below it in words; where the order of the numbers is not
// clear, the other reading is one click away. A button opens a calendar.
#pragma once

#include "model/edit/datereading.h"

#include <QLocale>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace interdict {

class DayPopup;
class LinkButton;

class DateField : public QWidget
{
    Q_OBJECT

public:
    DateField(const QString& name, Day today, QWidget* parent = nullptr);

    QString text() const;
    void setText(const QString& text);
    QLineEdit* lineEdit() const { return m_field; }
    QWidget* button() const;
    QString echo() const; // empty where nothing is understood

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void read();
    void openCalendar();
    void dress();

    QLocale m_locale;
    Day m_today;
    QLineEdit* m_field;
    QToolButton* m_button;
    QLabel* m_echo;
    LinkButton* m_other;
    DayPopup* m_popup;
    DateReading m_reading;
};

} // namespace interdict
