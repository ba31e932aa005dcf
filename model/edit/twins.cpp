// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/twins.h"

#include "model/vocabulary/vocabulary.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace interdict {

namespace {

constexpr double sameActWeight = 2;
constexpr double sameSourceWeight = 1.5;

std::vector<QStringView> bigrams(QStringView folded)
{
    std::vector<QStringView> pairs;
    for (qsizetype i = 0; i + 1 < folded.size(); ++i)
        pairs.push_back(folded.mid(i, 2));
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

bool sharesPlatform(const Event& a, const Event& b)
{
    return std::any_of(a.platforms.begin(), a.platforms.end(),
                       [&b](const QString& name) { return b.platforms.contains(name); });
}

bool isNear(const PartialDate& a, const PartialDate& b)
{
    const DayInterval first = a.interval(), second = b.interval();
    return first.first <= second.last + twinDays && second.first <= first.last + twinDays;
}

bool sharesSource(const Event& a, const Event& b)
{
    QStringList urls;
    for (const Source& source : a.sources)
        urls << comparableUrl(source.url);
    urls.removeAll(QString());
    return std::any_of(b.sources.begin(), b.sources.end(),
                       [&urls](const Source& source) { return urls.contains(comparableUrl(source.url)); });
}

bool isEmpty(const Event& event, const EventFieldInfo& field)
{
    Event empty;
    return field.field != EventField::Start && field.equal(event, empty);
}

// Events of one case have much in common, and are known to be two.
bool areRelated(const Event& a, const Event& b)
{
    const auto names = [](const Event& one, const Event& other) {
        return std::any_of(one.relations.begin(), one.relations.end(),
                           [&other](const Relation& relation) { return relation.uid == other.uid; });
    };
    return names(a, b) || (!a.uid.isEmpty() && names(b, a));
}

std::vector<EventField> differences(const Event& a, const Event& b)
{
    std::vector<EventField> fields;
    for (const EventFieldInfo& field : eventFields())
        if (!field.equal(a, b) && !isEmpty(a, field) && !isEmpty(b, field))
            fields.push_back(field.field);
    return fields;
}

double likelihood(const Twin& twin)
{
    return (twin.sameActWithinDays ? sameActWeight : 0) + (twin.sameSource ? sameSourceWeight : 0) +
           twin.titleLikeness;
}

} // namespace

// Dice, L. R. (1945): Measures of the amount of ecologic association between species; of bigrams as
// multisets.
double titleLikeness(const QString& a, const QString& b)
{
    const QString first = foldedName(a), second = foldedName(b);
    if (first == second)
        return first.isEmpty() ? 0 : 1;
    const auto one = bigrams(first), other = bigrams(second);
    if (one.empty() || other.empty())
        return 0;
    std::vector<QStringView> common;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(common));
    return 2.0 * static_cast<double>(common.size()) / static_cast<double>(one.size() + other.size());
}

QString comparableUrl(const QString& url)
{
    const QUrl parsed(url.trimmed());
    if (parsed.host().isEmpty())
        return {};
    QUrlQuery query(parsed);
    const auto items = query.queryItems();
    for (const auto& [key, value] : items)
        if (key.startsWith(QLatin1String("utm_")))
            query.removeQueryItem(key);
    QString host = parsed.host();
    if (host.startsWith(QLatin1String("www.")))
        host.remove(0, 4);
    QString text = host + parsed.path();
    while (text.endsWith(u'/'))
        text.chop(1);
    return query.isEmpty() ? text : text + u'?' + query.toString();
}

std::vector<Twin> findTwins(const Event& event, std::span<const Event> candidates)
{
    std::vector<Twin> twins;
    for (const Event& other : candidates) {
        if ((!event.uid.isEmpty() && other.uid == event.uid) || areRelated(event, other))
            continue;
        Twin twin{other, false, sharesSource(event, other), titleLikeness(event.title, other.title), {}};
        twin.sameActWithinDays = !event.country.isEmpty() && event.country == other.country &&
                                 sharesPlatform(event, other) && isNear(event.start, other.start);
        if (!twin.sameActWithinDays && !twin.sameSource && twin.titleLikeness < nearTitle)
            continue;
        twin.differences = differences(event, other);
        twins.push_back(std::move(twin));
    }
    std::stable_sort(twins.begin(), twins.end(),
                     [](const Twin& a, const Twin& b) { return likelihood(a) > likelihood(b); });
    return twins;
}

} // namespace interdict
