// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// For the store's own files alone: values into statements, and errors that say which entry could not be
// stored.
#pragma once

#include "model/event/event.h"
#include "model/store/connection.h"

namespace interdict::store {

void run(SQLite::Statement& statement);
void bindId(SQLite::Statement& statement, int index, const std::optional<std::int64_t>& id);
// Text, first and last day, in three columns from `index` on.
void bindDate(SQLite::Statement& statement, int index, const std::optional<PartialDate>& date);
// One row a source: owner, position, then its fields.
void insertSources(SQLite::Statement& insert, std::int64_t owner, const std::vector<Source>& sources);
// Why SQLite refused a row, by its extended error code.
QString contradiction(int code);

// Says which entry could not be stored.
template <typename Work>
void named(const QString& uid, Work work)
{
    const auto refusal = [&uid](const QString& why, const QString& detail) {
        return Failure(Error::Kind::BadInput, tr("%1: %2").arg(uid, why), detail);
    };
    try {
        work();
    } catch (const Failure& failed) {
        throw refusal(failed.error.message, failed.error.detail);
    } catch (const SQLite::Exception& exception) {
        if (exception.getErrorCode() != 19) // SQLITE_CONSTRAINT
            throw;
        throw refusal(contradiction(exception.getExtendedErrorCode()), QString::fromUtf8(exception.what()));
    }
}

} // namespace interdict::store
