// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// For the store's own files alone: fills the columns by one scan of each table, joining by integers in
// memory.
#pragma once

#include "model/store/dataset_p.h"

#include <unordered_map>

namespace interdict::store {

class ColumnsLoader
{
public:
    // `only`: the ids to load, as " IN (1, 2)"; empty: all.
    ColumnsLoader(const Opened& opened, const Gazetteer& gazetteer, const DataSet::Progress& progress,
                  std::string only = {});
    Columns load();

private:
    // Places in the order of their first appearance; renumbered by code at the end.
    struct PlaceFound
    {
        QString code;
        QString country;
    };

    void addVocabulary();
    void reserve();
    void readEvents();
    void readEvent(const FastQuery& row);
    void readDays(const FastQuery& row);
    std::uint16_t placeNumber(std::string_view country, std::string_view subdivision);
    void indexRows();
    std::optional<Row> rowOf(std::int64_t id) const;
    void readPlatforms();
    void readConcerns();
    void endSuperseded();
    void numberPlaces();
    void addGroups();
    void report(double done);
    std::string where(const char* column) const; // the condition that keeps to `only`, or an empty text
    ValueTable& table(Facet facet) { return m_columns.values[static_cast<std::size_t>(facet)]; }

    const Opened& m_opened;
    const Gazetteer& m_gazetteer;
    const DataSet::Progress& m_progress;
    std::string m_only;
    Columns m_columns;
    std::int64_t m_count = 0;
    std::vector<std::uint8_t> m_measureFlags, m_statusFlags; // by value number
    std::vector<std::uint8_t> m_statusEnded;                 // lifted, expired or superseded, by value number
    std::unordered_map<std::uint64_t, std::uint16_t> m_placeNumbers;
    std::vector<PlaceFound> m_places;
    std::vector<Row> m_rows;                                // by id where ids are dense
    std::vector<std::pair<std::int64_t, Row>> m_sparseRows; // by id where they are not
};

} // namespace interdict::store
