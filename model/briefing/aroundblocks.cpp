// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the acts: pictures, milestones, remarks, the list of sources, how to read it all.
#include "model/briefing/briefingparts.h"

#include "model/analysis/inforce.h"
#include "model/briefing/briefingtext.h"
#include "model/explore/filtertext.h"

#include <QCoreApplication>

#include <set>

namespace interdict {

namespace {

constexpr std::size_t mostMilestones = 10;

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("Briefing", text, nullptr, n);
}

BriefingPicture mapPicture(const BriefingMaterial& m)
{
    std::set<QString> places;
    for (const Row row : m.numbers().inForce)
        places.insert(m.countryName(row));
    QStringList names;
    for (const QString& place : places)
        names << placeInSentence(place);
    const QString description = names.isEmpty()
                                    ? tr("A map on which no restriction is in force.")
                                    : tr("A map; restrictions are in force in %1.").arg(listed(names));
    return {BriefingPicture::Kind::Map,
            tr("The strictest restriction in force by jurisdiction on %1").arg(m.asOfText()), description};
}

BriefingPicture timelinePicture(const BriefingMaterial& m)
{
    const QString acts = tr("A timeline of %Ln act(s)", m.numbers().events);
    const QString description = tr("%1, from %2 to %3.")
                                    .arg(acts, m.startText(m.numbers().first.front(), false),
                                         m.startText(m.numbers().last.back(), false));
    return {BriefingPicture::Kind::Timeline,
            tr("The acts over time, by measure; a bar while one is in force"), description};
}

QString metricText(const Milestone& milestone, const QLocale& locale)
{
    if (!milestone.metric)
        return {};
    const Milestone::Metric& metric = *milestone.metric;
    constexpr int digits = 6;
    QString text = QStringLiteral("%1: %2 %3")
                       .arg(metric.name, locale.toString(metric.value, 'g', digits), metric.unit)
                       .trimmed();
    if (!metric.of.isEmpty())
        text += QStringLiteral(" – ") + metric.of;
    return text.left(1).toUpper() + text.mid(1);
}

// Those of the platforms that the filter names.
std::vector<const Milestone*> milestonesOf(const BriefingMaterial& m)
{
    const FacetSelection& asked = m.workspace().filter()[Facet::Platform];
    std::vector<const Milestone*> found;
    for (const Milestone& milestone : m.workspace().milestones())
        if (!milestone.platform.isEmpty() && (asked.anyOf + asked.allOf).contains(milestone.platform) &&
            milestone.date.interval().first <= m.asOf())
            found.push_back(&milestone);
    if (found.size() > mostMilestones)
        found.erase(found.begin(), found.end() - mostMilestones);
    return found;
}

BriefingText remarksOn(BriefingMaterial& m, Row row)
{
    const Event& event = m.event(row);
    QStringList remarks;
    if (event.review != ReviewState::Published)
        remarks << tr("Not published: %1.").arg(reviewLabel(event.review).toLower());
    const auto& terms = m.vocabulary().terms(TermKind::Confidence);
    const bool isSure = !terms.empty() && event.confidence == terms.front().code;
    if (!isSure) {
        const Term* term = m.vocabulary().find(TermKind::Confidence, event.confidence);
        const QString description = term && !term->description.isEmpty()
                                        ? QStringLiteral(" (%1)").arg(withinSentence(term->description))
                                        : QString();
        remarks << (event.confidence.isEmpty()
                        ? tr("Confidence is not recorded.")
                        : tr("Confidence: %1")
                                  .arg(withinSentence(
                                      m.vocabulary().label(TermKind::Confidence, event.confidence))) +
                              QString(description).replace(QLatin1String(".)"), QLatin1String(")")) +
                              QStringLiteral("."));
    }
    if (m.columns().has(row, Columns::EndUnknown))
        remarks << tr("It is over, but the record does not know since when.");
    else if (inForceOn(m.columns(), row, m.asOf()) == InForce::Possibly)
        remarks << tr("Possibly in force on %1: its dates are not known to the day.").arg(m.asOfText());
    BriefingText text = strong(event.title);
    if (!remarks.isEmpty() || !event.note.isEmpty())
        text += plain(QLatin1Char('\n') +
                      (event.note.isEmpty() ? remarks : remarks + QStringList{event.note}).join(u' '));
    return text;
}

QString quoted(const QString& title)
{
    return QStringLiteral("“%1”").arg(title);
}

BriefingText sourceText(const Source& source, const QLocale& locale)
{
    BriefingText text;
    const QString title = source.title.isEmpty() ? source.url : source.title;
    text.push_back({title, BriefingRun::Look::Plain, source.url});
    const bool hasStop = !title.isEmpty() && QStringView(u".!?…").contains(title.back());
    const QString stop = hasStop ? QStringLiteral(" ") : QStringLiteral(". ");
    QStringList rest;
    for (const QString& part :
         {source.publisher, source.date ? source.date->display(locale) : QString(), source.kind})
        if (!part.isEmpty())
            rest << part;
    if (!rest.isEmpty())
        text += plain(stop + rest.join(QStringLiteral(", ")) + QStringLiteral(". "));
    else
        text += plain(stop);
    if (!source.title.isEmpty() && !source.url.isEmpty())
        text.push_back({source.url, BriefingRun::Look::Quiet, source.url});
    if (!source.archivedUrl.isEmpty()) {
        text += plain(tr(" Copy: "));
        text.push_back({source.archivedUrl, BriefingRun::Look::Quiet, source.archivedUrl});
    }
    return text;
}

} // namespace

