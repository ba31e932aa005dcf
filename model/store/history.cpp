// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What was changed, by whom and when; and unfinished work.
#include "model/exchange/jsonlines.h"
#include "model/store/binding.h"
#include "model/store/dataset_p.h"
#include "model/store/eventreader.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace interdict {

using namespace store;

namespace {

constexpr const char* revisionColumns = "SELECT uid, revision, at, editor, content, change FROM revision ";

Revision revisionFrom(SQLite::Statement& row, const QString& path)
{
    Revision revision{textOf(row, 0),
                      row.getColumn(1).getInt(),
                      {textOf(row, 3), textOf(row, 2)},
                      {},
                      row.getColumn(5).getInt64()}; // NULL is 0
    if (row.isColumnNull(4))
        return revision;
    const QByteArray content = textOf(row, 4).toUtf8();
    auto event = eventFromRevision(content, QStringLiteral("%1 %2").arg(revision.uid).arg(revision.revision));
    if (!event)
        throw damaged(path, event.error().message);
    event->revision = revision.revision;
    revision.event = std::move(*event);
    return revision;
}

std::vector<Revision> revisionsFrom(SQLite::Statement& query, const QString& path)
{
    std::vector<Revision> revisions;
    while (query.executeStep())
        revisions.push_back(revisionFrom(query, path));
    return revisions;
}

std::vector<std::int64_t> idsFrom(SQLite::Statement& query)
{
    std::vector<std::int64_t> ids;
    while (query.executeStep())
        ids.push_back(query.getColumn(0).getInt64());
    return ids;
}

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::uint64_t fingerprint(std::initializer_list<std::string_view> texts)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const std::string_view text : texts) {
        hash.addData(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
        hash.addData(QByteArrayView("\0", 1));
    }
    return qFromLittleEndian<quint64>(hash.resultView().data());
}

} // namespace

Result<std::vector<Revision>> DataSet::revisions(const QString& uid) const
{
    return guarded(d->path, [&]() -> Result<std::vector<Revision>> {
        SQLite::Statement query(*d->database,
                                std::string(revisionColumns) + "WHERE uid = ?1 ORDER BY revision");
        query.bind(1, uid.toStdString());
        return revisionsFrom(query, d->path);
    });
}

Result<std::vector<Revision>> DataSet::revisionsOf(std::int64_t step, int most) const
{
    return guarded(d->path, [&]() -> Result<std::vector<Revision>> {
        SQLite::Statement query(*d->database,
                                std::string(revisionColumns) + "WHERE change = ?1 ORDER BY uid LIMIT ?2");
        query.bind(1, step);
        query.bind(2, most);
        return revisionsFrom(query, d->path);
    });
}

Result<std::optional<Revision>> DataSet::revisionBefore(const Revision& revision) const
{
    return guarded(d->path, [&]() -> Result<std::optional<Revision>> {
        SQLite::Statement query(*d->database,
                                std::string(revisionColumns) +
                                    "WHERE uid = ?1 AND revision < ?2 ORDER BY revision DESC LIMIT 1");
        query.bind(1, revision.uid.toStdString());
        query.bind(2, revision.revision);
        return query.executeStep() ? std::optional(revisionFrom(query, d->path)) : std::nullopt;
    });
}

Result<std::vector<ChangeStep>> DataSet::steps(std::int64_t after) const
{
    return guarded(d->path, [&]() -> Result<std::vector<ChangeStep>> {
        SQLite::Statement query(
            *d->database,
            "SELECT id, at, editor, what, "
            "(SELECT count(*) FROM revision WHERE change = change.id), "
            "id IN (SELECT change FROM vocabulary_revision) FROM change WHERE id > ?1 ORDER BY id DESC");
        query.bind(1, after);
        std::vector<ChangeStep> steps;
        while (query.executeStep())
            steps.push_back({query.getColumn(0).getInt64(),
                             {textOf(query, 2), textOf(query, 1)},
                             textOf(query, 3),
                             query.getColumn(4).getInt(),
                             query.getColumn(5).getInt() != 0});
        return steps;
    });
}

// The row of the greatest number: SQLite takes the other columns from it.
Result<std::vector<RevisionHead>> DataSet::revisionHeads() const
{
    return guarded(d->path, [&]() -> Result<std::vector<RevisionHead>> {
        FastQuery query(*d->database, "SELECT uid, max(revision), at, editor, content FROM revision "
                                      "GROUP BY uid ORDER BY uid");
        std::vector<RevisionHead> heads;
        while (query.next())
            heads.push_back({fromUtf8(query.text(0)), static_cast<int>(query.integer(1)),
                             fingerprint({query.text(2), query.text(3), query.text(4)})});
        return heads;
    });
}

