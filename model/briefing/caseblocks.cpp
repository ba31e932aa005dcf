// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Cases: acts that relations join, with what each is to an earlier one, and where the case stands.
#include "model/briefing/briefingparts.h"

#include "model/analysis/facttext.h"
#include "model/analysis/inforce.h"
#include "model/analysis/standing.h"
#include "model/analysis/summary.h"
#include "model/briefing/briefingtext.h"

#include <QCoreApplication>

#include <set>

namespace interdict {

namespace {

constexpr std::size_t mostCases = 12;
constexpr std::size_t mostSteps = 12; // of a longer case the first few and the last ones are told
constexpr std::size_t firstSteps = 3;

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("Briefing", text, nullptr, n);
}

using Case = std::vector<Row>; // ascending

// Those with more than one act, of which one passes the filter; the ones that moved last come first.
std::vector<Case> casesOf(const BriefingMaterial& m)
{
    std::set<Row> seen;
    std::vector<Case> cases;
    for (const Row row : m.told()) {
        if (seen.contains(row))
            continue;
        Case found = m.workspace().caseOf(row);
        seen.insert(found.begin(), found.end());
        if (found.size() > 1)
            cases.push_back(std::move(found));
    }
    std::stable_sort(cases.begin(), cases.end(),
                     [](const Case& a, const Case& b) { return a.back() > b.back(); });
    return cases;
}

// The first few, then how many more.
QString someOf(QStringList names, qsizetype most)
{
    const qsizetype more = names.size() - most;
    if (more > 1) {
        names = names.mid(0, most);
        names << tr("%Ln more", static_cast<int>(more));
    }
    return listed(names);
}

// After the platforms that most of it is about, and the places.
QString caseTitle(BriefingMaterial& m, const Case& rows)
{
    constexpr qsizetype most = 3;
    QStringList named;
    QStringList places;
    for (const Row row : rows) {
        named << m.event(row).platforms;
        if (const QString place = placeInSentence(m.countryName(row)); !places.contains(place))
            places << place;
    }
    QStringList platforms;
    for (const QString& platform : named)
        if (!platforms.contains(platform) && 2 * named.count(platform) >= static_cast<qsizetype>(rows.size()))
            platforms << platform;
    if (platforms.isEmpty() && !named.isEmpty())
        platforms << named.front();
    if (platforms.isEmpty())
        platforms << tr("Platforms");
    return tr("%1 in %2").arg(someOf(platforms, most), someOf(places, most));
}

// "29 days later", "the same day"
QString laterText(const BriefingMaterial& m, Row earlier, Row later)
{
    const DayInterval days = daysBetweenStarts(m.columns(), earlier, later);
    if (days.last == 0)
        return tr("the same day");
    const QString count = rangeText(days, m.locale());
    return m.columns().startFirst[earlier] <= m.columns().startFirst[later]
               ? tr("%1 day(s) later", days.last).arg(count)
               : tr("%1 day(s) earlier", days.last).arg(count);
}

// "lifts the act of 30 March 2023, 29 days later"
QString relationsOf(BriefingMaterial& m, Row row)
{
    QStringList texts;
    for (const Relation& relation : m.event(row).relations)
        if (const auto other = m.workspace().rowOf(relation.uid))
            texts << tr("%1 the act of %2, %3")
                         .arg(m.vocabulary().label(TermKind::Relation, relation.kind), m.startText(*other),
                              laterText(m, *other, row));
    return texts.join(QStringLiteral("; "));
}

BriefingRow step(BriefingMaterial& m, Row row)
{
    const Event& event = m.event(row);
    BriefingText what = strong(event.title) + m.star(row) + m.cited(event.sources);
    QStringList below;
    below << m.valueLabel(Facet::Measure, m.columns().measure[row]);
    if (const QString relations = relationsOf(m, row); !relations.isEmpty())
        below << relations;
    if (!m.workspace().inResult(row))
        below << tr("outside the filter");
    what += quiet(QLatin1Char('\n') + below.join(QStringLiteral(" · ")));
    return {m.measureClassOf(row),
            {plain(m.startText(row)), what, plain(standingOf(m.workspace(), row, event, m.locale()).text)}};
}

BriefingTable stepsOf(BriefingMaterial& m, const Case& rows)
{
    BriefingTable table{tr("Acts of the case, oldest first"), {}, {17, 58, 25}, {}};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t tail =
            rows.size() > mostSteps ? rows.size() - (mostSteps - firstSteps) : firstSteps;
        if (i == firstSteps && i < tail) {
            table.rows.push_back(
                {std::nullopt, {{}, quiet(tr("… %Ln act(s) between", static_cast<int>(tail - i))), {}}});
            i = tail;
        }
        table.rows.push_back(step(m, rows[i]));
    }
    return table;
}

// How long it has gone on, and which of its restrictions stand.
BriefingText caseState(BriefingMaterial& m, const Case& rows)
{
    const Columns& columns = m.columns();
    std::vector<Row> standing;
    bool hasRestricted = false;
    for (const Row row : rows) {
        hasRestricted = hasRestricted || possiblyInForce(columns, row).has_value();
        if (inForceOn(columns, row, m.asOf()) != InForce::No)
            standing.push_back(row);
    }
    const DayInterval days = daysBetweenStarts(columns, rows.front(), rows.back());
    BriefingText text = plain(tr("%Ln acts", static_cast<int>(rows.size())));
    text += plain(days.last == 0 ? tr(" on one day.")
                                 : tr(" over %1 day(s), from %2 to %3.", days.last)
                                       .arg(rangeText(days, m.locale()), m.startText(rows.front(), false),
                                            m.startText(rows.back(), false)));
    if (!hasRestricted)
        return text + plain(tr(" None of them is recorded as a restriction that was in force."));
    if (standing.empty())
        return text + filled(tr(" *No restriction of the case is in force* on %1."), {plain(m.asOfText())});
    const int count = static_cast<int>(standing.size());
    text += filled(count == 1 ? tr(" *One restriction is in force* on %1:")
                              : tr(" *%Ln restrictions are in force* on %1:", count),
                   {plain(m.asOfText())});
    constexpr std::size_t most = 2;
    std::vector<BriefingText> names;
    for (std::size_t i = 0; i < std::min(standing.size(), most); ++i)
        names.push_back(plain(QStringLiteral("“%1”").arg(m.event(standing[i]).title)));
    if (standing.size() > most)
        names.push_back(plain(tr("%Ln more", static_cast<int>(standing.size() - most))));
    return text + plain(QStringLiteral(" ")) + listed(names) + plain(QStringLiteral("."));
}

} // namespace

std::vector<BriefingBlock> caseBlocks(BriefingMaterial& m)
{
    const std::vector<Case> cases = casesOf(m);
    std::vector<BriefingBlock> blocks;
    if (cases.empty())
        return blocks;
    const auto more = static_cast<int>(cases.size()) - static_cast<int>(mostCases);
    if (more > 0)
        blocks.push_back(BriefingParagraph{
            plain(tr("The %1 that moved last; the record joins acts to %Ln other case(s) besides.", more)
                      .arg(m.locale().toString(static_cast<int>(mostCases))))});
    for (std::size_t i = 0; i < std::min(cases.size(), mostCases); ++i) {
        blocks.push_back(BriefingHeading{caseTitle(m, cases[i])});
        blocks.push_back(BriefingParagraph{caseState(m, cases[i])});
        blocks.push_back(stepsOf(m, cases[i]));
    }
    return blocks;
}

} // namespace interdict
