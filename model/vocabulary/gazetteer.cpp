// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/vocabulary/gazetteer.h"

#include "model/vocabulary/vocabulary.h"

namespace interdict {

namespace {

// What two spellings of a name have in common: "The Bahamas" and "bahamas", "Viet Nam" and "Vietnam".
QString nameKey(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    const auto article = QLatin1String("the ");
    return foldedName(trimmed.startsWith(article, Qt::CaseInsensitive) ? trimmed.mid(article.size())
                                                                       : trimmed);
}

// Of countries that share a name the first to claim it keeps it: short names are entered before ISO's, those
// before aliases.
void claim(QHash<QString, QString>& names, const QString& name, const QString& code)
{
    const QString key = nameKey(name);
    if (!key.isEmpty() && !names.contains(key))
        names.insert(key, code);
}

// A name that several subdivisions bear names none of them.
void claimAlone(QHash<QString, QString>& names, const QString& name, const QString& code)
{
    const QString key = nameKey(name);
    if (key.isEmpty())
        return;
    const auto it = names.find(key);
    if (it == names.end())
        names.insert(key, code);
    else if (*it != code)
        it->clear();
}

} // namespace

Gazetteer::Gazetteer(std::vector<Place> places, std::vector<PlaceGroup> groups)
    : m_places(std::move(places))
    , m_groups(std::move(groups))
{
    m_index.reserve(static_cast<qsizetype>(m_places.size()));
    for (std::size_t i = 0; i < m_places.size(); ++i)
        m_index.insert(m_places[i].code, static_cast<int>(i));
}

const Place* Gazetteer::find(const QString& code) const
{
    const auto it = m_index.constFind(code);
    return it == m_index.cend() ? nullptr : &m_places[static_cast<std::size_t>(*it)];
}

const PlaceGroup* Gazetteer::group(const QString& code) const
{
    const auto it = std::find_if(m_groups.cbegin(), m_groups.cend(),
                                 [&code](const PlaceGroup& g) { return g.code == code; });
    return it == m_groups.cend() ? nullptr : &*it;
}

QString Gazetteer::name(const QString& code) const
{
    const Place* place = find(code);
    return place ? place->name : code;
}

void Gazetteer::indexNames() const
{
    QHash<QString, QString> subdivisions;
    for (const Place& place : m_places)
        if (!place.isSubdivision())
            claim(m_byName, place.name, place.code);
    for (const Place& place : m_places)
        if (!place.isSubdivision()) {
            claim(m_byName, place.isoName, place.code);
            claim(m_byName, place.alpha3, place.code);
        }
    for (const Place& place : m_places) {
        for (const QString& alias : place.aliases)
            place.isSubdivision() ? claimAlone(subdivisions, alias, place.code)
                                  : claim(m_byName, alias, place.code);
        if (place.isSubdivision()) {
            claimAlone(subdivisions, place.name, place.code);
            claimAlone(subdivisions, place.isoName, place.code);
        }
    }
    for (auto it = subdivisions.cbegin(); it != subdivisions.cend(); ++it)
        if (!m_byName.contains(it.key()))
            m_byName.insert(it.key(), it.value());
}

std::optional<QString> Gazetteer::resolve(QStringView text) const
{
    if (const Place* place = find(text.trimmed().toString().toUpper()))
        return place->code;
    if (m_byName.isEmpty())
        indexNames();
    const QString code = m_byName.value(nameKey(text));
    return code.isEmpty() ? std::nullopt : std::optional(code);
}

std::optional<QString> Gazetteer::resolveGroup(QStringView text) const
{
    const QString wanted = nameKey(text);
    for (const PlaceGroup& candidate : m_groups)
        if (nameKey(candidate.code) == wanted || nameKey(candidate.label) == wanted)
            return candidate.code;
    return std::nullopt;
}

} // namespace interdict
