// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/changefilter.h"

#include "model/edit/vocabularywords.h"
#include "model/workspace.h"
#include "widgets/history/revisions.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace interdict {

QString beginOf(Day day)
{
    const PartialDate date = PartialDate::ofDay(day);
    return QDate(date.year(), date.month(), date.day()).startOfDay().toUTC().toString(Qt::ISODate);
}

StepTest::StepTest(const ChangeFilter& filter)
    : m_editor(filter.editor)
    , m_words(filter.text.split(u' ', Qt::SkipEmptyParts))
{
    if (filter.from)
        m_first = beginOf(filter.from->interval().first);
    if (filter.to)
        m_end = beginOf(filter.to->interval().last + 1);
}

bool StepTest::passes(const ChangeStep& step) const
{
    const QString& when = step.stamp.when;
    return (!m_editor || step.stamp.editor == *m_editor) && (m_first.isEmpty() || when >= m_first) &&
           (m_end.isEmpty() || when < m_end) &&
           std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString& word) { return step.what.contains(word, Qt::CaseInsensitive); });
}

Result<std::vector<StepEvent>> eventsOf(const Workspace& workspace, std::int64_t step, int most)
{
    const auto revisions = workspace.revisionsOf(step, most);
    if (!revisions)
        return tl::make_unexpected(revisions.error());
    std::vector<StepEvent> events;
    for (const Revision& revision : *revisions) {
        auto before = workspace.revisionBefore(revision);
        if (!before)
            return tl::make_unexpected(before.error());
        StepEvent event{revision.uid, revision.uid, {}, {}};
        std::vector<Revision> both;
        if (*before)
            both.push_back(std::move(**before));
        both.push_back(revision);
        for (const Revision& state : both)
            if (state.event)
                event.title = state.event->title;
        if (both.front().event && revision.event)
            event.fields = changedFields(*both.front().event, *revision.event);
        event.changed = changeWords(both, both.size() - 1);
        events.push_back(std::move(event));
    }
    return events;
}

void addVocabulary(std::vector<StepEvent>& events, const Workspace& workspace, std::int64_t step)
{
    std::vector<StepEvent> entries;
    for (const VocabularyChange& change :
         workspace.vocabularyChanges(step - 1, step).value_or(std::vector<VocabularyChange>()))
        for (const VocabularyDifference& difference : describeChange(change))
            entries.push_back({{}, difference.entry, {}, difference.changed});
    events.insert(events.begin(), entries.begin(), entries.end());
}

} // namespace interdict
