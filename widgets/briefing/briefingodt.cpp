// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/briefingodt.h"

#include "model/event/partialdate.h"
#include "model/event/webaddress.h"
#include "widgets/briefing/odtstyles.h"
#include "widgets/briefing/odtwriter.h"
#include "widgets/briefing/ziparchive.h"
#include "widgets/figure/figurefile.h"
#include "widgets/figure/pngwriter.h"

namespace interdict {

namespace {

constexpr double pictureDpi = 200;
constexpr const char* mimeType = "application/vnd.oasis.opendocument.text";

QString columnStyle(std::size_t table, std::size_t column)
{
    return QStringLiteral("Table%1.%2").arg(table + 1).arg(column + 1);
}

QByteArray pictureName(BriefingPicture::Kind kind)
{
    return kind == BriefingPicture::Kind::Map ? "Pictures/map.png" : "Pictures/timeline.png";
}

std::vector<const BriefingTable*> tablesOf(const Briefing& briefing)
{
    std::vector<const BriefingTable*> tables;
    for (const BriefingSection& section : briefing.sections)
        for (const BriefingBlock& block : section.blocks)
            if (const auto* table = std::get_if<BriefingTable>(&block))
                tables.push_back(table);
    return tables;
}

class ContentWriter
{
public:
    ContentWriter(const BriefingPictures& pictures, double width)
        : m_xml("office:document-content")
        , m_pictures(pictures)
        , m_width(width)
    {
    }

    QByteArray write(const Briefing& briefing);

    void operator()(const BriefingHeading& block) { heading(2, block.text); }
    void operator()(const BriefingParagraph& block)
    {
        paragraph(block.isQuiet ? "Small_20_print" : "Text_20_body", block.text);
    }
    void operator()(const BriefingList& block) { list("Bullets", "List_20_bullet", block.items, false); }
    void operator()(const BriefingTable& block);
    void operator()(const BriefingPicture& block);
    void operator()(const BriefingSources& block) { list("Numbers", "Source_20_note", block.items, true); }

private:
    void writeAutomaticStyles(const Briefing& briefing);
    void heading(int level, const QString& text);
    void paragraph(const char* style, const BriefingText& text);
    void runs(const BriefingText& text);
    void list(const char* style, const char* paragraphStyle, const std::vector<BriefingText>& items,
              bool areSources);
    void row(const BriefingRow& row);

