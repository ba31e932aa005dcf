// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/matrix/matrixpainter.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace interdict {

namespace {

constexpr double gutter = 1;         // around a cell
constexpr double radius = 2;         // of its corners
constexpr double measureTint = 0.32; // of a measure's colour in its cell, beside the mark in full colour
constexpr double stripeStep = 6;
constexpr double padding = 8;

class Painting
{
public:
    Painting(QPainter& painter, const MatrixLayout& layout, const CrossTable& table, const MatrixStyle& style)
        : m_painter(painter)
        , m_layout(layout)
        , m_table(table)
        , m_style(style)

    {
    }

    void paint()
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        paintRules();
        for (const MatrixCell& cell : m_layout.cells)
            paintCell(cell);
        paintOutlines(true);
        // What is scrolled lies under what stands.
        paintGround({m_layout.body.left(), 0, m_layout.body.width(), m_layout.frame.top()});
        for (const MatrixHeading& head : m_layout.columnHeads)
            if (head.index >= 0)
                paintColumnHead(head);
        paintGround({0, m_layout.body.top(), m_layout.body.left(), m_layout.body.height()});
        for (const MatrixHeading& head : m_layout.rowHeads)
            if (head.index >= 0)
                paintRowHead(head);
        paintGround({0, 0, m_layout.body.left(), m_layout.frame.top()});
        paintCorner();
        paintFrame();
        paintOutlines(false);
    }

private:
    static bool isHeading(CrossSpot spot) { return spot.row < 0 || spot.column < 0; }
    bool isLit(CrossSpot heading) const
    {
        const auto meets = [heading](const std::optional<CrossSpot>& spot) {
            if (heading == CrossSpot{})
                return spot == heading;
            return spot && (heading.row < 0 ? spot->column == heading.column : spot->row == heading.row);
        };
        return meets(m_style.hover) || meets(m_style.cursor);
    }

    void paintGround(const QRectF& rect) const
    {
        if (m_style.onScreen)
            m_painter.fillRect(rect, m_style.theme.panel);
    }

    static bool endsBand(const std::vector<CrossHeading>& headings, int index)
    {
        const auto next = static_cast<std::size_t>(index) + 1;
        return next < headings.size() && headings[next].band != headings[next - 1].band;
    }

    // Hair lines that lead from a name to its cells, stronger between bands.
    void paintRules() const
    {
        const double right = std::min(m_layout.body.right(),
                                      m_layout.body.left() - m_layout.scroll.x() + m_layout.content.width());
        const QPen quiet(mixed(m_style.theme.line, m_style.theme.panel, 0.7), 1);
        const QPen strong(m_style.theme.faint, 1);
        for (const MatrixHeading& head : m_layout.rowHeads) {
            if (head.index < 0)
                continue;
            m_painter.setPen(endsBand(m_table.rows, head.index) ? strong : quiet);
            m_painter.drawLine(QPointF(m_layout.body.left(), head.rect.bottom()),
                               QPointF(right, head.rect.bottom()));
        }
        const double bottom = std::min(m_layout.body.bottom(),
                                       m_layout.body.top() - m_layout.scroll.y() + m_layout.content.height());
        m_painter.setPen(strong);
        for (const MatrixHeading& head : m_layout.columnHeads)
            if (head.index >= 0 && endsBand(m_table.columns, head.index))
                m_painter.drawLine(QPointF(head.rect.right(), m_layout.body.top()),
                                   QPointF(head.rect.right(), bottom));
    }

    void paintCell(const MatrixCell& cell) const
    {
        const CrossCount& count = m_table.at(cell.spot);
        if (count.count == 0)
            return;
        const QRectF rect = cell.rect.adjusted(gutter, gutter, -gutter, -gutter);
        const bool isStrictest = m_table.spec.value == MatrixValue::Strictest;
        QColor fill = isStrictest ? mixed(styleOf(count).colour, m_style.theme.panel, measureTint)
                                  : shadeColour(cell.shade, m_layout.shades.size(), m_style.theme);
        const bool isUnpublished = count.unpublished == count.count;
        const QColor full = fill;
        if (isUnpublished)
            fill = mixed(fill, m_style.theme.panel, 0.35);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(fill);
        m_painter.drawRoundedRect(rect, radius, radius);
        paintUncertain(rect, count, fill);
        if (isUnpublished) {
            QPen pen(mixed(readableOn(m_style.theme.panel), full, 0.4), 1);
            pen.setDashPattern({3, 2});
            m_painter.setPen(pen);
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        }
        paintNumber(rect, count, readableOn(fill));
    }

