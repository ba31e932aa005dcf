// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check.h"

#include "app/query.h"
#include "app/userdata.h"
#include "model/analysis/recordcheck.h"
#include "model/workspace.h"

#include <QCoreApplication>
#include <QIODevice>

#include <set>

namespace interdict {

namespace {

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("Check", text, nullptr, n);
}

bool isError(const RecordFinding& found)
{
    return found.finding.severity == Finding::Severity::Error;
}

// "it-block, Sources 2: …", errors marked.
QString line(const RecordFinding& found)
{
    const Finding& finding = found.finding;
    QString field = fieldLabel(finding.field);
    if (finding.part >= 0)
        field += QStringLiteral(" %1").arg(finding.part + 1);
    const QString text = QStringLiteral("%1, %2: %3").arg(found.uid, field, finding.message);
    return isError(found) ? tr("error: %1").arg(text) : tr("doubt: %1").arg(text);
}

// Relations lead anywhere, so all events are looked at; told is of those that the filter finds.
Result<std::vector<RecordFinding>> findingsOf(const Workspace& workspace)
{
    const auto events = workspace.dataSet().events(workspace.columns().id);
    if (!events)
        return tl::make_unexpected(events.error());
    std::set<QString> shown;
    for (const Row row : workspace.result())
        shown.insert((*events)[row].uid);
    std::vector<RecordFinding> findings =
        checkRecord(*events, workspace.vocabulary(), workspace.gazetteer(), workspace.today());
    std::erase_if(findings, [&shown](const RecordFinding& found) { return !shown.contains(found.uid); });
    return findings;
}

} // namespace

ExitCode runCheck(const CheckCommand& command, QIODevice& out)
{
    const Gazetteer gazetteer = builtInGazetteer();
    Workspace workspace(gazetteer, localToday());
    const auto findings = openForCommand(workspace, command.data, command.filter, true)
                              .and_then([&] { return workspace.dataSet().checkIntegrity(); })
                              .and_then([&] { return findingsOf(workspace); });
    if (!findings)
        return report(findings.error());
    const auto errors = static_cast<int>(std::count_if(findings->begin(), findings->end(), isError));
    const int doubts = static_cast<int>(findings->size()) - errors;
    QString text;
    for (const RecordFinding& found : *findings)
        if (isError(found) || !command.errorsOnly)
            text += line(found) + u'\n';
    text += tr("%n event(s) looked at: ", static_cast<int>(workspace.result().size())) +
            tr("%n error(s), ", errors) + tr("%n doubt(s)", doubts) + u'\n';
    const QByteArray bytes = text.toUtf8();
    if (out.write(bytes) != bytes.size())
        return report(
            {Error::Kind::Failed, tr("The output could not be written: %1").arg(out.errorString()), {}});
    return errors > 0 ? ExitCode::Failed : ExitCode::Ok;
}

} // namespace interdict
