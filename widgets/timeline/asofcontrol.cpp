// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/asofcontrol.h"

#include "widgets/controls/linkbutton.h"
#include "widgets/timeline/daypopup.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QShortcut>

namespace interdict {

AsOfControl::AsOfControl(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_shown(workspace.asOf())
    , m_day(new LinkButton(LinkButton::Look::Link, {}, this))
    , m_choice(new DayPopup(tr("As-of day"), workspace.today(), this))
    , m_inForce(new QCheckBox(tr("In force then"), this))
{
    m_day->setPopup(m_choice);
    m_day->setToolTip(tr("The day for which the map and the counts of what is in force are drawn (Alt+D)"));
    auto* open = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_D), this);
    connect(open, &QShortcut::activated, m_day, &LinkButton::click);
    connect(m_choice, &DayPopup::dayChosen, &workspace, &Workspace::setAsOf);
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

void AsOfControl::showDay()
{
    const Day day = m_workspace.asOf();
    m_day->setText(tr("As of %1").arg(displayDay(day, locale(), true)));
    m_day->updateGeometry();
    m_choice->setDay(day);
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
