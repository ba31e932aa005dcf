// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/formstate.h"

#include "widgets/editor/placenames.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace interdict {

namespace {

template <typename State>
struct TextEntry
{
    const char* key;
    QString State::*text;
};

constexpr TextEntry<FormState> texts[] = {
    {"title", &FormState::title},
    {"start", &FormState::start},
    {"end", &FormState::end},
    {"country", &FormState::country},
    {"subdivision", &FormState::subdivision},
    {"authority", &FormState::authority},
    {"platform_typed", &FormState::platformTyped},
    {"concern_typed", &FormState::concernTyped},
    {"relation_typed", &FormState::relationTyped},
    {"source_typed", &FormState::sourceTyped},
    {"measure", &FormState::measure},
    {"scope", &FormState::scope},
    {"status", &FormState::status},
    {"confidence", &FormState::confidence},
    {"summary", &FormState::summary},
    {"note", &FormState::note},
    {"review", &FormState::review},
};

constexpr TextEntry<SourceText> sourceTexts[] = {
    {"title", &SourceText::title}, {"publisher", &SourceText::publisher},
    {"url", &SourceText::url},     {"date", &SourceText::date},
    {"kind", &SourceText::kind},   {"archived", &SourceText::archivedUrl},
};

constexpr TextEntry<Comment> commentTexts[] = {
    {"field", &Comment::field}, {"text", &Comment::text}, {"editor", &Comment::editor}, {"at", &Comment::at}};

constexpr TextEntry<Relation> relationTexts[] = {{"uid", &Relation::uid}, {"kind", &Relation::kind}};

template <typename State, std::size_t Count>
QJsonObject toObject(const State& state, const TextEntry<State> (&entries)[Count])
{
    QJsonObject object;
    for (const auto& entry : entries)
        object.insert(QLatin1String(entry.key), state.*entry.text);
    return object;
}

template <typename State, std::size_t Count>
State fromObject(const QJsonObject& object, const TextEntry<State> (&entries)[Count])
{
    State state;
    for (const auto& entry : entries)
        state.*entry.text = object.value(QLatin1String(entry.key)).toString();
    return state;
}

template <typename State, std::size_t Count>
QJsonArray toArray(const std::vector<State>& states, const TextEntry<State> (&entries)[Count])
{
    QJsonArray array;
    for (const State& state : states)
        array.append(toObject(state, entries));
    return array;
}

template <typename State, std::size_t Count>
std::vector<State> fromArray(const QJsonValue& value, const TextEntry<State> (&entries)[Count])
{
    std::vector<State> states;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& entry : array)
        states.push_back(fromObject(entry.toObject(), entries));
    return states;
}

QStringList toStrings(const QJsonValue& value)
{
    QStringList strings;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& entry : array)
        strings.append(entry.toString());
    return strings;
}

} // namespace

FormState stateOf(const Event& event, const Gazetteer& gazetteer)
{
    FormState state;
    state.title = event.title;
    state.start = event.start.text();
    state.end = event.end ? event.end->text() : QString();
    state.country = placeText(event.country, {}, gazetteer);
    state.subdivision = placeText(event.subdivision, event.country, gazetteer);
    state.authority = event.authority;
    state.platforms = event.platforms;
    state.concerns = event.concerns;
    state.measure = event.measure;
    state.scope = event.scope;
    state.status = event.status;
    state.confidence = event.confidence;
    state.summary = event.summary;
    state.note = event.note;
    state.relations = event.relations;
    for (const Source& source : event.sources)
        state.sources.push_back({source.title, source.publisher, source.url,
                                 source.date ? source.date->text() : QString(), source.kind,
                                 source.archivedUrl});
    state.review = reviewCode(event.review);
    state.comments = event.comments;
    return state;
}

FormState followed(FormState state, const std::vector<VocabularyChange>& changes)
{
    Event event;
    const auto pairs = std::tuple(
        std::pair(&FormState::platforms, &Event::platforms),
        std::pair(&FormState::concerns, &Event::concerns), std::pair(&FormState::measure, &Event::measure),
        std::pair(&FormState::scope, &Event::scope), std::pair(&FormState::status, &Event::status),
        std::pair(&FormState::confidence, &Event::confidence),
        std::pair(&FormState::relations, &Event::relations));
    const auto each = [&pairs](auto work) {
        std::apply([&work](const auto&... pair) { (work(pair.first, pair.second), ...); }, pairs);
    };
    each([&](auto here, auto there) { event.*there = state.*here; });
    for (const VocabularyChange& change : changes)
        for (const Renaming& renaming : change.renamings())
            event = renamed(std::move(event), renaming);
    each([&](auto here, auto there) { state.*here = event.*there; });
    return state;
}

QByteArray toJson(const FormState& state)
{
    QJsonObject object = toObject(state, texts);
    object.insert(QLatin1String("platforms"), QJsonArray::fromStringList(state.platforms));
    object.insert(QLatin1String("concerns"), QJsonArray::fromStringList(state.concerns));
    object.insert(QLatin1String("relations"), toArray(state.relations, relationTexts));
    object.insert(QLatin1String("sources"), toArray(state.sources, sourceTexts));
    QJsonArray comments = toArray(state.comments, commentTexts);
    for (qsizetype i = 0; i < comments.size(); ++i) {
        QJsonObject comment = comments[i].toObject();
        comment.insert(QLatin1String("resolved"), state.comments[static_cast<std::size_t>(i)].resolved);
        comments[i] = comment;
    }
    object.insert(QLatin1String("comments"), comments);
    QJsonObject typed;
    for (auto it = state.commentsTyped.begin(); it != state.commentsTyped.end(); ++it)
        typed.insert(it.key(), it.value());
    object.insert(QLatin1String("comments_typed"), typed);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<FormState> formStateFromJson(const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    FormState state = fromObject(object, texts);
    const QJsonArray comments = object.value(QLatin1String("comments")).toArray();
    state.comments = fromArray(comments, commentTexts);
    for (qsizetype i = 0; i < comments.size(); ++i)
        state.comments[static_cast<std::size_t>(i)].resolved =
            comments[i].toObject().value(QLatin1String("resolved")).toBool();
    const QJsonObject typed = object.value(QLatin1String("comments_typed")).toObject();
    for (auto it = typed.begin(); it != typed.end(); ++it)
        state.commentsTyped.insert(it.key(), it.value().toString());
    state.platforms = toStrings(object.value(QLatin1String("platforms")));
    state.concerns = toStrings(object.value(QLatin1String("concerns")));
    state.relations = fromArray(object.value(QLatin1String("relations")), relationTexts);
    state.sources = fromArray(object.value(QLatin1String("sources")), sourceTexts);
    return state;
}

} // namespace interdict
