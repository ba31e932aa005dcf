// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// For the store's own files alone: writes one event after the other with all that belongs to it - lists,
// sources, search text, revision. Relations come apart, since one may point at an event that comes later.
#pragma once

#include "model/store/binding.h"
#include "model/store/dataset_p.h"

namespace interdict::store {

class EventWriter
{
public:
    // All outlive the writer. `step` is the change that the revisions belong to.
    EventWriter(SQLite::Database& database, const TermIds& ids, const Gazetteer& gazetteer,
                const Stamp& stamp, std::optional<std::int64_t> step);

    std::int64_t add(const Event& event); // its row id
    void update(std::int64_t id, const Event& event);
    void remove(std::int64_t id, const QString& uid, int revision); // its relations too
    void addRelations(std::int64_t id, const Event& event);
    void removeRelations(std::int64_t id);

private:
    void bindRow(SQLite::Statement& row, const Event& event) const;
    void insertParts(std::int64_t id, const Event& event);
    void insertLists(std::int64_t id, const Event& event);
    void insertSearch(std::int64_t id, const Event& event);
    void insertRevision(const QString& uid, int revision, const std::optional<QByteArray>& content);
    QString placeNames(const Event& event) const;
    std::int64_t idOf(const QString& uid);

    const TermIds& m_ids;
    const Gazetteer& m_gazetteer;
    SQLite::Database& m_database;
    const Stamp& m_stamp;
    std::optional<std::int64_t> m_step;
    SQLite::Statement m_insert, m_update, m_platform, m_concern, m_source, m_comment, m_relation, m_findUid,
        m_revision, m_search;
    std::vector<SQLite::Statement> m_clear; // what belongs to an event, and is written anew
};

} // namespace interdict::store
