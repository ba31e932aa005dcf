// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the program remembers between starts: each setting a typed object with its key and default. Only app/
// sees it, and nothing is read or written where no store is given (figures and tests start from the
// defaults).
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QStringList>
#include <QVariantMap>

namespace interdict {

template <typename T>
class Setting
{
public:
    Setting(QSettings* store, const char* key, T fallback = {})
        : m_store(store)
        , m_key(QLatin1String(key))
        , m_fallback(std::move(fallback))
    {
    }
    T get() const
    {
        return m_store && m_store->contains(m_key) ? m_store->value(m_key).template value<T>() : m_fallback;
    }
    void set(const T& value)
    {
        if (m_store && value != get())
            m_store->setValue(m_key, QVariant::fromValue(value));
    }

private:
    QSettings* m_store;
    QString m_key;
    T m_fallback;
};

struct Settings
{
    explicit Settings(QSettings* store = nullptr)
        : lastFile(store, "file/last")
        , recentFiles(store, "file/recent")
        , editor(store, "edit/editor")
        , newEventReview(store, "edit/newEventReview")
        , filter(store, "explore/filter")
        , geometry(store, "window/geometry")
        , windowState(store, "window/state")
        , columnSizes(store, "window/columns")
        , viewSizes(store, "window/views")
        , shown(store, "window/shown")
        , timeline(store, "views/timeline")
        , map(store, "views/map")
        , chart(store, "views/chart")
        , matrix(store, "views/matrix")
        , table(store, "views/table")
        , facets(store, "views/facets")
        , figure(store, "figure/choices")
    {
    }
    Setting<QString> lastFile;
    Setting<QStringList> recentFiles; // newest first
    Setting<QString> editor;          // who keeps the record here
    Setting<QString> newEventReview;  // code of the state in which new events begin; empty: published
    Setting<QString> filter;          // as text
    Setting<QByteArray> geometry, windowState, columnSizes, viewSizes;
    Setting<QVariantMap> shown; // name of a panel → bool
    Setting<QVariantMap> timeline, map, chart, matrix;
    Setting<QByteArray> table, facets;
    Setting<QVariantMap> figure; // page, dress and file of the last one
};

} // namespace interdict
