// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/itempainter.h"

#include "widgets/timeline/timelinepainter.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace interdict {

namespace {

constexpr double markSize = 12;
constexpr double milestoneSize = 11;
constexpr double shareHeight = 3; // of the strip that tells a fold's styles
constexpr double pillRadius = 5;

enum class Picture : quint64 { Mark = 1, Pill, Digit };

quint64 pictureKey(Picture kind, quint64 a, quint64 b)
{
    return static_cast<quint64>(kind) << 56 | a << 32 | b;
}

} // namespace

ItemPainter::ItemPainter(QPainter& painter, const Theme& colours, const std::vector<MarkStyle>& styles,
                         const QFont& bold, bool asPaths)
    : p(painter)
    , theme(colours)
    , m_styles(styles)
    , m_bold(bold)
    , m_asPaths(asPaths)
    , m_ratio(painter.device()->devicePixelRatioF())
{
    const QFontMetricsF metrics(bold);
    m_digitWidth = metrics.horizontalAdvance(u'0');
    m_digitHeight = std::ceil(metrics.height());
}

void ItemPainter::paint(const TimelineItem& item)
{
    if (item.when)
        range(item);
    if (item.isFold())
        fold(item);
    else if (item.kind == TimelineItem::Kind::Milestone)
        milestone(item);
    else
        mark(item);
    if (item.selected)
        ring(item, theme.accent, 2, 2);
    else if (item.hovered)
        ring(item, theme.ink, 1.5, 1.25);
    if (item.focused)
        ring(item, theme.ink, 4.5, 1);
}

QPointF ItemPainter::snapped(QPointF point) const
{
    if (m_asPaths)
        return point;
    return {std::round(point.x() * m_ratio) / m_ratio, std::round(point.y() * m_ratio) / m_ratio};
}

template <typename Draw>
const QPixmap& ItemPainter::picture(quint64 key, QSizeF size, Draw draw)
{
    QPixmap& picture = m_pictures[key];
    if (picture.isNull()) {
        picture = QPixmap((size * m_ratio).toSize() + QSize(1, 1));
        picture.setDevicePixelRatio(m_ratio);
        picture.fill(Qt::transparent);
        QPainter inner(&picture);
        inner.setRenderHint(QPainter::Antialiasing);
        draw(inner);
    }
    return picture;
}

void ItemPainter::mark(const TimelineItem& item)
{
    const MarkStyle& style = m_styles[item.style];
    const QPointF centre = item.rect.center();
    if (m_asPaths) {
        paintMark(p, style, centre, markSize, markOutline(style, theme));
    } else {
        const double side = markSize + 4;
        const QPointF middle(side / 2, side / 2);
        p.drawPixmap(snapped(centre - middle),
                     picture(pictureKey(Picture::Mark, item.style, 0), {side, side}, [&](QPainter& inner) {
                         paintMark(inner, style, middle, markSize, markOutline(style, theme));
                     }));
    }
    if (item.unknownEnd) {
        p.setPen(theme.dim);
        p.drawText(QRectF(item.rect.right(), item.rect.top() - 5, 9, item.rect.height() + 10),
                   Qt::AlignCenter | Qt::TextDontClip, QStringLiteral("?"));
    }
}

void ItemPainter::milestone(const TimelineItem& item)
{
    if (item.filled) {
        paintMark(p, {theme.accent, MarkShape::Diamond}, item.rect.center(), milestoneSize, theme.ground);
        return;
    }
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(theme.accent, 1.4));
    p.setBrush(theme.ground);
    p.drawPath(markPath(MarkShape::Diamond, item.rect.center(), milestoneSize - 1));
    p.restore();
}

void ItemPainter::fold(const TimelineItem& item)
{
    const bool isMilestone = item.kind == TimelineItem::Kind::Milestone;
    const QColor ground = isMilestone ? theme.accentSoft : fillOf(item.style);
    const QColor ink = !isMilestone ? readableOn(ground) : theme.dark ? theme.ink : theme.accent;
    const QRectF rect(snapped(item.rect.topLeft()), item.rect.size());
    pill(rect, ground);
    QRectF text = rect;
    if (item.shares.size() > 1) {
        shares(item, {rect.left() + 3, rect.bottom() - shareHeight - 1, rect.width() - 6, shareHeight});
        text.setBottom(rect.bottom() - shareHeight);
    }
    count(text, item.count, ink);
}

