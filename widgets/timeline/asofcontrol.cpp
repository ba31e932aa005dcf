// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/asofcontrol.h"

#include "widgets/controls/linkbutton.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QSignalBlocker>
#include <QTextCharFormat>
#include <QWidgetAction>

namespace interdict {

namespace {

QDate toQDate(Day day)
{
    const auto ymd = toDate(day).year_month_day();
    return {ymd.year, ymd.month, ymd.day};
}

} // namespace

AsOfControl::AsOfControl(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_shown(workspace.asOf())
    , m_day(new LinkButton(LinkButton::Look::Link, {}, this))
    , m_inForce(new QCheckBox(tr("In force then"), this))
{
    m_day->setMenu(makeMenu());
    m_day->setToolTip(tr("The day for which the map and the counts of what is in force are drawn"));
    m_inForce->setToolTip(tr("Show only what is in force on the as-of day"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_day);
    layout->addWidget(m_inForce);
    connect(m_inForce, &QCheckBox::clicked, this, &AsOfControl::filterInForce);
    connect(&workspace, &Workspace::asOfChanged, this, &AsOfControl::followAsOf);
    connect(&workspace, &Workspace::filterChanged, this, &AsOfControl::showDay);
    showDay();
}

QMenu* AsOfControl::makeMenu()
{
    auto* menu = new QMenu(this);
    m_calendar = new QCalendarWidget;
    m_calendar->setAccessibleName(tr("As-of day"));
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
        m_calendar->setWeekdayTextFormat(day, QTextCharFormat()); // no red: red means a block here
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(m_calendar);
    menu->addAction(action);
    m_today = menu->addAction(tr("Today"), this, [this] { m_workspace.setAsOf(m_workspace.today()); });
    connect(m_calendar, &QCalendarWidget::clicked, this, [this, menu](QDate date) {
        menu->close();
        m_workspace.setAsOf(dayOf(date.year(), date.month(), date.day()));
    });
    connect(m_calendar, &QCalendarWidget::activated, menu, &QMenu::close);
    connect(menu, &QMenu::aboutToShow, this,
            [this] { m_calendar->setSelectedDate(toQDate(m_workspace.asOf())); });
    return menu;
}

void AsOfControl::showDay()
{
    const Day day = m_workspace.asOf();
    m_day->setText(tr("As of %1").arg(displayDay(day, locale(), true)));
    m_day->updateGeometry();
    m_today->setEnabled(day != m_workspace.today());
    const auto& filtered = m_workspace.filter().inForceOn;
    m_inForce->setChecked(filtered.has_value());
    m_inForce->setText(filtered && *filtered != day
                           ? tr("In force on %1").arg(displayDay(*filtered, locale(), true))
                           : tr("In force then"));
}

void AsOfControl::filterInForce(bool on)
{
    Filter filter = m_workspace.filter();
    filter.inForceOn = on ? std::optional(m_workspace.asOf()) : std::nullopt;
    m_workspace.setFilter(filter);
    showDay();
}

void AsOfControl::followAsOf()
{
    Filter filter = m_workspace.filter();
    const bool followed = filter.inForceOn == m_shown;
    m_shown = m_workspace.asOf();
    if (followed) {
        filter.inForceOn = m_shown;
        m_workspace.setFilter(filter);
    }
    showDay();
}

} // namespace interdict
