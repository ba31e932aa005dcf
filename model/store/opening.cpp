// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a data set is opened and made: which files are let in, and with what words the others are turned away.
#include "model/store/dataset_p.h"
#include "model/store/schema.h"
#include "model/store/upgrading.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>
#include <QtEndian>

#include <sqlite3.h>

namespace interdict {

using namespace store;

namespace {

constexpr qsizetype headerSize = 100; // of an SQLite file
constexpr qsizetype applicationIdOffset = 68;
// A full check reads the whole file, 1.5 ms a megabyte; larger ones are checked page by page as they are
// read.
constexpr qint64 largestToCheck = 16 << 20;

Failure notADataSet(const QString& path, const QString& detail)
{
    return {
        Error::Kind::NotADataSet,
        tr("%1 is not an Interdict data set. Data sets end in .interdict; to bring in a table, import it.")
            .arg(path),
        detail};
}

QByteArray readHeader(const QString& path)
{
    QFile file(path);
    if (!QFileInfo::exists(path))
        throw Failure(Error::Kind::NotFound,
                      tr("There is no file %1. It may have been moved, renamed or deleted.").arg(path));
    if (!QFileInfo(path).isFile()) // reading a pipe would wait for ever
        throw notADataSet(path, QStringLiteral("a folder, a pipe or a device"));
    if (!file.open(QIODevice::ReadOnly))
        throw Failure(Error::Kind::NoAccess, tr("%1 cannot be read. Check its permissions.").arg(path),
                      file.errorString());
    return file.read(headerSize);
}

// Looks at the bytes themselves, before SQLite does anything with them.
void checkHeader(const QString& path)
{
    const QByteArray header = readHeader(path);
    if (!header.startsWith(QByteArray("SQLite format 3\0", 16)))
        throw notADataSet(path, header.isEmpty() ? QStringLiteral("empty") : QStringLiteral("not SQLite"));
    if (header.size() < headerSize)
        throw damaged(path, QStringLiteral("shorter than a header"));
    const auto id = qFromBigEndian<quint32>(header.constData() + applicationIdOffset);
    if (id != applicationId)
        throw notADataSet(path, QStringLiteral("SQLite, application id %1").arg(id, 8, 16, QLatin1Char('0')));
}

bool hasContent(const QString& path)
{
    return QFileInfo(path).size() > 0;
}

// SQLite reads a file in a read-only folder in place only if no journal of another run waits beside it.
std::unique_ptr<SQLite::Database> connectInReadOnlyFolder(Opened& d)
{
    const QStringList journals{d.path + QStringLiteral("-wal"), d.path + QStringLiteral("-journal")};
    if (std::none_of(journals.begin(), journals.end(), hasContent)) {
        const QString url = QString::fromUtf8(QUrl::fromLocalFile(d.path).toEncoded());
        return connectTo(url + QStringLiteral("?immutable=1"), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
    }
    d.workingCopy = std::make_unique<QTemporaryDir>();
    const QString copy = d.workingCopy->filePath(QStringLiteral("copy.interdict"));
    bool copied = QFile::copy(d.path, copy);
    for (const QString& journal : journals)
        if (hasContent(journal))
            copied = QFile::copy(journal, copy + journal.mid(d.path.size())) && copied;
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    if (!copied)
        throw Failure(Error::Kind::Failed, tr("%1 cannot be copied to a temporary folder.").arg(d.path));
    return connectTo(copy, SQLite::OPEN_READWRITE);
}

void connectReadOnly(Opened& d)
{
    d.readOnly = true;
    try {
        d.database = connectTo(d.path, SQLite::OPEN_READONLY);
        numberFrom(*d.database, "PRAGMA schema_version"); // the first read; opening alone touches nothing
    } catch (const SQLite::Exception& exception) {
        const int code = exception.getErrorCode();
        if (code != SQLITE_CANTOPEN && code != SQLITE_READONLY)
            throw;
        d.database = connectInReadOnlyFolder(d);
    }
}

// Read-only where that is merely asked for, the file is still opened for writing: SQLite then clears away the
// files that reading in WAL mode puts beside it.
void connect(Opened& d, DataSet::Mode mode)
{
    const QFileInfo file(d.path);
    if (!file.isWritable() || !QFileInfo(file.absolutePath()).isWritable())
        return connectReadOnly(d);
    d.database = connectTo(d.path, SQLite::OPEN_READWRITE);
    if (sqlite3_db_readonly(d.database->getHandle(), "main") != 0)
        return connectReadOnly(d);
    d.readOnly = mode == DataSet::Mode::ReadOnly;
    if (d.readOnly)
        d.database->exec("PRAGMA query_only = ON");
}

void checkContent(const Opened& d)
{
    const QString missing = missingPart(*d.database);
    if (!missing.isEmpty())
        throw damaged(d.path, QStringLiteral("schema: %1").arg(missing));
    if (QFileInfo(d.path).size() > largestToCheck)
        return;
    FastQuery check(*d.database, "PRAGMA integrity_check(1)");
    if (!check.next() || check.text(0) != "ok")
        throw damaged(d.path,
                      QString::fromUtf8(check.text(0).data(), static_cast<qsizetype>(check.text(0).size())));
}

void readAbout(Opened& d)
{
    SQLite::Statement query(*d.database, "SELECT title, description, created FROM dataset");
    if (!query.executeStep())
        throw damaged(d.path, QStringLiteral("no row in dataset"));
    d.info = {textOf(query, 0), textOf(query, 1), textOf(query, 2)};
    d.terms = readTerms(*d.database, d.path);
}

void writeAbout(SQLite::Database& database, const DataSetInfo& info)
{
    SQLite::Statement insert(database, "INSERT INTO dataset (id, title, description, created, written_by) "
                                       "VALUES (1, ?1, ?2, ?3, ?4)");
    insert.bind(1, info.title.toStdString());
    insert.bind(2, info.description.toStdString());
    insert.bind(3, info.created.toStdString());
    insert.bind(4, INTERDICT_VERSION);
    insert.exec();
}

// Claims the name, so that no file that appears meanwhile is replaced.
void claimNewFile(const QString& path)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return;
    if (QFileInfo::exists(path))
        throw Failure(Error::Kind::Failed, tr("%1 exists already. Choose another name.").arg(path));
    throw Failure(Error::Kind::NoAccess,
                  tr("%1 cannot be created. Check the folder's permissions.").arg(path), file.errorString());
}

} // namespace

DataSet::DataSet(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

DataSet::DataSet(DataSet&&) noexcept = default;
DataSet& DataSet::operator=(DataSet&&) noexcept = default;
DataSet::~DataSet() = default;

Result<DataSet> DataSet::open(const QString& path, Mode mode)
{
    return guarded(path, [&]() -> Result<DataSet> {
        checkHeader(path);
        auto d = std::make_unique<Private>();
        d->path = QFileInfo(path).absoluteFilePath();
        connect(*d, mode);
        bringUpToDate(*d);
        checkContent(*d);
        readAbout(*d);
        return DataSet(std::move(d));
    });
}

Result<DataSet> DataSet::create(const QString& path, const DataSetInfo& info, const Vocabulary& vocabulary)
{
    bool claimed = false;
    auto made = guarded(path, [&]() -> Result<DataSet> {
        claimNewFile(path);
        claimed = true;
        auto d = std::make_unique<Private>();
        d->path = QFileInfo(path).absoluteFilePath();
        d->database = connectTo(d->path, SQLite::OPEN_READWRITE);
        migrate(*d->database);
        SQLite::Transaction transaction(*d->database);
        writeAbout(*d->database, info);
        writeTerms(*d->database, vocabulary);
        transaction.commit();
        readAbout(*d);
        return DataSet(std::move(d));
    });
    if (!made && claimed)
        QFile::remove(path);
    return made;
}

QString DataSet::path() const
{
    return d->path;
}

bool DataSet::isReadOnly() const
{
    return d->readOnly;
}

const DataSetInfo& DataSet::info() const
{
    return d->info;
}

const Vocabulary& DataSet::vocabulary() const
{
    return d->terms.vocabulary;
}

} // namespace interdict
