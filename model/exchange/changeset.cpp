// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/changeset.h"

#include "model/exchange/jsonlines.h"
#include "model/exchange/jsonreader.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>

#include <algorithm>

namespace interdict {

namespace {

constexpr int formatVersion = 1;

QString tr(const char* text)
{
    return QCoreApplication::translate("ChangeSet", text);
}

bool holds(const std::vector<EventField>& fields, EventField field)
{
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

// A JSON string, or null where blank: Qt writes it only within an array.
QByteArray quotedOrNull(const QString& text)
{
    if (text.trimmed().isEmpty())
        return "null";
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

QByteArray stateToJson(const std::optional<Event>& event)
{
    return event ? eventToJson(*event) : QByteArray("null");
}

QByteArray changeToJson(const SentChange& sent)
{
    return "{\"editor\": " + quotedOrNull(sent.editor) + ", \"at\": " + quotedOrNull(sent.when) +
           ", \"step\": " + quotedOrNull(sent.step) + ", \"before\": " + stateToJson(sent.change.before) +
           ", \"after\": " + stateToJson(sent.change.after) + "}";
}

std::optional<Event> readState(JsonReader& part, const QString& field)
{
    std::optional<Event> event;
    part.optionalObject(field, [&](JsonReader& state) { event = readEventPart(state); });
    return event;
}

SentChange readChange(JsonReader& part)
{
    SentChange sent;
    sent.editor = part.optionalText(QStringLiteral("editor"));
    sent.when = part.optionalText(QStringLiteral("at"));
    sent.step = part.optionalText(QStringLiteral("step"));
    sent.change.before = readState(part, QStringLiteral("before"));
    sent.change.after = readState(part, QStringLiteral("after"));
    const auto& [before, after] = sent.change;
    if (!before && !after)
        part.refuse(QStringLiteral("after"), tr("an event here or in \"before\""));
    else if (before && after && before->uid != after->uid)
        part.refuse(QStringLiteral("after"), tr("the same \"id\" as in \"before\""));
    return sent;
}

// `later` made after `sum`: what it changed is laid over it, though steps between them may be missing.
EventChange followedBy(const EventChange& sum, const EventChange& later)
{
    if (!sum.after || !later.before || !later.after)
        return {sum.before, later.after};
    MergedEvent merged = mergeEvents(*later.before, *later.after, *sum.after);
    for (const EventField field : merged.conflicts)
        info(field).copy(*later.after, merged.event);
    return {sum.before, std::move(merged.event)};
}

void append(QStringList& list, const QString& text)
{
    if (!text.isEmpty() && !list.contains(text))
        list << text;
}

std::vector<Incoming> gathered(std::span<const SentChange> changes)
{
    std::vector<Incoming> all;
    QHash<QString, std::size_t> places;
    for (const SentChange& sent : changes) {
        const QString uid = sent.change.uid();
        const auto place = places.constFind(uid);
        if (place == places.cend()) {
            places.insert(uid, all.size());
            all.push_back({Incoming::Kind::Known, sent.change, {}, {}, {}, {}, {}});
        } else if (EventChange& sum = all[*place].sent; sum.before || sum.after) {
            sum = followedBy(sum, sent.change);
        } else {
            sum = sent.change; // added, deleted, and added again
        }
        append(all[places.value(uid)].editors, sent.editor);
        append(all[places.value(uid)].steps, sent.step);
    }
    std::erase_if(all, [](const Incoming& event) { return !event.sent.before && !event.sent.after; });
    return all;
}

// The fields that a whole event fills.
std::vector<EventField> filledFields(const Event& event)
{
    std::vector<EventField> fields = changedFields(Event(), event);
    if (!holds(fields, EventField::Start))
        fields.insert(fields.begin() + 1, EventField::Start); // it has no empty value
    return fields;
}

MergedEvent mergedHere(const Incoming& incoming)
{
    const Event& here = *incoming.present;
    if (!incoming.sent.before) // both added it: no common state to tell who changed what
        return {here, changedFields(here, *incoming.sent.after)};
    return mergeEvents(*incoming.sent.before, *incoming.sent.after, here);
}

void judgeEdit(Incoming& incoming)
{
    const MergedEvent merged = mergedHere(incoming);
    incoming.conflicts = merged.conflicts;
    incoming.fields = changedFields(*incoming.present, merged.event);
    incoming.fields.insert(incoming.fields.end(), merged.conflicts.begin(), merged.conflicts.end());
    std::sort(incoming.fields.begin(), incoming.fields.end());
    incoming.kind = incoming.fields.empty() ? Incoming::Kind::Known : Incoming::Kind::Edit;
}

void judge(Incoming& incoming)
{
    const auto& [before, after] = incoming.sent;
    if (after && incoming.present) {
        judgeEdit(incoming);
    } else if (after) {
        incoming.kind = before ? Incoming::Kind::Restore : Incoming::Kind::Add;
        incoming.fields = filledFields(*after);
    } else if (incoming.present) {
        incoming.kind = Incoming::Kind::Delete;
        incoming.conflicts = changedFields(*before, *incoming.present);
    }
}

Event withFields(Event event, const std::vector<EventField>& fields, const Event& from)
{
    for (const EventField field : fields)
        info(field).copy(from, event);
    return event;
}

EventChange addition(const Event& sent, std::vector<EventField> fields)
{
    Event event;
    event.uid = sent.uid;
    fields.insert(fields.end(), {EventField::Title, EventField::Start, EventField::Country});
    return {{}, withFields(std::move(event), fields, sent)};
}

} // namespace

QByteArray changeSetToJson(std::span<const SentChange> changes)
{
    QByteArray lines;
    for (const SentChange& sent : changes)
        lines += (lines.isEmpty() ? "\n" : ",\n") + changeToJson(sent);
    return "{\"interdict_changes\": " + QByteArray::number(formatVersion) + ", \"changes\": [" + lines +
           "\n]}\n";
}

Result<std::vector<SentChange>> readChangeSet(const QByteArray& json, const QString& name)
{
    const auto object = parseObject(json, name);
    if (!object)
        return tl::make_unexpected(object.error());
    const QString version = QStringLiteral("interdict_changes");
    if (!object->contains(version))
        return failure(Error::Kind::BadInput, tr("%1 is not a file of changes to the record.").arg(name));
    if (object->value(version).toInt() > formatVersion)
        return failure(Error::Kind::TooNew, tr("%1 was written by a newer version of this program. Open it "
                                               "with that version.")
                                                .arg(name));
    JsonReader file(*object, name);
    file.wholeNumber(version, 1, formatVersion);
    std::vector<SentChange> changes;
    file.objects(QStringLiteral("changes"), [&](JsonReader& part) { changes.push_back(readChange(part)); });
    file.finish();
    if (file.error())
        return tl::make_unexpected(*file.error());
    return changes;
}

std::vector<Incoming> incomingEvents(std::span<const SentChange> changes, const PresentEvent& present)
{
    std::vector<Incoming> all = gathered(changes);
    for (Incoming& incoming : all) {
        incoming.present = present(incoming.uid());
        judge(incoming);
    }
    return all;
}

Answer cautiousAnswer(const Incoming& incoming)
{
    Answer answer;
    for (const EventField field : incoming.fields)
        if (!holds(incoming.conflicts, field))
            answer.fields.push_back(field);
    switch (incoming.kind) {
    case Incoming::Kind::Add:
        answer.accept = true;
        break;
    case Incoming::Kind::Edit:
        answer.accept = !answer.fields.empty();
        break;
    case Incoming::Kind::Delete:
        answer.accept = incoming.conflicts.empty();
        break;
    case Incoming::Kind::Restore:
    case Incoming::Kind::Known:
        break;
    }
    return answer;
}

std::optional<EventChange> acceptedChange(const Incoming& incoming, const Answer& answer)
{
    if (!answer.accept || incoming.kind == Incoming::Kind::Known)
        return std::nullopt;
    if (incoming.kind == Incoming::Kind::Delete)
        return EventChange{incoming.present, {}};
    if (incoming.kind != Incoming::Kind::Edit)
        return addition(*incoming.sent.after, answer.fields);
    const Event& here = *incoming.present;
    // Lists are merged by entry; a conflict is settled by taking what was sent.
    const Event merged = withFields(mergedHere(incoming).event, incoming.conflicts, *incoming.sent.after);
    Event after = withFields(here, answer.fields, merged);
    return sameContent(here, after) ? std::nullopt : std::optional(EventChange{here, std::move(after)});
}

} // namespace interdict
