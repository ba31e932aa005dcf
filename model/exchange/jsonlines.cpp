// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/jsonlines.h"

#include "model/event/webaddress.h"
#include "model/exchange/jsonreader.h"
#include "model/vocabulary/gazetteer.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <set>

namespace interdict {

namespace {

struct Context // what the codes of a line are checked against; nothing: any code will do
{
    const Vocabulary* vocabulary = nullptr;
    const Gazetteer* gazetteer = nullptr;
};

QString tr(const char* text)
{
    return QCoreApplication::translate("JsonLines", text);
}

QString readTerm(JsonReader& line, const QString& field, TermKind kind, const Context& context)
{
    return context.vocabulary ? line.term(field, kind, *context.vocabulary) : line.optionalText(field);
}

QString readUid(JsonReader& line)
{
    static const QRegularExpression slug(QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9._-]*\\z"));
    const QString field = QStringLiteral("id");
    QString uid = line.text(field);
    if (!slug.match(uid).hasMatch())
        line.refuse(field, tr("a name of letters, digits and hyphens"));
    return uid;
}

std::vector<Source> readSources(JsonReader& line)
{
    std::vector<Source> sources;
    line.objects(QStringLiteral("sources"), [&sources](JsonReader& part) {
        Source source;
        source.title = part.text(QStringLiteral("title"));
        source.publisher = part.optionalText(QStringLiteral("publisher"));
        source.url = part.optionalText(QStringLiteral("url"));
        if (!source.url.isEmpty() && !isWebAddress(source.url))
            part.refuse(QStringLiteral("url"), tr("an address that begins with https:// or http://"));
        source.date = part.optionalDate(QStringLiteral("date"));
        if (part.has(QStringLiteral("kind")))
            source.kind = part.optionalText(QStringLiteral("kind"));
        if (part.has(QStringLiteral("archived_url")))
            source.archivedUrl = part.optionalText(QStringLiteral("archived_url"));
        if (!source.archivedUrl.isEmpty() && !isWebAddress(source.archivedUrl))
            part.refuse(QStringLiteral("archived_url"),
                        tr("an address that begins with https:// or http://"));
        sources.push_back(std::move(source));
    });
    return sources;
}

std::vector<Relation> readRelations(JsonReader& line, const Context& context)
{
    std::vector<Relation> relations;
    line.objects(QStringLiteral("related"), [&](JsonReader& part) {
        const QString field = QStringLiteral("relation");
        Relation relation{part.text(QStringLiteral("id")),
                          readTerm(part, field, TermKind::Relation, context)};
        if (relation.kind.isEmpty())
            part.refuse(field, tr("a kind of relation"));
        relations.push_back(std::move(relation));
    });
    return relations;
}

QString readCountry(JsonReader& line, const Context& context)
{
    const QString field = QStringLiteral("country");
    QString code = line.optionalText(field);
    const Place* place = context.gazetteer ? context.gazetteer->find(code) : nullptr;
    if (context.gazetteer && !code.isEmpty() && (!place || place->isSubdivision()))
        line.refuse(field, tr("a country's code by ISO 3166-1 as IT, or EU, or null"));
    return code;
}

QString readSubdivision(JsonReader& line, const QString& country, const Context& context)
{
    const QString field = QStringLiteral("subdivision");
    QString code = line.optionalText(field);
    const Place* place = context.gazetteer ? context.gazetteer->find(code) : nullptr;
    if (context.gazetteer && !code.isEmpty() &&
        (!place || !place->isSubdivision() || place->country != country))
        line.refuse(field, tr("a code by ISO 3166-2 within %1, or null").arg(country));
    return code;
}

QStringList readPlatforms(JsonReader& line, const Context& context)
{
    return line.list(
        QStringLiteral("platforms"),
        [&](const QString& name) { return !context.vocabulary || context.vocabulary->platform(name); },
        tr("a platform's name as in platforms.json"));
}

QStringList readConcerns(JsonReader& line, const Context& context)
{
    return line.list(
        QStringLiteral("concerns"),
        [&](const QString& code) {
            return !context.vocabulary || context.vocabulary->find(TermKind::Concern, code);
        },
        tr("a concern's code as in vocabulary.json"));
}

ReviewState readReview(JsonReader& line)
{
    const QString field = QStringLiteral("review");
    if (!line.has(field))
        return ReviewState::Published;
    const auto state = reviewFromCode(line.text(field));
    if (!state)
        line.refuse(field, tr("published, submitted or draft"));
    return state.value_or(ReviewState::Published);
}

std::vector<Comment> readComments(JsonReader& line)
{
    std::vector<Comment> comments;
    if (!line.has(QStringLiteral("comments")))
        return comments;
    line.objects(QStringLiteral("comments"), [&comments](JsonReader& part) {
        comments.push_back({part.optionalText(QStringLiteral("field")), part.text(QStringLiteral("text")),
                            part.optionalText(QStringLiteral("editor")),
                            part.optionalText(QStringLiteral("at")),
                            part.has(QStringLiteral("resolved")) && part.truth(QStringLiteral("resolved"))});
    });
    return comments;
}

Event readEvent(JsonReader& line, const Context& context)
{
    Event event;
    event.uid = readUid(line);
    event.title = line.text(QStringLiteral("title"));
    event.start = line.date(QStringLiteral("date"));
    event.end = line.optionalDate(QStringLiteral("end_date"));
    if (event.end && event.end->interval().last < event.start.interval().first)
        line.refuse(QStringLiteral("end_date"), tr("a day not before %1").arg(event.start.text()));
    event.country = readCountry(line, context);
    event.subdivision = readSubdivision(line, event.country, context);
    event.authority = line.optionalText(QStringLiteral("authority"));
    event.platforms = readPlatforms(line, context);
    event.measure = readTerm(line, QStringLiteral("measure"), TermKind::Measure, context);
    event.scope = readTerm(line, QStringLiteral("scope"), TermKind::Scope, context);
    event.status = readTerm(line, QStringLiteral("status"), TermKind::Status, context);
    event.concerns = readConcerns(line, context);
    event.summary = line.optionalText(QStringLiteral("summary"));
    event.relations = readRelations(line, context);
    event.sources = readSources(line);
    event.confidence = readTerm(line, QStringLiteral("confidence"), TermKind::Confidence, context);
    event.note = line.optionalText(QStringLiteral("note"));
    event.review = readReview(line);
    event.comments = readComments(line);
    return event;
}

std::optional<Milestone::Metric> readMetric(JsonReader& line)
{
    std::optional<Milestone::Metric> metric;
    line.optionalObject(QStringLiteral("metric"), [&metric](JsonReader& part) {
        metric = Milestone::Metric{};
        metric->name = part.text(QStringLiteral("name"));
        metric->value = part.number(QStringLiteral("value"));
        metric->unit = part.optionalText(QStringLiteral("unit"));
        metric->of = part.optionalText(QStringLiteral("of"));
    });
    return metric;
}

Milestone readMilestone(JsonReader& line, const Context& context)
{
    Milestone milestone;
    milestone.uid = readUid(line);
    milestone.title = line.text(QStringLiteral("title"));
    milestone.date = line.date(QStringLiteral("date"));
    milestone.organisation = line.optionalText(QStringLiteral("organisation"));
    milestone.country = readCountry(line, context);
    milestone.kind = readTerm(line, QStringLiteral("kind"), TermKind::MilestoneKind, context);
    milestone.platform = line.optionalText(QStringLiteral("platform"));
    milestone.summary = line.optionalText(QStringLiteral("summary"));
    milestone.metric = readMetric(line);
    milestone.sources = readSources(line);
    milestone.confidence = readTerm(line, QStringLiteral("confidence"), TermKind::Confidence, context);
    milestone.note = line.optionalText(QStringLiteral("note"));
    return milestone;
}

QString whereOf(const QString& name, qsizetype index)
{
    return QStringLiteral("%1:%2").arg(name).arg(index + 1);
}

// Entries in the order of lines, each uid once.
template <typename T>
Result<std::vector<T>> readLines(const QByteArray& text, const QString& name, const Context& context,
                                 T (*read)(JsonReader&, const Context&))
{
    QList<QByteArray> lines = text.split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    std::vector<T> entries;
    QHash<QString, qsizetype> lineOf;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto object = parseObject(lines[i], whereOf(name, i));
        if (!object)
            return tl::make_unexpected(object.error());
        JsonReader line(*object, whereOf(name, i));
        T entry = read(line, context);
        line.finish();
        if (lineOf.contains(entry.uid))
            line.refuse(QStringLiteral("id"),
                        tr("another id, as line %1 has this one").arg(lineOf[entry.uid] + 1));
        if (line.error())
            return tl::make_unexpected(*line.error());
        lineOf.insert(entry.uid, i);
        entries.push_back(std::move(entry));
    }
    return entries;
}

// Relations may point at later lines, so they are checked when all have been read.
Result<std::vector<Event>> withCheckedRelations(std::vector<Event> events, const QString& name)
{
    std::set<QString> uids;
    for (const Event& event : events)
        uids.insert(event.uid);
    for (std::size_t i = 0; i < events.size(); ++i)
        for (std::size_t k = 0; k < events[i].relations.size(); ++k) {
            const QString& other = events[i].relations[k].uid;
            if (uids.contains(other) && other != events[i].uid)
                continue;
            JsonReader part({{QStringLiteral("id"), other}}, whereOf(name, static_cast<qsizetype>(i)),
                            QStringLiteral("related[%1].").arg(k + 1));
            part.refuse(QStringLiteral("id"), tr("the id of another event of the file"));
            return tl::make_unexpected(*part.error());
        }
    return events;
}

} // namespace

