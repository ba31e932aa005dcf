// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query.h"

#include "app/userdata.h"
#include "model/exchange/jsonlines.h"
#include "model/exchange/table.h"
#include "model/explore/filtertext.h"
#include "model/workspace.h"

#include <QCoreApplication>
#include <QFile>

namespace interdict {

namespace {

QByteArray eventsToJsonLines(std::span<const Event> events)
{
    QByteArray out;
    for (const Event& event : events)
        out += eventToJson(event) + '\n';
    return out;
}

Result<std::vector<Event>> eventsOf(const Workspace& workspace)
{
    std::vector<Event> events;
    for (const Row row : workspace.result()) {
        auto event = workspace.dataSet().event(workspace.columns().id[row]);
        if (!event)
            return tl::make_unexpected(event.error());
        events.push_back(std::move(*event));
    }
    return events;
}

QByteArray printed(std::span<const Event> events, QueryCommand::Format format, const Workspace& workspace)
{
    switch (format) {
    case QueryCommand::Format::Table:
        return eventsToText(events, workspace.vocabulary(), workspace.gazetteer());
    case QueryCommand::Format::Csv:
        return eventsToCsv(events);
    case QueryCommand::Format::JsonLines:
        return eventsToJsonLines(events);
    }
    return {};
}

} // namespace

Result<void> openForCommand(Workspace& workspace, const QString& file, const QString& filter, bool readOnly)
{
    const Result<QString> path = file.isEmpty() ? ensureUserDataSet() : Result<QString>(file);
    if (!path)
        return tl::make_unexpected(path.error());
    auto dataSet = DataSet::open(*path, readOnly ? DataSet::Mode::ReadOnly : DataSet::Mode::ReadWrite);
    if (!dataSet)
        return tl::make_unexpected(dataSet.error());
    if (const auto opened = workspace.open(std::move(*dataSet)); !opened)
        return tl::make_unexpected(opened.error());
    const auto parsed = parseFilter(filter, workspace.vocabulary(), workspace.gazetteer());
    if (!parsed)
        return failure(Error::Kind::BadInput,
                       QCoreApplication::translate("CommandLine", "--filter: %1\n  %2\n  %3^")
                           .arg(parsed.error().message(), filter, QString(parsed.error().column - 1, u' ')));
    workspace.setFilter(*parsed);
    return {};
}

ExitCode runQuery(const QueryCommand& command, QIODevice& out)
{
    const Gazetteer gazetteer = builtInGazetteer();
    Workspace workspace(gazetteer, localToday());
    if (const auto opened = openForCommand(workspace, command.data, command.filter, true); !opened)
        return report(opened.error());
    QByteArray text = QByteArray::number(static_cast<qulonglong>(workspace.result().size())) + '\n';
    if (!command.count) {
        const auto events = eventsOf(workspace);
        if (!events)
            return report(events.error());
        text = printed(*events, command.format, workspace);
    }
    if (out.write(text) != text.size())
        return report({Error::Kind::Failed,
                       QCoreApplication::translate("CommandLine", "The output could not be written: %1")
                           .arg(out.errorString()),
                       {}});
    return ExitCode::Ok;
}

} // namespace interdict
