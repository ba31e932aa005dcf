// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapclasses.h"

#include "model/event/partialdate.h"
#include "widgets/theme/marks.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>

namespace interdict {

namespace {

struct ModeInfo
{
    const char* code;
    const char* label;
};
constexpr std::array<ModeInfo, mapModeCount> modes{{
    {"strictest", QT_TRANSLATE_NOOP("Map", "Strictest measure in force")},
    {"events", QT_TRANSLATE_NOOP("Map", "Events")},
    {"first", QT_TRANSLATE_NOOP("Map", "First event")},
}};

// The classes that can be in force, strictest first.
constexpr std::array<MeasureClass, 3> restricting{MeasureClass::NationalBlock, MeasureClass::ServiceLimited,
                                                  MeasureClass::OfficialSystems};

// Which steps of the sequence so many classes take, little to much.
constexpr std::array<std::array<std::size_t, 6>, 7> sequenceSteps{
    {{}, {3}, {2, 4}, {1, 3, 5}, {1, 2, 4, 5}, {1, 2, 3, 4, 5}, {0, 1, 2, 3, 4, 5}}};

QString translated(const char* text)
{
    return QCoreApplication::translate("Map", text);
}

void dropEmpty(std::vector<ValueSpan>& classes, const std::vector<std::int64_t>& sorted)
{
    std::erase_if(classes, [&sorted](const ValueSpan& c) {
        const auto it = std::lower_bound(sorted.begin(), sorted.end(), c.first);
        return it == sorted.end() || *it > c.last;
    });
}

std::vector<ValueSpan> growingClasses(const std::vector<std::int64_t>& sorted, std::int64_t factor)
{
    std::vector<ValueSpan> classes;
    for (std::int64_t low = 1; low <= sorted.back(); low *= factor)
        classes.push_back({low, std::min(low * factor - 1, sorted.back())});
    dropEmpty(classes, sorted);
    return classes;
}

int floorTo(int value, int unit)
{
    return value - ((value % unit) + unit) % unit;
}

Day monthDay(int index)
{
    return monthStart(0, index);
}

// How many of the days lie in each unit of so many months; the units that have none are left out.
std::map<int, int> daysByUnit(const std::vector<std::int64_t>& days, int months)
{
    std::map<int, int> units;
    for (const std::int64_t day : days)
        ++units[floorTo(monthIndex(static_cast<Day>(day)), months)];
    return units;
}

// The shortest unit of which the days span at most so many.
int unitFor(const std::vector<std::int64_t>& sorted, int most)
{
    const int first = monthIndex(static_cast<Day>(sorted.front()));
    const int last = monthIndex(static_cast<Day>(sorted.back()));
    for (const int months : {1, 3, 6, 12, 24, 60, 120})
        if ((floorTo(last, months) - floorTo(first, months)) / months < most)
            return months;
    return 1200;
}

} // namespace

QString mapModeLabel(MapMode mode)
{
    return translated(modes[static_cast<std::size_t>(mode)].label);
}

QString mapModeCode(MapMode mode)
{
    return QString::fromLatin1(modes[static_cast<std::size_t>(mode)].code);
}

std::optional<MapMode> mapModeFromCode(QStringView code)
{
    for (std::size_t i = 0; i < modes.size(); ++i)
        if (code == QLatin1String(modes[i].code))
            return static_cast<MapMode>(i);
    return std::nullopt;
}

std::vector<ValueSpan> countClasses(std::vector<std::int64_t> counts, int most)
{
    std::sort(counts.begin(), counts.end());
    std::vector<std::int64_t> different = counts;
    different.erase(std::unique(different.begin(), different.end()), different.end());
    std::vector<ValueSpan> classes;
    if (different.size() <= static_cast<std::size_t>(most)) {
        for (const std::int64_t count : different)
            classes.push_back({count, count});
        return classes;
    }
    std::int64_t factor = 2;
    do
        classes = growingClasses(counts, factor++);
    while (classes.size() > static_cast<std::size_t>(most));
    return classes;
}

std::vector<ValueSpan> dateClasses(std::vector<std::int64_t> days, int most)
{
    if (days.empty())
        return {};
    std::sort(days.begin(), days.end());
    const int months = unitFor(days, most * 4);
    std::vector<ValueSpan> classes;
    std::vector<int> sizes;
    for (const auto& [month, size] : daysByUnit(days, months)) {
        classes.push_back({monthDay(month), monthDay(month + months) - 1});
        sizes.push_back(size);
    }
    while (classes.size() > static_cast<std::size_t>(most)) {
        std::size_t least = 0;
        for (std::size_t i = 1; i + 1 < sizes.size(); ++i)
            if (sizes[i] + sizes[i + 1] < sizes[least] + sizes[least + 1])
                least = i;
        classes[least].last = classes[least + 1].last;
        sizes[least] += sizes[least + 1];
        classes.erase(classes.begin() + static_cast<std::ptrdiff_t>(least) + 1);
        sizes.erase(sizes.begin() + static_cast<std::ptrdiff_t>(least) + 1);
    }
    return classes;
}

void coverValues(std::vector<ValueSpan>& classes, std::vector<std::int64_t> values,
                 std::int64_t (*unitEnd)(std::int64_t))
{
    std::sort(values.begin(), values.end());
    for (const std::int64_t value : values) {
        auto next = std::find_if(classes.begin(), classes.end(),
                                 [value](const ValueSpan& c) { return value < c.first; });
        if (next == classes.begin()) {
            if (next != classes.end())
                next->first = value;
            continue;
        }
        ValueSpan& own = *std::prev(next);
        if (value > own.last)
            own.last = next == classes.end() ? unitEnd(value) : std::min(unitEnd(value), next->first - 1);
    }
}

QString dateClassLabel(const ValueSpan& days, const QLocale& locale)
{
    const auto start = PartialDate::ofDay(static_cast<Day>(days.first));
    const auto end = PartialDate::ofDay(static_cast<Day>(days.last));
    const int months = monthIndex(static_cast<Day>(days.last)) - monthIndex(static_cast<Day>(days.first)) + 1;
    const int startYear = start.year();
    if (months % 12 == 0 && start.month() == 1)
        return months == 12 ? QString::number(startYear)
                            : QStringLiteral("%1–%2").arg(startYear).arg(end.year());
    if (months == 6 && start.month() % 6 == 1)
        return (start.month() == 1 ? QCoreApplication::translate("Map", "first half of %1")
                                   : QCoreApplication::translate("Map", "second half of %1"))
            .arg(startYear);
    const auto whole = [&](const PartialDate& date) {
        return PartialDate::ofMonth(date.year(), date.month())->display(locale, true);
    };
    if (months == 3 && start.month() % 3 == 1)
        return PartialDate::ofQuarter(startYear, (start.month() + 2) / 3)->display(locale);
    return months == 1 ? whole(start) : QStringLiteral("%1 – %2").arg(whole(start), whole(end));
}

MapClasses::MapClasses(MapMode mode, const Columns& columns, const Vocabulary& vocabulary,
                       const RecordFacts& facts, const QLocale& locale)
    : MapClasses(mode, columns, vocabulary, AllFacts(&facts, 1), locale)
{
}

MapClasses::MapClasses(MapMode mode, const Columns& columns, const Vocabulary& vocabulary, AllFacts facts,
                       const QLocale& locale)
    : m_mode(mode)
    , m_columns(&columns)
{
    switch (mode) {
    case MapMode::StrictestInForce:
        makeMeasures(vocabulary);
        break;
    case MapMode::Events:
        makeCounts(facts, locale);
        break;
    case MapMode::FirstEvent:
        makeDates(facts, locale);
        break;
    }
    makeLegend(facts);
}

void MapClasses::makeMeasures(const Vocabulary& vocabulary)
{
    for (const QString& code : m_columns->table(Facet::Measure).codes) {
        const Term* term = vocabulary.find(TermKind::Measure, code);
        m_classOfMeasure.push_back(term ? measureClass(*term) : MeasureClass::OfficialSystems);
    }
    for (const MeasureClass value : restricting)
        m_labels << measureClassLabel(value);
}

// What a place is classed by: of countries, or of their parts.
std::vector<std::int64_t> MapClasses::valuesOf(AllFacts facts, bool countries) const
{
    std::vector<std::int64_t> values;
    for (const RecordFacts& each : facts) {
        for (int number = 1; number < static_cast<int>(each.whole.size()); ++number) {
            const PlaceFacts& place = each.of(number);
            if (place.first && isCountry(*m_columns, number) == countries)
                values.push_back(m_mode == MapMode::Events ? place.count
                                                           : m_columns->startFirst[*place.first]);
        }
    }
    return values;
}

void MapClasses::makeCounts(AllFacts facts, const QLocale& locale)
{
    m_spans = countClasses(valuesOf(facts, true));
    coverValues(m_spans, valuesOf(facts, false), [](std::int64_t count) { return count; });
    for (const ValueSpan& c : m_spans) {
        const QString range = c.first == c.last
                                  ? locale.toString(c.first)
                                  : locale.toString(c.first) + QChar(0x2013) + locale.toString(c.last);
        m_labels << QCoreApplication::translate("Map", "%1 event(s)", nullptr, static_cast<int>(c.last))
                        .arg(range);
    }
}

void MapClasses::makeDates(AllFacts facts, const QLocale& locale)
{
    m_spans = dateClasses(valuesOf(facts, true));
    coverValues(m_spans, valuesOf(facts, false),
                [](std::int64_t day) { return std::int64_t(monthStart(static_cast<Day>(day), 1)) - 1; });
    for (const ValueSpan& c : m_spans)
        m_labels << dateClassLabel(c, locale);
}

int MapClasses::classOf(std::int64_t value) const
{
    const auto it = std::upper_bound(m_spans.begin(), m_spans.end(), value,
                                     [](std::int64_t v, const ValueSpan& span) { return v < span.first; });
    return it == m_spans.begin() ? 0 : static_cast<int>(it - m_spans.begin()) - 1;
}

MapValue MapClasses::valueOf(const PlaceFacts& facts) const
{
    using Kind = MapValue::Kind;
    if (facts.count == 0)
        return {facts.total > 0 ? Kind::NoneUnder : Kind::NoEvent};
    const bool isAllUnpublished = facts.unpublished == facts.count;
    if (m_mode == MapMode::Events)
        return {Kind::InClass, classOf(facts.count), false, isAllUnpublished};
    if (m_mode == MapMode::FirstEvent) {
        const int index = classOf(m_columns->startFirst[*facts.first]);
        return {Kind::InClass, index, index != classOf(m_columns->startLast[*facts.first]),
                !m_columns->isPublished(*facts.first)};
    }
    if (!facts.strictest)
        return {Kind::NoneInForce, 0, false, isAllUnpublished};
    const MeasureClass value = m_classOfMeasure[m_columns->measure[*facts.strictest]];
    const auto it = std::find(restricting.begin(), restricting.end(), value);
    const auto index = std::min<std::ptrdiff_t>(it - restricting.begin(), restricting.size() - 1);
    return {Kind::InClass, static_cast<int>(index), !facts.certain,
            !m_columns->isPublished(*facts.strictest)};
}

QString MapClasses::labelOf(MapValue::Kind kind)
{
    switch (kind) {
    case MapValue::Kind::NoneInForce:
        return QCoreApplication::translate("Map", "Events, none in force");
    case MapValue::Kind::NoneUnder:
        return QCoreApplication::translate("Map", "None under the filter");
    case MapValue::Kind::NoEvent:
        return QCoreApplication::translate("Map", "No event in the record");
    case MapValue::Kind::InClass:
        break;
    }
    return {};
}

void MapClasses::makeLegend(AllFacts facts)
{
    using Kind = MapValue::Kind;
    std::map<std::pair<Kind, int>, int> places;
    int uncertain = 0;
    int unpublished = 0;
    for (const RecordFacts& each : facts) {
        for (int number = 1; number < static_cast<int>(each.whole.size()); ++number) {
            if (!isCountry(*m_columns, number))
                continue;
            const MapValue value = valueOf(each.of(number));
            ++places[{value.kind, value.index}];
            uncertain += value.uncertain ? 1 : 0;
            unpublished += value.unpublished ? 1 : 0;
        }
    }
    for (int i = 0; i < size(); ++i)
        m_legend.push_back({{Kind::InClass, i}, m_labels[i], places[{Kind::InClass, i}]});
    if (uncertain > 0)
        m_legend.push_back({{Kind::InClass, 0, true},
                            m_mode == MapMode::FirstEvent
                                ? QCoreApplication::translate("Map", "Striped: date known in part")
                                : QCoreApplication::translate("Map", "Striped: possibly in force"),
                            uncertain});
    if (unpublished > 0)
        m_legend.push_back({{Kind::InClass, 0, false, true},
                            QCoreApplication::translate("Map", "Dashed: not published"),
                            unpublished});
    for (const Kind kind : {Kind::NoneInForce, Kind::NoneUnder})
        if (const int count = places[{kind, 0}]; count > 0)
            m_legend.push_back({{kind}, labelOf(kind), count});
    m_legend.push_back({{Kind::NoEvent}, labelOf(Kind::NoEvent), std::nullopt});
    if (facts.size() > 1)
        for (MapLegendRow& row : m_legend)
            row.places.reset();
}

static QColor classColour(const MapClasses& classes, int index, const Theme& theme)
{
    const auto i = static_cast<std::size_t>(index);
    if (classes.mode() == MapMode::StrictestInForce)
        return theme.of(restricting[std::min(i, restricting.size() - 1)]);
    const auto size = std::min(static_cast<std::size_t>(classes.size()), theme.sequence.size());
    // Much is strong; of dates the early ones are, since they have lasted longest.
    const std::size_t step = classes.mode() == MapMode::FirstEvent ? size - 1 - std::min(i, size - 1) : i;
    return theme.sequence[sequenceSteps[size][std::min(step, theme.sequence.size() - 1)]];
}

static MapFill paler(const MapFill& fill, const Theme& theme)
{
    return {mixed(theme.land, fill.colour, 0.6), fill.pattern, mixed(theme.land, fill.lines, 0.6)};
}

MapFill MapClasses::fill(const MapValue& value, const Theme& theme) const
{
    if (value.inherited) {
        MapValue own = value;
        own.inherited = false;
        return paler(fill(own, theme), theme);
    }
    if (value.unpublished) {
        MapValue published = value;
        published.unpublished = published.uncertain = false;
        const QColor colour = fill(published, theme).colour;
        return {mixed(colour, theme.land, 0.3), Pattern::Dashes, mixed(readableOn(theme.land), colour, 0.25)};
    }
    constexpr std::array<Pattern, 3> hatches{Pattern::Cross, Pattern::Diagonal, Pattern::Plain};
    switch (value.kind) {
    case MapValue::Kind::NoEvent:
        return {theme.land, Pattern::Plain, theme.land};
    case MapValue::Kind::NoneUnder:
        return {theme.landZero, Pattern::Plain, theme.landZero};
    case MapValue::Kind::NoneInForce:
        return {mixed(theme.accent, theme.landZero, 0.22), Pattern::Dots,
                mixed(theme.ink, theme.landZero, 0.55)};
    case MapValue::Kind::InClass:
        break;
    }
    const QColor colour = classColour(*this, value.index, theme);
    if (value.uncertain)
        return {colour, Pattern::Stripes, mixed(theme.land, colour, 0.85)};
    const bool hatched = m_mode == MapMode::StrictestInForce;
    const Pattern pattern =
        hatched ? hatches[static_cast<std::size_t>(std::min(value.index, 2))] : Pattern::Plain;
    return {colour, pattern, mixed(readableOn(colour), colour, 0.3)};
}

} // namespace interdict
