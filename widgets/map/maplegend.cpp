// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/maplegend.h"

#include <QCoreApplication>

#include <algorithm>

namespace interdict {

namespace {

constexpr double margin = 8;
constexpr double swatchWidth = 16;
constexpr double swatchHeight = 12;
constexpr double gap = 6;      // between swatch and text
constexpr double spacing = 14; // between items
// A window so low that the key would hide the map does without it.
constexpr double greatestShare = 0.4;

QString captionText()
{
    return QCoreApplication::translate(
        "Map", "Equal Earth · Natural Earth · units by ISO 3166, else de facto lines");
}

} // namespace

QString legendText(const MapLegendRow& row)
{
    if (!row.places)
        return row.label;
    const QString text = QStringLiteral("%1 · %2").arg(row.label).arg(*row.places);
    return row.parts == 0 ? text
                          : text + QCoreApplication::translate("Map", " + %n part(s)", nullptr, row.parts);
}

MapLegendRow inheritedRow(const MapValue& value)
{
    return {value, QCoreApplication::translate("Map", "Paler: the country's own, where a part has none"),
            std::nullopt};
}

QString mapRule()
{
    return QCoreApplication::translate(
        "Map",
        "Equal Earth projection, geometry by Natural Earth. A unit to which ISO 3166 gives a code is drawn "
        "where ISO puts it; a unit without a code goes with the territory it lies in, as Natural Earth draws "
        "it (de facto). Disputed lines are dashed. An area without an event in the record is not one without "
        "restrictions: nobody may have looked.");
}

MapLegendLayout layoutMapLegend(const std::vector<MapLegendRow>& rows, QSizeF size,
                                const TextWidth& textWidth, double lineHeight)
{
    MapLegendLayout layout;
    const double line = lineHeight + 4;
    double x = margin + gap;
    double right = x;
    int lines = 1;
    for (const MapLegendRow& row : rows) {
        MapLegendItem item{row, legendText(row), {}, {}};
        const double width = swatchWidth + gap + textWidth(item.text);
        if (x + width > size.width() - margin - gap && x > margin + gap) {
            x = margin + gap;
            ++lines;
        }
        const double middle = (lines - 0.5) * line;
        item.swatch = {x, middle - swatchHeight / 2, swatchWidth, swatchHeight};
        item.textAt = {x + swatchWidth + gap, middle};
        x += width + spacing;
        right = std::max(right, x - spacing);
        layout.items.push_back(std::move(item));
    }
    layout.caption = captionText();
    const double captionWidth = textWidth(layout.caption);
    const bool besides = x + captionWidth + 2 * margin <= size.width();
    const double captionHeight = besides ? 0 : line;
    double boxHeight = lines * line + 4;
    if (boxHeight + captionHeight > size.height() * greatestShare || rows.empty()) {
        layout.items.clear();
        boxHeight = 0;
    }
    layout.height = boxHeight + (besides && boxHeight > 0 ? 0 : line) + margin;
    const double top = size.height() - layout.height + 2;
    if (boxHeight > 0)
        layout.box = {margin, top, right + gap - margin, boxHeight};
    for (MapLegendItem& item : layout.items) {
        item.swatch.translate(0, top + 2);
        item.textAt.ry() += top + 2;
    }
    layout.captionBox = {std::max(margin, size.width() - margin - captionWidth),
                         size.height() - line - margin / 2, std::min(captionWidth, size.width() - 2 * margin),
                         line};
    return layout;
}

} // namespace interdict
