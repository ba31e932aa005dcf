// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export.h"

#include "app/query.h"
#include "app/userdata.h"
#include "model/exchange/datadictionary.h"
#include "model/explore/filtertext.h"
#include "model/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Export", text);
}

std::vector<Row> rowsOf(const Workspace& workspace, ExportChoice choice)
{
    std::vector<Row> rows;
    switch (choice) {
    case ExportChoice::Shown:
        rows.assign(workspace.result().begin(), workspace.result().end());
        break;
    case ExportChoice::All:
        for (Row row = 0; row < workspace.columns().size(); ++row)
            rows.push_back(row);
        break;
    case ExportChoice::Selected:
        rows = workspace.selection();
        std::sort(rows.begin(), rows.end());
        break;
    }
    return rows;
}

QString choiceInWords(ExportChoice choice, const Workspace& workspace)
{
    const bool filtered = !workspace.filter().isEmpty();
    const bool isAll = workspace.result().size() == workspace.columns().size();
    switch (choice) {
    case ExportChoice::Shown:
        return filtered ? tr("those that the filter finds") : isAll ? tr("all") : tr("those published");
    case ExportChoice::All:
        return tr("all");
    case ExportChoice::Selected:
        return tr("those that were selected by hand");
    }
    return {};
}

QString endings()
{
    QStringList all;
    for (const RecordFormatInfo& info : recordFormats())
        all << u'.' + QLatin1String(info.ending);
    return all.join(QStringLiteral(", "));
}

Result<RecordFormat> formatOf(const ExportCommand& command)
{
    if (const auto format = command.format ? command.format : recordFormatOf(command.output))
        return *format;
    return failure(Error::Kind::BadInput,
                   command.output == QLatin1String("-")
                       ? tr("-o -: say which format, as in --format csv")
                       : tr("-o %1: the ending is none of %2. Use one of them, or say which format, as in "
                            "--format csv")
                             .arg(command.output, endings()));
}

// The dictionary would replace the export itself.
Result<void> checkDictionary(const ExportCommand& command)
{
    const auto whole = [](const QString& path) { return QFileInfo(path).absoluteFilePath(); };
    if (command.dictionary.isEmpty() || whole(command.dictionary) != whole(command.output))
        return {};
    return failure(
        Error::Kind::BadInput,
        tr("--dictionary %1: that is the export's own file. Choose another name.").arg(command.dictionary));
}

Result<void> write(const ExportCommand& command, RecordFormat format, const Workspace& workspace,
                   QIODevice& standardOutput)
{
    RecordPart part = recordPart(workspace, ExportChoice::Shown, command.made.value_or(workspace.today()));
    part.read = [&workspace](std::span<const std::int64_t> ids) { return workspace.dataSet().events(ids); };
    if (command.output == QLatin1String("-"))
        return writeRecord(part, format, standardOutput, tr("The standard output"));
    return checkExportTarget(workspace, command.output).and_then([&] {
        return exportRecord(part, format, command.output);
    });
}

Result<void> writeDictionary(const ExportCommand& command, const Workspace& workspace)
{
    if (command.dictionary.isEmpty())
        return {};
    return checkExportTarget(workspace, command.dictionary).and_then([&] {
        return writeWhole(dictionaryToCsv(workspace.vocabulary()), command.dictionary);
    });
}

} // namespace

RecordPart recordPart(const Workspace& workspace, ExportChoice choice, Day made)
{
    RecordPart part;
    for (const Row row : rowsOf(workspace, choice))
        part.ids.push_back(workspace.columns().id[row]);
    part.vocabulary = workspace.vocabulary();
    part.gazetteer = &workspace.gazetteer();
    part.origin.dataSet = workspace.dataSet().info().title;
    part.origin.file = QFileInfo(workspace.dataSet().path()).fileName();
    part.origin.total = workspace.columns().size();
    part.origin.made = made;
    part.origin.program = QStringLiteral("interdict " INTERDICT_VERSION);
    part.origin.choice = choiceInWords(choice, workspace);
    if (choice != ExportChoice::Shown)
        return part;
    part.origin.filter = filterText(workspace.filter());
    for (const FilterCondition& condition :
         describeFilter(workspace.filter(), workspace.vocabulary(), workspace.gazetteer()))
        part.origin.filterWords << condition.label + QStringLiteral(": ") + condition.value;
    return part;
}

Result<void> checkExportTarget(const Workspace& workspace, const QString& path)
{
    if (QFileInfo(path) != QFileInfo(workspace.dataSet().path()))
        return {};
    return failure(Error::Kind::BadInput, tr("%1 is the data set itself. Choose another name for the export.")
                                              .arg(QDir::toNativeSeparators(path)));
}

ExitCode runExport(const ExportCommand& command, QIODevice& standardOutput)
{
    const Result<RecordFormat> format = formatOf(command);
    if (!format)
        return report(format.error());
    if (const auto checked = checkDictionary(command); !checked)
        return report(checked.error());
    const Gazetteer gazetteer = builtInGazetteer();
    Workspace workspace(gazetteer, localToday());
    const auto done = openForCommand(workspace, command.data, command.filter, true)
                          .and_then([&] { return write(command, *format, workspace, standardOutput); })
                          .and_then([&] { return writeDictionary(command, workspace); });
    return done ? ExitCode::Ok : report(done.error());
}

} // namespace interdict
