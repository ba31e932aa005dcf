// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapfacts.h"

namespace interdict {

namespace {

// Severity by measure number; unknown measures have none.
std::vector<int> severities(const Columns& columns, const Vocabulary& vocabulary)
{
    std::vector<int> result;
    for (const QString& code : columns.table(Facet::Measure).codes) {
        const Term* term = vocabulary.find(TermKind::Measure, code);
        result.push_back(term ? term->severity : 0);
    }
    return result;
}

class Strictness
{
public:
    Strictness(const Columns& columns, const Vocabulary& vocabulary)
        : m_columns(columns)
        , m_severities(severities(columns, vocabulary))
    {
    }
    // Rows come in result order, so the earlier one of equals is kept.
    void offer(PlaceFacts& facts, Row row, bool certain) const
    {
        if (!facts.strictest || isStricter(row, certain, *facts.strictest, facts.certain)) {
            facts.strictest = row;
            facts.certain = certain;
        }
    }

private:
    bool isStricter(Row a, bool aCertain, Row b, bool bCertain) const
    {
        const int as = m_severities[m_columns.measure[a]];
        const int bs = m_severities[m_columns.measure[b]];
        if (as != bs)
            return as > bs;
        return aCertain != bCertain ? aCertain : a < b;
    }
    const Columns& m_columns;
    std::vector<int> m_severities;
};

void addPart(PlaceFacts& whole, const PlaceFacts& part, const Strictness& strictness)
{
    whole.total += part.total;
    whole.count += part.count;
    whole.unpublished += part.unpublished;
    whole.inForce += part.inForce;
    if (part.strictest)
        strictness.offer(whole, *part.strictest, part.certain);
    if (part.first && (!whole.first || *part.first < *whole.first))
        whole.first = part.first;
}

void addRow(PlaceFacts& facts, const Columns& columns, Row row, Day asOf, const Strictness& strictness)
{
    ++facts.count;
    facts.unpublished += columns.isPublished(row) ? 0 : 1;
    if (!facts.first)
        facts.first = row;
    constexpr int both = Columns::Restricts | Columns::WasInForce;
    if ((columns.flags[row] & both) != both)
        return;
    const InForce inForce = inForceOn(columns, row, asOf);
    if (inForce == InForce::No)
        return;
    ++facts.inForce;
    strictness.offer(facts, row, inForce == InForce::Certainly);
}

} // namespace

RecordFacts collectFacts(const Columns& columns, const Vocabulary& vocabulary, std::span<const Row> result,
                         Day asOf, const Filter& filter)
{
    const Strictness strictness(columns, vocabulary);
    RecordFacts facts;
    facts.own.resize(static_cast<std::size_t>(columns.table(Facet::Country).size()));
    std::array<bool, reviewStates.size()> isShown{};
    for (const ReviewState state : reviewStates)
        isShown[static_cast<std::size_t>(state)] = showsReview(filter, state);
    for (Row row = 0; row < columns.size(); ++row)
        facts.own[columns.place[row]].total +=
            isShown[static_cast<std::size_t>(columns.reviewOf(row))] ? 1 : 0;
    for (const Row row : result)
        addRow(facts.own[columns.place[row]], columns, row, asOf, strictness);
    facts.whole = facts.own;
    for (std::size_t number = 1; number < facts.own.size(); ++number)
        if (const std::size_t country = columns.countryOf[number]; country != number)
            addPart(facts.whole[country], facts.own[number], strictness);
    return facts;
}

JurisdictionCounts countJurisdictions(const Columns& columns, const RecordFacts& facts)
{
    JurisdictionCounts counts;
    for (int number = 1; number < static_cast<int>(facts.whole.size()); ++number) {
        if (!isCountry(columns, number))
            continue;
        counts.inForce += facts.of(number).inForce > 0 ? 1 : 0;
        counts.withEvents += facts.of(number).count > 0 ? 1 : 0;
    }
    return counts;
}

} // namespace interdict
