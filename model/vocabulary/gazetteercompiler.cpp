// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the gazetteer together from iso-codes (which places there are, official names), points.csv (short
// English names, points, boxes), countrynames.tsv (names in other languages) and blocs.json (groups). Runs in
// the build.
#include "model/vocabulary/gazetteer.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace interdict {

namespace {

struct Label // a row of points.csv
{
    QString name;
    GeoPoint point;
    GeoBox box;
};
using Labels = std::map<QString, Label>;

// Names in daily use that neither ISO nor Natural Earth has.
constexpr std::array<std::pair<const char*, const char*>, 12> dailyNames{{{"GB", "UK"},
                                                                          {"GB", "Great Britain"},
                                                                          {"US", "U.S."},
                                                                          {"US", "United States of America"},
                                                                          {"AE", "UAE"},
                                                                          {"CZ", "Czech Republic"},
                                                                          {"MM", "Burma"},
                                                                          {"MK", "Macedonia"},
                                                                          {"SZ", "Swaziland"},
                                                                          {"CD", "Congo-Kinshasa"},
                                                                          {"CG", "Congo-Brazzaville"},
                                                                          {"NL", "Holland"}}};

QString tr(const char* text)
{
    return QCoreApplication::translate("Gazetteer", text);
}

tl::unexpected<Error> bad(const QString& message)
{
    return failure(Error::Kind::BadInput, message);
}

// The fields of a line of CSV; a quoted field may hold commas and doubled quotes.
QStringList csvFields(QStringView line)
{
    QStringList fields{QString()};
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == u'"' && quoted && i + 1 < line.size() && line[i + 1] == u'"')
            fields.last() += line[i++];
        else if (line[i] == u'"')
            quoted = !quoted;
        else if (line[i] == u',' && !quoted)
            fields.append(QString());
        else
            fields.last() += line[i];
    }
    return fields;
}

std::optional<std::array<double, 6>> coordinates(const QStringList& fields)
{
    std::array<double, 6> values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        bool ok = false;
        values[i] = fields[static_cast<qsizetype>(i) + 2].toDouble(&ok);
        if (!ok)
            return std::nullopt;
    }
    return values;
}

Result<Labels> readLabels(const QByteArray& csv)
{
    const QString header = QStringLiteral("code,name,lon,lat,minlon,minlat,maxlon,maxlat");
    const QStringList lines = QString::fromUtf8(csv).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (lines.isEmpty() || lines.first() != header)
        return bad(tr("points.csv:1: the header must be %1.").arg(header));
    Labels labels;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QStringList f = csvFields(lines[i]);
        const auto v = f.size() == 8 ? coordinates(f) : std::nullopt;
        if (!v)
            return bad(tr("points.csv:%1: expected a code, a name and six numbers.").arg(i + 1));
        labels[f[0]] = Label{f[1], {(*v)[0], (*v)[1]}, {(*v)[2], (*v)[3], (*v)[4], (*v)[5]}};
    }
    return labels;
}

Result<QJsonArray> isoEntries(const QByteArray& json, const QString& list)
{
    QJsonParseError error;
    const QJsonArray entries = QJsonDocument::fromJson(json, &error).object().value(list).toArray();
    if (entries.isEmpty())
        return bad(tr("The list of ISO %1 of iso-codes cannot be read (%2). Is the package iso-codes whole?")
                       .arg(list, error.errorString()));
    return entries;
}

Place placeWithCode(const QString& code)
{
    Place place;
    place.code = code;
    place.country = code.section(QLatin1Char('-'), 0, 0);
    return place;
}

void addAlias(Place& place, const QString& alias)
{
    if (!alias.isEmpty() && alias != place.name && alias != place.isoName && !place.aliases.contains(alias))
        place.aliases.append(alias);
}

// "Korea, Republic of" → "Republic of Korea"; other names with commas are lists.
QString turnedRound(const QString& name)
{
    const qsizetype comma = name.indexOf(QLatin1String(", "));
    const bool turned =
        comma > 0 && (name.endsWith(QLatin1String(" of")) || name.endsWith(QLatin1String(" of the")));
    return turned ? name.mid(comma + 2) + u' ' + name.left(comma) : QString();
}

void setLabel(Place& place, const Labels& labels)
{
    const auto it = labels.find(place.code);
    if (it == labels.end())
        return;
    place.name = it->second.name;
    place.point = it->second.point;
    place.box = it->second.box;
}

Place countryFrom(const QJsonObject& iso, const Labels& labels)
{
    const auto field = [&iso](const char* key) { return iso.value(QLatin1String(key)).toString(); };
    Place place = placeWithCode(field("alpha_2"));
    place.alpha3 = field("alpha_3");
    place.name = field("common_name").isEmpty() ? field("name") : field("common_name");
    setLabel(place, labels);
    if (field("name") != place.name)
        place.isoName = field("name");
    for (const QString& alias : {field("common_name"), field("official_name"), turnedRound(field("name"))})
        addAlias(place, alias);
    return place;
}

