// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/matrix/matrixlayout.h"

#include <algorithm>
#include <cmath>

namespace interdict {

namespace {

constexpr double padding = 8;     // left of names and right of totals
constexpr double gap = 6;         // between a name and what stands beside it
constexpr double cellPadding = 5; // beside a number
constexpr double widestCell = 120;
constexpr double widestTurned = 150; // of a line that reads upwards
constexpr double leastTurned = 60;
constexpr double leastName = 60;
constexpr int mostShades = 6;
constexpr int mostLines = 3; // of a heading that is not turned

double widest(const QStringList& texts, const TextWidth& textWidth)
{
    double width = 0;
    for (const QString& text : texts)
        width = std::max(width, textWidth(text));
    return width;
}

QStringList labels(const std::vector<CrossHeading>& headings)
{
    QStringList made;
    for (const CrossHeading& heading : headings)
        made << heading.label;
    return made;
}

QString elided(QString text, double width, const TextWidth& textWidth)
{
    if (textWidth(text) <= width)
        return text;
    while (!text.isEmpty() && textWidth(text + u'…') > width)
        text.chop(1);
    return text.trimmed() + u'…';
}

std::uint32_t greatestCount(const CrossTable& table)
{
    std::uint32_t greatest = 0;
    for (const CrossCount& cell : table.cells)
        greatest = std::max(greatest, cell.count);
    return greatest;
}

// Room for the number; of measures also for their mark.
double leastCellWidth(const CrossTable& table, const MatrixMeasures& measures, std::uint32_t count)
{
    const double mark = table.spec.value == MatrixValue::Strictest ? measures.lineHeight * 0.8 + 3 : 0;
    return std::max(std::ceil(measures.textWidth(measures.locale.toString(count)) + mark + 2 * cellPadding),
                    std::ceil(measures.lineHeight * 1.5));
}

// Whether every heading can be read in full without turning it.
bool fitsUpright(const QStringList& names, double width, const TextWidth& textWidth, int& lines)
{
    lines = 1;
    for (const QString& name : names) {
        const QStringList wrapped = wrappedLines(name, width, mostLines, textWidth);
        if (wrapped.join(u' ') != name.simplified())
            return false;
        lines = std::max(lines, static_cast<int>(wrapped.size()));
    }
    return true;
}

void measureHeads(MatrixFrame& frame, const QStringList& names, double height, const TextWidth& textWidth)
{
    int lines = 1;
    if (fitsUpright(names, frame.cellWidth - 6, textWidth, lines)) {
        frame.headLines = lines;
        frame.headHeight = lines * frame.lineHeight + 8;
        return;
    }
    frame.isTurned = true;
    frame.headLines = frame.cellWidth >= 2 * frame.lineHeight ? 2 : 1;
    const double room = std::clamp(height * 0.4, leastTurned, widestTurned);
    double length = 0;
    for (const QString& name : names)
        length = std::max(length, widest(wrappedLines(name, room, frame.headLines, textWidth), textWidth));
    frame.headHeight = std::ceil(length) + 10;
}

std::vector<std::int64_t> countsOf(const CrossTable& table)
{
    std::vector<std::int64_t> counts;
    for (const CrossCount& cell : table.cells)
        if (cell.count > 0)
            counts.push_back(cell.count);
    return counts;
}

int shadeOf(std::uint32_t count, const std::vector<ValueSpan>& shades)
{
    for (std::size_t i = 0; i < shades.size(); ++i)
        if (count >= shades[i].first && count <= shades[i].last)
            return static_cast<int>(i);
    return -1;
}

// Which of the span's cells are in sight, of those that begin at `from` px and are `size` px each.
IndexSpan inSight(IndexSpan span, double scroll, double room, double size)
{
    if (size <= 0)
        return {span.first, span.first};
    const int before = static_cast<int>(std::floor(scroll / size));
    const int until = static_cast<int>(std::ceil((scroll + room) / size - 1e-9));
    return {std::min(span.end, span.first + std::max(0, before)),
            std::min(span.end, span.first + std::max(0, until))};
}

class Layouter
{
public:
    explicit Layouter(const MatrixInput& input)
        : m_input(input)
        , m_frame(input.frame)
    {
    }

