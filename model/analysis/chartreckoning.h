// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// For the charts' own files alone: the values of rows as charts divide them, and what each kind needs.
#pragma once

#include "model/analysis/chart.h"
#include "model/explore/valueindex.h"

namespace interdict::charts {

// Calls f(value number) for each value of the row. Of places the country alone, of groups those in `groups`:
// where they overlap, a row would count in most of them.
template <typename F>
void forEachValueOf(const Columns& columns, Facet facet, Row row, std::uint64_t groups, F f)
{
    switch (facet) {
    case Facet::Country:
        return f(columns.countryOf[columns.place[row]]);
    case Facet::Bloc:
        return forEachRow(columns.groupsOf[columns.place[row]] & groups, 0, f);
    case Facet::Platform:
        return forEachValue(columns.platform, row, f);
    case Facet::Concern:
        return forEachValue(columns.concern, row, f);
    case Facet::Measure:
        return f(columns.measure[row]);
    case Facet::Scope:
        return f(columns.scope[row]);
    case Facet::Status:
        return f(columns.status[row]);
    case Facet::Developer:
        return forEachValue(columns.developer, row, f);
    case Facet::Confidence:
        return f(columns.confidence[row]);
    case Facet::Duration:
        return forEachValue(columns.lasted, row, f);
    case Facet::Review:
        return f(columns.review[row]);
    }
}

// A facet's most frequent values among rows, and the rest: which of them a row belongs to.
class Division
{
public:
    enum class Groups : std::uint8_t { All, Regions }; // Regions: no two share a country
    // Without a facet there is one part, of all rows.
    Division(const ChartSource& source, std::span<const Row> rows, std::optional<Facet> facet, int most,
             Groups groups = Groups::Regions);

    std::size_t size() const { return m_values.size() + (m_hasRest ? 1 : 0); }
    int valueAt(std::size_t part) const { return m_values[part]; }
    bool isRest(std::size_t part) const { return part >= m_values.size(); }
    bool isShared() const { return m_isShared; } // some row belongs to several parts
    std::vector<ChartSeries> series() const;
    QStringList codes() const; // of the values, without the rest

    template <typename F>
    void forEachPart(Row row, F f) const
    {
        if (!m_facet)
            return f(std::size_t(0));
        bool isOf = false;
        forEachValueOf(m_source.columns, *m_facet, row, m_groups, [&](auto value) {
            const int part = m_partOf[static_cast<std::size_t>(value)];
            if (part < 0)
                return;
            isOf = true;
            f(static_cast<std::size_t>(part));
        });
        if (!isOf)
            f(m_values.size());
    }

private:
    void choose(int most);
    void order();
    void count(std::span<const Row> rows);
    void countRest(std::span<const Row> rows);
    QString nameOf(int value) const;

    const ChartSource& m_source;
    std::optional<Facet> m_facet;
    std::uint64_t m_groups = ~std::uint64_t(0);
    std::vector<int> m_values;           // by part
    std::vector<int> m_partOf;           // by value number; -1: of the rest
    std::vector<std::uint32_t> m_counts; // by value number
    std::uint32_t m_rest = 0;
    bool m_restIsUnknown = false, m_hasRest = false, m_isShared = false;
};

// The name of a value; a code's label.
QString valueName(const ChartSource& source, Facet facet, const QString& code);
QString facetPlural(Facet facet); // "platforms"
QString tr(const char* text, int n = -1);
void addNote(QString& note, const QString& sentence);

// Each fills what its kind shows; spec, filter and as-of day are there.
void fillOverTime(ChartData& chart, const ChartSource& source);
void fillInForce(ChartData& chart, const ChartSource& source); // and Capability
void fillRanking(ChartData& chart, const ChartSource& source);
void fillDiffusion(ChartData& chart, const ChartSource& source);
void fillDurations(ChartData& chart, const ChartSource& source);

// The days, back from the as-of day, on which began what goes on for a bucket's time.
DayInterval begunFor(std::size_t bucket, Day asOf);

} // namespace interdict::charts
