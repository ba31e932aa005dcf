// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes entries with their fields in the order people read them, which QJsonObject does not keep.
#include "model/exchange/jsonlines.h"

#include <charconv>
#include <cmath>

namespace interdict {

namespace {

QByteArray escaped(char c)
{
    switch (c) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\b':
        return "\\b";
    case '\f':
        return "\\f";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return "\\u00" + QByteArray::number(static_cast<int>(c), 16).rightJustified(2, '0');
    }
}

bool mustEscape(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

QByteArray quoted(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    QByteArray out;
    out.reserve(bytes.size() + 2);
    out += '"';
    for (auto from = bytes.begin(); from != bytes.end();) {
        const auto to = std::find_if(from, bytes.end(), mustEscape);
        out.append(from, to - from);
        from = to;
        if (from != bytes.end())
            out += escaped(*from++);
    }
    return out += '"';
}

QByteArray quotedOrNull(const QString& text)
{
    return text.isEmpty() ? QByteArray("null") : quoted(text);
}

QByteArray dateOrNull(const std::optional<PartialDate>& date)
{
    return date ? quoted(date->text()) : QByteArray("null");
}

// The shortest decimal that reads back the same; whole numbers without point or exponent.
QByteArray number(double value)
{
    constexpr double exactWholeNumbers = 1e15;
    if (!std::isfinite(value))
        return "null";
    if (value == std::floor(value) && std::abs(value) < exactWholeNumbers)
        return QByteArray::number(static_cast<qint64>(value));
    std::array<char, 32> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return QByteArray(buffer.data(), end - buffer.data());
}

class ObjectWriter
{
public:
    ObjectWriter& field(const char* name, const QByteArray& json)
    {
        m_out += m_out.isEmpty() ? "{\"" : ", \"";
        m_out += name;
        m_out += "\": ";
        m_out += json;
        return *this;
    }
    QByteArray done() const { return (m_out.isEmpty() ? QByteArray("{") : m_out) + '}'; }

private:
    QByteArray m_out;
};

template <typename List, typename Write>
QByteArray list(const List& values, Write write)
{
    QByteArray out;
    for (const auto& value : values)
        out += (out.isEmpty() ? "" : ", ") + write(value);
    return '[' + out + ']';
}

QByteArray relation(const Relation& r)
{
    return ObjectWriter().field("id", quoted(r.uid)).field("relation", quotedOrNull(r.kind)).done();
}

QByteArray source(const Source& s)
{
    ObjectWriter writer;
    writer.field("title", quotedOrNull(s.title))
        .field("publisher", quotedOrNull(s.publisher))
        .field("url", quotedOrNull(s.url))
        .field("date", dateOrNull(s.date));
    if (!s.kind.isEmpty())
        writer.field("kind", quoted(s.kind));
    if (!s.archivedUrl.isEmpty())
        writer.field("archived_url", quoted(s.archivedUrl));
    return writer.done();
}

QByteArray comment(const Comment& c)
{
    ObjectWriter writer;
    writer.field("field", quotedOrNull(c.field))
        .field("text", quoted(c.text))
        .field("editor", quotedOrNull(c.editor))
        .field("at", quotedOrNull(c.at));
    if (c.resolved)
        writer.field("resolved", "true");
    return writer.done();
}

QByteArray metric(const Milestone::Metric& m)
{
    return ObjectWriter()
        .field("name", quotedOrNull(m.name))
        .field("value", number(m.value))
        .field("unit", quotedOrNull(m.unit))
        .field("of", quotedOrNull(m.of))
        .done();
}

QByteArray term(TermKind kind, const Term& t)
{
    ObjectWriter writer;
    writer.field("code", quoted(t.code)).field("label", quoted(t.label));
    if (!t.description.isEmpty())
        writer.field("description", quoted(t.description));
    if (kind == TermKind::Measure)
        writer.field("severity", QByteArray::number(t.severity))
            .field("restricts", t.restricts ? "true" : "false");
    if (kind == TermKind::Status)
        writer.field("in_force", t.inForce ? "true" : "false");
    if (!t.note.isEmpty())
        writer.field("note", quoted(t.note));
    if (!t.colour.isEmpty())
        writer.field("colour", quoted(t.colour));
    return writer.done();
}

QByteArray platform(const Platform& p)
{
    ObjectWriter writer;
    writer.field("name", quoted(p.name))
        .field("developer", quotedOrNull(p.developer))
        .field("developer_country", quotedOrNull(p.developerCountry))
        .field("kind", quotedOrNull(p.kind));
    if (!p.colour.isEmpty())
        writer.field("colour", quoted(p.colour));
    return writer.done();
}

} // namespace

QByteArray eventToJson(const Event& event)
{
    ObjectWriter writer;
    writer.field("id", quoted(event.uid))
        .field("title", quoted(event.title))
        .field("date", quoted(event.start.text()))
        .field("end_date", dateOrNull(event.end))
        .field("country", quotedOrNull(event.country))
        .field("subdivision", quotedOrNull(event.subdivision))
        .field("authority", quotedOrNull(event.authority))
        .field("platforms", list(event.platforms, quoted))
        .field("measure", quotedOrNull(event.measure))
        .field("scope", quotedOrNull(event.scope))
        .field("status", quotedOrNull(event.status))
        .field("concerns", list(event.concerns, quoted))
        .field("summary", quotedOrNull(event.summary))
        .field("related", list(event.relations, relation))
        .field("sources", list(event.sources, source))
        .field("confidence", quotedOrNull(event.confidence))
        .field("note", quotedOrNull(event.note));
    if (event.review != ReviewState::Published)
        writer.field("review", quoted(reviewCode(event.review)));
    if (!event.comments.empty())
        writer.field("comments", list(event.comments, comment));
    return writer.done();
}

QByteArray milestoneToJson(const Milestone& milestone)
{
    return ObjectWriter()
        .field("id", quoted(milestone.uid))
        .field("title", quoted(milestone.title))
        .field("date", quoted(milestone.date.text()))
        .field("organisation", quotedOrNull(milestone.organisation))
        .field("country", quotedOrNull(milestone.country))
        .field("kind", quotedOrNull(milestone.kind))
        .field("platform", quotedOrNull(milestone.platform))
        .field("summary", quotedOrNull(milestone.summary))
        .field("metric", milestone.metric ? metric(*milestone.metric) : QByteArray("null"))
        .field("sources", list(milestone.sources, source))
        .field("confidence", quotedOrNull(milestone.confidence))
        .field("note", quotedOrNull(milestone.note))
        .done();
}

QByteArray wordsToJson(const Vocabulary& words)
{
    ObjectWriter writer;
    for (int i = 0; i < termKindCount; ++i) {
        const auto kind = static_cast<TermKind>(i);
        if (!words.terms(kind).empty())
            writer.field(termKindCode(kind).toLatin1().constData(),
                         list(words.terms(kind), [kind](const Term& t) { return term(kind, t); }));
    }
    if (!words.platforms().empty())
        writer.field("platforms", list(words.platforms(), platform));
    return writer.done();
}

} // namespace interdict
