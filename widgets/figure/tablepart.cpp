// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The event table on a page: as many of the table's columns as fit, text in lines, the head on every page.
#include "widgets/figure/figurefonts.h"
#include "widgets/figure/figurepainter.h"

#include "model/analysis/inforce.h"
#include "model/workspace.h"
#include "widgets/table/eventcolumns.h"
#include "widgets/timeline/timelinelanes.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace interdict {

namespace {

constexpr std::size_t mostRows = 100'000; // three thousand pages
constexpr int mostLines = 4;              // of a cell
constexpr int mostRowsFitted = 40;        // on a page that is as high as its content
constexpr double mostHeight = 6000;       // px, of such a page where all rows are asked for
constexpr double cellGap = 1.2;           // font sizes, between columns
constexpr double rowPadding = 0.4;        // above and below a row's text
constexpr double markWidth = 1.6;         // of the mark before a row

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("Figure", text, nullptr, n);
}

// The columns that a page takes, the most wanted first, each with the width that it needs and its share of
// what is left, in font sizes.
struct ColumnChoice
{
    const char* id; // of eventColumns()
    double least, share;
};
constexpr ColumnChoice choices[] = {{"date", 6.6, 0},      {"country", 7.5, 0.7}, {"title", 16, 4},
                                    {"measure", 8.5, 0.7}, {"platform", 7, 0.7},  {"status", 6, 0.2},
                                    {"concern", 12, 1.5},  {"end", 6.6, 0},       {"authority", 11, 1.5}};
// The order in which they stand.
constexpr const char* order[] = {"date",   "end",      "country", "authority", "measure",
                                 "status", "platform", "concern", "title"};

struct Column
{
    EventColumn source;
    double left = 0, width = 0; // px
};

struct TableRow
{
    MarkStyle mark;
    std::vector<FigureTextBox> cells; // where they stand in the row
    double height = 0;
};

QString headText(const EventColumn& column)
{
    return column.id == QLatin1String("country") ? tr("Place") : column.title;
}

// A country's part is named with it.
QString cellText(const EventColumn& column, const Workspace& workspace, Row row, const QLocale& locale)
{
    const QString text = column.text(workspace, row, locale);
    const QString place = workspace.columns().placeCode(row);
    if (column.id != QLatin1String("country") || place == workspace.columns().countryCode(row))
        return text;
    return QStringLiteral("%1, %2").arg(workspace.gazetteer().name(place), text);
}

class TablePart : public FigurePart
{
public:
    TablePart(const FigureSpec& spec, const FigureSource& source, const FigureStyle& style);

    double heightFor(double width) const override;
    QSizeF leastSize() const override
    {
        return {16 * em(), 2 * headHeight() + (mostLines + 1) * lineHeight()};
    }
    int layout(QSizeF size) override;
    void paint(QPainter& painter, int page) const override;
    std::vector<LegendEntry> legend() const override { return m_legend; }
    NumberTable numbers() const override { return m_numbers; }
    QString toText() const override;

private:
    struct Page
    {
        std::size_t begin = 0, end = 0; // of m_set
        QString more;
    };

    double em() const { return m_style.font.pixelSize(); }
    double lineHeight() const { return em() * figureLineHeight; }
    double headHeight() const { return std::ceil(lineHeight() + em() * 2 * rowPadding); }
    std::vector<Column> columnsFor(double width) const;
    TableRow setRow(Row row, const std::vector<Column>& columns) const;
    FigureTextBox cell(const QString& text, const Column& column, int most, bool bold) const;
    void paintRow(QPainter& painter, const TableRow& row, double top) const;
    void noteLegend(const FigureSource& source);
    QString moreText(std::size_t shown) const;
    void layOutFitted(double height);
    void layOutPages(double height);

    FigureStyle m_style;
    bool m_isAll;
    const Workspace* m_workspace; // until it is laid out
    std::vector<Row> m_rows;
    MarkScheme m_scheme;
    RowStyles m_styles;
    TextWidth m_textWidth, m_boldWidth;
    std::vector<LegendEntry> m_legend;
    NumberTable m_numbers;
    std::vector<Column> m_columns;
    double m_width = 0;
    std::vector<TableRow> m_set; // those that have been laid out
    std::vector<Page> m_pages;
};

