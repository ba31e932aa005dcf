// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The as-of day, typed or chosen from a calendar, and whether only what is in force on it is shown. While it
// is, the filter's day follows the as-of day.
#pragma once

#include "model/workspace.h"

#include <QWidget>

class QCheckBox;

namespace interdict {

class DayPopup;
class LinkButton;

class AsOfControl : public QWidget
{
    Q_OBJECT

public:
    explicit AsOfControl(Workspace& workspace, QWidget* parent = nullptr);

private:
    void showDay();
    void filterInForce(bool on);
    void followAsOf();

    Workspace& m_workspace;
    Day m_shown = 0; // the as-of day before it changed
    LinkButton* m_day;
    DayPopup* m_choice;
    QCheckBox* m_inForce;
};

} // namespace interdict
