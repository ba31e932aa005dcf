// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelinepainter.h"

#include "widgets/timeline/itempainter.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace interdict {

namespace {

constexpr double sideMargin = 12; // of lane names

} // namespace

void paintHairLine(QPainter& painter, QPointF from, QPointF to, const QColor& colour)
{
    // Device pixels of a pixel here, and where they begin: the painter may be scaled and moved.
    const QTransform& device = painter.deviceTransform();
    const double ratio = std::max(device.m11(), 1e-3);
    const double thickness = std::max(1.0, std::floor(ratio)) / ratio;
    const auto snap = [ratio](double v, double shift) {
        return (std::floor(v * ratio + shift) - shift) / ratio;
    };
    if (from.x() == to.x())
        painter.fillRect(QRectF(snap(from.x(), device.dx()), from.y(), thickness, to.y() - from.y()), colour);
    else
        painter.fillRect(QRectF(from.x(), snap(from.y(), device.dy()), to.x() - from.x(), thickness), colour);
}

// What one painting needs again and again: a picture of each style's mark is made once, so that a frame with
// a thousand marks rasterises a dozen.
class TimelinePainter::Run
{
public:
    Run(QPainter& painter, const TimelinePainter& owner, const TimelineLayout& layout)
        : p(painter)
        , theme(owner.m_theme)
        , o(owner)
        , l(layout)
        , m_asPaths(owner.m_marks == Marks::Paths)
        , m_items(painter, owner.m_theme, layout.styles(), owner.m_bold, m_asPaths)
    {
    }

    void all();

private:
    void clipTo(const QRectF& rect);
    TimelineItem within(TimelineItem item, const QRectF& area) const;
    void grid();
    void lanes();
    void bars();
    void dashedBar(const TimelineBar& bar);
    void uncertainBar(const TimelineBar& bar);
    void hatch(const QRectF& rect, const QColor& colour);
    void fadingEnd(const TimelineBar& bar, const QColor& colour);
    void lines();
    void items(TimelineItem::Kind kind);
    void labels(TimelineItem::Kind kind);
    void names();
    void axis();
    void chip(const QRectF& rect, const QString& text, const QColor& ground, const QColor& ink);
    void measure();

    QColor styleColour(std::uint8_t style) const { return l.styles()[style].colour; }
    QColor barColour(std::uint8_t style) const
    {
        return mixed(styleColour(style), theme.panel, theme.dark ? 0.34 : 0.32);
    }

    QPainter& p;
    const Theme& theme;
    const TimelinePainter& o;
    const TimelineLayout& l;
    bool m_asPaths;
    ItemPainter m_items;
};

void TimelinePainter::Run::all()
{
    p.setFont(o.m_font);
    if (!m_asPaths) // a page has its own ground
        p.fillRect(QRectF(QPointF(), l.size()), theme.panel);
    p.save();
    clipTo(l.lanesRect());
    lanes();
    p.restore();
    p.fillRect(l.milestoneRect(), theme.ground);
    grid();

    p.save();
    clipTo(l.lanesRect().intersected(l.plotRect()));
    bars();
    p.restore();
    lines();
    for (const auto kind : {TimelineItem::Kind::Milestone, TimelineItem::Kind::Event}) {
        const QRectF area = kind == TimelineItem::Kind::Event ? l.lanesRect() : l.milestoneRect();
        p.save();
        clipTo(area.intersected(l.plotRect()));
        items(kind);
        labels(kind);
        p.restore();
    }
    names();
    axis();
    measure();
}

// A vector file has no clip: there the layout holds whole lanes, and within() keeps marks inside.
void TimelinePainter::Run::clipTo(const QRectF& rect)
{
    if (!m_asPaths)
        p.setClipRect(rect);
}

TimelineItem TimelinePainter::Run::within(TimelineItem item, const QRectF& area) const
{
    constexpr double signWidth = 9; // of the question mark right of a mark
    if (!m_asPaths)
        return item;
    const double right = area.right() - (item.unknownEnd ? signWidth : 0);
    item.rect.moveLeft(std::max(area.left(), std::min(item.rect.left(), right - item.rect.width())));
    if (item.when)
        item.when = PixelRange{std::max(item.when->from, area.left()), std::min(item.when->to, area.right())};
    return item;
}

void TimelinePainter::Run::grid()
{
    const QColor faint = mixed(theme.line, theme.panel, 0.45);
    const QColor strong = mixed(theme.faint, theme.panel, 0.45);
    for (const Tick& tick : l.ticks()) {
        const QColor& colour = tick.level == Tick::Level::Major   ? strong
                               : tick.level == Tick::Level::Plain ? theme.line
                                                                  : faint;
        const double top = tick.level == Tick::Level::Minor ? TimelineLayout::axisHeight : 4;
        paintHairLine(p, {tick.x, top}, {tick.x, l.size().height()}, colour);
    }
}

