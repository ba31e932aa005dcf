// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The matrix of a figure: the view's layout and painter, in pages that repeat the headings.
#include "widgets/figure/figurefonts.h"
#include "widgets/figure/figurepart.h"

#include "model/workspace.h"
#include "widgets/matrix/matrixpainter.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace interdict {

namespace {

constexpr double leastFont = 0.72; // of the figure's, where all has to go on one page
constexpr double lowestRow = 1.12; // of a line's height
constexpr double highestRow = 2.0;

// Of the whole result as the view counts it: what is in force is that of the as-of day, whatever in-force day
// the filter has.
CrossTable tableOf(const FigureSpec& spec, const FigureSource& source)
{
    const Workspace& workspace = source.workspace;
    if (source.rows.size() == workspace.result().size() && source.asOf == workspace.asOf())
        return crossTable(workspace, spec.matrix);
    return crossTable(workspace.columns(), workspace.vocabulary(), workspace.gazetteer(), source.rows,
                      source.asOf, spec.matrix);
}

class MatrixPart : public FigurePart
{
public:
    MatrixPart(const FigureSpec& spec, const FigureSource& source, const FigureStyle& style)
        : m_table(tableOf(spec, source))
        , m_vocabulary(source.workspace.vocabulary())
        , m_isWhole(spec.extent == FigureExtent::All)
        , m_figureFont(style.font)
        , m_style{style.theme, MarkScheme(style.theme, m_vocabulary, ColourBy::Measure), QLocale(), false, {},
                  {}}
    {
    }

    double heightFor(double width) const override
    {
        const MatrixFrame frame = frameFor(m_figureFont, {width, 2000});
        return frame.top() + double(rowCount()) * frame.cellHeight + 1;
    }

    int layout(QSizeF size) override
    {
        m_font = m_figureFont;
        m_pages.clear();
        m_leftOut = {};
        MatrixFrame frame = frameFor(m_font, size);
        if (m_isWhole)
            return layOutPages(frame, size);
        // Smaller letters before anything is left out.
        while (!fits(frame, size) && m_font.pixelSize() > 7 &&
               m_font.pixelSize() - 1 >= m_figureFont.pixelSize() * leastFont) {
            m_font = sized(m_font, m_font.pixelSize() - 1);
            frame = frameFor(m_font, size);
        }
        layOutFitted(frame, size);
        return 1;
    }

