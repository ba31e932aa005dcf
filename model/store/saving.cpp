// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A step of changes, all or nothing.
#include "model/store/eventwriter.h"
#include "model/store/vocabularywriter.h"

namespace interdict {

using namespace store;

namespace {

constexpr std::size_t changesPerReport = 512;

struct StoredEvent
{
    std::int64_t id = 0;
    int revision = 0;
};

class Saving
{
public:
    Saving(SQLite::Database& database, const TermIds& ids, const Gazetteer& gazetteer, const Stamp& stamp,
           std::int64_t step)
        : m_database(database)
        , m_writer(database, ids, gazetteer, stamp, step)
        , m_find(m_database, "SELECT id, revision FROM event WHERE uid = ?1")
        , m_last(m_database, "SELECT max(revision) FROM revision WHERE uid = ?1")
    {
    }

    // Gives the changes their revision numbers.
    void run(std::vector<EventChange>& changes, const DataSet::Progress& progress)
    {
        m_database.exec("PRAGMA defer_foreign_keys = ON"); // relations within the step may come in any order
        const std::vector<std::optional<StoredEvent>> stored = checked(changes);
        std::vector<std::int64_t> ids(changes.size());
        for (std::size_t i = 0; i < changes.size(); ++i) {
            named(changes[i].uid(), [&] { ids[i] = write(changes[i], stored[i]); });
            report(progress, i, changes.size());
        }
        for (std::size_t i = 0; i < changes.size(); ++i)
            if (changes[i].after)
                named(changes[i].uid(), [&] { m_writer.addRelations(ids[i], *changes[i].after); });
        refuseLooseRelations(changes, stored);
    }

private:
    std::optional<StoredEvent> find(const QString& uid)
    {
        m_find.reset();
        m_find.bind(1, uid.toStdString());
        if (!m_find.executeStep())
            return std::nullopt;
        const StoredEvent stored{m_find.getColumn(0).getInt64(), m_find.getColumn(1).getInt()};
        m_find.reset();
        return stored;
    }

    // Each change must have been made from what is stored.
    std::vector<std::optional<StoredEvent>> checked(std::span<const EventChange> changes)
    {
        std::vector<std::optional<StoredEvent>> all;
        all.reserve(changes.size());
        QStringList conflicts;
        for (const EventChange& change : changes) {
            const auto stored = find(change.uid());
            const bool agrees =
                change.before ? stored && stored->revision == change.before->revision : !stored.has_value();
            if (!agrees)
                conflicts << change.uid();
            all.push_back(stored);
        }
        if (!conflicts.isEmpty())
            throw Failure(
                Error::Kind::Conflict,
                tr("%1 was changed meanwhile, elsewhere. Nothing was saved.").arg(conflicts.first()),
                conflicts.join(u'\n'));
        return all;
    }

    int nextRevision(const QString& uid)
    {
        m_last.reset();
        m_last.bind(1, uid.toStdString());
        m_last.executeStep();
        const int last = m_last.getColumn(0).getInt(); // NULL is 0
        m_last.reset();
        return last + 1;
    }

    std::int64_t write(EventChange& change, const std::optional<StoredEvent>& stored)
    {
        const int revision = nextRevision(change.uid());
        if (stored)
            m_writer.removeRelations(stored->id);
        if (!change.after) {
            m_writer.remove(stored->id, change.uid(), revision);
            return stored->id;
        }
        change.after->revision = revision;
        if (!stored)
            return m_writer.add(*change.after);
        m_writer.update(stored->id, *change.after);
        return stored->id;
    }

    // What is deleted may not be related to by an event that stays.
    void refuseLooseRelations(std::span<const EventChange> changes,
                              const std::vector<std::optional<StoredEvent>>& stored)
    {
        SQLite::Statement loose(m_database, "SELECT e.uid FROM relation r JOIN event e ON e.id = r.event "
                                            "WHERE r.other = ?1 LIMIT 1");
        for (std::size_t i = 0; i < changes.size(); ++i) {
            if (changes[i].after)
                continue;
            loose.reset();
            loose.bind(1, stored[i]->id);
            if (loose.executeStep())
                throw Failure(Error::Kind::BadInput,
                              tr("%1 cannot be deleted: %2 relates to it. Take that relation out first.")
                                  .arg(changes[i].uid(), textOf(loose, 0)));
        }
    }

    static void report(const DataSet::Progress& progress, std::size_t done, std::size_t all)
    {
        if (progress && done % changesPerReport == 0 &&
            !progress(static_cast<double>(done) / static_cast<double>(all)))
            throw Failure(Error::Kind::Cancelled, tr("Saving was cancelled. Nothing was changed."));
    }

    SQLite::Database& m_database;
    EventWriter m_writer;
    SQLite::Statement m_find, m_last;
};

std::int64_t beginStep(SQLite::Database& database, const Stamp& stamp, const QString& what)
{
    SQLite::Statement insert(database, "INSERT INTO change (at, editor, what) VALUES (?1, ?2, ?3)");
    insert.bind(1, stamp.when.toStdString());
    insert.bind(2, stamp.editor.toStdString());
    insert.bind(3, what.toStdString());
    insert.exec();
    return database.getLastInsertRowid();
}

} // namespace

// Terms are those of this object only once the transaction has come through.
Result<DataSet::Saved> DataSet::save(const RecordChange& change, const Gazetteer& gazetteer,
                                     const Stamp& stamp, const QString& what, const Progress& progress)
{
    Saved saved{change, 0};
    StoredVocabulary terms;
    const auto written = d->write([&] {
        const bool isNewer = isVocabularyNewer(*d->database, d->terms.step); // another connection's
        terms = isNewer ? readTerms(*d->database, d->path) : d->terms;
        saved.step = beginStep(*d->database, stamp, what);
        if (change.vocabulary)
            terms = beginVocabulary(*d, *change.vocabulary, terms);
        Saving(*d->database, terms.ids, gazetteer, stamp, saved.step).run(saved.change.events, progress);
        updateMilestones(*d, change.milestones, terms.ids);
        if (change.vocabulary)
            terms = endVocabulary(*d, *change.vocabulary, terms.ids, saved.step);
    });
    if (!written)
        return tl::make_unexpected(written.error());
    d->terms = std::move(terms);
    return saved;
}

} // namespace interdict
