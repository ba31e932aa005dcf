// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/figurespec.h"

#include "model/event/partialdate.h"

#include <QJsonArray>

namespace interdict {

std::span<const KeyOf<FigureKind>> figureKinds()
{
    static constexpr std::array<KeyOf<FigureKind>, 6> table{{
        {FigureKind::Timeline, "timeline", QT_TRANSLATE_NOOP("Figure", "Timeline")},
        {FigureKind::Map, "map", QT_TRANSLATE_NOOP("Figure", "Map")},
        {FigureKind::Chart, "chart", QT_TRANSLATE_NOOP("Figure", "Chart")},
        {FigureKind::Matrix, "matrix", QT_TRANSLATE_NOOP("Figure", "Matrix")},
        {FigureKind::Table, "table", QT_TRANSLATE_NOOP("Figure", "Table")},
        {FigureKind::Card, "card", QT_TRANSLATE_NOOP("Figure", "Event card")},
    }};
    return table;
}

std::span<const KeyOf<FigureExtent>> figureExtents()
{
    static constexpr std::array<KeyOf<FigureExtent>, 3> table{{
        {FigureExtent::Fitted, "fitted", QT_TRANSLATE_NOOP("Figure", "Fitted to the page")},
        {FigureExtent::Visible, "visible", QT_TRANSLATE_NOOP("Figure", "What is on screen")},
        {FigureExtent::All, "all", QT_TRANSLATE_NOOP("Figure", "All, over several pages")},
    }};
    return table;
}

std::span<const KeyOf<FigureTheme>> figureThemes()
{
    static constexpr std::array<KeyOf<FigureTheme>, 4> table{{
        {FigureTheme::Light, "light", QT_TRANSLATE_NOOP("Figure", "Light")},
        {FigureTheme::Dark, "dark", QT_TRANSLATE_NOOP("Figure", "Dark")},
        {FigureTheme::Print, "print", QT_TRANSLATE_NOOP("Figure", "Print")},
        {FigureTheme::Grey, "grey", QT_TRANSLATE_NOOP("Figure", "Greyscale")},
    }};
    return table;
}

std::span<const FigurePage> figurePages()
{
    // A4 is 210 × 297 mm, Letter 8.5 × 11 inch; slides are 13.33 × 7.5 and 10 × 7.5 inch; columns 85 and
    // 178 mm, as most journals have them.
    static const std::array<FigurePage, 8> table{{
        {"a4", QT_TRANSLATE_NOOP("Figure", "A4 upright"), {794, 1123}, 12, 57, true},
        {"a4-landscape", QT_TRANSLATE_NOOP("Figure", "A4 landscape"), {1123, 794}, 12, 48, true},
        {"letter", QT_TRANSLATE_NOOP("Figure", "Letter upright"), {816, 1056}, 12, 57, true},
        {"letter-landscape", QT_TRANSLATE_NOOP("Figure", "Letter landscape"), {1056, 816}, 12, 48, true},
        {"slide", QT_TRANSLATE_NOOP("Figure", "Slide 16:9"), {1280, 720}, 16, 40, false},
        {"slide-4-3", QT_TRANSLATE_NOOP("Figure", "Slide 4:3"), {960, 720}, 16, 36, false},
        {"column", QT_TRANSLATE_NOOP("Figure", "One column"), {321, 0}, 9, 4, false},
        {"two-columns", QT_TRANSLATE_NOOP("Figure", "Two columns"), {673, 0}, 10, 4, false},
    }};
    return table;
}

namespace {

QString dayText(Day day)
{
    return PartialDate::ofDay(day).text();
}

std::optional<Day> dayFrom(const QJsonValue& value)
{
    const auto date = PartialDate::parse(value.toString());
    return date ? std::optional(date->interval().first) : std::nullopt;
}

std::optional<QString> textFrom(const QJsonValue& value)
{
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

// Remembered by the names that settings use too.
LaneBy lanesFrom(const QString& key)
{
    for (const LaneByInfo& choice : laneChoices())
        if (key == QLatin1String(choice.key))
            return choice.by;
    return LaneBy::Country;
}

constexpr std::array<KeyOf<ColourBy>, 3> colourKeys{{{ColourBy::Measure, "measure", nullptr},
                                                     {ColourBy::Concern, "concern", nullptr},
                                                     {ColourBy::Status, "status", nullptr}}};

QJsonArray daysOf(const std::vector<Day>& days)
{
    QJsonArray texts;
    for (const Day day : days)
        texts.append(dayText(day));
    return texts;
}

} // namespace

QJsonObject toJson(const FigureSpec& spec)
{
    QJsonObject json{
        {QStringLiteral("kind"), keyOf(figureKinds(), spec.kind)},
        {QStringLiteral("filter"), spec.filter},
        {QStringLiteral("lanes"), QLatin1String(laneChoices()[static_cast<std::size_t>(spec.lanes)].key)},
        {QStringLiteral("colours"), keyOf(std::span<const KeyOf<ColourBy>>(colourKeys), spec.colours)},
        {QStringLiteral("map"), mapModeCode(spec.mapMode)},
        {QStringLiteral("chart"), toJson(spec.chart)},
        {QStringLiteral("matrix"), toJson(spec.matrix)},
        {QStringLiteral("event"), spec.event},
        {QStringLiteral("extent"), keyOf(figureExtents(), spec.extent)},
        {QStringLiteral("each_day"), daysOf(spec.eachDay)},
        {QStringLiteral("panels"), spec.panels},
        {QStringLiteral("page"), spec.page},
        {QStringLiteral("theme"), keyOf(figureThemes(), spec.theme)},
        {QStringLiteral("font"), spec.font},
        {QStringLiteral("font_size"), spec.fontSize},
        {QStringLiteral("caption"), spec.caption},
        {QStringLiteral("legend"), spec.showLegend},
        {QStringLiteral("source"), spec.showSource}};
    if (spec.asOf)
        json[QStringLiteral("as_of")] = dayText(*spec.asOf);
    if (spec.days)
        json[QStringLiteral("days")] = QJsonArray{dayText(spec.days->first), dayText(spec.days->last)};
    if (spec.box)
        json[QStringLiteral("box")] =
            QJsonArray{spec.box->west, spec.box->south, spec.box->east, spec.box->north};
    if (spec.each)
        json[QStringLiteral("each")] = QLatin1String(facetInfo(*spec.each).key);
    if (spec.freeSize)
        json[QStringLiteral("size")] = QJsonArray{spec.freeSize->width(), spec.freeSize->height()};
    if (spec.title)
        json[QStringLiteral("title")] = *spec.title;
    if (spec.subtitle)
        json[QStringLiteral("subtitle")] = *spec.subtitle;
    return json;
}

FigureSpec figureSpecFrom(const QJsonObject& json)
{
    const auto value = [&json](const char* name) { return json.value(QLatin1String(name)); };
    FigureSpec spec;
    spec.kind = fromKey(figureKinds(), value("kind").toString()).value_or(spec.kind);
    spec.filter = value("filter").toString();
    spec.asOf = dayFrom(value("as_of"));
    spec.lanes = lanesFrom(value("lanes").toString());
    spec.colours = fromKey(std::span<const KeyOf<ColourBy>>(colourKeys), value("colours").toString())
                       .value_or(spec.colours);
    spec.mapMode = mapModeFromCode(value("map").toString()).value_or(spec.mapMode);
    spec.chart = chartSpecFrom(value("chart").toObject());
    spec.matrix = matrixSpecFrom(value("matrix").toObject());
    spec.event = value("event").toString();
    spec.extent = fromKey(figureExtents(), value("extent").toString()).value_or(spec.extent);
    const QJsonArray days = value("days").toArray();
    if (const auto first = dayFrom(days.at(0)), last = dayFrom(days.at(1)); first && last)
        spec.days = DayInterval{*first, *last};
    if (const QJsonArray box = value("box").toArray(); box.size() == 4)
        spec.box = GeoBox{box[0].toDouble(), box[1].toDouble(), box[2].toDouble(), box[3].toDouble()};
    for (const QJsonValue& day : value("each_day").toArray())
        if (const auto read = dayFrom(day))
            spec.eachDay.push_back(*read);
    spec.each = facetFromKey(value("each").toString());
    spec.panels = std::clamp(value("panels").toInt(spec.panels), 1, 24);
    spec.page = value("page").toString(spec.page);
    if (const QJsonArray size = value("size").toArray(); size.size() == 2)
        spec.freeSize = QSizeF(size[0].toDouble(), size[1].toDouble());
    spec.theme = fromKey(figureThemes(), value("theme").toString()).value_or(spec.theme);
    spec.font = value("font").toString();
    spec.fontSize = value("font_size").toDouble();
    spec.title = textFrom(value("title"));
    spec.subtitle = textFrom(value("subtitle"));
    spec.caption = value("caption").toString();
    spec.showLegend = value("legend").toBool(spec.showLegend);
    spec.showSource = value("source").toBool(spec.showSource);
    return spec;
}

} // namespace interdict
