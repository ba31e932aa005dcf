// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statustext.h"

#include "model/analysis/summary.h"
#include "model/workspace.h"

#include <QCoreApplication>
#include <QLocale>

namespace interdict {

namespace {

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("interdict::MainWindow", text, nullptr, n);
}

} // namespace

QString resultStatus(const Workspace& workspace)
{
    if (!workspace.isOpen())
        return {};
    const QLocale locale;
    const auto result = workspace.result();
    const QString events = tr("%1 of %n event(s)", static_cast<int>(workspace.total()))
                               .arg(locale.toString(static_cast<int>(result.size())));
    const QString countries = tr("%n country(ies)", countCountries(workspace.columns(), result));
    const QString inForce =
        tr("%1 in force on %2")
            .arg(locale.toString(workspace.inForceCount()), displayDay(workspace.asOf(), locale));
    return QStringList{events, countries, inForce}.join(QStringLiteral(" · "));
}

QString selectionStatus(const Workspace& workspace)
{
    const auto& selection = workspace.selection();
    if (selection.size() < 2)
        return {};
    if (selection.size() > 2)
        return QStringLiteral("· ") + tr("%n event(s) selected", static_cast<int>(selection.size()));
    const DayInterval days = daysBetweenStarts(workspace.columns(), selection[0], selection[1]);
    const QString text = days.first == days.last
                             ? tr("%n day(s) between the two selected", days.first)
                             : tr("%1 to %n day(s) between the two selected", days.last).arg(days.first);
    return QStringLiteral("· ") + text;
}

} // namespace interdict
