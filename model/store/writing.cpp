// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What puts new entries into a data set: the starter's, and milestones.
#include "model/store/eventwriter.h"

namespace interdict {

using namespace store;

namespace {

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
        EventWriter writer(*d->database, d->terms.ids, gazetteer, stamp, std::nullopt);
        std::vector<std::int64_t> ids;
        ids.reserve(events.size());
        for (const Event& event : events)
            named(event.uid, [&] { ids.push_back(writer.add(event)); });
        for (std::size_t i = 0; i < events.size(); ++i)
            named(events[i].uid, [&] { writer.addRelations(ids[i], events[i]); });
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
            named(milestone.uid, [&] {
                insertMilestone(insert, d->terms.ids, milestone);
                insertSources(source, d->database->getLastInsertRowid(), milestone.sources);
            });
    });
}

} // namespace interdict
