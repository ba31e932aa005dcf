// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// For the store's own files alone: events one after the other, with all that belongs to them; and what rows
// of events and milestones have in common. Statements are prepared once for many events.
#pragma once

#include "model/store/dataset_p.h"

namespace interdict::store {

std::optional<PartialDate> optionalDateOf(SQLite::Statement& row, int column, const QString& path);
PartialDate dateOf(SQLite::Statement& row, int column, const QString& path);
QString termOf(SQLite::Statement& row, int column, TermKind kind, DataSet::Private& d);
// Title, publisher, address, date, kind and archived copy, from the first column on.
Source sourceFrom(SQLite::Statement& row, const QString& path);
Failure noSuchEvent(const QString& path, const QString& which);

// Calls `add` with each row that belongs to `owner`.
template <typename Add>
void eachPart(SQLite::Statement& query, std::int64_t owner, Add add)
{
    query.reset();
    query.bind(1, owner);
    while (query.executeStep())
        add(query);
    query.reset();
}

class EventReader
{
public:
    explicit EventReader(DataSet::Private& d); // outlives the reader
    Event read(std::int64_t id);               // throws Failure (NotFound, Damaged)

private:
    DataSet::Private& m_d;
    SQLite::Statement m_event, m_platforms, m_concerns, m_relations, m_comments, m_sources;
};

} // namespace interdict::store
