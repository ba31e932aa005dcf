// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which figure is meant: what it shows, how much of it, on which page, in which dress. A plain value: the
// dialog edits it, the command line fills it, a written figure carries it as JSON and so re-opens.
#pragma once

#include "model/analysis/chartspec.h"
#include "model/analysis/matrixspec.h"
#include "model/event/days.h"
#include "model/vocabulary/gazetteer.h"
#include "widgets/map/mapclasses.h"
#include "widgets/timeline/timelinelanes.h"

#include <QSizeF>

namespace interdict {

enum class FigureKind : std::uint8_t { Timeline, Map, Chart, Matrix, Table, Card };
enum class FigureExtent : std::uint8_t {
    Fitted,  // all of the result on one page, folded where it has to be
    Visible, // the days or the part of the map that were on screen
    All      // every lane or row in full, over as many pages as it takes
};
enum class FigureTheme : std::uint8_t { Light, Dark, Print, Grey };

std::span<const KeyOf<FigureKind>> figureKinds();
std::span<const KeyOf<FigureExtent>> figureExtents();
std::span<const KeyOf<FigureTheme>> figureThemes();

// Pages by name. Figures reckon in px of 1/96 inch; PNG, SVG and PDF are made of the same ones.
struct FigurePage
{
    const char* key; // a4, a4-landscape, letter, letter-landscape, slide, slide-4-3, column, two-columns
    const char* label;
    QSizeF size;     // px; height 0: as high as the content wants
    double fontSize; // px, of plain text
    double margin;   // px
    bool isPage;     // a sheet of paper, that goes on on further ones
};
std::span<const FigurePage> figurePages();
inline constexpr double pixelsPerInch = 96;

struct FigureSpec
{
    FigureKind kind = FigureKind::Timeline;
    QString filter;          // as text, see filtertext.h
    std::optional<Day> asOf; // absent: the day on which it is made
    LaneBy lanes = LaneBy::Country;
    ColourBy colours = ColourBy::Measure;
    MapMode mapMode = MapMode::StrictestInForce;
    ChartSpec chart;
    MatrixSpec matrix;
    QString event; // uid, of a card

    FigureExtent extent = FigureExtent::Fitted;
    std::optional<DayInterval> days; // of a timeline's visible part
    std::optional<GeoBox> box;       // of a map's visible part
    // Small multiples: one panel a day (maps), or one for each of the facet's values (the most frequent,
    // at most `panels`).
    std::vector<Day> eachDay;
    std::optional<Facet> each;
    int panels = 6;

    QString page = QStringLiteral("a4-landscape");
    std::optional<QSizeF> freeSize; // px; instead of the page
    FigureTheme theme = FigureTheme::Print;
    QString font;                           // family; empty: the system's plain one
    double fontSize = 0;                    // px; 0: the page's
    std::optional<QString> title, subtitle; // absent: suggested from view and filter; empty: none
    QString caption;
    QString logo; // a picture's file; never written into a figure's data
    bool showLegend = true;
    bool showSource = true; // data set's title and date, filter, program
    bool operator==(const FigureSpec&) const = default;
};

QJsonObject toJson(const FigureSpec& spec);
FigureSpec figureSpecFrom(const QJsonObject& json); // as chartSpecFrom()

} // namespace interdict
