// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/figureoptions.h"

#include "model/analysis/chart.h"
#include "model/event/partialdate.h"

namespace interdict {

namespace {

using Change = SpecOption::Change;
using Read = tl::expected<Change, QString>;

tl::unexpected<QString> expected(const QString& what, const QString& text)
{
    return tl::make_unexpected(QStringLiteral("expected %1, not '%2'").arg(what, text));
}

std::string joined(const QStringList& words)
{
    return words.join(u'|').toStdString();
}

QString listed(const QStringList& words)
{
    return QStringLiteral("one of ") + words.join(QStringLiteral(", "));
}

// `part` gives the place in a spec that the option fills.
template <typename Part>
SpecOption textOption(std::string names, std::string type, std::string help, Part part)
{
    return {"", std::move(names), std::move(type), std::move(help), [part](const QString& text) -> Read {
                return Change([part, text](FigureSpec& spec) { part(spec) = text; });
            }};
}

template <typename Enum, typename Part>
SpecOption keyOption(std::string names, std::span<const KeyOf<Enum>> table, std::string help, Part part)
{
    QStringList keys;
    for (const KeyOf<Enum>& entry : table)
        keys << QLatin1String(entry.key);
    const auto read = [table, keys, part](const QString& text) -> Read {
        if (const auto value = fromKey(table, text))
            return Change([part, value](FigureSpec& spec) { part(spec) = *value; });
        return expected(listed(keys), text);
    };
    return {"", std::move(names), joined(keys), std::move(help), read};
}

// `none` where no facet is a choice, too.
template <typename Part>
SpecOption facetOption(std::string names, std::string help, Part part, bool none = false)
{
    QStringList keys;
    for (const FacetInfo& facet : facets())
        keys << QLatin1String(facet.key);
    if (none)
        keys << QStringLiteral("none");
    const auto read = [keys, part, none](const QString& text) -> Read {
        const std::optional<Facet> facet = facetFromKey(text);
        if (!facet && !(none && text == QLatin1String("none")))
            return expected(listed(keys), text);
        return Change([part, facet](FigureSpec& spec) {
            using Place = std::remove_reference_t<decltype(part(spec))>;
            if constexpr (std::is_same_v<Place, Facet>)
                part(spec) = facet.value_or(Facet::Country);
            else
                part(spec) = facet;
        });
    };
    return {"", std::move(names), joined(keys), std::move(help), read};
}

// Lanes and map modes have tables of their own.
const std::vector<KeyOf<LaneBy>>& laneKeys()
{
    static const std::vector<KeyOf<LaneBy>> table = [] {
        std::vector<KeyOf<LaneBy>> rows;
        for (const LaneByInfo& choice : laneChoices())
            rows.push_back({choice.by, choice.key, choice.label});
        return rows;
    }();
    return table;
}

constexpr std::array<KeyOf<ColourBy>, 3> colourKeys{{{ColourBy::Measure, "measure", nullptr},
                                                     {ColourBy::Concern, "concern", nullptr},
                                                     {ColourBy::Status, "status", nullptr}}};
constexpr std::array<KeyOf<MapMode>, mapModeCount> mapKeys{{{MapMode::StrictestInForce, "strictest", nullptr},
                                                            {MapMode::Events, "events", nullptr},
                                                            {MapMode::FirstEvent, "first", nullptr}}};

// The visible part is named by --days and --box.
constexpr std::array<KeyOf<FigureExtent>, 2> extents{
    {{FigureExtent::Fitted, "fitted", nullptr}, {FigureExtent::All, "all", nullptr}}};

std::optional<Day> wholeDay(const QString& text)
{
    const auto date = PartialDate::parse(text);
    if (!date || date->precision() != PartialDate::Precision::Days)
        return std::nullopt;
    return date->interval().first;
}

const QString dayExpected = QStringLiteral("a day such as 2025-02-10");

Read readAsOf(const QString& text)
{
    if (const auto day = wholeDay(text))
        return Change([day](FigureSpec& spec) { spec.asOf = day; });
    return expected(dayExpected, text);
}

Read readEachDay(const QString& text)
{
    std::vector<Day> days;
    for (const QString& part : text.split(u',')) {
        const auto day = wholeDay(part.trimmed());
        if (!day)
            return expected(QStringLiteral("days with commas between, such as 2025-02-10,2025-08-10"), text);
        days.push_back(*day);
    }
    return Change([days](FigureSpec& spec) { spec.eachDay = days; });
}

// "2025-01..2025-06": from the first day of January to the last of June.
Read readDays(const QString& text)
{
    const qsizetype dots = text.indexOf(QLatin1String(".."));
    const auto first = dots > 0 ? PartialDate::parse(text.left(dots)) : std::nullopt;
    const auto last = dots > 0 ? PartialDate::parse(text.mid(dots + 2)) : std::nullopt;
    if (!first || !last || last->interval().last < first->interval().first)
        return expected(QStringLiteral("two dates in order, such as 2025-01..2025-06"), text);
    return Change([days = DayInterval{first->interval().first, last->interval().last}](FigureSpec& spec) {
        spec.days = days;
        spec.extent = FigureExtent::Visible;
    });
}

Read readBox(const QString& text)
{
    const QStringList parts = text.split(u',');
    std::array<double, 4> box{};
    bool good = parts.size() == 4;
    for (qsizetype i = 0; good && i < 4; ++i)
        box[static_cast<std::size_t>(i)] = parts[i].toDouble(&good);
    const auto [west, south, east, north] = box;
    if (!good || west < -180 || east > 180 || south < -90 || north > 90 || west >= east || south >= north)
        return expected(QStringLiteral("degrees WEST,SOUTH,EAST,NORTH, such as -12,34,35,60"), text);
    return Change([box](FigureSpec& spec) {
        spec.box = GeoBox{box[0], box[1], box[2], box[3]};
        spec.extent = FigureExtent::Visible;
    });
}

SpecOption sizeOption()
{
    QStringList keys;
    for (const FigurePage& page : figurePages())
        keys << QLatin1String(page.key);
    const auto read = [keys](const QString& text) -> Read {
        if (keys.contains(text, Qt::CaseInsensitive))
            return Change([text](FigureSpec& spec) {
                spec.page = text.toLower();
                spec.freeSize.reset();
            });
        // "1200x800" in px of 1/96 inch, "178x120mm"
        const bool isMetric = text.endsWith(QLatin1String("mm"));
        const QStringList sides = text.chopped(isMetric ? 2 : 0).split(u'x');
        const double unit = isMetric ? pixelsPerInch / 25.4 : 1;
        const QSizeF size =
            sides.size() == 2 ? QSizeF(sides[0].toDouble(), sides[1].toDouble()) * unit : QSizeF();
        const auto good = [](double side) { return side >= 96 && side <= 9600; };
        if (!good(size.width()) || !good(size.height()))
            return expected(listed(keys) +
                                QStringLiteral(", or a size such as 1200x800 (px) or 178x120mm, of 1 to 100 "
                                               "inches a side"),
                            text);
        return Change([size](FigureSpec& spec) { spec.freeSize = size; });
    };
    return {"", "--size", joined(keys) + "|WxH",
            "The page, or a size in px or mm: 1200x800, 178x120mm "
            "(a4-landscape)",
            read};
}

SpecOption numberOption(std::string names, std::string type, std::string help, double least, double most,
                        void (*set)(FigureSpec&, double))
{
    const auto read = [least, most, set](const QString& text) -> Read {
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        if (!isNumber || !(number >= least && number <= most))
            return expected(QStringLiteral("a number from %1 to %2").arg(least).arg(most), text);
        return Change([set, number](FigureSpec& spec) { set(spec, number); });
    };
    return {"", std::move(names), std::move(type), std::move(help), read};
}

SpecOption flag(std::string names, std::string help, void (*set)(FigureSpec&))
{
    return {"", std::move(names), "", std::move(help), [set](const QString&) -> Read { return Change(set); }};
}

SpecOption read(std::string names, std::string type, std::string help, Read (*reader)(const QString&))
{
    return {"", std::move(names), std::move(type), std::move(help), reader};
}

// "map", "chart:ranking"
QString nameOf(const FigureSpec& spec)
{
    const QString kind = keyOf(figureKinds(), spec.kind);
    return spec.kind == FigureKind::Chart ? kind + u':' + keyOf(chartKinds(), spec.chart.kind) : kind;
}

// Of what kinds of figures, all else being equal, a choice says something.
QString kindsThat(bool (*have)(const FigureSpec&, ChartChoice), ChartChoice choice, FigureSpec spec)
{
    QStringList names;
    for (const KeyOf<ChartKind>& chart : chartKinds()) {
        spec.chart.kind = chart.value;
        if (have(spec, choice))
            names << nameOf(spec);
    }
    return names.join(QStringLiteral(", "));
}

QString saysNothing(const FigureSpec& spec, const QString& kinds)
{
    return QStringLiteral("says nothing of %1. It is for: %2.").arg(nameOf(spec), kinds);
}

SpecOption of(FigureKind kind, SpecOption option)
{
    option.objection = [kind](const FigureSpec& spec) {
        return spec.kind == kind ? QString() : saysNothing(spec, keyOf(figureKinds(), kind));
    };
    return option;
}

// `facet` is the place of the facet in the spec, where it is one that is chosen.
SpecOption ofCharts(ChartChoice choice, SpecOption option,
                    std::optional<Facet> (*facet)(const ChartSpec&) = nullptr)
{
    option.objection = [choice, facet](const FigureSpec& spec) {
        const auto have = [](const FigureSpec& figure, ChartChoice what) {
            return hasChoice(figure.chart, what);
        };
        if (spec.kind != FigureKind::Chart || !have(spec, choice)) {
            FigureSpec chart = spec;
            chart.kind = FigureKind::Chart;
            return saysNothing(spec, kindsThat(have, choice, chart));
        }
        const std::optional<Facet> chosen = facet ? facet(spec.chart) : std::nullopt;
        const std::vector<Facet> known = facetsFor(spec.chart.kind, choice);
        if (!chosen || std::find(known.begin(), known.end(), *chosen) != known.end())
            return QString();
        QStringList keys;
        for (const Facet each : known)
            keys << QLatin1String(facetInfo(each).key);
        return QStringLiteral("%1: %2 has %3 only")
            .arg(QLatin1String(facetInfo(*chosen).key), nameOf(spec), keys.join(QStringLiteral(", ")));
    };
    return option;
}

void add(std::vector<SpecOption>& all, const char* group, std::vector<SpecOption> options)
{
    for (SpecOption& option : options) {
        option.group = group;
        all.push_back(std::move(option));
    }
}

void add(std::vector<SpecOption>& all, const char* group, FigureKind kind, std::vector<SpecOption> options)
{
    for (SpecOption& option : options)
        option = of(kind, std::move(option));
    add(all, group, std::move(options));
}

} // namespace

const std::vector<SpecOption>& specOptions()
{
    using Spec = FigureSpec;
    static const std::vector<SpecOption> all = [] {
        std::vector<SpecOption> rows;
        add(rows, "What it shows",
            {textOption(
                 "--filter", "TEXT", "Which events, as interdict query has it; else all that are published",
                 [](Spec & spec) -> auto& { return spec.filter; }),
             read("--as-of", "DAY", "The day for which maps and what is in force are drawn (that of --date)",
                  readAsOf),
             keyOption(
                 "--extent", std::span<const KeyOf<FigureExtent>>(extents),
                 "All on one page, or in full on as many pages as it takes (fitted)",
                 [](Spec & spec) -> auto& { return spec.extent; }),
             facetOption(
                 "--each", "A panel for each of the facet's values, the most frequent first",
                 [](Spec & spec) -> auto& { return spec.each; }, true),
             numberOption("--panels", "N", "How many panels at most (6)", 1, 24,
                          [](Spec& spec, double number) { spec.panels = static_cast<int>(number); })});
        add(rows, "Timeline", FigureKind::Timeline,
            {keyOption(
                 "--lanes", std::span<const KeyOf<LaneBy>>(laneKeys()), "What a lane is (country)",
                 [](Spec & spec) -> auto& { return spec.lanes; }),
             keyOption(
                 "--colour,--color", std::span<const KeyOf<ColourBy>>(colourKeys),
                 "What colours and shapes mean (measure)", [](Spec & spec) -> auto& { return spec.colours; }),
             read("--days", "FROM..TO", "Only these days, such as 2025-01..2025-06", readDays)});
        add(rows, "Map", FigureKind::Map,
            {keyOption(
                 "--map", std::span<const KeyOf<MapMode>>(mapKeys),
                 "What fills a country: the strictest measure in force, how many events, when the first "
                 "was (strictest)",
                 [](Spec & spec) -> auto& { return spec.mapMode; }),
             read("--box", "W,S,E,N", "Only these degrees, such as -12,34,35,60", readBox),
             read("--each-day", "DAY,DAY...", "A map for each of these days", readEachDay)});
        const auto by = [](const ChartSpec& chart) { return std::optional(chart.by); };
        const auto split = [](const ChartSpec& chart) { return chart.split; };
        add(rows, "Chart",
            {ofCharts(ChartChoice::By,
                      facetOption(
                          "--by",
                          "Whose values are ranked, or followed from their first restriction (platform)",
                          [](Spec & spec) -> auto& { return spec.chart.by; }),
                      by),
             ofCharts(ChartChoice::Split,
                      facetOption(
                          "--split", "What is stacked, or has a line each (measure)",
                          [](Spec & spec) -> auto& { return spec.chart.split; }, true),
                      split),
             ofCharts(ChartChoice::Bin, keyOption(
                                            "--bin", timeBins(), "The steps of time (fitting)",
                                            [](Spec & spec) -> auto& { return spec.chart.bin; })),
             ofCharts(ChartChoice::Cumulative, flag("--cumulative", "Sums up to each step",
                                                    [](Spec& spec) { spec.chart.cumulative = true; })),
             ofCharts(ChartChoice::Count, keyOption(
                                              "--count", chartCounts(), "What is counted (events)",
                                              [](Spec & spec) -> auto& { return spec.chart.count; })),
             ofCharts(ChartChoice::Most,
                      numberOption(
                          "--most", "N", "How many values are drawn, the others as one (8)", 1, 24,
                          [](Spec& spec, double number) { spec.chart.most = static_cast<int>(number); }))});
        add(rows, "Matrix", FigureKind::Matrix,
            {facetOption(
                 "--rows", "The facet of its rows (country)",
                 [](Spec & spec) -> auto& { return spec.matrix.rows; }),
             facetOption(
                 "--columns", "The facet of its columns (concern)",
                 [](Spec & spec) -> auto& { return spec.matrix.columns; }),
             keyOption(
                 "--value", matrixValues(), "What a cell tells (events)",
                 [](Spec & spec) -> auto& { return spec.matrix.value; }),
             keyOption(
                 "--order", matrixOrders(), "The order of rows and columns (total)",
                 [](Spec & spec) -> auto& { return spec.matrix.order; })});
        add(rows, "Card", FigureKind::Card,
            {textOption(
                "--event", "ID", "Id of the event that the card shows",
                [](Spec & spec) -> auto& { return spec.event; })});
        add(rows, "Page",
            {sizeOption(),
             keyOption(
                 "--theme", figureThemes(), "Its colours (print)",
                 [](Spec & spec) -> auto& { return spec.theme; }),
             textOption(
                 "--title", "TEXT", "Instead of what kind and filter suggest; '' for none",
                 [](Spec & spec) -> auto& { return spec.title; }),
             textOption(
                 "--subtitle", "TEXT", "Likewise", [](Spec & spec) -> auto& { return spec.subtitle; }),
             textOption(
                 "--caption", "TEXT", "A text below the figure",
                 [](Spec & spec) -> auto& { return spec.caption; }),
             textOption(
                 "--font", "FAMILY", "A font that is installed (the program's)",
                 [](Spec & spec) -> auto& { return spec.font; }),
             numberOption("--font-size", "PT", "Of plain text, in points (the page's)", 4, 72,
                          [](Spec& spec, double points) { spec.fontSize = points * pixelsPerInch / 72; }),
             textOption(
                 "--logo", "FILE", "A picture for the figure's corner",
                 [](Spec & spec) -> auto& { return spec.logo; }),
             flag("--no-legend", "Without the key to its marks", [](Spec& spec) { spec.showLegend = false; }),
             flag("--no-source", "Without the line that says where it comes from",
                  [](Spec& spec) { spec.showSource = false; })});
        return rows;
    }();
    return all;
}

std::vector<std::string> figureNames()
{
    std::vector<std::string> names;
    for (const KeyOf<FigureKind>& kind : figureKinds())
        if (kind.value != FigureKind::Chart)
            names.emplace_back(kind.key);
    for (const KeyOf<ChartKind>& chart : chartKinds())
        names.push_back(std::string("chart:") + chart.key);
    return names;
}

tl::expected<SpecOption::Change, QString> readFigureName(const QString& text)
{
    const auto kind = fromKey(figureKinds(), text.section(u':', 0, 0));
    const auto chart = fromKey(chartKinds(), text.section(u':', 1));
    if (!kind || chart.has_value() != (kind == FigureKind::Chart) ||
        text.contains(u':') != (kind == FigureKind::Chart)) {
        QStringList names;
        for (const std::string& name : figureNames())
            names << QString::fromStdString(name);
        return expected(listed(names), text);
    }
    return Change([kind, chart](FigureSpec& spec) {
        spec.kind = *kind;
        if (chart)
            spec.chart.kind = *chart;
    });
}

} // namespace interdict
