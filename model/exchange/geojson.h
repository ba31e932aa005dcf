// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Events as a GeoJSON FeatureCollection (RFC 7946): each a Feature at the label point of its place, in
// degrees of WGS 84; without geometry where the place is unknown or has no point. Properties are flat, codes
// beside labels, so that a map program can colour by them.
#pragma once

#include "model/event/event.h"

namespace interdict {

class Gazetteer;
class Vocabulary;

QByteArray geoJsonHeader(const QString& title);
QByteArray eventToGeoJson(const Event& event, const Vocabulary& vocabulary, const Gazetteer& gazetteer);
QByteArray geoJsonFooter();

} // namespace interdict