Result<void> DataSet::eachContent(std::span<const std::int64_t> ids, const UseContent& use) const
{
    return guarded(d->path, [&]() -> Result<void> {
        SQLite::Statement query(*d->database, "SELECT e.uid, r.content FROM event e LEFT JOIN revision r "
                                              "ON r.uid = e.uid AND r.revision = e.revision WHERE e.id = ?1");
        const auto view = [&query](int column) {
            const SQLite::Column cell = query.getColumn(column);
            return std::string_view(cell.getText(""), static_cast<std::size_t>(cell.getBytes()));
        };
        for (const std::int64_t id : ids) {
            query.reset();
            query.bind(1, id);
            if (!query.executeStep())
                throw noSuchEvent(d->path, QString::number(id));
            use(view(0), view(1));
        }
        return {};
    });
}

Result<std::int64_t> DataSet::lastStep() const
{
    return guarded(d->path, [&]() -> Result<std::int64_t> {
        return numberFrom(*d->database, "SELECT coalesce(max(id), 0) FROM change");
    });
}

Result<QStringList> DataSet::changedSince(std::int64_t step) const
{
    return guarded(d->path, [&]() -> Result<QStringList> {
        SQLite::Statement query(*d->database, "SELECT DISTINCT uid FROM revision WHERE change > ?1");
        query.bind(1, step);
        QStringList uids;
        while (query.executeStep())
            uids << textOf(query, 0);
        return uids;
    });
}

Result<std::vector<Event>> DataSet::referrersOf(std::int64_t id) const
{
    return guarded(d->path, [&]() -> Result<std::vector<Event>> {
        SQLite::Statement query(*d->database, "SELECT DISTINCT event FROM relation WHERE other = ?1");
        query.bind(1, id);
        return events(idsFrom(query));
    });
}

Result<QStringList> DataSet::authoritiesIn(const QString& country) const
{
    return guarded(d->path, [&]() -> Result<QStringList> {
        SQLite::Statement query(*d->database,
                                "SELECT authority FROM event WHERE country = ?1 AND authority IS NOT NULL "
                                "GROUP BY authority ORDER BY count(*) DESC, authority LIMIT 500");
        query.bind(1, country.toStdString());
        QStringList authorities;
        while (query.executeStep())
            authorities << textOf(query, 0);
        return authorities;
    });
}

Result<std::vector<Draft>> DataSet::drafts() const
{
    return guarded(d->path, [&]() -> Result<std::vector<Draft>> {
        SQLite::Statement query(*d->database,
                                "SELECT id, uid, based_on, at, content, owner FROM draft ORDER BY id");
        std::vector<Draft> drafts;
        while (query.executeStep())
            drafts.push_back(
                {query.getColumn(0).getInt64(), textOf(query, 1),
                 query.isColumnNull(2) ? std::nullopt : std::optional(query.getColumn(2).getInt()),
                 textOf(query, 3), textOf(query, 4).toUtf8(), textOf(query, 5)});
        return drafts;
    });
}

Result<std::int64_t> DataSet::saveDraft(const Draft& draft)
{
    std::int64_t id = draft.id;
    const auto written = d->write([&] {
        SQLite::Statement save(*d->database, "INSERT INTO draft (id, uid, based_on, at, content, owner) "
                                             "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (id) DO UPDATE SET "
                                             "at = excluded.at, content = excluded.content, "
                                             "based_on = excluded.based_on, owner = excluded.owner");
        bindId(save, 1, id > 0 ? std::optional(id) : std::nullopt);
        bindText(save, 2, draft.uid);
        bindId(save, 3, draft.basedOn);
        save.bind(4, draft.at.toStdString());
        save.bind(5, draft.content.toStdString());
        bindText(save, 6, draft.owner);
        save.exec();
        if (id <= 0)
            id = d->database->getLastInsertRowid();
    });
    if (!written)
        return tl::make_unexpected(written.error());
    return id;
}

Result<void> DataSet::removeDraft(std::int64_t id)
{
    return d->write([&] {
        SQLite::Statement remove(*d->database, "DELETE FROM draft WHERE id = ?1");
        remove.bind(1, id);
        remove.exec();
    });
}

} // namespace interdict
