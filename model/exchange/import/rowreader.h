// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a foreign table as an event, by a mapping.
#pragma once

#include "model/exchange/import/valuereader.h"

#include <bitset>

namespace interdict {

struct RowProblem
{
    ImportTarget target = ImportTarget::Ignore; // Ignore: the row as a whole
    QString text;                               // what was found
    QString message;                            // why it will not do, and what will
    bool operator==(const RowProblem&) const = default;
};

struct RowEvent
{
    Event event;
    bool uidMade = false;                   // the table gives none
    bool titleMade = false;                 // from the other fields
    std::bitset<eventFieldCount> filled;    // by the row; what it leaves empty is not known to be empty
    std::vector<bool> titlesOfSourcesGiven; // else they are made from the address
    std::vector<RowProblem> problems;
};

class RowReader
{
public:
    RowReader(const ImportMapping& mapping, ValueReader& values, const Vocabulary& vocabulary,
              const Gazetteer& gazetteer);
    RowEvent read(const TableRow& row);

private:
    using Cells = std::array<QStringList, importTargetCount>; // not empty ones, by target
    Cells cellsOf(const TableRow& row) const;
    void readDates(const Cells& cells, RowEvent& result);
    void readPlace(const Cells& cells, RowEvent& result);
    void readTerms(const Cells& cells, RowEvent& result);
    void readReview(const Cells& cells, RowEvent& result);
    void readMeasure(const Cells& cells, RowEvent& result);
    void readPlatforms(const TableRow& row, const Cells& cells, RowEvent& result);
    void readTexts(const Cells& cells, RowEvent& result);
    void readRelations(const Cells& cells, RowEvent& result);
    void readSources(const Cells& cells, RowEvent& result);
    void readUid(const Cells& cells, RowEvent& result);
    QString madeTitle(const Event& event) const;

    const ImportMapping& m_mapping;
    ValueReader& m_values;
    const Vocabulary& m_vocabulary;
    const Gazetteer& m_gazetteer;
};

// The same for the same jurisdiction, title and year, whenever it is made: it-garante-blocks-deepseek-2025.
QString madeUid(const Event& event);
// "https://www.reuters.com/…" → "reuters.com"
QString titleFromUrl(const QString& url);

} // namespace interdict
