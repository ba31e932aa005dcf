// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The values of facets as people write them: by code or by name, and what was likely meant by a slip.
#pragma once

#include "model/explore/facet.h"
#include "model/vocabulary/vocabulary.h"

namespace interdict {

class Gazetteer;

// The kind of terms that a facet's values are; nothing for places and platforms.
std::optional<TermKind> termKindOf(Facet facet);
// The code meant by a code or a name, letter case, accents, spaces and underscores aside.
std::optional<QString> resolveFacetValue(Facet facet, const QString& text, const Vocabulary& vocabulary,
                                         const Gazetteer& gazetteer);
// The value whose code or name is closest to `text`, as one would write it; nothing where none is close.
std::optional<QString> nearestFacetValue(Facet facet, const QString& text, const Vocabulary& vocabulary,
                                         const Gazetteer& gazetteer);
// The codes of the places that bear the name, where it stands for none of them alone.
QStringList namesakes(Facet facet, const QString& text, const Gazetteer& gazetteer);
// Which of `candidates` is closest to `text`, or nothing where none is close.
std::optional<QString> nearestText(const QString& text, const QStringList& candidates);
// "a concern", "a country or a part of one" …; with an example.
QString facetValueNoun(Facet facet);
QString facetValueExample(Facet facet, const Vocabulary& vocabulary);

} // namespace interdict
