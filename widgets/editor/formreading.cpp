// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/formreading.h"

#include "model/vocabulary/gazetteer.h"
#include "model/vocabulary/vocabulary.h"
#include "widgets/editor/placenames.h"

#include <QCoreApplication>

namespace interdict {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(interdict::EventForm)
};

class Reader
{
public:
    Reader(const FormState& state, const FormContext& context)
        : m_state(state)
        , m_context(context)
    {
    }
    FormReading read(const QString& uid);

private:
    void readTexts();
    void readDates();
    void readSources();
    void readBegun();
    void addRules();
    void err(EventField field, const QString& message, int part = -1)
    {
        m_reading.findings.push_back({field, part, Finding::Severity::Error, message});
    }

    const FormState& m_state;
    const FormContext& m_context;
    FormReading m_reading;
    bool m_hasStart = false;
};

FormReading Reader::read(const QString& uid)
{
    m_reading.event.uid = uid;
    readTexts();
    readDates();
    readSources();
    readBegun();
    addRules();
    std::stable_sort(m_reading.findings.begin(), m_reading.findings.end(),
                     [](const Finding& a, const Finding& b) { return a.field < b.field; });
    return m_reading;
}

void Reader::readTexts()
{
    Event& event = m_reading.event;
    event.title = m_state.title.simplified();
    const QString country = m_state.country.trimmed();
    event.country = readCountry(country, m_context.gazetteer).value_or(country);
    if (const QString subdivision = m_state.subdivision.trimmed(); !subdivision.isEmpty())
        event.subdivision =
            readSubdivision(subdivision, event.country, m_context.gazetteer).value_or(subdivision);
    event.authority = m_state.authority.simplified();
    event.platforms = m_state.platforms;
    event.concerns = m_state.concerns;
    event.measure = m_state.measure;
    event.scope = m_state.scope;
    event.status = m_state.status;
    event.confidence = m_state.confidence;
    event.summary = m_state.summary.trimmed();
    event.note = m_state.note.trimmed();
    event.review = reviewFromCode(m_state.review).value_or(ReviewState::Published);
    event.comments = m_state.comments;
    event.relations = m_state.relations;
}

void Reader::readDates()
{
    const DateReading start = readFormDate(m_state.start, m_context.locale);
    m_hasStart = start.date.has_value();
    if (m_hasStart)
        m_reading.event.start = *start.date;
    else if (start.problem.isEmpty())
        err(EventField::Start, Words::tr("When did it start? A day, a month, a quarter or a year."));
    else
        err(EventField::Start, start.problem);
    const DateReading end = readFormDate(m_state.end, m_context.locale);
    m_reading.event.end = end.date;
    if (!end.problem.isEmpty())
        err(EventField::End, end.problem);
}

void Reader::readSources()
{
    int part = 0;
    for (const SourceText& text : m_state.sources) {
        const DateReading date = readFormDate(text.date, m_context.locale);
        if (!date.problem.isEmpty())
            err(EventField::Sources, date.problem, part);
        m_reading.event.sources.push_back({text.title.simplified(), text.publisher.simplified(),
                                           text.url.trimmed(), date.date, text.kind.trimmed(),
                                           text.archivedUrl.trimmed()});
        ++part;
    }
}

void Reader::readBegun()
{
    const auto begun = [this](EventField field, const QString& typed, const QString& message) {
        if (!typed.trimmed().isEmpty())
            err(field, message.arg(typed.trimmed()));
    };
    begun(EventField::Platforms, m_state.platformTyped,
          Words::tr("The record has no platform “%1”. Choose one of those offered, or clear it."));
    begun(EventField::Concerns, m_state.concernTyped,
          Words::tr("The record has no concern “%1”. Choose one of those offered, or clear it."));
    begun(EventField::Relations, m_state.relationTyped,
          Words::tr("“%1” is not yet an event. Choose one of those offered, or clear it."));
    begun(EventField::Sources, m_state.sourceTyped,
          Words::tr("“%1” is not yet a source. Press Enter to add it, or clear it."));
}

// Of a date that is not read there is nothing more to say, nor of what hangs on it.
void Reader::addRules()
{
    const bool isEndRead = m_reading.event.end || m_state.end.trimmed().isEmpty();
    for (Finding& finding :
         validate(m_reading.event, m_context.vocabulary, m_context.gazetteer, m_context.today))
        if ((m_hasStart || (finding.field != EventField::Start && finding.field != EventField::End)) &&
            (isEndRead || finding.field != EventField::End))
            m_reading.findings.push_back(std::move(finding));
}

} // namespace

DateReading readFormDate(const QString& text, const QLocale& locale)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return {};
    if (const auto stored = PartialDate::parse(typed))
        return {stored, std::nullopt, {}};
    return readDate(typed, locale, dateOrderOf(locale));
}

QString dateInWords(const PartialDate& date, const QLocale& locale)
{
    if (date.precision() == PartialDate::Precision::Days)
        return date.display(locale);
    const QString quarters[] = {Words::tr("first quarter of %1"), Words::tr("second quarter of %1"),
                                Words::tr("third quarter of %1"), Words::tr("fourth quarter of %1")};
    const bool isQuarter = date.precision() == PartialDate::Precision::Quarters;
    const QString name = isQuarter ? quarters[(date.month() - 1) / 3].arg(date.year()) : date.display(locale);
    const DayInterval days = date.interval();
    return Words::tr("%1: %2 – %3")
        .arg(name, displayDay(days.first, locale, true), displayDay(days.last, locale, true));
}

FormReading readForm(const FormState& state, const QString& uid, const FormContext& context)
{
    return Reader(state, context).read(uid);
}

} // namespace interdict
