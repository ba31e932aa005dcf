// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/standing.h"

#include "model/analysis/facttext.h"
#include "model/workspace.h"

#include <QCoreApplication>
#include <QLocale>

namespace interdict {

namespace {

const auto separator = QStringLiteral(" · ");

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("EventFacts", text, nullptr, n);
}

QString withDays(const QString& text, const std::optional<DayInterval>& days, const QLocale& locale)
{
    if (!days)
        return text;
    return text + separator + tr("%1 day(s)", days->last).arg(dayCountText(*days, locale));
}

// Of an event that restricts and has ended by the as-of day.
Standing endedStanding(const Workspace& workspace, Row row, const QString& status, const QLocale& locale)
{
    const Columns& columns = workspace.columns();
    if (columns.has(row, Columns::EndUnknown))
        return {status + separator + tr("end unknown"), Standing::Tone::Ended};
    const QString text = QStringLiteral("%1 %2").arg(status, endText(columns, row, locale, true));
    return {withDays(text, daysInForce(columns, row, workspace.asOf()), locale), Standing::Tone::Ended};
}

} // namespace

Standing standingOf(const Workspace& workspace, Row row, const Event& event, const QLocale& locale)
{
    using Tone = Standing::Tone;
    const Columns& columns = workspace.columns();
    const Day asOf = workspace.asOf();
    const QString status = event.status.isEmpty()
                               ? tr("Status unknown")
                               : workspace.vocabulary().label(TermKind::Status, event.status);
    const bool isMeasured = columns.has(row, Columns::Restricts) && columns.has(row, Columns::WasInForce);
    if (!isMeasured) {
        const bool hasEnded = columns.endFirst[row] != noEnd && !columns.has(row, Columns::EndUnknown);
        const QString end = hasEnded ? QLatin1Char(' ') + endText(columns, row, locale, true) : QString();
        return {hasEnded ? status + end : status, Tone::Neutral};
    }
    if (asOf < columns.startFirst[row])
        return {tr("Not yet in force on %1").arg(displayDay(asOf, locale, true)), Tone::Neutral};
    const auto days = daysInForce(columns, row, asOf);
    switch (inForceOn(columns, row, asOf)) {
    case InForce::Certainly:
        return {withDays(tr("In force"), days, locale), Tone::Active};
    case InForce::Possibly:
        if (!columns.has(row, Columns::EndUnknown))
            return {withDays(tr("Possibly in force"), days, locale), Tone::Active};
        break;
    case InForce::No:
        break;
    }
    return endedStanding(workspace, row, status, locale);
}

} // namespace interdict
