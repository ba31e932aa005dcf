// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/detail/eventfacts.h"

#include "model/analysis/facttext.h"
#include "model/analysis/summary.h"
#include "model/explore/filtertext.h"
#include "model/workspace.h"

#include <QCoreApplication>
#include <QLocale>

namespace interdict {

namespace {

const auto separator = QStringLiteral(" · ");

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("EventFacts", text, nullptr, n);
}

QString placeText(const Workspace& workspace, const Event& event)
{
    const QString country =
        facetValueLabel(Facet::Country, event.country, workspace.vocabulary(), workspace.gazetteer());
    if (event.subdivision.isEmpty())
        return country;
    return QStringLiteral("%1, %2").arg(workspace.gazetteer().name(event.subdivision), country);
}

// A platform with who makes it, and where.
QString platformText(const Workspace& workspace, const QString& name)
{
    const Platform* platform = workspace.vocabulary().platform(name);
    if (!platform)
        return name;
    QStringList parts{name};
    if (!platform->developer.isEmpty() && platform->developer != name)
        parts.append(platform->developer);
    if (!platform->developerCountry.isEmpty())
        parts.append(workspace.gazetteer().name(platform->developerCountry));
    return parts.join(separator);
}

class FactList
{
public:
    explicit FactList(const Workspace& workspace)
        : m_workspace(workspace)
    {
    }

    void add(const char* label, const QString& text, const QString& description = {})
    {
        if (!text.isEmpty())
            m_facts.push_back({tr(label), text, description});
    }
    void addTerm(const char* label, TermKind kind, const QString& code)
    {
        const Term* term = m_workspace.vocabulary().find(kind, code);
        const QString text = code.isEmpty() ? tr("Unknown") : m_workspace.vocabulary().label(kind, code);
        add(label, text, term ? term->description : QString());
    }
    std::vector<Fact> take() { return std::move(m_facts); }

private:
    const Workspace& m_workspace;
    std::vector<Fact> m_facts;
};

Fact concernsFact(const Workspace& workspace, const Event& event)
{
    const Vocabulary& vocabulary = workspace.vocabulary();
    QStringList labels;
    QStringList descriptions;
    for (const QString& code : event.concerns) {
        labels.append(vocabulary.label(TermKind::Concern, code));
        const Term* term = vocabulary.find(TermKind::Concern, code);
        if (term && !term->description.isEmpty())
            descriptions.append(QStringLiteral("%1: %2").arg(term->label, term->description));
    }
    const QString text = labels.isEmpty() ? tr("Unknown") : labels.join(QStringLiteral(", "));
    return {tr("Concerns"), text, descriptions.join(QLatin1Char('\n'))};
}

QString confidenceText(const Workspace& workspace, const Event& event)
{
    const QString label = event.confidence.isEmpty()
                              ? tr("Unknown")
                              : workspace.vocabulary().label(TermKind::Confidence, event.confidence);
    return label + separator + tr("%n source(s)", static_cast<int>(event.sources.size()));
}

QString endFact(const Workspace& workspace, Row row, const QLocale& locale)
{
    const QString text = endText(workspace.columns(), row, locale);
    return workspace.columns().has(row, Columns::EndFromSuperseding) ? tr("%1, when superseded").arg(text)
                                                                     : text;
}

// What the step refers to; an event other than the one before it is told by its date.
QString relationText(const Workspace& workspace, const Event& event, std::optional<Row> before,
                     const QLocale& locale)
{
    QStringList texts;
    for (const Relation& relation : event.relations) {
        const QString word = workspace.vocabulary().label(TermKind::Relation, relation.kind);
        const auto other = workspace.rowOf(relation.uid);
        if (!other || other == before)
            texts.append(word);
        else
            texts.append(tr("%1 the event of %2")
                             .arg(word, intervalText(workspace.columns().start(*other), locale, true)));
    }
    return texts.join(QStringLiteral(", "));
}

QString spanText(const Columns& columns, Row row, const QLocale& locale)
{
    const QString start = intervalText(columns.start(row), locale, true);
    if (columns.endFirst[row] == noEnd || columns.has(row, Columns::EndUnknown) ||
        columns.endFirst[row] == columns.startFirst[row])
        return start;
    return QStringLiteral("%1 – %2").arg(start, endText(columns, row, locale, true));
}

QString sourceText(const Source& source, const QLocale& locale)
{
    QStringList parts{source.title};
    if (!source.publisher.isEmpty())
        parts.append(source.publisher);
    if (source.date)
        parts.append(source.date->display(locale));
    if (!source.kind.isEmpty())
        parts.append(source.kind);
    parts.append(source.url);
    if (!source.archivedUrl.isEmpty())
        parts.append(source.archivedUrl);
    return parts.join(QStringLiteral(", "));
}

} // namespace

