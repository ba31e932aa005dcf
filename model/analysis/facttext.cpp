// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/facttext.h"

#include "model/explore/filtertext.h"
#include "model/workspace.h"

#include <QCoreApplication>
#include <QLocale>

namespace interdict {

std::optional<PartialDate> partialDateOf(const DayInterval& days)
{
    if (days.first == days.last)
        return PartialDate::ofDay(days.first);
    const Date first = toDate(days.first);
    const int year = first.year();
    const int month = first.month();
    for (const auto& candidate : {PartialDate::ofMonth(year, month),
                                  PartialDate::ofQuarter(year, (month + 2) / 3), PartialDate::ofYear(year)}) {
        if (candidate && candidate->interval() == days)
            return candidate;
    }
    return std::nullopt;
}

QString intervalText(const DayInterval& days, const QLocale& locale, bool shortMonths)
{
    if (const auto date = partialDateOf(days))
        return date->display(locale, shortMonths);
    return QStringLiteral("%1 – %2").arg(displayDay(days.first, locale, shortMonths),
                                         displayDay(days.last, locale, shortMonths));
}

QString dayCountText(const DayInterval& days, const QLocale& locale)
{
    if (days.first == days.last)
        return locale.toString(days.first);
    return QStringLiteral("%1–%2").arg(locale.toString(days.first), locale.toString(days.last));
}

std::optional<DayInterval> daysInForce(const Columns& columns, Row row, Day asOf)
{
    const auto possible = possiblyInForce(columns, row);
    if (!possible || possible->first > asOf)
        return std::nullopt;
    const auto until = [asOf](Day last) { return last < asOf ? last + 1 : asOf; };
    const Day most = until(possible->last) - possible->first;
    const auto certain = certainlyInForce(columns, row);
    const Day least = certain && certain->first <= asOf ? until(certain->last) - certain->first : 0;
    return DayInterval{std::clamp(least, 0, most), most};
}

QString endText(const Columns& columns, Row row, const QLocale& locale, bool shortMonths)
{
    if (columns.has(row, Columns::EndUnknown))
        return QCoreApplication::translate("EventFacts", "unknown");
    if (columns.endFirst[row] == noEnd)
        return {};
    return intervalText({columns.endFirst[row], columns.endLast[row]}, locale, shortMonths);
}

QStringList valueLabels(const Workspace& workspace, Facet facet, Row row)
{
    QStringList labels;
    for (const int value : workspace.columns().valuesOf(facet, row)) {
        labels.append(facetValueLabel(facet, workspace.columns().table(facet).codes[value],
                                      workspace.vocabulary(), workspace.gazetteer()));
    }
    return labels;
}

} // namespace interdict
