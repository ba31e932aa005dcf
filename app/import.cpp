// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import.h"

#include "app/importmappings.h"
#include "app/importreport.h"
#include "app/userdata.h"
#include "model/exchange/import/importplan.h"
#include "model/exchange/import/mappingguess.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <atomic>
#include <csignal>
#include <cstdio>

namespace interdict {

namespace {

// Set by Ctrl+C: an import stops where it is and leaves the data set as it was. The second one ends the
// program.
std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free); // else a signal may not set it

void interrupt(int signal)
{
    interrupted = true;
    std::signal(signal, SIG_DFL);
}

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("Import", text, nullptr, n);
}

// Unlike a wrong option, a file that cannot be used is no wrong usage.
ExitCode failed(Error error)
{
    if (error.kind == Error::Kind::BadInput)
        error.kind = Error::Kind::Failed;
    return report(error);
}

ExitCode wrong(const QString& message)
{
    return report({Error::Kind::BadInput, message, {}});
}

Result<void> writeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(Error::Kind::NoAccess, tr("%1 cannot be written: %2").arg(path, file.errorString()));
    return {};
}

Result<DataSet> openedDataSet(const ImportCommand& command)
{
    const Result<QString> path = command.data.isEmpty() ? ensureUserDataSet() : Result<QString>(command.data);
    if (!path)
        return tl::make_unexpected(path.error());
    auto dataSet = DataSet::open(*path, command.dryRun ? DataSet::Mode::ReadOnly : DataSet::Mode::ReadWrite);
    if (dataSet && dataSet->isReadOnly() && !command.dryRun)
        return failure(Error::Kind::ReadOnly,
                       tr("%1 cannot be written to. Import into a copy in a folder of your own, or look with "
                          "--dry-run.")
                           .arg(*path));
    return dataSet;
}

class Import
{
public:
    Import(const ImportCommand& command, QIODevice& out, DataSet& dataSet, const Gazetteer& gazetteer,
           ImportTable table)
        : m_command(command)
        , m_out(out)
        , m_dataSet(dataSet)
        , m_gazetteer(gazetteer)
        , m_table(std::move(table))
    {
    }

    ExitCode run()
    {
        if (const auto refused = chooseSheet())
            return *refused;
        print(tableReport(m_table, *m_sheet));
        auto mapping = chosenMapping(m_command, m_table, *m_sheet, m_dataSet.vocabulary(), m_gazetteer);
        if (!mapping)
            return report(mapping.error());
        m_mapping = std::move(*mapping);
        if (!m_sheet->isRecord) {
            print(mappingReport(m_mapping, *m_sheet));
            const auto question = openQuestion(m_mapping, *m_sheet, m_command.dryRun);
            if (!question)
                return report(question.error());
            if (!question->isEmpty())
                print(*question);
        }
        const auto plan = planImport(m_table, *m_sheet, m_mapping, {m_dataSet, m_gazetteer, localToday()},
                                     progress(tr("Reading")));
        if (!plan)
            return failed(plan.error());
        print(planReport(*plan, m_dataSet.vocabulary()));
        if (const auto refused = writeFiles(*plan))
            return *refused;
        return save(*plan);
    }

private:
    Duplicates duplicates() const { return m_command.addDuplicates ? Duplicates::Add : Duplicates::SetAside; }

    void print(const QString& line)
    {
        m_out.write(line.toUtf8() + '\n');
        if (auto* file = qobject_cast<QFileDevice*>(&m_out)) // in order with what goes to standard error
            file->flush();
    }

    void print(const QStringList& lines)
    {
        for (const QString& line : lines)
            print(line);
    }

    DataSet::Progress progress(const QString& what) const
    {
        return [what, shows = m_command.showProgress](double share) {
            if (shows)
                std::fprintf(stderr, "\r%s %3d %%%s", what.toLocal8Bit().constData(),
                             static_cast<int>(share * 100), share >= 1 ? "\r          \r" : "");
            return !interrupted;
        };
    }

    std::optional<ExitCode> chooseSheet()
    {
        QStringList names;
        for (const TableSheet& sheet : m_table.sheets)
            names << sheet.name;
        m_sheet = m_command.sheet.isEmpty() ? &likeliestSheet(m_table) : sheetNamed(m_table, m_command.sheet);
        if (!m_sheet)
            return wrong(tr("--sheet: %1 has no sheet %2. It has: %3.")
                             .arg(m_table.fileName, m_command.sheet, names.join(QLatin1String(", "))));
        if (names.size() > 1)
            print(tr("Sheet %1 of: %2").arg(m_sheet->name, names.join(QLatin1String(", "))));
        return std::nullopt;
    }

    std::optional<ExitCode> writeFiles(const ImportPlan& plan)
    {
        if (!m_command.saveMapping.isEmpty()) {
            if (const auto written =
                    writeFile(m_command.saveMapping, mappingToJson(m_mapping, plan.meanings));
                !written)
                return failed(written.error());
            print(tr("The mapping is in %1.").arg(m_command.saveMapping));
        }
        const QByteArray rejects = rejectedRows(m_table, *m_sheet, plan, duplicates());
        if (rejects.isEmpty())
            return std::nullopt;
        if (m_command.rejects.isEmpty()) {
            print(tr(
                "With --rejects FILE the rows that are not imported are written to a file, to be mended."));
            return std::nullopt;
        }
        if (const auto written = writeFile(m_command.rejects, rejects); !written)
            return failed(written.error());
        print(tr("The rows that are not imported are in %1. Mend them there and import that file.")
                  .arg(m_command.rejects));
        return std::nullopt;
    }

    ExitCode save(const ImportPlan& plan)
    {
        const ExitCode code = plan.count(RowVerdict::Error) > 0 ? ExitCode::Failed : ExitCode::Ok;
        if (m_command.dryRun) {
            print(tr("Nothing was changed (--dry-run)."));
            return code;
        }
        const Stamp stamp{m_command.editor, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)};
        const auto saved =
            interdict::runImport(m_dataSet, m_gazetteer, plan, duplicates(), stamp, progress(tr("Saving")));
        if (!saved && interrupted)
            return failed({Error::Kind::Cancelled, tr("Cancelled; nothing was imported."), {}});
        if (!saved)
            return failed(saved.error());
        print(saved->change.events.empty()
                  ? tr("Nothing was to be changed.")
                  : tr("%n event(s) saved in %1.", static_cast<int>(saved->change.events.size()))
                        .arg(m_dataSet.path()));
        return code;
    }

    const ImportCommand& m_command;
    QIODevice& m_out;
    DataSet& m_dataSet;
    const Gazetteer& m_gazetteer;
    const ImportTable m_table;
    const TableSheet* m_sheet = nullptr;
    ImportMapping m_mapping;
};

} // namespace

ExitCode runImport(const ImportCommand& command, QIODevice& out)
{
    auto table = readTable(command.table, {command.delimiter, command.encoding, std::nullopt});
    if (!table)
        return failed(table.error());
    auto dataSet = openedDataSet(command);
    if (!dataSet)
        return failed(dataSet.error());
    const Gazetteer gazetteer = builtInGazetteer();
    for (const int signal : {SIGINT, SIGTERM})
        std::signal(signal, interrupt);
    return Import(command, out, *dataSet, gazetteer, std::move(*table)).run();
}

} // namespace interdict
