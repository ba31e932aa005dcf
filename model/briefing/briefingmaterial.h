// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of a briefing are written from: the events that it tells, read once, their numbers, and the
// notes that grow as sources are cited.
#pragma once

#include "model/briefing/briefing.h"
#include "model/briefing/briefingnumbers.h"
#include "model/briefing/sourcenotes.h"
#include "model/workspace.h"

#include <QLocale>

#include <unordered_map>

namespace interdict {

class BriefingMaterial
{
public:
    // Of a very large result the latest acts are told one by one, so many at most; all are counted.
    static constexpr std::size_t mostTold = 1000;

    // Reads the events that are told.
    static Result<BriefingMaterial> of(const Workspace& workspace, const BriefingProgress& progress);

    const Workspace& workspace() const { return *m_workspace; }
    const Columns& columns() const { return m_workspace->columns(); }
    const Vocabulary& vocabulary() const { return m_workspace->vocabulary(); }
    const BriefingNumbers& numbers() const { return m_numbers; }
    const QLocale& locale() const { return m_locale; }
    Day asOf() const { return m_workspace->asOf(); }
    QString asOfText() const { return displayDay(asOf(), m_locale); }
    std::span<const Row> told() const { return m_told; } // ascending
    const Event& event(Row row);                         // read where it is not told
    const SourceNotes& notes() const { return m_notes; }

    // " [1][2]": the notes of its sources.
    BriefingText cited(const std::vector<Source>& sources);
    // “Title”, with its sources; a star where the record doubts something about it, see isDoubted().
    BriefingText act(Row row);
    // Confidence below the first of the vocabulary's, or a note; not published.
    bool isDoubted(Row row);
    BriefingText star(Row row);
    QString onStart(Row row) const; // "on 30 January 2025"
    QString startText(Row row, bool shortMonths = true) const;
    QString countryName(Row row) const; // of its country
    QString placeName(Row row) const;   // "California, United States"
    bool isOfOnePlace() const;          // no act lies elsewhere
    MeasureClass measureClassOf(Row row) const;
    // "data handling (14), transparency (9) and child safety (6)": the first few, without unknown.
    QString ranking(Facet facet, const std::vector<BriefingNumbers::Tally>& tallies, int most) const;
    QString valueLabel(Facet facet, int value) const;

private:
    explicit BriefingMaterial(const Workspace& workspace);

    const Workspace* m_workspace;
    QLocale m_locale;
    BriefingNumbers m_numbers;
    std::span<const Row> m_told;
    std::unordered_map<Row, Event> m_events;
    SourceNotes m_notes;
};

} // namespace interdict
