// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/changeset.h"

#include "model/exchange/jsonlines.h"
#include "model/exchange/jsonreader.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace interdict {

namespace {

constexpr int formatVersion = 1;
constexpr std::size_t changesPerReport = 256;
constexpr double parsedPart = 0.3; // of the time that reading takes

QString tr(const char* text)
{
    return QCoreApplication::translate("ChangeSet", text);
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

struct UsedWords
{
    std::array<QSet<QString>, termKindCount> terms;
    QSet<QString> platforms;

    void add(TermKind kind, const QString& code) { terms[static_cast<std::size_t>(kind)].insert(code); }
    void add(const Event& event)
    {
        for (const QString& name : event.platforms)
            platforms.insert(name);
        for (const QString& code : event.concerns)
            add(TermKind::Concern, code);
        for (const Relation& relation : event.relations)
            add(TermKind::Relation, relation.kind);
        add(TermKind::Measure, event.measure);
        add(TermKind::Scope, event.scope);
        add(TermKind::Status, event.status);
        add(TermKind::Confidence, event.confidence);
    }
};

// Those for which the tests hold, in their order.
template <typename TermTest, typename PlatformTest>
Vocabulary selected(const Vocabulary& all, TermTest isTerm, PlatformTest isPlatform)
{
    Vocabulary words;
    for (int i = 0; i < termKindCount; ++i)
        for (const Term& term : all.terms(static_cast<TermKind>(i)))
            if (isTerm(static_cast<TermKind>(i), term.code))
                words.add(static_cast<TermKind>(i), term);
    for (const Platform& platform : all.platforms())
        if (isPlatform(platform.name))
            words.add(platform);
    return words;
}

} // namespace

QByteArray changeSetToJson(const ChangeSet& set)
{
    QByteArray lines;
    for (const SentChange& sent : set.changes)
        lines += (lines.isEmpty() ? "\n" : ",\n") + changeToJson(sent);
    const QByteArray words = isEmpty(set.words) ? QByteArray() : ", \"words\": " + wordsToJson(set.words);
    return "{\"interdict_changes\": " + QByteArray::number(formatVersion) + words + ", \"changes\": [" +
           lines + "\n]}\n";
}

Result<ChangeSet> readChangeSet(const QByteArray& json, const QString& name, const ExchangeProgress& progress)
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
    ChangeSet set;
    if (file.has(QStringLiteral("words")))
        file.optionalObject(QStringLiteral("words"),
                            [&](JsonReader& part) { set.words = readWordsPart(part); });
    const auto count = static_cast<double>(object->value(QStringLiteral("changes")).toArray().size());
    bool isCancelled = false;
    file.objects(QStringLiteral("changes"), [&](JsonReader& part) {
        const std::size_t done = set.changes.size();
        if (progress && done % changesPerReport == 0)
            isCancelled =
                isCancelled || !progress(parsedPart + (1 - parsedPart) * static_cast<double>(done) / count);
        if (isCancelled)
            part.refuse({}, {}); // ends the reading
        else
            set.changes.push_back(readChange(part));
    });
    if (isCancelled)
        return failure(Error::Kind::Cancelled, tr("Reading %1 was cancelled.").arg(name));
    file.finish();
    if (file.error())
        return tl::make_unexpected(*file.error());
    return set;
}

Vocabulary wordsOf(std::span<const Event* const> events, const Vocabulary& all)
{
    UsedWords used;
    for (const Event* event : events)
        used.add(*event);
    return selected(
        all,
        [&](TermKind kind, const QString& code) {
            return used.terms[static_cast<std::size_t>(kind)].contains(code);
        },
        [&](const QString& name) { return used.platforms.contains(name); });
}

Vocabulary wordsOf(std::span<const SentChange> changes, const Vocabulary& all)
{
    std::vector<const Event*> events;
    for (const SentChange& sent : changes)
        if (sent.change.after)
            events.push_back(&*sent.change.after);
    return wordsOf(events, all);
}

Vocabulary newWords(const Vocabulary& sent, const Vocabulary& here)
{
    return selected(
        sent, [&](TermKind kind, const QString& code) { return !here.find(kind, code); },
        [&](const QString& name) { return !here.platform(name); });
}

Vocabulary joinedWords(Vocabulary here, const Vocabulary& more)
{
    for (int i = 0; i < termKindCount; ++i)
        for (const Term& term : more.terms(static_cast<TermKind>(i)))
            here.add(static_cast<TermKind>(i), term);
    for (const Platform& platform : more.platforms())
        here.add(platform);
    return here;
}

bool isEmpty(const Vocabulary& words)
{
    return words == Vocabulary();
}

} // namespace interdict
