// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An event's card as a typeset page: where and by whom, its standing, summary, every field, the steps of its
// case, the sources. What does not fit goes on on further pages.
#include "widgets/figure/figurefonts.h"
#include "widgets/figure/figurepainter.h"

#include "model/workspace.h"
#include "widgets/detail/eventfacts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace interdict {

namespace {

constexpr double mostWidth = 62;   // font sizes: a longer line is hard to read
constexpr double labelWidth = 8.5; // of the fields' names
constexpr double mostHeight = 6000;

QString tr(const char* text)
{
    return QCoreApplication::translate("Figure", text);
}

enum class Ink : std::uint8_t { Plain, Dim, Accent };

// A paragraph, with a name or a mark left of its first line.
struct Paragraph
{
    QString text;
    QString label = {};
    std::optional<MarkStyle> mark = {};
    Ink ink = Ink::Plain;
    bool bold = false;
    double before = 0.3;    // font sizes, kept free above it
    double indent = 0;      // font sizes
    double size = 1;        // of the plain text's
    bool keepsNext = false; // a heading: not alone at a page's end
};

struct PlacedLine
{
    FigureTextBox box;
    Ink ink;
    std::optional<MarkStyle> mark; // at its left
};

QString sourceFacts(const Source& source, const QLocale& locale)
{
    QStringList parts;
    if (!source.publisher.isEmpty())
        parts << source.publisher;
    if (source.date)
        parts << source.date->display(locale);
    if (!source.kind.isEmpty())
        parts << source.kind;
    return parts.join(QStringLiteral(" · "));
}

class CardText
{
public:
    CardText(const Workspace& workspace, const FigureStyle& style)
        : m_workspace(workspace)
        , m_scheme(style.theme, workspace.vocabulary(), ColourBy::Measure)
    {
    }

    std::vector<Paragraph> of(Row row, const Event& event)
    {
        const Standing standing = standingOf(m_workspace, row, event, m_locale);
        add({breadcrumbs(m_workspace, event), {}, {}, Ink::Dim, false, 0});
        Paragraph state{standing.text, {}, m_scheme.style(event.measure), Ink::Plain, true};
        state.indent = 1.6;
        if (event.review != ReviewState::Published) {
            state.mark = dashed(*state.mark);
            state.text += QStringLiteral(" · ") + reviewLabel(event.review);
        }
        add(state);
        add({event.summary, {}, {}, Ink::Plain, false, 0.8});
        heading(tr("Facts"));
        for (const Fact& fact : factsOf(m_workspace, row, event, m_locale)) {
            Paragraph field{fact.text, fact.label};
            field.indent = labelWidth;
            add(field);
        }
        addCase(row);
        addSources(event);
        return std::move(m_all);
    }

private:
    void add(Paragraph paragraph)
    {
        if (!paragraph.text.isEmpty())
            m_all.push_back(std::move(paragraph));
    }
    void heading(const QString& text)
    {
        Paragraph paragraph{text, {}, {}, Ink::Plain, true, 1.1};
        paragraph.keepsNext = true;
        add(paragraph);
    }
    void addCase(Row row)
    {
        const std::vector<Row> members = m_workspace.caseOf(row);
        if (members.size() < 2)
            return;
        heading(tr("The case"));
        for (const CaseStep& step : caseSteps(m_workspace, members, m_locale)) {
            Paragraph line{step.relation.isEmpty()
                               ? step.title
                               : QStringLiteral("%1 (%2)").arg(step.title, step.relation)};
            line.label = step.date;
            line.bold = step.row == row;
            line.indent = labelWidth + 4;
            add(line);
        }
    }
    void addSources(const Event& event)
    {
        if (event.sources.empty())
            return;
        heading(tr("Sources"));
        int number = 0;
        for (const Source& source : event.sources) {
            Paragraph title{source.title.isEmpty() ? source.url : source.title,
                            QString::number(++number) + u'.'};
            title.indent = 1.8;
            add(title);
            for (const QString& text : {sourceFacts(source, m_locale), source.url, source.archivedUrl}) {
                const bool isLink = text.startsWith(QLatin1String("http"));
                Paragraph line{
                    text == title.text ? QString() : text, {}, {}, isLink ? Ink::Accent : Ink::Dim};
                line.before = 0;
                line.indent = 1.8;
                line.size = 0.92;
                add(line);
            }
        }
    }

    const Workspace& m_workspace;
    MarkScheme m_scheme;
    QLocale m_locale;
    std::vector<Paragraph> m_all;
};

class CardPart : public FigurePart
{
public:
    CardPart(const Workspace& workspace, Row row, const FigureStyle& style);

    double heightFor(double width) const override;
    int layout(QSizeF size) override;
    void paint(QPainter& painter, int page) const override;
    NumberTable numbers() const override { return m_numbers; }
    QString toText() const override;

private:
    double em() const { return m_style.font.pixelSize(); }
    std::vector<std::vector<PlacedLine>> set(QSizeF size) const;