    // What is only possibly in force is striped: the share of it, from the right.
    void paintUncertain(const QRectF& cell, const CrossCount& count, const QColor& fill) const
    {
        if (count.certain == count.count)
            return;
        QRectF rect = cell;
        rect.setLeft(cell.right() - cell.width() * (count.count - count.certain) / count.count);
        m_painter.setPen(QPen(mixed(m_style.theme.panel, fill, 0.55), 1.2));
        // y = at − x, cut to the rectangle.
        const double first = std::ceil((rect.left() + rect.top()) / stripeStep) * stripeStep;
        for (double at = first; at < rect.right() + rect.bottom(); at += stripeStep) {
            const double left = std::max(rect.left(), at - rect.bottom());
            const double right = std::min(rect.right(), at - rect.top());
            if (left < right)
                m_painter.drawLine(QPointF(left, at - left), QPointF(right, at - right));
        }
    }

    void paintNumber(const QRectF& rect, const CrossCount& count, const QColor& ink) const
    {
        const QString text = m_style.locale.toString(count.count);
        if (m_table.spec.value != MatrixValue::Strictest || !count.strictest) {
            m_painter.setPen(ink);
            m_painter.drawText(rect, Qt::AlignCenter, text);
            return;
        }
        const double size = std::round(m_layout.frame.lineHeight * 0.72);
        const double width = QFontMetricsF(m_painter.font()).horizontalAdvance(text);
        const double left = rect.center().x() - (size + 4 + width) / 2;
        MarkStyle mark = styleOf(count);
        if (!count.isStrictestPublished)
            mark = dashed(mark);
        const QPointF centre(left + size / 2, rect.center().y());
        const QColor outline = markOutline(mark, m_style.theme);
        if (m_style.onScreen)
            paintMarkCached(m_painter, mark, centre, size, outline);
        else
            paintMark(m_painter, mark, centre, size, outline);
        m_painter.setPen(ink);
        m_painter.drawText(QRectF(left + size + 4, rect.top(), width + 2, rect.height()),
                           Qt::AlignLeft | Qt::AlignVCenter, text);
    }

    const MarkStyle& styleOf(const CrossCount& count) const
    {
        return m_style.marks.style(m_table.measures.value(count.measure));
    }

    void paintTotal(const QRectF& rect, CrossSpot spot) const
    {
        paintNumber(rect, m_table.at(spot), isLit(spot) ? m_style.theme.ink : m_style.theme.dim);
    }

