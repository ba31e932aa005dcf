// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/pagestrips.h"

#include "model/event/webaddress.h"
#include "widgets/figure/figurefonts.h"

#include <QCoreApplication>

#include <cmath>

namespace interdict {

namespace {

// px, of a page of paper
constexpr double bodySize = 13, cellSize = 11.5, smallSize = 10.5, noteSize = 10.5;
constexpr double lineShare = 1.42;     // of a line's height to its letters'
constexpr double baselineShare = 0.72; // of the line's height, above the baseline
constexpr double markGutter = 18, bulletIndent = 16, numberIndent = 30, cellGap = 12, cellPadding = 5;

struct Look // of a stretch of paragraphs
{
    double size = bodySize;
    QColor colour;
    bool bold = false;
    double lineHeight() const { return std::round(size * lineShare); }
};

struct Laid // text broken into lines
{
    std::shared_ptr<QTextLayout> layout;
    std::vector<double> heights; // of lines
    struct Citation
    {
        int start, end, note;
    };
    std::vector<Citation> citations; // by place in the text
    double height() const
    {
        double sum = 0;
        for (const double one : heights)
            sum += one;
        return sum;
    }
};

class StripMaker
{
public:
    StripMaker(const BriefingPictures& pictures, const QFont& font, const Theme& theme, double width,
               double room)
        : m_pictures(pictures)
        , m_font(font)
        , m_theme(theme)
        , m_width(width)
        , m_room(room)
    {
    }

    void addTitle(const Briefing& briefing);
    void addSection(const BriefingSection& section);
    std::vector<StripContent> take() { return std::move(m_strips); }

    void operator()(const BriefingHeading& block);
    void operator()(const BriefingParagraph& block);
    void operator()(const BriefingList& block);
    void operator()(const BriefingTable& block);
    void operator()(const BriefingPicture& block);
    void operator()(const BriefingSources& block);

private:
    Laid lay(const BriefingText& text, const Look& look, double width) const;
    QTextCharFormat formatOf(const BriefingRun& run, const Look& look) const;
    void addLines(const Laid& laid, double x, double before);
    static void place(const Laid& laid, int line, QPointF baseline, StripContent& content);
    void addHeading(const QString& text, const Look& look, double before, double after);
    void addRow(std::vector<Laid> cells, const std::vector<double>& lefts, std::optional<MeasureClass> mark,
                int head);
    Look body() const { return {bodySize, m_theme.ink}; }
    Look quietLook(double size) const { return {size, m_theme.dim}; }

    const BriefingPictures& m_pictures;
    QFont m_font;
    Theme m_theme;
    double m_width;
    double m_room;
    std::vector<StripContent> m_strips;
};

QTextCharFormat StripMaker::formatOf(const BriefingRun& run, const Look& look) const
{
    const bool isQuiet = run.look == BriefingRun::Look::Quiet;
    QTextCharFormat format;
    format.setFont(sized(m_font, isQuiet ? std::min(look.size, smallSize) : look.size,
                         look.bold || run.look == BriefingRun::Look::Strong));
    format.setForeground(isQuiet ? m_theme.dim : look.colour);
    if (run.note > 0) {
        format.setFont(sized(m_font, look.size * 0.92));
        format.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
        format.setForeground(m_theme.accent);
    }
    if (isWebAddress(run.url)) {
        format.setAnchor(true);
        format.setAnchorHref(run.url);
        format.setForeground(isQuiet ? mixed(m_theme.accent, m_theme.dim, 0.5) : m_theme.accent);
    }
    return format;
}

// An address as it is printed: without what every address begins with.
QString printed(const BriefingRun& run)
{
    if (run.text != run.url)
        return run.text;
    QString text = run.text;
    for (const char* begin : {"https://", "http://", "www."})
        if (text.startsWith(QLatin1String(begin)))
            text.remove(0, static_cast<qsizetype>(qstrlen(begin)));
    return text.endsWith(u'/') ? text.chopped(1) : text;
}

Laid StripMaker::lay(const BriefingText& text, const Look& look, double width) const
{
    QString whole;
    QList<QTextLayout::FormatRange> formats;
    Laid laid;
    const BriefingRun* before = nullptr;
    for (const BriefingRun& run : text) {
        QString shown = printed(run);
        if (run.note > 0 && before && before->note > 0)
            shown.prepend(QStringLiteral(","));
        shown.replace(u'\n', QChar(QChar::LineSeparator));
        formats.append({static_cast<int>(whole.size()), static_cast<int>(shown.size()), formatOf(run, look)});
        if (run.note > 0)
            laid.citations.push_back(
                {static_cast<int>(whole.size()), static_cast<int>(whole.size() + shown.size()), run.note});
        whole += shown;
        before = &run;
    }
    laid.layout = std::make_shared<QTextLayout>(whole, sized(m_font, look.size, look.bold));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    laid.layout->setTextOption(option);
    laid.layout->setFormats(formats);
    laid.layout->setCacheEnabled(true);
    laid.layout->beginLayout();
    for (QTextLine line = laid.layout->createLine(); line.isValid(); line = laid.layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, 0});
        laid.heights.push_back(look.lineHeight());
    }
    laid.layout->endLayout();
    return laid;
}

