// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The marks that stand for events, the same in facet, map, timeline, card, legend and figure: a colour and,
// as the second sign, a shape.
#pragma once

#include "widgets/theme/theme.h"

#include <QPainter>
#include <QPixmap>
#include <QRectF>

namespace interdict {

enum class MarkShape : std::uint8_t {
    CrossedSquare, // national block
    Square,        // service limited
    BarredSquare,  // official systems
    Diamond,       // inquiry, fine, court
    Disc,          // advice, bill
    Ring,          // lifting
    Triangle,
    TriangleDown,
    Hexagon,
};
inline constexpr int markShapeCount = 9;

struct MarkStyle
{
    QColor colour;
    MarkShape shape = MarkShape::Disc;
    bool isDashed = false; // pale, in a dashed line: of an event that is not published
    bool operator==(const MarkStyle&) const = default;
};

enum class ColourBy : std::uint8_t { Measure, Concern, Status };
QString colourByLabel(ColourBy by); // translated

struct LegendEntry
{
    QString code; // of a term; for measures the class, as number
    QString label;
    MarkStyle style;
    bool operator==(const LegendEntry&) const = default;
};

// The same mark for an event that is not published; and the legend's word for it.
MarkStyle dashed(MarkStyle style);
LegendEntry unpublishedEntry(const Theme& theme);

// Which mark an event has: a look-up by the term's code.
class MarkScheme
{
public:
    MarkScheme() = default;
    MarkScheme(const Theme& theme, const Vocabulary& vocabulary, ColourBy by);
    ColourBy by() const { return m_by; }
    // Codes outside the vocabulary, and unknown, get a dim disc.
    const MarkStyle& style(const QString& code) const { return styleAt(legendIndex(code)); }
    // The legend, strictest or most frequent first: six classes for measures, one entry a term otherwise. A
    // measure with a colour of its own has an entry of its own after its class.
    const std::vector<LegendEntry>& legend() const { return m_legend; }
    // Which entry of the legend stands for a code; its size where none does.
    std::size_t legendIndex(const QString& code) const { return m_entries.value(code, m_legend.size()); }

private:
    const MarkStyle& styleAt(std::size_t entry) const
    {
        return entry < m_legend.size() ? m_legend[entry].style : m_unknown;
    }

    ColourBy m_by = ColourBy::Measure;
    QHash<QString, std::size_t> m_entries; // by code
    MarkStyle m_unknown;
    std::vector<LegendEntry> m_legend;
};

// The marks beside the entries of a list: those of measures; of other lists where an entry has a colour of
// its own.
class EntryMarks
{
public:
    EntryMarks() = default;
    EntryMarks(const Theme& theme, const Vocabulary& vocabulary, VocabularyList list);
    bool isEmpty() const { return m_styles.isEmpty(); }
    std::optional<MarkStyle> of(const QString& code) const;

private:
    QHash<QString, MarkStyle> m_styles;
};

// A colour that someone chose, mixed with ink as far as a mark needs to stand out from the panel by 3:1.
QColor readableMark(const QColor& colour, const Theme& theme);

// What stands around a mark: the ground's colour; for a pale mark a darker edge, so that it stands out by 3:1
// as the others do; on paper for all of them. Of a dashed mark it is the ground, and the mark sees to its line itself.
QColor markOutline(const MarkStyle& style, const Theme& theme);
// Draws a mark centred at `centre`, `size` high, as a path: crisp in figures. `outline` is markOutline().
void paintMark(QPainter& painter, const MarkStyle& style, QPointF centre, double size, const QColor& outline);
QPainterPath markPath(MarkShape shape, QPointF centre, double size);
// The same as a cached picture at the painter's device pixel ratio: for screens with many marks.
void paintMarkCached(QPainter& painter, const MarkStyle& style, QPointF centre, double size,
                     const QColor& outline);

// Black or white, whichever reads better on `ground`.
QColor readableOn(const QColor& ground);
// Contrast ratio by WCAG 2.1, 1 … 21.
double contrast(const QColor& a, const QColor& b);

} // namespace interdict
