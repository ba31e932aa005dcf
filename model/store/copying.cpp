// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/dataset_p.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

#include <filesystem>

namespace interdict {

using namespace store;

namespace {

constexpr int pagesPerStep = 256; // 1 MB between two reports of progress

// A name beside the target, so that the rename stays within a file system. The file goes if nothing comes of
// it.
QString claimTemporary(QTemporaryFile& file, const QString& path)
{
    file.setFileTemplate(path + QStringLiteral(".XXXXXX"));
    if (!file.open())
        throw Failure(Error::Kind::NoAccess,
                      tr("%1 cannot be written. Check the folder's permissions.").arg(path),
                      file.errorString());
    file.close();
    return file.fileName();
}

void copyPages(SQLite::Database& from, const QString& file, const DataSet::Progress& progress)
{
    const auto to = connectTo(file, SQLite::OPEN_READWRITE);
    SQLite::Backup backup(*to, from);
    while (backup.executeStep(pagesPerStep) != SQLITE_DONE) {
        const double total = std::max(1, backup.getTotalPageCount());
        if (progress && !progress(1 - backup.getRemainingPageCount() / total))
            throw Failure(Error::Kind::Cancelled, tr("The copy was cancelled."));
    }
}

// One plain file again, whatever the original's journal.
void settle(const QString& file)
{
    connectTo(file, SQLite::OPEN_READWRITE)->exec("PRAGMA journal_mode = DELETE");
}

// Who may read the original, or the file that is replaced, may read the copy; its owner may write it.
void takePermissions(const QString& file, const QString& like)
{
    QFile::setPermissions(file, QFile::permissions(like) | QFile::ReadOwner | QFile::WriteOwner);
}

void moveOver(const QString& from, const QString& to)
{
    std::error_code error;
    std::filesystem::rename(from.toStdString(), to.toStdString(), error);
    if (error)
        throw Failure(Error::Kind::NoAccess, tr("%1 cannot be written. Check its permissions.").arg(to),
                      QString::fromStdString(error.message()));
}

} // namespace

Result<void> DataSet::saveCopy(const QString& path, const Progress& progress) const
{
    return guarded(path, [&]() -> Result<void> {
        const QFileInfo target(path);
        if (target.exists() && target.canonicalFilePath() == QFileInfo(d->path).canonicalFilePath())
            throw Failure(Error::Kind::Failed,
                          tr("%1 is this data set itself. Choose another name.").arg(path));
        QTemporaryFile temporary;
        const QString copy = claimTemporary(temporary, path);
        copyPages(*d->database, copy, progress);
        settle(copy);
        takePermissions(copy, target.exists() ? path : d->path);
        moveOver(copy, path);
        temporary.setAutoRemove(false);
        return {};
    });
}

} // namespace interdict
