// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/briefing/briefing.h"

#include "model/analysis/facttext.h"
#include "model/briefing/briefingparts.h"
#include "model/briefing/briefingtext.h"
#include "model/explore/filtertext.h"

#include <QCoreApplication>

#include <array>

namespace interdict {

namespace {

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("Briefing", text, nullptr, n);
}

struct PartRow
{
    BriefingPart part;
    const char* key;
    const char* label;
    bool isOptional;
    std::vector<BriefingBlock> (*write)(BriefingMaterial&);
};

constexpr std::array<PartRow, 9> parts{{
    {BriefingPart::KeyFacts, "key-facts", QT_TRANSLATE_NOOP("Briefing", "Key facts"), false, keyFacts},
    {BriefingPart::Pictures, "pictures", QT_TRANSLATE_NOOP("Briefing", "Map and timeline"), true,
     pictureBlocks},
    {BriefingPart::InForce, "in-force", QT_TRANSLATE_NOOP("Briefing", "In force, strictest first"), true,
     inForceBlocks},
    {BriefingPart::Latest, "latest", QT_TRANSLATE_NOOP("Briefing", "What happened last"), true, latestBlocks},
    {BriefingPart::Cases, "cases", QT_TRANSLATE_NOOP("Briefing", "Cases"), true, caseBlocks},
    {BriefingPart::Milestones, "milestones", QT_TRANSLATE_NOOP("Briefing", "Milestones of the platform"),
     true, milestoneBlocks},
    {BriefingPart::Table, "acts", QT_TRANSLATE_NOOP("Briefing", "All acts"), true, tableBlocks},
    {BriefingPart::Doubts, "remarks", QT_TRANSLATE_NOOP("Briefing", "Remarks on single acts"), true,
     doubtBlocks},
    {BriefingPart::Sources, "sources", QT_TRANSLATE_NOOP("Briefing", "Sources"), false, sourceBlocks},
}};
constexpr const char* methodKey = "method";
constexpr const char* methodLabel = QT_TRANSLATE_NOOP("Briefing", "How to read this briefing");

const PartRow* find(BriefingPart part)
{
    const auto it =
        std::find_if(parts.begin(), parts.end(), [part](const PartRow& row) { return row.part == part; });
    return it == parts.end() ? nullptr : it;
}

QStringList labels(const Workspace& workspace, Facet facet)
{
    QStringList names;
    for (const QString& value : workspace.filter()[facet].anyOf)
        names << facetValueLabel(facet, value, workspace.vocabulary(), workspace.gazetteer());
    return names;
}

constexpr qsizetype mostInTitle = 3;
bool fitsTitle(const QStringList& names)
{
    return !names.isEmpty() && names.size() <= mostInTitle;
}

// The conditions that the title tells.
std::vector<Facet> toldByTitle(const Workspace& workspace)
{
    std::vector<Facet> told;
    for (const Facet facet : {Facet::Platform, Facet::Country})
        if (fitsTitle(labels(workspace, facet)))
            told.push_back(facet);
    const bool byBloc =
        fitsTitle(labels(workspace, Facet::Bloc)) && workspace.filter()[Facet::Country].anyOf.isEmpty();
    if (byBloc)
        told.push_back(Facet::Bloc);
    return told;
}

bool tells(const std::vector<Facet>& told, Facet facet)
{
    return std::find(told.begin(), told.end(), facet) != told.end();
}

QString subtitleOf(const Workspace& workspace, bool ownTitle)
{
    Filter rest = workspace.filter();
    if (!ownTitle)
        for (const Facet facet : toldByTitle(workspace))
            rest[facet].anyOf.clear();
    QStringList texts;
    for (const FilterCondition& condition :
         describeFilter(rest, workspace.vocabulary(), workspace.gazetteer()))
        texts << QStringLiteral("%1: %2").arg(condition.label, condition.value);
    return texts.join(QStringLiteral(" · "));
}

QString titleOfPart(const PartRow& part, const BriefingMaterial& material)
{
    if (part.part == BriefingPart::InForce)
        return tr("In force on %1, strictest first").arg(material.asOfText());
    return tr(part.label);
}

struct Printer
{
    QStringList lines;

