// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/datadictionary.h"

#include "model/edit/eventfields.h"
#include "model/exchange/table.h"

#include <QCoreApplication>

namespace interdict {

namespace {

#define TEXT(text) QT_TRANSLATE_NOOP("DataDictionary", text)

constexpr const char* realDate = TEXT("The same as a date to reckon with; empty unless known to the day");

const std::array<ColumnInfo, 9> ofSources{{
    {"event", "name", TEXT("The event's id"), {}},
    {"number", "number", TEXT("The source's place in the event's list, from 1"), {}},
    {"title", "text", TEXT("The source's title"), {}, true},
    {"publisher", "text", TEXT("Who published it"), {}},
    {"url", "address", TEXT("Where it is"), {}, true},
    {"date", "partial date", TEXT("When it was published"), {}},
    {"date_day", "date", realDate, {}},
    {"kind", "text", TEXT("Law, official, court, press …"), {}},
    {"archived_url", "address", TEXT("Where a copy is kept"), {}},
}};
const std::array<ColumnInfo, 3> ofRelations{{
    {"event", "name", TEXT("The event's id"), {}},
    {"relation", "code", TEXT("What it does to the other event"), TermKind::Relation},
    {"other", "name", TEXT("The other event's id; that event may lie outside this file"), {}},
}};
const std::array<ColumnInfo, 7> ofComments{{
    {"event", "name", TEXT("The event's id"), {}},
    {"number", "number", TEXT("The comment's place in the event's list, from 1"), {}},
    {"field", "name", TEXT("The field that it is on; empty: the event as a whole"), {}},
    {"text", "text", TEXT("What is said in review"), {}, true},
    {"editor", "text", TEXT("Who says it"), {}},
    {"at", "time", TEXT("When, in UTC"), {}},
    {"resolved", "yes or no", TEXT("Whether it is settled"), {}},
}};
const std::array<ColumnInfo, 11> ofVocabulary{{
    {"kind", "text", TEXT("What the term is: measure, concern, scope … or platform"), {}},
    {"code", "code", TEXT("As it stands in the other tables"), {}},
    {"label", "text", TEXT("As people read it"), {}},
    {"description", "text", TEXT("What it means"), {}, true},
    {"severity", "number", TEXT("Of measures: 0 (lifting) to 5 (block for the whole country)"), {}},
    {"restricts", "yes or no", TEXT("Of measures: whether it limits use while in force"), {}},
    {"in_force", "yes or no", TEXT("Of statuses: whether the measure is or was in force"), {}},
    {"developer", "text", TEXT("Of platforms: who makes it"), {}},
    {"developer_country", "ISO 3166-1 code", TEXT("Of platforms: where the developer is"), {}},
    {"note", "text", TEXT("A remark on the term"), {}, true},
    {"colour", "#rrggbb", TEXT("Chosen for the term or platform; empty: the program's own"), {}},
}};

#undef TEXT

QString tr(const char* text)
{
    return QCoreApplication::translate("DataDictionary", text);
}

QString codesOf(const ColumnInfo& column, const Vocabulary& vocabulary)
{
    QStringList codes;
    if (column.terms)
        for (const Term& term : vocabulary.terms(*column.terms))
            codes << term.code + QStringLiteral(" = ") + term.label;
    if (column.key == QLatin1String("review"))
        for (const ReviewState state : reviewStates)
            codes << reviewCode(state) + QStringLiteral(" = ") + reviewLabel(state);
    return codes.join(QStringLiteral("; "));
}

DictionaryRow rowOf(const QString& table, const ColumnInfo& column, const Vocabulary& vocabulary)
{
    const QString key = QLatin1String(column.key);
    const auto field = eventFieldFromKey(key);
    const bool isEvent = table == QLatin1String("events");
    return {table,
            key,
            isEvent && field ? fieldLabel(*field) : QString(),
            QLatin1String(column.type),
            columnMeaning(column),
            codesOf(column, vocabulary)};
}

bool isPartialDate(const ColumnInfo& column)
{
    return column.type == QLatin1String("partial date");
}

} // namespace

QStringList dictionaryHeader()
{
    return {QStringLiteral("table"), QStringLiteral("field"),   QStringLiteral("label"),
            QStringLiteral("type"),  QStringLiteral("meaning"), QStringLiteral("codes")};
}

std::vector<DictionaryRow> eventDictionary(const Vocabulary& vocabulary)
{
    std::vector<DictionaryRow> rows;
    for (const RecordColumn& column : recordColumns()) {
        rows.push_back(rowOf(QStringLiteral("events"), column, vocabulary));
        if (isPartialDate(column))
            rows.back().meaning += tr(" (a day, month, quarter or year: 2025-01-30, 2025-01, 2025-Q1, 2025)");
        else if (QLatin1String(column.type).startsWith(QLatin1String("list")))
            rows.back().meaning += tr(" (divided by ; – one within a value is written \\;)");
    }
    return rows;
}

std::vector<DictionaryRow> workbookDictionary(const Vocabulary& vocabulary)
{
    std::vector<DictionaryRow> rows;
    for (const DictionaryRow& row : eventDictionary(vocabulary)) {
        rows.push_back(row);
        if (row.type == QLatin1String("partial date"))
            rows.push_back({row.table, row.field + QLatin1String(realDateSuffix), QString(),
                            QStringLiteral("date"), tr(realDate), QString()});
    }
    const auto add = [&](const char* table, std::span<const ColumnInfo> columns) {
        for (const ColumnInfo& column : columns)
            rows.push_back(rowOf(QLatin1String(table), column, vocabulary));
    };
    add("sources", sourceColumns());
    add("relations", relationColumns());
    add("comments", commentColumns());
    add("vocabulary", vocabularyColumns());
    return rows;
}

QByteArray dictionaryToCsv(const Vocabulary& vocabulary)
{
    QByteArray out = csvLine(dictionaryHeader());
    for (const DictionaryRow& row : eventDictionary(vocabulary))
        out += csvLine(row.cells());
    return out;
}

std::span<const ColumnInfo> sourceColumns()
{
    return ofSources;
}

std::span<const ColumnInfo> relationColumns()
{
    return ofRelations;
}

std::span<const ColumnInfo> commentColumns()
{
    return ofComments;
}

std::span<const ColumnInfo> vocabularyColumns()
{
    return ofVocabulary;
}

} // namespace interdict
