// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/chartreckoning.h"

#include "model/explore/filtertext.h"
#include "model/vocabulary/gazetteer.h"
#include "model/vocabulary/vocabulary.h"

#include <QCoreApplication>

#include <numeric>

namespace interdict::charts {

namespace {

constexpr int unknownNumber = 0;

std::uint64_t regionBits(const ChartSource& source)
{
    std::uint64_t bits = 0;
    for (const PlaceGroup& group : source.gazetteer.groups())
        if (group.kind == PlaceGroup::Kind::Region)
            if (const auto number = source.columns.table(Facet::Bloc).number(group.code))
                bits |= std::uint64_t(1) << *number;
    return bits;
}

// Measures stand strictest first, whatever their number.
int severityOf(const ChartSource& source, const QString& code)
{
    const Term* term = source.vocabulary.find(TermKind::Measure, code);
    return term ? term->severity : -1;
}

} // namespace

QString tr(const char* text, int n)
{
    return QCoreApplication::translate("Chart", text, nullptr, n);
}

void addNote(QString& note, const QString& sentence)
{
    note += (note.isEmpty() ? QString() : QStringLiteral(" ")) + sentence;
}

QString valueName(const ChartSource& source, Facet facet, const QString& code)
{
    return facetValueLabel(facet, code, source.vocabulary, source.gazetteer);
}

QString facetPlural(Facet facet)
{
    static constexpr std::array<const char*, facetCount> plurals{
        QT_TRANSLATE_NOOP("Chart", "countries"),        QT_TRANSLATE_NOOP("Chart", "blocs and regions"),
        QT_TRANSLATE_NOOP("Chart", "platforms"),        QT_TRANSLATE_NOOP("Chart", "concerns"),
        QT_TRANSLATE_NOOP("Chart", "measures"),         QT_TRANSLATE_NOOP("Chart", "scopes"),
        QT_TRANSLATE_NOOP("Chart", "statuses"),         QT_TRANSLATE_NOOP("Chart", "developers’ countries"),
        QT_TRANSLATE_NOOP("Chart", "confidences"),      QT_TRANSLATE_NOOP("Chart", "lengths of time"),
        QT_TRANSLATE_NOOP("Chart", "states of review"),
    };
    return tr(plurals[static_cast<std::size_t>(facet)]);
}

Division::Division(const ChartSource& source, std::span<const Row> rows, std::optional<Facet> facet, int most,
                   Groups groups)
    : m_source(source)
    , m_facet(facet)
{
    if (facet == Facet::Bloc && groups == Groups::Regions)
        m_groups = regionBits(source);
    if (!facet) {
        m_values = {unknownNumber};
        m_counts = {static_cast<std::uint32_t>(rows.size())};
        return;
    }
    const std::span<const Row> all = source.all.empty() ? rows : source.all;
    count(all);
    choose(most);
    order();
    countRest(all);
    m_hasRest = m_rest > 0;
    if (source.all.empty())
        return;
    count(rows);
    countRest(rows);
}

void Division::count(std::span<const Row> rows)
{
    m_counts.assign(static_cast<std::size_t>(m_source.columns.table(*m_facet).size()), 0);
    for (const Row row : rows)
        forEachValueOf(m_source.columns, *m_facet, row, m_groups,
                       [this](auto value) { ++m_counts[static_cast<std::size_t>(value)]; });
}

// "Unknown" is never among the chosen: it is no value to compare others with.
void Division::choose(int most)
{
    for (std::size_t value = 1; value < m_counts.size(); ++value)
        if (m_counts[value] > 0)
            m_values.push_back(static_cast<int>(value));
    std::stable_sort(m_values.begin(), m_values.end(), [this](int a, int b) {
        return m_counts[static_cast<std::size_t>(a)] > m_counts[static_cast<std::size_t>(b)];
    });
    m_values.resize(std::min(m_values.size(), static_cast<std::size_t>(std::max(most, 1))));
}

void Division::order()
{
    const QStringList& codes = m_source.columns.table(*m_facet).codes;
    if (m_facet == Facet::Measure)
        std::stable_sort(m_values.begin(), m_values.end(), [&](int a, int b) {
            return severityOf(m_source, codes[a]) > severityOf(m_source, codes[b]);
        });
    if (m_facet == Facet::Duration || m_facet == Facet::Review) // have an order of their own
        std::sort(m_values.begin(), m_values.end());
    m_partOf.assign(m_counts.size(), -1);
    for (std::size_t part = 0; part < m_values.size(); ++part)
        m_partOf[static_cast<std::size_t>(m_values[part])] = static_cast<int>(part);
}

void Division::countRest(std::span<const Row> rows)
{
    std::uint32_t unknown = 0;
    m_rest = 0;
    m_isShared = false;
    for (const Row row : rows) {
        int parts = 0;
        bool isUnknown = false;
        forEachValueOf(m_source.columns, *m_facet, row, m_groups, [&](auto value) {
            parts += m_partOf[static_cast<std::size_t>(value)] >= 0 ? 1 : 0;
            isUnknown = isUnknown || value == unknownNumber;
        });
        m_isShared = m_isShared || parts > 1;
        m_rest += parts == 0 ? 1 : 0;
        unknown += isUnknown ? 1 : 0;
    }
    m_restIsUnknown = m_rest == unknown;
}

QString Division::nameOf(int value) const
{
    return valueName(m_source, *m_facet, m_source.columns.table(*m_facet).codes[value]);
}

std::vector<ChartSeries> Division::series() const
{
    if (!m_facet)
        return {{ChartSeries::Part::All, {}, tr("Events"), m_counts.front(), 0}};
    std::vector<ChartSeries> all;
    const QStringList& codes = m_source.columns.table(*m_facet).codes;
    for (const int value : m_values)
        all.push_back({ChartSeries::Part::Value, codes[value], nameOf(value),
                       m_counts[static_cast<std::size_t>(value)], 0});
    if (m_hasRest)
        all.push_back(
            {ChartSeries::Part::Others, {}, m_restIsUnknown ? tr("Unknown") : tr("Others"), m_rest, 0});
    return all;
}

QStringList Division::codes() const
{
    QStringList codes;
    for (const int value : m_values)
        codes.append(m_source.columns.table(*m_facet).codes[value]);
    return codes;
}

} // namespace interdict::charts
