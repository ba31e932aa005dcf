// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/geojson.h"

#include "model/vocabulary/gazetteer.h"
#include "model/vocabulary/vocabulary.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace interdict {

namespace {

QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

// Degrees to a ten-thousandth: eleven metres, more than a label point means.
double rounded(double degrees)
{
    return std::round(degrees * 1e4) / 1e4;
}

QJsonValue geometryOf(const QString& code, const Gazetteer& gazetteer)
{
    const Place* place = gazetteer.find(code);
    if (!place || !place->point)
        return {};
    return QJsonObject{
        {QStringLiteral("type"), QStringLiteral("Point")},
        {QStringLiteral("coordinates"), QJsonArray{rounded(place->point->lon), rounded(place->point->lat)}}};
}

QJsonArray addressesOf(const std::vector<Source>& sources)
{
    QJsonArray addresses;
    for (const Source& source : sources)
        if (!source.url.isEmpty())
            addresses << source.url;
    return addresses;
}

} // namespace

QByteArray geoJsonHeader(const QString& title)
{
    QByteArray name = QJsonDocument(QJsonArray{title}).toJson(QJsonDocument::Compact);
    name = name.mid(1, name.size() - 2); // quoted, out of its array
    return "{\"type\":\"FeatureCollection\",\"name\":" + name + ",\"features\":[\n";
}

QByteArray eventToGeoJson(const Event& event, const Vocabulary& vocabulary, const Gazetteer& gazetteer)
{
    const auto label = [&](TermKind kind, const QString& code) {
        return code.isEmpty() ? QJsonValue() : QJsonValue(vocabulary.label(kind, code));
    };
    const DayInterval start = event.start.interval();
    const auto day = [](Day value) { return PartialDate::ofDay(value).text(); };
    QJsonObject properties{
        {QStringLiteral("title"), event.title},
        {QStringLiteral("date"), event.start.text()},
        {QStringLiteral("date_first"), day(start.first)},
        {QStringLiteral("date_last"), day(start.last)},
        {QStringLiteral("end_date"), event.end ? QJsonValue(event.end->text()) : QJsonValue()},
        {QStringLiteral("country"), textOrNull(event.country)},
        {QStringLiteral("subdivision"), textOrNull(event.subdivision)},
        {QStringLiteral("place"), event.place().isEmpty() ? QJsonValue() : gazetteer.name(event.place())},
        {QStringLiteral("authority"), textOrNull(event.authority)},
        {QStringLiteral("platforms"), QJsonArray::fromStringList(event.platforms)},
        {QStringLiteral("measure"), textOrNull(event.measure)},
        {QStringLiteral("measure_label"), label(TermKind::Measure, event.measure)},
        {QStringLiteral("scope"), textOrNull(event.scope)},
        {QStringLiteral("status"), textOrNull(event.status)},
        {QStringLiteral("status_label"), label(TermKind::Status, event.status)},
        {QStringLiteral("concerns"), QJsonArray::fromStringList(event.concerns)},
        {QStringLiteral("confidence"), textOrNull(event.confidence)},
        {QStringLiteral("summary"), textOrNull(event.summary)},
        {QStringLiteral("sources"), addressesOf(event.sources)}};
    if (event.review != ReviewState::Published)
        properties.insert(QStringLiteral("review"), reviewCode(event.review));
    const QJsonObject feature{{QStringLiteral("type"), QStringLiteral("Feature")},
                              {QStringLiteral("id"), event.uid},
                              {QStringLiteral("geometry"), geometryOf(event.place(), gazetteer)},
                              {QStringLiteral("properties"), properties}};
    return QJsonDocument(feature).toJson(QJsonDocument::Compact);
}

QByteArray geoJsonFooter()
{
    return "\n]}\n";
}

} // namespace interdict
