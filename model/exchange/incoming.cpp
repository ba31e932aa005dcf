// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/incoming.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace interdict {

namespace {

constexpr std::size_t eventsPerReport = 64;

bool holds(const std::vector<EventField>& fields, EventField field)
{
    return std::find(fields.begin(), fields.end(), field) != fields.end();
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

// An event's changes as one, and the states on the way: the first is what the sender began from, if anything.
struct Way
{
    Incoming incoming;
    std::vector<Event> states;
};

std::vector<Way> gathered(std::span<const SentChange> changes)
{
    std::vector<Way> all;
    QHash<QString, std::size_t> places;
    for (const SentChange& sent : changes) {
        const QString uid = sent.change.uid();
        const auto place = places.constFind(uid);
        if (place == places.cend()) {
            places.insert(uid, all.size());
            all.push_back({{Incoming::Kind::Known, sent.change, {}, {}, {}, {}, {}, {}, {}, {}}, {}});
            if (sent.change.before)
                all.back().states.push_back(*sent.change.before);
        } else if (EventChange& sum = all[*place].incoming.sent; sum.before || sum.after) {
            sum = followedBy(sum, sent.change);
        } else {
            sum = sent.change; // added, deleted, and added again
        }
        Way& way = all[places.value(uid)];
        if (way.incoming.sent.after)
            way.states.push_back(*way.incoming.sent.after);
        append(way.incoming.editors, sent.editor);
        append(way.incoming.steps, sent.step);
        way.incoming.when = sent.when;
    }
    std::erase_if(all, [](const Way& way) { return !way.incoming.sent.before && !way.incoming.sent.after; });
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

// The states of both sides from one on that both had whole: that which the sender began from, or else the
// last one of here that was there too. Without any, what is here now is all that is known to stand beside
// what was sent.
struct Sides
{
    std::span<const Event> there, here;
    bool isShared = false;
};

Sides sinceShared(std::span<const Event> there, std::span<const Event> here)
{
    for (std::size_t h = here.size(); h-- > 0;)
        if (sameContent(here[h], there.front()))
            return {there, here.subspan(h), true};
    for (std::size_t h = here.size(); h-- > 0;)
        for (std::size_t t = there.size(); t-- > 1;)
            if (sameContent(here[h], there[t]))
                return {there.subspan(t), here.subspan(h), true};
    return {there, here.last(1), false};
}

// Whether the other side went through all that this side did, in this order.
bool isPartOf(std::span<const Event> side, std::span<const Event> other, const EventFieldInfo& field)
{
    auto at = other.begin();
    return std::all_of(side.begin(), side.end(), [&](const Event& state) {
        at = std::find_if(at, other.end(), [&](const Event& that) { return field.equal(state, that); });
        return at != other.end();
    });
}

// The last of this side's states whose field the other side had too; null where there is none.
const Event* lastShared(std::span<const Event> side, std::span<const Event> other,
                        const EventFieldInfo& field)
{
    const auto it = std::find_if(side.rbegin(), side.rend(), [&](const Event& state) {
        return std::any_of(other.begin(), other.end(),
                           [&](const Event& that) { return field.equal(state, that); });
    });
    return it == side.rend() ? nullptr : &*it;
}

// Each field as both sides last had it; as in `base` where they never did. Where each side sees another value
// last, they crossed: none is the older one.
struct Common
{
    Event base;
    std::vector<EventField> crossed;
};

Common lastCommon(const Event& base, const Sides& sides)
{
    Common common{base, {}};
    for (const EventFieldInfo& field : eventFields()) {
        const Event* here = lastShared(sides.here, sides.there, field);
        const Event* there = lastShared(sides.there, sides.here, field);
        if (!here || !there)
            continue;
        if (field.equal(*here, *there) || isPartOf(sides.here, sides.there, field))
            field.copy(*here, common.base);
        else if (isPartOf(sides.there, sides.here, field))
            field.copy(*there, common.base);
        else
            common.crossed.push_back(field.field);
    }
    return common;
}

template <typename List>
bool sameEntries(const List& a, const List& b)
{
    return a.size() == b.size() && std::is_permutation(a.begin(), a.end(), b.begin());
}

bool sameEntries(EventField field, const Event& a, const Event& b)
{
    switch (field) {
    case EventField::Platforms:
        return sameEntries(a.platforms, b.platforms);
    case EventField::Concerns:
        return sameEntries(a.concerns, b.concerns);
    case EventField::Relations:
        return sameEntries(a.relations, b.relations);
    case EventField::Sources:
        return sameEntries(a.sources, b.sources);
    case EventField::Comments:
        return sameEntries(a.comments, b.comments);
    default:
        return false;
    }
}

// Two copies that get each other's entries get them in one order: that of the side that had all of them
// first.
void takeOrder(Event& merged, const Event& sent, const Event& present)
{
    for (const EventFieldInfo& field : eventFields())
        if (sameEntries(field.field, merged, sent) && !sameEntries(field.field, present, sent))
            field.copy(sent, merged);
}

void judgeEdit(Incoming& incoming, const Sides& sides, bool hasBase)
{
    const Event& sent = *incoming.sent.after;
    const Event& here = *incoming.present;
    MergedEvent merged{here, {}};
    if (hasBase) {
        Common common = lastCommon(incoming.sent.before ? *incoming.sent.before : sides.there.front(), sides);
        merged = mergeEvents(common.base, sent, here);
        for (const EventField field : common.crossed)
            if (!info(field).equal(sent, here) && !holds(merged.conflicts, field))
                merged.conflicts.push_back(field);
        incoming.base = std::move(common.base);
    } else { // both added it
        merged.conflicts = changedFields(here, sent);
    }
    takeOrder(merged.event, sent, here);
    incoming.conflicts = merged.conflicts;
    std::sort(incoming.conflicts.begin(), incoming.conflicts.end());
    for (const EventField field : merged.conflicts)
        info(field).copy(sent, merged.event);
    incoming.fields = changedFields(here, merged.event);
    incoming.merged = std::move(merged.event);
    incoming.kind = incoming.fields.empty() ? Incoming::Kind::Known : Incoming::Kind::Edit;
}

void judge(Way& way, const States& states)
{
    Incoming& incoming = way.incoming;
    const auto& [before, after] = incoming.sent;
    std::vector<Event> here;
    for (const auto& state : states)
        if (state)
            here.push_back(*state);
    if (!states.empty())
        incoming.present = states.back();
    incoming.base = before;
    if (!incoming.present) {
        incoming.kind = !after                    ? Incoming::Kind::Known
                        : before || !here.empty() ? Incoming::Kind::Restore
                                                  : Incoming::Kind::Add;
        incoming.merged = after;
        if (after)
            incoming.fields = filledFields(*after);
        return;
    }
    const Sides sides = sinceShared(way.states, here);
    if (after)
        return judgeEdit(incoming, sides, before || sides.isShared);
    incoming.kind = Incoming::Kind::Delete;
    incoming.base = lastCommon(*before, sides).base;
    incoming.conflicts = changedFields(*incoming.base, *incoming.present);
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

Result<std::vector<Incoming>> incomingEvents(std::span<const SentChange> changes, const StatesHere& here,
                                             const ExchangeProgress& progress)
{
    std::vector<Way> ways = gathered(changes);
    std::vector<Incoming> all;
    all.reserve(ways.size());
    for (Way& way : ways) {
        if (progress && all.size() % eventsPerReport == 0 &&
            !progress(static_cast<double>(all.size()) / static_cast<double>(ways.size())))
            return failure(Error::Kind::Cancelled, QCoreApplication::translate("ChangeSet", "Cancelled."));
        const auto states = here(way.incoming.uid());
        if (!states)
            return tl::make_unexpected(states.error());
        judge(way, *states);
        all.push_back(std::move(way.incoming));
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
        return addition(*incoming.merged, answer.fields);
    Event after = withFields(*incoming.present, answer.fields, *incoming.merged);
    return sameContent(*incoming.present, after)
               ? std::nullopt
               : std::optional(EventChange{incoming.present, std::move(after)});
}

} // namespace interdict