    OdtWriter m_xml;
    const BriefingPictures& m_pictures;
    double m_width;
    std::size_t m_table = 0;
};

void ContentWriter::writeAutomaticStyles(const Briefing& briefing)
{
    m_xml.open("office:automatic-styles");
    const auto tables = tablesOf(briefing);
    m_xml.open("style:style",
               {{"style:name", QStringLiteral("Table")}, {"style:family", QStringLiteral("table")}});
    m_xml.element("style:table-properties",
                  {{"style:width", centimetres(m_width)}, {"table:align", QStringLiteral("margins")}});
    m_xml.close();
    for (std::size_t i = 0; i < tables.size(); ++i) {
        int sum = 0;
        for (const int part : tables[i]->parts)
            sum += part;
        for (std::size_t column = 0; column < tables[i]->parts.size(); ++column) {
            m_xml.open("style:style", {{"style:name", columnStyle(i, column)},
                                       {"style:family", QStringLiteral("table-column")}});
            m_xml.element("style:table-column-properties",
                          {{"style:column-width", centimetres(m_width * tables[i]->parts[column] / sum)}});
            m_xml.close();
        }
    }
    m_xml.open("style:style",
               {{"style:name", QStringLiteral("Row")}, {"style:family", QStringLiteral("table-row")}});
    m_xml.element("style:table-row-properties", {{"fo:keep-together", QStringLiteral("always")}});
    m_xml.close();
    m_xml.open("style:style",
               {{"style:name", QStringLiteral("Cell")}, {"style:family", QStringLiteral("table-cell")}});
    m_xml.element("style:table-cell-properties",
                  {{"fo:padding", QStringLiteral("0.09cm")},
                   {"fo:border-bottom", QStringLiteral("0.5pt solid #d8dadd")}});
    m_xml.close();
    m_xml.open("style:style",
               {{"style:name", QStringLiteral("Frame")}, {"style:family", QStringLiteral("graphic")}});
    m_xml.element("style:graphic-properties", {{"style:vertical-pos", QStringLiteral("top")},
                                               {"style:vertical-rel", QStringLiteral("baseline")}});
    m_xml.close(2);
}

QByteArray ContentWriter::write(const Briefing& briefing)
{
    writeAutomaticStyles(briefing);
    m_xml.open("office:body");
    m_xml.open("office:text");
    paragraph("Title", {{briefing.title}});
    if (!briefing.subtitle.isEmpty())
        paragraph("Subtitle", {{briefing.subtitle}});
    paragraph("Dateline", {{QStringLiteral("%1 · %2").arg(briefing.stamp, briefing.provenance)}});
    for (const BriefingSection& section : briefing.sections) {
        heading(1, section.title);
        for (const BriefingBlock& block : section.blocks)
            std::visit(*this, block);
    }
    m_xml.close(2);
    return m_xml.take();
}

void ContentWriter::heading(int level, const QString& text)
{
    m_xml.element("text:h",
                  {{"text:style-name", QStringLiteral("Heading_20_%1").arg(level)},
                   {"text:outline-level", QString::number(level)}},
                  text);
}

void ContentWriter::paragraph(const char* style, const BriefingText& text)
{
    m_xml.open("text:p", {{"text:style-name", QLatin1String(style)}});
    runs(text);
    m_xml.close();
}

void ContentWriter::runs(const BriefingText& text)
{
    const BriefingRun* before = nullptr;
    for (const BriefingRun& run : text) {
        if (run.note > 0) {
            if (before && before->note > 0)
                m_xml.element("text:span", {{"text:style-name", QStringLiteral("Citation")}},
                              QStringLiteral(","));
            m_xml.element("text:a",
                          {{"xlink:type", QStringLiteral("simple")},
                           {"xlink:href", QStringLiteral("#source-%1").arg(run.note)},
                           {"text:style-name", QStringLiteral("Citation")},
                           {"text:visited-style-name", QStringLiteral("Citation")}},
                          run.text);
        } else {
            const bool isLink = isWebAddress(run.url);
            if (isLink)
                m_xml.open("text:a", {{"xlink:type", QStringLiteral("simple")},
                                      {"xlink:href", run.url},
                                      {"text:style-name", QStringLiteral("Internet_20_link")},
                                      {"text:visited-style-name", QStringLiteral("Internet_20_link")}});
            if (run.look == BriefingRun::Look::Plain)
                m_xml.text(run.text);
            else
                m_xml.element("text:span",
                              {{"text:style-name", run.look == BriefingRun::Look::Strong
                                                       ? QStringLiteral("Strong_20_Emphasis")
                                                       : QStringLiteral("Quiet")}},
                              run.text);
            if (isLink)
                m_xml.close();
        }
        before = &run;
    }
}

void ContentWriter::list(const char* style, const char* paragraphStyle,
                         const std::vector<BriefingText>& items, bool areSources)
{
    m_xml.open("text:list", {{"text:style-name", QLatin1String(style)}});
    for (std::size_t i = 0; i < items.size(); ++i) {
        m_xml.open("text:list-item");
        m_xml.open("text:p", {{"text:style-name", QLatin1String(paragraphStyle)}});
        if (areSources)
            m_xml.element("text:bookmark", {{"text:name", QStringLiteral("source-%1").arg(i + 1)}});
        runs(items[i]);
        m_xml.close(2);
    }
    m_xml.close();
}

void ContentWriter::row(const BriefingRow& row)
{
    m_xml.open("table:table-row", {{"table:style-name", QStringLiteral("Row")}});
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        m_xml.open("table:table-cell", {{"table:style-name", QStringLiteral("Cell")},
                                        {"office:value-type", QStringLiteral("string")}});
        m_xml.open("text:p", {{"text:style-name", QStringLiteral("Table_20_Contents")}});
        if (column == 0 && row.mark) {
            m_xml.element("text:span", {{"text:style-name", odtMarkStyle(*row.mark)}}, odtMark(*row.mark));
            m_xml.text(QStringLiteral(" "));
        }
        runs(row.cells[column]);
        m_xml.close(2);
    }
    m_xml.close();
}

void ContentWriter::operator()(const BriefingTable& block)
{
    m_xml.open("table:table", {{"table:name", QStringLiteral("Table%1").arg(m_table + 1)},
                               {"table:style-name", QStringLiteral("Table")}});
    m_xml.element("table:title", {}, block.name);
    for (std::size_t column = 0; column < block.parts.size(); ++column)
        m_xml.element("table:table-column", {{"table:style-name", columnStyle(m_table, column)}});
    if (!block.headers.isEmpty()) {
        m_xml.open("table:table-header-rows");
        m_xml.open("table:table-row", {{"table:style-name", QStringLiteral("Row")}});
        for (const QString& header : block.headers) {
            m_xml.open("table:table-cell", {{"table:style-name", QStringLiteral("Cell")},
                                            {"office:value-type", QStringLiteral("string")}});
            paragraph("Table_20_Heading", {{header}});
            m_xml.close();
        }
        m_xml.close(2);
    }
    for (const BriefingRow& one : block.rows)
        row(one);
    m_xml.close();
    ++m_table;
}

void ContentWriter::operator()(const BriefingPicture& block)
{
    const Figure* figure = m_pictures.of(block.kind);
    if (!figure)
        return;
    const double height = m_width * figure->size().height() / figure->size().width();
    m_xml.open("text:p", {{"text:style-name", QStringLiteral("Picture")}});
    m_xml.open("draw:frame", {{"draw:name", block.caption},
                              {"draw:style-name", QStringLiteral("Frame")},
                              {"text:anchor-type", QStringLiteral("as-char")},
                              {"svg:width", centimetres(m_width)},
                              {"svg:height", centimetres(height)}});
    m_xml.element("draw:image", {{"xlink:href", QString::fromLatin1(pictureName(block.kind))},
                                 {"xlink:type", QStringLiteral("simple")},
                                 {"xlink:show", QStringLiteral("embed")},
                                 {"xlink:actuate", QStringLiteral("onLoad")}});
    m_xml.element("svg:title", {}, block.caption);
    m_xml.element("svg:desc", {}, block.description);
    m_xml.close(2);
    paragraph("Caption", {{block.caption}});
}

QByteArray metaXml(const Briefing& briefing, Day made)
{
    OdtWriter xml("office:document-meta");
    xml.open("office:meta");
    xml.element("dc:title", {}, briefing.title);
    if (!briefing.subtitle.isEmpty())
        xml.element("dc:subject", {}, briefing.subtitle);
    xml.element("dc:language", {}, briefing.language);
    xml.element("meta:generator", {}, briefing.provenance);
    const QString day = PartialDate::ofDay(made).text() + QStringLiteral("T00:00:00");
    xml.element("meta:creation-date", {}, day);
    xml.element("dc:date", {}, day);
    xml.close();
    return xml.take();
}

QByteArray manifestXml(const std::vector<ZipEntry>& entries)
{
    OdtWriter xml("manifest:manifest");
    const auto add = [&xml](const QString& path, const QString& type) {
        xml.element("manifest:file-entry", {{"manifest:full-path", path}, {"manifest:media-type", type}});
    };
    add(QStringLiteral("/"), QLatin1String(mimeType));
    for (const ZipEntry& entry : entries)
        if (entry.name != "mimetype")
            add(QString::fromLatin1(entry.name),
                entry.name.endsWith(".png") ? QStringLiteral("image/png") : QStringLiteral("text/xml"));
    return xml.take();
}

Result<void> addPictures(const Briefing& briefing, const BriefingPictures& pictures, Day made,
                         std::vector<ZipEntry>& entries)
{
    for (const BriefingSection& section : briefing.sections)
        for (const BriefingBlock& block : section.blocks) {
            const auto* picture = std::get_if<BriefingPicture>(&block);
            const Figure* figure = picture ? pictures.of(picture->kind) : nullptr;
            if (!figure)
                continue;
            const PageInfo info{picture->caption, picture->description, briefing.language, {}, made, {}};
            auto bytes = pngBytes(FigurePages(*figure), 0, info, pictureDpi);
            if (!bytes)
                return tl::make_unexpected(bytes.error());
            entries.push_back({pictureName(picture->kind), std::move(*bytes), true});
        }
    return {};
}

} // namespace

Result<QByteArray> briefingToOdt(const Briefing& briefing, const BriefingPictures& pictures, Day made,
                                 const QString& page)
{
    std::vector<ZipEntry> entries{{"mimetype", mimeType, true}}; // first and plain, as the standard wants
    entries.push_back({"content.xml", ContentWriter(pictures, odtTextWidth(page)).write(briefing)});
    entries.push_back({"styles.xml", odtStyles(briefing, page)});
    entries.push_back({"meta.xml", metaXml(briefing, made)});
    if (const auto added = addPictures(briefing, pictures, made, entries); !added)
        return tl::make_unexpected(added.error());
    entries.push_back({"META-INF/manifest.xml", manifestXml(entries)});
    return zipped(entries, made);
}

} // namespace interdict
