// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/validation.h"

#include "model/edit/reviewing.h"
#include "model/event/webaddress.h"
#include "model/vocabulary/fixedterms.h"
#include "model/vocabulary/gazetteer.h"
#include "model/vocabulary/vocabulary.h"

#include <QCoreApplication>

#include <algorithm>

namespace interdict {

namespace {

constexpr int platformAge = 2010; // before it no platform of the record existed
using Severity = Finding::Severity;

QString tr(const char* text)
{
    return QCoreApplication::translate("Validation", text);
}

class Validator
{
public:
    Validator(const Event& event, const Vocabulary& vocabulary, const Gazetteer& gazetteer, Day today)
        : m_event(event)
        , m_vocabulary(vocabulary)
        , m_gazetteer(gazetteer)
        , m_today(today)
    {
    }

    std::vector<Finding> run()
    {
        checkTitle();
        checkDates();
        checkPlace();
        checkLists();
        checkTerms();
        checkRelations();
        checkSources();
        checkReview();
        return std::move(m_findings);
    }

private:
    void error(EventField field, const QString& message, int part = -1)
    {
        m_findings.push_back({field, part, Severity::Error, message});
    }
    void doubt(EventField field, const QString& message, int part = -1)
    {
        m_findings.push_back({field, part, Severity::Doubt, message});
    }

    void checkTitle()
    {
        const QString title = m_event.title.trimmed();
        if (title.isEmpty())
            return error(EventField::Title, tr("Say in a few words what was done."));
        if (title.size() > longestTitle)
            return error(EventField::Title,
                         tr("The title has %1 characters; %2 is the most. Put the rest into the summary.")
                             .arg(title.size())
                             .arg(longestTitle));
        if (title.endsWith(u'.') && !title.endsWith(QLatin1String("...")))
            doubt(EventField::Title, tr("A title needs no full stop."));
        if (title.size() > 12 && title == title.toUpper() && title != title.toLower())
            doubt(EventField::Title, tr("A title in capitals is hard to read."));
    }

    const Term* term(TermKind kind, const QString& code) const { return m_vocabulary.find(kind, code); }
    bool isPlanned() const { return m_event.status == fixedterm::proposed; }

    void checkDates()
    {
        const DayInterval start = m_event.start.interval();
        if (start.first > m_today && !isPlanned())
            error(EventField::Start,
                  tr("This is in the future. What is only planned has the status “Proposed”."));
        else if (m_event.start.year() < platformAge)
            doubt(EventField::Start, tr("That is before any AI platform. Is the year right?"));
        else if (m_event.start.precision() == PartialDate::Precision::Years)
            doubt(EventField::Start, tr("Known to the year only: does a source name the month or the day?"));
        if (m_event.end)
            checkEnd(start, m_event.end->interval());
        else if (m_event.status == fixedterm::lifted || m_event.status == fixedterm::expired)
            doubt(EventField::End, tr("It has ended: when?"));
    }

    void checkEnd(const DayInterval& start, const DayInterval& end)
    {
        const bool isOver = m_event.status == fixedterm::lifted || m_event.status == fixedterm::expired;
        if (end.last < start.first)
            error(EventField::End, tr("The end lies before the start."));
        else if (end.first > m_today && isOver)
            doubt(EventField::End, tr("The status says that it is over, but this is in the future."));
        else if (end.last < m_today && m_event.status == fixedterm::inForce)
            doubt(EventField::Status, tr("The end has passed: is it still in force?"));
    }

    void checkPlace()
    {
        const Place* country = m_gazetteer.find(m_event.country);
        if (m_event.country.isEmpty())
            error(EventField::Country, tr("Say whose act it is: a country, or the EU."));
        else if (!country || country->isSubdivision())
            error(EventField::Country, tr("“%1” is no country of ISO 3166-1.").arg(m_event.country));
        if (m_event.subdivision.isEmpty())
            return;
        const Place* place = m_gazetteer.find(m_event.subdivision);
        if (!place || !place->isSubdivision())
            error(EventField::Subdivision,
                  tr("“%1” is no subdivision of ISO 3166-2.").arg(m_event.subdivision));
        else if (place->country != m_event.country)
            error(EventField::Subdivision,
                  tr("%1 is a part of %2, not of %3.")
                      .arg(place->name, m_gazetteer.name(place->country), m_gazetteer.name(m_event.country)));
    }

