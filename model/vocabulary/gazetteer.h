// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Places by code: countries and subdivisions with names, label point and box, and the groups of countries
// (blocs, UN M49 regions and subregions). Made by the build from iso-codes, points.csv and blocs.json.
// A subregion that is its whole region (Antarctica) stands as the region alone, so that a code means one
// group.
#pragma once

#include "model/error.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace interdict {

struct GeoPoint // degrees
{
    double lon = 0;
    double lat = 0;
    bool operator==(const GeoPoint&) const = default;
};

struct GeoBox // degrees; west < east, south < north
{
    double west = 0, south = 0, east = 0, north = 0;
    bool operator==(const GeoBox&) const = default;
};

struct Place
{
    QString code;                  // ISO 3166-1 alpha-2, XK, EU, or ISO 3166-2
    QString country;               // the country's code; for a country its own
    QString name;                  // short English name, for screens
    QString isoName;               // ISO's name, where it differs
    QStringList aliases;           // other names in use: official and common ones, "UK"
    QString alpha3;                // of countries
    QString type;                  // of subdivisions: "State", "Province" …
    std::optional<GeoPoint> point; // EU: Brussels, its anchor
    std::optional<GeoBox> box;
    bool isSubdivision() const { return code != country; }
    bool operator==(const Place&) const = default;
};

struct PlaceGroup
{
    enum class Kind : std::uint8_t { Bloc, Region, Subregion };
    Kind kind = Kind::Bloc;
    QString code; // EU27 …; of regions their English name
    QString label;
    QString parent;      // of a subregion: its region's code
    QStringList members; // country codes
    bool operator==(const PlaceGroup&) const = default;
};

class Gazetteer
{
public:
    Gazetteer() = default;
    Gazetteer(std::vector<Place> places, std::vector<PlaceGroup> groups);

    // The build's compiled form: one tab-separated line a place or group. Read in about 2 ms, unlike its
    // sources.
    static Result<Gazetteer> fromTsv(const QByteArray& tsv);
    QByteArray toTsv() const;

    const std::vector<Place>& places() const { return m_places; }      // countries first, each list by code
    const std::vector<PlaceGroup>& groups() const { return m_groups; } // blocs, then regions, then subregions
    const Place* find(const QString& code) const;
    const PlaceGroup* group(const QString& code) const;
    QString name(const QString& code) const; // the code itself where unknown
    // The code meant by a code, an alpha-3 code, or a name in any of its forms; letter case, accents, spaces,
    // punctuation and a leading "the" aside.
    // Countries go before subdivisions; a subdivision's name counts only where one alone bears it.
    std::optional<QString> resolve(QStringView text) const;
    std::optional<QString> resolveGroup(QStringView text) const;

private:
    void indexNames() const;

    std::vector<Place> m_places;
    std::vector<PlaceGroup> m_groups;
    QHash<QString, int> m_index;
    mutable QHash<QString, QString>
        m_byName; // folded name → code, empty where several bear it; made on first use
};

// Reads the build's sources. points: text of points.csv; iso1, iso2: iso-codes' JSON; blocs: text of
// blocs.json; names: text of countrynames.tsv, names in other languages that become aliases.
Result<Gazetteer> compileGazetteer(const QByteArray& points, const QByteArray& iso1, const QByteArray& iso2,
                                   const QByteArray& blocs, const QByteArray& names = {});

} // namespace interdict
