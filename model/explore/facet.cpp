// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/explore/facet.h"

#include <QCoreApplication>

namespace interdict {

namespace {

constexpr std::array<FacetInfo, facetCount> table{{
    {Facet::Country, "country", QT_TRANSLATE_NOOP("Facet", "Country"), false},
    {Facet::Bloc, "bloc", QT_TRANSLATE_NOOP("Facet", "Bloc or region"), true},
    {Facet::Platform, "platform", QT_TRANSLATE_NOOP("Facet", "Platform"), true},
    {Facet::Concern, "concern", QT_TRANSLATE_NOOP("Facet", "Concern"), true},
    {Facet::Measure, "measure", QT_TRANSLATE_NOOP("Facet", "Measure"), false},
    {Facet::Scope, "scope", QT_TRANSLATE_NOOP("Facet", "Scope"), false},
    {Facet::Status, "status", QT_TRANSLATE_NOOP("Facet", "Status"), false},
    {Facet::Developer, "developer", QT_TRANSLATE_NOOP("Facet", "Developer's country"), true},
    {Facet::Confidence, "confidence", QT_TRANSLATE_NOOP("Facet", "Confidence"), false},
    {Facet::Duration, "lasted", QT_TRANSLATE_NOOP("Facet", "Lasted"), true},
    {Facet::Review, "review", QT_TRANSLATE_NOOP("Facet", "Review"), false},
}};

} // namespace

const std::array<FacetInfo, facetCount>& facets()
{
    return table;
}

const FacetInfo& facetInfo(Facet facet)
{
    return table[static_cast<std::size_t>(facet)];
}

std::optional<Facet> facetFromKey(QStringView key)
{
    for (const FacetInfo& info : table)
        if (key.compare(QLatin1String(info.key), Qt::CaseInsensitive) == 0)
            return info.facet;
    return std::nullopt;
}

QString facetLabel(Facet facet)
{
    return QCoreApplication::translate("Facet", facetInfo(facet).label);
}

} // namespace interdict
