// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/eventchange.h"

#include <algorithm>

namespace interdict {

namespace {

template <typename List, typename Entry>
bool holds(const List& list, const Entry& entry)
{
    return std::find(list.begin(), list.end(), entry) != list.end();
}

// Both sides added or removed entries of one list: theirs, less what mine removed, and what mine added after
// it. Nothing where an entry that one side edited was removed by the other, or the entries of `key` collide.
template <typename List, typename Key>
std::optional<List> mergedLists(const List& base, const List& mine, const List& theirs, Key key)
{
    const auto has = [&key](const List& list, const auto& entry) {
        return std::any_of(list.begin(), list.end(),
                           [&](const auto& other) { return key(other) == key(entry); });
    };
    for (const auto& entry : base)
        if (!holds(mine, entry) && !holds(theirs, entry) && has(mine, entry) != has(theirs, entry))
            return std::nullopt; // edited here, removed there
    List merged;
    for (const auto& entry : theirs)
        if (!holds(base, entry) || holds(mine, entry))
            merged.push_back(entry);
    for (const auto& entry : mine) {
        if (holds(base, entry) || holds(merged, entry))
            continue;
        if (has(merged, entry))
            return std::nullopt; // the same source or relation, edited on both sides
        merged.push_back(entry);
    }
    return merged;
}

template <typename List, typename Key>
bool mergeInto(Event& merged, const Event& base, const Event& mine, List Event::*list, Key key)
{
    auto together = mergedLists(base.*list, mine.*list, merged.*list, key);
    if (!together)
        return false;
    merged.*list = std::move(*together);
    return true;
}

bool mergeField(EventField field, Event& merged, const Event& base, const Event& mine)
{
    const auto self = [](const QString& text) { return text; };
    switch (field) {
    case EventField::Platforms:
        return mergeInto(merged, base, mine, &Event::platforms, self);
    case EventField::Concerns:
        return mergeInto(merged, base, mine, &Event::concerns, self);
    case EventField::Relations:
        return mergeInto(merged, base, mine, &Event::relations, [](const Relation& r) { return r.uid; });
    case EventField::Sources:
        return mergeInto(merged, base, mine, &Event::sources,
                         [](const Source& s) { return s.url.isEmpty() ? s.title : s.url; });
    case EventField::Comments:
        return mergeInto(merged, base, mine, &Event::comments, [](const Comment& c) {
            return QStringList{c.field, c.editor, c.at, c.text};
        });
    default:
        return false; // a single value
    }
}

} // namespace

std::vector<EventField> changedFields(const Event& before, const Event& after)
{
    std::vector<EventField> fields;
    for (const EventFieldInfo& field : eventFields())
        if (!field.equal(before, after))
            fields.push_back(field.field);
    return fields;
}

bool sameContent(const Event& a, const Event& b)
{
    return changedFields(a, b).empty();
}

MergedEvent mergeEvents(const Event& base, const Event& mine, const Event& theirs)
{
    MergedEvent merged{theirs, {}};
    for (const EventField field : changedFields(base, mine)) {
        const EventFieldInfo& at = info(field);
        if (at.equal(mine, theirs))
            continue;
        if (at.equal(base, theirs))
            at.copy(mine, merged.event);
        else if (!mergeField(field, merged.event, base, mine))
            merged.conflicts.push_back(field);
    }
    return merged;
}

} // namespace interdict