    QString cells(const std::vector<BriefingText>& row) const
    {
        QStringList texts;
        for (const BriefingText& cell : row)
            texts << plainText(cell).replace(u'\n', QStringLiteral(" / "));
        return texts.join(QStringLiteral(" | "));
    }
    void operator()(const BriefingHeading& block) { lines << QStringLiteral("## ") + block.text; }
    void operator()(const BriefingParagraph& block) { lines << plainText(block.text); }
    void operator()(const BriefingList& block)
    {
        for (const BriefingText& item : block.items)
            lines << QStringLiteral("- ") + plainText(item);
    }
    void operator()(const BriefingTable& block)
    {
        if (!block.headers.isEmpty())
            lines << QStringLiteral("| ") + block.headers.join(QStringLiteral(" | "));
        for (const BriefingRow& row : block.rows)
            lines << QStringLiteral("| ") + cells(row.cells);
    }
    void operator()(const BriefingPicture& block)
    {
        lines << QStringLiteral("[%1] %2").arg(block.caption, block.description);
    }
    void operator()(const BriefingSources& block)
    {
        for (std::size_t i = 0; i < block.items.size(); ++i)
            lines << QStringLiteral("[%1] %2").arg(i + 1).arg(plainText(block.items[i]));
    }
};

} // namespace

bool isOptional(BriefingPart part)
{
    const PartRow* row = find(part);
    return row && row->isOptional;
}

QString briefingPartLabel(BriefingPart part)
{
    const PartRow* row = find(part);
    return tr(row ? row->label : methodLabel);
}

QString briefingPartKey(BriefingPart part)
{
    const PartRow* row = find(part);
    return QLatin1String(row ? row->key : methodKey);
}

QString suggestedBriefingTitle(const Workspace& workspace)
{
    const std::vector<Facet> told = toldByTitle(workspace);
    const QString subject =
        tells(told, Facet::Platform) ? listed(labels(workspace, Facet::Platform)) : tr("AI platforms");
    if (tells(told, Facet::Country)) {
        QStringList places;
        for (const QString& name : labels(workspace, Facet::Country))
            places << placeInSentence(name);
        return tr("Restrictions on %1 in %2").arg(subject, listed(places));
    }
    if (tells(told, Facet::Bloc))
        return tr("Restrictions on %1: %2").arg(subject, listed(labels(workspace, Facet::Bloc)));
    return tr("Restrictions on %1").arg(subject);
}

Result<Briefing> makeBriefing(const Workspace& workspace, const BriefingChoice& choice,
                              const BriefingProgress& progress)
{
    auto material = BriefingMaterial::of(workspace, progress);
    if (!material)
        return tl::make_unexpected(material.error());
    const DataSetInfo& info = workspace.dataSet().info();
    Briefing briefing;
    briefing.title = choice.title.isEmpty() ? suggestedBriefingTitle(workspace) : choice.title;
    briefing.subtitle = subtitleOf(workspace, !choice.title.isEmpty());
    briefing.stamp = displayDay(choice.made, material->locale());
    briefing.provenance =
        choice.program.isEmpty() ? info.title : QStringLiteral("%1 · %2").arg(info.title, choice.program);
    briefing.language = QStringLiteral("en");
    const auto isWanted = [&choice](const PartRow& part) {
        return !part.isOptional ||
               std::find(choice.without.begin(), choice.without.end(), part.part) == choice.without.end();
    };
    for (const PartRow& part : parts) {
        if (!isWanted(part))
            continue;
        std::vector<BriefingBlock> blocks = part.write(*material);
        if (!blocks.empty())
            briefing.sections.push_back({part.part, titleOfPart(part, *material), std::move(blocks)});
    }
    briefing.sections.push_back({BriefingPart::Method, tr(methodLabel), methodBlocks(*material, choice)});
    return briefing;
}

QString plainText(const BriefingText& text)
{
    QString whole;
    for (const BriefingRun& run : text)
        whole += run.note > 0 ? QStringLiteral("[%1]").arg(run.text) : run.text;
    return whole;
}

QString toText(const Briefing& briefing)
{
    Printer printer;
    printer.lines << briefing.title << briefing.subtitle << briefing.stamp << briefing.provenance;
    for (const BriefingSection& section : briefing.sections) {
        printer.lines << QStringLiteral("# ") + section.title;
        for (const BriefingBlock& block : section.blocks)
            std::visit(printer, block);
    }
    return printer.lines.join(u'\n') + u'\n';
}

} // namespace interdict