// ISO adds a name in a second language in brackets: "Lleida [Lérida]", "Isle of Anglesey [Sir Ynys Môn
// GB-YNM]".
Place subdivisionFrom(const QJsonObject& iso, const Labels& labels)
{
    const auto field = [&iso](const char* key) { return iso.value(QLatin1String(key)).toString(); };
    const QString name = field("name");
    Place place = placeWithCode(field("code"));
    place.name = name.section(QLatin1String(" ["), 0, 0);
    place.type = field("type");
    const QString firstName = place.name;
    setLabel(place, labels);
    if (name != place.name)
        place.isoName = name;
    addAlias(place, firstName);
    if (name.endsWith(u']'))
        addAlias(place, name.section(QLatin1String(" ["), 1).chopped(1).section(QLatin1String(" GB-"), 0, 0));
    return place;
}

// ISO reserves EU for the Union and has no code for Kosovo; XK is the one in common use.
std::vector<Place> placesBesideIso(const Labels& labels)
{
    Place theUnion = placeWithCode(QStringLiteral("EU"));
    theUnion.name = QStringLiteral("European Union");
    theUnion.point = GeoPoint{4.35, 50.85}; // Brussels
    Place kosovo = placeWithCode(QStringLiteral("XK"));
    kosovo.name = QStringLiteral("Kosovo");
    kosovo.alpha3 = QStringLiteral("XKX");
    setLabel(kosovo, labels);
    return {theUnion, kosovo};
}

// "IT", then names, divided by tabs; lines that begin with # are for people.
void addForeignNames(std::vector<Place>& places, const QByteArray& tsv)
{
    std::map<QString, Place*> byCode;
    for (Place& place : places)
        byCode[place.code] = &place;
    for (const QString& line : QString::fromUtf8(tsv).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList fields = line.split(u'\t');
        const auto it = byCode.find(fields.front());
        if (it == byCode.end())
            continue;
        for (const QString& name : fields.mid(1))
            addAlias(*it->second, name);
    }
}

std::vector<Place> allPlaces(const QJsonArray& countries, const QJsonArray& subdivisions,
                             const Labels& labels, const QByteArray& names)
{
    std::vector<Place> places = placesBesideIso(labels);
    for (const QJsonValue iso : countries)
        places.push_back(countryFrom(iso.toObject(), labels));
    for (Place& place : places)
        for (const auto& [code, name] : dailyNames)
            if (place.code == QLatin1String(code))
                addAlias(place, QString::fromLatin1(name));
    addForeignNames(places, names);
    for (const QJsonValue iso : subdivisions)
        places.push_back(subdivisionFrom(iso.toObject(), labels));
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
        return std::pair(a.isSubdivision(), a.code) < std::pair(b.isSubdivision(), b.code);
    });
    return places;
}

QStringList strings(const QJsonValue& array)
{
    QStringList list;
    for (const QJsonValue value : array.toArray())
        list.append(value.toString());
    return list;
}

void addRegion(const QString& region, const QJsonObject& parts, std::vector<PlaceGroup>& regions,
               std::vector<PlaceGroup>& subregions)
{
    PlaceGroup whole{PlaceGroup::Kind::Region, region, region, {}, {}};
    for (auto it = parts.begin(); it != parts.end(); ++it) {
        whole.members += strings(it.value());
        if (it.key() != region)
            subregions.push_back(
                {PlaceGroup::Kind::Subregion, it.key(), it.key(), region, strings(it.value())});
    }
    regions.push_back(std::move(whole));
}

Result<std::vector<PlaceGroup>> readGroups(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    const QJsonObject byRegion = root.value(QLatin1String("regions")).toObject();
    std::vector<PlaceGroup> groups, regions, subregions;
    for (const QJsonValue value : root.value(QLatin1String("blocs")).toArray()) {
        const QJsonObject bloc = value.toObject();
        groups.push_back({PlaceGroup::Kind::Bloc,
                          bloc.value(QLatin1String("code")).toString(),
                          bloc.value(QLatin1String("label")).toString(),
                          {},
                          strings(bloc.value(QLatin1String("members")))});
    }
    for (auto it = byRegion.begin(); it != byRegion.end(); ++it)
        addRegion(it.key(), it.value().toObject(), regions, subregions);
    if (groups.empty() || regions.empty())
        return bad(tr("blocs.json needs \"blocs\" and \"regions\" (%1).").arg(error.errorString()));
    groups.insert(groups.end(), regions.begin(), regions.end());
    groups.insert(groups.end(), subregions.begin(), subregions.end());
    return groups;
}

} // namespace

Result<Gazetteer> compileGazetteer(const QByteArray& points, const QByteArray& iso1, const QByteArray& iso2,
                                   const QByteArray& blocs, const QByteArray& names)
{
    const auto labels = readLabels(points);
    const auto countries = isoEntries(iso1, QStringLiteral("3166-1"));
    const auto subdivisions = isoEntries(iso2, QStringLiteral("3166-2"));
    auto groups = readGroups(blocs);
    if (!labels || !groups)
        return tl::make_unexpected(!labels ? labels.error() : groups.error());
    if (!countries || !subdivisions)
        return tl::make_unexpected(!countries ? countries.error() : subdivisions.error());
    Gazetteer gazetteer(allPlaces(*countries, *subdivisions, *labels, names), std::move(*groups));
    for (const auto& [code, label] : *labels)
        if (!gazetteer.find(code))
            return bad(tr("points.csv: %1 (%2) is no code of ISO 3166.").arg(code, label.name));
    for (const PlaceGroup& group : gazetteer.groups())
        for (const QString& member : group.members)
            if (!gazetteer.find(member))
                return bad(
                    tr("blocs.json: %1 has the member %2, which is no country.").arg(group.code, member));
    return gazetteer;
}

} // namespace interdict
