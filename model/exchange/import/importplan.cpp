// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/importplan.h"

#include "model/edit/twins.h"
#include "model/edit/validation.h"
#include "model/exchange/import/storedevents.h"
#include "model/exchange/jsonlines.h"

#include <QCoreApplication>
#include <QLocale>

namespace interdict {

namespace {

using T = ImportTarget;
constexpr double loadingShare = 0.3; // of the progress

QString tr(const char* text)
{
    return QCoreApplication::translate("Import", text);
}

T targetOf(EventField field)
{
    for (const ImportTargetInfo& row : importTargets())
        if (row.field == field)
            return row.target;
    return T::Ignore;
}

// The stored sources with the row's: of the same address or title the row's own words win.
std::vector<Source> mergedSources(std::vector<Source> stored, const RowEvent& row)
{
    for (std::size_t i = 0; i < row.event.sources.size(); ++i) {
        const Source& given = row.event.sources[i];
        const auto same = std::find_if(stored.begin(), stored.end(), [&given](const Source& source) {
            return given.url.isEmpty() ? source.title == given.title
                                       : comparableUrl(source.url) == comparableUrl(given.url);
        });
        if (same == stored.end()) {
            stored.push_back(given);
            continue;
        }
        if (row.titlesOfSourcesGiven[i])
            same->title = given.title;
        for (QString Source::*text : {&Source::publisher, &Source::kind, &Source::archivedUrl})
            if (!(given.*text).isEmpty())
                (*same).*text = given.*text;
        if (given.date)
            same->date = given.date;
    }
    return stored;
}

Event updated(const Event& stored, const RowEvent& row)
{
    Event event = stored;
    for (const EventFieldInfo& field : eventFields())
        if (row.filled.test(static_cast<std::size_t>(field.field)) && field.field != EventField::Sources)
            field.copy(row.event, event);
    if (row.filled.test(static_cast<std::size_t>(EventField::Country)) && event.country != stored.country &&
        !row.filled.test(static_cast<std::size_t>(EventField::Subdivision)))
        event.subdivision.clear();
    event.sources = mergedSources(stored.sources, row);
    return event;
}

class Planner
{
public:
    Planner(const ImportMapping& mapping, const ImportContext& context, const StoredEvents& stored)
        : m_vocabulary(context.dataSet.vocabulary())
        , m_context(context)
        , m_stored(stored)
        , m_values(m_vocabulary, context.gazetteer, mapping)
        , m_reader(mapping, m_values, m_vocabulary, context.gazetteer)
    {
    }

    void add(std::size_t index, const TableRow& row, bool isRecord, const QString& fileName)
    {
        PlannedRow planned;
        planned.row = index;
        planned.number = row.number;
        RowEvent read = isRecord ? readRecord(row, fileName) : m_reader.read(row);
        if (read.problems.empty())
            judge(planned, read, isRecord);
        planned.problems.insert(planned.problems.end(), read.problems.begin(), read.problems.end());
        if (!planned.problems.empty())
            planned.verdict = RowVerdict::Error;
        m_plan.rows.push_back(std::move(planned));
    }

    ImportPlan finished(const QString& fileName)
    {
        checkRelations();
        m_plan.fileName = fileName;
        m_plan.meanings = m_values.meanings();
        return std::move(m_plan);
    }

private:
    // A line of the record's own format says everything.
    RowEvent readRecord(const TableRow& row, const QString& fileName) const
    {
        RowEvent result;
        result.filled.set();
        if (!row.problem.isEmpty()) {
            result.problems.push_back({T::Ignore, QString::fromUtf8(row.json), row.problem});
            return result;
        }
        auto event = readEventLine(row.json, QStringLiteral("%1:%2").arg(fileName).arg(row.number),
                                   m_vocabulary, m_context.gazetteer);
        if (event)
            result.event = std::move(*event);
        else
            result.problems.push_back({T::Ignore, {}, event.error().message});
        result.titlesOfSourcesGiven.assign(result.event.sources.size(), true);
        return result;
    }

    void judge(PlannedRow& planned, RowEvent& row, bool isRecord)
    {
        const Event* stored = m_stored.find(row.event.uid);
        if (!settleUid(planned, row, stored))
            return;
        m_rowOfUid.insert(row.event.uid, m_plan.rows.size());
        if (stored) {
            Event after = isRecord ? row.event : updated(*stored, row);
            after.revision = stored->revision;
            planned.verdict = sameContent(*stored, after) ? RowVerdict::Unchanged : RowVerdict::Update;
            planned.change = {*stored, std::move(after)};
        } else {
            const Event* twin = isRecord ? nullptr : m_stored.twinOf(row.event);
            planned.verdict = twin ? RowVerdict::Duplicate : RowVerdict::New;
            planned.twin = twin ? twin->uid : QString();
            m_plan.titlesMade += row.titleMade;
            planned.change = {std::nullopt, std::move(row.event)};
        }
        if (planned.verdict != RowVerdict::Unchanged)
            check(planned);
    }

