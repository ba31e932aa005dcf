// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The classes of a choropleth: which one a place falls into, what each means in words, how many places it
// has. Classes fit the data: none is empty (measures aside, whose key is the same at all times), none
// overlaps another.
#pragma once

#include "widgets/map/mapfacts.h"
#include "widgets/theme/theme.h"

#include <QLocale>

namespace interdict {

enum class MapMode : std::uint8_t { StrictestInForce, Events, FirstEvent };
inline constexpr int mapModeCount = 3;
QString mapModeLabel(MapMode mode); // translated: "Strictest measure in force"
// The name under which a mode is remembered.
QString mapModeCode(MapMode mode);
std::optional<MapMode> mapModeFromCode(QStringView code);

struct MapValue
{
    enum class Kind : std::uint8_t {
        NoEvent,     // the record has no event: nobody says that there was none
        NoneUnder,   // the record has events, none under the filter
        NoneInForce, // events under the filter, none of them in force on the day
        InClass,
    };
    Kind kind = Kind::NoEvent;
    int index = 0;            // of the class
    bool uncertain = false;   // dates known in part leave it open: drawn as such
    bool unpublished = false; // it hangs on what is not published: drawn as such
    bool inherited = false;   // a country's national value, where its subdivisions are shown
    bool operator==(const MapValue&) const = default;
};

// The second sign besides colour.
enum class Pattern : std::uint8_t { Plain, Cross, Diagonal, Dots, Stripes, Dashes };

struct MapFill
{
    QColor colour;
    Pattern pattern = Pattern::Plain;
    QColor lines; // of the pattern
    bool operator==(const MapFill&) const = default;
};

struct MapLegendRow
{
    MapValue value;
    QString label;
    std::optional<int> places; // countries, the EU among them; absent where it would say nothing
    int parts = 0;             // shown with this value
    bool operator==(const MapLegendRow&) const = default;
};

struct ValueSpan // closed
{
    std::int64_t first = 0;
    std::int64_t last = 0;
    bool operator==(const ValueSpan&) const = default;
};

class MapClasses
{
public:
    MapClasses() = default;
    MapClasses(MapMode mode, const Columns& columns, const Vocabulary& vocabulary, const RecordFacts& facts,
               const QLocale& locale);
    // Classes for several maps side by side: they fit the facts of all, and the legend counts no places.
    MapClasses(MapMode mode, const Columns& columns, const Vocabulary& vocabulary,
               std::span<const RecordFacts> facts, const QLocale& locale);

    MapMode mode() const { return m_mode; }
    int size() const { return static_cast<int>(m_labels.size()); }
    MapValue valueOf(const PlaceFacts& facts) const;
    // Class by class, from the strictest, fewest or earliest on, then what is in none; kinds of these that no
    // place has are left out.
    const std::vector<MapLegendRow>& legend() const { return m_legend; }
    MapFill fill(const MapValue& value, const Theme& theme) const;
    static QString labelOf(MapValue::Kind kind); // of those without a class

private:
    void makeMeasures(const Vocabulary& vocabulary);
    using AllFacts = std::span<const RecordFacts>;
    std::vector<std::int64_t> valuesOf(AllFacts facts, bool countries) const;
    void makeCounts(AllFacts facts, const QLocale& locale);
    void makeDates(AllFacts facts, const QLocale& locale);
    void makeLegend(AllFacts facts);
    int classOf(std::int64_t value) const;

    MapMode m_mode = MapMode::StrictestInForce;
    const Columns* m_columns = nullptr;
    std::vector<MeasureClass> m_classOfMeasure; // by measure number
    std::vector<ValueSpan> m_spans;             // by class, ascending: counts or days
    QStringList m_labels;                       // by class
    std::vector<MapLegendRow> m_legend;
};

// At most `most` classes that hold all of `counts` (each > 0), none empty; ascending. Few different counts
// get a class each; many get classes whose bounds grow by a factor.
std::vector<ValueSpan> countClasses(std::vector<std::int64_t> counts, int most = 6);
// At most `most` spans of whole months, quarters, half-years or years that hold all of `days`, none empty;
// ascending. Of spans too many the adjacent ones with the fewest days are joined.
std::vector<ValueSpan> dateClasses(std::vector<std::int64_t> days, int most = 6);
// Widens the classes so that each of `values` lies in one: what lies between two goes to the lower one, up to
// the end of its unit.
void coverValues(std::vector<ValueSpan>& classes, std::vector<std::int64_t> values,
                 std::int64_t (*unitEnd)(std::int64_t));
QString dateClassLabel(const ValueSpan& days, const QLocale& locale); // "2019–2021", "Q1 2025", "May 2025"

} // namespace interdict
