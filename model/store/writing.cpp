// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that puts events and milestones into a data set.
#include "model/exchange/jsonlines.h"
#include "model/store/dataset_p.h"
#include "model/store/searchtext.h"
#include "model/vocabulary/gazetteer.h"

#include <sqlite3.h>

namespace interdict {

using namespace store;

namespace {

void run(SQLite::Statement& statement)
{
    statement.exec();
    statement.reset();
}

void bindId(SQLite::Statement& statement, int index, const std::optional<std::int64_t>& id)
{
    id ? statement.bind(index, *id) : statement.bind(index);
}

// Text, first and last day, in three columns from `index` on.
void bindDate(SQLite::Statement& statement, int index, const std::optional<PartialDate>& date)
{
    if (date) {
        statement.bind(index, date->text().toStdString());
        statement.bind(index + 1, date->interval().first);
        statement.bind(index + 2, date->interval().last);
        return;
    }
    for (int i = 0; i < 3; ++i)
        statement.bind(index + i);
}

void insertSources(SQLite::Statement& insert, std::int64_t owner, const std::vector<Source>& sources)
{
    int position = 0;
    for (const Source& source : sources) {
        insert.bind(1, owner);
        insert.bind(2, position++);
        bindText(insert, 3, source.title);
        bindText(insert, 4, source.publisher);
        bindText(insert, 5, source.url);
        bindText(insert, 6, source.date ? source.date->text() : QString());
        bindText(insert, 7, source.kind);
        bindText(insert, 8, source.archivedUrl);
        run(insert);
    }
}

QString contradiction(int code)
{
    switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
        return tr("another entry has this id already.");
    case SQLITE_CONSTRAINT_NOTNULL:
        return tr("the id or the title is missing.");
    default:
        return tr("the dates, the place or the relations contradict each other.");
    }
}

// Says which entry could not be stored.
template <typename Entry, typename Work>
void named(const Entry& entry, Work work)
{
    const auto refusal = [&entry](const QString& why, const QString& detail) {
        return Failure(Error::Kind::BadInput, tr("%1: %2").arg(entry.uid, why), detail);
    };
    try {
        work();
    } catch (const Failure& failed) {
        throw refusal(failed.error.message, failed.error.detail);
    } catch (const SQLite::Exception& exception) {
        if (exception.getErrorCode() != SQLITE_CONSTRAINT)
            throw;
        throw refusal(contradiction(exception.getExtendedErrorCode()), QString::fromUtf8(exception.what()));
    }
}

class EventWriter
{
public:
    EventWriter(SQLite::Database& database, const TermIds& ids, const Gazetteer& gazetteer)
        : m_ids(ids)
        , m_gazetteer(gazetteer)
        , m_database(database)
        , m_event(database,
                  "INSERT INTO event (uid, revision, title, start_date, start_first, start_last, end_date, "
                  "end_first, end_last, country, subdivision, authority, measure, scope, status, "
                  "confidence, summary, note) VALUES "
                  "(?1, 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)")
        , m_platform(database, "INSERT INTO event_platform (event, position, platform) VALUES (?1, ?2, ?3)")
        , m_concern(database, "INSERT INTO event_concern (event, position, concern) VALUES (?1, ?2, ?3)")
        , m_source(database, "INSERT INTO source (event, position, title, publisher, url, date, kind, "
                             "archived_url) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
        , m_relation(database, "INSERT INTO relation (event, position, kind, other) VALUES (?1, ?2, ?3, ?4)")
        , m_findUid(database, "SELECT id FROM event WHERE uid = ?1")
        , m_revision(database,
                     "INSERT INTO revision (uid, revision, at, editor, content) VALUES (?1, ?2, ?3, ?4, ?5)")
        , m_search(database,
                   "INSERT INTO event_search (rowid, title, authority, summary, note, sources, platforms, "
                   "place) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
    {
    }

    std::int64_t add(const Event& event, const Stamp& stamp)
    {
        const std::int64_t id = insertRow(event);
        insertLists(id, event);
        insertSources(m_source, id, event.sources);
        insertSearch(id, event);
        insertRevision(event, stamp);
        return id;
    }

    // Apart, since a relation may point at an event that comes later.
    void addRelations(std::int64_t id, const Event& event)
    {
        int position = 0;
        for (const Relation& relation : event.relations) {
            m_relation.bind(1, id);
            m_relation.bind(2, position++);
            bindId(m_relation, 3, m_ids.id(TermKind::Relation, relation.kind));
            m_relation.bind(4, idOf(relation.uid));
            run(m_relation);
        }
    }

private:
    std::int64_t insertRow(const Event& event)
    {
        bindText(m_event, 1, event.uid);
        bindText(m_event, 2, event.title);
        bindDate(m_event, 3, event.start);
        bindDate(m_event, 6, event.end);
        bindText(m_event, 9, event.country);
        bindText(m_event, 10, event.subdivision);
        bindText(m_event, 11, event.authority);
        bindId(m_event, 12, m_ids.id(TermKind::Measure, event.measure));
        bindId(m_event, 13, m_ids.id(TermKind::Scope, event.scope));
        bindId(m_event, 14, m_ids.id(TermKind::Status, event.status));
        bindId(m_event, 15, m_ids.id(TermKind::Confidence, event.confidence));
        bindText(m_event, 16, event.summary);
        bindText(m_event, 17, event.note);
        run(m_event);
        return m_database.getLastInsertRowid();
    }

    void insertLists(std::int64_t id, const Event& event)
    {
        int position = 0;
        for (const QString& name : event.platforms)
            insertPart(m_platform, id, position++, m_ids.platformId(name));
        position = 0;
        for (const QString& code : event.concerns)
            insertPart(m_concern, id, position++, m_ids.id(TermKind::Concern, code));
    }

    static void insertPart(SQLite::Statement& insert, std::int64_t id, int position,
                           std::optional<std::int64_t> part)
    {
        insert.bind(1, id);
        insert.bind(2, position);
        bindId(insert, 3, part);
        run(insert);
    }

    void insertSearch(std::int64_t id, const Event& event)
    {
        QStringList sources;
        for (const Source& source : event.sources)
            sources << source.title << source.publisher;
        const QStringList texts{event.title,      event.authority,     event.summary,
                                event.note,       sources.join(u'\n'), event.platforms.join(u'\n'),
                                placeNames(event)};
        m_search.bind(1, id);
        for (int i = 0; i < texts.size(); ++i)
            bindText(m_search, i + 2, searchText(texts[i]));
        run(m_search);
    }

    QString placeNames(const Event& event) const
    {
        const QString country = m_gazetteer.name(event.country);
        return event.subdivision.isEmpty() ? country : m_gazetteer.name(event.subdivision) + u'\n' + country;
    }

    void insertRevision(const Event& event, const Stamp& stamp)
    {
        m_revision.bind(1, event.uid.toStdString());
        m_revision.bind(2, 1);
        m_revision.bind(3, stamp.when.toStdString());
        m_revision.bind(4, stamp.editor.toStdString());
        m_revision.bind(5, eventToJson(event).toStdString());
        run(m_revision);
    }

    std::int64_t idOf(const QString& uid)
    {
        m_findUid.reset();
        m_findUid.bind(1, uid.toStdString());
        if (!m_findUid.executeStep())
            throw Failure(Error::Kind::BadInput, tr("the related event %1 is not in the data set.").arg(uid));
        const std::int64_t id = m_findUid.getColumn(0).getInt64();
        m_findUid.reset();
        return id;
    }

    const TermIds& m_ids;
    const Gazetteer& m_gazetteer;
    SQLite::Database& m_database;
    SQLite::Statement m_event, m_platform, m_concern, m_source, m_relation, m_findUid, m_revision, m_search;
};

void insertMilestone(SQLite::Statement& insert, const TermIds& ids, const Milestone& milestone)
{
    bindText(insert, 1, milestone.uid);
    bindText(insert, 2, milestone.title);
    insert.bind(3, milestone.date.text().toStdString());
    insert.bind(4, milestone.date.interval().first);
    bindText(insert, 5, milestone.organisation);
    bindText(insert, 6, milestone.country);
    bindId(insert, 7, ids.id(TermKind::MilestoneKind, milestone.kind));
    bindText(insert, 8, milestone.platform);
    bindText(insert, 9, milestone.summary);
    const auto& metric = milestone.metric;
    bindText(insert, 10, metric ? metric->name : QString());
    metric ? insert.bind(11, metric->value) : insert.bind(11);
    bindText(insert, 12, metric ? metric->unit : QString());
    bindText(insert, 13, metric ? metric->of : QString());
    bindId(insert, 14, ids.id(TermKind::Confidence, milestone.confidence));
    bindText(insert, 15, milestone.note);
    run(insert);
}

} // namespace

Result<void> DataSet::addEvents(std::span<const Event> events, const Gazetteer& gazetteer, const Stamp& stamp)
{
    return d->write([&] {
        EventWriter writer(*d->database, d->ids, gazetteer);
        std::vector<std::int64_t> ids;
        ids.reserve(events.size());
        for (const Event& event : events)
            named(event, [&] { ids.push_back(writer.add(event, stamp)); });
        for (std::size_t i = 0; i < events.size(); ++i)
            named(events[i], [&] { writer.addRelations(ids[i], events[i]); });
    });
}

Result<void> DataSet::addMilestones(std::span<const Milestone> milestones)
{
    return d->write([&] {
        SQLite::Statement insert(
            *d->database,
            "INSERT INTO milestone (uid, title, date, date_first, organisation, country, kind, "
            "platform, summary, metric_name, metric_value, metric_unit, metric_of, confidence, note) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)");
        SQLite::Statement source(*d->database,
                                 "INSERT INTO milestone_source (milestone, position, title, publisher, "
                                 "url, date, kind, archived_url) "
                                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
        for (const Milestone& milestone : milestones)
            named(milestone, [&] {
                insertMilestone(insert, d->ids, milestone);
                insertSources(source, d->database->getLastInsertRowid(), milestone.sources);
            });
    });
}

} // namespace interdict