void TimelinePainter::Run::lanes()
{
    const QColor line = mixed(theme.line, theme.panel, 0.6);
    for (const LaneBox& box : l.lanes()) {
        if (box.highlighted)
            p.fillRect(box.rect, mixed(theme.accentSoft, theme.panel, 0.6));
        paintHairLine(p, box.rect.bottomLeft(), box.rect.bottomRight(), line);
    }
}

void TimelinePainter::Run::bars()
{
    for (const TimelineBar& bar : l.bars()) {
        const QColor colour =
            bar.inForce ? barColour(bar.style) : mixed(styleColour(bar.style), theme.panel, 0.6);
        if (l.styles()[bar.style].isDashed)
            dashedBar(bar);
        else if (!bar.certain)
            uncertainBar(bar);
        else if (bar.goesOn)
            fadingEnd(bar, colour);
        else
            p.fillRect(bar.rect, colour);
        if (bar.selected)
            p.fillRect(QRectF(bar.rect.left(), bar.rect.bottom(), bar.rect.width(), 2), theme.accent);
    }
}

// Hatched between hair lines: it lasted on these days, or it did not.
void TimelinePainter::Run::uncertainBar(const TimelineBar& bar)
{
    const QColor colour = mixed(styleColour(bar.style), theme.panel, theme.dark ? 0.36 : 0.45);
    p.fillRect(bar.rect, mixed(styleColour(bar.style), theme.panel, 0.1));
    if (bar.rect.height() > 3) {
        if (m_asPaths)
            hatch(bar.rect, colour);
        else
            p.fillRect(bar.rect, QBrush(colour, Qt::BDiagPattern));
        paintHairLine(p, bar.rect.topLeft(), bar.rect.topRight(), colour);
    }
    paintHairLine(p, bar.rect.bottomLeft(), bar.rect.bottomRight(), colour);
}

// Diagonals that end at the rectangle's edges by themselves: a pattern would become a bitmap in a vector
// file.
void TimelinePainter::Run::hatch(const QRectF& rect, const QColor& colour)
{
    constexpr double step = 5;
    p.setPen(QPen(colour, 0.8, Qt::SolidLine, Qt::FlatCap));
    const double reach = rect.height();
    for (double x = std::floor((rect.left() - reach) / step) * step; x < rect.right(); x += step) {
        const double from = std::max(x, rect.left());
        const double to = std::min(x + reach, rect.right());
        if (from < to)
            p.drawLine(QPointF(from, rect.bottom() - (from - x)), QPointF(to, rect.bottom() - (to - x)));
    }
}

// Of what is not published: pale, between dashed lines, as its mark is.
void TimelinePainter::Run::dashedBar(const TimelineBar& bar)
{
    p.fillRect(bar.rect, mixed(styleColour(bar.style), theme.panel, 0.12));
    QPen pen(mixed(styleColour(bar.style), theme.panel, 0.8), 1, Qt::SolidLine, Qt::FlatCap);
    pen.setDashPattern({3, 2});
    p.setPen(pen);
    const QRectF rect = bar.rect.adjusted(0, 0.5, 0, -0.5);
    if (rect.height() > 3)
        p.drawLine(rect.topLeft(), rect.topRight());
    p.drawLine(rect.bottomLeft(), rect.bottomRight());
}

// Solid to today, then fading: it goes on, nobody knows how long.
void TimelinePainter::Run::fadingEnd(const TimelineBar& bar, const QColor& colour)
{
    constexpr double tail = 26;
    const double solid = std::max(bar.rect.left(), bar.rect.right() - tail);
    p.fillRect(QRectF(QPointF(bar.rect.left(), bar.rect.top()), QPointF(solid, bar.rect.bottom())), colour);
    QLinearGradient fade(solid, 0, bar.rect.right(), 0);
    fade.setColorAt(0, colour);
    fade.setColorAt(1, theme.panel);
    p.fillRect(QRectF(QPointF(solid, bar.rect.top()), bar.rect.bottomRight()), fade);
    if (bar.rect.height() <= 3 || bar.rect.right() - solid < tail)
        return;
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(mixed(styleColour(bar.style), theme.panel, 0.8), 1.25));
    const QPointF tip(bar.rect.right() - 8, bar.rect.center().y());
    p.drawPolyline(QPolygonF{tip + QPointF(-3, -3), tip, tip + QPointF(-3, 3)});
    p.restore();
}

void TimelinePainter::Run::lines()
{
    for (const TimelineLine& line : l.lines()) {
        const QColor colour = line.isToday ? mixed(theme.ink, theme.panel, 0.55) : theme.accent;
        paintHairLine(p, {line.x, TimelineLayout::axisHeight}, {line.x, l.size().height()}, colour);
    }
}

