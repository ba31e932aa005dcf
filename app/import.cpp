// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import.h"

#include "app/query.h"
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

constexpr int shownErrors = 10;
constexpr int shownMeanings = 12;

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

// "COLUMN=FIELD" and the like, divided at the last or first equals sign.
std::optional<std::pair<QString, QString>> halves(const QString& text, qsizetype at)
{
    if (at <= 0)
        return std::nullopt;
    return std::pair(text.left(at).trimmed(), text.mid(at + 1).trimmed());
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
        printTable();
        if (const auto refused = chooseMapping())
            return *refused;
        if (!m_sheet->isRecord)
            printMapping();
        if (const auto refused = questions())
            return *refused;
        const auto plan = planImport(m_table, *m_sheet, m_mapping, {m_dataSet, m_gazetteer, localToday()},
                                     progress(tr("Reading")));
        if (!plan)
            return failed(plan.error());
        printPlan(*plan);
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

    void printTable()
    {
        print(tr("%1: %n row(s)", static_cast<int>(m_sheet->rows.size())).arg(m_table.fileName) +
              (m_table.encoding.isEmpty() ? QString() : QStringLiteral(", ") + m_table.encoding));
        if (m_sheet->headerRow > 1)
            print(tr("The names of the columns stand in row %1.").arg(m_sheet->headerRow));
        if (m_sheet->headerRow == 0 && m_table.format != ImportTable::Format::Json)
            print(tr("The table has no row of column names; they are numbered."));
        for (const QString& hint : m_table.hints)
            print(hint);
    }

    std::optional<ExitCode> chooseMapping()
    {
        m_mapping = guessMapping(m_table, *m_sheet, m_dataSet.vocabulary(), m_gazetteer);
        if (!m_command.mapping.isEmpty()) {
            QFile file(m_command.mapping);
            if (!file.open(QIODevice::ReadOnly))
                return failed(
                    {Error::Kind::NotFound,
                     tr("--mapping: %1 cannot be read: %2.").arg(m_command.mapping, file.errorString()),
                     {}});
            auto mapping =
                mappingFromJson(file.readAll(), m_command.mapping).and_then([&](const ImportMapping& saved) {
                    return fitted(saved, *m_sheet, m_command.mapping);
                });
            if (!mapping)
                return failed(mapping.error());
            m_mapping = std::move(*mapping);
        }
        if (const auto refused = applyOptions())
            return refused;
        if (m_command.dateOrder)
            m_mapping.dateOrder = m_command.dateOrder;
        else if (!m_mapping.dateOrder)
            m_mapping.dateOrder = dateOrderEvidence(*m_sheet, m_mapping.columns).order();
        return std::nullopt;
    }

    std::optional<ExitCode> applyOptions()
    {
        for (const QString& text : m_command.columns)
            if (const auto refused = mapColumn(text))
                return refused;
        for (const QString& text : m_command.defaults) {
            const auto pair = halves(text, text.indexOf(u'='));
            const auto target = pair ? targetFromKey(pair->first) : std::nullopt;
            if (!target)
                return wrong(
                    tr("--default: expected FIELD=VALUE, not %1. Fields: %2.").arg(text, fieldKeys()));
            m_mapping.defaults.insert_or_assign(*target, pair->second);
        }
        for (const QString& text : m_command.values) {
            const auto pair = halves(text, text.lastIndexOf(u'='));
            const auto target = pair ? targetFromKey(pair->first.section(u':', 0, 0)) : std::nullopt;
            if (!target)
                return wrong(
                    tr("--value: expected FIELD:TEXT=MEANING, not %1. Fields: %2.").arg(text, fieldKeys()));
            m_mapping.values[*target].insert_or_assign(pair->first.section(u':', 1), pair->second);
        }
        return std::nullopt;
    }

    // "Land=country", or "Uses TikTok=platform_flag:TikTok"
    std::optional<ExitCode> mapColumn(const QString& text)
    {
        const auto pair = halves(text, text.lastIndexOf(u'='));
        const auto target = pair ? targetFromKey(pair->second.section(u':', 0, 0)) : std::nullopt;
        if (!target)
            return wrong(tr("--map: expected COLUMN=FIELD, not %1. Fields: %2.").arg(text, fieldKeys()));
        const auto column = std::find_if(m_mapping.columns.begin(), m_mapping.columns.end(),
                                         [&pair](const ColumnMapping& candidate) {
                                             return foldedName(candidate.header) == foldedName(pair->first);
                                         });
        if (column == m_mapping.columns.end())
            return wrong(tr("--map: there is no column %1. There are: %2.")
                             .arg(pair->first, m_sheet->header.join(QLatin1String(", "))));
        if (!info(*target).repeats)
            for (ColumnMapping& other : m_mapping.columns)
                if (other.target == *target)
                    other.target = ImportTarget::Ignore;
        *column = {column->header, *target, pair->second.section(u':', 1)};
        if (*target == ImportTarget::PlatformFlag && !m_dataSet.vocabulary().platform(column->platform))
            return wrong(
                tr("--map: platform_flag needs a platform of the data set: COLUMN=platform_flag:NAME."));
        return std::nullopt;
    }

    static QString fieldKeys()
    {
        QStringList keys;
        for (const ImportTargetInfo& row : importTargets())
            keys << QLatin1String(row.key);
        return keys.join(QLatin1String(", "));
    }

    static QString meaningOf(const ColumnMapping& column)
    {
        if (column.target == ImportTarget::Ignore)
            return tr("(ignored)");
        const QString key = QStringLiteral("→ ") + QLatin1String(info(column.target).key);
        return column.platform.isEmpty() ? key : key + u':' + column.platform;
    }

    void printMapping()
    {
        qsizetype width = 0;
        for (const ColumnMapping& column : m_mapping.columns)
            width = std::max(width, std::min(column.header.size(), qsizetype(40)));
        print(tr("Columns"));
        for (const ColumnMapping& column : m_mapping.columns)
            print(QStringLiteral("  ") + column.header.simplified().leftJustified(width) +
                  QStringLiteral("  ") + meaningOf(column));
        for (const auto& [target, text] : m_mapping.defaults)
            print(tr("  Where empty, %1 is \"%2\".").arg(QLatin1String(info(target).key), text));
        const DateOrderEvidence evidence = dateOrderEvidence(*m_sheet, m_mapping.columns);
        if (m_mapping.dateOrder && evidence.eitherWay > 0)
            print(tr("Dates such as %1 are read as %2.")
                      .arg(evidence.example, dateOrderCode(*m_mapping.dateOrder)));
    }

    // What must be answered before anything is done.
    std::optional<ExitCode> questions()
    {
        if (m_sheet->isRecord)
            return std::nullopt;
        const auto missing = [this](ImportTarget target) { return !m_mapping.has(target); };
        const QString advice = tr(" The columns are: %1.").arg(m_sheet->header.join(QLatin1String(", ")));
        if (missing(ImportTarget::Start))
            return wrong(tr("No column holds dates. Say which does with --map \"COLUMN=date\".") + advice);
        if (missing(ImportTarget::Place) && missing(ImportTarget::Subdivision))
            return wrong(
                tr("No column holds jurisdictions. Say which does with --map \"COLUMN=country\", or give one "
                   "for all with --default country=CODE.") +
                advice);
        const DateOrderEvidence evidence = dateOrderEvidence(*m_sheet, m_mapping.columns);
        if (!m_mapping.dateOrder && evidence.eitherWay > 0) {
            const QString question = tr("%n date(s) such as %1 can be read in two ways, and the table does "
                                        "not show which is meant. Say "
                                        "--date-order dmy or --date-order mdy.",
                                        evidence.eitherWay)
                                         .arg(evidence.example);
            if (!m_command.dryRun)
                return wrong(question);
            print(question);
        }
        return std::nullopt;
    }

    void printPlan(const ImportPlan& plan)
    {
        printMeanings(plan);
        printUnknown(plan);
        if (plan.titlesMade > 0)
            print(tr("%n title(s) made from the other fields, as the table has none.", plan.titlesMade));
        printDoubts(plan);
        print(tr("%1 new, %2 updated, %3 unchanged, %4, %5 with errors")
                  .arg(plan.count(RowVerdict::New))
                  .arg(plan.count(RowVerdict::Update))
                  .arg(plan.count(RowVerdict::Unchanged))
                  .arg(tr("%n possible duplicate(s)", plan.count(RowVerdict::Duplicate)))
                  .arg(plan.count(RowVerdict::Error)));
        printRows(plan, RowVerdict::Error);
        printRows(plan, RowVerdict::Duplicate);
    }

    void printDoubts(const ImportPlan& plan)
    {
        std::map<QString, int> counts;
        for (const PlannedRow& row : plan.rows)
            for (const QString& doubt : row.problems.empty() ? row.doubts : QStringList())
                ++counts[doubt];
        if (!counts.empty())
            print(tr("Worth a look, but no hindrance"));
        int shown = 0;
        for (const auto& [doubt, count] : counts)
            if (++shown <= shownErrors)
                print(tr("  %n row(s): ", count) + doubt);
        if (shown > shownErrors)
            print(tr("  and %n more", shown - shownErrors));
    }

    QStringList codesOf(ImportTarget target) const
    {
        QStringList codes;
        if (const auto kind = termKindOf(target))
            for (const Term& term : m_dataSet.vocabulary().terms(*kind))
                codes << term.code;
        return codes;
    }

    static std::map<ImportTarget, std::vector<TextMeaning>> meaningsOf(const ImportPlan& plan,
                                                                       TextMeaning::Kind kind)
    {
        std::map<ImportTarget, std::vector<TextMeaning>> byTarget;
        for (const TextMeaning& meaning : plan.meanings)
            if (meaning.kind == kind && !meaning.text.isEmpty())
                byTarget[meaning.target].push_back(meaning);
        return byTarget;
    }

    void printUnknown(const ImportPlan& plan)
    {
        const auto unknown = meaningsOf(plan, TextMeaning::Kind::Unknown);
        if (!unknown.empty())
            print(tr("Not understood (say what they mean with --value \"FIELD:TEXT=CODE\")"));
        for (const auto& [target, meanings] : unknown) {
            QStringList shown;
            for (const TextMeaning& meaning : meanings)
                if (shown.size() < shownMeanings)
                    shown << QStringLiteral("\"%1\"").arg(meaning.text.simplified().left(70));
            const QStringList codes = codesOf(target);
            print(QStringLiteral("  %1: ").arg(QLatin1String(info(target).key)) +
                  shown.join(QLatin1String(", ")) +
                  (codes.isEmpty() ? QString() : tr(" (codes: %1)").arg(codes.join(QLatin1String(", ")))));
        }
    }

    void printMeanings(const ImportPlan& plan)
    {
        const auto guessed = meaningsOf(plan, TextMeaning::Kind::Guessed);
        if (!guessed.empty())
            print(
                tr("Taken to mean (say otherwise with --value, or in the file that --save-mapping writes)"));
        for (const auto& [target, meanings] : guessed) {
            int shown = 0;
            for (const TextMeaning& meaning : meanings)
                if (++shown <= shownMeanings)
                    print(QStringLiteral("  %1 \"%2\" → %3")
                              .arg(QLatin1String(info(target).key), meaning.text.simplified().left(70),
                                   meaning.codes.join(QLatin1String(", "))));
            if (shown > shownMeanings)
                print(tr("  and %n more of this field", shown - shownMeanings));
        }
    }

    void printRows(const ImportPlan& plan, RowVerdict verdict)
    {
        int shown = 0;
        for (const PlannedRow& row : plan.rows) {
            if (row.verdict != verdict || ++shown > shownErrors)
                continue;
            if (verdict == RowVerdict::Duplicate)
                print(tr("  Row %1: likely the same as %2").arg(row.number).arg(row.twin));
            for (const RowProblem& problem : row.problems)
                print(problem.target == ImportTarget::Ignore
                          ? tr("  Row %1: %2").arg(row.number).arg(problem.message)
                          : tr("  Row %1, %2: %3")
                                .arg(row.number)
                                .arg(targetLabel(problem.target), problem.message));
        }
        if (shown > shownErrors)
            print(tr("  and %n more row(s)", shown - shownErrors));
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
