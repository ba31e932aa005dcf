// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// All changes of the data set in a window of their own: the steps, filtered, and the events that the chosen
// one changed. From here to an event's history, or to the events in the main window. Follows the record.
#pragma once

#include "model/workspace.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace interdict {

class ChangeFilterBar;
class StepEventsModel;
class StepsModel;

class ChangeLog : public QWidget
{
    Q_OBJECT

public:
    explicit ChangeLog(Workspace& workspace, QWidget* parent = nullptr);

Q_SIGNALS:
    void sendAsked(const std::vector<std::int64_t>& steps); // to a colleague

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QTableView* makeTable(const QString& name);
    QWidget* makeSteps();
    QWidget* makeEvents();
    QWidget* makeFoot();
    std::vector<EventField> fieldsOf(const ChangeStep& step) const;
    void reload();
    void takeNewSteps();
    void updateEditors();
    void applyFilter();
    void lookOn(); // for the field: another slice
    void keepChosen();
    void showStep();
    void updateStatus();
    void openChosen(); // the history of the chosen event
    void enterStep();  // its event's history where it has one, else its events
    void showInWindow();
    void sendChosen();
    std::vector<Row> rowsOfStep() const; // of its events that are there now

    Workspace& m_workspace;
    StepsModel* m_steps;
    StepEventsModel* m_events;
    ChangeFilterBar* m_bar;
    QTableView* m_stepsTable = nullptr;
    QTableView* m_eventsTable = nullptr;
    QLabel* m_eventsTitle = nullptr;
    QLabel* m_status = nullptr;
    QPushButton* m_further = nullptr;
    QPushButton* m_show = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_send = nullptr;
    QTimer m_looking;
    int m_lookUntil = 0;       // so many steps are looked at before one is asked
    std::int64_t m_chosen = 0; // step
};

} // namespace interdict
