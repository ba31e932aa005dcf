// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/recordcheck.h"

#include "model/vocabulary/vocabulary.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("RecordCheck", text);
}

// Kinds of relations of what comes after to what was before; "follows" is the loosest, and is left alone.
constexpr std::array<QLatin1String, 4> later{QLatin1String("lifts"), QLatin1String("extends"),
                                             QLatin1String("implements"), QLatin1String("supersedes")};
constexpr std::array<QLatin1String, 2> ending{QLatin1String("lifts"), QLatin1String("supersedes")};

template <std::size_t Count>
bool isOneOf(const QString& kind, const std::array<QLatin1String, Count>& kinds)
{
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

class Checker
{
public:
    Checker(std::span<const Event> events, const Vocabulary& vocabulary)
        : m_events(events)
        , m_vocabulary(vocabulary)
    {
        for (const Event& event : events) {
            m_byUid.insert(event.uid, &event);
            m_firstOf.insert(identity(event), m_firstOf.value(identity(event), &event));
        }
    }

    std::vector<Finding> besides(const Event& event)
    {
        m_findings.clear();
        checkRelations(event);
        checkCircle(event);
        const Event* first = m_firstOf.value(identity(event));
        if (first != &event)
            add(EventField::Title, -1, Finding::Severity::Doubt,
                tr("The same jurisdiction, title and start as %1: is it the same event?").arg(first->uid));
        return std::move(m_findings);
    }

private:
    static QString identity(const Event& event)
    {
        return event.place() + u'\n' + foldedName(event.title) + u'\n' + event.start.text();
    }

    void add(EventField field, int part, Finding::Severity severity, const QString& message)
    {
        m_findings.push_back({field, part, severity, message});
    }

    void checkRelations(const Event& event)
    {
        for (std::size_t i = 0; i < event.relations.size(); ++i) {
            const Relation& relation = event.relations[i];
            const int part = static_cast<int>(i);
            const Event* other = m_byUid.value(relation.uid);
            if (!other) {
                add(EventField::Relations, part, Finding::Severity::Error,
                    tr("There is no event %1 that this one could relate to.").arg(relation.uid));
                continue;
            }
            const QString kind = m_vocabulary.label(TermKind::Relation, relation.kind);
            if (isOneOf(relation.kind, later) && event.start.interval().last < other->start.interval().first)
                add(EventField::Relations, part, Finding::Severity::Doubt,
                    tr("“%1” %2, which began later: is the relation the other way round, or a date wrong?")
                        .arg(kind, other->uid));
            if (relation.kind == QLatin1String("lifts") && other->status == QLatin1String("in_force") &&
                !other->end)
                add(EventField::Relations, part, Finding::Severity::Doubt,
                    tr("It lifts %1, which still stands as in force without an end.").arg(other->uid));
        }
    }

    // From an event along what it ends, back to itself.
    void checkCircle(const Event& event)
    {
        std::vector<const Event*> path{&event};
        for (std::size_t at = 0; at < path.size(); ++at)
            for (const Relation& relation : path[at]->relations) {
                const Event* other = m_byUid.value(relation.uid);
                if (!other || !isOneOf(relation.kind, ending))
                    continue;
                if (other == &event)
                    return add(
                        EventField::Relations, -1, Finding::Severity::Error,
                        tr("It ends itself, by way of what it lifts or supersedes: %1.").arg(uidsOf(path)));
                if (std::find(path.begin(), path.end(), other) == path.end())
                    path.push_back(other);
            }
    }

    static QString uidsOf(const std::vector<const Event*>& events)
    {
        QStringList uids;
        for (const Event* event : events)
            uids << event->uid;
        return uids.join(QStringLiteral(", "));
    }

    std::span<const Event> m_events;
    const Vocabulary& m_vocabulary;
    QHash<QString, const Event*> m_byUid, m_firstOf;
    std::vector<Finding> m_findings;
};

} // namespace

std::vector<RecordFinding> checkRecord(std::span<const Event> events, const Vocabulary& vocabulary,
                                       const Gazetteer& gazetteer, Day today)
{
    std::vector<RecordFinding> all;
    Checker checker(events, vocabulary);
    for (const Event& event : events) {
        std::vector<Finding> findings = validate(event, vocabulary, gazetteer, today);
        std::ranges::move(checker.besides(event), std::back_inserter(findings));
        std::stable_sort(findings.begin(), findings.end(),
                         [](const Finding& a, const Finding& b) { return a.field < b.field; });
        for (Finding& finding : findings)
            all.push_back({event.uid, std::move(finding)});
    }
    return all;
}

} // namespace interdict