// Puts a line into a strip, and notes where on it sources are cited.
void StripMaker::place(const Laid& laid, int line, QPointF baseline, StripContent& content)
{
    content.lines.push_back({laid.layout, line, baseline});
    const QTextLine shown = laid.layout->lineAt(line);
    const int begin = shown.textStart();
    const int end = begin + shown.textLength();
    for (const Laid::Citation& citation : laid.citations) {
        if (citation.end <= begin || citation.start >= end)
            continue;
        const double left = shown.cursorToX(std::max(citation.start, begin));
        const double right = shown.cursorToX(std::min(citation.end, end));
        const double height = shown.ascent();
        content.citations.emplace_back(
            citation.note, QRectF(baseline.x() + left, baseline.y() - height, right - left, height));
    }
}

// A strip a line; neither the first nor the last line stands alone.
void StripMaker::addLines(const Laid& laid, double x, double before)
{
    const std::size_t count = laid.heights.size();
    for (std::size_t i = 0; i < count; ++i) {
        StripContent content;
        content.strip = {i == 0 ? before : 0, laid.heights[i], i + 1 < count && (i == 0 || i + 2 == count)};
        place(laid, static_cast<int>(i), {x, laid.heights[i] * baselineShare}, content);
        m_strips.push_back(std::move(content));
    }
}

void StripMaker::addHeading(const QString& text, const Look& look, double before, double after)
{
    const std::size_t first = m_strips.size();
    addLines(lay({{text}}, look, m_width), 0, before);
    for (std::size_t i = first; i < m_strips.size(); ++i)
        m_strips[i].strip.keepsNext = true;
    m_strips.back().strip.height += after;
}

void StripMaker::addTitle(const Briefing& briefing)
{
    addLines(lay({{QCoreApplication::translate("Briefing", "BRIEFING")}}, {smallSize, m_theme.accent, true},
                 m_width),
             0, 0);
    addHeading(briefing.title, {26, m_theme.ink, true}, 2, 2);
    if (!briefing.subtitle.isEmpty())
        addHeading(briefing.subtitle, {15, m_theme.ink}, 0, 2);
    addHeading(QStringLiteral("%1 · %2").arg(briefing.stamp, briefing.provenance), quietLook(smallSize + 1),
               2, 10);
    m_strips.back().rules.push_back(m_strips.back().strip.height);
    for (StripContent& content : m_strips)
        content.strip.keepsNext = true;
}

void StripMaker::addSection(const BriefingSection& section)
{
    const std::size_t heading = m_strips.size();
    addHeading(section.title, {17, m_theme.ink, true}, 26, 5);
    m_strips[heading].bookmark = section.title;
    for (const BriefingBlock& block : section.blocks)
        std::visit(*this, block);
}

void StripMaker::operator()(const BriefingHeading& block)
{
    const std::size_t heading = m_strips.size();
    addHeading(block.text, {bodySize + 0.5, m_theme.ink, true}, 14, 2);
    m_strips[heading].bookmark = block.text;
    m_strips[heading].bookmarkLevel = 1;
}

void StripMaker::operator()(const BriefingParagraph& block)
{
    addLines(lay(block.text, block.isQuiet ? Look{smallSize + 0.5, m_theme.ink} : body(), m_width), 0,
             block.isQuiet ? 5 : 3);
}

void StripMaker::operator()(const BriefingList& block)
{
    for (const BriefingText& item : block.items) {
        const Laid laid = lay(item, body(), m_width - bulletIndent);
        const std::size_t first = m_strips.size();
        addLines(laid, bulletIndent, 6);
        const Laid bullet = lay({{QStringLiteral("•")}}, {bodySize, m_theme.accent, true}, bulletIndent);
        m_strips[first].lines.push_back({bullet.layout, 0, {2, laid.heights.front() * baselineShare}});
    }
}

// Its lines stand in one strip, unless it is higher than a page.
void StripMaker::addRow(std::vector<Laid> cells, const std::vector<double>& lefts,
                        std::optional<MeasureClass> mark, int head)
{
    std::size_t lines = 1;
    double lineHeight = 0;
    for (const Laid& cell : cells) {
        lines = std::max(lines, cell.heights.size());
        if (!cell.heights.empty())
            lineHeight = std::max(lineHeight, cell.heights.front());
    }
    const double height = static_cast<double>(lines) * lineHeight;
    const auto perStrip = height + 2 * cellPadding <= m_room * 0.8 ? lines : std::size_t(1);
    for (std::size_t first = 0; first < lines; first += perStrip) {
        StripContent content;
        const bool isFirst = first == 0;
        const bool isLast = first + perStrip >= lines;
        const double top = isFirst ? cellPadding : 0;
        content.strip = {0, top + static_cast<double>(perStrip) * lineHeight + (isLast ? cellPadding : 0),
                         false, head};
        for (std::size_t column = 0; column < cells.size(); ++column)
            for (std::size_t line = first; line < std::min(first + perStrip, cells[column].heights.size());
                 ++line)
                place(cells[column], static_cast<int>(line),
                      {lefts[column], top + (static_cast<double>(line - first) + baselineShare) * lineHeight},
                      content);
        if (isFirst && mark)
            content.marks.push_back({*mark, {markSize / 2, top + lineHeight * (baselineShare - 0.24)}});
        if (isLast)
            content.rules.push_back(content.strip.height);
        m_strips.push_back(std::move(content));
    }
}

