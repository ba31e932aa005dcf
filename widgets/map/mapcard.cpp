// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mapcard.h"

#include "model/analysis/facttext.h"
#include "model/vocabulary/gazetteer.h"

#include <QCoreApplication>

#include <algorithm>

namespace interdict {

namespace {

QString lowered(const QString& text)
{
    // "Processing order" within a sentence, but "US federal law" as it is.
    const bool acronym = text.size() > 1 && text[1].isUpper();
    return acronym || text.isEmpty() ? text : text[0].toLower() + text.mid(1);
}

std::optional<int> numberOf(const PlaceStory& story, const QString& code)
{
    const auto number = story.columns.table(Facet::Country).number(code);
    const bool isKnown = number && *number > 0 && story.facts.of(*number).total > 0;
    return isKnown ? number : std::nullopt;
}

QString strictestText(const PlaceStory& story, const PlaceFacts& facts)
{
    const Row row = *facts.strictest;
    const QString code = story.columns.table(Facet::Measure).codes[story.columns.measure[row]];
    const QString since = intervalText(story.columns.start(row), story.locale);
    const QString measure = story.vocabulary.label(TermKind::Measure, code);
    return (facts.certain ? QCoreApplication::translate("Map", "%1 since %2")
                          : QCoreApplication::translate("Map", "%1 since %2, possibly still in force"))
        .arg(measure, since);
}

QString countText(const PlaceFacts& facts)
{
    if (facts.count == facts.total)
        return QCoreApplication::translate("Map", "%n event(s)", nullptr, static_cast<int>(facts.total));
    return QCoreApplication::translate("Map", "%1 of %n event(s) under the filter", nullptr,
                                       static_cast<int>(facts.total))
        .arg(facts.count);
}

QString unpublishedText(const PlaceFacts& facts)
{
    return QCoreApplication::translate("Map", "%n of these not published", nullptr,
                                       static_cast<int>(facts.unpublished));
}

void addFacts(QStringList& lines, const PlaceStory& story, const PlaceFacts& facts, const QString& code)
{
    if (facts.strictest)
        lines << strictestText(story, facts);
    else if (facts.count > 0)
        lines << QCoreApplication::translate("Map", "None in force on the day");
    lines << countText(facts);
    if (facts.unpublished > 0)
        lines << unpublishedText(facts);
    QStringList concerns = topConcerns(story, code);
    for (qsizetype i = 1; i < concerns.size(); ++i)
        concerns[i] = lowered(concerns[i]);
    if (!concerns.isEmpty())
        lines << concerns.join(QStringLiteral(", "));
}

// What holds in a part of which the record tells nothing is the country's own.
void addCountry(QStringList& lines, const PlaceStory& story, const Place& place)
{
    const auto country = numberOf(story, place.country);
    if (!place.isSubdivision() || !country)
        return;
    const PlaceFacts& facts = story.facts.own[static_cast<std::size_t>(*country)];
    if (facts.strictest)
        lines << QStringLiteral("%1: %2").arg(story.gazetteer.name(place.country),
                                              strictestText(story, facts));
}

} // namespace

QStringList topConcerns(const PlaceStory& story, const QString& code, int most)
{
    const auto place = numberOf(story, code);
    if (!place || story.facts.of(*place).count == 0)
        return {};
    const ValueTable& table = story.columns.table(Facet::Concern);
    std::vector<std::pair<int, int>> counts; // negative count, value
    for (int value = 1; value < table.size(); ++value)
        counts.emplace_back(0, value);
    for (const Row row : story.result) {
        const int at = story.columns.place[row];
        if (at != *place && story.columns.countryOf[static_cast<std::size_t>(at)] != *place)
            continue;
        for (const int value : story.columns.concern.values(row))
            if (value > 0)
                --counts[static_cast<std::size_t>(value) - 1].first;
    }
    std::sort(counts.begin(), counts.end());
    QStringList labels;
    for (const auto& [count, value] : counts)
        if (count < 0 && labels.size() < most)
            labels << story.vocabulary.label(TermKind::Concern, table.codes[value]);
    return labels;
}

MapCard placeCard(const PlaceStory& story, const QString& code)
{
    MapCard card{story.gazetteer.name(code), {}};
    const Place* place = story.gazetteer.find(code);
    if (place && place->isSubdivision())
        card.title = QStringLiteral("%1, %2").arg(card.title, story.gazetteer.name(place->country));
    if (const auto number = numberOf(story, code)) {
        addFacts(card.lines, story, story.facts.of(*number), code);
        return card;
    }
    const bool part = place && place->isSubdivision() && numberOf(story, place->country);
    card.lines << (part ? QCoreApplication::translate("Map", "No event of its own in the record")
                        : QCoreApplication::translate("Map", "No event in the record"));
    if (place)
        addCountry(card.lines, story, *place);
    return card;
}

QString placeSummary(const PlaceStory& story, const QString& code)
{
    const QString name = placeCard(story, code).title;
    const auto number = numberOf(story, code);
    if (!number)
        return QCoreApplication::translate("Map", "%1: no event in the record").arg(name);
    const PlaceFacts& facts = story.facts.of(*number);
    QString counts = countText(facts);
    if (facts.unpublished > 0)
        counts += QStringLiteral(", ") + unpublishedText(facts);
    if (!facts.strictest)
        return QCoreApplication::translate("Map", "%1: %2, none in force").arg(name, counts);
    return QCoreApplication::translate("Map", "%1: %2, strictest in force: %3")
        .arg(name, counts, lowered(strictestText(story, facts)));
}

} // namespace interdict
