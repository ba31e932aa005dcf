// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/briefing/briefingmarkdown.h"

#include "model/event/webaddress.h"

#include <QCoreApplication>

namespace interdict {

namespace {

// Signs that Markdown would act on; "|" would end a table's cell, "<" begin a tag, "&" an entity.
QString escaped(const QString& text)
{
    QString out;
    for (const QChar c : text) {
        if (QStringView(u"\\`*_{}[]<>#|~&").contains(c))
            out += u'\\';
        out += c;
    }
    return out;
}

// What would be a list, a heading or a rule at the start of a line.
QString lineStart(QString line)
{
    if (line.startsWith(u'-') || line.startsWith(u'+') || line.startsWith(u'='))
        return line.prepend(u'\\');
    qsizetype digits = 0;
    while (digits < line.size() && line[digits].isDigit())
        ++digits;
    if (digits > 0 && digits < line.size() && (line[digits] == u'.' || line[digits] == u')'))
        line.insert(digits, u'\\');
    return line;
}

enum class Where : std::uint8_t { Line, Cell };

QString inlineText(const BriefingText& text, Where where)
{
    const QString lineBreak = where == Where::Cell ? QStringLiteral("<br>") : QStringLiteral("  \n");
    QString out;
    for (const BriefingRun& run : text) {
        if (run.note > 0) {
            out += QStringLiteral("[\\[%1\\]](#source-%1)").arg(run.note);
            continue;
        }
        QString shown = escaped(run.text);
        const bool isStrong = run.look == BriefingRun::Look::Strong && !shown.trimmed().isEmpty();
        if (isWebAddress(run.url))
            shown = QStringLiteral("[%1](<%2>)").arg(shown, run.url);
        if (isStrong) { // the stars must touch the words
            const QString core = shown.trimmed();
            const auto at = shown.indexOf(core);
            shown = shown.left(at) + QStringLiteral("**") + core + QStringLiteral("**") +
                    shown.mid(at + core.size());
        }
        out += shown.replace(u'\n', lineBreak);
    }
    return out;
}

struct MarkdownWriter
{
    QString out;

    void paragraph(const QString& text) { out += lineStart(text) + QStringLiteral("\n\n"); }

    void operator()(const BriefingHeading& block) { paragraph(QStringLiteral("### ") + escaped(block.text)); }
    void operator()(const BriefingParagraph& block) { paragraph(inlineText(block.text, Where::Line)); }
    void operator()(const BriefingList& block)
    {
        for (const BriefingText& item : block.items)
            out += QStringLiteral("- ") + inlineText(item, Where::Line) + u'\n';
        out += u'\n';
    }
    void line(const QStringList& cells)
    {
        out += QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
    }
    void operator()(const BriefingTable& block)
    {
        QStringList headers;
        QStringList rule;
        for (std::size_t i = 0; i < block.parts.size();
             ++i) { // a table has a head row in Markdown, empty or not
            headers << (block.headers.isEmpty() ? QString()
                                                : escaped(block.headers[static_cast<qsizetype>(i)]));
            rule << QStringLiteral("---");
        }
        line(headers);
        line(rule);
        for (const BriefingRow& row : block.rows) {
            QStringList cells;
            for (const BriefingText& cell : row.cells)
                cells << inlineText(cell, Where::Cell);
            line(cells);
        }
        out += u'\n';
    }
    void operator()(const BriefingPicture&) {}
    void operator()(const BriefingSources& block)
    {
        for (std::size_t i = 0; i < block.items.size(); ++i)
            out += QStringLiteral("%1. <a id=\"source-%1\"></a>").arg(i + 1) +
                   inlineText(block.items[i], Where::Line) + u'\n';
        out += u'\n';
    }
};

bool hasPicturesOnly(const BriefingSection& section)
{
    return std::all_of(section.blocks.begin(), section.blocks.end(), [](const BriefingBlock& block) {
        return std::holds_alternative<BriefingPicture>(block);
    });
}

} // namespace

QByteArray briefingToMarkdown(const Briefing& briefing)
{
    MarkdownWriter writer;
    writer.paragraph(QStringLiteral("# ") + escaped(briefing.title));
    if (!briefing.subtitle.isEmpty())
        writer.paragraph(QStringLiteral("**%1**").arg(escaped(briefing.subtitle)));
    writer.paragraph(escaped(QStringLiteral("%1 · %2").arg(briefing.stamp, briefing.provenance)));
    for (const BriefingSection& section : briefing.sections) {
        if (hasPicturesOnly(section))
            continue;
        writer.paragraph(QStringLiteral("## ") + escaped(section.title));
        for (const BriefingBlock& block : section.blocks)
            std::visit(writer, block);
    }
    return (writer.out.trimmed() + u'\n').toUtf8();
}

} // namespace interdict