void StripMaker::operator()(const BriefingTable& block)
{
    const bool hasMarks = std::any_of(block.rows.begin(), block.rows.end(),
                                      [](const BriefingRow& row) { return row.mark.has_value(); });
    const double gutter = hasMarks ? markGutter : 0;
    const auto columns = block.parts.size();
    int sum = 0;
    for (const int part : block.parts)
        sum += part;
    const double free = m_width - gutter - cellGap * static_cast<double>(columns - 1);
    std::vector<double> lefts;
    std::vector<double> widths;
    double x = gutter;
    for (const int part : block.parts) {
        lefts.push_back(x);
        widths.push_back(free * part / sum);
        x += widths.back() + cellGap;
    }
    int head = -1;
    if (!block.headers.isEmpty()) {
        std::vector<Laid> cells;
        for (std::size_t i = 0; i < columns; ++i)
            cells.push_back(
                lay({{block.headers[static_cast<qsizetype>(i)]}}, {smallSize, m_theme.dim, true}, widths[i]));
        head = static_cast<int>(m_strips.size());
        addRow(std::move(cells), lefts, std::nullopt, -1);
        m_strips.back().strip.keepsNext = true;
        m_strips.back().strip.before = 4;
    }
    for (const BriefingRow& row : block.rows) {
        std::vector<Laid> cells;
        for (std::size_t i = 0; i < columns; ++i)
            cells.push_back(lay(row.cells[i], {cellSize, m_theme.ink}, widths[i]));
        addRow(std::move(cells), lefts, row.mark, head);
    }
}

void StripMaker::operator()(const BriefingPicture& block)
{
    const Figure* figure = m_pictures.of(block.kind);
    if (!figure)
        return;
    const Laid caption = lay({{block.caption}}, quietLook(smallSize + 0.5), m_width);
    StripContent content;
    const QSizeF size = figure->size();
    content.strip = {8, size.height(), true};
    content.pictures.push_back({block.kind, QRectF({(m_width - size.width()) / 2, 0}, size)});
    m_strips.push_back(std::move(content));
    addLines(caption, 0, 0);
    m_strips.back().strip.height += 8;
}

void StripMaker::operator()(const BriefingSources& block)
{
    for (std::size_t i = 0; i < block.items.size(); ++i) {
        const Laid laid = lay(block.items[i], {noteSize, m_theme.ink}, m_width - numberIndent);
        const std::size_t first = m_strips.size();
        addLines(laid, numberIndent, 3);
        m_strips[first].source = static_cast<int>(i) + 1;
        const Laid number = lay({{QString::number(i + 1)}}, quietLook(noteSize), numberIndent);
        const double x = numberIndent - 8 - number.layout->lineAt(0).naturalTextWidth();
        m_strips[first].lines.push_back({number.layout, 0, {x, laid.heights.front() * baselineShare}});
    }
}

} // namespace

QString StripContent::text() const
{
    QStringList texts;
    for (const StripLine& line : lines) {
        const QTextLine laid = line.layout->lineAt(line.line);
        texts << line.layout->text()
                     .mid(laid.textStart(), laid.textLength())
                     .replace(QChar(QChar::LineSeparator), QString());
    }
    return texts.join(QStringLiteral(" | "));
}

double StripContent::right() const
{
    double most = 0;
    for (const StripLine& line : lines)
        most = std::max(most, line.baseline.x() + line.layout->lineAt(line.line).naturalTextWidth());
    return most;
}

std::vector<StripContent> stripsOf(const Briefing& briefing, const BriefingPictures& pictures,
                                   const QFont& font, const Theme& theme, double width, double room)
{
    StripMaker maker(pictures, font, theme, width, room);
    maker.addTitle(briefing);
    for (const BriefingSection& section : briefing.sections)
        maker.addSection(section);
    return maker.take();
}

StripLine lineOf(const QString& text, const QFont& font, const QColor& colour)
{
    auto layout = std::make_shared<QTextLayout>(text, font);
    QTextCharFormat format;
    format.setFont(font);
    format.setForeground(colour);
    layout->setFormats({{0, static_cast<int>(text.size()), format}});
    layout->beginLayout();
    layout->createLine().setNumColumns(static_cast<int>(text.size()));
    layout->endLayout();
    return {layout, 0, {}};
}

} // namespace interdict
