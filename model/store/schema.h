// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// For the store's own files and their tests: the schema's versions, and how a file gets from one to the next.
#pragma once

#include <QString>

namespace SQLite {
class Database;
}

namespace interdict::store {

inline constexpr std::uint32_t applicationId = 0x49445354; // "IDST", as in 0001.sql
inline const QString schemaFolder = QStringLiteral(":/schema");

// The version that the scripts of a folder lead to: 0001.sql, 0002.sql … without a gap.
int latestVersion(const QString& folder = schemaFolder);
// Runs the scripts that follow the database's user_version, all in one transaction. A new file begins at 0.
void migrate(SQLite::Database& database, const QString& folder = schemaFolder);
// The first table or index of ours that `database` lacks or has otherwise, or nothing.
QString missingPart(SQLite::Database& database, const QString& folder = schemaFolder);

} // namespace interdict::store
