// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/briefing/odtstyles.h"

#include "widgets/briefing/odtwriter.h"
#include "widgets/theme/theme.h"

#include <array>

namespace interdict {

namespace {

constexpr double margin = 2; // cm
struct Paper
{
    const char* key;
    double width, height; // cm
};
constexpr std::array papers{Paper{"a4", 21, 29.7}, Paper{"letter", 21.59, 27.94}};

const Paper& paperOf(const QString& page)
{
    return page.compare(QLatin1String("letter"), Qt::CaseInsensitive) == 0 ? papers[1] : papers[0];
}

// A paragraph style: attributes of the paragraph and of its text, as "name=value" lists.
struct ParagraphStyle
{
    const char* name;
    const char* label;
    const char* parent;
    const char* next;
    const char* outline; // level, or empty
    const char* paragraph;
    const char* text;
};
// Ink, grey and blue are those of the print theme.
constexpr std::array paragraphStyles{
    ParagraphStyle{"Standard", "Standard", "", "", "", "fo:line-height=130%", ""},
    ParagraphStyle{"Text_20_body", "Text body", "Standard", "", "",
                   "fo:margin-top=0.1cm;fo:margin-bottom=0.1cm;fo:orphans=2;fo:widows=2", ""},
    ParagraphStyle{"Small_20_print", "Small print", "Text_20_body", "", "", "", "fo:font-size=8.5pt"},
    ParagraphStyle{"Title", "Title", "Standard", "Subtitle", "",
                   "fo:keep-with-next=always;fo:margin-bottom=0.1cm",
                   "fo:font-size=20pt;fo:font-weight=bold"},
    ParagraphStyle{"Subtitle", "Subtitle", "Standard", "Text_20_body", "", "fo:keep-with-next=always",
                   "fo:font-size=12pt"},
    ParagraphStyle{"Dateline", "Dateline", "Standard", "Text_20_body", "",
                   "fo:padding-bottom=0.25cm;fo:border-bottom=0.5pt solid @line;fo:margin-bottom=0.4cm",
                   "fo:font-size=9pt;fo:color=@dim"},
    ParagraphStyle{"Heading_20_1", "Heading 1", "Standard", "Text_20_body", "1",
                   "fo:keep-with-next=always;fo:margin-top=0.6cm;fo:margin-bottom=0.15cm",
                   "fo:font-size=13pt;fo:font-weight=bold"},
    ParagraphStyle{"Heading_20_2", "Heading 2", "Standard", "Text_20_body", "2",
                   "fo:keep-with-next=always;fo:margin-top=0.35cm;fo:margin-bottom=0.1cm",
                   "fo:font-size=10.5pt;fo:font-weight=bold"},
    ParagraphStyle{"List_20_bullet", "List bullet", "Text_20_body", "", "", "", ""},
    ParagraphStyle{"Source_20_note", "Source note", "Standard", "", "",
                   "fo:margin-top=0.05cm;fo:margin-bottom=0.05cm", "fo:font-size=8pt"},
    ParagraphStyle{"Table_20_Contents", "Table Contents", "Standard", "", "", "", "fo:font-size=9pt"},
    ParagraphStyle{"Table_20_Heading", "Table Heading", "Table_20_Contents", "", "",
                   "fo:keep-with-next=always", "fo:font-size=8.5pt;fo:font-weight=bold;fo:color=@dim"},
    ParagraphStyle{"Caption", "Caption", "Standard", "Text_20_body", "", "fo:margin-bottom=0.3cm",
                   "fo:font-size=8.5pt;fo:color=@dim"},
    ParagraphStyle{"Picture", "Picture", "Standard", "Caption", "",
                   "fo:keep-with-next=always;fo:margin-top=0.2cm;fo:line-height=100%", ""},
    ParagraphStyle{"Header", "Header", "Standard", "", "", "", "fo:font-size=8pt;fo:color=@dim"},
    ParagraphStyle{"Footer", "Footer", "Standard", "", "", "", "fo:font-size=8pt;fo:color=@dim"},
};
struct TextStyle
{
    const char* name;
    const char* label;
    const char* text;
};
constexpr std::array textStyles{
    TextStyle{"Strong_20_Emphasis", "Strong Emphasis", "fo:font-weight=bold"},
    TextStyle{"Quiet", "Quiet", "fo:color=@dim;fo:font-size=8pt"},
    TextStyle{"Citation", "Citation", "style:text-position=super 62%;fo:color=@accent"},
    TextStyle{"Internet_20_link", "Internet link", "fo:color=@accent"},
};

QString coloured(QString value)
{
    const Theme theme = Theme::print();
    return value.replace(QLatin1String("@dim"), theme.dim.name())
        .replace(QLatin1String("@accent"), theme.accent.name())
        .replace(QLatin1String("@line"), theme.line.name());
}

void writeProperties(OdtWriter& xml, const char* element, const QString& list)
{
    if (list.isEmpty())
        return;
    xml.open(element);
    for (const QString& entry : list.split(u';'))
        xml.attribute(entry.section(u'=', 0, 0), coloured(entry.section(u'=', 1)));
    xml.close();
}

void writeParagraphStyle(OdtWriter& xml, const ParagraphStyle& style, double width)
{
    xml.open("style:style", {{"style:name", QLatin1String(style.name)},
                             {"style:display-name", QLatin1String(style.label)},
                             {"style:family", QStringLiteral("paragraph")}});
    for (const auto& [key, value] :
         {std::pair{"style:parent-style-name", style.parent}, std::pair{"style:next-style-name", style.next},
          std::pair{"style:default-outline-level", style.outline}})
        if (*value)
            xml.attribute(QLatin1String(key), QLatin1String(value));
    const QString name = QLatin1String(style.name);
    if (name == QLatin1String("Header") || name == QLatin1String("Footer")) {
        xml.open("style:paragraph-properties");
        xml.open("style:tab-stops");
        xml.open("style:tab-stop",
                 {{"style:position", centimetres(width)}, {"style:type", QStringLiteral("right")}});
        xml.close(3);
    } else {
        writeProperties(xml, "style:paragraph-properties", QLatin1String(style.paragraph));
    }
    writeProperties(xml, "style:text-properties", QLatin1String(style.text));
    xml.close();
}

void writeListStyle(OdtWriter& xml, const char* name, bool isNumbered)
{
    xml.open("text:list-style", {{"style:name", QLatin1String(name)}});
    if (isNumbered)
        xml.open("text:list-level-style-number",
                 {{"text:level", QStringLiteral("1")}, {"style:num-format", QStringLiteral("1")}});
    else
        xml.open("text:list-level-style-bullet",
                 {{"text:level", QStringLiteral("1")}, {"text:bullet-char", QStringLiteral("•")}});
    const double indent = isNumbered ? 0.9 : 0.45;
    xml.open("style:list-level-properties",
             {{"text:list-level-position-and-space-mode", QStringLiteral("label-alignment")}});
    xml.open("style:list-level-label-alignment", {{"text:label-followed-by", QStringLiteral("listtab")},
                                                  {"text:list-tab-stop-position", centimetres(indent)},
                                                  {"fo:text-indent", centimetres(-indent)},
                                                  {"fo:margin-left", centimetres(indent)}});
    xml.close(4);
}

void writeDefaults(OdtWriter& xml, const QString& language)
{
    xml.open("style:default-style", {{"style:family", QStringLiteral("paragraph")}});
    xml.open(
        "style:text-properties",
        {{"style:font-name", QStringLiteral("Body")},
         {"fo:font-size", QStringLiteral("10pt")},
         {"fo:color", Theme::print().ink.name()},
         {"fo:language", language},
         {"fo:country", language == QLatin1String("en") ? QStringLiteral("GB") : QStringLiteral("none")}});
    xml.close(2);
}

// "2 of 9"
void writePageNumber(OdtWriter& xml)
{
    xml.element("text:tab");
    xml.element("text:page-number", {{"text:select-page", QStringLiteral("current")}}, QStringLiteral("1"));
    xml.text(QStringLiteral(" / "));
    xml.element("text:page-count", {}, QStringLiteral("1"));
}

void writePage(OdtWriter& xml, const Paper& paper)
{
    xml.open("style:page-layout", {{"style:name", QStringLiteral("Paper")}});
    xml.open("style:page-layout-properties", {{"fo:page-width", centimetres(paper.width)},
                                              {"fo:page-height", centimetres(paper.height)},
                                              {"style:print-orientation", QStringLiteral("portrait")},
                                              {"fo:margin-top", centimetres(1.2)},
                                              {"fo:margin-bottom", centimetres(1.2)},
                                              {"fo:margin-left", centimetres(margin)},
                                              {"fo:margin-right", centimetres(margin)}});
    xml.close();
    for (const auto& [element, side] : {std::pair{"style:header-style", "fo:margin-bottom"},
                                        std::pair{"style:footer-style", "fo:margin-top"}}) {
        xml.open(element);
        xml.open("style:header-footer-properties",
                 {{"fo:min-height", centimetres(0.8)}, {side, centimetres(0.5)}});
        xml.close(2);
    }
    xml.close();
}

void writeMaster(OdtWriter& xml, const Briefing& briefing)
{
    xml.open("office:master-styles");
    xml.open("style:master-page", {{"style:name", QStringLiteral("Standard")},
                                   {"style:page-layout-name", QStringLiteral("Paper")}});
    xml.open("style:header");
    xml.open("text:p", {{"text:style-name", QStringLiteral("Header")}});
    xml.text(briefing.title);
    xml.element("text:tab");
    xml.text(briefing.stamp);
    xml.close(2);
    xml.open("style:footer");
    xml.open("text:p", {{"text:style-name", QStringLiteral("Footer")}});
    xml.text(briefing.provenance);
    writePageNumber(xml);
    xml.close(4);
}

struct MarkSign
{
    char16_t sign;
    const char* style;
};
constexpr std::array<MarkSign, measureClassCount> markSigns{{
    {u'⊠', "Mark_20_block"},
    {u'■', "Mark_20_limited"},
    {u'⊟', "Mark_20_official"},
    {u'◆', "Mark_20_inquiry"},
    {u'●', "Mark_20_advice"},
    {u'○', "Mark_20_lifting"},
}};

} // namespace

QString odtMark(MeasureClass value)
{
    return QChar(markSigns[static_cast<std::size_t>(value)].sign);
}

QString odtMarkStyle(MeasureClass value)
{
    return QLatin1String(markSigns[static_cast<std::size_t>(value)].style);
}

double odtTextWidth(const QString& page)
{
    return paperOf(page).width - 2 * margin;
}

QByteArray odtStyles(const Briefing& briefing, const QString& page)
{
    OdtWriter xml("office:document-styles");
    xml.open("office:font-face-decls");
    xml.element("style:font-face",
                {{"style:name", QStringLiteral("Body")},
                 {"svg:font-family", QStringLiteral("'Noto Sans', 'Liberation Sans', Arial, sans-serif")},
                 {"style:font-family-generic", QStringLiteral("swiss")}});
    xml.close();
    xml.open("office:styles");
    writeDefaults(xml, briefing.language);
    for (const ParagraphStyle& style : paragraphStyles)
        writeParagraphStyle(xml, style, odtTextWidth(page));
    for (const TextStyle& style : textStyles) {
        xml.open("style:style", {{"style:name", QLatin1String(style.name)},
                                 {"style:display-name", QLatin1String(style.label)},
                                 {"style:family", QStringLiteral("text")}});
        writeProperties(xml, "style:text-properties", QLatin1String(style.text));
        xml.close();
    }
    for (std::size_t i = 0; i < markSigns.size(); ++i) {
        const QColor colour = mixed(Theme::print().measure[i], Theme::print().ink, 0.8);
        xml.open("style:style", {{"style:name", QLatin1String(markSigns[i].style)},
                                 {"style:family", QStringLiteral("text")}});
        xml.element("style:text-properties", {{"fo:color", colour.name()}});
        xml.close();
    }
    writeListStyle(xml, "Bullets", false);
    writeListStyle(xml, "Numbers", true);
    xml.close();
    xml.open("office:automatic-styles");
    writePage(xml, paperOf(page));
    xml.close();
    writeMaster(xml, briefing);
    return xml.take();
}

} // namespace interdict
