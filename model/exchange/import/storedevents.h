// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The events that a data set holds already, found by id and by likeness, for an import of very many rows.
#pragma once

#include "model/store/dataset.h"

#include <unordered_map>

namespace interdict {

class StoredEvents
{
public:
    static Result<StoredEvents> load(const DataSet& dataSet, const Gazetteer& gazetteer,
                                     const DataSet::Progress& progress);

    std::int64_t step() const { return m_step; } // of the data set, when they were read
    const Event* find(const QString& uid) const; // null where there is none
    // An event of the same country that is likely the same act: the same jurisdiction, a common platform and
    // no other measure within 14 days; a country and a part of it, with a common platform, on the same day;
    // or the same address of a source; or a near title within two months. Null where there is none. Stricter
    // than what a form shows, since here nobody looks at each.
    const Event* twinOf(const Event& event) const;

private:
    void index();

    std::int64_t m_step = 0;
    std::vector<Event> m_events;
    QHash<QString, std::size_t> m_byUid;
    QHash<QString, std::vector<std::pair<Day, std::size_t>>> m_byCountry; // by start
    QHash<QString, std::size_t> m_byAddress;                              // country and comparable address
};

} // namespace interdict
