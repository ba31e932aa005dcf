// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// For the store's own files alone: connections that trust no file, and errors from exceptions.
#pragma once

#include "model/error.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QCoreApplication>

#include <exception>
#include <memory>

struct sqlite3_stmt;

namespace interdict::store {

// An error on its way out of the store. Caught by guarded().
struct Failure : std::exception
{
    Failure(Error::Kind kind, const QString& message, const QString& detail = {})
        : error{kind, message, detail}
    {
    }
    Error error;
};

inline QString tr(const char* text)
{
    return QCoreApplication::translate("DataSet", text);
}

// The error that a person can act on, for what SQLite said of the file at `path`.
Error errorFrom(const SQLite::Exception& exception, const QString& path);
// An error for content that no version of the program writes.
Failure damaged(const QString& path, const QString& detail);

// Runs `work`, whose result is a Result; whatever it throws becomes an error.
template <typename Work>
auto guarded(const QString& path, Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const Failure& failed) {
        return tl::make_unexpected(failed.error);
    } catch (const SQLite::Exception& exception) {
        return tl::make_unexpected(errorFrom(exception, path));
    } catch (const std::exception& exception) {
        return failure(Error::Kind::Failed, tr("%1: the work could not be done.").arg(path),
                       QString::fromLocal8Bit(exception.what()));
    }
}

// Opens a file as one from elsewhere: nothing in it is run, sizes are limited, pages are checked when read.
// flags: SQLite::OPEN_…
std::unique_ptr<SQLite::Database> connectTo(const QString& file, int flags);

// SQLiteCpp's columns count references, which shows at a million rows; this is for loops over all events.
class FastQuery
{
public:
    FastQuery(SQLite::Database& database, const char* sql);
    ~FastQuery();
    Q_DISABLE_COPY_MOVE(FastQuery)

    bool next();
    std::int64_t integer(int column) const;
    bool isNull(int column) const;
    std::string_view text(int column) const; // until the next row; empty where null

private:
    SQLite::Database& m_database;
    sqlite3_stmt* m_statement = nullptr;
};

void bindText(SQLite::Statement& statement, int index, const QString& text); // empty is NULL
QString textOf(SQLite::Statement& row, int column);                          // NULL is empty
// A query that gives one number.
std::int64_t numberFrom(SQLite::Database& database, const char* sql);

} // namespace interdict::store
