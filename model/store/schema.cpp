// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/schema.h"

#include "model/store/connection.h"

#include <QDir>
#include <QFile>

namespace interdict::store {

namespace {

QString scriptName(const QString& folder, int version)
{
    return QStringLiteral("%1/%2.sql").arg(folder).arg(version, 4, 10, QLatin1Char('0'));
}

std::string script(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        throw Failure(Error::Kind::Failed, tr("The schema %1 cannot be read.").arg(name), file.errorString());
    return file.readAll().toStdString();
}

// The parts of a schema by name. Shadow tables of FTS5 are its own business.
std::map<std::string, std::string> parts(SQLite::Database& database)
{
    std::map<std::string, std::string> all;
    FastQuery query(database, "SELECT name, sql FROM sqlite_schema "
                              "WHERE sql IS NOT NULL AND name NOT GLOB 'event_search_*'");
    while (query.next())
        all.emplace(query.text(0), query.text(1));
    return all;
}

} // namespace

int latestVersion(const QString& folder)
{
    int version = 0;
    while (QFile::exists(scriptName(folder, version + 1)))
        ++version;
    return version;
}

void migrate(SQLite::Database& database, const QString& folder)
{
    const int latest = latestVersion(folder);
    SQLite::Transaction transaction(database);
    for (auto version = numberFrom(database, "PRAGMA user_version") + 1; version <= latest; ++version) {
        database.exec(script(scriptName(folder, static_cast<int>(version))));
        database.exec("PRAGMA user_version = " + std::to_string(version));
    }
    transaction.commit();
}

QString missingPart(SQLite::Database& database, const QString& folder)
{
    SQLite::Database reference(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    migrate(reference, folder);
    const auto present = parts(database);
    for (const auto& [name, sql] : parts(reference)) {
        const auto it = present.find(name);
        if (it == present.end() || it->second != sql)
            return QString::fromStdString(name);
    }
    return {};
}

} // namespace interdict::store
