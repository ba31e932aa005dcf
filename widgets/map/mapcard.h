// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of a place, in words: on the card beside the pointer and to assistive technology.
#pragma once

#include "widgets/map/mapfacts.h"

#include <QLocale>
#include <QStringList>

namespace interdict {

class Gazetteer;

struct PlaceStory
{
    const Columns& columns;
    const Vocabulary& vocabulary;
    const Gazetteer& gazetteer;
    const RecordFacts& facts;
    std::span<const Row> result;
    QLocale locale;
};

struct MapCard
{
    QString title;
    QStringList lines;
    bool operator==(const MapCard&) const = default;
};

// Any place of the gazetteer, whether the record has events there or not.
MapCard placeCard(const PlaceStory& story, const QString& code);
// "Italy: 7 events, strictest in force: processing order since 30 January 2025".
QString placeSummary(const PlaceStory& story, const QString& code);
// The concerns that most of the place's events under the filter share, most frequent first.
QStringList topConcerns(const PlaceStory& story, const QString& code, int most = 3);

} // namespace interdict