    FigureStyle m_style;
    std::vector<Paragraph> m_text;
    NumberTable m_numbers;
    std::vector<std::vector<PlacedLine>> m_pages;
};

CardPart::CardPart(const Workspace& workspace, Row row, const FigureStyle& style)
    : m_style(style)
{
    const Event event = workspace.event(row);
    m_text = CardText(workspace, style).of(row, event);
    m_numbers.title = event.title;
    m_numbers.headers = {tr("Field"), tr("Value")};
    m_numbers.rows.push_back({tr("Id"), event.uid});
    m_numbers.rows.push_back({tr("Title"), event.title});
    m_numbers.rows.push_back({tr("Summary"), event.summary});
    for (const Fact& fact : factsOf(workspace, row, event, QLocale()))
        m_numbers.rows.push_back({fact.label, fact.text});
    for (const Source& source : event.sources)
        m_numbers.rows.push_back({tr("Source"), source.url});
}

// Line by line down the page; a heading goes on to the next page with what it heads.
std::vector<std::vector<PlacedLine>> CardPart::set(QSizeF size) const
{
    std::vector<std::vector<PlacedLine>> pages(1);
    const double width = std::min(size.width(), mostWidth * em());
    double y = 0;
    for (std::size_t i = 0; i < m_text.size(); ++i) {
        const Paragraph& paragraph = m_text[i];
        const FigureFont font{std::max(7.0, std::round(em() * paragraph.size)), paragraph.bold};
        const TextWidth textWidth = textWidthOf(sized(m_style.font, font.size, font.bold));
        const double line = std::ceil(font.size * figureLineHeight);
        // Where a page is narrow, the names of fields leave half of it to their values.
        const double indent = std::min(paragraph.indent * em(), width * 0.42);
        const double kept = paragraph.keepsNext ? em() * 0.3 + line : 0;
        y += pages.back().empty() ? 0 : paragraph.before * em();
        const QStringList lines = wrappedText(paragraph.text, width - indent, 1000, textWidth);
        const auto breakIfFull = [&](double height) {
            if (y + height <= size.height() + 0.5 || pages.back().empty())
                return;
            pages.emplace_back();
            y = 0;
        };
        const QStringList names =
            wrappedText(paragraph.label, indent - em() * 0.6, 3, textWidthOf(sized(m_style.font, font.size)));
        breakIfFull(line + kept);
        for (qsizetype n = 0; n < std::max(lines.size(), paragraph.label.isEmpty() ? 0 : names.size()); ++n) {
            breakIfFull(line);
            if (!paragraph.label.isEmpty() && n < names.size())
                pages.back().push_back(
                    {{QRectF(0, y, indent - em() * 0.6, line), {names[n]}, {font.size}}, Ink::Dim, {}});
            if (n < lines.size())
                pages.back().push_back({{QRectF(indent, y, width - indent, line), {lines[n]}, font},
                                        paragraph.ink,
                                        n == 0 ? paragraph.mark : std::nullopt});
            y += line;
        }
    }
    return pages;
}

double CardPart::heightFor(double width) const
{
    const auto pages = set({width, mostHeight});
    return pages.size() > 1 || pages.front().empty() ? mostHeight
                                                     : std::ceil(pages.front().back().box.rect.bottom());
}

int CardPart::layout(QSizeF size)
{
    m_pages = set(size);
    return static_cast<int>(m_pages.size());
}

void CardPart::paint(QPainter& painter, int page) const
{
    const Theme& theme = m_style.theme;
    for (const PlacedLine& line : m_pages[static_cast<std::size_t>(page)]) {
        const QColor ink = line.ink == Ink::Plain ? theme.ink
                           : line.ink == Ink::Dim ? theme.dim
                                                  : theme.accent;
        paintFigureText(painter, line.box, m_style.font, ink);
        if (line.mark)
            paintMark(painter, *line.mark, {em() * 0.6, line.box.rect.center().y()}, em(),
                      markOutline(*line.mark, theme));
    }
}

QString CardPart::toText() const
{
    QStringList lines;
    for (const auto& page : m_pages) {
        for (const PlacedLine& line : page)
            lines << QStringLiteral("%1,%2 %3")
                         .arg(std::lround(line.box.rect.left()))
                         .arg(std::lround(line.box.rect.top()))
                         .arg(line.box.lines.value(0));
        lines << QStringLiteral("--");
    }
    return lines.join(u'\n');
}

} // namespace

Result<std::unique_ptr<FigurePart>> makeCardPart(const FigureSpec& spec, const FigureSource& source,
                                                 const FigureStyle& style)
{
    if (spec.event.isEmpty())
        return failure(Error::Kind::BadInput,
                       tr("No event is named: choose one to make a figure of its card."));
    const auto row = source.workspace.rowOf(spec.event);
    if (!row)
        return failure(Error::Kind::NotFound,
                       tr("No event has the id “%1”; it may have been deleted.").arg(spec.event));
    return std::make_unique<CardPart>(source.workspace, *row, style);
}

} // namespace interdict
