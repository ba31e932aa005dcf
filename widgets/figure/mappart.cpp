// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The map on a page: the screen's layout and painter, in pixels of its own that are scaled so that its text
// has the page's size. The key stands outside, once for all panels.
#include "widgets/figure/figurefonts.h"
#include "widgets/figure/figurepart.h"
#include "widgets/map/mapchoice.h"
#include "widgets/map/mappainter.h"

#include "model/explore/filtertext.h"
#include "model/workspace.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <cmath>
#include <map>
#include <set>

namespace interdict {

namespace {

constexpr double fontSize = 12;     // px of the layout; the screen's proportions suit it
constexpr double fullWidth = 760;   // px of the layout; a narrower map has smaller marks and names
constexpr double leastScale = 0.55; // of these
constexpr double detail = 2;        // device pixels a pixel: the level of detail that print needs
constexpr double edge = 0.04;       // of a box that is no whole world, kept free around it
constexpr double leastAspect = 0.6, greatestAspect = 2.6; // width by height

QString tr(const char* text)
{
    return QCoreApplication::translate("Figure", text);
}

MapBox enlarged(MapBox box, double share)
{
    const float dx = static_cast<float>(double(box.right - box.left) * share);
    const float dy = static_cast<float>(double(box.top - box.bottom) * share);
    return {box.left - dx, box.bottom - dy, box.right + dx, box.top + dy};
}

using ValueKey = std::tuple<MapValue::Kind, int, bool, bool>;

class MapPart : public FigurePart
{
public:
    MapPart(const FigureSpec& spec, const FigureSource& source, const FigureStyle& style);

    double heightFor(double width) const override;
    bool keepsAspect() const override { return true; }
    int layout(QSizeF size) override;
    void paint(QPainter& painter, int page) const override;
    std::vector<FillEntry> fills() const override;
    QString note() const override;
    NumberTable numbers() const override { return m_numbers; }
    QString toText() const override;

private:
    std::vector<RecordFacts> factsOfAll(const FigureSource& source) const;
    void noteUsed(std::span<const RecordFacts> all, const Workspace& workspace);
    void noteParts(const RecordFacts& facts, const Columns& columns, std::size_t country);
    void note(const MapValue& value);
    bool mayShowParts(const MapPlace& place, const QStringList& chosen) const;
    void countNumbers(const Workspace& workspace, Day asOf);
    MapBox boxToShow(const FigureSpec& spec, const Workspace& workspace) const;

