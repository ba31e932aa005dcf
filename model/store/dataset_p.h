// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// For the store's own files alone: what an open data set consists of.
#pragma once

#include "model/store/connection.h"
#include "model/store/dataset.h"
#include "model/store/terms.h"

#include <QTemporaryDir>

namespace interdict {

namespace store {

struct Opened
{
    QString path;
    bool readOnly = false;
    DataSetInfo info;
    StoredVocabulary terms;
    std::unique_ptr<QTemporaryDir> workingCopy; // of a file that can be read only after recovery
    std::unique_ptr<SQLite::Database> database; // closed before the working copy goes
};

} // namespace store

struct DataSet::Private : store::Opened
{
    // What an id stands for. One that is not known was added by another connection: terms are read anew.
    QString code(TermKind kind, std::int64_t id);
    QString platform(std::int64_t id);

    // Runs a write in a transaction; refuses where the data set is read-only.
    template <typename Work>
    Result<void> write(Work work)
    {
        if (readOnly)
            return failure(Error::Kind::ReadOnly,
                           store::tr("%1 is open read-only. Save a copy and work there.").arg(path));
        return store::guarded(path, [&]() -> Result<void> {
            database->exec("PRAGMA journal_mode = WAL"); // only what is written needs it; no-op from then on
            SQLite::Transaction transaction(*database, SQLite::TransactionBehavior::IMMEDIATE);
            work();
            transaction.commit();
            return {};
        });
    }
};

} // namespace interdict
