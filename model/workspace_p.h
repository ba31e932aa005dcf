// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// For the workspace's own files alone: what it holds.
#pragma once

#include "model/explore/facetengine.h"
#include "model/workspace.h"

#include <QCache>

namespace interdict {

inline constexpr std::size_t pageSize = 64; // briefs are read from the store in pages of this many rows

inline constexpr std::size_t manyEvents = 2000; // of a step: all columns are read anew

// Where one is: what Back and Forward walk through.
struct Stand
{
    Filter filter;
    std::vector<Row> selection;
    bool operator==(const Stand&) const = default;
};

struct Workspace::State
{
    std::optional<DataSet> dataSet;
    Columns columns;
    std::vector<Milestone> milestones;
    std::unique_ptr<FacetEngine> engine;
    Vocabulary noVocabulary;

    Filter filter;
    std::vector<Row> selection;
    Hover hover;
    Day asOf = 0;
    std::optional<int> inForce; // of the result on the as-of day; made when asked

    std::vector<Stand> history; // places[position] is where we are
    std::size_t position = 0;

    std::vector<std::pair<std::int64_t, Row>> rowsById;  // sorted; made when asked
    QCache<std::size_t, std::vector<Brief>> briefs{256}; // pages of pageSize rows
    QCache<Row, Event> events{64};
    int firstMonth = 0;

    Stamper stamper;
    SaverOfMany saverOfMany;
    std::function<QString()> clock;
    QString editor, draftOwner;
    std::int64_t lastStep = 0;       // the last step of the record that the columns hold
    std::int64_t vocabularyStep = 0; // the last that changed the vocabulary that the columns are made of
    bool expectsAStep = false;       // that another connection of this program saves

    std::optional<Row> rowOfId(std::int64_t id);
    std::vector<Row> rowsOfIds(const std::vector<std::int64_t>& ids);
    std::vector<Row> firstRowsOfMonths() const;
    void countMonths(Day today);
    void forgetTexts();
};

} // namespace interdict
