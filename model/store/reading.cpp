// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Events and milestones as values, one or a page at a time.
#include "model/store/dataset_p.h"

namespace interdict {

using namespace store;

namespace {

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

// Calls `add` with each row that belongs to `owner`, by position.
template <typename Add>
void eachPart(SQLite::Database& database, const char* sql, std::int64_t owner, Add add)
{
    SQLite::Statement query(database, sql);
    query.bind(1, owner);
    while (query.executeStep())
        add(query);
}

std::vector<Source> sourcesOf(SQLite::Database& database, const char* sql, std::int64_t owner,
                              const QString& path)
{
    std::vector<Source> sources;
    eachPart(database, sql, owner, [&](SQLite::Statement& row) {
        sources.push_back({textOf(row, 0), textOf(row, 1), textOf(row, 2), optionalDateOf(row, 3, path),
                           textOf(row, 4), textOf(row, 5)});
    });
    return sources;
}

void readLists(DataSet::Private& d, std::int64_t id, Event& event)
{
    SQLite::Database& database = *d.database;
    eachPart(
        database, "SELECT platform FROM event_platform WHERE event = ?1 ORDER BY position", id,
        [&](SQLite::Statement& row) { event.platforms.append(d.platform(row.getColumn(0).getInt64())); });
    eachPart(database, "SELECT concern FROM event_concern WHERE event = ?1 ORDER BY position", id,
             [&](SQLite::Statement& row) { event.concerns.append(termOf(row, 0, TermKind::Concern, d)); });
    eachPart(database,
             "SELECT event.uid, relation.kind FROM relation JOIN event ON event.id = relation.other "
             "WHERE relation.event = ?1 ORDER BY position",
             id, [&](SQLite::Statement& row) {
                 event.relations.push_back({textOf(row, 0), termOf(row, 1, TermKind::Relation, d)});
             });
    eachPart(database,
             "SELECT field, text, editor, at, resolved FROM event_comment WHERE event = ?1 ORDER BY position",
             id, [&](SQLite::Statement& row) {
                 event.comments.push_back({textOf(row, 0), textOf(row, 1), textOf(row, 2), textOf(row, 3),
                                           row.getColumn(4).getInt() != 0});
             });
}

std::optional<Milestone::Metric> metricFrom(SQLite::Statement& row, int column)
{
    if (row.getColumn(column).isNull())
        return std::nullopt;
    return Milestone::Metric{textOf(row, column), row.getColumn(column + 1).getDouble(),
                             textOf(row, column + 2), textOf(row, column + 3)};
}

Milestone milestoneFrom(SQLite::Statement& row, DataSet::Private& d)
{
    Milestone milestone;
    milestone.uid = textOf(row, 1);
    milestone.title = textOf(row, 2);
    milestone.date = dateOf(row, 3, d.path);
    milestone.organisation = textOf(row, 4);
    milestone.country = textOf(row, 5);
    milestone.kind = termOf(row, 6, TermKind::MilestoneKind, d);
    milestone.platform = textOf(row, 7);
    milestone.summary = textOf(row, 8);
    milestone.metric = metricFrom(row, 9);
    milestone.confidence = termOf(row, 13, TermKind::Confidence, d);
    milestone.note = textOf(row, 14);
    return milestone;
}

Failure noSuchEvent(const QString& path, const QString& which)
{
    return {Error::Kind::NotFound,
            tr("There is no event %1 in %2. It may have been deleted.").arg(which, path)};
}

} // namespace

Result<Event> DataSet::event(std::int64_t id) const
{
    return guarded(d->path, [&]() -> Result<Event> {
        SQLite::Statement query(*d->database,
                                "SELECT uid, revision, title, start_date, end_date, country, subdivision, "
                                "authority, measure, scope, status, confidence, summary, note, review "
                                "FROM event WHERE id = ?1");
        query.bind(1, id);
        if (!query.executeStep())
            throw noSuchEvent(d->path, QString::number(id));
        Event event = eventFrom(query, *d);
        readLists(*d, id, event);
        event.sources =
            sourcesOf(*d->database,
                      "SELECT title, publisher, url, date, kind, archived_url FROM source WHERE event = ?1 "
                      "ORDER BY position",
                      id, d->path);
        return event;
    });
}

Result<std::vector<Brief>> DataSet::briefs(std::span<const std::int64_t> ids) const
{
    return guarded(d->path, [&]() -> Result<std::vector<Brief>> {
        SQLite::Statement query(*d->database, "SELECT uid, title, authority FROM event WHERE id = ?1");
        std::vector<Brief> briefs;
        briefs.reserve(ids.size());
        for (const std::int64_t id : ids) {
            query.reset();
            query.bind(1, id);
            if (!query.executeStep())
                throw noSuchEvent(d->path, QString::number(id));
            briefs.push_back({textOf(query, 0), textOf(query, 1), textOf(query, 2)});
        }
        return briefs;
    });
}

Result<std::int64_t> DataSet::idOf(const QString& uid) const
{
    return guarded(d->path, [&]() -> Result<std::int64_t> {
        SQLite::Statement query(*d->database, "SELECT id FROM event WHERE uid = ?1");
        query.bind(1, uid.toStdString());
        if (!query.executeStep())
            throw noSuchEvent(d->path, uid);
        return query.getColumn(0).getInt64();
    });
}

Result<std::vector<Milestone>> DataSet::milestones() const
{
    return guarded(d->path, [&]() -> Result<std::vector<Milestone>> {
        SQLite::Statement query(
            *d->database, "SELECT id, uid, title, date, organisation, country, kind, platform, summary, "
                          "metric_name, metric_value, metric_unit, metric_of, confidence, note "
                          "FROM milestone ORDER BY date_first, uid");
        std::vector<Milestone> milestones;
        while (query.executeStep()) {
            Milestone milestone = milestoneFrom(query, *d);
            milestone.sources =
                sourcesOf(*d->database,
                          "SELECT title, publisher, url, date, kind, archived_url FROM milestone_source "
                          "WHERE milestone = ?1 ORDER BY position",
                          query.getColumn(0).getInt64(), d->path);
            milestones.push_back(std::move(milestone));
        }
        return milestones;
    });
}

} // namespace interdict
