// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/reopening.h"

#include "model/event/partialdate.h"
#include "model/explore/filtertext.h"
#include "model/workspace.h"

#include <QCoreApplication>

namespace interdict {

namespace {

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("Reopening", text, nullptr, n);
}

} // namespace

Result<FigureState> stateOf(const FigureStamp& stamp, const Workspace& workspace)
{
    const auto filter = parseFilter(stamp.spec.filter, workspace.vocabulary(), workspace.gazetteer());
    if (!filter)
        return failure(Error::Kind::NotFound,
                       tr("The figure's filter names something that this data set does not have (any more): "
                          "%1. Open the data set that the figure was made from (“%2”), or filter anew. The "
                          "filter was: %3")
                           .arg(filter.error().message(), stamp.dataSet, stamp.spec.filter));
    if (stamp.spec.kind == FigureKind::Card && !workspace.rowOf(stamp.spec.event))
        return failure(Error::Kind::NotFound,
                       tr("The event that the figure shows (%1) is not in this data set (any more). Open the "
                          "data set that the figure was made from (“%2”).")
                           .arg(stamp.spec.event, stamp.dataSet));
    return FigureState{*filter, stamp.spec.asOf.value_or(stamp.made)};
}

void restore(const FigureState& state, const FigureStamp& stamp, Workspace& workspace)
{
    workspace.setFilter(state.filter);
    workspace.setAsOf(state.asOf);
    if (stamp.spec.kind == FigureKind::Card)
        if (const auto row = workspace.rowOf(stamp.spec.event))
            workspace.select(*row);
}

Result<StampChange> changeSince(const FigureStamp& stamp, const Workspace& workspace)
{
    return stampOf(workspace, stamp.spec, stamp.made).map([&stamp](const FigureStamp& now) {
        return compared(stamp, now);
    });
}

QString changeInWords(const FigureStamp& stamp, const StampChange& change, const Workspace& workspace,
                      const QLocale& locale)
{
    const QString day = displayDay(stamp.made, locale);
    QStringList parts;
    QStringList signs;
    const auto part = [&](int count, const QString& words, const QString& sign) {
        if (count == 0)
            return;
        parts << words;
        signs << sign + QString::number(count);
    };
    part(change.added, tr("%n event(s) more", change.added), QStringLiteral("+"));
    part(change.gone, change.added > 0 ? tr("%n fewer", change.gone) : tr("%n event(s) fewer", change.gone),
         QStringLiteral("−"));
    part(change.changed,
         parts.isEmpty() ? tr("%n event(s) changed", change.changed) : tr("%n changed", change.changed),
         QStringLiteral("~"));
    QString sentence =
        parts.isEmpty()
            ? tr("The data have not changed since %1.").arg(day)
            : tr("Since %1: %2 (%3).").arg(day, parts.join(QStringLiteral(", ")), signs.join(u' '));
    if (change.isUncounted)
        sentence = tr("The data have changed since %1. Of more than %2 events a figure does not keep which.")
                       .arg(day, locale.toString(FigureStamp::mostPrints));
    const QString here = workspace.isOpen() ? workspace.dataSet().info().title : QString();
    if (stamp.dataSet == here)
        return sentence;
    return tr("The figure was made from another data set, “%1”; this is “%2”.").arg(stamp.dataSet, here) +
           u' ' + sentence;
}

} // namespace interdict
