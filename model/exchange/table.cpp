// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/table.h"

#include "model/vocabulary/gazetteer.h"
#include "model/vocabulary/vocabulary.h"

#include <functional>

namespace interdict {

namespace {

struct CsvField
{
    const char* name;
    std::function<QString(const Event&)> value;
};

QString joined(const QStringList& values)
{
    return values.join(QStringLiteral("; "));
}

QString sourceUrls(const Event& event)
{
    QStringList urls;
    for (const Source& source : event.sources)
        urls << source.url;
    return joined(urls);
}

QString relations(const Event& event)
{
    QStringList texts;
    for (const Relation& relation : event.relations)
        texts << relation.kind + u' ' + relation.uid;
    return joined(texts);
}

const std::vector<CsvField>& csvFields()
{
    static const std::vector<CsvField> fields{
        {"id", [](const Event& e) { return e.uid; }},
        {"title", [](const Event& e) { return e.title; }},
        {"date", [](const Event& e) { return e.start.text(); }},
        {"end_date", [](const Event& e) { return e.end ? e.end->text() : QString(); }},
        {"country", [](const Event& e) { return e.country; }},
        {"subdivision", [](const Event& e) { return e.subdivision; }},
        {"authority", [](const Event& e) { return e.authority; }},
        {"platforms", [](const Event& e) { return joined(e.platforms); }},
        {"measure", [](const Event& e) { return e.measure; }},
        {"scope", [](const Event& e) { return e.scope; }},
        {"status", [](const Event& e) { return e.status; }},
        {"concerns", [](const Event& e) { return joined(e.concerns); }},
        {"confidence", [](const Event& e) { return e.confidence; }},
        {"summary", [](const Event& e) { return e.summary; }},
        {"related", relations},
        {"sources", sourceUrls},
        {"note", [](const Event& e) { return e.note; }},
    };
    return fields;
}

QString quotedCsv(QString text)
{
    const bool plain = std::none_of(text.cbegin(), text.cend(), [](QChar c) {
        return c == u',' || c == u'"' || c == u'\n' || c == u'\r';
    });
    return plain ? text : u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace

QByteArray eventsToCsv(std::span<const Event> events)
{
    QStringList header;
    for (const CsvField& field : csvFields())
        header << QLatin1String(field.name);
    QByteArray out = header.join(u',').toUtf8() + '\n';
    for (const Event& event : events) {
        QStringList cells;
        for (const CsvField& field : csvFields())
            cells << quotedCsv(field.value(event));
        out += cells.join(u',').toUtf8() + '\n';
    }
    return out;
}

QByteArray eventsToText(std::span<const Event> events, const Vocabulary& vocabulary,
                        const Gazetteer& gazetteer)
{
    std::vector<QStringList> rows;
    for (const Event& event : events)
        rows.push_back({event.start.text(), gazetteer.name(event.place()),
                        vocabulary.label(TermKind::Measure, event.measure),
                        vocabulary.label(TermKind::Status, event.status),
                        event.platforms.join(QStringLiteral(", ")), event.title});
    std::array<qsizetype, 5> widths{};
    for (const QStringList& row : rows)
        for (std::size_t i = 0; i < widths.size(); ++i) // one long list must not push the titles out of sight
            widths[i] = std::clamp(row[static_cast<qsizetype>(i)].size(), widths[i], qsizetype(28));
    QByteArray out;
    for (const QStringList& row : rows) {
        QString line;
        for (std::size_t i = 0; i < widths.size(); ++i)
            line += row[static_cast<qsizetype>(i)].leftJustified(widths[i]) + QStringLiteral("  ");
        out += (line + row.back()).toUtf8() + '\n';
    }
    return out;
}

} // namespace interdict
