// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/userdata.h"

#include "model/store/dataset.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QResource>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace interdict {

QString userDataSetPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/AI platform restrictions.interdict");
}

Result<QString> ensureUserDataSet()
{
    const QString path = userDataSetPath();
    if (QFileInfo::exists(path))
        return path;
    const QResource starter(QStringLiteral(":/data/starter.interdict"));
    QSaveFile file(path);
    if (!QDir().mkpath(QFileInfo(path).absolutePath()) || !file.open(QIODevice::WriteOnly) ||
        file.write(starter.uncompressedData()) < 0 || !file.commit())
        return failure(Error::Kind::NoAccess,
                       QCoreApplication::translate("UserData",
                                                   "The starter data could not be copied to %1: %2. Free "
                                                   "some space or check who may write there.")
                           .arg(QDir::toNativeSeparators(path), file.errorString()));
    return path;
}

// SQLite reads files only, hence one for the moment.
Result<Vocabulary> starterVocabulary()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("starter.interdict"));
    QFile::copy(QStringLiteral(":/data/starter.interdict"), path);
    return DataSet::open(path, DataSet::Mode::ReadOnly).map([](const DataSet& dataSet) {
        return dataSet.vocabulary();
    });
}

Gazetteer builtInGazetteer()
{
    const QResource resource(QStringLiteral(":/data/gazetteer.tsv"));
    const auto bytes =
        QByteArray::fromRawData(reinterpret_cast<const char*>(resource.data()), resource.size());
    auto gazetteer = Gazetteer::fromTsv(bytes);
    return gazetteer ? std::move(*gazetteer) : Gazetteer();
}

QString documentsFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(folder).exists() ? folder : QDir::homePath();
}

} // namespace interdict