std::vector<Fact> factsOf(const Workspace& workspace, Row row, const Event& event, const QLocale& locale)
{
    QStringList platforms;
    for (const QString& name : event.platforms)
        platforms.append(platformText(workspace, name));
    FactList facts(workspace);
    facts.add(QT_TRANSLATE_NOOP("EventFacts", "Date"), event.start.display(locale));
    facts.add(QT_TRANSLATE_NOOP("EventFacts", "End"), endFact(workspace, row, locale));
    facts.add(QT_TRANSLATE_NOOP("EventFacts", "Place"), placeText(workspace, event));
    facts.add(QT_TRANSLATE_NOOP("EventFacts", "Authority"), event.authority);
    facts.add(QT_TRANSLATE_NOOP("EventFacts", "Platforms"),
              platforms.isEmpty() ? tr("Unknown") : platforms.join(QLatin1Char('\n')));
    facts.addTerm(QT_TRANSLATE_NOOP("EventFacts", "Measure"), TermKind::Measure, event.measure);
    facts.addTerm(QT_TRANSLATE_NOOP("EventFacts", "Scope"), TermKind::Scope, event.scope);
    facts.addTerm(QT_TRANSLATE_NOOP("EventFacts", "Status"), TermKind::Status, event.status);
    const Fact concerns = concernsFact(workspace, event);
    facts.add(QT_TRANSLATE_NOOP("EventFacts", "Concerns"), concerns.text, concerns.description);
    const Term* confidence = workspace.vocabulary().find(TermKind::Confidence, event.confidence);
    facts.add(QT_TRANSLATE_NOOP("EventFacts", "Confidence"), confidenceText(workspace, event),
              confidence ? confidence->description : QString());
    facts.add(QT_TRANSLATE_NOOP("EventFacts", "Note"), event.note);
    return facts.take();
}

std::vector<CaseStep> caseSteps(const Workspace& workspace, std::span<const Row> members,
                                const QLocale& locale)
{
    const Columns& columns = workspace.columns();
    std::vector<CaseStep> steps;
    std::optional<Row> before;
    for (const Row member : members) {
        const Event event = workspace.event(member);
        CaseStep step;
        step.row = member;
        step.title = event.title;
        step.date = spanText(columns, member, locale);
        step.relation = relationText(workspace, event, before, locale);
        step.measure = event.measure;
        steps.push_back(std::move(step));
        before = member;
    }
    return steps;
}

QString betweenText(const Workspace& workspace, Row a, Row b, const QLocale& locale)
{
    const auto [first, second] = std::minmax(a, b); // rows are in order of start
    const DayInterval days = daysBetweenStarts(workspace.columns(), first, second);
    return tr("%1 day(s) between “%2” and “%3”", days.last)
        .arg(dayCountText(days, locale), workspace.brief(first).title, workspace.brief(second).title);
}

QString breadcrumbs(const Workspace& workspace, const Event& event)
{
    QStringList parts{
        facetValueLabel(Facet::Country, event.country, workspace.vocabulary(), workspace.gazetteer())};
    if (!event.subdivision.isEmpty())
        parts.append(workspace.gazetteer().name(event.subdivision));
    if (!event.authority.isEmpty())
        parts.append(event.authority);
    return parts.join(separator);
}

QString detailsText(const Workspace& workspace, Row row, const Event& event, const QLocale& locale)
{
    QStringList lines{event.title,
                      breadcrumbs(workspace, event),
                      standingOf(workspace, row, event, locale).text,
                      {},
                      event.summary,
                      {}};
    if (event.review != ReviewState::Published)
        lines.insert(3, tr("%1, not published").arg(reviewLabel(event.review)));
    for (const Fact& fact : factsOf(workspace, row, event, locale)) {
        QString text = fact.text;
        lines.append(
            QStringLiteral("%1: %2").arg(fact.label, text.replace(QLatin1Char('\n'), QLatin1String("; "))));
    }
    if (!event.sources.empty())
        lines.append({QString(), tr("Sources")});
    for (const Source& source : event.sources)
        lines.append(QStringLiteral("- ") + sourceText(source, locale));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace interdict
