// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/recordcolumns.h"

#include "model/exchange/celltext.h"

#include <QCoreApplication>

namespace interdict {

namespace {

#define TEXT(text) QT_TRANSLATE_NOOP("DataDictionary", text)

QString dateText(const std::optional<PartialDate>& date)
{
    return date ? date->text() : QString();
}

// One part of each source; nothing where no source has it.
template <typename Part>
QString eachSource(const Event& event, Part part)
{
    QStringList values;
    for (const Source& source : event.sources)
        values << part(source);
    const auto known = [](const QString& value) { return !value.isEmpty(); };
    return std::any_of(values.begin(), values.end(), known) ? joinedCell(values) : QString();
}

template <QString Source::*Part>
QString sourceParts(const Event& event)
{
    return eachSource(event, [](const Source& source) { return source.*Part; });
}

QString sourceDates(const Event& event)
{
    return eachSource(event, [](const Source& source) { return dateText(source.date); });
}

QString relations(const Event& event)
{
    QStringList texts;
    for (const Relation& relation : event.relations)
        texts << relation.kind + u' ' + relation.uid;
    return joinedCell(texts);
}

template <QString Event::*Field>
QString text(const Event& event)
{
    return event.*Field;
}

using K = TermKind;
const std::array<RecordColumn, 23> columns{{
    {{"id", "name", TEXT("The event's lasting name, unique in the data set"), {}}, text<&Event::uid>},
    {{"title", "text", TEXT("What was done, in one line"), {}, true}, text<&Event::title>},
    {{"date", "partial date", TEXT("When it began or was done"), {}},
     [](const Event& e) { return e.start.text(); }},
    {{"end_date", "partial date", TEXT("When it ended; empty: open, or not known"), {}},
     [](const Event& e) { return dateText(e.end); }},
    {{"country", "ISO 3166-1 code", TEXT("The jurisdiction: a country, or EU for the Union"), {}},
     text<&Event::country>},
    {{"subdivision", "ISO 3166-2 code", TEXT("State, province or region, where it acts"), {}},
     text<&Event::subdivision>},
    {{"authority", "text", TEXT("Who acted"), {}}, text<&Event::authority>},
    {{"platforms", "list of names", TEXT("The platforms that it is about"), {}},
     [](const Event& e) { return joinedCell(e.platforms); }},
    {{"measure", "code", TEXT("What was done"), K::Measure}, text<&Event::measure>},
    {{"scope", "code", TEXT("Whom it binds"), K::Scope}, text<&Event::scope>},
    {{"status", "code", TEXT("What became of it"), K::Status}, text<&Event::status>},
    {{"concerns", "list of codes", TEXT("Why it was done"), K::Concern},
     [](const Event& e) { return joinedCell(e.concerns); }},
    {{"confidence", "code", TEXT("How well it is sourced"), K::Confidence}, text<&Event::confidence>},
    {{"summary", "text", TEXT("What happened, in a few sentences"), {}, true}, text<&Event::summary>},
    {{"related", "list of relations", TEXT("Other events: the kind of relation, then their id"), K::Relation},
     relations},
    {{"sources", "list of addresses", TEXT("Where it is told: the sources' addresses"), {}, true},
     sourceParts<&Source::url>},
    {{"source_titles", "list of texts", TEXT("The sources' titles, in the same order"), {}, true},
     sourceParts<&Source::title>},
    {{"source_publishers", "list of texts", TEXT("Who published them"), {}}, sourceParts<&Source::publisher>},
    {{"source_dates", "list of partial dates", TEXT("When they were published"), {}}, sourceDates},
    {{"source_kinds", "list of texts", TEXT("Law, official, court, press …"), {}},
     sourceParts<&Source::kind>},
    {{"source_archived_urls", "list of addresses", TEXT("Where copies of them are kept"), {}},
     sourceParts<&Source::archivedUrl>},
    {{"note", "text", TEXT("What is disputed, or was decided in coding"), {}, true}, text<&Event::note>},
    {{"review", "code", TEXT("How far it is in review"), {}},
     [](const Event& e) { return reviewCode(e.review); }},
}};

#undef TEXT

} // namespace

std::span<const RecordColumn> recordColumns()
{
    return columns;
}

QString columnMeaning(const ColumnInfo& column)
{
    return QCoreApplication::translate("DataDictionary", column.meaning);
}

} // namespace interdict