    void checkLists()
    {
        for (const QString& name : m_event.platforms)
            if (!m_vocabulary.platform(name))
                error(EventField::Platforms, tr("“%1” is no platform of this data set.").arg(name));
        for (const QString& code : m_event.concerns)
            if (!term(TermKind::Concern, code))
                error(EventField::Concerns, tr("“%1” is no concern of this data set.").arg(code));
        if (m_event.platforms.isEmpty())
            doubt(EventField::Platforms, tr("Which platform does it concern?"));
        if (m_event.concerns.isEmpty())
            doubt(EventField::Concerns, tr("Out of which concern was it done?"));
    }

    void checkTerms()
    {
        struct Check
        {
            EventField field;
            TermKind kind;
            QString Event::*code;
            const char* missing;
        };
        static const std::array<Check, 4> checks{
            Check{EventField::Measure, TermKind::Measure, &Event::measure,
                  QT_TRANSLATE_NOOP("Validation", "What kind of measure is it?")},
            Check{EventField::Scope, TermKind::Scope, &Event::scope,
                  QT_TRANSLATE_NOOP("Validation", "Whom does it bind?")},
            Check{EventField::Status, TermKind::Status, &Event::status,
                  QT_TRANSLATE_NOOP("Validation", "Where does it stand?")},
            Check{EventField::Confidence, TermKind::Confidence, &Event::confidence,
                  QT_TRANSLATE_NOOP("Validation", "How sure is it?")}};
        for (const Check& check : checks) {
            const QString& code = m_event.*check.code;
            if (code.isEmpty())
                doubt(check.field, tr(check.missing));
            else if (!term(check.kind, code))
                error(check.field, tr("“%1” is not in the vocabulary of this data set.").arg(code));
        }
    }

    void checkRelations()
    {
        QStringList seen;
        for (std::size_t i = 0; i < m_event.relations.size(); ++i) {
            const Relation& relation = m_event.relations[i];
            const int part = static_cast<int>(i);
            if (relation.uid.isEmpty())
                error(EventField::Relations, tr("Choose the event that this one relates to."), part);
            else if (relation.uid == m_event.uid)
                error(EventField::Relations, tr("An event does not relate to itself."), part);
            else if (!term(TermKind::Relation, relation.kind))
                error(EventField::Relations, tr("Say how it relates: follows, lifts, extends …"), part);
            else if (seen.contains(relation.uid + relation.kind))
                error(EventField::Relations, tr("This relation stands there twice."), part);
            seen << relation.uid + relation.kind;
        }
    }

    void checkSources()
    {
        if (m_event.sources.empty())
            doubt(EventField::Sources, tr("Add at least one source: a title and an address."));
        for (std::size_t i = 0; i < m_event.sources.size(); ++i) {
            const Source& source = m_event.sources[i];
            const int part = static_cast<int>(i);
            if (source.title.trimmed().isEmpty())
                error(EventField::Sources, tr("A source needs a title."), part);
            for (const QString& url : {source.url, source.archivedUrl})
                if (!url.isEmpty() && !isWebAddress(url))
                    error(EventField::Sources, tr("An address begins with https:// or http://."), part);
            if (source.url.isEmpty())
                doubt(EventField::Sources, tr("Where can this source be read?"), part);
            if (source.date && source.date->interval().first > m_today)
                error(EventField::Sources, tr("The source's date is in the future."), part);
        }
    }

    void checkReview()
    {
        const int open = openComments(m_event.comments);
        if (m_event.review == ReviewState::Published && open > 0)
            doubt(EventField::Review,
                  QCoreApplication::translate("Validation",
                                              "%n comment(s) still open: resolve what is settled before "
                                              "it is published.",
                                              nullptr, open));
        for (std::size_t i = 0; i < m_event.comments.size(); ++i)
            if (m_event.comments[i].text.trimmed().isEmpty())
                error(EventField::Comments, tr("A comment needs a text."), static_cast<int>(i));
    }

    const Event& m_event;
    const Vocabulary& m_vocabulary;
    const Gazetteer& m_gazetteer;
    Day m_today;
    std::vector<Finding> m_findings;
};

} // namespace

std::vector<Finding> validate(const Event& event, const Vocabulary& vocabulary, const Gazetteer& gazetteer,
                              Day today)
{
    return Validator(event, vocabulary, gazetteer, today).run();
}

bool hasError(std::span<const Finding> findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.severity == Finding::Severity::Error; });
}

} // namespace interdict
