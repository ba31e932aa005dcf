// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/eventreader.h"

namespace interdict::store {

namespace {

Event eventFrom(SQLite::Statement& row, DataSet::Private& d)
{
    Event event;
    event.uid = textOf(row, 0);
    event.revision = row.getColumn(1).getInt();
    event.title = textOf(row, 2);
    event.start = dateOf(row, 3, d.path);
    event.end = optionalDateOf(row, 4, d.path);
    event.country = textOf(row, 5);
    event.subdivision = textOf(row, 6);
    event.authority = textOf(row, 7);
    event.measure = termOf(row, 8, TermKind::Measure, d);
    event.scope = termOf(row, 9, TermKind::Scope, d);
    event.status = termOf(row, 10, TermKind::Status, d);
    event.confidence = termOf(row, 11, TermKind::Confidence, d);
    event.summary = textOf(row, 12);
    event.note = textOf(row, 13);
    event.review = static_cast<ReviewState>(std::clamp(row.getColumn(14).getInt(), 0, 2));
    return event;
}

} // namespace

std::optional<PartialDate> optionalDateOf(SQLite::Statement& row, int column, const QString& path)
{
    const QString text = textOf(row, column);
    const auto date = PartialDate::parse(text);
    if (!date && !text.isEmpty())
        throw damaged(path, QStringLiteral("date: %1").arg(text));
    return date;
}

PartialDate dateOf(SQLite::Statement& row, int column, const QString& path)
{
    const auto date = optionalDateOf(row, column, path);
    if (!date)
        throw damaged(path, QStringLiteral("a date is missing"));
    return *date;
}

QString termOf(SQLite::Statement& row, int column, TermKind kind, DataSet::Private& d)
{
    const SQLite::Column id = row.getColumn(column);
    return id.isNull() ? QString() : d.code(kind, id.getInt64());
}

Source sourceFrom(SQLite::Statement& row, const QString& path)
{
    return {textOf(row, 0), textOf(row, 1), textOf(row, 2), optionalDateOf(row, 3, path),
            textOf(row, 4), textOf(row, 5)};
}

Failure noSuchEvent(const QString& path, const QString& which)
{
    return {Error::Kind::NotFound,
            tr("There is no event %1 in %2. It may have been deleted.").arg(which, path)};
}

EventReader::EventReader(DataSet::Private& d)
    : m_d(d)
    , m_event(*d.database, "SELECT uid, revision, title, start_date, end_date, country, subdivision, "
                           "authority, measure, scope, status, confidence, summary, note, review "
                           "FROM event WHERE id = ?1")
    , m_platforms(*d.database, "SELECT platform FROM event_platform WHERE event = ?1 ORDER BY position")
    , m_concerns(*d.database, "SELECT concern FROM event_concern WHERE event = ?1 ORDER BY position")
    , m_relations(*d.database, "SELECT event.uid, relation.kind FROM relation "
                               "JOIN event ON event.id = relation.other "
                               "WHERE relation.event = ?1 ORDER BY position")
    , m_comments(*d.database, "SELECT field, text, editor, at, resolved FROM event_comment "
                              "WHERE event = ?1 ORDER BY position")
    , m_sources(*d.database, "SELECT title, publisher, url, date, kind, archived_url FROM source "
                             "WHERE event = ?1 ORDER BY position")
{
}

Event EventReader::read(std::int64_t id)
{
    m_event.reset();
    m_event.bind(1, id);
    if (!m_event.executeStep())
        throw noSuchEvent(m_d.path, QString::number(id));
    Event event = eventFrom(m_event, m_d);
    m_event.reset();
    using Row = SQLite::Statement;
    eachPart(m_platforms, id,
             [&](Row& row) { event.platforms.append(m_d.platform(row.getColumn(0).getInt64())); });
    eachPart(m_concerns, id,
             [&](Row& row) { event.concerns.append(termOf(row, 0, TermKind::Concern, m_d)); });
    eachPart(m_relations, id, [&](Row& row) {
        event.relations.push_back({textOf(row, 0), termOf(row, 1, TermKind::Relation, m_d)});
    });
    eachPart(m_comments, id, [&](Row& row) {
        event.comments.push_back(
            {textOf(row, 0), textOf(row, 1), textOf(row, 2), textOf(row, 3), row.getColumn(4).getInt() != 0});
    });
    eachPart(m_sources, id, [&](Row& row) { event.sources.push_back(sourceFrom(row, m_d.path)); });
    return event;
}

} // namespace interdict::store
