// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/import/storedevents.h"

#include "model/edit/twins.h"
#include "model/explore/columns.h"

#include <QCoreApplication>

namespace interdict {

namespace {

constexpr int titleDays = 62;
constexpr std::size_t pageOfEvents = 1000;

Day startOf(const Event& event)
{
    return event.start.interval().first;
}

QString addressKey(const QString& country, const QString& url)
{
    return country + u' ' + comparableUrl(url);
}

bool shareAPlatform(const Event& a, const Event& b)
{
    return std::any_of(a.platforms.begin(), a.platforms.end(),
                       [&b](const QString& name) { return b.platforms.contains(name); });
}

// Of one country, `days` apart. What a part of it did is often put down to the whole.
bool isSameAct(const Event& a, const Event& b, int days)
{
    if (days > twinDays || !shareAPlatform(a, b))
        return false;
    if (a.place() == b.place())
        return a.measure == b.measure || a.measure.isEmpty() || b.measure.isEmpty();
    return days == 0 && a.subdivision.isEmpty() != b.subdivision.isEmpty();
}

} // namespace

Result<StoredEvents> StoredEvents::load(const DataSet& dataSet, const Gazetteer& gazetteer,
                                        const DataSet::Progress& progress)
{
    StoredEvents stored;
    const auto step =
        dataSet.lastStep(); // before them: what is saved meanwhile may be read twice, not missed
    if (!step)
        return tl::make_unexpected(step.error());
    stored.m_step = *step;
    const auto columns = dataSet.loadColumns(gazetteer);
    if (!columns)
        return tl::make_unexpected(columns.error());
    const std::span<const std::int64_t> ids(columns->id);
    stored.m_events.reserve(ids.size());
    for (std::size_t i = 0; i < ids.size(); i += pageOfEvents) {
        if (progress && !progress(static_cast<double>(i) / static_cast<double>(ids.size())))
            return failure(Error::Kind::Cancelled,
                           QCoreApplication::translate("Import", "Cancelled; nothing was imported."));
        auto events = dataSet.events(ids.subspan(i, std::min(pageOfEvents, ids.size() - i)));
        if (!events)
            return tl::make_unexpected(events.error());
        std::move(events->begin(), events->end(), std::back_inserter(stored.m_events));
    }
    stored.index();
    return stored;
}

void StoredEvents::index()
{
    for (std::size_t i = 0; i < m_events.size(); ++i) {
        const Event& event = m_events[i];
        m_byUid.insert(event.uid, i);
        m_byCountry[event.country].emplace_back(startOf(event), i);
        for (const Source& source : event.sources)
            if (!source.url.isEmpty())
                m_byAddress.insert(addressKey(event.country, source.url), i);
    }
    for (auto& list : m_byCountry)
        std::sort(list.begin(), list.end());
}

const Event* StoredEvents::find(const QString& uid) const
{
    const auto it = m_byUid.constFind(uid);
    return it == m_byUid.cend() ? nullptr : &m_events[*it];
}

const Event* StoredEvents::twinOf(const Event& event) const
{
    for (const Source& source : event.sources)
        if (!source.url.isEmpty())
            if (const auto it = m_byAddress.constFind(addressKey(event.country, source.url));
                it != m_byAddress.cend())
                return &m_events[*it];
    const auto country = m_byCountry.constFind(event.country);
    if (country == m_byCountry.cend())
        return nullptr;
    const Day start = startOf(event);
    auto it =
        std::lower_bound(country->begin(), country->end(), std::pair(start - titleDays, std::size_t(0)));
    for (; it != country->end() && it->first <= start + titleDays; ++it) {
        const Event& other = m_events[it->second];
        if (isSameAct(event, other, std::abs(it->first - start)))
            return &other;
        if (titleLikeness(event.title, other.title) >= nearTitle)
            return &other;
    }
    return nullptr;
}

} // namespace interdict