TablePart::TablePart(const FigureSpec& spec, const FigureSource& source, const FigureStyle& style)
    : m_style(style)
    , m_isAll(spec.extent == FigureExtent::All)
    , m_workspace(&source.workspace)
    , m_rows(source.rows)
    , m_scheme(style.theme, source.workspace.vocabulary(), spec.colours)
    , m_styles(m_scheme, source.workspace.columns())
    , m_textWidth(textWidthOf(style.font))
    , m_boldWidth(textWidthOf(sized(style.font, style.font.pixelSize(), true)))
{
    noteLegend(source);
    m_numbers.title = tr("Events");
    const std::vector<EventColumn> columns = eventColumns();
    m_numbers.headers << tr("Id");
    for (const EventColumn& column : columns)
        m_numbers.headers << column.title;
    const QLocale locale;
    for (const Row row : m_rows) {
        std::vector<NumberCell> cells{m_workspace->brief(row).uid};
        for (const EventColumn& column : columns)
            cells.emplace_back(column.text(*m_workspace, row, locale));
        m_numbers.rows.push_back(std::move(cells));
    }
}

void TablePart::noteLegend(const FigureSource& source)
{
    const Columns& columns = m_workspace->columns();
    const std::size_t plain = m_scheme.legend().size() + 1;
    std::vector<bool> used(m_styles.styles().size());
    for (const FigurePanel& panel : source.panels)
        for (const Row row : panel.rows)
            used[m_styles.of(columns, row)] = true;
    bool isAnyDashed = false;
    for (std::size_t style = plain; style < used.size(); ++style) {
        isAnyDashed = isAnyDashed || used[style];
        used[style - plain] = used[style - plain] || used[style];
    }
    for (std::size_t entry = 0; entry + 1 < plain; ++entry)
        if (used[entry])
            m_legend.push_back(m_scheme.legend()[entry]);
    if (isAnyDashed)
        m_legend.push_back(unpublishedEntry(m_style.theme));
}

std::vector<Column> TablePart::columnsFor(double width) const
{
    const std::vector<EventColumn> all = eventColumns();
    const auto find = [&](const char* id) {
        return std::find_if(all.begin(), all.end(),
                            [id](const EventColumn& column) { return column.id == QLatin1String(id); });
    };
    const double room = width / em() - markWidth;
    double taken = -cellGap;
    double shares = 0;
    std::vector<ColumnChoice> chosen;
    for (const ColumnChoice& choice : choices) {
        if (taken + cellGap + choice.least > room && !chosen.empty())
            break;
        taken += cellGap + choice.least;
        shares += choice.share;
        chosen.push_back(choice);
    }
    const double left = std::max(0.0, room - taken);
    std::vector<Column> columns;
    double x = markWidth * em();
    for (const char* id : order) {
        const auto choice = std::find_if(chosen.begin(), chosen.end(), [id](const ColumnChoice& c) {
            return QLatin1String(c.id) == QLatin1String(id);
        });
        if (choice == chosen.end())
            continue;
        const double own = (choice->least + (shares > 0 ? left * choice->share / shares : 0)) * em();
        columns.push_back({*find(id), x, std::min(own, width - x)});
        x += own + cellGap * em();
    }
    return columns;
}

FigureTextBox TablePart::cell(const QString& text, const Column& column, int most, bool bold) const
{
    FigureTextBox box;
    box.font = {em(), bold};
    box.lines = wrappedText(text, column.width, most, bold ? m_boldWidth : m_textWidth);
    box.rect = {column.left, em() * rowPadding, column.width,
                std::ceil(double(box.lines.size()) * lineHeight())};
    return box;
}

TableRow TablePart::setRow(Row row, const std::vector<Column>& columns) const
{
    TableRow result;
    result.mark = m_styles.styles()[m_styles.of(m_workspace->columns(), row)];
    const QLocale locale;
    for (const Column& column : columns) {
        result.cells.push_back(
            cell(cellText(column.source, *m_workspace, row, locale), column, mostLines, false));
        result.height = std::max(result.height, result.cells.back().rect.height());
    }
    result.height = std::ceil(result.height + 2 * em() * rowPadding);
    return result;
}

double TablePart::heightFor(double width) const
{
    const std::vector<Column> columns = columnsFor(width);
    const std::size_t most =
        m_isAll ? m_rows.size() : std::min(m_rows.size(), static_cast<std::size_t>(mostRowsFitted));
    double height = headHeight();
    for (std::size_t i = 0; i < most && height < mostHeight; ++i)
        height += setRow(m_rows[i], columns).height;
    if (most < m_rows.size())
        height += headHeight();
    return std::ceil(std::min(height, mostHeight));
}