    // An id counts once a file. False where the row is done with: it says what another has said.
    bool settleUid(PlannedRow& planned, RowEvent& row, const Event*& stored)
    {
        const auto before = m_rowOfUid.constFind(row.event.uid);
        if (before == m_rowOfUid.cend())
            return true;
        const PlannedRow& other = m_plan.rows[*before];
        if (!row.uidMade) {
            row.problems.push_back(
                {T::Uid, row.event.uid,
                 tr("Row %1 has this id already. Give each event its own.").arg(other.number)});
            return false;
        }
        Event same = row.event;
        if (!other.change.before && other.change.after && sameContent(*other.change.after, same)) {
            planned.verdict = RowVerdict::Duplicate;
            planned.twin = row.event.uid;
            return false;
        }
        const QString stem = row.event.uid;
        for (int& n = m_lastOfStem[stem]; m_rowOfUid.contains(row.event.uid); ++n)
            row.event.uid = QStringLiteral("%1-%2").arg(stem).arg(n + 2);
        stored = m_stored.find(row.event.uid);
        return true;
    }

    void check(PlannedRow& planned) const
    {
        for (const Finding& finding :
             validate(*planned.change.after, m_vocabulary, m_context.gazetteer, m_context.today)) {
            if (finding.severity == Finding::Severity::Error)
                planned.problems.push_back(
                    {targetOf(finding.field), textOf(*planned.change.after, finding.field), finding.message});
            else
                planned.doubts << finding.message;
        }
    }

    QString textOf(const Event& event, EventField field) const
    {
        return fieldText(event, field, m_vocabulary, m_context.gazetteer, QLocale::c());
    }

    // What a row relates to must be stored, or be saved with it; a row that fails may take others with it.
    void checkRelations()
    {
        for (bool changed = true; changed;) {
            changed = false;
            for (PlannedRow& row : m_plan.rows)
                if (row.verdict != RowVerdict::Error && row.change.after)
                    for (const Relation& relation : row.change.after->relations)
                        if (!isThere(relation.uid)) {
                            row.problems.push_back(
                                {T::Relations, relation.uid,
                                 tr("No event has the id %1, neither in the data set nor in a good "
                                    "row of the file.")
                                     .arg(relation.uid)});
                            row.verdict = RowVerdict::Error;
                            changed = true;
                        }
        }
    }

    bool isThere(const QString& uid) const
    {
        const auto it = m_rowOfUid.constFind(uid);
        return m_stored.find(uid) || (it != m_rowOfUid.cend() && m_plan.rows[*it].verdict == RowVerdict::New);
    }

    const Vocabulary& m_vocabulary;
    const ImportContext& m_context;
    const StoredEvents& m_stored;
    ValueReader m_values;
    RowReader m_reader;
    ImportPlan m_plan;
    QHash<QString, std::size_t> m_rowOfUid;
    QHash<QString, int> m_lastOfStem; // how many numbers of a made id are taken
};

Result<std::shared_ptr<const StoredEvents>> storedEvents(const ImportContext& context,
                                                         const DataSet::Progress& progress)
{
    if (context.stored && context.dataSet.lastStep().value_or(-1) == context.stored->step())
        return context.stored;
    return StoredEvents::load(context.dataSet, context.gazetteer, progress).map([](StoredEvents events) {
        return std::shared_ptr<const StoredEvents>(std::make_shared<StoredEvents>(std::move(events)));
    });
}

} // namespace

int ImportPlan::count(RowVerdict verdict) const
{
    return static_cast<int>(std::count_if(
        rows.begin(), rows.end(), [verdict](const PlannedRow& row) { return row.verdict == verdict; }));
}

Result<ImportPlan> planImport(const ImportTable& table, const TableSheet& sheet, const ImportMapping& mapping,
                              const ImportContext& context, const DataSet::Progress& progress)
{
    const auto loading = [&progress](double share) { return !progress || progress(share * loadingShare); };
    const auto stored = storedEvents(context, loading);
    if (!stored)
        return tl::make_unexpected(stored.error());
    Planner planner(mapping, context, **stored);
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(sheet.rows.size());
        if (progress && i % 500 == 0 && !progress(loadingShare + share * (1 - loadingShare)))
            return failure(Error::Kind::Cancelled, tr("Cancelled; nothing was imported."));
        planner.add(i, sheet.rows[i], sheet.isRecord, table.fileName);
    }
    ImportPlan plan = planner.finished(table.fileName);
    plan.stored = *stored;
    return plan;
}

std::vector<EventChange> changesOf(const ImportPlan& plan, Duplicates duplicates)
{
    std::vector<EventChange> changes;
    for (const PlannedRow& row : plan.rows) {
        const bool added = row.verdict == RowVerdict::Duplicate && duplicates == Duplicates::Add &&
                           row.change.after; // a row that repeats another is never added
        if (row.verdict == RowVerdict::New || row.verdict == RowVerdict::Update || added)
            changes.push_back(row.change);
    }
    return changes;
}

QString importStepName(const ImportPlan& plan)
{
    return tr("Import of %1").arg(plan.fileName);
}

Result<DataSet::Saved> runImport(DataSet& dataSet, const Gazetteer& gazetteer, const ImportPlan& plan,
                                 Duplicates duplicates, const Stamp& stamp, const DataSet::Progress& progress)
{
    const std::vector<EventChange> changes = changesOf(plan, duplicates);
    if (changes.empty())
        return DataSet::Saved{};
    return dataSet.save(changes, gazetteer, stamp, importStepName(plan), progress);
}

} // namespace interdict