    MatrixLayout layout()
    {
        m_made.frame = m_frame;
        m_made.size = m_input.size;
        m_made.rows = m_input.rows;
        m_made.columns = m_input.columns;
        m_made.body = QRectF(QPointF(m_frame.left(), m_frame.top()),
                             QSizeF(std::max(0.0, m_input.size.width() - m_frame.left()),
                                    std::max(0.0, m_input.size.height() - m_frame.top())));
        m_made.content = {m_input.columns.size() * m_frame.cellWidth,
                          m_input.rows.size() * m_frame.cellHeight};
        const QPointF range = m_made.scrollRange();
        m_made.scroll = {std::clamp(m_input.scroll.x(), 0.0, range.x()),
                         std::clamp(m_input.scroll.y(), 0.0, range.y())};
        m_made.shades = countClasses(countsOf(m_input.table), mostShades);
        placeHeads();
        placeCells();
        return std::move(m_made);
    }

private:
    IndexSpan rowsInSight() const
    {
        return inSight(m_input.rows, m_made.scroll.y(), m_made.body.height(), m_frame.cellHeight);
    }
    IndexSpan columnsInSight() const
    {
        return inSight(m_input.columns, m_made.scroll.x(), m_made.body.width(), m_frame.cellWidth);
    }

    void placeHeads()
    {
        if (m_input.table.isEmpty())
            return;
        addRow(-1);
        for (int row = rowsInSight().first; row < rowsInSight().end; ++row)
            addRow(row);
        addColumn(-1);
        for (int column = columnsInSight().first; column < columnsInSight().end; ++column)
            addColumn(column);
    }

    void addRow(int row)
    {
        MatrixHeading head{row, m_made.rectOf({row, -1}), {}, {}, {}};
        head.rect.setLeft(0);
        head.name = {padding, head.rect.top(), m_frame.nameWidth - padding - gap, m_frame.cellHeight};
        head.total = {m_frame.nameWidth, head.rect.top(), m_frame.totalWidth, m_frame.cellHeight};
        if (row >= 0)
            head.lines << elided(m_input.table.rows[static_cast<std::size_t>(row)].label, head.name.width(),
                                 m_input.measures.textWidth);
        m_made.rowHeads.push_back(head);
    }

    void addColumn(int column)
    {
        MatrixHeading head{column, m_made.rectOf({-1, column}), {}, {}, {}};
        head.rect.setTop(0);
        head.name = {head.rect.left(), 0, head.rect.width(), m_frame.headHeight};
        head.total = {head.rect.left(), m_frame.headHeight, head.rect.width(), m_frame.cellHeight};
        const double room = m_frame.isTurned ? m_frame.headHeight - 10 : m_frame.cellWidth - 6;
        if (column >= 0)
            head.lines = wrappedLines(m_input.table.columns[static_cast<std::size_t>(column)].label, room,
                                      m_frame.headLines, m_input.measures.textWidth);
        m_made.columnHeads.push_back(head);
    }

    void placeCells()
    {
        const IndexSpan rows = rowsInSight();
        const IndexSpan columns = columnsInSight();
        for (int row = rows.first; row < rows.end; ++row)
            for (int column = columns.first; column < columns.end; ++column) {
                const CrossSpot spot{row, column};
                m_made.cells.push_back(
                    {spot, m_made.rectOf(spot), shadeOf(m_input.table.at(spot).count, m_made.shades)});
            }
    }

    const MatrixInput& m_input;
    const MatrixFrame& m_frame;
    MatrixLayout m_made;
};

QString box(const QRectF& rect)
{
    return QStringLiteral("%1,%2 %3×%4")
        .arg(std::round(rect.x()))
        .arg(std::round(rect.y()))
        .arg(std::round(rect.width()))
        .arg(std::round(rect.height()));
}

} // namespace

QStringList wrappedLines(const QString& text, double width, int most, const TextWidth& textWidth)
{
    QStringList lines;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString longer = lines.isEmpty() ? words[i] : lines.back() + u' ' + words[i];
        if (!lines.isEmpty() && (textWidth(longer) <= width || lines.size() == most))
            lines.back() = longer;
        else
            lines << words[i];
    }
    for (QString& line : lines)
        line = elided(line, width, textWidth);
    return lines;
}