std::vector<BriefingBlock> pictureBlocks(BriefingMaterial& m)
{
    if (m.numbers().events == 0)
        return {};
    return {mapPicture(m), timelinePicture(m)};
}

std::vector<BriefingBlock> milestoneBlocks(BriefingMaterial& m)
{
    const auto milestones = milestonesOf(m);
    if (milestones.empty())
        return {};
    BriefingTable table{tr("Milestones, oldest first"), {}, {18, 82}, {}};
    for (const Milestone* milestone : milestones) {
        BriefingText what = strong(milestone->title) + m.cited(milestone->sources);
        if (const QString metric = metricText(*milestone, m.locale()); !metric.isEmpty())
            what += quiet(QLatin1Char('\n') + metric);
        table.rows.push_back({std::nullopt, {plain(milestone->date.display(m.locale(), true)), what}});
    }
    return {table};
}

std::vector<BriefingBlock> doubtBlocks(BriefingMaterial& m)
{
    BriefingTable table{tr("Remarks, in the order of the acts"), {}, {18, 82}, {}};
    for (const Row row : m.told()) {
        const bool isOpen = m.columns().has(row, Columns::EndUnknown) ||
                            inForceOn(m.columns(), row, m.asOf()) == InForce::Possibly;
        if (m.isDoubted(row) || isOpen)
            table.rows.push_back({std::nullopt, {plain(m.startText(row)), remarksOn(m, row)}});
    }
    if (table.rows.empty())
        return {};
    return {BriefingParagraph{plain(tr(
                "What is disputed, uncertain, or was decided in coding. A star (*) at an act refers here."))},
            table};
}

std::vector<BriefingBlock> sourceBlocks(BriefingMaterial& m)
{
    BriefingSources sources;
    for (const Source& source : m.notes().all())
        sources.items.push_back(sourceText(source, m.locale()));
    if (sources.items.empty())
        return {};
    return {sources};
}

std::vector<BriefingBlock> methodBlocks(BriefingMaterial& m, const BriefingChoice& choice)
{
    const auto paragraph = [](const QString& text) { return BriefingParagraph{plain(text), true}; };
    const DataSetInfo& info = m.workspace().dataSet().info();
    std::vector<BriefingBlock> blocks;
    blocks.push_back(paragraph(
        tr("An act is one dated step of an authority that restricts, investigates, warns about, or frees one "
           "or more "
           "platforms. It counts as in force on a day where its measure restricts use, its status is one "
           "that is or was in force, "
           "and the day lies between its start and its end. Advice, inquiries, fines and rulings are not "
           "counted as restrictions. "
           "An act whose end is not recorded is taken to go on, unless its status says that it is over.")));
    blocks.push_back(paragraph(tr("Dates are given as they are known: to the day, month, quarter or year. "
                                  "Where that leaves open whether an act is in force, or "
                                  "which came first, it is called possible, and numbers are given as a "
                                  "range. Statuses are as of the newest source in the record; "
                                  "an act that the record does not hold may exist all the same.")));
    QString data =
        tr("Data set: %1, with %Ln event(s)", static_cast<int>(m.columns().size())).arg(quoted(info.title));
    if (!info.created.isEmpty())
        if (const auto created = PartialDate::parse(QStringView(info.created).left(10)))
            data += tr(", created on %1").arg(created->display(m.locale()));
    data += QStringLiteral(".");
    if (!info.description.isEmpty())
        data += u' ' + info.description.simplified();
    blocks.push_back(paragraph(data));
    const QString filter = filterText(m.workspace().filter());
    QString made = filter.isEmpty() ? tr("This briefing covers all published events, without a filter. ")
                                    : tr("The filter of this briefing: %1. ").arg(filter);
    made += tr("What is in force is told for %1.").arg(m.asOfText());
    if (!choice.program.isEmpty())
        made += tr(" Made on %1 with %2.").arg(displayDay(choice.made, m.locale()), choice.program);
    blocks.push_back(paragraph(made));
    return blocks;
}

} // namespace interdict
