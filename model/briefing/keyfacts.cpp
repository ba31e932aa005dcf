// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/briefing/keyfacts.h"

#include "model/briefing/briefingparts.h"
#include "model/briefing/briefingtext.h"

#include <QCoreApplication>

namespace interdict {

namespace {

using Tally = BriefingNumbers::Tally;

constexpr std::size_t mostNamed = 3;
constexpr int mostRanked = 3;
constexpr int all = 99;

QString tr(const char* text, int n = -1)
{
    return factText(text, n);
}

QString tr(const char* one, const char* several, int n)
{
    return factText(one, several, n);
}

bool isOne(const BriefingMaterial& m)
{
    return m.numbers().events == 1;
}

BriefingText counted(const BriefingMaterial& m, int number)
{
    return plain(m.locale().toString(number));
}

int known(const std::vector<Tally>& tallies)
{
    return static_cast<int>(tallies.size()) - (eventsOf(tallies, 0) > 0 ? 1 : 0);
}

// "between 22 January 2021 and 30 April 2026", "on 30 January 2025"
BriefingText period(const BriefingMaterial& m)
{
    const Row first = m.numbers().first.front();
    const Row last = m.numbers().last.back();
    if (m.columns().start(first) == m.columns().start(last))
        return plain(m.onStart(first));
    return plain(tr("between %1 and %2").arg(m.startText(first, false), m.startText(last, false)));
}

BriefingText actsAndPlaces(const BriefingMaterial& m)
{
    const BriefingNumbers& numbers = m.numbers();
    const auto european = m.columns().table(Facet::Country).number(QStringLiteral("EU"));
    const int byUnion = european ? eventsOf(numbers.jurisdictions, *european) : 0;
    const int countries = static_cast<int>(numbers.jurisdictions.size()) - (byUnion > 0 ? 1 : 0);
    const BriefingText acts = strong(tr("%Ln act(s)", numbers.events));
    if (countries == 0 && byUnion > 0)
        return filled(tr("The record holds %1 by the European Union’s own bodies, begun %2."),
                      {acts, period(m)});
    if (countries == 0)
        return filled(tr("The record holds %1, begun %2."), {acts, period(m)});
    if (countries == 1 && byUnion == 0) {
        const QString place =
            placeInSentence(m.valueLabel(Facet::Country, numbers.jurisdictions.front().value));
        return filled(tr("The record holds %1 in %3, begun %2."), {acts, period(m), plain(place)});
    }
    if (byUnion == 0)
        return filled(tr("The record holds %1 in *%Ln country(ies)*, begun %2.", countries),
                      {acts, period(m)});
    return filled(tr("The record holds %1: %3 in *%Ln country(ies)* and %4 by the European Union’s own "
                     "bodies, begun %2.",
                     countries),
                  {acts, period(m), counted(m, numbers.events - byUnion), counted(m, byUnion)});
}

BriefingText measuresText(const BriefingMaterial& m)
{
    const auto& measures = m.numbers().measures;
    if (known(measures) == 0)
        return {};
    if (measures.size() == 1)
        return filled(isOne(m) ? tr("The *measure* is %1. ") : tr("All acts are of one *measure*: %1. "),
                      {plain(withinSentence(m.valueLabel(Facet::Measure, measures.front().value)))});
    return filled(tr("The most frequent *measures* are %1. "),
                  {plain(m.ranking(Facet::Measure, measures, mostRanked))});
}

BriefingText concernsText(const BriefingMaterial& m)
{
    const auto& concerns = m.numbers().concerns;
    if (known(concerns) == 0)
        return plain(tr("The record names no concern."));
    if (isOne(m)) {
        QStringList names;
        for (const Tally& tally : concerns)
            names << withinSentence(m.valueLabel(Facet::Concern, tally.value));
        return filled(
            tr("The *concern* named is %1.", "The *concerns* named are %1.", static_cast<int>(names.size())),
            {plain(listed(names))});
    }
    if (known(concerns) == 1)
        return filled(tr("The only *concern* named is %1."), {plain(m.ranking(Facet::Concern, concerns, 1))});
    return filled(tr("The *concerns* named most often are %1; an act may name several."),
                  {plain(m.ranking(Facet::Concern, concerns, mostRanked))});
}

using Fact = BriefingText (*)(BriefingMaterial&);
constexpr Fact facts[] = {extentFact, standingsFact, strictestFact, firstFact, spreadFact,
                          kindsFact,  scopesFact,    latestFact,    wordFact};

} // namespace

QString factText(const char* text, int n)
{
    return QCoreApplication::translate("Briefing", text, nullptr, n);
}

QString factText(const char* one, const char* several, int n)
{
    return factText(n == 1 ? one : several, n);
}

int eventsOf(const std::vector<Tally>& tallies, int value)
{
    const auto it = std::find_if(tallies.begin(), tallies.end(),
                                 [value](const Tally& tally) { return tally.value == value; });
    return it == tallies.end() ? 0 : it->events;
}

BriefingText namedActs(BriefingMaterial& m, const std::vector<Row>& rows)
{
    std::vector<BriefingText> names;
    for (std::size_t i = 0; i < std::min(rows.size(), mostNamed); ++i)
        names.push_back(m.act(rows[i]) + plain(QStringLiteral(" (%1)").arg(m.startText(rows[i]))));
    if (rows.size() > mostNamed)
        names.push_back(plain(tr("%Ln more", static_cast<int>(rows.size() - mostNamed))));
    return listed(names);
}

BriefingText extentFact(BriefingMaterial& m)
{
    const BriefingNumbers& numbers = m.numbers();
    BriefingText text = actsAndPlaces(m);
    if (numbers.jurisdictions.size() > mostNamed)
        text += plain(tr(" The largest numbers are in %1.")
                          .arg(m.ranking(Facet::Country, numbers.jurisdictions, mostRanked)));
    if (numbers.byParts > 0)
        text += plain(tr(" %Ln of them is an act in a state, province, city or other part of a country.",
                         " %Ln of them are acts in states, provinces, cities or other parts of countries.",
                         numbers.byParts));
    const bool isAsked = !m.workspace().filter()[Facet::Platform].isEmpty();
    if (const int platforms = known(numbers.platforms); platforms > 1 && !isAsked)
        text += plain(tr(" They name %Ln platforms, most often %1.", platforms)
                          .arg(m.ranking(Facet::Platform, numbers.platforms, mostRanked)));
    if (numbers.unpublished > 0)
        text += isOne(m) ? strong(tr(" It is not published yet."))
                         : strong(tr(" %Ln of them is not published yet.",
                                     " %Ln of them are not published yet.", numbers.unpublished));
    return text;
}

BriefingText firstFact(BriefingMaterial& m)
{
    const auto& first = m.numbers().first;
    if (isOne(m))
        return filled(tr("It is %1."), {m.act(first.front())});
    if (first.size() == 1)
        return filled(tr("*The first* act on record is %1, %2."),
                      {m.act(first.front()), plain(m.onStart(first.front()))});
    std::vector<Row> exact; // all on the first day that is known
    std::vector<Row> vague;
    for (const Row row : first)
        (m.columns().has(row, Columns::PreciseStart) ? exact : vague).push_back(row);
    if (exact.empty())
        return filled(tr("*Which came first* is open, since dates are not known to the day: %1."),
                      {namedActs(m, vague)});
    if (vague.empty())
        return filled(tr("*The first* acts on record begin on the same day: %1."), {namedActs(m, exact)});
    BriefingText text = filled(tr("*The first* known to the day is %1.",
                                  "*The first* known to the day are %1.", static_cast<int>(exact.size())),
                               {namedActs(m, exact)});
    return text + filled(tr(" %Ln other, whose date is less exact, may be earlier: %1.",
                            " %Ln others, whose dates are less exact, may be earlier: %1.",
                            static_cast<int>(vague.size())),
                         {namedActs(m, vague)});
}

// Of platforms that the filter names; of a record of everything it would say nothing.
BriefingText spreadFact(BriefingMaterial& m)
{
    constexpr int year = 365;
    const Filter& filter = m.workspace().filter();
    if (m.numbers().spread.empty() ||
        (filter[Facet::Platform].isEmpty() && filter[Facet::Developer].isEmpty()))
        return {};
    std::vector<BriefingText> parts;
    for (const auto& spread : m.numbers().spread) {
        const bool isFirst = parts.empty();
        const QString pattern = spread.days == year ? tr("%1 within a year")
                                : isFirst           ? tr("%1 had acted within %2 days of the first act")
                                                    : tr("%1 within %2 days");
        parts.push_back(
            filled(pattern, {strong(rangeText(spread.jurisdictions, m.locale())), counted(m, spread.days)}));
    }
    return filled(tr("*Spread:* of the %1 jurisdictions, the first included, %2."),
                  {counted(m, static_cast<int>(m.numbers().jurisdictions.size())), listed(parts)});
}

BriefingText kindsFact(BriefingMaterial& m)
{
    return measuresText(m) + concernsText(m);
}

BriefingText scopesFact(BriefingMaterial& m)
{
    const auto& scopes = m.numbers().scopes;
    const int unknown = eventsOf(scopes, 0);
    if (known(scopes) == 0)
        return {};
    if (known(scopes) == 1 && unknown == 0)
        return filled(isOne(m) ? tr("*Whom it covers:* %1.") : tr("*Whom they cover:* %1, in every act."),
                      {plain(withinSentence(m.valueLabel(Facet::Scope, scopes.front().value)))});
    BriefingText text = filled(tr("*Whom they cover,* by number of acts: %1."),
                               {plain(m.ranking(Facet::Scope, scopes, all))});
    if (unknown > 0)
        text += plain(tr(" The record does not say it of %Ln act(s).", unknown));
    return text;
}

BriefingText latestFact(BriefingMaterial& m)
{
    const auto& last = m.numbers().last;
    if (isOne(m))
        return {};
    if (last.size() == 1)
        return filled(tr("*The latest* act on record is %1, %2."),
                      {m.act(last.front()), plain(m.onStart(last.front()))});
    return filled(tr("*The latest* acts on record are %1."), {namedActs(m, last)});
}

std::vector<BriefingBlock> keyFacts(BriefingMaterial& material)
{
    if (material.numbers().events == 0)
        return {BriefingParagraph{plain(
            tr("The record holds no act that this filter finds. That is not to say that there was none."))}};
    BriefingList list;
    for (const Fact fact : facts)
        if (BriefingText text = fact(material); !text.empty())
            list.items.push_back(std::move(text));
    return {list};
}

} // namespace interdict
