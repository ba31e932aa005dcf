// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Key facts: each a sentence or a few, said only where the record bears it; empty where it says nothing.
// There is at least one act.
#pragma once

#include "model/briefing/briefingmaterial.h"

namespace interdict {

BriefingText extentFact(BriefingMaterial& material);    // how many acts, whose, when
BriefingText standingsFact(BriefingMaterial& material); // what restricts: in force, ended, to come
BriefingText strictestFact(BriefingMaterial& material); // measures in force by severity
BriefingText firstFact(BriefingMaterial& material);
BriefingText spreadFact(BriefingMaterial& material); // how fast other jurisdictions followed
BriefingText kindsFact(BriefingMaterial& material);  // measures and concerns
BriefingText scopesFact(BriefingMaterial& material); // whom the acts cover
BriefingText latestFact(BriefingMaterial& material);
BriefingText wordFact(BriefingMaterial& material); // on whose word

// The first three by title and date, with their sources, then how many more.
BriefingText namedActs(BriefingMaterial& material, const std::vector<Row>& rows);
// Events of a value, 0 where it is not among them.
int eventsOf(const std::vector<BriefingNumbers::Tally>& tallies, int value);
// Translated, with %Ln and with (s), (es), (ies) by n; English verbs follow the number too, hence two texts.
QString factText(const char* text, int n = -1);
QString factText(const char* one, const char* several, int n);

} // namespace interdict
