// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/spreadsheet.h"

#include "model/exchange/datadictionary.h"
#include "model/exchange/recordcolumns.h"
#include "model/exchange/workbook.h"

#include <QCoreApplication>

namespace interdict {

namespace {

constexpr std::size_t manyEvents = 20'000; // above it memory counts more than the file's size
constexpr double codeWidth = 16;
constexpr double wideWidth = 48;

QString tr(const char* text)
{
    return QCoreApplication::translate("Spreadsheet", text);
}

double widthOf(const ColumnInfo& column)
{
    return column.textual ? wideWidth
                          : std::max(codeWidth, static_cast<double>(QLatin1String(column.key).size() + 4));
}

// The partial date as text, beside it the day.
void addDates(Sheet& sheet, const std::optional<PartialDate>& date)
{
    sheet.text(date ? date->text() : QString());
    if (date && date->precision() == PartialDate::Precision::Days)
        sheet.date(date->interval().first);
    else
        sheet.skip();
}

QString yesOrNo(bool truth)
{
    return truth ? QStringLiteral("yes") : QStringLiteral("no");
}

} // namespace

struct Spreadsheet::Private
{
    Private(const Vocabulary& words, const RecordOrigin& from, std::size_t number)
        : vocabulary(words)
        , origin(from)
        , count(number)
        , book(number > manyEvents, from.made, from.dataSet)
    {
    }
    void addEvent(const Event& event);
    void addVocabulary();
    void addPlatforms(Sheet& sheet) const;
    void addDictionary();
    void addOrigin();

