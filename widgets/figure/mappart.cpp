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
    void noteUsed(std::span<const RecordFacts> all, const Columns& columns);
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
    std::size_t m_panels;
    std::set<ValueKey> m_used; // by any panel
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
    , m_panels(source.panels.size())
{
    const Workspace& workspace = source.workspace;
    const std::vector<RecordFacts> all = factsOfAll(source);
    m_facts = collectFacts(workspace.columns(), workspace.vocabulary(), source.rows, source.asOf,
                           workspace.filter());
    m_classes = MapClasses(spec.mapMode, workspace.columns(), workspace.vocabulary(), all, QLocale());
    noteUsed(all, workspace.columns());
    m_box = boxToShow(spec, workspace);
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

// Subdivisions count too: where they are shown, they may have what no country has.
void MapPart::noteUsed(std::span<const RecordFacts> all, const Columns& columns)
{
    const auto note = [this](const MapValue& value) {
        m_used.emplace(value.kind, value.index, false, false);
        if (value.uncertain)
            m_used.emplace(MapValue::Kind::InClass, 0, true, false);
        if (value.unpublished)
            m_used.emplace(MapValue::Kind::InClass, 0, false, true);
    };
    for (const RecordFacts& facts : all)
        for (int number = 1; number < static_cast<int>(facts.whole.size()); ++number)
            if (isCountry(columns, number))
                note(m_classes.valueOf(facts.of(number)));
    m_used.emplace(MapValue::Kind::NoEvent, 0, false, false);
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
    for (const MapFillItem& fill : m_layout.fills)
        if (fill.value.inherited)
            m_used.emplace(fill.value.kind, fill.value.index, fill.value.uncertain, true);
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
    for (const MapLegendRow& row : m_classes.legend()) {
        const MapValue& value = row.value;
        if (!m_used.contains({value.kind, value.index, value.uncertain, value.unpublished}))
            continue;
        const bool notYet = m_isByDay && value.kind == MapValue::Kind::NoneUnder;
        const QString label = notYet ? tr("None by that day") : row.label;
        entries.push_back({row.places ? QStringLiteral("%1 · %2").arg(label).arg(*row.places) : label,
                           m_classes.fill(value, m_style.theme)});
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
