// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Asking which events: by text, by case, in the order of a text.
#include "model/store/dataset_p.h"
#include "model/store/searchtext.h"

namespace interdict {

using namespace store;

namespace {

std::vector<std::int64_t> idsFrom(SQLite::Statement& query)
{
    std::vector<std::int64_t> ids;
    while (query.executeStep())
        ids.push_back(query.getColumn(0).getInt64());
    return ids;
}

// Letter case, accents and other marks aside.
QString sortKey(std::string_view utf8)
{
    const QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    if (std::all_of(utf8.begin(), utf8.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return text.toLower();
    QString key = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    key.removeIf([](QChar c) { return c.isMark(); });
    return key;
}

struct Keyed
{
    QString key;
    std::int64_t id;
};

} // namespace

Result<std::vector<std::int64_t>> DataSet::search(const QStringList& terms) const
{
    return guarded(d->path, [&]() -> Result<std::vector<std::int64_t>> {
        const QString match = matchExpression(terms);
        if (match.isEmpty()) {
            SQLite::Statement all(*d->database, "SELECT id FROM event");
            return idsFrom(all);
        }
        SQLite::Statement query(*d->database, "SELECT rowid FROM event_search WHERE event_search MATCH ?1");
        query.bind(1, match.toStdString());
        return idsFrom(query);
    });
}

// By the index of addresses: once for each way to begin one.
Result<std::vector<std::int64_t>> DataSet::idsWithSource(const QString& address) const
{
    return guarded(d->path, [&]() -> Result<std::vector<std::int64_t>> {
        std::vector<std::int64_t> ids;
        for (const char* begin : {"https://", "https://www.", "http://", "http://www."}) {
            SQLite::Statement query(*d->database,
                                    "SELECT DISTINCT event FROM source "
                                    "WHERE url IS NOT NULL AND url >= ?1 AND url < ?2 LIMIT 100");
            const std::string first = begin + address.toStdString();
            query.bind(1, first);
            query.bind(2, first + "\xF4\x8F\xBF\xBF"); // the last character there is
            const auto found = idsFrom(query);
            ids.insert(ids.end(), found.begin(), found.end());
        }
        return ids;
    });
}

Result<std::vector<std::int64_t>> DataSet::titlesLike(const QString& title, int most) const
{
    return guarded(d->path, [&]() -> Result<std::vector<std::int64_t>> {
        const QString match = likeTitleExpression(title);
        if (match.isEmpty())
            return std::vector<std::int64_t>();
        SQLite::Statement query(*d->database, "SELECT rowid FROM event_search WHERE event_search MATCH ?1 "
                                              "ORDER BY rank LIMIT ?2");
        query.bind(1, match.toStdString());
        query.bind(2, most);
        return idsFrom(query);
    });
}

// Both ways along relations, until nothing new is reached.
Result<std::vector<std::int64_t>> DataSet::caseOf(std::int64_t id) const
{
    return guarded(d->path, [&]() -> Result<std::vector<std::int64_t>> {
        SQLite::Statement query(
            *d->database,
            "WITH RECURSIVE joined (id) AS (SELECT id FROM event WHERE id = ?1 "
            "UNION SELECT other FROM joined JOIN relation ON relation.event = joined.id "
            "UNION SELECT relation.event FROM joined JOIN relation ON relation.other = joined.id) "
            "SELECT id FROM joined");
        query.bind(1, id);
        return idsFrom(query);
    });
}

Result<std::vector<std::int64_t>> DataSet::orderedBy(TextField field) const
{
    return guarded(d->path, [&]() -> Result<std::vector<std::int64_t>> {
        std::vector<Keyed> keyed;
        FastQuery query(*d->database, field == TextField::Title ? "SELECT id, title FROM event"
                                                                : "SELECT id, authority FROM event");
        while (query.next())
            keyed.push_back({sortKey(query.text(1)), query.integer(0)});
        std::sort(keyed.begin(), keyed.end(), [](const Keyed& a, const Keyed& b) {
            const int order = a.key.compare(b.key);
            return order != 0 ? order < 0 : a.id < b.id;
        });
        std::vector<std::int64_t> ids(keyed.size());
        std::transform(keyed.begin(), keyed.end(), ids.begin(), [](const Keyed& k) { return k.id; });
        return ids;
    });
}

} // namespace interdict
