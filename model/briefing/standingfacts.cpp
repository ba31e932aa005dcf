// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The key facts of what restricts and of what the record rests on.
#include "model/analysis/inforce.h"
#include "model/briefing/briefingtext.h"
#include "model/briefing/keyfacts.h"

#include <map>

namespace interdict {

namespace {

constexpr std::size_t mostNamed = 3;

QString tr(const char* text, int n = -1)
{
    return factText(text, n);
}

QString tr(const char* one, const char* several, int n)
{
    return factText(one, several, n);
}

bool mayRestrict(const Columns& columns, Row row)
{
    return columns.has(row, Columns::Restricts) && columns.has(row, Columns::WasInForce);
}

// " 3 have ended (2 lifted and 1 expired)."
BriefingText endedText(const BriefingMaterial& m)
{
    const Columns& columns = m.columns();
    std::map<int, int> byStatus;
    int count = 0;
    for (const Row row : m.workspace().result()) {
        if (!mayRestrict(columns, row) || columns.startFirst[row] > m.asOf() ||
            inForceOn(columns, row, m.asOf()) != InForce::No)
            continue;
        ++byStatus[columns.status[row]];
        ++count;
    }
    if (count == 0)
        return {};
    QStringList parts;
    for (const auto& [status, events] : byStatus) {
        const QString label = withinSentence(m.valueLabel(Facet::Status, status));
        parts << (byStatus.size() == 1 ? label
                                       : QStringLiteral("%1 %2").arg(m.locale().toString(events), label));
    }
    return filled(tr(" *%Ln has ended* (%1).", " *%Ln have ended* (%1).", count), {plain(listed(parts))});
}

BriefingText inForceText(const BriefingMaterial& m)
{
    const int inForce = static_cast<int>(m.numbers().inForce.size());
    const int possibly = m.numbers().possibly;
    const std::vector<BriefingText> day{plain(m.asOfText())};
    if (inForce == 0)
        return filled(tr(" On %1, *the record shows none in force.*"), day);
    BriefingText text = filled(
        tr(" On %1, *%Ln restriction is in force*", " On %1, *%Ln restrictions are in force*", inForce), day);
    if (possibly == inForce)
        text += plain(tr(", possibly: dates are not known to the day"));
    else if (possibly > 0)
        text += plain(tr(", %Ln of them possibly, since dates are not known to the day", possibly));
    return text + plain(QStringLiteral("."));
}

// Measures by severity, the strictest first.
using Groups = std::map<std::pair<int, int>, std::vector<Row>>;
Groups inForceBySeverity(const BriefingMaterial& m)
{
    const Columns& columns = m.columns();
    Groups groups;
    for (const Row row : m.numbers().inForce) {
        const int measure = columns.measure[row];
        const Term* term =
            m.vocabulary().find(TermKind::Measure, columns.table(Facet::Measure).codes[measure]);
        groups[{-(term ? term->severity : 0), measure}].push_back(row);
    }
    return groups;
}

// Of those told: how many have a source of an official kind, and how many one of any kind.
std::pair<int, int> countSourceKinds(BriefingMaterial& m)
{
    static const QStringList official{QStringLiteral("law"), QStringLiteral("official"),
                                      QStringLiteral("court"), QStringLiteral("government"),
                                      QStringLiteral("authority")};
    std::pair<int, int> counts{0, 0};
    for (const Row row : m.told()) {
        const auto& sources = m.event(row).sources;
        const auto any = [&sources](const auto& is) {
            return std::any_of(sources.begin(), sources.end(), is) ? 1 : 0;
        };
        counts.first +=
            any([](const Source& source) { return official.contains(source.kind, Qt::CaseInsensitive); });
        counts.second += any([](const Source& source) { return !source.kind.isEmpty(); });
    }
    return counts;
}

BriefingText confidenceText(const BriefingMaterial& m)
{
    const auto& tallies = m.numbers().confidences;
    const auto label = [&m](int value) { return withinSentence(m.valueLabel(Facet::Confidence, value)); };
    if (tallies.size() == 1 && tallies.front().value > 0)
        return filled(tr(m.numbers().events == 1 ? " Confidence is %1." : " Confidence is %1 for every act."),
                      {plain(label(tallies.front().value))});
    QStringList parts;
    for (const auto& tally : tallies)
        if (tally.value > 0)
            parts << tr("%1 for %2").arg(label(tally.value), m.locale().toString(tally.events));
    if (const int unknown = eventsOf(tallies, 0); unknown > 0)
        parts << tr("not recorded for %1").arg(m.locale().toString(unknown));
    return filled(tr(" Confidence is %1."), {plain(listed(parts))});
}

BriefingText sourcesText(BriefingMaterial& m)
{
    SourceNotes sources;
    int several = 0;
    int none = 0;
    for (const Row row : m.told()) {
        const auto found = sources.numbers(m.event(row).sources).size();
        several += found > 1 ? 1 : 0;
        none += found == 0 ? 1 : 0;
    }
    const int told = static_cast<int>(m.told().size());
    const int count = static_cast<int>(sources.all().size());
    const auto number = [&m](int value) { return plain(m.locale().toString(value)); };
    BriefingText text;
    if (m.numbers().events == 1)
        text = filled(tr("*On whose word:* it rests on %Ln source(s).", count), {});
    else if (told < m.numbers().events)
        text = filled(
            tr("*On whose word:* the latest %1 rest on %Ln source(s), two or more for %2 of them.", count),
            {number(told), number(several)});
    else if (several == told)
        text =
            filled(tr("*On whose word:* they rest on %Ln source(s), two or more for every act.", count), {});
    else
        text = filled(
            tr("*On whose word:* they rest on %Ln source(s), two or more for %1 of the %2 acts.", count),
            {number(several), number(told)});
    if (none > 0)
        text += plain(tr(" The record names no source for %Ln of them.", none));
    return text;
}

} // namespace

BriefingText standingsFact(BriefingMaterial& m)
{
    const Columns& columns = m.columns();
    const bool isOne = m.numbers().events == 1;
    int restrictions = 0;
    int toCome = 0;
    for (const Row row : m.workspace().result()) {
        restrictions += mayRestrict(columns, row) ? 1 : 0;
        toCome += mayRestrict(columns, row) && columns.startFirst[row] > m.asOf() ? 1 : 0;
    }
    if (restrictions == 0)
        return filled(isOne ? tr("It is not recorded as a restriction that is or was in force.")
                            : tr("*None of them* is recorded as a restriction that is or was in force."),
                      {});
    BriefingText text = isOne ? plain(tr("It is recorded as a restriction."))
                              : plain(tr("%Ln of them is recorded as a restriction.",
                                         "%Ln of them are recorded as restrictions.", restrictions));
    text += inForceText(m) + endedText(m);
    if (toCome > 0)
        text += plain(tr(" %Ln had not begun by that day.", toCome));
    return text;
}

BriefingText strictestFact(BriefingMaterial& m)
{
    const Groups groups = inForceBySeverity(m);
    if (groups.empty() || m.numbers().events == 1)
        return {};
    QStringList ranking;
    QStringList measures; // several may be as strict as each other
    std::vector<Row> strictest;
    for (const auto& [key, rows] : groups) {
        const QString measure = withinSentence(m.valueLabel(Facet::Measure, key.second));
        ranking << QStringLiteral("%1 (%2)").arg(measure, m.locale().toString(static_cast<int>(rows.size())));
        if (key.first != groups.begin()->first.first)
            continue;
        measures << measure;
        strictest.insert(strictest.end(), rows.begin(), rows.end());
    }
    std::sort(strictest.begin(), strictest.end());
    const bool areFew = strictest.size() <= mostNamed;
    if (groups.size() == 1 && areFew)
        return filled(tr("*In force* is %1: %2."), {plain(measures.front()), namedActs(m, strictest)});
    if (groups.size() == 1)
        return filled(tr("*All those in force* are of one measure: %1."), {plain(measures.front())});
    BriefingText text = filled(tr("*Strictest first,* those in force are: %1."), {plain(listed(ranking))});
    if (areFew)
        text += filled(
            tr(" The strictest is %1: %2.", " The strictest are %1: %2.", static_cast<int>(measures.size())),
            {plain(listed(measures)), namedActs(m, strictest)});
    return text;
}

BriefingText wordFact(BriefingMaterial& m)
{
    BriefingText text = sourcesText(m);
    const auto [official, withKind] = countSourceKinds(m);
    if (withKind > 0)
        text += plain(tr(" A source of an official kind stands behind %1 of the %2 acts whose sources’ kinds "
                         "are recorded.")
                          .arg(m.locale().toString(official), m.locale().toString(withKind)));
    else
        text += plain(tr(" The record does not say which sources are official."));
    return text + confidenceText(m);
}

} // namespace interdict
