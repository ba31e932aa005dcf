// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/upgrading.h"

#include "model/store/schema.h"

#include <QDir>
#include <QFileInfo>

#include <SQLiteCpp/Backup.h>

namespace interdict::store {

namespace {

QString versionThatWrote(SQLite::Database& database)
{
    try {
        SQLite::Statement query(database, "SELECT written_by FROM dataset");
        return query.executeStep() ? textOf(query, 0) : QString();
    } catch (const SQLite::Exception&) {
        return {}; // a later schema may keep it elsewhere
    }
}

Failure tooNew(const QString& path, const QString& version)
{
    const QString by =
        version.isEmpty() ? tr("a newer version of Interdict") : tr("Interdict %1").arg(version);
    return {Error::Kind::TooNew,
            tr("%1 was written by %2, which this version (%3) cannot read. Update the program.")
                .arg(path, by, QStringLiteral(INTERDICT_VERSION)),
            {}};
}

void backUp(SQLite::Database& from, SQLite::Database& to)
{
    SQLite::Backup(to, from).executeStep(-1);
}

// A data set again, so that it can be opened like any other.
QString backupName(const QString& path, std::int64_t version)
{
    const QFileInfo file(path);
    return file.dir().filePath(
        QStringLiteral("%1.version-%2.interdict").arg(file.completeBaseName(), QString::number(version)));
}

// A file is changed only after a copy of it stands beside it; one that cannot be is changed in memory.
void migrateFile(Opened& d, std::int64_t version, const QString& folder)
{
    if (d.readOnly) {
        auto memory = connectTo(QStringLiteral(":memory:"), SQLite::OPEN_READWRITE);
        backUp(*d.database, *memory);
        d.database = std::move(memory);
    } else {
        const auto copy =
            connectTo(backupName(d.path, version), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        backUp(*d.database, *copy);
    }
    migrate(*d.database, folder);
}

} // namespace

void bringUpToDate(Opened& d, const QString& folder)
{
    const auto version = numberFrom(*d.database, "PRAGMA user_version");
    const int latest = latestVersion(folder);
    if (version > latest)
        throw tooNew(d.path, versionThatWrote(*d.database));
    if (version < 1)
        throw damaged(d.path, QStringLiteral("version %1").arg(version));
    if (version < latest)
        migrateFile(d, version, folder);
}

} // namespace interdict::store
