// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/renaming.h"

#include <algorithm>

namespace interdict {

namespace {

// Where an event has one value of a list; null where it has several, or none.
QString Event::*valueOf(TermKind kind)
{
    switch (kind) {
    case TermKind::Measure:
        return &Event::measure;
    case TermKind::Scope:
        return &Event::scope;
    case TermKind::Status:
        return &Event::status;
    case TermKind::Confidence:
        return &Event::confidence;
    case TermKind::Concern:
    case TermKind::Relation:
    case TermKind::MilestoneKind:
        break;
    }
    return nullptr;
}

QStringList Event::*valuesOf(VocabularyList list)
{
    if (!list)
        return &Event::platforms;
    return list == TermKind::Concern ? &Event::concerns : nullptr;
}

QString Milestone::*milestoneValueOf(VocabularyList list)
{
    if (!list)
        return &Milestone::platform;
    if (list == TermKind::MilestoneKind)
        return &Milestone::kind;
    return list == TermKind::Confidence ? &Milestone::confidence : nullptr;
}

void replace(QString& value, const Renaming& renaming)
{
    if (value == renaming.from)
        value = renaming.to;
}

void replaceRelations(std::vector<Relation>& relations, const Renaming& renaming)
{
    std::vector<Relation> all;
    for (Relation& relation : relations) {
        replace(relation.kind, renaming);
        if (std::find(all.begin(), all.end(), relation) == all.end())
            all.push_back(std::move(relation));
    }
    relations = std::move(all);
}

} // namespace

Event renamed(Event event, const Renaming& renaming)
{
    if (!names(event, renaming.list, renaming.from))
        return event;
    if (const auto values = valuesOf(renaming.list)) {
        for (QString& value : event.*values)
            replace(value, renaming);
        (event.*values).removeDuplicates();
    } else if (renaming.list == TermKind::Relation) {
        replaceRelations(event.relations, renaming);
    } else if (const auto value = valueOf(*renaming.list)) {
        replace(event.*value, renaming);
    }
    return event;
}

Milestone renamed(Milestone milestone, const Renaming& renaming)
{
    if (const auto value = milestoneValueOf(renaming.list))
        replace(milestone.*value, renaming);
    return milestone;
}

bool names(const Event& event, VocabularyList list, const QString& code)
{
    if (const auto values = valuesOf(list))
        return (event.*values).contains(code);
    if (list == TermKind::Relation)
        return std::any_of(event.relations.begin(), event.relations.end(),
                           [&code](const Relation& relation) { return relation.kind == code; });
    const auto value = valueOf(*list);
    return value && event.*value == code;
}

bool names(const Milestone& milestone, VocabularyList list, const QString& code)
{
    const auto value = milestoneValueOf(list);
    return value && milestone.*value == code;
}

} // namespace interdict
