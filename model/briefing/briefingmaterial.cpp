// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/briefing/briefingmaterial.h"

#include "model/analysis/facttext.h"
#include "model/briefing/briefingtext.h"
#include "model/explore/filtertext.h"

#include <QCoreApplication>

namespace interdict {

namespace {

constexpr std::size_t pageOfEvents = 200;

Error cancelled()
{
    return {
        Error::Kind::Cancelled, QCoreApplication::translate("Briefing", "The briefing was cancelled."), {}};
}

} // namespace

BriefingMaterial::BriefingMaterial(const Workspace& workspace)
    : m_workspace(&workspace)
    , m_numbers(briefingNumbers(workspace.columns(), workspace.result(), workspace.asOf()))
{
    const auto rows = workspace.result();
    m_told = rows.last(std::min(rows.size(), mostTold));
}

Result<BriefingMaterial> BriefingMaterial::of(const Workspace& workspace, const BriefingProgress& progress)
{
    BriefingMaterial material(workspace);
    std::vector<std::int64_t> ids;
    for (std::size_t at = 0; at < material.m_told.size(); at += pageOfEvents) {
        const auto page = material.m_told.subspan(at, std::min(pageOfEvents, material.m_told.size() - at));
        ids.clear();
        for (const Row row : page)
            ids.push_back(workspace.columns().id[row]);
        auto events = workspace.dataSet().events(ids);
        if (!events)
            return tl::make_unexpected(events.error());
        for (std::size_t i = 0; i < page.size(); ++i)
            material.m_events.emplace(page[i], std::move((*events)[i]));
        const double share =
            static_cast<double>(at + page.size()) / static_cast<double>(material.m_told.size());
        if (progress && !progress(share))
            return tl::make_unexpected(cancelled());
    }
    return material;
}

const Event& BriefingMaterial::event(Row row)
{
    const auto known = m_events.find(row);
    return known != m_events.end() ? known->second
                                   : m_events.emplace(row, m_workspace->event(row)).first->second;
}

BriefingText BriefingMaterial::cited(const std::vector<Source>& sources)
{
    BriefingText text;
    for (const int number : m_notes.numbers(sources))
        text.push_back({QString::number(number), BriefingRun::Look::Plain, {}, number});
    return text;
}

BriefingText BriefingMaterial::act(Row row)
{
    const Event& told = event(row);
    return plain(QStringLiteral("“%1”").arg(told.title)) + star(row) + cited(told.sources);
}

bool BriefingMaterial::isDoubted(Row row)
{
    const Event& told = event(row);
    const auto& terms = vocabulary().terms(TermKind::Confidence);
    const bool isSure = !terms.empty() && told.confidence == terms.front().code;
    return !isSure || !told.note.isEmpty() || told.review != ReviewState::Published;
}

BriefingText BriefingMaterial::star(Row row)
{
    return isDoubted(row) ? plain(QStringLiteral("*")) : BriefingText{};
}

QString BriefingMaterial::onStart(Row row) const
{
    const auto date = partialDateOf(columns().start(row));
    return date ? onDate(*date, m_locale) : QString();
}

QString BriefingMaterial::startText(Row row, bool shortMonths) const
{
    return intervalText(columns().start(row), m_locale, shortMonths);
}

QString BriefingMaterial::countryName(Row row) const
{
    return facetValueLabel(Facet::Country, columns().countryCode(row), vocabulary(),
                           m_workspace->gazetteer());
}

QString BriefingMaterial::placeName(Row row) const
{
    const QString code = columns().placeCode(row);
    if (code == columns().countryCode(row))
        return countryName(row);
    return QStringLiteral("%1, %2").arg(m_workspace->gazetteer().name(code), countryName(row));
}

bool BriefingMaterial::isOfOnePlace() const
{
    return m_numbers.jurisdictions.size() <= 1 && m_numbers.byParts == 0;
}

MeasureClass BriefingMaterial::measureClassOf(Row row) const
{
    const Term* term =
        vocabulary().find(TermKind::Measure, columns().table(Facet::Measure).codes[columns().measure[row]]);
    return measureClass(term ? *term : Term{});
}

QString BriefingMaterial::valueLabel(Facet facet, int value) const
{
    return facetValueLabel(facet, columns().table(facet).codes[value], vocabulary(),
                           m_workspace->gazetteer());
}

QString BriefingMaterial::ranking(Facet facet, const std::vector<BriefingNumbers::Tally>& tallies,
                                  int most) const
{
    QStringList parts;
    for (const auto& tally : tallies) {
        if (tally.value == 0 || parts.size() == most)
            continue;
        const QString label = valueLabel(facet, tally.value);
        const bool isName = facet == Facet::Platform || facet == Facet::Country;
        parts << QStringLiteral("%1 (%2)").arg(isName ? placeInSentence(label) : withinSentence(label),
                                               m_locale.toString(tally.events));
    }
    return listed(parts);
}

} // namespace interdict
