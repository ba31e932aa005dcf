// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/stagedfiles.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>

namespace interdict {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("StagedFiles", text);
}

// Why not, and what to do: Qt itself says little of a full disk.
tl::unexpected<Error> cannotWrite(const QString& path, const QFileDevice& file, qsizetype size)
{
    const QString name = QDir::toNativeSeparators(path);
    const QString detail = file.errorString();
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.isDir())
        return failure(Error::Kind::NotFound,
                       tr("%1 cannot be written: there is no folder %2. Make it, or choose another place.")
                           .arg(name, QDir::toNativeSeparators(folder.absoluteFilePath())),
                       detail);
    if (QFileInfo(path).isDir())
        return failure(Error::Kind::NoAccess, tr("%1 is a folder. Choose another name.").arg(name), detail);
    if (!folder.isWritable() || (QFileInfo::exists(path) && !QFileInfo(path).isWritable()))
        return failure(Error::Kind::NoAccess,
                       tr("%1 cannot be written: you may not write there. Choose another place, or change "
                          "the rights of the folder or the file.")
                           .arg(name),
                       detail);
    const QStorageInfo disk(folder.absoluteFilePath());
    if (disk.isValid() && disk.bytesAvailable() < size)
        return failure(Error::Kind::Failed,
                       tr("%1 cannot be written: the disk is full. Make room on it (the file needs %2), or "
                          "choose another place.")
                           .arg(name, QLocale().formattedDataSize(size)),
                       detail);
    return failure(Error::Kind::Failed,
                   tr("%1 cannot be written: %2. Choose another place.").arg(name, detail), detail);
}

QByteArray digest(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
}

std::optional<QByteArray> contentOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll();
}

} // namespace

struct StagedFiles::Staged
{
    QString path;
    std::unique_ptr<QSaveFile> file;
    QByteArray digest;
    std::optional<QByteArray> before; // once committed; nothing where there was no file
};

StagedFiles::StagedFiles() = default;
StagedFiles::~StagedFiles() = default;

Result<void> StagedFiles::add(const QString& path, const QByteArray& bytes)
{
    auto file = std::make_unique<QSaveFile>(path);
    if (!file->open(QIODevice::WriteOnly) || file->write(bytes) != bytes.size() || !file->flush())
        return cannotWrite(path, *file, bytes.size());
    m_files.push_back({path, std::move(file), digest(bytes), {}});
    return {};
}

Result<QStringList> StagedFiles::commit()
{
    QStringList paths;
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        Staged& staged = m_files[i];
        staged.before = contentOf(staged.path);
        if (!staged.file->commit()) {
            auto error = cannotWrite(staged.path, *staged.file, 0);
            takeBack(i);
            return error;
        }
        if (const auto content = contentOf(staged.path); !content || digest(*content) != staged.digest) {
            takeBack(i + 1);
            return failure(Error::Kind::Failed,
                           tr("%1 was written, but does not read back as it was written. The disk may be "
                              "damaged; choose another place.")
                               .arg(QDir::toNativeSeparators(staged.path)));
        }
        paths << staged.path;
    }
    return paths;
}

void StagedFiles::takeBack(std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        const Staged& staged = m_files[i];
        if (!staged.before) {
            QFile::remove(staged.path);
            continue;
        }
        QSaveFile file(staged.path);
        if (!file.open(QIODevice::WriteOnly) || file.write(*staged.before) != staged.before->size() ||
            !file.commit())
            qWarning("%s: %s", qPrintable(staged.path), qPrintable(file.errorString()));
    }
}

} // namespace interdict
