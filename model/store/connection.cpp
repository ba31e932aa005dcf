// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/connection.h"

#include <sqlite3.h>

namespace interdict::store {

namespace {

constexpr int busyMilliseconds = 1000; // another program's save passes in less
constexpr int longestValue = 64 << 20; // bytes; no event comes near it

void configure(sqlite3* handle)
{
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr); // the schema has none
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, longestValue);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
}

QString messageFor(int code, const QString& path)
{
    switch (code) {
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return tr("%1 cannot be opened. Check its permissions and those of its folder.").arg(path);
    case SQLITE_READONLY:
        return tr("%1 cannot be written: it is read-only. Save a copy and work there.").arg(path);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return tr("%1 is in use by another program. Close it there, or try again.").arg(path);
    case SQLITE_FULL:
        return tr("%1 cannot be written: the disk is full. Nothing was changed.").arg(path);
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return damaged(path, {}).error.message;
    case SQLITE_IOERR:
        return tr("%1: the disk reports an error. Nothing was changed.").arg(path);
    case SQLITE_NOMEM:
        return tr("%1: not enough memory.").arg(path);
    default:
        return tr("%1: the data set could not be read or written.").arg(path);
    }
}

Error::Kind kindFor(int code)
{
    switch (code) {
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return Error::Kind::NoAccess;
    case SQLITE_READONLY:
        return Error::Kind::ReadOnly;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return Error::Kind::Damaged;
    default:
        return Error::Kind::Failed;
    }
}

} // namespace

Error errorFrom(const SQLite::Exception& exception, const QString& path)
{
    const int code = exception.getErrorCode() & 0xff;
    const QString detail =
        QStringLiteral("SQLite %1: %2")
            .arg(QString::number(exception.getExtendedErrorCode()), QString::fromUtf8(exception.what()));
    return {kindFor(code), messageFor(code, path), detail};
}

Failure damaged(const QString& path, const QString& detail)
{
    return {Error::Kind::Damaged,
            tr("%1 is damaged and cannot be used. Open a backup or an earlier copy of it.").arg(path),
            detail};
}

std::unique_ptr<SQLite::Database> connectTo(const QString& file, int flags)
{
    auto database = std::make_unique<SQLite::Database>(file.toStdString(), flags | SQLite::OPEN_NOMUTEX,
                                                       busyMilliseconds);
    configure(database->getHandle());
    database->exec("PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;"
                   "PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;");
    return database;
}

FastQuery::FastQuery(SQLite::Database& database, const char* sql)
    : m_database(database)
{
    const int code = sqlite3_prepare_v2(database.getHandle(), sql, -1, &m_statement, nullptr);
    if (code != SQLITE_OK)
        throw SQLite::Exception(database.getHandle(), code);
}

FastQuery::~FastQuery()
{
    sqlite3_finalize(m_statement);
}

bool FastQuery::next()
{
    const int code = sqlite3_step(m_statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        throw SQLite::Exception(m_database.getHandle(), code);
    return code == SQLITE_ROW;
}

std::int64_t FastQuery::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

bool FastQuery::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::string_view FastQuery::text(int column) const
{
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return bytes
               ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)))
               : std::string_view();
}

void bindText(SQLite::Statement& statement, int index, const QString& text)
{
    text.isEmpty() ? statement.bind(index) : statement.bind(index, text.toStdString());
}

QString textOf(SQLite::Statement& row, int column)
{
    const SQLite::Column value = row.getColumn(column);
    return value.isNull() ? QString() : QString::fromUtf8(value.getText(), value.getBytes());
}

std::int64_t numberFrom(SQLite::Database& database, const char* sql)
{
    FastQuery query(database, sql);
    return query.next() ? query.integer(0) : 0;
}

} // namespace interdict::store