Result<std::vector<Event>> readEvents(const QByteArray& text, const QString& name,
                                      const Vocabulary& vocabulary, const Gazetteer& gazetteer)
{
    return readLines<Event>(text, name, {&vocabulary, &gazetteer}, readEvent)
        .and_then(
            [&name](std::vector<Event>&& events) { return withCheckedRelations(std::move(events), name); });
}

Result<Event> eventFromRevision(const QByteArray& json, const QString& where)
{
    const auto object = parseObject(json, where);
    if (!object)
        return tl::make_unexpected(object.error());
    JsonReader line(*object, where);
    Event event = readEvent(line, {});
    if (line.error())
        return tl::make_unexpected(*line.error());
    return event;
}

Result<Event> readEventLine(const QByteArray& line, const QString& where, const Vocabulary& vocabulary,
                            const Gazetteer& gazetteer)
{
    auto object = parseObject(line, where);
    if (!object)
        return tl::make_unexpected(object.error());
    object->remove(QStringLiteral("import_error"));
    JsonReader reader(*object, where);
    Event event = readEvent(reader, Context{&vocabulary, &gazetteer});
    reader.finish();
    if (reader.error())
        return tl::make_unexpected(*reader.error());
    return event;
}

Event readEventPart(JsonReader& part)
{
    return readEvent(part, {});
}

Result<std::vector<Milestone>> readMilestones(const QByteArray& text, const QString& name,
                                              const Vocabulary& vocabulary, const Gazetteer& gazetteer)
{
    return readLines<Milestone>(text, name, {&vocabulary, &gazetteer}, readMilestone);
}

} // namespace interdict