// What is not published is as pale in a fold as its mark is.
QColor ItemPainter::fillOf(std::uint8_t style) const
{
    return m_styles[style].isDashed ? mixed(m_styles[style].colour, theme.panel, 0.3)
                                    : m_styles[style].colour;
}

void ItemPainter::pill(const QRectF& rect, const QColor& ground)
{
    const auto draw = [&](QPainter& painter, const QRectF& on) {
        painter.setPen(QPen(theme.panel, 1));
        painter.setBrush(ground);
        painter.drawRoundedRect(on, pillRadius, pillRadius);
    };
    if (m_asPaths) {
        p.save();
        p.setRenderHint(QPainter::Antialiasing);
        draw(p, rect);
        p.restore();
        return;
    }
    const auto shape = static_cast<quint64>(rect.width()) << 8 | static_cast<quint64>(rect.height());
    const QPointF margin(1, 1);
    p.drawPixmap(rect.topLeft() - margin, picture(pictureKey(Picture::Pill, shape, ground.rgba()),
                                                  rect.size() + QSizeF(2, 2), [&](QPainter& inner) {
                                                      draw(inner, {margin, rect.size()});
                                                  }));
}

// Digits stand at whole pixels, so that one picture of each serves all counts.
void ItemPainter::count(const QRectF& rect, std::uint32_t count, const QColor& ink)
{
    const QString text = countText(count);
    if (m_asPaths) {
        p.save();
        p.setFont(m_bold);
        p.setPen(ink);
        p.drawText(rect, Qt::AlignCenter | Qt::TextDontClip, text);
        p.restore();
        return;
    }
    const double advance = std::round(m_digitWidth * m_ratio) / m_ratio;
    QPointF at =
        snapped(rect.center() - QPointF(advance * static_cast<double>(text.size()), m_digitHeight) / 2);
    for (const QChar letter : text) {
        const QRectF cell(0, 0, advance, m_digitHeight);
        p.drawPixmap(at, picture(pictureKey(Picture::Digit, letter.unicode(), ink.rgba()), cell.size(),
                                 [&](QPainter& inner) {
                                     inner.setFont(m_bold);
                                     inner.setPen(ink);
                                     inner.drawText(cell, Qt::AlignCenter | Qt::TextDontClip, letter);
                                 }));
        at.rx() += advance;
    }
}

// How much of a fold has which style.
void ItemPainter::shares(const TimelineItem& item, const QRectF& strip)
{
    p.fillRect(strip.adjusted(-1, -1, 1, 0), theme.panel);
    double left = strip.left();
    for (const StyleShare& share : item.shares) {
        const double width = strip.width() * share.count / item.count;
        p.fillRect(QRectF(left, strip.top(), width, strip.height()), fillOf(share.style));
        left += width;
    }
}

// The days that a partial date may mean, as a bracket below the mark. It keeps below the line that labels
// stand on, because it may reach under those of other events.
void ItemPainter::range(const TimelineItem& item)
{
    constexpr double below = 10; // px from the mark's middle
    constexpr double upright = 4;
    const QColor colour = mixed(m_styles[item.style].colour, theme.ink, 0.55);
    const double y = item.rect.center().y() + below;
    const double right = item.when->to - 1;
    paintHairLine(p, {item.when->from, y}, {right, y}, colour);
    paintHairLine(p, {item.when->from, y - upright}, {item.when->from, y}, colour);
    paintHairLine(p, {right, y - upright}, {right, y + 1}, colour);
}

void ItemPainter::ring(const TimelineItem& item, const QColor& colour, double distance, double width)
{
    p.save();
    p.setRenderHint(QPainter::Antialiasing);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(colour, width));
    p.drawRoundedRect(item.rect.adjusted(-distance, -distance, distance, distance), 4, 4);
    p.restore();
}

} // namespace interdict
