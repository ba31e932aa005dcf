// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is in force, what happened last, and all acts as a table.
#include "model/briefing/briefingparts.h"

#include "model/analysis/facttext.h"
#include "model/analysis/standing.h"
#include "model/briefing/briefingtext.h"

#include <QCoreApplication>

#include <map>

namespace interdict {

namespace {

constexpr std::size_t mostInForce = 40; // told one by one; of more, large groups are told by place
constexpr std::size_t largeGroup = 6;
constexpr std::size_t mostLatest = 8;

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("Briefing", text, nullptr, n);
}

// In force by measure, the strictest first: severity downwards, then as the vocabulary has them.
std::vector<std::vector<Row>> groupedByMeasure(const BriefingMaterial& m)
{
    const Columns& columns = m.columns();
    std::map<std::pair<int, int>, std::vector<Row>> groups;
    for (const Row row : m.numbers().inForce) {
        const int measure = columns.measure[row];
        const Term* term =
            m.vocabulary().find(TermKind::Measure, columns.table(Facet::Measure).codes[measure]);
        groups[{-(term ? term->severity : 0), measure}].push_back(row);
    }
    std::vector<std::vector<Row>> lists;
    for (auto& [key, rows] : groups)
        lists.push_back(std::move(rows));
    return lists;
}

QString standing(BriefingMaterial& m, Row row)
{
    return standingOf(m.workspace(), row, m.event(row), m.locale()).text;
}

// Title, and under it in grey who acted, on which platforms.
BriefingText titled(BriefingMaterial& m, Row row, bool withPlatforms)
{
    const Event& event = m.event(row);
    BriefingText text = strong(event.title) + m.star(row) + m.cited(event.sources);
    QStringList below;
    if (!event.authority.isEmpty())
        below << event.authority;
    if (withPlatforms && !event.platforms.isEmpty())
        below << event.platforms.join(QStringLiteral(", "));
    if (!below.isEmpty())
        text += quiet(QLatin1Char('\n') + below.join(QStringLiteral(" · ")));
    return text;
}

// What the filter asks for need not be said of each act.
bool namesOthers(const BriefingMaterial& m, const Event& event)
{
    const FacetSelection& asked = m.workspace().filter()[Facet::Platform];
    return m.numbers().platforms.size() > 1 && event.platforms != asked.anyOf;
}

BriefingRow inForceRow(BriefingMaterial& m, Row row)
{
    BriefingRow told{m.measureClassOf(row), {}};
    if (!m.isOfOnePlace())
        told.cells.push_back(plain(m.placeName(row)));
    told.cells.push_back(titled(m, row, namesOthers(m, m.event(row))));
    told.cells.push_back(plain(tr("since %1").arg(m.startText(row))) +
                         quiet(QLatin1Char('\n') + standing(m, row)));
    return told;
}

// "Australia (9), Austria and Canada (2)": jurisdictions by name, with numbers where there are several.
QString placesOf(const BriefingMaterial& m, const std::vector<Row>& rows)
{
    std::map<QString, int> counts;
    for (const Row row : rows)
        ++counts[m.countryName(row)];
    QStringList parts;
    for (const auto& [name, count] : counts) {
        const QString place = placeInSentence(name);
        parts << (count == 1 ? place : QStringLiteral("%1 (%2)").arg(place, m.locale().toString(count)));
    }
    return listed(parts);
}

void addGroup(BriefingMaterial& m, std::vector<Row> rows, bool isLong, std::vector<BriefingBlock>& blocks)
{
    const QString measure = m.valueLabel(Facet::Measure, m.columns().measure[rows.front()]);
    blocks.push_back(BriefingHeading{tr("%1 – %Ln in force", static_cast<int>(rows.size())).arg(measure)});
    if (isLong && rows.size() > largeGroup) {
        blocks.push_back(BriefingParagraph{plain(tr("In %1.").arg(placesOf(m, rows)))});
        return;
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [&m](Row a, Row b) { return m.placeName(a) < m.placeName(b); });
    BriefingTable table{tr("In force: %1").arg(measure), {}, {}, {}};
    table.parts = m.isOfOnePlace() ? std::vector{75, 25} : std::vector{22, 55, 23};
    for (const Row row : rows)
        table.rows.push_back(inForceRow(m, row));
    blocks.push_back(std::move(table));
}

} // namespace

std::vector<BriefingBlock> inForceBlocks(BriefingMaterial& m)
{
    std::vector<BriefingBlock> blocks;
    if (m.numbers().events == 0)
        return blocks;
    if (m.numbers().inForce.empty())
        return {BriefingParagraph{
            plain(tr("On %1 the record shows no restriction in force.").arg(m.asOfText()))}};
    const bool isLong = m.numbers().inForce.size() > mostInForce;
    for (std::vector<Row>& group : groupedByMeasure(m))
        addGroup(m, std::move(group), isLong, blocks);
    return blocks;
}

std::vector<BriefingBlock> latestBlocks(BriefingMaterial& m)
{
    if (m.told().empty())
        return {};
    BriefingTable table{tr("The latest acts, newest first"), {}, {18, 82}, {}};
    const auto told = m.told();
    for (std::size_t i = 0; i < std::min(told.size(), mostLatest); ++i) {
        const Row row = told[told.size() - 1 - i];
        const Event& event = m.event(row);
        BriefingText what = titled(m, row, false);
        if (!event.summary.isEmpty())
            what += plain(QLatin1Char('\n') + event.summary);
        BriefingText when = plain(m.startText(row));
        if (!m.isOfOnePlace())
            when += quiet(QLatin1Char('\n') + m.placeName(row));
        table.rows.push_back({m.measureClassOf(row), {when, what}});
    }
    return {table};
}

std::vector<BriefingBlock> tableBlocks(BriefingMaterial& m)
{
    if (m.told().empty())
        return {};
    std::vector<BriefingBlock> blocks;
    if (static_cast<int>(m.told().size()) < m.numbers().events)
        blocks.push_back(
            BriefingParagraph{plain(tr("The latest %Ln of them, oldest first. An export holds all.",
                                       static_cast<int>(m.told().size())))});
    const bool onePlace = m.isOfOnePlace();
    BriefingTable table{tr("All acts, oldest first"), {}, {}, {}};
    table.headers << tr("Date");
    table.parts = onePlace ? std::vector{15, 45, 19, 21} : std::vector{14, 15, 38, 15, 18};
    if (!onePlace)
        table.headers << tr("Jurisdiction");
    table.headers << tr("Act") << tr("Measure") << tr("Status");
    for (const Row row : m.told()) {
        const Event& event = m.event(row);
        BriefingRow told{m.measureClassOf(row), {plain(m.startText(row))}};
        if (!onePlace)
            told.cells.push_back(plain(m.placeName(row)));
        BriefingText what = plain(event.title) + m.star(row) + m.cited(event.sources);
        if (namesOthers(m, event) && !event.platforms.isEmpty())
            what += quiet(u'\n' + event.platforms.join(QStringLiteral(", ")));
        told.cells.push_back(std::move(what));
        told.cells.push_back(plain(m.valueLabel(Facet::Measure, m.columns().measure[row])) +
                             quiet(QLatin1Char('\n') + m.valueLabel(Facet::Scope, m.columns().scope[row])));
        told.cells.push_back(plain(standing(m, row)));
        table.rows.push_back(std::move(told));
    }
    blocks.push_back(std::move(table));
    return blocks;
}

} // namespace interdict
