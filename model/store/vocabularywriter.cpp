// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The vocabulary of a data set as it changes, and what it was.
#include "model/store/vocabularywriter.h"

#include "model/edit/renaming.h"
#include "model/exchange/jsonlines.h"
#include "model/exchange/jsonreader.h"
#include "model/store/binding.h"
#include "model/vocabulary/entryfields.h"

#include <QJsonDocument>

namespace interdict {

namespace store {

namespace {

const char* const platformList = "platform"; // beside the codes of kinds

// The ids of the events that name the term or platform ?1; null where events name none of the list.
const char* eventsNamingSql(VocabularyList list)
{
    if (!list)
        return "SELECT event FROM event_platform WHERE platform = ?1";
    switch (*list) {
    case TermKind::Measure:
        return "SELECT id FROM event WHERE measure = ?1";
    case TermKind::Concern:
        return "SELECT event FROM event_concern WHERE concern = ?1";
    case TermKind::Scope:
        return "SELECT id FROM event WHERE scope = ?1";
    case TermKind::Status:
        return "SELECT id FROM event WHERE status = ?1";
    case TermKind::Relation:
        return "SELECT DISTINCT event FROM relation WHERE kind = ?1";
    case TermKind::Confidence:
        return "SELECT id FROM event WHERE confidence = ?1";
    case TermKind::MilestoneKind:
        break;
    }
    return nullptr;
}

std::optional<std::int64_t> idOf(const TermIds& ids, VocabularyList list, const QString& code)
{
    return list ? ids.id(*list, code) : ids.platformId(code);
}

std::vector<std::int64_t> eventsNaming(SQLite::Database& database, const TermIds& ids, VocabularyList list,
                                       const QString& code)
{
    std::vector<std::int64_t> events;
    const char* sql = eventsNamingSql(list);
    if (!sql)
        return events;
    SQLite::Statement query(database, sql);
    bindId(query, 1, idOf(ids, list, code));
    while (query.executeStep())
        events.push_back(query.getColumn(0).getInt64());
    return events;
}

// Milestones refer to platforms by name, so they hold none back.
bool isNamedByMilestones(SQLite::Database& database, VocabularyList list, std::int64_t id)
{
    if (!list)
        return false;
    SQLite::Statement query(database, "SELECT 1 FROM milestone WHERE kind = ?1 OR confidence = ?1 LIMIT 1");
    query.bind(1, id);
    return query.executeStep();
}

void removeEntry(Opened& d, const TermIds& ids, VocabularyList list, const QString& code,
                 const QString& label)
{
    const std::int64_t id = *idOf(ids, list, code);
    if (!eventsNaming(*d.database, ids, list, code).empty() || isNamedByMilestones(*d.database, list, id))
        throw Failure(Error::Kind::BadInput,
                      tr("The %1 \u201c%2\u201d is still used, so it cannot be removed. "
                         "Merge it into another one, or take it out there first.")
                          .arg(listNoun(list), label));
    SQLite::Statement remove(*d.database,
                             list ? "DELETE FROM term WHERE id = ?1" : "DELETE FROM platform WHERE id = ?1");
    remove.bind(1, id);
    remove.exec();
}

void removeGone(Opened& d, const VocabularyChange& change, const TermIds& ids, VocabularyList list)
{
    for (const QString& code : change.before.codes(list))
        if (!change.after.has(list, code))
            removeEntry(d, ids, list, code, change.before.label(list, code));
}

QByteArray renamingsToJson(const std::vector<Renaming>& renamed)
{
    QJsonArray all;
    for (const Renaming& each : renamed)
        all.append(QJsonObject{
            {QStringLiteral("list"), each.list ? termKindCode(*each.list) : QLatin1String(platformList)},
            {QStringLiteral("from"), each.from},
            {QStringLiteral("to"), each.to}});
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

std::vector<Renaming> renamingsFrom(const QByteArray& json)
{
    std::vector<Renaming> all;
    for (const QJsonValue value : QJsonDocument::fromJson(json).array()) {
        const QString list = value[QStringLiteral("list")].toString();
        const VocabularyList kind = termKindFromCode(list);
        if (kind || list == QLatin1String(platformList))
            all.push_back(
                {kind, value[QStringLiteral("from")].toString(), value[QStringLiteral("to")].toString()});
    }
    return all;
}

void noteStep(SQLite::Database& database, const VocabularyChange& change, std::int64_t step)
{
    SQLite::Statement insert(database, "INSERT INTO vocabulary_revision (change, before, after, renamed) "
                                       "VALUES (?1, ?2, ?3, ?4)");
    insert.bind(1, step);
    insert.bind(2, wordsToJson(change.before).toStdString());
    insert.bind(3, wordsToJson(change.after).toStdString());
    if (!change.renamed.empty())
        insert.bind(4, renamingsToJson(change.renamed).toStdString());
    insert.exec();
}

Vocabulary wordsFrom(SQLite::Statement& row, int column, const QString& path)
{
    const QString where = QStringLiteral("vocabulary");
    const auto object = parseObject(textOf(row, column).toUtf8(), where);
    if (!object)
        throw damaged(path, object.error().message);
    JsonReader reader(*object, where);
    Vocabulary words = readWordsPart(reader);
    if (reader.error())
        throw damaged(path, reader.error()->message);
    return words;
}

} // namespace

StoredVocabulary beginVocabulary(Opened& d, const VocabularyChange& change, const StoredVocabulary& stored)
{
    if (stored.vocabulary != change.before)
        throw Failure(Error::Kind::Conflict,
                      tr("The vocabulary was changed meanwhile, elsewhere. Nothing was saved."));
    writeTerms(*d.database, change.after);
    return readTerms(*d.database, d.path);
}

void updateMilestones(Opened& d, const std::vector<MilestoneChange>& changes, const TermIds& ids)
{
    SQLite::Statement update(*d.database, "UPDATE milestone SET kind = ?2, confidence = ?3, platform = ?4 "
                                          "WHERE uid = ?1");
    for (const MilestoneChange& change : changes)
        named(change.after.uid, [&] {
            bindText(update, 1, change.after.uid);
            bindId(update, 2, ids.id(TermKind::MilestoneKind, change.after.kind));
            bindId(update, 3, ids.id(TermKind::Confidence, change.after.confidence));
            bindText(update, 4, change.after.platform);
            run(update);
        });
}

StoredVocabulary endVocabulary(Opened& d, const VocabularyChange& change, const TermIds& ids,
                               std::int64_t step)
{
    for (int i = 0; i < termKindCount; ++i)
        removeGone(d, change, ids, static_cast<TermKind>(i));
    removeGone(d, change, ids, std::nullopt);
    noteStep(*d.database, change, step);
    return readTerms(*d.database, d.path);
}

} // namespace store

using namespace store;

std::int64_t DataSet::vocabularyStep() const
{
    return d->terms.step;
}

Result<void> DataSet::catchUpVocabulary()
{
    return guarded(d->path, [&]() -> Result<void> {
        if (isVocabularyNewer(*d->database, d->terms.step))
            d->terms = readTerms(*d->database, d->path);
        return {};
    });
}

QString DataSet::Private::code(TermKind kind, std::int64_t id)
{
    if (terms.ids.code(kind, id).isEmpty())
        terms = readTerms(*database, path);
    return terms.ids.code(kind, id);
}

QString DataSet::Private::platform(std::int64_t id)
{
    if (terms.ids.platform(id).isEmpty())
        terms = readTerms(*database, path);
    return terms.ids.platform(id);
}

Result<std::vector<std::int64_t>> DataSet::eventsNaming(VocabularyList list, const QString& code) const
{
    return guarded(d->path, [&]() -> Result<std::vector<std::int64_t>> {
        return store::eventsNaming(*d->database, d->terms.ids, list, code);
    });
}

Result<std::vector<VocabularyChange>> DataSet::vocabularyChanges(std::int64_t after, std::int64_t upTo) const
{
    return guarded(d->path, [&]() -> Result<std::vector<VocabularyChange>> {
        SQLite::Statement query(*d->database, "SELECT before, after, renamed FROM vocabulary_revision "
                                              "WHERE change > ?1 AND change <= ?2 ORDER BY change");
        query.bind(1, after);
        query.bind(2, upTo);
        std::vector<VocabularyChange> changes;
        while (query.executeStep())
            changes.push_back({wordsFrom(query, 0, d->path), wordsFrom(query, 1, d->path),
                               renamingsFrom(textOf(query, 2).toUtf8())});
        return changes;
    });
}

} // namespace interdict