    FigureStyle m_style;
    double m_textScale; // by which its text has the page's size
    double m_scale;     // as painted
    QFont m_font;
    MapGeometry m_geometry;       // shares its bytes
    const Workspace* m_workspace; // until it is laid out
    MapPlaces m_places;
    RecordFacts m_facts;
    MapClasses m_classes;
    MapBox m_box{};
    bool m_isByDay;
    std::set<ValueKey> m_used;           // by any panel
    std::map<ValueKey, int> m_parts;     // subdivisions shown, of all panels
    std::optional<MapValue> m_inherited; // of a country that is shown in parts
    MapLayout m_layout;
    NumberTable m_numbers;
};

MapPart::MapPart(const FigureSpec& spec, const FigureSource& source, const FigureStyle& style)
    : m_style(style)
    , m_textScale(style.font.pixelSize() / fontSize)
    , m_scale(m_textScale)
    , m_font(sized(style.font, fontSize))
    , m_geometry(source.geometry)
    , m_workspace(&source.workspace)
    , m_places(m_geometry, source.workspace.gazetteer(), source.workspace.columns())
    , m_isByDay(!spec.eachDay.empty())

{
    const Workspace& workspace = source.workspace;
    const std::vector<RecordFacts> all = factsOfAll(source);
    m_facts = collectFacts(workspace.columns(), workspace.vocabulary(), source.rows, source.asOf,
                           workspace.filter());
    m_classes = MapClasses(spec.mapMode, workspace.columns(), workspace.vocabulary(), all, QLocale());
    m_box = boxToShow(spec, workspace);
    noteUsed(all, workspace);
    countNumbers(workspace, source.asOf);
}

std::vector<RecordFacts> MapPart::factsOfAll(const FigureSource& source) const
{
    const Workspace& workspace = source.workspace;
    std::vector<RecordFacts> all;
    for (const FigurePanel& panel : source.panels)
        all.push_back(collectFacts(workspace.columns(), workspace.vocabulary(), panel.rows, panel.asOf,
                                   workspace.filter()));
    return all;
}

// Known before anything is laid out, because the key takes room.
bool MapPart::mayShowParts(const MapPlace& place, const QStringList& chosen) const
{
    constexpr double largeShare = 0.28; // of the map's width
    const double width = double(place.home.right - place.home.left);
    const double height = double(place.home.top - place.home.bottom);
    return place.divided && place.home.overlaps(m_box) &&
           (chosen.contains(place.code) ||
            std::max(width, height) >= largeShare * double(m_box.right - m_box.left));
}

void MapPart::noteUsed(std::span<const RecordFacts> all, const Workspace& workspace)
{
    const Columns& columns = workspace.columns();
    const QStringList chosen = countriesToDivide(workspace.filter(), columns, {});
    for (const RecordFacts& facts : all)
        for (std::size_t number = 1; number < facts.whole.size(); ++number) {
            if (!isCountry(columns, static_cast<int>(number)))
                continue;
            note(m_classes.valueOf(facts.whole[number]));
            if (mayShowParts(m_places.byNumber[number], chosen))
                noteParts(facts, columns, number);
        }
    m_used.emplace(MapValue::Kind::NoEvent, 0, false, false);
}

void MapPart::noteParts(const RecordFacts& facts, const Columns& columns, std::size_t country)
{
    for (std::size_t number = 1; number < facts.own.size(); ++number) {
        if (columns.countryOf[number] != country || number == country)
            continue;
        const MapValue value = m_classes.valueOf(facts.own[number]);
        note(value);
        ++m_parts[{value.kind, value.index, false, false}];
    }
    MapValue own = m_classes.valueOf(facts.own[country]);
    own.inherited = own.kind == MapValue::Kind::InClass || own.kind == MapValue::Kind::NoneInForce;
    if (own.inherited)
        m_inherited = own;
}

void MapPart::note(const MapValue& value)
{
    m_used.emplace(value.kind, value.index, false, false);
    if (value.uncertain)
        m_used.emplace(MapValue::Kind::InClass, 0, true, false);
    if (value.unpublished)
        m_used.emplace(MapValue::Kind::InClass, 0, false, true);
}

// What was on screen; else the places that the filter names; else the world.
MapBox MapPart::boxToShow(const FigureSpec& spec, const Workspace& workspace) const
{
    if (spec.extent == FigureExtent::Visible && spec.box)
        return planeBox(*spec.box);
    const Filter& filter = workspace.filter();
    QStringList codes = chosenPlaces(filter);
    if (codes.isEmpty())
        for (const QString& bloc : filter[Facet::Bloc].anyOf)
            if (const PlaceGroup* group = workspace.gazetteer().group(bloc))
                codes << group->members;
    std::optional<MapBox> box;
    for (const QString& code : codes)
        if (const MapPlace* place = m_places.find(code); place && place->anchor)
            box = box ? united(*box, place->home) : place->home;
    return box ? enlarged(*box, edge) : worldBox();
}

// A row a place with events under the filter.
void MapPart::countNumbers(const Workspace& workspace, Day asOf)
{
    const Columns& columns = workspace.columns();
    m_numbers.title = mapModeLabel(m_classes.mode());
    m_numbers.headers = {tr("Code"),
                         tr("Place"),
                         tr("Events"),
                         tr("Possibly in force on %1").arg(PartialDate::ofDay(asOf).text()),
                         tr("Strictest in force"),
                         tr("First start")};
    for (std::size_t number = 1; number < m_facts.whole.size(); ++number) {
        const PlaceFacts& facts = m_facts.whole[number];
        if (facts.count == 0)
            continue;
        const QString code = columns.table(Facet::Country).codes[static_cast<qsizetype>(number)];
        const QString strictest =
            facts.strictest
                ? facetValueLabel(Facet::Measure,
                                  columns.table(Facet::Measure).codes[columns.measure[*facts.strictest]],
                                  workspace.vocabulary(), workspace.gazetteer())
                : QString();
        m_numbers.rows.push_back({code, workspace.gazetteer().name(code), double(facts.count),
                                  double(facts.inForce), strictest,
                                  PartialDate::ofDay(columns.startFirst[*facts.first]).text()});
    }
}

double MapPart::heightFor(double width) const
{
    const double aspect = double(m_box.right - m_box.left) / std::max(1e-6, double(m_box.top - m_box.bottom));
    return width / std::clamp(aspect, leastAspect, greatestAspect);
}

int MapPart::layout(QSizeF size)
{
    m_scale = m_textScale * std::clamp(size.width() / m_textScale / fullWidth, leastScale, 1.0);
    const QSizeF inner = size / m_scale;
    const TextWidth width = textWidthOf(m_font);
    const MapViewport viewport = MapViewport::fitting(m_box, inner, QRectF({}, inner));
    const Workspace& workspace = *m_workspace;
    MapInput in{m_geometry,
                workspace.gazetteer(),
                workspace.columns(),
                m_places,
                m_facts,
                m_classes,
                countriesToDivide(workspace.filter(), workspace.columns(), {}),
                viewport,
                detail * m_scale / m_textScale,
                width,
                std::ceil(QFontMetricsF(m_font).height()),
                false};
    m_layout = layoutMap(in);
    return 1;
}

void MapPart::paint(QPainter& painter, int) const
{
    painter.save();
    painter.scale(m_scale, m_scale);
    painter.setFont(m_font);
    const MapStyle style{m_style.theme, m_classes, 1, true};
    paintMapBase(painter, m_layout, m_geometry, {}, style,
                 QRectF({}, m_layout.viewport.size).toAlignedRect());
    paintMapLabels(painter, m_layout, style);
    paintMapMarkers(painter, m_layout, style);
    painter.restore();
}

std::vector<FillEntry> MapPart::fills() const
{
    std::vector<FillEntry> entries;
    std::vector<MapLegendRow> rows = m_classes.legend();
    // Of kinds that no country has, but a part.
    for (const MapValue::Kind kind : {MapValue::Kind::NoneInForce, MapValue::Kind::NoneUnder})
        if (std::none_of(rows.begin(), rows.end(),
                         [kind](const MapLegendRow& row) { return row.value.kind == kind; }))
            rows.insert(rows.end() - 1, {{kind}, MapClasses::labelOf(kind), 0});
    for (MapLegendRow& row : rows) {
        const MapValue& value = row.value;
        const ValueKey key{value.kind, value.index, value.uncertain, value.unpublished};
        if (!m_used.contains(key))
            continue;
        if (m_isByDay && value.kind == MapValue::Kind::NoneUnder)
            row.label = tr("None by that day");
        if (const auto parts = m_parts.find(key); parts != m_parts.end())
            row.parts = parts->second;
        entries.push_back({legendText(row), m_classes.fill(value, m_style.theme)});
    }
    if (m_inherited) {
        const MapLegendRow row = inheritedRow(*m_inherited);
        entries.push_back({row.label, m_classes.fill(row.value, m_style.theme)});
    }
    return entries;
}

QString MapPart::note() const
{
    return QCoreApplication::translate(
        "Map", "Equal Earth · Natural Earth · units by ISO 3166, else de facto lines");
}

QString MapPart::toText() const
{
    QStringList lines;
    for (const MapFillItem& fill : m_layout.fills) {
        if (fill.value.kind <= MapValue::Kind::NoneUnder)
            continue;
        const MapShape& shape = m_geometry.shapes()[fill.shape];
        QString line = QStringLiteral("%1 %2")
                           .arg(m_geometry.code(shape))
                           .arg(fill.value.kind == MapValue::Kind::InClass ? QString::number(fill.value.index)
                                                                           : QStringLiteral("-"));
        line += fill.value.uncertain ? QStringLiteral("?") : QString();
        line += fill.value.unpublished ? QStringLiteral("~") : QString();
        line += fill.value.inherited ? QStringLiteral("'") : QString();
        lines << line;
    }
    for (const MapMarker& marker : m_layout.markers)
        lines << QStringLiteral("mark %1 @%2,%3")
                     .arg(m_places.byNumber[static_cast<std::size_t>(marker.number)].code)
                     .arg(std::lround(marker.centre.x() * m_scale))
                     .arg(std::lround(marker.centre.y() * m_scale));
    for (const MapLabel& label : m_layout.labels)
        lines << QStringLiteral("name '%1'").arg(label.text);
    return lines.join(u'\n');
}

} // namespace

Result<std::unique_ptr<FigurePart>> makeMapPart(const FigureSpec& spec, const FigureSource& source,
                                                const FigureStyle& style)
{
    return std::make_unique<MapPart>(spec, source, style);
}

} // namespace interdict