void TimelinePainter::Run::items(TimelineItem::Kind kind)
{
    for (const TimelineItem& each : l.items()) {
        const bool isBefore = each.rect.left() < l.plotRect().left();
        if (each.kind == kind && !(m_asPaths && isBefore && kind == TimelineItem::Kind::Milestone))
            m_items.paint(within(each, l.plotRect()));
    }
}

void TimelinePainter::Run::labels(TimelineItem::Kind kind)
{
    for (const TimelineLabel& label : l.labels()) {
        if (label.of != kind)
            continue;
        p.setPen(label.strong ? theme.ink : mixed(theme.ink, theme.dim, 0.6));
        p.setFont(label.strong ? o.m_bold : o.m_font);
        p.drawText(QPointF(label.rect.left(), label.rect.bottom() - QFontMetricsF(p.font()).descent()),
                   label.text);
    }
    p.setFont(o.m_font);
}

void TimelinePainter::Run::names()
{
    const double right = l.scale().left();
    const QRectF milestones = l.milestoneRect();
    if (!milestones.isEmpty()) {
        p.setPen(theme.dim);
        p.drawText(QRectF(sideMargin, milestones.top(), right - sideMargin, milestones.height()),
                   Qt::AlignVCenter | Qt::TextDontClip,
                   QCoreApplication::translate("Timeline", "Capability"));
        paintHairLine(p, milestones.bottomLeft(), milestones.bottomRight(), theme.line);
    }
    p.save();
    clipTo(l.lanesRect());
    for (const LaneBox& box : l.lanes()) {
        const double height = TimelineLayout::subRowHeight + 2 * TimelineLayout::lanePadding;
        // The name of a lane that begins above stays in view.
        const double top =
            std::min(std::max(box.rect.top(), l.lanesRect().top()), box.rect.bottom() - height);
        const QRectF line(sideMargin, top, right - 2 * sideMargin, height);
        p.setPen(theme.ink);
        p.drawText(line, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip, box.name);
        p.setPen(theme.dim);
        p.drawText(line, Qt::AlignVCenter | Qt::AlignRight | Qt::TextDontClip, box.count);
    }
    p.restore();
    paintHairLine(p, {right, TimelineLayout::axisHeight}, {right, l.size().height()}, theme.line);
}

void TimelinePainter::Run::axis()
{
    for (const Tick& tick : l.ticks()) {
        if (tick.label.isEmpty())
            continue;
        const bool major = tick.level == Tick::Level::Major;
        p.setFont(major ? o.m_bold : o.m_font);
        p.setPen(major ? theme.ink : theme.dim);
        p.drawText(QRectF(tick.x + TimeScale::labelGap, 0, 200, TimelineLayout::axisHeight),
                   Qt::AlignVCenter | Qt::TextDontClip, tick.label);
    }
    p.setFont(o.m_font);
    paintHairLine(p, l.axisRect().bottomLeft(), l.axisRect().bottomRight(), theme.line);
    for (const TimelineLine& line : l.lines()) {
        if (line.isToday)
            chip(line.chip, line.label, mixed(theme.ink, theme.panel, 0.12), theme.ink);
        else
            chip(line.chip, line.label, theme.accentSoft, theme.dark ? theme.ink : theme.accent);
    }
}

void TimelinePainter::Run::chip(const QRectF& rect, const QString& text, const QColor& ground,
                                const QColor& ink)
{
    if (rect.isEmpty())
        return;
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(ground);
    p.drawRoundedRect(rect, 4, 4);
    p.setPen(ink);
    p.setFont(o.m_bold);
    p.drawText(rect, Qt::AlignCenter | Qt::TextDontClip, text);
    p.restore();
}

void TimelinePainter::Run::measure()
{
    if (!l.measure())
        return;
    const TimelineMeasure& measure = *l.measure();
    const double y = TimelineLayout::axisHeight / 2;
    p.save();
    p.setClipRect(l.plotRect());
    for (const double x : {measure.from, measure.to})
        paintHairLine(p, {x, y - 5}, {x, l.size().height()}, theme.accent);
    p.fillRect(QRectF(measure.from, y - 1, measure.to - measure.from, 2), theme.accent);
    p.restore();
    chip(measure.chip, measure.label, theme.accent, theme.onAccent);
}

TimelinePainter::TimelinePainter(const Theme& theme, const QFont& font, Marks marks)
    : m_theme(theme)
    , m_font(font)
    , m_bold(boldFont(font))
    , m_marks(marks)
{
}

QFont TimelinePainter::boldFont(const QFont& font)
{
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    return bold;
}

void TimelinePainter::paint(QPainter& painter, const TimelineLayout& layout) const
{
    painter.save();
    Run(painter, *this, layout).all();
    painter.restore();
}

} // namespace interdict