MatrixFrame measureMatrix(const CrossTable& table, const MatrixMeasures& measures, QSizeF size)
{
    MatrixFrame frame;
    frame.lineHeight = measures.lineHeight;
    frame.cellHeight = std::ceil(measures.lineHeight * 1.45);
    const double total = leastCellWidth(table, measures, table.total.count);
    frame.totalWidth = total + padding;
    const double wanted = widest(labels(table.rows), measures.textWidth) + padding + gap + 1;
    frame.nameWidth = std::ceil(std::min(wanted, std::max(leastName, size.width() * 0.32)));
    const double room = std::max(0.0, size.width() - frame.left());
    const double least = std::max(leastCellWidth(table, measures, greatestCount(table)), total - cellPadding);
    const double share = table.columns.empty() ? 0 : std::floor(room / double(table.columns.size()));
    frame.cellWidth = std::clamp(share, least, std::max(least, std::max(widestCell, 7 * frame.lineHeight)));
    measureHeads(frame, labels(table.columns), size.height(), measures.textWidth);
    return frame;
}

MatrixLayout layoutMatrix(const MatrixInput& input)
{
    return Layouter(input).layout();
}

QPointF MatrixLayout::scrollRange() const
{
    return {std::max(0.0, content.width() - body.width()), std::max(0.0, content.height() - body.height())};
}

QRectF MatrixLayout::rectOf(CrossSpot spot) const
{
    const QPointF from = body.topLeft() - scroll;
    QRectF rect(from.x() + (spot.column - columns.first) * frame.cellWidth,
                from.y() + (spot.row - rows.first) * frame.cellHeight, frame.cellWidth, frame.cellHeight);
    if (spot.column < 0) {
        rect.setLeft(spot.row < 0 ? frame.nameWidth : 0);
        rect.setRight(frame.left());
    }
    if (spot.row < 0) {
        rect.setTop(spot.column < 0 ? frame.headHeight : 0);
        rect.setBottom(frame.top());
    }
    return rect;
}

std::optional<CrossSpot> MatrixLayout::spotAt(QPointF point) const
{
    const auto index = [](double at, double each, IndexSpan span) {
        const int found = span.first + static_cast<int>(std::floor(at / each));
        return found < span.end ? std::optional(found) : std::nullopt;
    };
    if (rowHeads.empty() || !QRectF(QPointF(), size).contains(point))
        return std::nullopt;
    CrossSpot spot;
    if (point.x() >= body.left()) {
        const auto column = index(point.x() - body.left() + scroll.x(), frame.cellWidth, columns);
        if (!column)
            return std::nullopt;
        spot.column = *column;
    }
    if (point.y() >= body.top()) {
        const auto row = index(point.y() - body.top() + scroll.y(), frame.cellHeight, rows);
        if (!row)
            return std::nullopt;
        spot.row = *row;
    }
    // The corner above the row of all and left of the column of all is empty.
    const bool isEmpty = spot == CrossSpot{} && (point.y() < frame.headHeight);
    return isEmpty ? std::nullopt : std::optional(spot);
}

QPointF MatrixLayout::scrollTo(CrossSpot spot) const
{
    QPointF to = scroll;
    const QRectF rect = rectOf(spot);
    if (spot.column >= 0)
        to.rx() += std::min(0.0, rect.left() - body.left()) + std::max(0.0, rect.right() - body.right());
    if (spot.row >= 0)
        to.ry() += std::min(0.0, rect.top() - body.top()) + std::max(0.0, rect.bottom() - body.bottom());
    const QPointF range = scrollRange();
    return {std::clamp(to.x(), 0.0, range.x()), std::clamp(to.y(), 0.0, range.y())};
}

QString MatrixLayout::toText(const CrossTable& table) const
{
    QString text = QStringLiteral("body %1 of %2×%3, scrolled %4,%5\n")
                       .arg(box(body))
                       .arg(content.width())
                       .arg(content.height())
                       .arg(scroll.x())
                       .arg(scroll.y());
    for (const MatrixHeading& head : columnHeads)
        text += QStringLiteral("column %1 %2%3\n")
                    .arg(box(head.rect), head.index < 0 ? QStringLiteral("*") : head.lines.join(u'|'),
                         frame.isTurned ? QStringLiteral(" turned") : QString());
    for (const MatrixHeading& head : rowHeads)
        text += QStringLiteral("row %1 %2\n")
                    .arg(box(head.rect), head.index < 0 ? QStringLiteral("*") : head.lines.join(u'|'));
    for (const MatrixCell& cell : cells)
        if (cell.shade >= 0)
            text += QStringLiteral("cell %1 %2 shade %3\n")
                        .arg(box(cell.rect))
                        .arg(table.at(cell.spot).count)
                        .arg(cell.shade);
    return text;
}

} // namespace interdict