    // Behind the headings of the row and the column that pointer or keys are in.
    void paintLight(CrossSpot heading) const
    {
        if (!isLit(heading))
            return;
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_style.theme.accentSoft);
        m_painter.drawRoundedRect(m_layout.rectOf(heading).adjusted(gutter, gutter, -gutter, -gutter), radius,
                                  radius);
    }

    void paintRowHead(const MatrixHeading& head) const
    {
        const CrossSpot spot{head.index, -1};
        paintLight(spot);
        m_painter.setPen(m_style.theme.ink);
        m_painter.drawText(head.name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                           head.lines.join(u' '));
        paintTotal(head.total, spot);
    }

    void paintColumnHead(const MatrixHeading& head) const
    {
        const CrossSpot spot{-1, head.index};
        paintLight(spot);
        m_painter.setPen(m_style.theme.ink);
        const double line = m_layout.frame.lineHeight;
        if (m_layout.frame.isTurned) {
            const double block = line * double(head.lines.size());
            m_painter.save();
            m_painter.translate(head.name.center().x() - block / 2, head.name.bottom() - 4);
            m_painter.rotate(-90);
            for (qsizetype i = 0; i < head.lines.size(); ++i)
                m_painter.drawText(QRectF(0, line * double(i), head.name.height(), line),
                                   Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, head.lines[i]);
            m_painter.restore();
        } else {
            double y = head.name.bottom() - 3 - line * double(head.lines.size());
            for (const QString& text : head.lines) {
                m_painter.drawText(QRectF(head.name.left(), y, head.name.width(), line),
                                   Qt::AlignCenter | Qt::TextSingleLine, text);
                y += line;
            }
        }
        paintTotal(head.total, spot);
    }

    void paintCorner() const
    {
        if (m_table.isEmpty())
            return;
        const MatrixFrame& frame = m_layout.frame;
        const QString all = QCoreApplication::translate("Matrix", "All");
        m_painter.setPen(m_style.theme.dim);
        m_painter.drawText(QRectF(padding, frame.headHeight, frame.nameWidth - padding, frame.cellHeight),
                           Qt::AlignLeft | Qt::AlignVCenter, all);
        m_painter.drawText(QRectF(frame.nameWidth, frame.headHeight - frame.lineHeight - 3, frame.totalWidth,
                                  frame.lineHeight),
                           Qt::AlignCenter, all);
        paintTotal({frame.nameWidth, frame.headHeight, frame.totalWidth, frame.cellHeight}, {-1, -1});
    }

    void paintFrame() const
    {
        if (m_table.isEmpty())
            return;
        const double right = std::min(m_layout.body.right(), m_layout.body.left() + m_layout.content.width());
        const double bottom =
            std::min(m_layout.body.bottom(), m_layout.body.top() + m_layout.content.height());
        m_painter.setPen(QPen(m_style.theme.line, 1));
        m_painter.drawLine(QPointF(0, m_layout.body.top()), QPointF(right, m_layout.body.top()));
        m_painter.drawLine(QPointF(m_layout.body.left(), 0), QPointF(m_layout.body.left(), bottom));
    }

    void paintOutline(const std::optional<CrossSpot>& spot, const QColor& colour, double width,
                      bool inBody) const
    {
        if (!spot || isHeading(*spot) == inBody)
            return;
        m_painter.setPen(QPen(colour, width));
        m_painter.setBrush(Qt::NoBrush);
        const double inset = width / 2;
        m_painter.drawRoundedRect(m_layout.rectOf(*spot).adjusted(inset, inset, -inset, -inset), radius,
                                  radius);
    }

    void paintOutlines(bool inBody) const
    {
        paintOutline(m_style.hover, m_style.theme.ink, 1, inBody);
        paintOutline(m_style.cursor, m_style.theme.accent, 2, inBody);
    }

    QPainter& m_painter;
    const MatrixLayout& m_layout;
    const CrossTable& m_table;
    const MatrixStyle& m_style;
};

} // namespace

QColor shadeColour(int shade, std::size_t shades, const Theme& theme)
{
    const auto last = static_cast<double>(theme.sequence.size() - 1);
    // Few classes take colours that are far from each other, and one alone a middle one.
    const double place = shades < 2 ? 0.4 : double(std::max(shade, 0)) / double(shades - 1);
    const double strongest = shades < 2 ? 1 : std::min(1.0, 0.4 + 0.15 * double(shades - 1));
    return theme.sequence[static_cast<std::size_t>(std::lround(place * strongest * last))];
}

std::vector<LegendEntry> matrixLegend(const CrossTable& table, const MarkScheme& marks)
{
    if (table.spec.value != MatrixValue::Strictest)
        return {};
    std::vector<bool> isUsed(marks.legend().size() + 1);
    for (const CrossCount& cell : table.cells)
        if (cell.strictest)
            isUsed[marks.legendIndex(table.measures.value(cell.measure))] = true;
    std::vector<LegendEntry> used;
    for (std::size_t entry = 0; entry < marks.legend().size(); ++entry)
        if (isUsed[entry])
            used.push_back(marks.legend()[entry]);
    return used;
}

void paintMatrix(QPainter& painter, const MatrixLayout& layout, const CrossTable& table,
                 const MatrixStyle& style)
{
    painter.save();
    Painting(painter, layout, table, style).paint();
    painter.restore();
}

} // namespace interdict
