// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/batchedit.h"

#include <array>

namespace interdict {

namespace {

using Action = BatchEdit::Action;

constexpr std::array fields{EventField::Measure,    EventField::Scope,     EventField::Status,
                            EventField::Confidence, EventField::Authority, EventField::Platforms,
                            EventField::Concerns,   EventField::Note,      EventField::Review};

QString* textOf(Event& event, EventField field)
{
    switch (field) {
    case EventField::Measure:
        return &event.measure;
    case EventField::Scope:
        return &event.scope;
    case EventField::Status:
        return &event.status;
    case EventField::Confidence:
        return &event.confidence;
    case EventField::Authority:
        return &event.authority;
    case EventField::Note:
        return &event.note;
    default:
        return nullptr;
    }
}

QStringList* listOf(Event& event, EventField field)
{
    return field == EventField::Platforms  ? &event.platforms
           : field == EventField::Concerns ? &event.concerns
                                           : nullptr;
}

void editList(QStringList& list, const BatchEdit& edit)
{
    for (const QString& value : edit.values) {
        if (edit.action == Action::Remove)
            list.removeAll(value);
        else if (!list.contains(value))
            list.append(value);
    }
}

void editText(QString& text, const BatchEdit& edit)
{
    const QString value = edit.values.value(0).trimmed();
    if (edit.action == Action::Set)
        text = value;
    else if (!value.isEmpty() && !text.contains(value))
        text += (text.isEmpty() ? QString() : QStringLiteral("\n\n")) + value;
}

} // namespace

std::span<const EventField> batchFields()
{
    return fields;
}

std::vector<Action> batchActions(EventField field)
{
    switch (field) {
    case EventField::Platforms:
    case EventField::Concerns:
        return {Action::Add, Action::Remove};
    case EventField::Note:
        return {Action::Add};
    default:
        return {Action::Set};
    }
}

Event applied(const BatchEdit& edit, Event event)
{
    if (edit.field == EventField::Review)
        event.review = reviewFromCode(edit.values.value(0)).value_or(event.review);
    else if (QStringList* list = listOf(event, edit.field))
        editList(*list, edit);
    else if (QString* text = textOf(event, edit.field))
        editText(*text, edit);
    return event;
}

} // namespace interdict
