// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a foreign table's words for jurisdictions mean.
#include "model/exchange/import/listtext.h"
#include "model/exchange/import/valuereader.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Import", text);
}

// "Italy (national)", "🇮🇹 Italy", "Italy[3]" → Italy
QString withoutAdditions(const QString& text)
{
    static const QRegularExpression brackets(QStringLiteral("\\s*[(\\[（].*?[)\\]）]"));
    static const QRegularExpression signs(QStringLiteral("^[^\\p{L}]+|[\\*†‡\\d\\s]+$"));
    return QString(text).remove(brackets).remove(signs).trimmed();
}

} // namespace

const TextReading& ValueReader::place(const QString& text)
{
    Cache& cache = m_cache[static_cast<std::size_t>(ImportTarget::Place)];
    const auto it = cache.constFind(text);
    return it != cache.cend() ? *it : *cache.insert(text, readPlace(text));
}

TextReading ValueReader::readPlace(const QString& text) const
{
    if (auto codes = mapped(ImportTarget::Place, text)) {
        for (QString& code : *codes)
            code = m_gazetteer.resolve(code).value_or(code);
        return {*codes, {}};
    }
    if (meansNothing(text))
        return {};
    if (const auto code = m_gazetteer.resolve(text))
        return {{*code}, {}};
    if (const auto code = partInBrackets(text))
        return {{*code}, {}};
    if (const auto code = m_gazetteer.resolve(withoutAdditions(text)))
        return {{*code}, {}};
    if (const auto group = m_gazetteer.resolveGroup(text))
        return {
            {},
            tr("\"%1\" is a group of countries; an event has one jurisdiction. Give each country a row of "
               "its own, or write EU where the Union acted.")
                .arg(text)};
    const QStringList parts = likelyDivided(text);
    QStringList codes;
    for (const QString& part : parts)
        if (const auto code = m_gazetteer.resolve(withoutAdditions(part)))
            codes << *code;
    if (codes.size() == 2 && parts.size() == 2) { // "Texas, USA"
        const Place* first = m_gazetteer.find(codes[0]);
        const Place* second = m_gazetteer.find(codes[1]);
        if (first->isSubdivision() && first->country == second->code)
            return {{codes[0]}, {}};
        if (second->isSubdivision() && second->country == first->code)
            return {{codes[1]}, {}};
    }
    if (parts.size() > 1 && codes.size() == parts.size())
        return {{},
                tr("\"%1\" names %2 jurisdictions; an event has one. Give each a row of its own.")
                    .arg(text)
                    .arg(parts.size())};
    if (const auto code = placeFromWords(text))
        return {{*code}, {}, true};
    return unknownValue(ImportTarget::Place, text);
}

// "U.S. (Texas)", "Georgia (US)": a part of a country, whichever of the two stands in brackets.
std::optional<QString> ValueReader::partInBrackets(const QString& text) const
{
    static const QRegularExpression form(QStringLiteral("^(.+?)\\s*[(\\[（](.+?)[)\\]）]$"));
    const auto match = form.match(text.trimmed());
    for (const auto& [country, part] :
         {std::pair(match.captured(1), match.captured(2)), std::pair(match.captured(2), match.captured(1))}) {
        const auto code = match.hasMatch() ? m_gazetteer.resolve(country) : std::nullopt;
        if (!code || m_gazetteer.find(*code)->isSubdivision())
            continue;
        const QStringList codes = readSubdivision(part, *code).codes;
        if (!codes.isEmpty() && m_gazetteer.find(codes.front())->country == *code)
            return codes.front();
    }
    return std::nullopt;
}

// "New York State", "Province of Ontario"; "USA - NASA", of which the country is understood.
std::optional<QString> ValueReader::placeFromWords(const QString& text) const
{
    static const QRegularExpression kind(
        QStringLiteral(
            "^(?:the\\s+)?(?:state|province|commonwealth|region|territory|city|land|bundesland)\\s+"
            "(?:of\\s+)?|\\s+(?:state|province|region|territory|prefecture|county)$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression further(QStringLiteral("\\s+[-–—:]\\s+|:\\s+"));
    const auto code = m_gazetteer.resolve(QString(text).remove(kind));
    if (code && m_gazetteer.find(*code)->isSubdivision())
        return code;
    const auto at = text.indexOf(further);
    return at > 0 ? m_gazetteer.resolve(text.left(at)) : std::nullopt;
}

void ValueReader::indexSubdivisions() const
{
    for (const Place& place : m_gazetteer.places()) {
        if (!place.isSubdivision())
            continue;
        QStringList names = place.aliases;
        names << place.name << place.isoName << place.code.section(u'-', 1);
        for (const QString& name : names)
            if (!name.isEmpty())
                m_subdivisionByName.insert(place.country + foldedName(name), place.code);
    }
}

const TextReading& ValueReader::subdivision(const QString& text, const QString& country)
{
    const QString key = country + u'\n' + text;
    const auto it = m_subdivisions.constFind(key);
    return it != m_subdivisions.cend() ? *it : *m_subdivisions.insert(key, readSubdivision(text, country));
}

TextReading ValueReader::readSubdivision(const QString& text, const QString& country) const
{
    if (const auto codes = mapped(ImportTarget::Subdivision, text))
        return {*codes, {}};
    if (meansNothing(text))
        return {};
    const Place* exact = m_gazetteer.find(text.trimmed().toUpper());
    if (exact && exact->isSubdivision())
        return {{exact->code}, {}};
    if (m_subdivisionByName.isEmpty())
        indexSubdivisions();
    if (const QString code = m_subdivisionByName.value(country + foldedName(text)); !code.isEmpty())
        return {{code}, {}};
    const auto code = m_gazetteer.resolve(text);
    if (country.isEmpty() && code && m_gazetteer.find(*code)->isSubdivision())
        return {{*code}, {}};
    if (code && *code == country) // the country's name again
        return {};
    return {
        {},
        tr("\"%1\" is no part of %2. Write its name or its code by ISO 3166-2, such as US-TX, or leave it "
           "empty.")
            .arg(text, country.isEmpty() ? tr("a country") : m_gazetteer.name(country))};
}

} // namespace interdict