QString TablePart::moreText(std::size_t shown) const
{
    return tr("and %Ln more event(s)", static_cast<int>(m_rows.size() - shown));
}

void TablePart::layOutFitted(double height)
{
    double y = headHeight();
    std::size_t shown = 0;
    for (; shown < m_rows.size(); ++shown) {
        TableRow row = setRow(m_rows[shown], m_columns);
        const bool isLast = shown + 1 == m_rows.size();
        if (y + row.height + (isLast ? 0 : headHeight()) > height + 0.5)
            break;
        y += row.height;
        m_set.push_back(std::move(row));
    }
    m_pages.push_back({0, shown, shown < m_rows.size() ? moreText(shown) : QString()});
}

void TablePart::layOutPages(double height)
{
    double y = headHeight();
    Page page;
    for (const Row row : m_rows) {
        TableRow set = setRow(row, m_columns);
        if (y + set.height > height + 0.5 && m_set.size() > page.begin) {
            page.end = m_set.size();
            m_pages.push_back(page);
            page.begin = m_set.size();
            y = headHeight();
        }
        y += set.height;
        m_set.push_back(std::move(set));
    }
    page.end = m_set.size();
    m_pages.push_back(page);
}

int TablePart::layout(QSizeF size)
{
    m_width = size.width();
    m_columns = columnsFor(m_width);
    m_set.clear();
    m_pages.clear();
    if (m_isAll)
        layOutPages(size.height());
    else
        layOutFitted(size.height());
    return static_cast<int>(m_pages.size());
}

void TablePart::paintRow(QPainter& painter, const TableRow& row, double top) const
{
    painter.save();
    painter.translate(0, top);
    const QPointF centre(em() * 0.6, em() * rowPadding + lineHeight() / 2);
    paintMark(painter, row.mark, centre, em() * 0.9, markOutline(row.mark, m_style.theme));
    for (const FigureTextBox& box : row.cells)
        paintFigureText(painter, box, m_style.font, m_style.theme.ink);
    painter.restore();
}

void TablePart::paint(QPainter& painter, int page) const
{
    const Theme& theme = m_style.theme;
    const Page& shown = m_pages[static_cast<std::size_t>(page)];
    const auto rule = [&](double y, const QColor& colour, double width) {
        painter.fillRect(QRectF(0, y - width / 2, m_width, width), colour);
    };
    for (const Column& column : m_columns)
        paintFigureText(painter, cell(headText(column.source), column, 1, true), m_style.font, theme.dim);
    double y = headHeight();
    rule(y, theme.dim, 1);
    for (std::size_t i = shown.begin; i < shown.end; ++i) {
        paintRow(painter, m_set[i], y);
        y += m_set[i].height;
        rule(y, theme.line, 0.8);
    }
    if (!shown.more.isEmpty()) {
        painter.save();
        painter.translate(0, y);
        paintFigureText(painter, cell(shown.more, {{}, 0, m_width}, 1, false), m_style.font, theme.dim);
        painter.restore();
    }
}

QString TablePart::toText() const
{
    QStringList lines;
    const auto row = [&lines](const std::vector<FigureTextBox>& cells) {
        QStringList texts;
        for (const FigureTextBox& box : cells)
            texts << box.lines.join(QStringLiteral(" / "));
        lines << texts.join(QStringLiteral(" | "));
    };
    for (const Page& page : m_pages) {
        QStringList head;
        for (const Column& column : m_columns)
            head << QStringLiteral("%1 %2+%3")
                        .arg(column.source.id)
                        .arg(std::lround(column.left))
                        .arg(std::lround(column.width));
        lines << head.join(QStringLiteral(" | "));
        for (std::size_t i = page.begin; i < page.end; ++i)
            row(m_set[i].cells);
        if (!page.more.isEmpty())
            lines << page.more;
        lines << QStringLiteral("--");
    }
    return lines.join(u'\n');
}

} // namespace

Result<std::unique_ptr<FigurePart>> makeTablePart(const FigureSpec& spec, const FigureSource& source,
                                                  const FigureStyle& style)
{
    if (source.rows.size() > mostRows)
        return failure(
            Error::Kind::BadInput,
            tr("A table as a figure has %Ln events at most. Narrow the filter, or export the table.",
               static_cast<int>(mostRows)));
    return std::make_unique<TablePart>(spec, source, style);
}

} // namespace interdict
