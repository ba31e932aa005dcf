// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Events and milestones as values, one or a page at a time.
#include "model/store/eventreader.h"

namespace interdict {

using namespace store;

namespace {

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

} // namespace

Result<Event> DataSet::event(std::int64_t id) const
{
    return guarded(d->path, [&]() -> Result<Event> { return EventReader(*d).read(id); });
}

Result<std::vector<Event>> DataSet::events(std::span<const std::int64_t> ids) const
{
    return guarded(d->path, [&]() -> Result<std::vector<Event>> {
        EventReader reader(*d);
        std::vector<Event> all;
        all.reserve(ids.size());
        for (const std::int64_t id : ids)
            all.push_back(reader.read(id));
        return all;
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
        SQLite::Statement sources(*d->database, "SELECT title, publisher, url, date, kind, archived_url "
                                                "FROM milestone_source WHERE milestone = ?1 "
                                                "ORDER BY position");
        std::vector<Milestone> milestones;
        while (query.executeStep()) {
            Milestone milestone = milestoneFrom(query, *d);
            eachPart(sources, query.getColumn(0).getInt64(),
                     [&](SQLite::Statement& row) { milestone.sources.push_back(sourceFrom(row, d->path)); });
            milestones.push_back(std::move(milestone));
        }
        return milestones;
    });
}

} // namespace interdict
