// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/eventwriter.h"

#include "model/exchange/jsonlines.h"
#include "model/store/searchtext.h"
#include "model/vocabulary/gazetteer.h"

namespace interdict::store {

namespace {

void insertPart(SQLite::Statement& insert, std::int64_t id, int position, std::optional<std::int64_t> part)
{
    insert.bind(1, id);
    insert.bind(2, position);
    bindId(insert, 3, part);
    run(insert);
}

} // namespace

EventWriter::EventWriter(SQLite::Database& database, const TermIds& ids, const Gazetteer& gazetteer,
                         const Stamp& stamp, std::optional<std::int64_t> step)
    : m_ids(ids)
    , m_gazetteer(gazetteer)
    , m_database(database)
    , m_stamp(stamp)
    , m_step(step)
    , m_insert(database, "INSERT INTO event (uid, title, start_date, start_first, start_last, end_date, "
                         "end_first, end_last, country, subdivision, authority, measure, scope, status, "
                         "confidence, summary, note, revision, review) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
                         "?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)")
    , m_update(database, "UPDATE event SET title = ?2, start_date = ?3, start_first = ?4, start_last = ?5, "
                         "end_date = ?6, end_first = ?7, end_last = ?8, country = ?9, subdivision = ?10, "
                         "authority = ?11, measure = ?12, scope = ?13, status = ?14, confidence = ?15, "
                         "summary = ?16, note = ?17, revision = ?18, review = ?19 WHERE uid = ?1")
    , m_platform(database, "INSERT INTO event_platform (event, position, platform) VALUES (?1, ?2, ?3)")
    , m_concern(database, "INSERT INTO event_concern (event, position, concern) VALUES (?1, ?2, ?3)")
    , m_source(database, "INSERT INTO source (event, position, title, publisher, url, date, kind, "
                         "archived_url) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
    , m_comment(database, "INSERT INTO event_comment (event, position, field, text, editor, at, resolved) "
                          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
    , m_relation(database, "INSERT INTO relation (event, position, kind, other) VALUES (?1, ?2, ?3, ?4)")
    , m_findUid(database, "SELECT id FROM event WHERE uid = ?1")
    , m_revision(database, "INSERT INTO revision (uid, revision, at, editor, content, change) "
                           "VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
    , m_search(database, "INSERT INTO event_search (rowid, title, authority, summary, note, sources, "
                         "platforms, place) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
{
    for (const char* sql :
         {"DELETE FROM event_platform WHERE event = ?1", "DELETE FROM event_concern WHERE event = ?1",
          "DELETE FROM source WHERE event = ?1", "DELETE FROM event_comment WHERE event = ?1",
          "DELETE FROM event_search WHERE rowid = ?1"})
        m_clear.emplace_back(database, sql);
}

std::int64_t EventWriter::add(const Event& event)
{
    bindRow(m_insert, event);
    run(m_insert);
    const std::int64_t id = m_database.getLastInsertRowid();
    insertParts(id, event);
    return id;
}

void EventWriter::update(std::int64_t id, const Event& event)
{
    for (SQLite::Statement& clear : m_clear) {
        clear.bind(1, id);
        run(clear);
    }
    bindRow(m_update, event);
    run(m_update);
    insertParts(id, event);
}

void EventWriter::remove(std::int64_t id, const QString& uid, int revision)
{
    for (const char* sql : {"DELETE FROM event_search WHERE rowid = ?1", "DELETE FROM event WHERE id = ?1"}) {
        SQLite::Statement remove(m_database, sql);
        remove.bind(1, id);
        remove.exec();
    }
    insertRevision(uid, revision, std::nullopt);
}

void EventWriter::addRelations(std::int64_t id, const Event& event)
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

void EventWriter::removeRelations(std::int64_t id)
{
    SQLite::Statement remove(m_database, "DELETE FROM relation WHERE event = ?1");
    remove.bind(1, id);
    remove.exec();
}

void EventWriter::bindRow(SQLite::Statement& row, const Event& event) const
{
    bindText(row, 1, event.uid);
    bindText(row, 2, event.title);
    bindDate(row, 3, event.start);
    bindDate(row, 6, event.end);
    bindText(row, 9, event.country);
    bindText(row, 10, event.subdivision);
    bindText(row, 11, event.authority);
    bindId(row, 12, m_ids.id(TermKind::Measure, event.measure));
    bindId(row, 13, m_ids.id(TermKind::Scope, event.scope));
    bindId(row, 14, m_ids.id(TermKind::Status, event.status));
    bindId(row, 15, m_ids.id(TermKind::Confidence, event.confidence));
    bindText(row, 16, event.summary);
    bindText(row, 17, event.note);
    row.bind(18, event.revision);
    row.bind(19, static_cast<int>(event.review));
}

void EventWriter::insertParts(std::int64_t id, const Event& event)
{
    insertLists(id, event);
    insertSources(m_source, id, event.sources);
    insertSearch(id, event);
    insertRevision(event.uid, event.revision, eventToJson(event));
}

void EventWriter::insertLists(std::int64_t id, const Event& event)
{
    int position = 0;
    for (const QString& name : event.platforms)
        insertPart(m_platform, id, position++, m_ids.platformId(name));
    position = 0;
    for (const QString& code : event.concerns)
        insertPart(m_concern, id, position++, m_ids.id(TermKind::Concern, code));
    position = 0;
    for (const Comment& comment : event.comments) {
        m_comment.bind(1, id);
        m_comment.bind(2, position++);
        bindText(m_comment, 3, comment.field);
        m_comment.bind(4, comment.text.toStdString());
        m_comment.bind(5, comment.editor.toStdString());
        m_comment.bind(6, comment.at.toStdString());
        m_comment.bind(7, comment.resolved ? 1 : 0);
        run(m_comment);
    }
}

void EventWriter::insertSearch(std::int64_t id, const Event& event)
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

QString EventWriter::placeNames(const Event& event) const
{
    const QString country = m_gazetteer.name(event.country);
    return event.subdivision.isEmpty() ? country : m_gazetteer.name(event.subdivision) + u'\n' + country;
}

void EventWriter::insertRevision(const QString& uid, int revision, const std::optional<QByteArray>& content)
{
    m_revision.bind(1, uid.toStdString());
    m_revision.bind(2, revision);
    m_revision.bind(3, m_stamp.when.toStdString());
    m_revision.bind(4, m_stamp.editor.toStdString());
    content ? m_revision.bind(5, content->toStdString()) : m_revision.bind(5);
    bindId(m_revision, 6, m_step);
    run(m_revision);
}

std::int64_t EventWriter::idOf(const QString& uid)
{
    m_findUid.reset();
    m_findUid.bind(1, uid.toStdString());
    if (!m_findUid.executeStep())
        throw Failure(Error::Kind::BadInput, tr("the related event %1 is not in the data set.").arg(uid));
    const std::int64_t id = m_findUid.getColumn(0).getInt64();
    m_findUid.reset();
    return id;
}

} // namespace interdict::store
