// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/briefinghtml.h"

#include "model/event/webaddress.h"
#include "widgets/briefing/htmlstyle.h"
#include "widgets/figure/figurefile.h"
#include "widgets/figure/svgwriter.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <set>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Briefing", text);
}

// Signs that no document may hold are left out.
QString escaped(const QString& text)
{
    QString clean;
    for (const QChar c : text)
        if ((c >= u' ' || c == u'\n') && c != QChar(0xFFFE) && c != QChar(0xFFFF))
            clean += c == u'\n' ? u' ' : c;
    return clean.toHtmlEscaped();
}

// An SVG file as an element within the page: without the file's own head and metadata, and with names that
// no other one has.
QString inlineSvg(const QByteArray& file, const QString& name)
{
    QString svg = QString::fromUtf8(file);
    svg.remove(0, svg.indexOf(QLatin1String("<svg")));
    static const QRegularExpression metadata(QStringLiteral("<metadata\\b.*</metadata>\\s*"),
                                             QRegularExpression::DotMatchesEverythingOption);
    svg.remove(metadata);
    static const QRegularExpression ids(QStringLiteral("\\bid=\"([^\"]+)\""));
    static const QRegularExpression uses(QStringLiteral("(url\\(#|href=\"#)"));
    svg.replace(ids, QStringLiteral("id=\"%1-\\1\"").arg(name));
    svg.replace(uses, QStringLiteral("\\1%1-").arg(name));
    static const QRegularExpression size(QStringLiteral("(<svg[^>]*?) width=\"[^\"]*\" height=\"[^\"]*\""));
    svg.replace(size, QStringLiteral("\\1"));
    return svg.trimmed();
}

class HtmlWriter
{
public:
    HtmlWriter(const Briefing& briefing, const BriefingPictures& light, const BriefingPictures& dark,
               Day made)
        : m_briefing(briefing)
        , m_light(light)
        , m_dark(dark)
        , m_made(made)
    {
    }

    Result<QByteArray> write();

    void operator()(const BriefingHeading& block)
    {
        m_out += QStringLiteral("<h3>%1</h3>\n").arg(escaped(block.text));
    }
    void operator()(const BriefingParagraph& block)
    {
        m_out += QStringLiteral("<p%1>").arg(block.isQuiet ? QStringLiteral(" class=\"small\"") : QString()) +
                 runs(block.text) + QStringLiteral("</p>\n");
    }
    void operator()(const BriefingList& block);
    void operator()(const BriefingTable& block);
    void operator()(const BriefingPicture& block);
    void operator()(const BriefingSources& block);

private:
    QString runs(const BriefingText& text);
    QString citation(const BriefingRun& run);
    void writeHead(const QByteArray& style);
    void writeContents();
    void addPicture(const BriefingPicture& block, const BriefingPictures& pictures, const QString& dress);

    const Briefing& m_briefing;
    const BriefingPictures& m_light;
    const BriefingPictures& m_dark;
    Day m_made;
    QString m_out;
    std::set<int> m_cited; // those whose first citation stands already
    std::optional<Error> m_error;
};

// The first one of each source is where the source leads back to.
QString HtmlWriter::citation(const BriefingRun& run)
{
    const bool isFirst = m_cited.insert(run.note).second;
    const QString id = isFirst ? QStringLiteral(" id=\"cite-%1\"").arg(run.note) : QString();
    return QStringLiteral("<a%1 href=\"#source-%2\">%2</a>").arg(id).arg(run.note);
}

QString HtmlWriter::runs(const BriefingText& text)
{
    QString out;
    bool isCiting = false;
    for (const BriefingRun& run : text) {
        if (run.note > 0) {
            out += (isCiting ? QStringLiteral(",") : QStringLiteral("<sup>")) + citation(run);
            isCiting = true;
            continue;
        }
        if (std::exchange(isCiting, false))
            out += QStringLiteral("</sup>");
        QStringList lines;
        for (const QString& line : run.text.split(u'\n'))
            lines << escaped(line);
        QString shown = lines.join(QStringLiteral("<br />"));
        if (isWebAddress(run.url))
            shown = QStringLiteral("<a href=\"%1\" rel=\"noreferrer\">%2</a>").arg(escaped(run.url), shown);
        if (run.look == BriefingRun::Look::Strong)
            shown = QStringLiteral("<strong>%1</strong>").arg(shown);
        else if (run.look == BriefingRun::Look::Quiet)
            shown = QStringLiteral("<span class=\"quiet\">%1</span>").arg(shown);
        out += shown;
    }
    return isCiting ? out + QStringLiteral("</sup>") : out;
}

void HtmlWriter::operator()(const BriefingList& block)
{
    m_out += QStringLiteral("<ul>\n");
    for (const BriefingText& item : block.items)
        m_out += QStringLiteral("<li>") + runs(item) + QStringLiteral("</li>\n");
    m_out += QStringLiteral("</ul>\n");
}

