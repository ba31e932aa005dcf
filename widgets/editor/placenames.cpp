// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/placenames.h"

#include "model/vocabulary/gazetteer.h"
#include "model/vocabulary/vocabulary.h"

#include <QLocale>

namespace interdict {

namespace {

// Names of countries in their own languages, and in the user's where it is one of theirs: by code.
QMultiHash<QString, QString> makeNativeNames()
{
    QMultiHash<QString, QString> names;
    const auto locales =
        QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
    for (const QLocale& locale : locales) {
        const QString code = locale.name().section(QLatin1Char('_'), -1);
        const QString name = locale.nativeTerritoryName();
        if (code.size() == 2 && !name.isEmpty() && !names.contains(code, name))
            names.insert(code, name);
    }
    return names;
}

const QMultiHash<QString, QString>& nativeNames()
{
    static const QMultiHash<QString, QString> names = makeNativeNames();
    return names;
}

Offer offerOf(const Place& place)
{
    Offer offer{place.name, place.code, {}, place.code, {}};
    QStringList names{place.name, place.code, place.isoName, place.alpha3};
    names += place.aliases;
    if (!place.isSubdivision())
        names += nativeNames().values(place.code);
    else
        offer.detail = place.type.isEmpty() ? place.code : place.type + QStringLiteral(", ") + place.code;
    if (place.isSubdivision())
        names += place.code.section(QLatin1Char('-'), 1);
    for (const QString& name : std::as_const(names))
        if (const QString key = foldedName(name); !key.isEmpty() && !offer.keys.contains(key))
            offer.keys.append(key);
    return offer;
}

// The one offer that the text names whole.
std::optional<QString> codeNamed(const QString& text, const std::vector<Offer>& offers)
{
    const QString key = foldedName(text);
    std::optional<QString> found;
    for (const Offer& offer : offers) {
        if (!offer.keys.contains(key))
            continue;
        if (found)
            return std::nullopt;
        found = offer.code;
    }
    return found;
}

} // namespace

std::vector<Offer> countryOffers(const Gazetteer& gazetteer)
{
    std::vector<Offer> offers;
    for (const Place& place : gazetteer.places())
        if (!place.isSubdivision())
            offers.push_back(offerOf(place));
    std::sort(offers.begin(), offers.end(), [](const Offer& a, const Offer& b) { return a.text < b.text; });
    return offers;
}

std::vector<Offer> subdivisionOffers(const QString& country, const Gazetteer& gazetteer)
{
    std::vector<Offer> offers;
    for (const Place& place : gazetteer.places())
        if (place.isSubdivision() && place.country == country)
            offers.push_back(offerOf(place));
    std::sort(offers.begin(), offers.end(), [](const Offer& a, const Offer& b) { return a.text < b.text; });
    return offers;
}

std::optional<QString> readCountry(const QString& text, const Gazetteer& gazetteer)
{
    const QString typed = text.trimmed();
    if (const auto code = gazetteer.resolve(typed))
        return code;
    for (auto name = nativeNames().begin(); name != nativeNames().end(); ++name)
        if (name.value().compare(typed, Qt::CaseInsensitive) == 0 && gazetteer.find(name.key()))
            return name.key();
    return std::nullopt;
}

std::optional<QString> readSubdivision(const QString& text, const QString& country,
                                       const Gazetteer& gazetteer)
{
    if (const auto code = codeNamed(text, subdivisionOffers(country, gazetteer)))
        return code;
    return gazetteer.resolve(text.trimmed());
}

QString placeText(const QString& code, const QString& country, const Gazetteer& gazetteer)
{
    const QString name = gazetteer.name(code);
    const auto read =
        country.isEmpty() ? readCountry(name, gazetteer) : readSubdivision(name, country, gazetteer);
    return read == code ? name : code;
}

} // namespace interdict
