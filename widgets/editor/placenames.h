// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Places as people type them: by English name, code, or the name that a place's own languages have for it.
#pragma once

#include "widgets/editor/offers.h"

namespace interdict {

class Gazetteer;

// The countries, each with every name by which it is found.
std::vector<Offer> countryOffers(const Gazetteer& gazetteer);
std::vector<Offer> subdivisionOffers(const QString& country, const Gazetteer& gazetteer);

// The code meant, or nothing. A subdivision is looked for in its country first.
std::optional<QString> readCountry(const QString& text, const Gazetteer& gazetteer);
std::optional<QString> readSubdivision(const QString& text, const QString& country,
                                       const Gazetteer& gazetteer);
// What stands in a field for a code: the name where it leads back to the code, else the code.
QString placeText(const QString& code, const QString& country, const Gazetteer& gazetteer);

} // namespace interdict