void HtmlWriter::operator()(const BriefingTable& block)
{
    m_out +=
        QStringLiteral("<div class=\"wide\"><table aria-label=\"%1\">\n<colgroup>").arg(escaped(block.name));
    int sum = 0;
    for (const int part : block.parts)
        sum += part;
    for (const int part : block.parts)
        m_out += QStringLiteral("<col style=\"width:%1%\" />").arg(100 * part / std::max(sum, 1));
    m_out += QStringLiteral("</colgroup>\n");
    if (!block.headers.isEmpty()) {
        m_out += QStringLiteral("<thead><tr>");
        for (const QString& header : block.headers)
            m_out += QStringLiteral("<th scope=\"col\">") + escaped(header) + QStringLiteral("</th>");
        m_out += QStringLiteral("</tr></thead>\n");
    }
    m_out += QStringLiteral("<tbody>\n");
    for (const BriefingRow& row : block.rows) {
        m_out += QStringLiteral("<tr>");
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            const bool isMarked = column == 0 && row.mark;
            m_out += isMarked ? QStringLiteral("<td class=\"marked\">") : QStringLiteral("<td>");
            if (isMarked)
                m_out += QStringLiteral("<span class=\"mark %1\" role=\"img\" aria-label=\"%2\"></span>")
                             .arg(markClass(*row.mark), escaped(measureClassLabel(*row.mark)));
            m_out += runs(row.cells[column]) + QStringLiteral("</td>");
        }
        m_out += QStringLiteral("</tr>\n");
    }
    m_out += QStringLiteral("</tbody></table></div>\n");
}

void HtmlWriter::addPicture(const BriefingPicture& block, const BriefingPictures& pictures,
                            const QString& dress)
{
    const Figure* figure = pictures.of(block.kind);
    if (!figure)
        return;
    const PageInfo info{block.caption, block.description, m_briefing.language, {}, m_made, {}};
    const auto svg = svgBytes(FigurePages(*figure), 0, info, true);
    if (!svg) {
        m_error = svg.error();
        return;
    }
    const QString kind =
        block.kind == BriefingPicture::Kind::Map ? QStringLiteral("map") : QStringLiteral("timeline");
    m_out += QStringLiteral("<div class=\"%1\">").arg(dress) + inlineSvg(*svg, kind + u'-' + dress) +
             QStringLiteral("</div>\n");
}

void HtmlWriter::operator()(const BriefingPicture& block)
{
    m_out += QStringLiteral("<figure>\n");
    addPicture(block, m_light, QStringLiteral("light"));
    addPicture(block, m_dark, QStringLiteral("dark"));
    m_out += QStringLiteral("<figcaption>") + escaped(block.caption) +
             QStringLiteral("</figcaption>\n</figure>\n");
}

void HtmlWriter::operator()(const BriefingSources& block)
{
    m_out += QStringLiteral("<ol class=\"sources\">\n");
    for (std::size_t i = 0; i < block.items.size(); ++i) {
        const int number = static_cast<int>(i) + 1;
        m_out += QStringLiteral("<li id=\"source-%1\">").arg(number) + runs(block.items[i]);
        if (m_cited.contains(number))
            m_out += QStringLiteral(" <a class=\"back\" href=\"#cite-%1\" aria-label=\"%2\">↩</a>")
                         .arg(number)
                         .arg(escaped(tr("Back to where it is cited")));
        m_out += QStringLiteral("</li>\n");
    }
    m_out += QStringLiteral("</ol>\n");
}

void HtmlWriter::writeHead(const QByteArray& style)
{
    m_out = QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\" />\n"
                           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
                           "<meta name=\"referrer\" content=\"no-referrer\" />\n"
                           "<meta name=\"generator\" content=\"%2\" />\n")
                .arg(escaped(m_briefing.language), escaped(m_briefing.provenance));
    m_out += QStringLiteral("<title>") + escaped(m_briefing.title) + QStringLiteral("</title>\n<style>\n") +
             QString::fromUtf8(style) +
             QStringLiteral("</style>\n</head>\n<body>\n<header>\n<p class=\"kind\">") +
             escaped(tr("Briefing")) + QStringLiteral("</p>\n<h1>") + escaped(m_briefing.title) +
             QStringLiteral("</h1>\n");
    if (!m_briefing.subtitle.isEmpty())
        m_out += QStringLiteral("<p class=\"subtitle\">") + escaped(m_briefing.subtitle) +
                 QStringLiteral("</p>\n");
    m_out += QStringLiteral("<p class=\"stamp\">") + escaped(m_briefing.stamp) + QStringLiteral(" · ") +
             escaped(m_briefing.provenance) + QStringLiteral("</p>\n");
    writeContents();
    m_out += QStringLiteral("</header>\n<main>\n");
}

void HtmlWriter::writeContents()
{
    m_out += QStringLiteral("<nav aria-label=\"%1\"><ul>\n").arg(escaped(tr("Contents")));
    for (const BriefingSection& section : m_briefing.sections)
        m_out += QStringLiteral("<li><a href=\"#%1\">").arg(briefingPartKey(section.part)) +
                 escaped(briefingPartLabel(section.part)) + QStringLiteral("</a></li>\n");
    m_out += QStringLiteral("</ul></nav>\n");
}

Result<QByteArray> HtmlWriter::write()
{
    const auto style = briefingStyleSheet();
    if (!style)
        return tl::make_unexpected(style.error());
    writeHead(*style);
    for (const BriefingSection& section : m_briefing.sections) {
        const QString key = briefingPartKey(section.part);
        m_out += QStringLiteral("<section id=\"%1\" aria-labelledby=\"%1-title\">\n<h2 id=\"%1-title\">")
                     .arg(key) +
                 escaped(section.title) + QStringLiteral("</h2>\n");
        for (const BriefingBlock& block : section.blocks)
            std::visit(*this, block);
        m_out += QStringLiteral("</section>\n");
    }
    m_out += QStringLiteral("</main>\n</body>\n</html>\n");
    if (m_error)
        return tl::make_unexpected(*m_error);
    return m_out.toUtf8();
}

} // namespace

Result<QByteArray> briefingToHtml(const Briefing& briefing, const BriefingPictures& light,
                                  const BriefingPictures& dark, Day made)
{
    return HtmlWriter(briefing, light, dark, made).write();
}

} // namespace interdict