    const Vocabulary& vocabulary;
    const RecordOrigin& origin;
    std::size_t count;
    Workbook book;
    Sheet events{book, "Events"};
    Sheet sources{book, "Sources"};
    Sheet relations{book, "Relations"};
    Sheet comments{book, "Comments"};
    bool fits = true;
};

Spreadsheet::Spreadsheet(const Vocabulary& vocabulary, const RecordOrigin& origin, std::size_t count)
    : d(std::make_unique<Private>(vocabulary, origin, count))
{
    for (const RecordColumn& column : recordColumns()) {
        const QString key = QLatin1String(column.key);
        d->events.addColumn(key, widthOf(column));
        if (column.type == QLatin1String("partial date"))
            d->events.addColumn(key + QLatin1String(realDateSuffix), codeWidth);
    }
    for (const ColumnInfo& column : sourceColumns())
        d->sources.addColumn(QLatin1String(column.key), widthOf(column));
    for (const ColumnInfo& column : relationColumns())
        d->relations.addColumn(QLatin1String(column.key), codeWidth * 2);
    for (const ColumnInfo& column : commentColumns())
        d->comments.addColumn(QLatin1String(column.key), widthOf(column));
}

Spreadsheet::~Spreadsheet() = default;

void Spreadsheet::Private::addEvent(const Event& event)
{
    fits = events.nextRow() && fits;
    for (const RecordColumn& column : recordColumns()) {
        const QLatin1String key(column.key);
        if (key == QLatin1String("date"))
            addDates(events, event.start);
        else if (key == QLatin1String("end_date"))
            addDates(events, event.end);
        else
            events.text(column.value(event));
    }
    for (std::size_t i = 0; i < event.sources.size() && fits; ++i) {
        const Source& source = event.sources[i];
        fits = sources.nextRow();
        sources.text(event.uid);
        sources.number(static_cast<double>(i + 1));
        sources.text(source.title);
        sources.text(source.publisher);
        sources.link(source.url);
        addDates(sources, source.date);
        sources.text(source.kind);
        sources.link(source.archivedUrl);
    }
    for (const Relation& relation : event.relations) {
        fits = relations.nextRow() && fits;
        for (const QString& text : {event.uid, relation.kind, relation.uid})
            relations.text(text);
    }
    for (std::size_t i = 0; i < event.comments.size() && fits; ++i) {
        const Comment& comment = event.comments[i];
        fits = comments.nextRow();
        comments.text(event.uid);
        comments.number(static_cast<double>(i + 1));
        for (const QString& text :
             {comment.field, comment.text, comment.editor, comment.at, yesOrNo(comment.resolved)})
            comments.text(text);
    }
}

Result<void> Spreadsheet::add(const Event& event)
{
    d->addEvent(event);
    if (!d->fits)
        return failure(Error::Kind::Failed,
                       tr("A workbook's sheet holds at most %1 rows, and these events need more. Export "
                          "fewer, or as CSV or JSON Lines.")
                           .arg(Sheet::maxRows));
    return {};
}

void Spreadsheet::Private::addVocabulary()
{
    Sheet sheet(book, "Vocabulary");
    for (const ColumnInfo& column : vocabularyColumns())
        sheet.addColumn(QLatin1String(column.key), widthOf(column));
    for (int i = 0; i < termKindCount; ++i) {
        const auto kind = static_cast<TermKind>(i);
        for (const Term& term : vocabulary.terms(kind)) {
            sheet.nextRow();
            for (const QString& text : {termKindCode(kind), term.code, term.label, term.description})
                sheet.text(text);
            if (kind == TermKind::Measure)
                sheet.number(term.severity);
            else
                sheet.skip();
            sheet.text(kind == TermKind::Measure ? yesOrNo(term.restricts) : QString());
            sheet.text(kind == TermKind::Status ? yesOrNo(term.inForce) : QString());
            sheet.skip();
            sheet.skip();
            sheet.text(term.note);
            sheet.text(term.colour);
        }
    }
    addPlatforms(sheet);
    sheet.finish();
}

void Spreadsheet::Private::addPlatforms(Sheet& sheet) const
{
    for (const Platform& platform : vocabulary.platforms()) {
        sheet.nextRow();
        for (const QString& text :
             {QStringLiteral("platform"), platform.name, platform.name, platform.kind, QString(), QString(),
              QString(), platform.developer, platform.developerCountry, QString(), platform.colour})
            sheet.text(text);
    }
}

void Spreadsheet::Private::addDictionary()
{
    Sheet sheet(book, "Fields");
    const QStringList header = dictionaryHeader();
    for (const QString& name : header)
        sheet.addColumn(name, name == header[4] || name == header[5] ? wideWidth : codeWidth * 1.4);
    for (const DictionaryRow& row : workbookDictionary(vocabulary)) {
        sheet.nextRow();
        for (const QString& cell : row.cells())
            sheet.text(cell);
    }
    sheet.finish();
}

void Spreadsheet::Private::addOrigin()
{
    Sheet sheet(book, "About");
    sheet.addColumn(tr("About this file"), codeWidth * 1.4);
    sheet.addColumn({}, wideWidth * 1.5);
    const auto row = [&sheet](const QString& name, const QString& text) {
        sheet.nextRow();
        sheet.text(name);
        sheet.text(text);
    };
    row(tr("Data set"), origin.dataSet);
    row(tr("File"), origin.file);
    row(tr("Events"), tr("%1 of %2: %3").arg(count).arg(origin.total).arg(origin.choice));
    row(tr("Filter"), origin.filter.isEmpty() ? tr("none") : origin.filter);
    for (const QString& words : origin.filterWords)
        row({}, words);
    row(tr("Exported on"), PartialDate::ofDay(origin.made).text());
    row(tr("Program"), origin.program);
    if (book.shortened() > 0)
        row(tr("Shortened texts"),
            tr("%1, longer than a cell can hold; JSON Lines and CSV have them whole").arg(book.shortened()));
}

Result<QByteArray> Spreadsheet::finish()
{
    for (Sheet* sheet : {&d->events, &d->sources, &d->relations, &d->comments})
        sheet->finish();
    d->addVocabulary();
    d->addDictionary();
    d->addOrigin();
    const QByteArray bytes = d->book.close();
    if (const QString error = d->book.error(); !error.isEmpty())
        return failure(Error::Kind::Failed,
                       tr("The workbook could not be made. There may be no room for temporary files."),
                       error);
    return bytes;
}

} // namespace interdict
