// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facets/facetchoice.h"

#include <QCoreApplication>

namespace interdict {

namespace {

QStringList& listOf(FacetSelection& selection, ChoiceMode mode)
{
    return const_cast<QStringList&>(valuesOf(selection, mode));
}

constexpr std::array allModes{ChoiceMode::Any, ChoiceMode::All, ChoiceMode::None};

} // namespace

QString choiceModeLabel(ChoiceMode mode)
{
    switch (mode) {
    case ChoiceMode::Any:
        return QCoreApplication::translate("ChoiceMode", "any of");
    case ChoiceMode::All:
        return QCoreApplication::translate("ChoiceMode", "all of");
    case ChoiceMode::None:
        return QCoreApplication::translate("ChoiceMode", "none of");
    }
    return {};
}

std::vector<ChoiceMode> choiceModes(Facet facet)
{
    if (facetInfo(facet).multiValued && facet != Facet::Country)
        return {ChoiceMode::Any, ChoiceMode::All, ChoiceMode::None};
    return {ChoiceMode::Any, ChoiceMode::None};
}

const QStringList& valuesOf(const FacetSelection& selection, ChoiceMode mode)
{
    switch (mode) {
    case ChoiceMode::Any:
        return selection.anyOf;
    case ChoiceMode::All:
        return selection.allOf;
    case ChoiceMode::None:
        break;
    }
    return selection.noneOf;
}

std::optional<ChoiceMode> chosenAs(const FacetSelection& selection, const QString& value)
{
    for (const ChoiceMode mode : allModes) {
        if (valuesOf(selection, mode).contains(value))
            return mode;
    }
    return std::nullopt;
}

std::optional<ChoiceMode> modeOf(const FacetSelection& selection)
{
    std::optional<ChoiceMode> found;
    for (const ChoiceMode mode : allModes) {
        if (valuesOf(selection, mode).isEmpty())
            continue;
        if (found)
            return std::nullopt;
        found = mode;
    }
    return found;
}

FacetSelection toggled(FacetSelection selection, const QString& value, ChoiceMode mode)
{
    if (const auto chosen = chosenAs(selection, value))
        listOf(selection, *chosen).removeAll(value);
    else
        listOf(selection, mode).append(value);
    return selection;
}

FacetSelection moved(const FacetSelection& selection, ChoiceMode mode)
{
    FacetSelection result;
    QStringList& list = listOf(result, mode);
    list = selection.anyOf + selection.allOf + selection.noneOf;
    list.removeDuplicates();
    return result;
}

} // namespace interdict