    void paint(QPainter& painter, int page) const override
    {
        painter.save();
        painter.setFont(m_font);
        const MatrixLayout& shown = m_pages[static_cast<std::size_t>(page)];
        paintMatrix(painter, shown, m_table, m_style);
        if (const QString text = leftOutText(); !text.isEmpty()) {
            painter.setPen(m_style.theme.dim);
            painter.drawText(QRectF(8, shown.frame.top() + shown.content.height() + 4, shown.size.width() - 8,
                                    shown.frame.lineHeight),
                             Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
        }
        painter.restore();
    }

    std::vector<LegendEntry> legend() const override { return matrixLegend(m_table, m_style.marks); }

    QString note() const override
    {
        QStringList notes;
        if (isSeveral(m_table.spec.rows) || isSeveral(m_table.spec.columns))
            notes << QCoreApplication::translate(
                "Matrix", "An event with several values counts in each; totals count it once.");
        const bool isUncertain =
            std::any_of(m_table.cells.begin(), m_table.cells.end(),
                        [](const CrossCount& cell) { return cell.certain < cell.count; });
        if (isUncertain)
            notes << QCoreApplication::translate("Matrix",
                                                 "Striped: possibly in force, as dates are known in part.");
        if (m_table.total.unpublished > 0)
            notes << QCoreApplication::translate("Matrix", "Dashed: not published.");
        return notes.join(u' ');
    }

    NumberTable numbers() const override { return interdict::numbers(m_table, m_vocabulary); }

    QString toText() const override
    {
        QString text =
            QStringLiteral("matrix %1, font %2\n").arg(crossTitle(m_table.spec)).arg(m_font.pixelSize());
        for (const MatrixLayout& page : m_pages)
            text += page.toText(m_table);
        return text + (leftOutText().isEmpty() ? QString() : leftOutText() + u'\n');
    }

private:
    static bool isSeveral(Facet facet) { return facet != Facet::Country && facetInfo(facet).multiValued; }
    int rowCount() const { return static_cast<int>(m_table.rows.size()); }
    int columnCount() const { return static_cast<int>(m_table.columns.size()); }

    static MatrixMeasures measuresFor(const QFont& font)
    {
        return {textWidthOf(font), std::ceil(QFontMetricsF(font).height()), QLocale()};
    }
    MatrixFrame frameFor(const QFont& font, QSizeF size) const
    {
        return measureMatrix(m_table, measuresFor(font), size);
    }
    bool fits(const MatrixFrame& frame, QSizeF size) const
    {
        return frame.left() + columnCount() * frame.cellWidth <= size.width() &&
               rowsFit(frame, size.height());
    }

    // The line of totals is as high as a row.
    static double lowestCell(const MatrixFrame& frame) { return std::ceil(lowestRow * frame.lineHeight); }
    bool rowsFit(const MatrixFrame& frame, double height) const
    {
        return frame.headHeight + (rowCount() + 1) * lowestCell(frame) <= height;
    }

    MatrixLayout pageOf(const MatrixFrame& frame, QSizeF size, IndexSpan rows, IndexSpan columns) const
    {
        return layoutMatrix({m_table, frame, size, {}, rows, columns, measuresFor(m_font)});
    }
    static int howMany(double room, double size, int atMost)
    {
        return std::clamp(static_cast<int>(std::floor(room / size + 1e-9)), 1, std::max(1, atMost));
    }

    void layOutFitted(MatrixFrame frame, QSizeF size)
    {
        const int columns =
            std::min(columnCount(), howMany(size.width() - frame.left(), frame.cellWidth, columnCount()));
        const bool isFolded = columns < columnCount() || !rowsFit(frame, size.height());
        const double leftOutLine = isFolded ? frame.lineHeight + 6 : 0;
        const double room = size.height() - frame.headHeight - leftOutLine;
        const double highest = std::min(frame.cellHeight, frame.lineHeight) * highestRow;
        frame.cellHeight = std::clamp(std::floor(room / (rowCount() + 1)), lowestCell(frame),
                                      std::max(lowestCell(frame), highest));
        const int rows = howMany(room - frame.cellHeight, frame.cellHeight, rowCount());
        m_leftOut = {rowCount() - rows, columnCount() - columns};
        m_pages.push_back(pageOf(frame, size, {0, rows}, {0, columns}));
    }

    int layOutPages(const MatrixFrame& frame, QSizeF size)
    {
        const int columns = howMany(size.width() - frame.left(), frame.cellWidth, columnCount());
        const int rows = howMany(size.height() - frame.top(), frame.cellHeight, rowCount());
        for (int row = 0; row == 0 || row < rowCount(); row += rows)
            for (int column = 0; column == 0 || column < columnCount(); column += columns)
                m_pages.push_back(pageOf(frame, size, {row, std::min(row + rows, rowCount())},
                                         {column, std::min(column + columns, columnCount())}));
        return static_cast<int>(m_pages.size());
    }

    QString leftOutText() const
    {
        QStringList parts;
        if (m_leftOut.row > 0)
            parts << QCoreApplication::translate("Matrix", "and %n more row(s)", nullptr, m_leftOut.row);
        if (m_leftOut.column > 0)
            parts << QCoreApplication::translate("Matrix", "and %n more column(s)", nullptr,
                                                 m_leftOut.column);
        return parts.join(QStringLiteral(", "));
    }

    CrossTable m_table;
    Vocabulary m_vocabulary;
    bool m_isWhole;
    QFont m_figureFont, m_font;
    MatrixStyle m_style;
    std::vector<MatrixLayout> m_pages;
    CrossSpot m_leftOut{0, 0}; // how many rows and columns
};

} // namespace

Result<std::unique_ptr<FigurePart>> makeMatrixPart(const FigureSpec& spec, const FigureSource& source,
                                                   const FigureStyle& style)
{
    if (spec.matrix.rows == spec.matrix.columns)
        return failure(
            Error::Kind::BadInput,
            QCoreApplication::translate("Matrix", "A matrix needs two facets that differ, not %1 twice.")
                .arg(facetLabel(spec.matrix.rows)));
    auto part = std::make_unique<MatrixPart>(spec, source, style);
    if (part->numbers().rows.size() <= 1)
        return failure(
            Error::Kind::NotFound,
            QCoreApplication::translate(
                "Matrix", "The matrix has nothing to show: no event that matches the filter counts in it."));
    return part;
}

} // namespace interdict
