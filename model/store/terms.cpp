// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/terms.h"

#include "model/store/connection.h"

namespace interdict::store {

namespace {

// More than any vocabulary has; columns number terms in a byte, and ids index an array.
constexpr int mostTermsOfAKind = 255;
constexpr int mostPlatforms = 4096;
constexpr std::int64_t greatestId = 65535;

std::optional<std::int64_t> idIn(const QHash<QString, std::int64_t>& ids, const QString& name,
                                 const QString& kind)
{
    if (name.isEmpty())
        return std::nullopt;
    const auto it = ids.constFind(name);
    if (it == ids.cend())
        throw Failure(Error::Kind::BadInput, tr("\"%1\" is no %2 of this data set.").arg(name, kind));
    return *it;
}

Term termFrom(SQLite::Statement& row)
{
    Term term;
    term.code = textOf(row, 2);
    term.label = textOf(row, 3);
    term.description = textOf(row, 4);
    term.severity = std::clamp(row.getColumn(5).getInt(), 0, 5);
    term.restricts = row.getColumn(6).getInt() != 0;
    term.inForce = row.getColumn(7).getInt() != 0;
    term.note = textOf(row, 8);
    term.colour = textOf(row, 9);
    return term;
}

Platform platformFrom(SQLite::Statement& row)
{
    return {textOf(row, 1), textOf(row, 2), textOf(row, 3), textOf(row, 4), textOf(row, 5)};
}

std::int64_t lastVocabularyStep(SQLite::Database& database)
{
    return numberFrom(database, "SELECT coalesce(max(change), 0) FROM vocabulary_revision");
}

void checkRange(bool fits, const QString& path)
{
    if (!fits)
        throw damaged(path, QStringLiteral("the vocabulary is larger than any"));
}

void readTermRows(SQLite::Database& database, const QString& path, StoredVocabulary& stored)
{
    SQLite::Statement query(database,
                            "SELECT id, kind, code, label, description, severity, restricts, in_force, note, "
                            "colour FROM term ORDER BY kind, position, id");
    while (query.executeStep()) {
        const auto kind = termKindFromCode(textOf(query, 1));
        if (!kind)
            throw damaged(path, QStringLiteral("unknown kind of term: %1").arg(textOf(query, 1)));
        Term term = termFrom(query);
        const int index = static_cast<int>(stored.vocabulary.terms(*kind).size());
        const std::int64_t id = query.getColumn(0).getInt64();
        checkRange(index < mostTermsOfAKind && id >= 0 && id <= greatestId, path);
        stored.ids.add(*kind, term.code, id, index);
        stored.vocabulary.add(*kind, std::move(term));
    }
}

void readPlatformRows(SQLite::Database& database, const QString& path, StoredVocabulary& stored)
{
    SQLite::Statement query(database, "SELECT id, name, developer, developer_country, kind, colour "
                                      "FROM platform ORDER BY position, id");
    while (query.executeStep()) {
        Platform platform = platformFrom(query);
        const int index = static_cast<int>(stored.vocabulary.platforms().size());
        const std::int64_t id = query.getColumn(0).getInt64();
        checkRange(index < mostPlatforms && id >= 0 && id <= greatestId, path);
        stored.ids.addPlatform(platform.name, id, index);
        stored.vocabulary.add(std::move(platform));
    }
}

void writeTerm(SQLite::Statement& insert, const Term& term, int position)
{
    bindText(insert, 2, term.code);
    insert.bind(3, position);
    insert.bind(4, term.label.toStdString());
    bindText(insert, 5, term.description);
    insert.bind(6, term.severity);
    insert.bind(7, term.restricts ? 1 : 0);
    insert.bind(8, term.inForce ? 1 : 0);
    bindText(insert, 9, term.note);
    bindText(insert, 10, term.colour);
    insert.exec();
    insert.reset();
}

} // namespace

void TermIds::Names::add(const QString& name, std::int64_t id, int index)
{
    ids.insert(name, id);
    names.insert(id, name);
    if (numbers.size() <= static_cast<std::size_t>(id))
        numbers.resize(static_cast<std::size_t>(id) + 1);
    numbers[static_cast<std::size_t>(id)] = static_cast<std::uint16_t>(index + 1);
}

void TermIds::add(TermKind kind, const QString& code, std::int64_t id, int index)
{
    m_terms[static_cast<std::size_t>(kind)].add(code, id, index);
}

void TermIds::addPlatform(const QString& name, std::int64_t id, int index)
{
    m_platforms.add(name, id, index);
}

std::optional<std::int64_t> TermIds::id(TermKind kind, const QString& code) const
{
    return idIn(m_terms[static_cast<std::size_t>(kind)].ids, code, termKindCode(kind));
}

std::optional<std::int64_t> TermIds::platformId(const QString& name) const
{
    return idIn(m_platforms.ids, name, QStringLiteral("platform"));
}

QString TermIds::code(TermKind kind, std::int64_t id) const
{
    return m_terms[static_cast<std::size_t>(kind)].names.value(id);
}

QString TermIds::platform(std::int64_t id) const
{
    return m_platforms.names.value(id);
}

const std::vector<std::uint16_t>& TermIds::numbers(TermKind kind) const
{
    return m_terms[static_cast<std::size_t>(kind)].numbers;
}

StoredVocabulary readTerms(SQLite::Database& database, const QString& path)
{
    StoredVocabulary stored;
    readTermRows(database, path, stored);
    readPlatformRows(database, path, stored);
    stored.step = lastVocabularyStep(database);
    return stored;
}

bool isVocabularyNewer(SQLite::Database& database, std::int64_t step)
{
    return lastVocabularyStep(database) > step;
}

void writeTerms(SQLite::Database& database, const Vocabulary& vocabulary)
{
    SQLite::Statement term(database,
                           "INSERT INTO term (kind, code, position, label, description, severity, restricts, "
                           "in_force, note, colour) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) "
                           "ON CONFLICT (kind, code) DO UPDATE SET position = excluded.position, "
                           "label = excluded.label, description = excluded.description, "
                           "severity = excluded.severity, restricts = excluded.restricts, "
                           "in_force = excluded.in_force, note = excluded.note, colour = excluded.colour");
    for (int i = 0; i < termKindCount; ++i) {
        int position = 0;
        bindText(term, 1, termKindCode(static_cast<TermKind>(i)));
        for (const Term& value : vocabulary.terms(static_cast<TermKind>(i)))
            writeTerm(term, value, position++);
    }
    SQLite::Statement platform(database,
                               "INSERT INTO platform (name, position, developer, developer_country, kind, "
                               "colour) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
                               "ON CONFLICT (name) DO UPDATE SET position = excluded.position, "
                               "developer = excluded.developer, "
                               "developer_country = excluded.developer_country, "
                               "kind = excluded.kind, colour = excluded.colour");
    int position = 0;
    for (const Platform& value : vocabulary.platforms()) {
        bindText(platform, 1, value.name);
        platform.bind(2, position++);
        bindText(platform, 3, value.developer);
        bindText(platform, 4, value.developerCountry);
        bindText(platform, 5, value.kind);
        bindText(platform, 6, value.colour);
        platform.exec();
        platform.reset();
    }
}

} // namespace interdict::store
