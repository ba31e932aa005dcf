// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelinelanes.h"

#include "model/analysis/inforce.h"
#include "widgets/timeline/stretches.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>
#include <map>
#include <set>
#include <tuple>

namespace interdict {

namespace {

Facet styleFacet(ColourBy by)
{
    switch (by) {
    case ColourBy::Measure:
        return Facet::Measure;
    case ColourBy::Concern:
        return Facet::Concern;
    case ColourBy::Status:
        return Facet::Status;
    }
    return Facet::Measure;
}

template <typename Function>
void forEachBit(const MaskColumn& mask, Row row, Function function)
{
    const auto words = static_cast<std::size_t>(mask.words);
    for (std::size_t word = 0; word < words; ++word) {
        for (std::uint64_t bits = mask.bits[row * words + word]; bits != 0; bits &= bits - 1)
            function(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
    }
}

// Calls function(value number) for each lane that the row stands in.
template <typename Function>
void forEachLane(const Columns& columns, LaneBy by, Row row, Function function)
{
    switch (by) {
    case LaneBy::Country:
        function(std::size_t(columns.countryOf[columns.place[row]]));
        break;
    case LaneBy::Place:
        function(std::size_t(columns.place[row]));
        break;
    case LaneBy::Platform:
        forEachBit(columns.platform, row, function);
        break;
    case LaneBy::Concern:
        forEachBit(columns.concern, row, function);
        break;
    case LaneBy::Measure:
        function(std::size_t(columns.measure[row]));
        break;
    case LaneBy::None:
        function(std::size_t(0));
        break;
    }
}

// The number of the country of a lane's rows; only where lanes are of places.
std::uint16_t countryOf(const Columns& columns, const TimelineLane& lane)
{
    return columns.countryOf[columns.place[lane.rows.front()]];
}

// No early end: so the compiler takes many rows at once.
bool isAnyUnpublished(const Columns& columns)
{
    std::uint8_t greatest = 0;
    for (const std::uint8_t number : columns.review)
        greatest = std::max(greatest, number);
    return greatest > static_cast<std::uint8_t>(ReviewState::Published) + 1;
}

QString translate(const char* text)
{
    return QCoreApplication::translate("LaneBy", text);
}

void prepare(TimelineLane& lane, const Columns& columns, const RowStyles& styles)
{
    const auto anchor = [&columns](Row row) { return anchorOf(columns.start(row)); };
    const auto before = [&](Row a, Row b) { return anchor(a) < anchor(b); };
    // Rows come by first day; only partial dates stand elsewhere.
    if (!std::is_sorted(lane.rows.begin(), lane.rows.end(), before))
        std::stable_sort(lane.rows.begin(), lane.rows.end(), before);

    std::vector<Anchor> anchors(lane.rows.size());
    std::transform(lane.rows.begin(), lane.rows.end(), anchors.begin(), anchor);
    lane.index = AnchorIndex::of(anchors);
    lane.styles.resize(lane.rows.size());
    StretchUnion inForce;
    StretchUnion other;
    for (std::size_t i = 0; i < lane.rows.size(); ++i) {
        lane.styles[i] = styles.of(columns, lane.rows[i]);
        if (const auto span = rowSpan(columns, lane.rows[i], lane.styles[i]))
            (span->inForce ? inForce : other).add(*span);
    }
    lane.inForce = inForce.strictest();
    lane.other = other.strictest();
}

} // namespace

const std::array<LaneByInfo, 6>& laneChoices()
{
    static const std::array<LaneByInfo, 6> table{{
        {LaneBy::Country, "country", QT_TRANSLATE_NOOP("LaneBy", "Country"), Facet::Country},
        {LaneBy::Place, "place", QT_TRANSLATE_NOOP("LaneBy", "Place"), Facet::Country},
        {LaneBy::Platform, "platform", QT_TRANSLATE_NOOP("LaneBy", "Platform"), Facet::Platform},
        {LaneBy::Concern, "concern", QT_TRANSLATE_NOOP("LaneBy", "Concern"), Facet::Concern},
        {LaneBy::Measure, "measure", QT_TRANSLATE_NOOP("LaneBy", "Measure"), Facet::Measure},
        {LaneBy::None, "none", QT_TRANSLATE_NOOP("LaneBy", "One lane"), std::nullopt},
    }};
    return table;
}

QString laneByLabel(LaneBy by)
{
    return translate(laneChoices()[static_cast<std::size_t>(by)].label);
}

RowStyles::RowStyles(const MarkScheme& scheme, const Columns& columns)
    : m_by(scheme.by())
{
    for (const LegendEntry& entry : scheme.legend())
        m_styles.push_back(entry.style);
    for (const QString& code : columns.table(styleFacet(m_by)).codes)
        m_byValue.push_back(static_cast<std::uint8_t>(scheme.legendIndex(code)));
    m_styles.push_back(scheme.style(unknownValue));
    m_plain = m_styles.size();
    const bool hasUnpublished = isAnyUnpublished(columns);
    for (std::size_t style = 0; hasUnpublished && style < m_plain; ++style)
        m_styles.push_back(dashed(m_styles[style]));
}

std::uint8_t RowStyles::of(const Columns& columns, Row row) const
{
    const std::uint8_t style = published(columns, row);
    return columns.isPublished(row) ? style : static_cast<std::uint8_t>(style + m_plain);
}

std::uint8_t RowStyles::published(const Columns& columns, Row row) const
{
    switch (m_by) {
    case ColourBy::Measure:
        return m_byValue[columns.measure[row]];
    case ColourBy::Status:
        return m_byValue[columns.status[row]];
    case ColourBy::Concern:
        break;
    }
    auto best = static_cast<std::uint8_t>(m_plain - 1);
    forEachBit(columns.concern, row, [&](std::size_t value) { best = std::min(best, m_byValue[value]); });
    return best;
}

AnchorIndex AnchorIndex::of(std::span<const Anchor> ascending)
{
    AnchorIndex result;
    for (std::uint32_t i = 0; i < ascending.size(); ++i) {
        if (i > 0 && ascending[i] == ascending[i - 1])
            continue;
        result.anchors.push_back(ascending[i]);
        if (i > 0)
            result.begin.push_back(i);
    }
    if (!ascending.empty())
        result.begin.push_back(static_cast<std::uint32_t>(ascending.size()));
    return result;
}

TimelineLanes::TimelineLanes(const Columns& columns, std::span<const Row> result, LaneBy by, RowStyles styles,
                             const NameOf& nameOf)
    : m_columns(&columns)
    , m_by(by)
    , m_styles(std::move(styles))
{
    fill(result);
    nameLanes(nameOf);
    if (m_by == LaneBy::Place)
        orderByPlace(nameOf);
    else
        orderBySize();
}

bool TimelineLanes::isSubdivision(const TimelineLane& lane) const
{
    return m_by == LaneBy::Place && m_columns->place[lane.rows.front()] != countryOf(*m_columns, lane);
}

// A country's own acts are called national only where acts of its subdivisions stand beside them.
void TimelineLanes::nameLanes(const NameOf& nameOf)
{
    std::set<std::uint16_t> divided;
    for (const TimelineLane& lane : m_lanes) {
        if (isSubdivision(lane))
            divided.insert(countryOf(*m_columns, lane));
    }
    for (TimelineLane& lane : m_lanes) {
        lane.name = lane.code.isEmpty() ? QString() : nameOf(lane.code);
        if (isSubdivision(lane)) {
            lane.shortName = lane.name;
            lane.name = translate("%1, %2").arg(lane.name, m_columns->countryCode(lane.rows.front()));
        } else if (m_by == LaneBy::Place && divided.contains(countryOf(*m_columns, lane))) {
            lane.shortName = translate("%1 (national)").arg(lane.code);
            lane.name = translate("%1 (national)").arg(lane.name);
        }
    }
}

void TimelineLanes::orderBySize()
{
    std::stable_sort(m_lanes.begin(), m_lanes.end(), [](const TimelineLane& a, const TimelineLane& b) {
        return a.rows.size() != b.rows.size() ? a.rows.size() > b.rows.size() : a.name < b.name;
    });
}

void TimelineLanes::orderByPlace(const NameOf& nameOf)
{
    struct Key
    {
        std::size_t countrySize; // rows of the whole country
        QString countryName;
        bool isSubdivision;
        Anchor first; // where the lane's first mark stands
        Row row;
    };
    std::map<std::uint16_t, std::size_t> sizes;
    for (const TimelineLane& lane : m_lanes)
        sizes[countryOf(*m_columns, lane)] += lane.rows.size();
    std::map<QString, Key> keys;
    for (const TimelineLane& lane : m_lanes) {
        const Row first = *std::min_element(lane.rows.begin(), lane.rows.end(), [this](Row a, Row b) {
            return anchorOf(m_columns->start(a)) < anchorOf(m_columns->start(b));
        });
        keys[lane.code] = {sizes[countryOf(*m_columns, lane)], nameOf(m_columns->countryCode(first)),
                           isSubdivision(lane), anchorOf(m_columns->start(first)), first};
    }
    std::sort(m_lanes.begin(), m_lanes.end(), [&keys](const TimelineLane& a, const TimelineLane& b) {
        const Key& left = keys.at(a.code);
        const Key& right = keys.at(b.code);
        if (left.countrySize != right.countrySize)
            return left.countrySize > right.countrySize;
        return std::tie(left.countryName, left.isSubdivision, left.first, left.row) <
               std::tie(right.countryName, right.isSubdivision, right.first, right.row);
    });
}

void TimelineLanes::fill(std::span<const Row> result)
{
    const auto& facet = laneChoices()[static_cast<std::size_t>(m_by)].facet;
    const std::size_t values = facet ? static_cast<std::size_t>(m_columns->table(*facet).size()) : 1;
    std::vector<std::size_t> sizes(values);
    for (const Row row : result)
        forEachLane(*m_columns, m_by, row, [&](std::size_t value) { ++sizes[value]; });

    std::vector<std::size_t> laneOf(values);
    for (std::size_t value = 0; value < values; ++value) {
        if (sizes[value] == 0)
            continue;
        laneOf[value] = m_lanes.size();
        m_lanes.emplace_back();
        m_lanes.back().rows.reserve(sizes[value]);
        if (facet)
            m_lanes.back().code = m_columns->table(*facet).codes[static_cast<qsizetype>(value)];
    }
    for (const Row row : result)
        forEachLane(*m_columns, m_by, row,
                    [&](std::size_t value) { m_lanes[laneOf[value]].rows.push_back(row); });
}

const TimelineLane& TimelineLanes::lane(int number) const
{
    TimelineLane& lane = m_lanes[static_cast<std::size_t>(number)];
    if (lane.styles.size() != lane.rows.size())
        prepare(lane, *m_columns, m_styles);
    return lane;
}

TimelineLanes TimelineLanes::some(int first, int count) const
{
    TimelineLanes part;
    part.m_columns = m_columns;
    part.m_by = m_by;
    part.m_styles = m_styles;
    part.m_lanes.assign(m_lanes.begin() + first, m_lanes.begin() + first + count);
    return part;
}

MilestoneLane::MilestoneLane(std::vector<Milestone> unordered)
    : milestones(std::move(unordered))
{
    const auto anchor = [](const Milestone& milestone) { return anchorOf(milestone.date.interval()); };
    std::stable_sort(milestones.begin(), milestones.end(),
                     [&](const Milestone& a, const Milestone& b) { return anchor(a) < anchor(b); });
    std::vector<Anchor> anchors(milestones.size());
    std::transform(milestones.begin(), milestones.end(), anchors.begin(), anchor);
    index = AnchorIndex::of(anchors);
}

std::optional<DayInterval> daysSpanned(const Columns& columns, std::span<const Row> result, Day today)
{
    if (result.empty())
        return std::nullopt;
    DayInterval days{columns.startFirst[result.front()], columns.startLast[result.front()]};
    for (const Row row : result) {
        days.last = std::max(days.last, columns.startLast[row]);
        const auto lasting = possiblyInForce(columns, row);
        if (lasting)
            days.last = std::max(days.last, lasting->last == noEnd ? today : lasting->last);
        else if (columns.endLast[row] != noEnd)
            days.last = std::max(days.last, columns.endLast[row]);
    }
    return days;
}

std::optional<DayInterval> daysToFit(const Columns& columns, std::span<const Row> result,
                                     const std::optional<Period>& period, Day today)
{
    const auto spanned = daysSpanned(columns, result, today);
    if (!period)
        return spanned;
    DayInterval days = period->days();
    if (!period->from)
        days.first = spanned ? std::min(spanned->first, days.last) : days.last;
    if (!period->to)
        days.last = std::max(spanned ? spanned->last : today, days.first);
    return days;
}

} // namespace interdict
