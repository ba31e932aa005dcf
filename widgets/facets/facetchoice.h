// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the values of a facet are chosen: the ways of combining them, and the selection after a click.
#pragma once

#include "model/explore/filter.h"

#include <vector>

namespace interdict {

enum class ChoiceMode : std::uint8_t { Any, All, None };

QString choiceModeLabel(ChoiceMode mode); // translated: "any of"
// The ways that make sense: all of only where an event may have several values.
std::vector<ChoiceMode> choiceModes(Facet facet);

const QStringList& valuesOf(const FacetSelection& selection, ChoiceMode mode);
// The way in which a value is chosen, or nothing where it is not.
std::optional<ChoiceMode> chosenAs(const FacetSelection& selection, const QString& value);
// The one way in which all values are chosen; nothing where there are none, or several ways.
std::optional<ChoiceMode> modeOf(const FacetSelection& selection);

// A value chosen in any way is dropped; another is added to the list of `mode`.
FacetSelection toggled(FacetSelection selection, const QString& value, ChoiceMode mode);
// All chosen values, in the list of `mode`.
FacetSelection moved(const FacetSelection& selection, ChoiceMode mode);

} // namespace interdict
